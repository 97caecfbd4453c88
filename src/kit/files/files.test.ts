import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { fixedClock } from '../time/index.ts';
import {
  type Files,
  folderFiles,
  freeBytes,
  memoryFiles,
  UnsafePath,
  writeFileAtomically,
} from './index.ts';

const scratch = await mkdtemp(join(tmpdir(), 'inkstead-files-'));
after(() => rm(scratch, { recursive: true }));
const newFolder = () => mkdtemp(join(scratch, 'store-'));
const bytes = (text: string) => new Uint8Array(Buffer.from(text));

type Store = { name: string; open: () => Promise<Files> };
const stores: readonly Store[] = [
  { name: 'in a folder', open: async () => folderFiles(join(await newFolder(), 'files')) },
  { name: 'in memory', open: async () => memoryFiles() },
];

for (const { name, open } of stores) {
  test(`a store ${name} gives back what was put, and the last of it`, async () => {
    const files = await open();
    assert.equal(await files.get('a/b.txt'), null);
    await files.put('a/b.txt', bytes('first'));
    await files.put('a/b.txt', bytes('second'));
    await files.put('a/empty', bytes(''));
    assert.deepEqual(
      bytes(Buffer.from((await files.get('a/b.txt')) ?? '').toString()),
      bytes('second'),
    );
    assert.equal((await files.get('a/empty'))?.length, 0);
    assert.equal((await files.stat('a/b.txt'))?.size, 6);
  });

  test(`a store ${name} removes a file once`, async () => {
    const files = await open();
    await files.put('a/b', bytes('x'));
    assert.equal(await files.remove('a/b'), true);
    assert.equal(await files.remove('a/b'), false);
    assert.equal(await files.get('a/b'), null);
    assert.equal(await files.stat('a/b'), null);
    assert.deepEqual(await files.list(''), []);
  });

  test(`a store ${name} lists paths by how they start, in order`, async () => {
    const files = await open();
    assert.deepEqual(await files.list(''), []);
    for (const path of ['b/2', 'b/1/x', 'a', 'b10', 'b/1/y']) await files.put(path, bytes(path));
    assert.deepEqual(await files.list(''), ['a', 'b/1/x', 'b/1/y', 'b/2', 'b10']);
    assert.deepEqual(await files.list('b/'), ['b/1/x', 'b/1/y', 'b/2']);
    assert.deepEqual(await files.list('b/1'), ['b/1/x', 'b/1/y']);
    assert.deepEqual(await files.list('b1'), ['b10']);
    assert.deepEqual(await files.list('nothing/here'), []);
  });

  test(`in a store ${name} a folder is not a file, and nothing lies below a file`, async () => {
    const files = await open();
    await files.put('a/b', bytes('x'));
    assert.equal(await files.get('a'), null);
    assert.equal(await files.stat('a'), null);
    assert.equal(await files.remove('a'), false);
    assert.equal(await files.get('a/b/c'), null);
    assert.deepEqual(await files.list('a/b/c'), []);
  });

  test(`a store ${name} refuses every path that could leave it`, async () => {
    const files = await open();
    const refused = [
      '',
      '/',
      '/etc/passwd',
      '..',
      '../x',
      'a/../x',
      'a/..',
      './a',
      'a/./b',
      'a//b',
      'a/',
      '.hidden',
      'a/.unfinished-x',
      'a\\b',
      'a\0',
      'a b',
      'ä',
      'a\n',
      'C:/x',
      '~',
      'a'.repeat(201),
      'a/'.repeat(600),
    ];
    for (const path of refused) {
      await assert.rejects(files.put(path, bytes('x')), UnsafePath, path);
      await assert.rejects(files.get(path), UnsafePath, path);
      await assert.rejects(files.stat(path), UnsafePath, path);
      await assert.rejects(files.remove(path), UnsafePath, path);
    }
    for (const prefix of ['/', '..', '../', 'a/../', 'a//', '.']) {
      await assert.rejects(files.list(prefix), UnsafePath, prefix);
    }
  });
}

test('whatever the path, a folder store writes inside its folder or refuses', async () => {
  const folder = await newFolder();
  const files = folderFiles(join(folder, 'files'));
  const part = fc.constantFrom(
    '..',
    '.',
    '/',
    '\\',
    'a',
    'B9',
    '-',
    '_',
    '.x',
    '%2e',
    '\0',
    ' ',
    '',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
      const path = parts.join('');
      try {
        await files.put(path, bytes('x'));
        assert.ok((await files.list('')).includes(path));
        await files.remove(path);
      } catch (error) {
        // EISDIR and ENOTDIR: the path meets a folder or a file that is already there.
        const code = (error as NodeJS.ErrnoException).code ?? '';
        assert.ok(error instanceof UnsafePath || ['EISDIR', 'ENOTDIR'].includes(code), path);
      }
      assert.deepEqual(
        (await readdir(folder)).filter((name) => name !== 'files'),
        [],
      );
    }),
  );
});

test('only this user can read stored files and their folders', async () => {
  const folder = await newFolder();
  await folderFiles(folder).put('a/b/c', bytes('x'));
  const mode = async (path: string) => (await stat(join(folder, path))).mode & 0o777;
  assert.deepEqual(
    [await mode('a'), await mode('a/b'), await mode('a/b/c')],
    [0o700, 0o700, 0o600],
  );
});

test('a write that fails leaves the old file and nothing half', async () => {
  const folder = await newFolder();
  const files = folderFiles(folder);
  await files.put('a/b', bytes('old'));
  // A folder in the place of the file makes the rename fail after the bytes were written.
  await assert.rejects(files.put('a', bytes('new')));
  assert.deepEqual(await readdir(folder), ['a']);
  assert.equal(Buffer.from((await files.get('a/b')) ?? '').toString(), 'old');
});

test('an unfinished file and a link are not listed', async () => {
  const folder = await newFolder();
  await writeFile(join(folder, '.unfinished-x'), 'half');
  await symlink('/etc', join(folder, 'link'));
  assert.deepEqual(await folderFiles(folder).list(''), []);
});

test('many writers of one path leave one whole file', async () => {
  const folder = await newFolder();
  const files = folderFiles(folder);
  const texts = Array.from({ length: 8 }, (_, at) => String(at).repeat(50_000));
  await Promise.all(texts.map((text) => files.put('same', bytes(text))));
  assert.ok(texts.includes(Buffer.from((await files.get('same')) ?? '').toString()));
  assert.deepEqual(await readdir(folder), ['same']);
});

test('a file in memory keeps its own copy and the time of its clock', async () => {
  const files = memoryFiles(fixedClock(5000));
  const given = bytes('abc');
  await files.put('a', given);
  given[0] = 0;
  const got = await files.get('a');
  assert.deepEqual(got, bytes('abc'));
  assert.deepEqual(await files.stat('a'), { size: 3, modifiedAt: 5000 });
});

test('a file is written whole into folders that were not there', async () => {
  const path = join(await newFolder(), 'x', 'y', 'z');
  await writeFileAtomically(path, bytes('abc'));
  assert.equal((await stat(path)).size, 3);
});

test('the free space of a folder is a number of bytes', async () => {
  assert.ok(Number.isSafeInteger(await freeBytes(scratch)));
  await assert.rejects(freeBytes(join(scratch, 'nothing')), { code: 'ENOENT' });
});
