// Writes, verifies and prunes back-ups beside the serving: a job, since it takes long, and a chore.
import { join } from 'node:path';
import {
  BackupRefused,
  type Counts,
  clearBackup,
  listBackupFiles,
  verifyBackup,
  writeBackup,
} from '../../../kit/backup/index.ts';
import { productVersion } from '../../../kit/config/index.ts';
import { askForJob, type JobKind } from '../../../kit/jobs/index.ts';
import { pruneOutbox } from '../../../kit/mail/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import { dayMs, hourMs } from '../../../kit/time/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { readSettingsOfSite } from '../site-settings.ts';
import { backupName, pruneBackups } from './kept.ts';
import { leftOutOfBackups } from './left-out.ts';
import { dailyHour, progressMs } from './limits.ts';
import {
  changeRun,
  findRun,
  forgetRuns,
  hasJob,
  insertRun,
  lastAskedAt,
  listVerdicts,
  type SafekeepingRun,
} from './store.ts';

const jobName = 'safekeeping';

export const backupsFolder = ({ settings }: Pick<Parts, 'settings'>) =>
  join(settings.data, 'backups');

/** Asks for one; null while another waits or runs. `file`: the one to verify. */
export async function askSafekeeping(
  transaction: Transaction,
  { ids, clock }: Pick<Parts, 'ids' | 'clock'>,
  wish: { readonly act: 'write' } | { readonly act: 'verify'; readonly file: string },
): Promise<string | null> {
  if (await hasJob(transaction, jobName)) return null;
  const at = clock.now();
  const id = ids.next();
  const file = wish.act === 'write' ? backupName(at) : wish.file;
  await insertRun(transaction, { id, act: wish.act, file, asked_at: at });
  await forgetRuns(transaction);
  await askForJob(transaction, { name: jobName }, id, at);
  return file;
}

/** The job; once `signal` is aborted it stops and is done again later. */
export function safekeeper(parts: Parts, signal: AbortSignal): JobKind {
  return {
    name: jobName,
    async run(id, holdOn) {
      const run = await findRun(parts.database.read, id);
      if (run === null || run.ended_at !== null) return;
      const { change } = changing(parts, run);
      await change({ started_at: parts.clock.now() });
      try {
        const done = await keepSafe(parts, run, holdOn, signal);
        await change({ ...done, ended_at: parts.clock.now() });
      } catch (error) {
        if (signal.aborted) throw error;
        const problem = error instanceof Error ? error.message : String(error);
        parts.log.error({ file: run.file, act: run.act, problem }, 'a back-up failed');
        await change({ problem, ended_at: parts.clock.now() });
        return;
      }
      if (run.act === 'write') await prune(parts);
    },
  };
}

function changing({ database }: Parts, { id }: SafekeepingRun) {
  return {
    change: (change: Partial<Omit<SafekeepingRun, 'id'>>) =>
      database.write((transaction) => changeRun(transaction, id, change)),
  };
}

type Done = Pick<SafekeepingRun, 'table_rows' | 'files' | 'bytes'>;

async function keepSafe(
  parts: Parts,
  run: SafekeepingRun,
  holdOn: () => Promise<void>,
  signal: AbortSignal,
): Promise<Done> {
  const folder = backupsFolder(parts);
  const path = join(folder, run.file);
  const progress = progressOf(parts, run, holdOn);
  const options = { progress: progress.tell, signal };
  const counts =
    run.act === 'write'
      ? await write(parts, folder, run.file, options)
      : await verifyBackup(path, options).catch(inOwnWords(run.file));
  await progress.settled();
  const there = (await listBackupFiles(folder)).find(({ file }) => file === run.file);
  return { ...numbersOf(counts), bytes: there?.bytes ?? 0 };
}

async function write(
  { database, files, clock }: Parts,
  folder: string,
  file: string,
  options: { readonly progress: (counts: Counts) => void; readonly signal: AbortSignal },
): Promise<Counts> {
  // Nobody else has this job: what lies there is of a process that was killed.
  await clearBackup(folder, file);
  const source = { database, files, ...leftOutOfBackups, product: productVersion() };
  return writeBackup(join(folder, file), source, { at: clock.now(), ...options });
}

/** The page names files, not folders of the machine. */
function inOwnWords(file: string) {
  return (error: Error): never => {
    if (!(error instanceof BackupRefused)) throw error;
    throw new BackupRefused(error.message.replaceAll(/\S*\/(?=[\w.-]+\.gz)/g, '') || file);
  };
}

/** Written down now and then, and the job kept from others meanwhile. */
function progressOf(
  parts: Parts,
  run: SafekeepingRun,
  holdOn: () => Promise<void>,
): { tell(counts: Counts): void; settled(): Promise<void> } {
  const { clock, log } = parts;
  const { change } = changing(parts, run);
  let told = clock.now();
  let telling = Promise.resolve();
  const note = async (counts: Counts) => {
    await change(numbersOf(counts));
    await holdOn();
  };
  return {
    tell(counts) {
      if (clock.now() - told < progressMs) return;
      told = clock.now();
      const now = { tables: { ...counts.tables }, files: counts.files };
      telling = telling
        .then(() => note(now))
        .catch((error: Error) => {
          log.warn({ reason: error.message }, 'the progress of a back-up was not written');
        });
    },
    settled: () => telling,
  };
}

function numbersOf({ tables, files }: Counts): Omit<Done, 'bytes'> {
  return { table_rows: Object.values(tables).reduce((sum, rows) => sum + rows, 0), files };
}

/** To be called now and then: asks for the daily back-up, removes what need not stay. */
export async function keepUp(parts: Parts): Promise<void> {
  const { database, clock, settings } = parts;
  const { backupDaily, outboxDays } = await readSettingsOfSite(database.read);
  const now = clock.now();
  if (backupDaily) {
    await database.write(async (transaction) => {
      const last = await lastAskedAt(transaction);
      if (isDue(last, now)) await askSafekeeping(transaction, parts, { act: 'write' });
    });
  }
  await prune(parts);
  if (outboxDays > 0) {
    await pruneOutbox(join(settings.data, 'outbox'), now - outboxDays * dayMs);
  }
}

/** Once a day, from the hour on; who asked for one themself today has it. */
function isDue(last: number | null, now: number): boolean {
  const dayOf = (at: number) => Math.floor((at - dailyHour * hourMs) / dayMs);
  return last === null || dayOf(last) < dayOf(now);
}

async function prune(parts: Parts): Promise<void> {
  const { database, clock, log } = parts;
  const { backupDays, backupWeeks } = await readSettingsOfSite(database.read);
  const verdicts = await listVerdicts(database.read);
  const sound = new Set(
    [...verdicts].flatMap(([file, { problem }]) => (problem === null ? [file] : [])),
  );
  const rules = { days: backupDays, weeks: backupWeeks, now: clock.now(), sound };
  const gone = await pruneBackups(backupsFolder(parts), rules);
  if (gone.length > 0) log.info({ files: gone.join(', ') }, 'removed old back-ups');
}
