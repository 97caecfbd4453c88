import { lstat, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { flushFolder } from './atomic-write.ts';

/** Why a file was not written: something has its name, or its folder is not there. */
export type NewFileOutcome = 'written' | 'taken' | 'no-folder';

export type NewFileOptions = {
  readonly signal?: AbortSignal;
  /** Folders that are missing are made, with mode 700. */
  readonly makeFolder?: boolean;
};

/**
 * Writes a file that was not there, as it streams: whole or not at all, mode 600. What goes wrong
 * is thrown, and the unfinished file (`.part`) is gone.
 */
export async function writeNewFile(
  target: string,
  source: Readable,
  { signal, makeFolder = false }: NewFileOptions = {},
): Promise<NewFileOutcome> {
  const path = resolve(target);
  if (makeFolder) await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const isFolder = await stat(dirname(path)).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
  const isTaken = (await lstat(path).catch(() => null)) !== null;
  if (!isFolder || isTaken) {
    source.destroy();
    return isFolder ? 'taken' : 'no-folder';
  }
  const unfinished = `${path}.part`;
  const file = await open(unfinished, 'w', 0o600);
  try {
    await pipeline(source, file.createWriteStream({ flush: true }), signal ? { signal } : {});
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await flushFolder(dirname(path));
  return 'written';
}
