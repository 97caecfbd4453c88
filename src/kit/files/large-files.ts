// Files that are too large to be held in memory twice: written piece by piece, read at places.
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomToken, systemRandom } from '../ids/index.ts';
import { flushFolder, unfinishedPrefix } from './atomic-write.ts';
import { type Lock, takeLock } from './lock-file.ts';
import { safePath } from './safe-path.ts';

/** An open file. Close it. */
export type LargeFile = {
  /** In bytes. */
  readonly size: number;
  /** Fills `into` with what stands at the place; refuses to read past the end. */
  read(into: Uint8Array, at: number): Promise<void>;
  close(): Promise<void>;
};

/** A folder of large files. Names are those of a file store, without folders. */
export type LargeFiles = {
  /** Keeps the pieces in place of what was there; on disk when it resolves, never half. */
  write(
    name: string,
    pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  ): Promise<{ readonly bytes: number }>;
  /** Null if there is no such file. */
  open(name: string): Promise<LargeFile | null>;
  /** Removes every file but these, and what stopped writers have left. Hold the lock. */
  keepOnly(names: readonly string[]): Promise<void>;
  /** The one lock of the folder, until `release`; null while another process has it. */
  lock(): Promise<Lock | null>;
};

// Node writes and reads on threads of its own; a step of this size takes them some milliseconds.
const stepBytes = 8 * 1024 * 1024;
const lockName = 'lock';

/** Large files in a folder of the disk, made with mode 700 when it is first written to. */
export function folderLargeFiles(root: string, now: () => number): LargeFiles {
  const place = (name: string) => join(root, safePath(name));
  const unfinishedHere = new Set<string>();
  return {
    async write(name, pieces) {
      await mkdir(root, { recursive: true, mode: 0o700 });
      const unfinished = unfinishedPrefix + randomToken(systemRandom);
      unfinishedHere.add(unfinished);
      try {
        const bytes = await writeAll(join(root, unfinished), pieces);
        await rename(join(root, unfinished), place(name));
        await flushFolder(root);
        return { bytes };
      } catch (error) {
        await rm(join(root, unfinished), { force: true });
        throw error;
      } finally {
        unfinishedHere.delete(unfinished);
      }
    },
    open: (name) => openForReading(place(name)),
    async keepOnly(names) {
      const kept = new Set([...names, lockName, ...unfinishedHere]);
      for (const name of await readdir(root)) {
        if (!kept.has(name)) await rm(join(root, name), { force: true });
      }
    },
    async lock() {
      await mkdir(root, { recursive: true, mode: 0o700 });
      return takeLock(join(root, lockName), now());
    },
  };
}

async function writeAll(
  path: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      for (let at = 0; at < piece.length; at += stepBytes) {
        await file.writeFile(piece.subarray(at, at + stepBytes));
      }
      bytes += piece.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return bytes;
}

async function openForReading(path: string): Promise<LargeFile | null> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (file === null) return null;
  const { size } = await file.stat();
  return {
    size,
    async read(into, at) {
      for (let done = 0; done < into.length; ) {
        const step = Math.min(stepBytes, into.length - done);
        const { bytesRead } = await file.read(into, done, step, at + done);
        if (bytesRead === 0) throw new RangeError(`the file ends before byte ${at + into.length}`);
        done += bytesRead;
      }
    },
    close: () => file.close(),
  };
}

/** The same in memory, for tests: forgets everything with the process. */
export function memoryLargeFiles(): LargeFiles & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  let locked = false;
  return {
    kept,
    async write(name, pieces) {
      const all: Uint8Array[] = [];
      for await (const piece of pieces) all.push(piece.slice());
      const bytes = Buffer.concat(all);
      kept.set(safePath(name), new Uint8Array(bytes));
      return { bytes: bytes.length };
    },
    async open(name) {
      const bytes = kept.get(safePath(name));
      if (bytes === undefined) return null;
      return {
        size: bytes.length,
        async read(into, at) {
          if (at + into.length > bytes.length) throw new RangeError('past the end');
          into.set(bytes.subarray(at, at + into.length));
        },
        close: async () => {},
      };
    },
    async keepOnly(names) {
      for (const name of kept.keys()) if (!names.includes(name)) kept.delete(name);
    },
    async lock() {
      if (locked) return null;
      locked = true;
      const release = async () => {
        locked = false;
      };
      return { release };
    },
  };
}
