// Back-ups in a folder, and which of them stay.
import { type BackupFile, clearBackup, listBackupFiles } from '../../../kit/backup/index.ts';
import type { Milliseconds } from '../../../kit/sql/index.ts';
import { dayMs, isoTime } from '../../../kit/time/index.ts';
import { migrationBackupsKept, migrationBackupsMs } from './limits.ts';

/** `made`: by the server; `migration`: before one; `own`: put there by somebody. */
export type BackupKind = 'made' | 'migration' | 'own';

export type KeptBackup = BackupFile & { readonly kind: BackupKind };

/** Why a back-up stays; null: it goes at the next pruning. */
export type KeptAs = 'own' | 'newest' | 'sound' | 'day' | 'week' | 'migration';

/** `archive-20260301T031500000Z.gz`: names sort by time. */
export function backupName(at: Milliseconds): string {
  return `archive-${isoTime(at).replaceAll(/[-:.]/g, '')}.gz`;
}

const madeName = /^archive-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.gz$/;

/** `before-0057-policy-accepted-2026-03-01T031500.000Z.gz`: of a name less whole, nothing goes. */
const migrationName = /^before-\d{4}-.+-\d{4}-\d\d-\d\dT\d{6}\.\d{3}Z\.gz$/;

/** The newest first; none where there is no such folder. */
export async function listBackups(folder: string): Promise<KeptBackup[]> {
  const found = (await listBackupFiles(folder)).map((backup) => {
    const { file, at } = backup;
    return { ...backup, kind: kindOf(file), at: timeIn(file) ?? at };
  });
  return found.sort((a, b) => b.at - a.at || (a.file < b.file ? 1 : -1));
}

function kindOf(file: string): BackupKind {
  if (madeName.test(file)) return 'made';
  return migrationName.test(file) ? 'migration' : 'own';
}

function timeIn(file: string): Milliseconds | null {
  const parts = madeName.exec(file)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [year = 0, month = 0, day, hour, minute, second, ms] = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}

export type PruningRules = {
  readonly days: number;
  readonly weeks: number;
  readonly now: Milliseconds;
  /** Files that were verified and found sound. */
  readonly sound: ReadonlySet<string>;
};

/**
 * Why each stays. Of those that the server made: the newest, the newest sound one, and the newest
 * of each of so many days and weeks that have any. Those before migrations for a season, the last
 * few for good. What somebody put there is theirs.
 */
export function whyKept(
  backups: readonly KeptBackup[],
  { days, weeks, now, sound }: PruningRules,
): ReadonlyMap<string, KeptAs | null> {
  const kept = new Map<string, KeptAs | null>();
  const made = backups.filter(({ kind }) => kind === 'made');
  const ofDays = newestOfEach(made, ({ at }) => Math.floor(at / dayMs), days);
  // Weeks begin on Mondays; the epoch was a Thursday.
  const ofWeeks = newestOfEach(made, ({ at }) => Math.floor((at / dayMs + 3) / 7), weeks);
  const soundest = made.find(({ file }) => sound.has(file));
  for (const [place, backup] of made.entries()) {
    if (place === 0) kept.set(backup.file, 'newest');
    else if (ofDays.has(backup)) kept.set(backup.file, 'day');
    else if (ofWeeks.has(backup)) kept.set(backup.file, 'week');
    else kept.set(backup.file, backup === soundest ? 'sound' : null);
  }
  const migrations = backups.filter(({ kind }) => kind === 'migration');
  for (const [place, { file, at }] of migrations.entries()) {
    const stays = place < migrationBackupsKept || now - at < migrationBackupsMs;
    kept.set(file, stays ? 'migration' : null);
  }
  for (const { file, kind } of backups) if (kind === 'own') kept.set(file, 'own');
  return kept;
}

function newestOfEach(
  made: readonly KeptBackup[],
  spanOf: (backup: KeptBackup) => number,
  most: number,
): ReadonlySet<KeptBackup> {
  const newest = new Map<number, KeptBackup>();
  for (const backup of made) {
    const span = spanOf(backup);
    if (!newest.has(span) && newest.size < most) newest.set(span, backup);
  }
  return new Set(newest.values());
}

/** Removes what does not stay; says which. */
export async function pruneBackups(folder: string, rules: PruningRules): Promise<string[]> {
  const kept = whyKept(await listBackups(folder), rules);
  const gone = [...kept].flatMap(([file, why]) => (why === null ? [file] : []));
  for (const file of gone) await clearBackup(folder, file);
  return gone;
}
