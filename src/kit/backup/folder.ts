// The folder in which back-ups lie on this machine.
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file's name, when it was last written (epoch milliseconds), and its size. */
export type BackupFile = { readonly file: string; readonly at: number; readonly bytes: number };

/** What lies there but what is still being written; nothing where there is no such folder. */
export async function listBackupFiles(folder: string): Promise<BackupFile[]> {
  const names = await readdir(folder).catch(() => []);
  const found: BackupFile[] = [];
  for (const file of names) {
    const facts = await stat(join(folder, file)).catch(() => null);
    if (!facts?.isFile() || file.endsWith('.part')) continue;
    found.push({ file, at: Math.floor(facts.mtimeMs), bytes: facts.size });
  }
  return found;
}

/** The file that was written last; null where there is no such folder, or no file in it. */
export async function newestBackup(folder: string): Promise<BackupFile | null> {
  const found = await listBackupFiles(folder);
  return found.sort((a, b) => b.at - a.at)[0] ?? null;
}

/**
 * Removes a back-up, and what a process that was killed has left of it: only where nobody writes
 * it now. Makes the folder, closed to others, if there is none.
 */
export async function clearBackup(folder: string, file: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of [file, `${file}.part`]) await rm(join(folder, name), { force: true });
}
