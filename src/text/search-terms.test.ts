import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { words } from './search-terms.ts';

test('words are folded and parted at everything that is no letter or digit', () => {
  assert.deepEqual(words('The well-known Łódź, 1984: STRASSE/Straße', 'en'), [
    ...['the', 'well', 'known', 'lodz', '1984', 'strasse', 'strasse'],
  ]);
});

test('an apostrophe does not part a word', () => {
  assert.deepEqual(words("don't Don’t O'Brien y'all", 'en'), ['dont', 'dont', 'obrien', 'yall']);
});

test('possessives and elisions are found by their noun in every language', () => {
  assert.deepEqual(words("Ada's l'été d’Ada qu'elle dell'arte", 'en'), [
    ...['ada', 'ete', 'ada', 'elle', 'arte'],
  ]);
});

test('scripts without spaces give each character and each pair', () => {
  assert.deepEqual(words('黒猫が', 'ja'), ['黒', '黒猫', '猫', '猫が', 'が']);
  assert.deepEqual(words('ดี', 'th'), ['ด', 'ดี', 'ี']);
  assert.deepEqual(words('v2猫x', 'en'), ['v2', '猫', 'x']);
});

test('a dot below a Latin letter does not make it Japanese', () => {
  assert.deepEqual(words('x\u0323y', 'vi'), ['xy']);
});

test('any part of a sentence gives terms that stand side by side in the sentence’s', () => {
  const character = fc.constantFrom(...'黒猫が月を見ていた。ー한국어สวัสดีx 3');
  fc.assert(
    fc.property(
      fc.array(character, { minLength: 1, maxLength: 20 }),
      fc.nat(),
      fc.nat(),
      (all, a, b) => {
        const from = a % all.length;
        const part = all.slice(from, from + 1 + (b % (all.length - from))).join('');
        if (/[x3]/.test(part)) return;
        const wanted = `|${words(part, 'ja').join('|')}|`;
        assert.ok(wanted === '||' || `|${words(all.join(''), 'ja').join('|')}|`.includes(wanted));
      },
    ),
    { numRuns: 1_000 },
  );
});

test('a scream is cut to sixty letters', () => {
  assert.deepEqual(words('A'.repeat(5_000), 'en'), ['a'.repeat(60)]);
});

test('a run of characters without an end is found like any other', () => {
  const terms = words('黒猫が月を見て'.repeat(1_000), 'ja');
  assert.equal(terms.length, 13_999);
  assert.deepEqual(terms.slice(1_000, 1_003), words('黒猫が月を見て'.repeat(80), 'ja').slice(6, 9));
});
