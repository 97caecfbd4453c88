import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countCharacters, isVisible, normaliseLine, normaliseText } from './characters.ts';

test('characters are code points after NFC and LF', () => {
  assert.equal(countCharacters('abc'), 3);
  assert.equal(countCharacters('e\u0301'), 1);
  assert.equal(countCharacters('a\r\nb\rc'), 5);
  assert.equal(countCharacters('👩‍🚀'), 3);
  assert.equal(countCharacters('漢字'), 2);
  assert.equal(countCharacters('\ud800a'), 2);
});

test('a text is stored in NFC, with LF, without control and hidden characters', () => {
  assert.equal(normaliseText('e\u0301\r\nb\0\u0007\u200b\u202ec\ufeff'), 'é\nbc');
  assert.equal(normaliseText('a\ud800b'), 'a\ufffdb');
});

test('joiners that Persian and emoji need stay', () => {
  assert.equal(normaliseText('می\u200cخواهم 👩‍🚀'), 'می\u200cخواهم 👩‍🚀');
});

test('a name is one line with single spaces', () => {
  assert.equal(normaliseLine(' The \n\t Long\u00a0\u3000Road '), 'The Long Road');
});

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const line = normaliseLine(text);
      assert.equal(normaliseLine(line), line);
      assert.equal(normaliseText(normaliseText(text)), normaliseText(text));
      assert.equal(countCharacters(line), [...line].length);
    }),
  );
});

test('marks beyond thirty on a letter go', () => {
  assert.equal(countCharacters(normaliseText(`x${'\u0323\u0301'.repeat(200_000)}`)), 31);
});

test('spaces, joiners and direction marks cannot be seen', () => {
  assert.ok(!isVisible(' \u00a0\u200b\u200d\u2060\u3000\u202e\ufe0f'));
  assert.ok(isVisible('\u00a0.'));
});
