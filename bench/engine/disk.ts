// Where the bench saves an engine: the product's own large files, and what that disk does plainly.
import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import type { StoragePort } from '../../src/engine/index.ts';
import { folderLargeFiles } from '../../src/kit/files/index.ts';

const piece = 2 ** 24;

/** A port to a folder, through what the server saves its index with. */
export function folderStorage(folder: string): StoragePort {
  const files = folderLargeFiles(folder, () => 0);
  return {
    async write(name, pieces) {
      await files.write(name, pieces);
    },
    async read(name) {
      const file = await files.open(name);
      if (file === null) return null;
      let at = 0;
      return {
        size: file.size,
        async readInto(target) {
          const bytes = Math.min(target.length, file.size - at);
          await file.read(target.subarray(0, bytes), at);
          at += bytes;
          return bytes;
        },
        close: () => file.close(),
      };
    },
  };
}

/** Seconds to write so many bytes to a file and have them on the disk. */
export function plainWriteSeconds(path: string, bytes: number): number {
  const start = performance.now();
  const file = openSync(path, 'w');
  const cells = new Uint8Array(piece).fill(0xa5);
  for (let left = bytes; left > 0; ) {
    left -= writeSync(file, cells, 0, Math.min(piece, left));
  }
  fsyncSync(file);
  closeSync(file);
  return (performance.now() - start) / 1000;
}

/** Seconds to read the file from its first byte to its last. */
export function plainReadSeconds(path: string): number {
  const start = performance.now();
  const file = openSync(path, 'r');
  const cells = new Uint8Array(piece);
  while (readSync(file, cells, 0, piece, null) > 0);
  closeSync(file);
  return (performance.now() - start) / 1000;
}

/** Asks the system to forget what it keeps of the file; false where it cannot be asked. */
export function forgetCached(path: string): boolean {
  const { status } = spawnSync('dd', [`if=${path}`, 'iflag=nocache', 'count=0', 'status=none']);
  return status === 0;
}
