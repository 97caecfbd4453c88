// What is hidden now. For moderators alone: the routes see to it.
import type { Reader, Transaction } from '../../kit/sql/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import type { SubjectKind } from './rulings/acts.ts';

export type HiddenList = {
  readonly works: readonly { readonly id: number; readonly title: string }[];
  readonly people: readonly { readonly login: string }[];
};

// What a page can show; two tired volunteers have long lost count by then.
const shownMax = 500;

export async function listHidden(reader: Reader): Promise<HiddenList> {
  const works = await reader
    .selectFrom('works')
    .select(['id', 'title'])
    .where('hidden', '=', 1)
    .where('deleted_at', 'is', null)
    // What waits before it is posted has a list of its own.
    .where('posted_at', 'is not', null)
    .orderBy('edited_at', 'desc')
    .limit(shownMax)
    .execute();
  const people = await reader
    .selectFrom('users')
    .select('login')
    .where('hidden', '=', 1)
    .orderBy('login_key')
    .limit(shownMax)
    .execute();
  return { works, people };
}

/** Whether moderators have hidden it; null: there is no such thing. */
export async function readHidden(
  reader: Reader | Transaction,
  kind: SubjectKind,
  id: number,
): Promise<boolean | null> {
  const table = kind === 'work' ? 'works' : 'users';
  const row = await reader
    .selectFrom(table as 'works')
    .select('hidden')
    .where('id', '=', id as WorkId)
    .executeTakeFirst();
  return row === undefined ? null : row.hidden === 1;
}

/** Log-in names of those who acted, by user id. */
export async function listActors(
  reader: Reader,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom('users')
    .select(['id', 'login'])
    .where('id', 'in', ids as never)
    .execute();
  return new Map(rows.map((row) => [row.id, row.login]));
}
