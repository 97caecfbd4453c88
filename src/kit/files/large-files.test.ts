import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { folderLargeFiles, type LargeFiles, memoryLargeFiles } from './index.ts';

const scratch = await mkdtemp(join(tmpdir(), 'inkstead-large-'));
after(() => rm(scratch, { recursive: true }));
let folders = 0;
const newFolder = () => join(scratch, String(folders++));
const bytes = (text: string) => new Uint8Array(Buffer.from(text));

async function textOf(files: LargeFiles, name: string): Promise<string | null> {
  const file = await files.open(name);
  if (file === null) return null;
  const all = new Uint8Array(file.size);
  await file.read(all, 0);
  await file.close();
  return Buffer.from(all).toString();
}

const stores: readonly (readonly [string, () => LargeFiles])[] = [
  ['in a folder', () => folderLargeFiles(newFolder(), Date.now)],
  ['in memory', memoryLargeFiles],
];

for (const [where, open] of stores) {
  test(`a large file ${where} is what its pieces add up to, and the last of them`, async () => {
    const files = open();
    assert.equal(await textOf(files, 'a'), null);
    assert.deepEqual(await files.write('a', [bytes('one '), bytes('two')]), { bytes: 7 });
    assert.equal(await textOf(files, 'a'), 'one two');
    await files.write('a', [bytes('three')]);
    assert.equal(await textOf(files, 'a'), 'three');
  });

  test(`a large file ${where} is read at any place, and not past its end`, async () => {
    const files = open();
    await files.write('a', [bytes('0123456789')]);
    const file = await files.open('a');
    assert.ok(file !== null);
    const two = new Uint8Array(2);
    await file.read(two, 7);
    assert.equal(Buffer.from(two).toString(), '78');
    await assert.rejects(file.read(two, 9), RangeError);
    await file.close();
  });

  test(`writing ${where} that fails leaves the old file and nothing else`, async () => {
    const files = open();
    await files.write('a', [bytes('old')]);
    const failing = function* () {
      yield bytes('new');
      throw new Error('the disk is full');
    };
    await assert.rejects(files.write('a', failing()), /disk is full/);
    assert.equal(await textOf(files, 'a'), 'old');
  });

  test(`only the files named are kept ${where}`, async () => {
    const files = open();
    for (const name of ['a', 'b', 'c']) await files.write(name, [bytes(name)]);
    await files.keepOnly(['b', 'd']);
    const left = await Promise.all(['a', 'b', 'c'].map((name) => textOf(files, name)));
    assert.deepEqual(left, [null, 'b', null]);
  });

  test(`the lock of large files ${where} has one holder`, async () => {
    const files = open();
    const first = await files.lock();
    assert.ok(first !== null);
    assert.equal(await files.lock(), null);
    await first.release();
    const second = await files.lock();
    assert.ok(second !== null);
    await second.release();
  });
}

test('what a writer that was killed has left is cleared away', async () => {
  const folder = newFolder();
  const files = folderLargeFiles(folder, Date.now);
  await files.write('a', [bytes('a')]);
  await writeFile(join(folder, '.unfinished-of-a-killed-one'), 'half');
  await files.keepOnly(['a']);
  assert.deepEqual(await readdir(folder), ['a']);
});

test('large files lie in a folder of mode 700 and have mode 600', async () => {
  const folder = newFolder();
  await folderLargeFiles(folder, Date.now).write('a', [bytes('a')]);
  assert.equal((await stat(folder)).mode & 0o777, 0o700);
  assert.equal((await stat(join(folder, 'a'))).mode & 0o777, 0o600);
});

test('a lock is free when its process is gone, not when it is alive or elsewhere', async () => {
  const folder = newFolder();
  const files = folderLargeFiles(folder, Date.now);
  await files.write('a', [bytes('a')]);
  const lockOf = (pid: number, host: string) =>
    writeFile(join(folder, 'lock'), JSON.stringify({ pid, host }));
  const taken = async () => {
    const lock = await files.lock();
    await lock?.release();
    return lock !== null;
  };
  await lockOf(2 ** 30, hostname());
  assert.equal(await taken(), true);
  // A process that was started anew has the number of the one that was killed.
  await lockOf(process.pid, hostname());
  assert.equal(await taken(), true);
  await lockOf(process.ppid, hostname());
  assert.equal(await taken(), false);
  await lockOf(2 ** 30, 'another machine');
  assert.equal(await taken(), false);
  await utimes(join(folder, 'lock'), 0, 0);
  assert.equal(await taken(), true);
});
