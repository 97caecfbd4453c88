// What moderators have taken from somebody, as it is now. For moderators alone: the routes see to
// it.
import type { Reader } from '../../kit/sql/index.ts';

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
    .where((eb) =>
      eb.or([
        eb.and([eb('hidden', '=', 1), eb('deleted_at', 'is', null)]),
        eb('restricted_wish', 'is not', null),
        eb('removed_at', 'is not', null),
      ]),
    )
    // What waits before it is posted has a list of its own.
    .where('posted_at', 'is not', null)
    .orderBy('edited_at', 'desc')
    .limit(shownMax)
    .execute();
  const people = await reader
    .selectFrom('users')
    .select('login')
    .where((eb) =>
      eb.or([
        eb('hidden', '=', 1),
        eb('profile_hidden_at', 'is not', null),
        eb('id', 'in', eb.selectFrom('bars').select('user_id')),
      ]),
    )
    .orderBy('login_key')
    .limit(shownMax)
    .execute();
  return { works, people };
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
