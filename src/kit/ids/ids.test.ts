import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  equalText,
  hashToken,
  openToken,
  type Random,
  randomIds,
  randomToken,
  sealToken,
  seededRandom,
  sequentialIdsForTests,
  sign,
  smallestId,
  systemRandom,
} from './index.ts';

const secret = Buffer.from('a secret of the archive');

test('ids are safe whole numbers, never small, and use the whole range', () => {
  const ids = randomIds(seededRandom('ids'));
  const given = Array.from({ length: 5000 }, () => ids.next());
  assert.ok(given.every((id) => Number.isSafeInteger(id) && id >= smallestId));
  assert.equal(new Set(given).size, given.length);
  assert.ok(Math.max(...given) > 0.99 * 2 ** 53);
  assert.ok(Math.min(...given) < 0.01 * 2 ** 53);
});

test('an id that would be small is drawn again', () => {
  const draws = [Uint8Array.of(0xe0, 0, 0, 255, 255, 255, 255), Uint8Array.of(0, 0, 1, 0, 0, 0, 0)];
  const random: Random = { bytes: () => draws.shift() as Uint8Array };
  assert.equal(randomIds(random).next(), 2 ** 32);
});

test('the largest draw is the largest safe number', () => {
  const random: Random = { bytes: (count) => new Uint8Array(count).fill(255) };
  assert.equal(randomIds(random).next(), Number.MAX_SAFE_INTEGER);
});

test('ids for tests count up', () => {
  const ids = sequentialIdsForTests(7);
  assert.deepEqual([ids.next(), ids.next(), ids.next()], [7, 8, 9]);
});

test('the same seed gives the same bytes, however they are asked for', () => {
  const [one, other] = [seededRandom(1), seededRandom(1)];
  const whole = Buffer.from(one.bytes(200));
  const parts = Buffer.concat([other.bytes(3), other.bytes(130), other.bytes(67)]);
  assert.deepEqual(whole, parts);
  assert.notDeepEqual(Buffer.from(seededRandom(2).bytes(200)), whole);
});

test('a token has the bits it was asked for and fits an address', () => {
  assert.match(randomToken(systemRandom), /^[A-Za-z0-9_-]{22}$/);
  assert.equal(Buffer.from(randomToken(systemRandom, 256), 'base64url').length, 32);
  assert.notEqual(randomToken(systemRandom), randomToken(systemRandom));
});

test('a token is kept as its SHA-256', () => {
  const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  assert.equal(hashToken('abc'), known);
});

test('a signature depends on the secret and the text', () => {
  const signature = sign(secret, 'text');
  assert.match(signature, /^[A-Za-z0-9_-]{43}$/);
  assert.equal(sign(secret, 'text'), signature);
  assert.notEqual(sign(secret, 'text '), signature);
  assert.notEqual(sign(Buffer.from('another'), 'text'), signature);
});

test('texts are equal only when they are the same', () => {
  assert.equal(equalText('', ''), true);
  assert.equal(equalText('same', 'same'), true);
  assert.equal(equalText('same', 'sam'), false);
  assert.equal(equalText('same', 'samf'), false);
  // Half characters, which become the same bytes.
  assert.equal(equalText('\ud800', '\ud801'), false);
});

test('a sealed text opens to itself and to nothing when one character differs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, at) => {
      const sealed = sealToken(secret, text);
      assert.equal(openToken(secret, sealed), text);
      assert.match(sealed, /^[A-Za-z0-9_.-]+$/);
      const index = at % sealed.length;
      const other = sealed[index] === 'A' ? 'B' : 'A';
      assert.equal(
        openToken(secret, sealed.slice(0, index) + other + sealed.slice(index + 1)),
        null,
      );
    }),
  );
});

test('what is not a seal, or is another secret’s, opens to nothing', () => {
  for (const text of ['', '.', 'abc', 'abc.', '.abc', `${sealToken(secret, 'x')}.`]) {
    assert.equal(openToken(secret, text), null);
  }
  assert.equal(openToken(Buffer.from('another'), sealToken(secret, 'x')), null);
});
