// Before the schema changes, what was there is kept.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  appliedMigrations,
  type MigrationSet,
  migrate,
  pendingMigrations,
  programMigrations,
} from '../sql/index.ts';
import { isoTime } from '../time/index.ts';
import { type BackupSource, type WriteOptions, writeBackup } from './write.ts';

export type MigrationBackup = {
  readonly applied: readonly string[];
  /** Where the back-up is; null when the database was empty or nothing was to be done. */
  readonly backup: string | null;
};

/**
 * Brings the database to the newest schema; if it holds an archive, first takes a back-up into
 * the folder, without the file store, which no migration touches. A back-up that cannot be taken
 * throws BackupRefused, and nothing is migrated.
 */
export async function migrateWithBackup(
  source: Omit<BackupSource, 'files'>,
  folder: string,
  options: WriteOptions & { readonly migrations?: MigrationSet },
): Promise<MigrationBackup> {
  const { migrations = programMigrations, ...writing } = options;
  const { database } = source;
  const [first] = await pendingMigrations(database, migrations);
  if (first === undefined) return { applied: [], backup: null };
  let backup: string | null = null;
  if ((await appliedMigrations(database)).length > 0) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const moment = isoTime(options.at).replaceAll(':', '');
    backup = join(folder, `before-${first.replace(/\.ts$/, '')}-${moment}.gz`);
    await writeBackup(backup, { ...source, files: null }, writing);
  }
  return { applied: await migrate(database, options.at, migrations), backup };
}
