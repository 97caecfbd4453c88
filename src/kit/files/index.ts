// The file store: bytes under a path, either whole or not there. And the one data folder that an
// installation lives in.
import { statfs } from 'node:fs/promises';

export { flushFolder, writeFileAtomically } from './atomic-write.ts';
export {
  type DataFolder,
  type DataFolderPaths,
  dataFolderMarker,
  prepareDataFolder,
} from './data-folder.ts';
export { folderFiles } from './folder-files.ts';
export { listInputs, type OpenInput, openInput } from './inputs.ts';
export {
  folderLargeFiles,
  type LargeFile,
  type LargeFiles,
  memoryLargeFiles,
} from './large-files.ts';
export type { Lock } from './lock-file.ts';
export { memoryFiles } from './memory-files.ts';
export { type NewFileOptions, type NewFileOutcome, writeNewFile } from './write-new.ts';

/** What is known of a stored file. */
export type FileFacts = {
  /** In bytes. */
  readonly size: number;
  /** Epoch milliseconds of the last `put`. */
  readonly modifiedAt: number;
};

/**
 * A store of files. A path is names with `/` between; a name starts with a letter or a digit and
 * goes on with these, `.`, `_` and `-`, all ASCII, at most 200 to a name and 1,000 in all.
 * Every other path throws `UnsafePath`, so nothing outside the store can be named.
 */
export type Files = {
  /** Keeps the bytes, in place of what was there. On disk when it resolves; never half. */
  put(path: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or null. */
  get(path: string): Promise<Uint8Array | null>;
  /** Whether there was such a file to remove. */
  remove(path: string): Promise<boolean>;
  /** Every path that starts with the prefix, in the order of their characters; `''` is all. */
  list(prefix: string): Promise<string[]>;
  /** The file's size and time, or null. */
  stat(path: string): Promise<FileFacts | null>;
};

export { safePath, UnsafePath } from './safe-path.ts';

/** Bytes that this process may still write in the folder's file system. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
