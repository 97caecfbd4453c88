import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { caseKey, lookKey } from './fold.ts';

test('case does not part two names, accents do', () => {
  assert.equal(caseKey('Straße'), caseKey('STRASSE'));
  assert.equal(caseKey('ẞ'), 'ss');
  assert.equal(caseKey('ΟΔΥΣΣΕΥΣ'), caseKey('οδυσσευς'));
  assert.equal(caseKey('ﬀ'), 'ff');
  assert.equal(caseKey('ｆｕｌｌ'), caseKey('ＦＵＬＬ'));
  assert.notEqual(caseKey('José'), caseKey('Jose'));
  assert.notEqual(caseKey('ı'), caseKey('i'));
});

test('two spellings of one accent are one name', () => {
  assert.equal(caseKey('Jose\u0301'), caseKey('JOSÉ'));
});

test('every letter has the key of the letters that Unicode folds it to', () => {
  for (let point = 0; point < 0x1_e944; point += 1) {
    if (point >= 0xd800 && point < 0xe000) continue;
    const letter = String.fromCodePoint(point);
    const others = [letter.toLowerCase(), letter.toUpperCase()].filter(
      (other) => other !== letter && [...other].length === 1,
    );
    for (const other of others) {
      if (letter === 'ı' || other === 'ı' || letter === 'İ') continue;
      const folds = new RegExp(`^${other}$`, 'iu').test(letter);
      if (folds) assert.equal(caseKey(letter), caseKey(other), `${letter} ${other}`);
    }
  }
});

test('the key of a key is the key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (name) => {
      assert.equal(caseKey(caseKey(name)), caseKey(name));
      assert.equal(lookKey(lookKey(name)), lookKey(name));
    }),
    { numRuns: 2_000 },
  );
});

test('a name is looked up without case, accents, strokes and punctuation', () => {
  assert.equal(lookKey('Łódź'), 'lodz');
  assert.equal(lookKey('Ægir & Þór Østergård'), 'aegir thor ostergard');
  assert.equal(lookKey("  Don’t   Stop — Believin' (1981)!"), 'dont stop believin 1981');
  assert.equal(lookKey('Ann T. Oak/Ben'), 'ann t oak ben');
  assert.equal(lookKey('ＦＵＬＬ'), 'full');
  assert.equal(lookKey('İıI'), 'iii');
  assert.equal(lookKey('مُحَمَّد'), 'محمد');
});

test('marks that are letters to their readers stay', () => {
  assert.equal(lookKey('が'), 'が');
  assert.notEqual(lookKey('が'), lookKey('か'));
  assert.equal(lookKey('हिन्दी'), 'हिन्दी');
  assert.equal(lookKey('한글'), '한글');
});

test('a name that is nothing but signs is its own key', () => {
  assert.equal(lookKey('!!!'), '!!!');
  assert.equal(lookKey('★ ☆'), '★ ☆');
});
