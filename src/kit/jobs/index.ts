// What is to be done later. A job is a kind and the number of what it is about, at most one of
// each; it is asked for in the transaction that wants it, and any process that finds it due runs
// it.
import type { Log } from '../log/index.ts';
import type { Database, Milliseconds, Transaction } from '../sql/index.ts';
import { type Clock, hourMs, minuteMs } from '../time/index.ts';
import {
  type ClaimedJob,
  claimJob,
  holdJob,
  listDueJobs,
  putOffJob,
  removeJob,
  writeJob,
} from './store.ts';

/**
 * What a kind of job does. A process may end in the middle of one, which is run again when its
 * lease is over: running it twice must do no more than running it once.
 */
export type JobKind = {
  readonly name: string;
  /** `holdOn`: keeps the job from others for another five minutes; for what takes longer. */
  run(subject: number, holdOn: () => Promise<void>): Promise<void>;
};

/** Asks for a job at a time; asked for again before it ran, the last time counts. */
export async function askForJob(
  transaction: Transaction,
  kind: Pick<JobKind, 'name'>,
  subject: number,
  runAt: Milliseconds,
): Promise<void> {
  await writeJob(transaction, kind.name, subject, runAt);
}

/** Longer than most jobs take; a process that has died keeps a job from others this long. */
const leaseMs = 5 * minuteMs;
const atOnce = 20;
const firstDelayMs = minuteMs;

/** Runs the jobs that are due, one after the other; one that fails is tried again, ever later. */
export async function runDueJobs(
  parts: { readonly database: Database; readonly clock: Clock; readonly log: Log },
  kinds: readonly JobKind[],
): Promise<void> {
  const { database, clock } = parts;
  const names = kinds.map(({ name }) => name);
  for (const due of await listDueJobs(database.read, names, clock.now(), atOnce)) {
    const kind = kinds.find((one) => one.name === due.kind) as JobKind;
    const job = await database.write((transaction) =>
      claimJob(transaction, due, clock.now(), leaseMs),
    );
    if (job !== null) await runJob(parts, kind, job);
  }
}

async function runJob(
  { database, clock, log }: Parameters<typeof runDueJobs>[0],
  kind: JobKind,
  job: ClaimedJob,
): Promise<void> {
  try {
    const holdOn = () =>
      database.write((transaction) => holdJob(transaction, job, clock.now() + leaseMs));
    await kind.run(job.subject, holdOn);
    await database.write((transaction) => removeJob(transaction, job));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const delay = Math.min(hourMs, firstDelayMs * 2 ** Math.min(job.attempts, 10));
    log.warn({ job: job.kind, subject: job.subject, reason }, 'a job failed and is put off');
    const later = clock.now() + delay;
    await database.write((transaction) => putOffJob(transaction, job, later, reason));
  }
}

declare module '../sql/index.ts' {
  interface Tables {
    jobs: {
      kind: string;
      subject_id: number;
      run_at: Milliseconds;
      leased_until: Milliseconds;
      attempts: number;
      problem: string | null;
    };
  }
}
