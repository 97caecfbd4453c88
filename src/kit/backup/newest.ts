// The newest of the back-ups that lie in a folder.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file's name and when it was last written, in epoch milliseconds. */
export type NewestBackup = { readonly file: string; readonly at: number };

/** The file that was written last; null where there is no such folder, or no file in it. */
export async function newestBackup(folder: string): Promise<NewestBackup | null> {
  const names = await readdir(folder).catch(() => []);
  const found: NewestBackup[] = [];
  for (const file of names) {
    const facts = await stat(join(folder, file)).catch(() => null);
    if (facts?.isFile()) found.push({ file, at: Math.floor(facts.mtimeMs) });
  }
  return found.sort((a, b) => b.at - a.at)[0] ?? null;
}
