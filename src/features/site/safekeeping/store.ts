// SQL of what the server does to keep the archive safe.
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import { runsKept, runsShown } from './limits.ts';
import type { SafekeepingRunsTable } from './schema.ts';

/** A back-up that is to be written or verified, or was. */
export type SafekeepingRun = SafekeepingRunsTable;

export async function insertRun(
  transaction: Transaction,
  run: Pick<SafekeepingRun, 'id' | 'act' | 'file' | 'asked_at'>,
): Promise<void> {
  const fresh = { started_at: null, ended_at: null, table_rows: 0, files: 0, bytes: 0 };
  await transaction
    .insertInto('safekeeping_runs')
    .values({ ...run, ...fresh, problem: null })
    .execute();
}

export async function findRun(reader: Reader, id: number): Promise<SafekeepingRun | null> {
  const row = await reader
    .selectFrom('safekeeping_runs')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** What has become of a run so far. */
export async function changeRun(
  transaction: Transaction,
  id: number,
  change: Partial<Omit<SafekeepingRun, 'id'>>,
): Promise<void> {
  await transaction.updateTable('safekeeping_runs').set(change).where('id', '=', id).execute();
}

/** The newest first. */
export async function listRuns(reader: Reader): Promise<SafekeepingRun[]> {
  return reader
    .selectFrom('safekeeping_runs')
    .selectAll()
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(runsShown)
    .execute();
}

/** When a back-up was last asked for; null: never. */
export async function lastAskedAt(reader: Reader | Transaction): Promise<Milliseconds | null> {
  const row = await reader
    .selectFrom('safekeeping_runs')
    .select((eb) => eb.fn.max('asked_at').as('at'))
    .where('act', '=', 'write')
    .executeTakeFirst();
  return row?.at ?? null;
}

/** The newest verdict on each file: null where it is sound, else why not. */
export async function listVerdicts(
  reader: Reader,
): Promise<ReadonlyMap<string, Pick<SafekeepingRun, 'ended_at' | 'problem'>>> {
  const rows = await reader
    .selectFrom('safekeeping_runs')
    .select(['file', 'ended_at', 'problem'])
    .where('act', '=', 'verify')
    .where('ended_at', 'is not', null)
    .orderBy('ended_at')
    .execute();
  return new Map(rows.map(({ file, ...verdict }) => [file, verdict]));
}

/** Whether a job of the kind waits or runs. */
export async function hasJob(reader: Reader | Transaction, kind: string): Promise<boolean> {
  const row = await reader
    .selectFrom('jobs')
    .select('subject_id')
    .where('kind', '=', kind)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets the oldest beyond a bound, but no file's newest verdict: by it a sound one stays. */
export async function forgetRuns(transaction: Transaction): Promise<void> {
  const rows = await transaction
    .selectFrom('safekeeping_runs')
    .select('id')
    .where('id', 'not in', (verdicts) =>
      verdicts
        .selectFrom('safekeeping_runs')
        .select((eb) => eb.fn.max('id').as('id'))
        .where('act', '=', 'verify')
        .where('ended_at', 'is not', null)
        .groupBy('file'),
    )
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .offset(runsKept)
    .limit(runsKept)
    .execute();
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await transaction.deleteFrom('safekeeping_runs').where('id', 'in', ids).execute();
}
