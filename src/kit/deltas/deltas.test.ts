import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyDelta, packDelta, packWhole, unpackWhole } from './index.ts';

test('a text comes back from the one before and the difference', () => {
  const texts = fc.array(fc.constantFrom('one', ' two', '. ', '>', 'é', '\ud83d\ude00', '"', '\n'));
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const [before, after] = [a.join(''), b.join('')];
      assert.equal(applyDelta(before, packDelta(before, after)), after);
      assert.equal(unpackWhole(packWhole(after)), after);
    }),
  );
});

test('halves of a sign that a difference parts come together again', () => {
  const [before, after] = ['a\ud83d\ude00b', 'a\ud83d\ude01b'];
  assert.equal(applyDelta(before, packDelta(before, after)), after);
});

test('an edit takes about its own size, at both ends and with parts moved', () => {
  const sentences = Array.from({ length: 4000 }, (_, at) => `Sentence ${at * 7919} of the tale.`);
  const before = sentences.join(' ');
  const moved = [...sentences.slice(2000), ...sentences.slice(0, 2000)];
  const after = `A new beginning. ${moved.join(' ')} A new end.`;
  assert.ok(packDelta(before, after).byteLength < 300);
  assert.ok(packWhole(after).byteLength > 10_000);
});
