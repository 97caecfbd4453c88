import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyseQuestion } from './index.ts';
import { matchesIn, snippetAround } from './matches.ts';

const rules = { phrase: false, prefix: false, languages: ['en', 'de'] };

/** The text with what matches between brackets. */
function marked(text: string, typed: string, wishes: Partial<typeof rules> = {}, units = 1_000) {
  const matches = matchesIn(text, analyseQuestion(typed, { ...rules, ...wishes }), 'en');
  const parts = snippetAround(text, matches, units);
  return parts?.map((part) => (part.marked ? `[${part.text}]` : part.text)).join('') ?? null;
}

test('other forms of a word are marked as they stand', () => {
  assert.equal(marked('They walked; a walk!', 'walking'), 'They [walked]; a [walk]!');
  assert.equal(marked('Viele Łódź-Häuser', 'lodz'), 'Viele [Łódź]-Häuser');
  assert.equal(marked('Nothing of it', 'walking'), null);
});

test('a phrase is marked as a whole and only where it stands', () => {
  const text = 'slow, the slow  —\nburn of it';
  assert.equal(marked(text, 'slow burn', { phrase: true }), 'slow, the [slow — burn] of it');
  assert.equal(marked('Burn slowly', 'slow burn', { phrase: true }), null);
});

test('beginnings and parts of unspaced sentences are marked', () => {
  assert.equal(marked('The lighthouse', 'light', { prefix: true }), 'The [lighthouse]');
  assert.equal(marked('黒猫が走る', '猫が'), '黒[猫が]走る');
});

test('the stretch with the most different words is shown, cut between words', () => {
  const filler = 'some other words stand here and there '.repeat(20);
  const text = `${filler}tea tea tea ${filler}tea in a kettle ${filler}`;
  const shown = marked(text, 'tea kettle', {}, 80) ?? '';
  assert.match(shown, /^…[a-z ]+\[tea\] in a \[kettle\][a-z ]+…$/);
  assert.ok(shown.length <= 80 + 6);
  for (const word of shown.match(/[a-z]+/g) ?? []) assert.ok(text.includes(` ${word} `), word);
});

test('any snippet is a stretch of its text, within the bound', () => {
  const letter = fc.constantFrom('a', 'b', ' ', ' ', '猫', '💥', '-', '\n');
  const text = fc.array(letter, { maxLength: 80 }).map((letters) => letters.join(''));
  fc.assert(
    fc.property(
      text,
      fc.constantFrom('a', 'b a', '猫', 'ab'),
      fc.nat(30),
      (whole, typed, units) => {
        const matches = matchesIn(whole, analyseQuestion(typed, rules), 'en');
        const parts = snippetAround(whole, matches, units);
        if (parts === null) return;
        const shown = parts.map((part) => part.text).join('');
        const bare = shown.replace(/^…|…$/g, '');
        assert.ok(whole.replace(/\s+/g, ' ').includes(bare));
        assert.ok(bare.length <= units);
        assert.ok(shown.isWellFormed());
        assert.ok(parts.some((part) => part.marked));
      },
    ),
    { numRuns: 3000 },
  );
});
