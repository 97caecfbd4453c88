// Differences between texts: true to both, and bounded.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ParagraphDifference, paragraphDifferences, wordChanges } from './differences.ts';

function side(rows: readonly ParagraphDifference[], own: 'removed' | 'added'): string[] {
  return rows.flatMap((row) => {
    if (row.kind === 'changed') {
      const pieces = row.pieces.filter(({ kind }) => kind === 'same' || kind === own);
      return [pieces.map((piece) => piece.text).join('')];
    }
    return row.kind === 'same' || row.kind === own ? [row.text] : [];
  });
}

test('a changed word is shown as that word', () => {
  const rows = paragraphDifferences(
    ['The lamp was lit.', 'The cat slept on the stairs.'],
    ['The lamp was lit.', 'The cat woke on the stairs.'],
  );
  assert.deepEqual(rows, [
    { kind: 'same', text: 'The lamp was lit.' },
    {
      kind: 'changed',
      pieces: [
        { kind: 'same', text: 'The cat ' },
        { kind: 'removed', text: 'slept' },
        { kind: 'added', text: 'woke' },
        { kind: 'same', text: ' on the stairs.' },
      ],
    },
  ]);
});

test('paragraphs with nothing in common are not shredded', () => {
  const rows = paragraphDifferences(['Rain fell all night.'], ['Somebody had eaten it!']);
  assert.deepEqual(
    rows.map((row) => row.kind),
    ['removed', 'added'],
  );
});

test('scripts without spaces are compared sign by sign', () => {
  const [row] = paragraphDifferences(['灯台に火が入った。'], ['灯台の火が入った。']);
  assert.equal(row?.kind, 'changed');
});

test('both texts can be read back from their differences', () => {
  const words = fc.stringMatching(/^[ab ,.]{0,12}$/);
  const texts = fc.array(words, { maxLength: 12 });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const rows = paragraphDifferences(before, after);
      assert.deepEqual(side(rows, 'removed'), before);
      assert.deepEqual(side(rows, 'added'), after);
    }),
  );
});

test('two long texts without a common word are compared all the same', () => {
  const long = (sign: string) => Array.from({ length: 3000 }, (_, at) => `${sign}${at}`);
  const rows = paragraphDifferences(long('a'), long('b'));
  assert.equal(rows.length, 6000);
});

test('words are counted as added and removed wherever they stand', () => {
  assert.deepEqual(wordChanges('one two two three', 'three two four'), { added: 1, removed: 2 });
  assert.deepEqual(wordChanges('', 'one two'), { added: 2, removed: 0 });
});
