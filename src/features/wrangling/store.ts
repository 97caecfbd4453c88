// All SQL of the desk: who looks after which fandom, and what wranglers tell each other.
import type { Milliseconds, Reader, Transaction } from '../../kit/sql/index.ts';
import type { TagId, UserId } from '../../shared/ids.ts';
import { notesShown } from './limits.ts';

export type Keeper = { readonly userId: UserId; readonly login: string; readonly fandom: TagId };

/** Who looks after any of the fandoms, by log-in name. */
export async function listKeepers(reader: Reader, fandoms: readonly TagId[]): Promise<Keeper[]> {
  if (fandoms.length === 0) return [];
  return reader
    .selectFrom('wrangler_fandoms')
    .innerJoin('users', 'users.id', 'wrangler_fandoms.user_id')
    .select(['users.id as userId', 'users.login', 'wrangler_fandoms.fandom_id as fandom'])
    .where('wrangler_fandoms.fandom_id', 'in', fandoms)
    .orderBy('users.login_key')
    .execute();
}

/** The fandoms that a wrangler looks after. */
export async function listKept(reader: Reader, user: UserId): Promise<TagId[]> {
  const rows = await reader
    .selectFrom('wrangler_fandoms')
    .select('fandom_id')
    .where('user_id', '=', user)
    .execute();
  return rows.map((row) => row.fandom_id);
}

/** Every fandom that somebody looks after. */
export async function listKeptFandoms(reader: Reader): Promise<TagId[]> {
  const rows = await reader.selectFrom('wrangler_fandoms').select('fandom_id').distinct().execute();
  return rows.map((row) => row.fandom_id);
}

/** Signs somebody up for a fandom; nothing happens if they look after it already. */
export async function insertKeeper(
  transaction: Transaction,
  user: UserId,
  fandom: TagId,
  since: Milliseconds,
): Promise<void> {
  await transaction
    .insertInto('wrangler_fandoms')
    .values({ user_id: user, fandom_id: fandom, since })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteKeeper(
  transaction: Transaction,
  user: UserId,
  fandom: TagId,
): Promise<void> {
  await transaction
    .deleteFrom('wrangler_fandoms')
    .where('user_id', '=', user)
    .where('fandom_id', '=', fandom)
    .execute();
}

/** Who looks after any of the fandoms: for acts, inside their transaction or before. */
export async function listKeeperIds(
  reader: Reader | Transaction,
  fandoms: readonly TagId[],
): Promise<UserId[]> {
  if (fandoms.length === 0) return [];
  const rows = await reader
    .selectFrom('wrangler_fandoms')
    .select('user_id')
    .distinct()
    .where('fandom_id', 'in', fandoms)
    .orderBy('user_id')
    .execute();
  return rows.map((row) => row.user_id);
}

export type Note = {
  readonly id: number;
  readonly by: UserId;
  readonly login: string;
  readonly at: Milliseconds;
  readonly body: string;
};

/** What wranglers wrote about a tag, the newest first. */
export async function listNotes(reader: Reader, tag: TagId): Promise<Note[]> {
  return reader
    .selectFrom('tag_notes')
    .innerJoin('users', 'users.id', 'tag_notes.by_id')
    .select([
      'tag_notes.id',
      'tag_notes.by_id as by',
      'users.login',
      'tag_notes.at',
      'tag_notes.body',
    ])
    .where('tag_notes.tag_id', '=', tag)
    .orderBy('tag_notes.at', 'desc')
    .orderBy('tag_notes.id', 'desc')
    .limit(notesShown)
    .execute();
}

/** How many notes stand with each of the tags; those without any are left out. */
export async function countNotes(
  reader: Reader,
  tags: readonly TagId[],
): Promise<ReadonlyMap<TagId, number>> {
  if (tags.length === 0) return new Map();
  const rows = await reader
    .selectFrom('tag_notes')
    .select(({ fn }) => ['tag_id', fn.countAll<number | string>().as('notes')])
    .where('tag_id', 'in', tags)
    .groupBy('tag_id')
    .execute();
  return new Map(rows.map((row) => [row.tag_id, Number(row.notes)]));
}

/** Keeps a note; its text was checked. */
export async function insertNote(
  transaction: Transaction,
  note: { id: number; tag: TagId; by: UserId; at: Milliseconds; body: string },
): Promise<void> {
  const { id, tag, by, at, body } = note;
  await transaction
    .insertInto('tag_notes')
    .values({ id, tag_id: tag, by_id: by, at, body })
    .execute();
}

/** Only by whoever wrote it; false if there is no such note of theirs. */
export async function deleteNote(
  transaction: Transaction,
  id: number,
  by: UserId,
): Promise<boolean> {
  const gone = await transaction
    .deleteFrom('tag_notes')
    .where('id', '=', id)
    .where('by_id', '=', by)
    .returning('id')
    .execute();
  return gone.length > 0;
}

/** Log-in names by person. */
export async function listLogins(
  reader: Reader,
  people: readonly UserId[],
): Promise<ReadonlyMap<UserId, string>> {
  if (people.length === 0) return new Map();
  const rows = await reader
    .selectFrom('users')
    .select(['id', 'login'])
    .where('id', 'in', people)
    .execute();
  return new Map(rows.map((row) => [row.id, row.login]));
}
