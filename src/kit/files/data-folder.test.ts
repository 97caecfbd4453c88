import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { whyNot } from './data-folder.ts';
import { prepareDataFolder } from './index.ts';

const scratch = await mkdtemp(join(tmpdir(), 'inkstead-data-'));
after(() => rm(scratch, { recursive: true }));
const newFolder = () => mkdtemp(join(scratch, 'folder-'));
const mode = async (path: string) => (await stat(path)).mode & 0o777;

async function refused(path: string, files?: string): Promise<string> {
  const outcome = await prepareDataFolder(path, files);
  assert.ok(!outcome.ok, 'the folder was accepted');
  assert.equal(outcome.problem.includes('\n'), false);
  return outcome.problem;
}

test('a new data folder is private, marked, and holds its parts', async () => {
  const root = join(await newFolder(), 'deep', 'data');
  const outcome = await prepareDataFolder(root);
  assert.deepEqual(outcome, {
    ok: true,
    paths: {
      root,
      database: join(root, 'inkstead.sqlite'),
      files: join(root, 'files'),
      outbox: join(root, 'outbox'),
      index: join(root, 'index'),
      cache: join(root, 'cache'),
      keys: join(root, 'keys'),
    },
  });
  assert.deepEqual((await readdir(root)).sort(), ['INKSTEAD', 'cache', 'files', 'keys', 'outbox']);
  assert.equal(await readFile(join(root, 'INKSTEAD'), 'utf8'), 'Inkstead data folder, version 1\n');
  for (const name of ['.', 'files', 'outbox', 'cache', 'keys']) {
    assert.equal(await mode(join(root, name)), 0o700);
  }
});

test('a data folder that is ours is ready again, with what it holds', async () => {
  const root = join(await newFolder(), 'data');
  await prepareDataFolder(root);
  await writeFile(join(root, 'inkstead.sqlite'), 'x');
  await rm(join(root, 'cache'), { recursive: true });
  assert.equal((await prepareDataFolder(root)).ok, true);
  assert.equal(await readFile(join(root, 'inkstead.sqlite'), 'utf8'), 'x');
  assert.ok((await readdir(root)).includes('cache'));
});

test('two first starts at once both find the folder ready', async () => {
  const root = join(await newFolder(), 'data');
  const outcomes = await Promise.all([prepareDataFolder(root), prepareDataFolder(root)]);
  assert.deepEqual(
    outcomes.map((outcome) => outcome.ok),
    [true, true],
  );
});

test('an empty folder is taken, also one with settings or a half marker', async () => {
  const root = await newFolder();
  await chmod(root, 0o755);
  await writeFile(join(root, 'inkstead.toml'), '');
  await writeFile(join(root, '.unfinished-x'), 'Inks');
  await mkdir(join(root, 'lost+found'));
  assert.equal((await prepareDataFolder(root)).ok, true);
  assert.equal(await mode(root), 0o700);
});

test('a folder that holds other things is refused and left as it was', async () => {
  const root = await newFolder();
  await chmod(root, 0o755);
  await writeFile(join(root, 'letters.txt'), 'mine');
  const said = await refused(root);
  assert.ok(said.startsWith(`${root} is not an Inkstead data folder: it holds "letters.txt".`));
  assert.deepEqual(await readdir(root), ['letters.txt']);
  assert.equal(await mode(root), 0o755);
});

test('a folder of another version is refused and left as it was', async () => {
  const root = await newFolder();
  await writeFile(join(root, 'INKSTEAD'), 'Inkstead data folder, version 2\n');
  assert.match(await refused(root), /was made by another version of Inkstead/);
  assert.deepEqual(await readdir(root), ['INKSTEAD']);
});

test('a file in the place of the folder, or of one above it, is reported', async () => {
  const file = join(await newFolder(), 'file');
  await writeFile(file, 'x');
  assert.match(await refused(file), /is not a folder, or a part of that path is a file/);
  assert.match(await refused(join(file, 'data')), /is not a folder, or a part of that path/);
  assert.equal(await readFile(file, 'utf8'), 'x');
});

test('the file store may lie elsewhere, and a file in its place is reported', async () => {
  const folder = await newFolder();
  const elsewhere = join(folder, 'store');
  const outcome = await prepareDataFolder(join(folder, 'data'), elsewhere);
  assert.equal(outcome.ok && outcome.paths.files, elsewhere);
  assert.equal(await mode(elsewhere), 0o700);
  await writeFile(join(folder, 'file'), 'x');
  const said = await refused(join(folder, 'data'), join(folder, 'file'));
  assert.ok(said.startsWith(`${join(folder, 'file')} is not a folder`));
});

// Whoever runs the tests may be root, whom no mode stops: the sentence is tested by itself.
test('each refusal of the system becomes one line with a remedy', () => {
  assert.match(whyNot('/d', 'EACCES'), /^\/d cannot be written by this user: give it to this user/);
  assert.match(whyNot('/d', 'EROFS'), /^\/d is on a disk that is mounted read-only/);
  assert.match(whyNot('/d', 'ENOSPC'), /^\/d is on a full disk/);
  assert.match(whyNot('/d', 'EIO'), /^\/d cannot be used \(EIO\): name another/);
});
