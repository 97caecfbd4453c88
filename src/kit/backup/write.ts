// Takes a back-up: checks that it can be made, writes it beside its place, and puts it there only
// when it is whole and on the disk.
import { type FileHandle, link, lstat, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Files, flushFolder, freeBytes } from '../files/index.ts';
import { type Database, type Milliseconds, type Snapshot, UnfitTable } from '../sql/index.ts';
import type { BackupHeader, Counts } from './format.ts';
import { backupText, makeHeader } from './lines.ts';
import { BackupRefused, inWords } from './refused.ts';

export type BackupSource = {
  readonly database: Database;
  /** Null: the back-up says that it holds no files. */
  readonly files: Files | null;
  /** Tables whose rows are not written; a name that does not exist is no error. */
  readonly leftOutTables: readonly string[];
  /** What else the reader must know is not in it, in words for the header. */
  readonly leftOutThings: readonly string[];
  /** The program's version. */
  readonly product: string;
};

export type WriteOptions = {
  readonly at: Milliseconds;
  /** Bytes free in a folder; the disk's own answer unless a test gives another. */
  readonly freeBytes?: (folder: string) => Promise<number>;
  /** Called with rows and files written so far, at most once for 256 rows. */
  readonly progress?: (counts: Counts) => void;
  /** Ends the writing; nothing is left behind. */
  readonly signal?: AbortSignal;
};

export type Written = Counts & {
  readonly header: BackupHeader;
  /** Of the finished file. */
  readonly bytes: number;
};

/**
 * Writes a back-up of one moment while the archive goes on: mode 600, there whole or not at all.
 * Throws BackupRefused when there is something at the target, no folder for it, or no room.
 */
export async function writeBackup(
  target: string,
  source: BackupSource,
  options: WriteOptions,
): Promise<Written> {
  const path = resolve(target);
  await refuseUnfitTarget(path);
  try {
    return await source.database.snapshot(async (snapshot) => {
      const header = await makeHeader(snapshot, source, options.at);
      await refuseWithoutRoom(path, snapshot, source.files, options.freeBytes ?? freeBytes);
      const counts = await writeUnfinished(`${path}.part`, path, snapshot, source, header, options);
      return { ...counts, header, bytes: (await stat(path)).size };
    });
  } catch (error) {
    if (error instanceof UnfitTable) throw new BackupRefused(error.message);
    throw inWords(error, path);
  }
}

async function refuseUnfitTarget(path: string): Promise<void> {
  if (await isThere(path)) throw new BackupRefused(`${path} is there already: name another file`);
  const folder = dirname(path);
  const facts = await stat(folder).catch(() => null);
  if (facts === null) throw new BackupRefused(`the folder ${folder} is not there: make it first`);
  if (!facts.isDirectory()) throw new BackupRefused(`${folder} is not a folder`);
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}

// Text of an archive shrinks to a third and indexes are not written, so half of the database is
// a careful guess (a fifth was measured on SQLite, a third on PostgreSQL, which compresses texts
// itself). Files are mostly compressed already.
async function refuseWithoutRoom(
  path: string,
  snapshot: Snapshot,
  files: Files | null,
  free: (folder: string) => Promise<number>,
): Promise<void> {
  let need = Math.ceil((await snapshot.size()) / 2);
  for (const file of (await files?.list('')) ?? []) need += (await files?.stat(file))?.size ?? 0;
  const room = await free(dirname(path));
  if (room >= need) return;
  const needed = `the back-up may need ${megabytes(need)}`;
  throw new BackupRefused(`no room: ${needed}, and ${dirname(path)} has ${megabytes(room)} free`);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}

async function writeUnfinished(
  unfinished: string,
  path: string,
  snapshot: Snapshot,
  source: BackupSource,
  header: BackupHeader,
  options: WriteOptions,
): Promise<Counts> {
  const handle = await openUnfinished(unfinished);
  const text = backupText(snapshot, source.files, header, options.progress);
  let counts: Counts = { tables: {}, files: 0 };
  try {
    await pipeline(
      async function* () {
        counts = yield* text;
      },
      createGzip({ level: gzipLevel, chunkSize: 262_144 }),
      // "flush": on the disk before it gets its name.
      handle.createWriteStream({ flush: true }),
      { ...(options.signal ? { signal: options.signal } : {}) },
    );
    await giveName(unfinished, path);
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(unfinished, { force: true });
    if (options.signal?.aborted) throw new BackupRefused('stopped; nothing was written');
    throw error;
  }
  await flushFolder(dirname(path));
  return counts;
}

async function openUnfinished(unfinished: string): Promise<FileHandle> {
  try {
    return await open(unfinished, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const why = 'another back-up is being written there, or one was killed';
    throw new BackupRefused(`${unfinished} is there already: ${why}; remove it if it was killed`);
  }
}

// Higher levels gain 5 % and take twice the time.
const gzipLevel = 4;

// A link refuses to take the place of a file that came in the meantime; not every disk has links.
async function giveName(unfinished: string, path: string): Promise<void> {
  try {
    await link(unfinished, path);
    await rm(unfinished);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new BackupRefused(`${basename(path)} came to be while the back-up was written`);
    }
    await rename(unfinished, path);
  }
}
