import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { seededRandom, systemRandom } from '../ids/index.ts';
import { findOrMakeKey, lockAway, UnreadableKey, unlock } from './index.ts';

async function folder(t: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'keys-'));
  t.after(() => rm(path, { recursive: true }));
  return path;
}

test('a key is made once, for the owner alone, however many start at once', async (t) => {
  const path = await folder(t);
  const keys = await Promise.all([1, 2, 3, 4].map(() => findOrMakeKey(path, systemRandom)));
  for (const key of keys) assert.deepEqual(key, keys[0]);
  assert.deepEqual(await readdir(path), ['seal.key']);
  assert.equal((await stat(join(path, 'seal.key'))).mode & 0o777, 0o600);
  assert.deepEqual(await findOrMakeKey(path, seededRandom('another')), keys[0]);
});

test('a file that holds no key is not taken for one, nor written over', async (t) => {
  const path = await folder(t);
  await writeFile(join(path, 'seal.key'), 'abc');
  await assert.rejects(findOrMakeKey(path, systemRandom), UnreadableKey);
});

test('what is locked opens with its key and purpose, unchanged, and with nothing else', () => {
  const key = new Uint8Array(32).fill(3);
  const bytes = new Uint8Array([1, 2, 3]);
  const locked = lockAway(key, systemRandom, 'codes', bytes);
  assert.deepEqual([...(unlock(key, 'codes', locked) ?? [])], [1, 2, 3]);
  assert.notEqual(lockAway(key, systemRandom, 'codes', bytes), locked);
  assert.equal(unlock(key, 'others', locked), null);
  assert.equal(unlock(new Uint8Array(32).fill(4), 'codes', locked), null);
  for (const wrong of ['', 'x', locked.slice(0, -2), `A${locked.slice(1)}`]) {
    if (wrong !== locked) assert.equal(unlock(key, 'codes', wrong), null, wrong);
  }
});
