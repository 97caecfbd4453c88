import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { flushFolder, writeFileAtomically } from './atomic-write.ts';
import type { Files } from './index.ts';
import { safePath, safePrefix } from './safe-path.ts';

/** A file store in a folder of the disk, which may be shared by several processes and machines. */
export function folderFiles(root: string): Files {
  const place = (path: string) => join(root, safePath(path));
  return {
    put: async (path, bytes) => writeFileAtomically(place(path), bytes),
    get: async (path) => orNull(readFile(place(path))),
    remove: async (path) => {
      const file = place(path);
      if ((await orNull(rm(file).then(() => true))) === null) return false;
      await flushFolder(dirname(file));
      return true;
    },
    list: async (prefix) => {
      const lastSlash = safePrefix(prefix).lastIndexOf('/');
      const paths = await pathsBelow(root, prefix.slice(0, lastSlash + 1));
      return paths.filter((path) => path.startsWith(prefix)).sort();
    },
    stat: async (path) => {
      const facts = await orNull(stat(place(path)));
      if (facts === null || !facts.isFile()) return null;
      return { size: facts.size, modifiedAt: Math.floor(facts.mtimeMs) };
    },
  };
}

async function pathsBelow(root: string, folder: string): Promise<string[]> {
  const paths: string[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entries = (await orNull(readdir(join(root, next), { withFileTypes: true }))) ?? [];
    for (const entry of entries) {
      // Unfinished files, and whatever else an operator's tools hide in a folder.
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) waiting.push(`${next}${entry.name}/`);
      if (entry.isFile()) paths.push(next + entry.name);
    }
  }
  return paths;
}

// A path below a file, or the name of a folder, is as absent as any other.
const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ERR_FS_EISDIR']);

async function orNull<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if (absent.has((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
