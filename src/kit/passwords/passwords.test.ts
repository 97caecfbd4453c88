import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hash, verify } from '@node-rs/argon2';
import { nobodysHash } from './cost.ts';
import { hashPassword, isPasswordTooLong, passwordLimitBytes, verifyPassword } from './index.ts';

test('a password is kept as Argon2id at our cost, each time with another salt', async () => {
  const kept = await hashPassword('correct horse');
  assert.match(kept, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.ok(kept.length < 100);
  assert.notEqual(await hashPassword('correct horse'), kept);
});

test('only the same word is verified', async () => {
  const kept = await hashPassword('correct horse');
  assert.equal(await verifyPassword(kept, 'correct horse'), true);
  assert.equal(await verifyPassword(kept, 'correct horsf'), false);
  assert.equal(await verifyPassword(kept, ''), false);
});

test('a word matches however its letters were composed', async () => {
  const kept = await hashPassword('cafe\u0301 \ufb01n');
  assert.equal(await verifyPassword(kept, 'caf\u00e9 fin'), true);
  assert.equal(await verifyPassword(await hashPassword('caf\u00e9'), 'cafe\u0301'), true);
});

test('no account and a hash that is not ours verify nothing', async () => {
  assert.equal(await verifyPassword(null, 'correct horse'), false);
  assert.equal(await verifyPassword(null, ''), false);
  assert.equal(await verifyPassword('', 'correct horse'), false);
  assert.equal(await verifyPassword('plain words', 'plain words'), false);
});

test('an unknown account costs a whole verification, at the cost of any other', async () => {
  const own = await hashPassword('correct horse');
  assert.deepEqual(nobodysHash.split('$').slice(0, 4), own.split('$').slice(0, 4));
  assert.equal(await verify(nobodysHash, 'correct horse'), false);
});

test('a password over the limit is refused and never verified', async () => {
  const longest = 'a'.repeat(passwordLimitBytes);
  assert.equal(await verifyPassword(await hashPassword(longest), longest), true);
  assert.equal(isPasswordTooLong('\u00e9'.repeat(501)), true);
  assert.equal(await verifyPassword(await hash(`${longest}a`), `${longest}a`), false);
  await assert.rejects(hashPassword(`${longest}a`), RangeError);
});
