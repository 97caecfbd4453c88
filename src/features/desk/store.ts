// All SQL of the desk.
import type { Reader, Transaction } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';
import { dismissalsMost } from './limits.ts';

/** What the person has dismissed, newest first. */
export async function listDismissals(
  reader: Reader | Transaction,
  user: UserId,
): Promise<{ readonly finding: string; readonly dismissedAt: number }[]> {
  const rows = await reader
    .selectFrom('desk_dismissals')
    .select(['finding', 'dismissed_at'])
    .where('user_id', '=', user)
    .orderBy('dismissed_at', 'desc')
    .orderBy('finding')
    .execute();
  return rows.map((row) => ({ finding: row.finding, dismissedAt: row.dismissed_at }));
}

/** Keeps a dismissal; one that is there already stays as it is. */
export async function insertDismissal(
  transaction: Transaction,
  user: UserId,
  finding: string,
  at: number,
): Promise<void> {
  await transaction
    .insertInto('desk_dismissals')
    .values({ user_id: user, finding, dismissed_at: at })
    .onConflict((conflict) => conflict.columns(['user_id', 'finding']).doNothing())
    .execute();
  const kept = await listDismissals(transaction, user);
  const over = kept.slice(dismissalsMost).map((row) => row.finding);
  if (over.length === 0) return;
  await transaction
    .deleteFrom('desk_dismissals')
    .where('user_id', '=', user)
    .where('finding', 'in', over)
    .execute();
}

export async function deleteDismissals(transaction: Transaction, user: UserId): Promise<void> {
  await transaction.deleteFrom('desk_dismissals').where('user_id', '=', user).execute();
}
