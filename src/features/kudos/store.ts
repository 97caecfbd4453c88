// All SQL of kudos.
import { preparedRead, type Reader, sql, type Transaction } from '../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../shared/ids.ts';
import type { UndoSpan } from '../../shared/undoing.ts';
import type { KudosTable } from './schema.ts';

/** Whose kudos: a member’s, or those of the guest with that key. */
export type Giver = { readonly user: UserId } | { readonly guestKey: string };

/** Log-in names of members who left kudos, the newest first; hidden ones are not named. */
export const listNames = preparedRead((reader, work: WorkId, skipped: number, most: number) =>
  reader
    .selectFrom('kudos')
    .innerJoin('users', 'users.id', 'kudos.user_id')
    .select('users.login')
    .where('kudos.work_id', '=', work)
    .where('users.hidden', '=', 0)
    .where('users.state', '=', 'open')
    .orderBy('kudos.left_at', 'desc')
    .orderBy('kudos.id', 'desc')
    .offset(skipped)
    .limit(most),
);

/** How many members `listNames` could name. */
export async function countNames(reader: Reader, work: WorkId): Promise<number> {
  const [row] = await countNamed(reader, work);
  return Number(row?.count ?? 0);
}

const countNamed = preparedRead((reader, work: WorkId) =>
  reader
    .selectFrom('kudos')
    .innerJoin('users', 'users.id', 'kudos.user_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kudos.work_id', '=', work)
    .where('users.hidden', '=', 0)
    .where('users.state', '=', 'open'),
);

/** Whether those kudos are there. */
export async function hasKudos(
  reader: Reader | Transaction,
  work: WorkId,
  giver: Giver,
): Promise<boolean> {
  const query = reader.selectFrom('kudos').select('id').where('work_id', '=', work);
  const own =
    'user' in giver
      ? query.where('user_id', '=', giver.user)
      : query.where('guest_key', '=', giver.guestKey);
  return (await own.executeTakeFirst()) !== undefined;
}

/** False when they are there already. */
export async function insertKudos(transaction: Transaction, row: KudosTable): Promise<boolean> {
  const made = await transaction
    .insertInto('kudos')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return made.length > 0;
}

/** False when there were none. */
export async function deleteKudos(
  transaction: Transaction,
  work: WorkId,
  giver: Giver,
): Promise<boolean> {
  const query = transaction.deleteFrom('kudos').where('work_id', '=', work).returning('id');
  const own =
    'user' in giver
      ? query.where('user_id', '=', giver.user)
      : query.where('guest_key', '=', giver.guestKey);
  return (await own.execute()).length > 0;
}

/** They go with a work that is removed. */
export async function deleteKudosOfWork(transaction: Transaction, work: WorkId): Promise<void> {
  await transaction.deleteFrom('kudos').where('work_id', '=', work).execute();
}

/** They stay and are counted as a guest's whom nobody can be. */
export async function forgetGiver(transaction: Transaction, user: UserId): Promise<void> {
  await transaction
    .updateTable('kudos')
    .set({ user_id: null, guest_key: sql<string>`'gone:' || cast(id as text)` })
    .where('user_id', '=', user)
    .execute();
}

/** Kudos of an account in a time span. */
export function leftBy(reader: Reader, { user, from, to }: UndoSpan) {
  return reader
    .selectFrom('kudos')
    .where('user_id', '=', user)
    .where('left_at', '>=', from)
    .where('left_at', '<=', to);
}

/** Takes those kudos away and gives the row; null: there are none. */
export async function takeOne(transaction: Transaction, id: number): Promise<KudosTable | null> {
  const [row] = await transaction.deleteFrom('kudos').where('id', '=', id).returningAll().execute();
  return row ?? null;
}
