// The one folder of an installation: made, recognised, or refused before anything is written.
import { access, chmod, constants, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { unfinishedPrefix, writeFileAtomically } from './atomic-write.ts';
import { makeFolder } from './make-folder.ts';

/** Where things lie, as absolute paths. All but the database and the index are there. */
export type DataFolderPaths = {
  readonly root: string;
  /** SQLite's file. */
  readonly database: string;
  readonly files: string;
  readonly outbox: string;
  /** The saved search index: made when it is first saved. */
  readonly index: string;
  readonly cache: string;
  readonly keys: string;
};

/** The folder's paths, or one line that says why it cannot be used and what to do. */
export type DataFolder =
  | { readonly ok: true; readonly paths: DataFolderPaths }
  | { readonly ok: false; readonly problem: string };

/**
 * Makes the folder ready: mode 700, a marker file `INKSTEAD`, and the folders inside. A folder
 * that holds other things and no marker is refused and left exactly as it was. Safe to call again
 * and from two processes at once.
 */
export async function prepareDataFolder(
  path: string,
  files: string = join(path, 'files'),
): Promise<DataFolder> {
  const root = resolve(path);
  const paths = {
    root,
    database: join(root, 'inkstead.sqlite'),
    files: resolve(files),
    outbox: join(root, 'outbox'),
    index: join(root, 'index'),
    cache: join(root, 'cache'),
    keys: join(root, 'keys'),
  };
  const problem = (await tryFolder(root, () => claim(root))) ?? (await makeInside(paths));
  return problem === null ? { ok: true, paths } : { ok: false, problem };
}

/** The name of the file by which a data folder is recognised. */
export const dataFolderMarker = 'INKSTEAD';
const markerText = 'Inkstead data folder, version 1\n';

async function claim(root: string): Promise<string | null> {
  await makeFolder(root);
  const names = await readdir(root);
  if (names.includes(dataFolderMarker)) {
    const text = await readFile(join(root, dataFolderMarker), 'utf8');
    if (text === markerText) return writable(root);
    return `${root} was made by another version of Inkstead: start that one, or set INKSTEAD_DATA.`;
  }
  const foreign = names.find((name) => !mayBeBefore(name));
  if (foreign !== undefined) {
    const holds = `${root} is not an Inkstead data folder: it holds ${JSON.stringify(foreign)}`;
    return `${holds}. Set INKSTEAD_DATA to a new or an empty folder.`;
  }
  await writable(root);
  await chmodIfOurs(root);
  await writeFileAtomically(join(root, dataFolderMarker), Buffer.from(markerText));
  return null;
}

// The operator's settings are there before the first start, a new disk has its lost+found, and a
// first start that was killed leaves a half marker.
function mayBeBefore(name: string): boolean {
  return name === 'inkstead.toml' || name === 'lost+found' || name.startsWith(unfinishedPrefix);
}

// A mounted folder may belong to another user and still be ours to write in.
async function chmodIfOurs(root: string): Promise<void> {
  try {
    await chmod(root, 0o700);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}

async function makeInside(paths: DataFolderPaths): Promise<string | null> {
  for (const folder of [paths.files, paths.outbox, paths.cache, paths.keys]) {
    const problem = await tryFolder(folder, async () => {
      await makeFolder(folder);
      return writable(folder);
    });
    if (problem !== null) return problem;
  }
  return null;
}

async function writable(folder: string): Promise<null> {
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  return null;
}

async function tryFolder(
  folder: string,
  attempt: () => Promise<string | null>,
): Promise<string | null> {
  try {
    return await attempt();
  } catch (error) {
    return whyNot(folder, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

/** What to tell the operator about the system's refusal. */
export function whyNot(folder: string, code: string): string {
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return `${folder} is not a folder, or a part of that path is a file: move it or name another.`;
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return `${folder} cannot be written by this user: give it to this user, or name another.`;
  }
  if (code === 'EROFS') return `${folder} is on a disk that is mounted read-only: name another.`;
  if (code === 'ENOSPC') return `${folder} is on a full disk: make room, or name another.`;
  return `${folder} cannot be used (${code}): name another with INKSTEAD_DATA or INKSTEAD_FILES.`;
}
