// SQL of the host's pages: people with their roles, jobs, waiting mail. For admins alone: the
// routes see to it.
import type { Milliseconds, Reader, Transaction } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Role } from '../../shared/viewer.ts';
import { jobsShown, peopleShown } from './limits.ts';

export type PersonOfDesk = {
  readonly id: UserId;
  readonly login: string;
  readonly email: string | null;
  readonly state: 'pending' | 'open' | 'suspended';
  readonly hidden: boolean;
  readonly joinedAt: Milliseconds;
  readonly roles: readonly Role[];
};

/**
 * People whose log-in name begins with the key or whose mail address has it, in the order of their
 * names; without one those who have a role.
 */
export async function listPeople(reader: Reader, key: string): Promise<PersonOfDesk[]> {
  const query = reader
    .selectFrom('users')
    .select(['id', 'login', 'email', 'state', 'hidden', 'created_at as joinedAt'])
    .orderBy('login_key')
    .limit(peopleShown);
  // The end of what begins so: no character is greater.
  const named =
    key === ''
      ? query.where('id', 'in', (eb) => eb.selectFrom('user_roles').select('user_id'))
      : query.where((eb) =>
          eb.or([
            eb.and([eb('login_key', '>=', key), eb('login_key', '<', `${key}\u{10ffff}`)]),
            eb('email_key', '=', key),
          ]),
        );
  const rows = await named.execute();
  const roles = await listRolesOf(
    reader,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, hidden: row.hidden === 1, roles: roles.get(row.id) ?? [] }));
}

async function listRolesOf(
  reader: Reader,
  ids: readonly UserId[],
): Promise<ReadonlyMap<UserId, Role[]>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom('user_roles')
    .select(['user_id', 'role'])
    .where('user_id', 'in', ids)
    .orderBy('role')
    .execute();
  const roles = new Map<UserId, Role[]>();
  for (const { user_id, role } of rows) roles.set(user_id, [...(roles.get(user_id) ?? []), role]);
  return roles;
}

export type JobOfDesk = {
  readonly kind: string;
  readonly subject: number;
  readonly runAt: Milliseconds;
  readonly leasedUntil: Milliseconds;
  readonly attempts: number;
  readonly problem: string | null;
};

/** Jobs that have failed first, then by their time. */
export async function listJobs(reader: Reader): Promise<JobOfDesk[]> {
  return reader
    .selectFrom('jobs')
    .select([
      'kind',
      'subject_id as subject',
      'run_at as runAt',
      'leased_until as leasedUntil',
      'attempts',
      'problem',
    ])
    .orderBy((eb) => eb.case().when('problem', 'is', null).then(1).else(0).end())
    .orderBy('run_at')
    .orderBy('subject_id')
    .limit(jobsShown)
    .execute();
}

export type JobCounts = {
  readonly waiting: number;
  readonly failed: number;
  /** When the one that has waited longest was due and nobody runs it; null: none is due. */
  readonly dueSince: Milliseconds | null;
};

export async function countJobs(reader: Reader, now: Milliseconds): Promise<JobCounts> {
  const all = await reader
    .selectFrom('jobs')
    .select((eb) => [
      eb.fn.countAll<number>().as('waiting'),
      eb.fn.count<number>('problem').as('failed'),
    ])
    .executeTakeFirstOrThrow();
  const due = await reader
    .selectFrom('jobs')
    .select('run_at')
    .where('run_at', '<=', now)
    .where('leased_until', '<=', now)
    .orderBy('run_at')
    .limit(1)
    .executeTakeFirst();
  const dueSince = due?.run_at ?? null;
  return { waiting: Number(all.waiting), failed: Number(all.failed), dueSince };
}

/** False when there is no such job, or somebody runs it. */
export async function hurryJob(
  transaction: Transaction,
  job: { readonly kind: string; readonly subject: number },
  now: Milliseconds,
): Promise<boolean> {
  const rows = await transaction
    .updateTable('jobs')
    .set({ run_at: now })
    .where('kind', '=', job.kind)
    .where('subject_id', '=', job.subject)
    .where('leased_until', '<=', now)
    .returning('kind')
    .execute();
  return rows.length > 0;
}

/** The same. */
export async function dropJob(
  transaction: Transaction,
  job: { readonly kind: string; readonly subject: number },
  now: Milliseconds,
): Promise<boolean> {
  const rows = await transaction
    .deleteFrom('jobs')
    .where('kind', '=', job.kind)
    .where('subject_id', '=', job.subject)
    .where('leased_until', '<=', now)
    .returning('kind')
    .execute();
  return rows.length > 0;
}

/** Mails that wait to be sent. */
export async function countWaitingMail(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('queued_mail')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('sent_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function findEmail(reader: Reader, id: UserId): Promise<string | null> {
  const row = await reader
    .selectFrom('users')
    .select('email')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.email ?? null;
}
