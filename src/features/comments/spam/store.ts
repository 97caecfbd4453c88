// SQL of what was learnt of spam.
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Tally } from './bayes.ts';
import { signsAtOnce } from './limits.ts';
import type { SpamLearningTable } from './schema.ts';
import type { Judged } from './signs.ts';

type Learning = Omit<SpamLearningTable, 'id'>;

export async function readLearning(reader: Reader | Transaction): Promise<Learning> {
  const row = await reader
    .selectFrom('spam_learning')
    .select(['good', 'bad', 'learnt_at', 'reset_at'])
    .executeTakeFirst();
  return row ?? { good: 0, bad: 0, learnt_at: 0, reset_at: 0 };
}

/** Those of the signs that are known. */
export async function readSigns(
  reader: Reader,
  signs: readonly string[],
): Promise<ReadonlyMap<string, Tally>> {
  if (signs.length === 0) return new Map();
  const rows = await reader
    .selectFrom('spam_signs')
    .selectAll()
    .where('sign', 'in', signs)
    .execute();
  return new Map(rows.map(({ sign, good, bad }) => [sign, { good, bad }]));
}

/** Puts all of it in the place of what was learnt before. */
export async function replaceSigns(
  transaction: Transaction,
  learning: Learning,
  signs: readonly (readonly [string, Tally])[],
): Promise<void> {
  await transaction
    .insertInto('spam_learning')
    .values({ id: 1, ...learning })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(learning))
    .execute();
  await transaction.deleteFrom('spam_signs').execute();
  for (let from = 0; from < signs.length; from += signsAtOnce) {
    const rows = signs.slice(from, from + signsAtOnce);
    await transaction
      .insertInto('spam_signs')
      .values(rows.map(([sign, { good, bad }]) => ({ sign, good, bad })))
      .execute();
  }
}

/** The newest comments that moderators have hidden, or that everybody can read. */
export async function listSamples(
  reader: Reader,
  { bad, since }: { readonly bad: boolean; readonly since: Milliseconds },
  most: number,
): Promise<Judged[]> {
  const all = reader
    .selectFrom('comments')
    .leftJoin('users', 'users.id', 'comments.user_id')
    .select(['comments.html', 'comments.created_at', 'users.created_at as joined_at'])
    .where('comments.deleted_at', 'is', null)
    .where('comments.created_at', '>=', since);
  const kind = bad
    ? all.where('comments.hidden_by', '=', 'moderator')
    : all.where('comments.hidden_by', 'is', null).where('comments.state', '=', 'shown');
  const rows = await kind.orderBy('comments.created_at', 'desc').limit(most).execute();
  return rows.map(({ html, created_at, joined_at }) => {
    return { html, accountAgeMs: joined_at === null ? null : created_at - joined_at };
  });
}

/** When the authors among these joined. */
export async function readAges(
  reader: Reader,
  rows: readonly { readonly user_id: UserId | null }[],
): Promise<ReadonlyMap<UserId, Milliseconds>> {
  const ids = [...new Set(rows.flatMap(({ user_id }) => user_id ?? []))];
  if (ids.length === 0) return new Map();
  const people = await reader
    .selectFrom('users')
    .select(['id', 'created_at'])
    .where('id', 'in', ids)
    .execute();
  return new Map(people.map(({ id, created_at }) => [id, created_at]));
}
