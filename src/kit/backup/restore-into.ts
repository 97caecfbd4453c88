// Where a back-up is restored to: a new data folder, or an empty database elsewhere.
import { chmod, mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { dataFolderMarker, flushFolder, folderFiles, prepareDataFolder } from '../files/index.ts';
import { type Database, openDatabaseAt } from '../sql/index.ts';
import { BackupRefused, inWords } from './refused.ts';
import { type Restored, type RestoreOptions, restoreBackup } from './restore.ts';

// The server refuses a folder that holds this: an unfinished archive cannot be started.
const unfinishedName = 'restore-not-complete';

/**
 * Makes a data folder with a database and files from a back-up. The folder is new or empty, but
 * for `inkstead.toml`. Files go to `files`, when given, or into the folder. Until all is there it
 * holds `restore-not-complete` and nothing else, which is gone again if the restore fails.
 */
export async function restoreIntoFolder(
  path: string,
  folder: string,
  files: string | null,
  options: RestoreOptions,
): Promise<Restored> {
  const root = resolve(folder);
  const unfinished = join(root, unfinishedName);
  const isNew = await claimFolder(root);
  try {
    const prepared = await prepareDataFolder(unfinished, files ?? undefined);
    if (!prepared.ok) throw new BackupRefused(prepared.problem);
    const restored = await fill(path, prepared.paths.database, prepared.paths.files, options);
    await moveUp(unfinished, root);
    return restored;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (isNew) await rmdir(root).catch(() => {});
    throw inWords(error, root);
  }
}

/** Fills the empty database at an address, and the folder of its file store. */
export async function restoreIntoDatabase(
  path: string,
  address: string,
  files: string,
  options: RestoreOptions,
): Promise<Restored> {
  return fill(path, address, resolve(files), options);
}

// A connection is made on first use: what is wrong with the address should be said before.
async function openOrSayWhy(place: string): Promise<Database> {
  const database = await openDatabaseAt(place);
  try {
    await database.read.introspection.getSchemas();
    return database;
  } catch (error) {
    await database.close();
    const { message, code } = error as NodeJS.ErrnoException;
    throw new BackupRefused(`the database cannot be opened: ${message || code}`);
  }
}

async function fill(
  path: string,
  place: string,
  files: string,
  options: RestoreOptions,
): Promise<Restored> {
  const database = await openOrSayWhy(place);
  try {
    return await restoreBackup(path, { database, files: folderFiles(files) }, options);
  } finally {
    await database.close();
  }
}

// Whether the folder was made now. What may be there before is the operator's, or the disk's.
async function claimFolder(root: string): Promise<boolean> {
  const isNew = await makeFolder(root);
  const names = await readdir(root).catch((error) => {
    throw inWords(error, root);
  });
  if (names.includes(unfinishedName)) {
    const there = `${join(root, unfinishedName)} is there already`;
    const why = 'another restore is under way there, or one was killed';
    throw new BackupRefused(`${there}: ${why}; remove it if it was killed`);
  }
  const other = names.find((name) => name !== 'inkstead.toml' && name !== 'lost+found');
  if (other !== undefined) {
    throw new BackupRefused(`${root} is not empty: it holds ${JSON.stringify(other)}`);
  }
  // A mounted folder may belong to another user and still be ours to write in.
  if (!isNew) await chmod(root, 0o700).catch(() => {});
  return isNew;
}

// Not "recursive": where the system answers that a folder cannot be, Node tries for ever.
async function makeFolder(root: string): Promise<boolean> {
  try {
    await mkdir(root, { mode: 0o700 });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const facts = await stat(root).catch(() => null);
    if (facts?.isDirectory()) return false;
    if (facts !== null) throw new BackupRefused(`${root} is not a folder`);
    if (code === 'ENOENT') throw new BackupRefused(`${root} cannot be made: first make its folder`);
    if (code === 'ENOTDIR') throw new BackupRefused(`${dirname(root)} is not a folder`);
    throw inWords(error, root);
  }
}

// The marker goes last: until then the folder is not taken for an archive.
async function moveUp(from: string, to: string): Promise<void> {
  const names = await readdir(from);
  for (const name of names.filter((each) => each !== dataFolderMarker)) {
    await rename(join(from, name), join(to, name));
  }
  await flushFolder(to);
  await rename(join(from, dataFolderMarker), join(to, dataFolderMarker));
  await rmdir(from);
  await flushFolder(to);
}
