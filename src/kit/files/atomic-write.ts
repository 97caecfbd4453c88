import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { randomToken, systemRandom } from '../ids/index.ts';

/** Unfinished files start with this, in the folder of the file they are to become. */
export const unfinishedPrefix = '.unfinished-';

/**
 * Writes a file that is there whole or not at all, also after a power cut: it is written beside
 * its place, flushed, and renamed. The file has mode 600, folders that are missing are made with
 * 700. On failure the old file is as it was.
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await makeFolder(folder);
  const unfinished = join(folder, unfinishedPrefix + randomToken(systemRandom));
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await flushFolder(folder);
}

/** Writes a folder's list of names to the disk. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  // Each new folder is a name in the one above it.
  let above = dirname(first);
  await flushFolder(above);
  for (const name of relative(above, folder).split(sep).slice(0, -1)) {
    above = join(above, name);
    await flushFolder(above);
  }
}
