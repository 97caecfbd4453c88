// All SQL of works that wait for a moderator.
import { preparedRead, type Reader, type Transaction } from '../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../shared/ids.ts';
import { heldShownMax } from './limits.ts';

export type HeldVerdict = 'let in' | 'kept out';

export type HeldRow = {
  readonly reasons: readonly string[];
  readonly heldAt: number;
  /** Null: it waits. */
  readonly verdict: HeldVerdict | null;
};

/** Null: it never waited. */
export async function findHeld(reader: Reader | Transaction, id: WorkId): Promise<HeldRow | null> {
  const [row] = await readHeld(reader, id);
  if (row === undefined) return null;
  const reasons = JSON.parse(row.reasons) as string[];
  return { reasons, heldAt: row.held_at, verdict: row.verdict };
}

const readHeld = preparedRead((reader, id: WorkId) =>
  reader
    .selectFrom('held_works')
    .select(['reasons', 'held_at', 'verdict'])
    .where('work_id', '=', id),
);

export function listHeldRows(reader: Reader) {
  return reader
    .selectFrom('held_works')
    .innerJoin('works', 'works.id', 'held_works.work_id')
    .innerJoin('users', 'users.id', 'works.created_by')
    .select(['work_id', 'held_at', 'reasons', 'works.title', 'works.posted_at', 'users.login'])
    .where('held_works.decided_at', 'is', null)
    .where('works.deleted_at', 'is', null)
    .orderBy('held_works.held_at')
    .orderBy('held_works.work_id')
    .limit(heldShownMax)
    .execute();
}

export async function insertHeld(
  transaction: Transaction,
  work: WorkId,
  reasons: readonly string[],
  at: number,
): Promise<void> {
  const row = { work_id: work, reasons: JSON.stringify(reasons), held_at: at };
  await transaction
    .insertInto('held_works')
    .values({ ...row, decided_at: null, decided_by: null, verdict: null })
    .execute();
}

export async function decideHeld(
  transaction: Transaction,
  id: WorkId,
  decided: { readonly at: number; readonly by: UserId; readonly verdict: HeldVerdict },
): Promise<void> {
  await transaction
    .updateTable('held_works')
    .set({ decided_at: decided.at, decided_by: decided.by, verdict: decided.verdict })
    .where('work_id', '=', id)
    .execute();
}

/** How many other works the person has posted here that moderators do not hide, `most` at most. */
export async function countShownWorks(
  transaction: Transaction,
  person: UserId,
  besides: WorkId,
  most: number,
): Promise<number> {
  const rows = await transaction
    .selectFrom('works')
    .select('id')
    .where('created_by', '=', person)
    .where('id', '!=', besides)
    .where('posted_at', 'is not', null)
    .where('hidden', '=', 0)
    .where('removed_at', 'is', null)
    .limit(most)
    .execute();
  return rows.length;
}

/** What the host has chosen, as words; absent: nothing yet. */
export async function readFirstWorksChoice(
  transaction: Transaction,
): Promise<{ readonly works?: string; readonly days?: string }> {
  const rows = await transaction
    .selectFrom('site_settings')
    .select(['name', 'value'])
    .where('name', 'in', ['first-works', 'first-works-days'])
    .execute();
  const chosen = new Map(rows.map(({ name, value }) => [name, value]));
  const [works, days] = [chosen.get('first-works'), chosen.get('first-works-days')];
  return { ...(works === undefined ? {} : { works }), ...(days === undefined ? {} : { days }) };
}
