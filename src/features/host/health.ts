// How the installation stands: what a host looks at when something seems wrong.
import { join } from 'node:path';
import { type BackupFile, newestBackup } from '../../kit/backup/index.ts';
import { productVersion } from '../../kit/config/index.ts';
import { freeBytes } from '../../kit/files/index.ts';
import type { Milliseconds } from '../../kit/sql/index.ts';
import type { Parts } from '../../shared/parts.ts';
import { type IndexState, readIndexState } from '../finding/index.ts';
import { freeBytesLeast, jobsLateMs } from './limits.ts';
import { countJobs, countWaitingMail, type JobCounts } from './store.ts';

export type Health = {
  readonly version: string;
  /** The database is a server of its own, not a file in the data folder. */
  readonly databaseServer: boolean;
  /** Null: the data folder is not there, or the system does not say. */
  readonly freeBytes: number | null;
  readonly index: IndexState;
  readonly jobs: JobCounts;
  readonly mailWaits: number;
  readonly mailGoesOut: boolean;
  /** The newest back-up in the data folder; null: there is none. */
  readonly backup: BackupFile | null;
};

/** What a host should do something about. */
export type Concern = 'disk' | 'jobs-late' | 'jobs-failed' | 'no-backup';

export async function readHealth(parts: Parts): Promise<Health> {
  const { database, settings, clock } = parts;
  return {
    version: productVersion(),
    databaseServer: settings.databaseUrl !== null,
    freeBytes: await freeBytes(settings.data).catch(() => null),
    index: await readIndexState(parts),
    jobs: await countJobs(database.read, clock.now()),
    mailWaits: await countWaitingMail(database.read),
    mailGoesOut: settings.smtpUrl !== null,
    backup: await newestBackup(join(settings.data, 'backups')),
  };
}

export function concernsOf(health: Health, now: Milliseconds): Concern[] {
  const { jobs, backup } = health;
  const concerns: Concern[] = [];
  if (health.freeBytes !== null && health.freeBytes < freeBytesLeast) concerns.push('disk');
  if (jobs.dueSince !== null && now - jobs.dueSince > jobsLateMs) concerns.push('jobs-late');
  if (jobs.failed > 0) concerns.push('jobs-failed');
  if (backup === null) concerns.push('no-backup');
  return concerns;
}
