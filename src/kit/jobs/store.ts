import type { Reader, Transaction } from '../sql/index.ts';

/** A job as it was claimed. */
export type ClaimedJob = {
  readonly kind: string;
  readonly subject: number;
  readonly runAt: number;
  /** How often it was tried before. */
  readonly attempts: number;
};

/** Asks for a job at that time, in place of the one asked for before. */
export async function writeJob(
  transaction: Transaction,
  kind: string,
  subject: number,
  runAt: number,
): Promise<void> {
  const fresh = { run_at: runAt, leased_until: 0, attempts: 0, problem: null };
  await transaction
    .insertInto('jobs')
    .values({ kind, subject_id: subject, ...fresh })
    .onConflict((conflict) => conflict.columns(['kind', 'subject_id']).doUpdateSet(fresh))
    .execute();
}

/** The jobs of these kinds whose time has come and which nobody runs, the oldest first. */
export async function listDueJobs(
  reader: Reader,
  kinds: readonly string[],
  now: number,
  limit: number,
) {
  return reader
    .selectFrom('jobs')
    .select(['kind', 'subject_id as subject', 'run_at as runAt'])
    .where('kind', 'in', kinds)
    .where('run_at', '<=', now)
    .where('leased_until', '<=', now)
    .orderBy('run_at')
    .limit(limit)
    .execute();
}

/** Takes a job for this process; null when another one was faster, or it was put off. */
export async function claimJob(
  transaction: Transaction,
  { kind, subject }: { readonly kind: string; readonly subject: number },
  now: number,
  leaseMs: number,
): Promise<ClaimedJob | null> {
  const row = await transaction
    .updateTable('jobs')
    .set((eb) => ({ leased_until: now + leaseMs, attempts: eb('attempts', '+', 1) }))
    .where('kind', '=', kind)
    .where('subject_id', '=', subject)
    .where('run_at', '<=', now)
    .where('leased_until', '<=', now)
    .returning(['run_at', 'attempts'])
    .executeTakeFirst();
  return row === undefined
    ? null
    : { kind, subject, runAt: row.run_at, attempts: row.attempts - 1 };
}

/** Keeps a job that runs for its process, unless it was asked for anew. */
export async function holdJob(
  transaction: Transaction,
  { kind, subject, runAt }: ClaimedJob,
  until: number,
): Promise<void> {
  await transaction
    .updateTable('jobs')
    .set({ leased_until: until })
    .where('kind', '=', kind)
    .where('subject_id', '=', subject)
    .where('run_at', '=', runAt)
    .where('leased_until', '>', 0)
    .execute();
}

/** Removes a job that is done, unless it was asked for anew while it ran. */
export async function removeJob(transaction: Transaction, job: ClaimedJob): Promise<void> {
  await transaction
    .deleteFrom('jobs')
    .where('kind', '=', job.kind)
    .where('subject_id', '=', job.subject)
    .where('run_at', '=', job.runAt)
    .where('leased_until', '>', 0)
    .execute();
}

/** Puts off a job that failed, unless it was asked for anew while it ran. */
export async function putOffJob(
  transaction: Transaction,
  job: ClaimedJob,
  runAt: number,
  problem: string,
): Promise<void> {
  await transaction
    .updateTable('jobs')
    .set({ run_at: runAt, leased_until: 0, problem })
    .where('kind', '=', job.kind)
    .where('subject_id', '=', job.subject)
    .where('run_at', '=', job.runAt)
    .where('leased_until', '>', 0)
    .execute();
}
