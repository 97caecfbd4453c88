// SQL of what waits for a moderator.
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../shared/ids.ts';

export function listHeldRows(reader: Reader) {
  return (
    reader
      .selectFrom('held_works')
      .innerJoin('works', 'works.id', 'held_works.work_id')
      .innerJoin('users', 'users.id', 'works.created_by')
      .select([
        'held_works.work_id',
        'held_works.held_at',
        'held_works.reasons',
        'works.title',
        'works.posted_at',
        'users.login',
      ])
      .where('held_works.decided_at', 'is', null)
      .where('works.deleted_at', 'is', null)
      .orderBy('held_works.held_at')
      .orderBy('held_works.work_id')
      // A page; what is decided makes room for the next.
      .limit(100)
      .execute()
  );
}

export async function findHeld(transaction: Transaction, id: WorkId) {
  const row = await transaction
    .selectFrom('held_works')
    .select(['reasons', 'decided_at'])
    .where('work_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const creators = await transaction
    .selectFrom('work_creators')
    .select('user_id')
    .where('work_id', '=', id)
    .execute();
  return { ...row, creatorUserIds: creators.map((one) => one.user_id) };
}

export async function decideHeld(
  transaction: Transaction,
  id: WorkId,
  decided: { readonly at: number; readonly by: UserId; readonly verdict: 'let in' | 'kept out' },
): Promise<void> {
  await transaction
    .updateTable('held_works')
    .set({ decided_at: decided.at, decided_by: decided.by, verdict: decided.verdict })
    .where('work_id', '=', id)
    .execute();
}
