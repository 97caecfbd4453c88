// All SQL of saved filters. Every read is of the member who keeps them, but for acts upon tags.
import type { Milliseconds, Reader, Transaction } from '../../kit/sql/index.ts';
import type { TagId, UserId } from '../../shared/ids.ts';
import { caseKey } from '../../text/index.ts';
import type { FilterId, SavedFilter } from './saved-filter.ts';

/** The member's filters by name. */
export async function listFilters(
  reader: Reader | Transaction,
  user: UserId,
): Promise<SavedFilter[]> {
  const rows = await filters(reader)
    .where('saved_filters.user_id', '=', user)
    .orderBy('saved_filters.name_key')
    .execute();
  return rows.map(asFilter);
}

/** The member's filter of that number; null for none, or another's. */
export async function findFilter(
  reader: Reader | Transaction,
  user: UserId,
  id: FilterId,
): Promise<SavedFilter | null> {
  const row = await filters(reader)
    .where('saved_filters.user_id', '=', user)
    .where('saved_filters.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : asFilter(row);
}

/** Whoever keeps it. */
export async function findAnyFilter(
  transaction: Transaction,
  id: FilterId,
): Promise<SavedFilter | null> {
  const row = await filters(transaction).where('saved_filters.id', '=', id).executeTakeFirst();
  return row === undefined ? null : asFilter(row);
}

export async function findDefaultFilter(reader: Reader, user: UserId): Promise<SavedFilter | null> {
  const row = await filters(reader).where('default_filters.user_id', '=', user).executeTakeFirst();
  return row === undefined ? null : asFilter(row);
}

type Written = Omit<SavedFilter, 'isDefault'>;

export async function insertFilter(
  transaction: Transaction,
  user: UserId,
  { id, name, query, list }: Written,
  at: Milliseconds,
): Promise<void> {
  await transaction
    .insertInto('saved_filters')
    .values({
      id,
      user_id: user,
      name,
      name_key: caseKey(name),
      query,
      list_path: list.path,
      list_tag_id: list.tag,
      created_at: at,
      updated_at: at,
    })
    .execute();
}

export async function updateFilter(
  transaction: Transaction,
  { id, name, query, list }: Written,
  at: Milliseconds,
): Promise<void> {
  await transaction
    .updateTable('saved_filters')
    .set({ name, name_key: caseKey(name), query, list_tag_id: list.tag, updated_at: at })
    .where('id', '=', id)
    .execute();
}

export async function deleteFilter(transaction: Transaction, id: FilterId): Promise<void> {
  await transaction.deleteFrom('default_filters').where('filter_id', '=', id).execute();
  await transaction.deleteFrom('saved_filter_tags').where('filter_id', '=', id).execute();
  await transaction.deleteFrom('saved_filters').where('id', '=', id).execute();
}

/** Null: the member has no default filter any more. */
export async function writeDefault(
  transaction: Transaction,
  user: UserId,
  id: FilterId | null,
): Promise<void> {
  await transaction.deleteFrom('default_filters').where('user_id', '=', user).execute();
  if (id === null) return;
  await transaction
    .insertInto('default_filters')
    .values({ user_id: user, filter_id: id })
    .execute();
}

/** Says anew which tags a filter's query has; they must be tags. */
export async function writeFilterTags(
  transaction: Transaction,
  id: FilterId,
  tags: readonly TagId[],
): Promise<void> {
  await transaction.deleteFrom('saved_filter_tags').where('filter_id', '=', id).execute();
  if (tags.length === 0) return;
  const rows = [...new Set(tags)].map((tag) => ({ filter_id: id, tag_id: tag }));
  await transaction.insertInto('saved_filter_tags').values(rows).execute();
}

/** Everybody's filters that have one of the tags, or are for its list. */
export async function listFiltersWith(
  reader: Reader | Transaction,
  tags: readonly TagId[],
): Promise<(SavedFilter & { readonly user: UserId })[]> {
  if (tags.length === 0) return [];
  const rows = await filters(reader)
    .where((eb) =>
      eb.or([
        eb('saved_filters.list_tag_id', 'in', tags),
        eb(
          'saved_filters.id',
          'in',
          eb.selectFrom('saved_filter_tags').select('filter_id').where('tag_id', 'in', tags),
        ),
      ]),
    )
    .orderBy('saved_filters.id')
    .execute();
  return rows.map((row) => ({ ...asFilter(row), user: row.user_id }));
}

function filters(reader: Reader | Transaction) {
  return reader
    .selectFrom('saved_filters')
    .leftJoin('default_filters', 'default_filters.filter_id', 'saved_filters.id')
    .select([
      'saved_filters.id',
      'saved_filters.user_id',
      'saved_filters.name',
      'saved_filters.query',
      'saved_filters.list_path',
      'saved_filters.list_tag_id',
      'default_filters.filter_id as defaultId',
    ]);
}

function asFilter(row: {
  readonly id: FilterId;
  readonly name: string;
  readonly query: string;
  readonly list_path: string;
  readonly list_tag_id: TagId | null;
  readonly defaultId: FilterId | null;
}): SavedFilter {
  return {
    id: row.id,
    name: row.name,
    query: row.query,
    list: { path: row.list_path, tag: row.list_tag_id },
    isDefault: row.defaultId !== null,
  };
}
