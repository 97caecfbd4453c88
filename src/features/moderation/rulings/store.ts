// All SQL of rulings. Those whose thing it is read theirs; moderators read those of a subject.
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import { type Act, acts as allActs } from './acts.ts';
import type { RulingId, RulingsTable } from './schema.ts';

type Subject = { readonly kind: RulingsTable['subject_kind']; readonly id: number };

export async function insertRuling(
  transaction: Transaction,
  row: RulingsTable,
  people: readonly UserId[],
): Promise<void> {
  await transaction.insertInto('rulings').values(row).execute();
  if (people.length === 0) return;
  const rows = people.map((user) => ({ ruling_id: row.id, user_id: user }));
  await transaction.insertInto('ruling_people').values(rows).execute();
}

/** Who was told of it: whose the thing was. */
export async function listPeopleOf(transaction: Transaction, id: RulingId): Promise<UserId[]> {
  const rows = await transaction
    .selectFrom('ruling_people')
    .select('user_id')
    .where('ruling_id', '=', id)
    .execute();
  return rows.map((row) => row.user_id);
}

/** Rulings of those ids that were told to the person. */
export async function listToldTo(
  reader: Reader | Transaction,
  person: UserId,
  ids: readonly RulingId[],
): Promise<RulingsTable[]> {
  if (ids.length === 0) return [];
  return reader
    .selectFrom('rulings')
    .innerJoin('ruling_people', 'ruling_people.ruling_id', 'rulings.id')
    .selectAll('rulings')
    .where('ruling_people.user_id', '=', person)
    .where('rulings.id', 'in', ids)
    .execute();
}

/** The newest first. */
export async function listRulings(
  reader: Reader | Transaction,
  subject: Subject,
): Promise<RulingsTable[]> {
  return reader
    .selectFrom('rulings')
    .selectAll()
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
}

/** The newest decisions that the person was told of. */
export async function listToldOf(
  reader: Reader,
  person: UserId,
  most: number,
): Promise<RulingsTable[]> {
  return reader
    .selectFrom('rulings')
    .innerJoin('ruling_people', 'ruling_people.ruling_id', 'rulings.id')
    .selectAll('rulings')
    .where('ruling_people.user_id', '=', person)
    .orderBy('rulings.at', 'desc')
    .orderBy('rulings.id', 'desc')
    .limit(most)
    .execute();
}

/** False when it was appealed against before. */
export async function keepAppeal(
  transaction: Transaction,
  id: RulingId,
  words: string,
  at: Milliseconds,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('rulings')
    .set({ appeal_words: words, appealed_at: at })
    .where('id', '=', id)
    .where('appealed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Answers what waits about the subject, of those acts or of any; who is to be told of which
 * ruling.
 */
export async function answerAppeals(
  transaction: Transaction,
  subject: Subject,
  at: Milliseconds,
  acts: readonly Act[] = allActs,
): Promise<{ readonly ruling: RulingId; readonly person: UserId }[]> {
  const rulings = await listRulings(transaction, subject);
  const asked = rulings.filter((one) => isWaiting(one) && acts.includes(one.act));
  const waiting = asked.map(({ id }) => id);
  if (waiting.length === 0) return [];
  await transaction
    .updateTable('rulings')
    .set({ answered_at: at })
    .where('id', 'in', waiting)
    .execute();
  const rows = await transaction
    .selectFrom('ruling_people')
    .selectAll()
    .where('ruling_id', 'in', waiting)
    .execute();
  return rows.map((row) => ({ ruling: row.ruling_id, person: row.user_id }));
}

export function isWaiting(ruling: RulingsTable): boolean {
  return ruling.appealed_at !== null && ruling.answered_at === null;
}
