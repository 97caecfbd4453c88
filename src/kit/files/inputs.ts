// Files that an operator names on the command line: read in pieces, folders with all they hold.
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A file that somebody named, or that lies in a folder that they named. */
export type InputFile = {
  /** As they would write it. */
  readonly name: string;
  /** It was named itself. */
  readonly isChosen: boolean;
};

/** The files of a path: itself, or all in the folder in the order of their names. Null: nothing. */
export async function listInputs(path: string): Promise<readonly InputFile[] | null> {
  const facts = await stat(path).catch(() => null);
  if (facts === null) return null;
  if (facts.isFile()) return [{ name: path, isChosen: true }];
  if (!facts.isDirectory()) return null;
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => ({ name: join(entry.parentPath, entry.name), isChosen: false }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A file that is open: any bytes of it; the caller closes it. */
export type OpenInput = {
  readonly size: number;
  readonly read: (offset: number, length: number) => Uint8Array;
  readonly close: () => void;
};

/** Opens a file for reading anywhere in it; null when it cannot be read. */
export function openInput(path: string): OpenInput | null {
  try {
    if (!statSync(path).isFile()) return null;
    const file = openSync(resolve(path), 'r');
    return {
      size: fstatSync(file).size,
      read(offset, length) {
        const bytes = Buffer.allocUnsafe(length);
        const count = readSync(file, bytes, 0, length, offset);
        return bytes.subarray(0, count);
      },
      close: () => closeSync(file),
    };
  } catch {
    return null;
  }
}
