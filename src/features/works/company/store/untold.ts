// SQL of gifts and related works whose people have not been told of them.
import type { ExpressionBuilder } from 'kysely';
import type { Tables, Transaction } from '../../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../../shared/ids.ts';

/** Somebody to be told of a work. */
export type Untold = { readonly person: UserId; readonly work: WorkId };

/** Takes gifts to members of works that any member sees in lists, `most` at once. */
export async function takeUntoldGifts(
  transaction: Transaction,
  at: number,
  most: number,
): Promise<Untold[]> {
  const rows = await transaction
    .selectFrom('work_gifts')
    .innerJoin('works', 'works.id', 'work_gifts.work_id')
    .select(['work_gifts.work_id as work', 'work_gifts.user_id as person', 'name_key'])
    .where('work_gifts.told_at', 'is', null)
    .where('work_gifts.refused_at', 'is', null)
    .where('work_gifts.user_id', 'is not', null)
    .where((eb) => seenByMembers(eb as never))
    .limit(most)
    .execute();
  for (const { work, name_key } of rows) {
    await transaction
      .updateTable('work_gifts')
      .set({ told_at: at })
      .where('work_id', '=', work)
      .where('name_key', '=', name_key)
      .execute();
  }
  return rows.flatMap(({ work, person }) => (person === null ? [] : [{ work, person }]));
}

/**
 * Takes works that say after which other they were made, `most` at once: for each creator of the
 * other, except those who made both.
 */
export async function takeUntoldRelated(
  transaction: Transaction,
  at: number,
  most: number,
): Promise<Untold[]> {
  const rows = await transaction
    .selectFrom('related_works')
    .innerJoin('works', 'works.id', 'related_works.work_id')
    .select(['related_works.id', 'related_works.work_id as work', 'parent_work_id as parent'])
    .where('related_works.told_at', 'is', null)
    .where('approved_at', 'is', null)
    .where('refused_at', 'is', null)
    .where('parent_work_id', 'is not', null)
    .where((eb) => seenByMembers(eb as never))
    .limit(most)
    .execute();
  const found: Untold[] = [];
  for (const { id, work, parent } of rows) {
    await transaction
      .updateTable('related_works')
      .set({ told_at: at })
      .where('id', '=', id)
      .execute();
    const own = await creatorsOf(transaction, work);
    const theirs = await creatorsOf(transaction, parent as WorkId);
    for (const person of theirs) if (!own.has(person)) found.push({ person, work });
  }
  return found;
}

async function creatorsOf(transaction: Transaction, work: WorkId): Promise<ReadonlySet<UserId>> {
  const rows = await transaction
    .selectFrom('work_creators')
    .select('user_id')
    .where('work_id', '=', work)
    .execute();
  return new Set(rows.map(({ user_id }) => user_id));
}

/** Nobody is told before the work can be seen: a number of notices would give it away. */
function seenByMembers(eb: ExpressionBuilder<Tables, 'works'>) {
  return eb.and([
    eb('works.posted_at', 'is not', null),
    eb('works.deleted_at', 'is', null),
    eb('works.hidden', '=', 0),
    eb('works.creators_hidden', '=', 0),
    eb('works.unrevealed', '=', 0),
  ]);
}
