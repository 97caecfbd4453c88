// Which paths name a file of the store.

/** A path that is not one of the store's. */
export class UnsafePath extends Error {
  constructor(path: string) {
    super(`${JSON.stringify(path.slice(0, 100))} is not a path of the file store`);
    this.name = 'UnsafePath';
  }
}

const names = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;
const prefixes = /^(?:[A-Za-z0-9][A-Za-z0-9._-]*\/)*(?:[A-Za-z0-9][A-Za-z0-9._-]*)?$/;

// Linux allows 255 bytes a name and 4096 a path; the store's own folder needs a part of that.
const longestName = 200;
const longestPath = 1000;

/** The path itself. No name starts with a dot: `.` and `..` cannot be said, nor half files. */
export function safePath(path: string): string {
  return checked(path, names);
}

/** The same for the start of a path, which may end anywhere. */
export function safePrefix(prefix: string): string {
  return checked(prefix, prefixes);
}

function checked(path: string, form: RegExp): string {
  const fits = path.length <= longestPath && form.test(path);
  if (fits && path.split('/').every((name) => name.length <= longestName)) return path;
  throw new UnsafePath(path);
}
