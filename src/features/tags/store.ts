// All SQL of the tag tables. Names are public facts only where a viewer may see a use of them:
// what is offered or counted is decided above, in finding.
import {
  insertRows,
  preparedRead,
  type Reader,
  type Selectable,
  type Transaction,
} from '../../kit/sql/index.ts';
import type { TagId } from '../../shared/ids.ts';
import { caseKey, lookKey } from '../../text/index.ts';
import type { TagMetatagsTable, TagParentsTable, TagsTable } from './schema.ts';
import type { Tag, TagType } from './tag.ts';

// How many ids one statement names: PostgreSQL takes 65,535 values, SQLite 32,766.
const idsPerStatement = 1000;

const columns = [
  'id',
  'type',
  'name',
  'status',
  'synonym_of',
  'short_word',
  'adult',
  'sort_order',
] as const;

type TagRow = Pick<Selectable<TagsTable>, (typeof columns)[number]>;

export function asTag(row: TagRow): Tag {
  return {
    id: row.id,
    type: row.type,
    name: row.name,
    status: row.status,
    synonymOf: row.synonym_of,
    shortWord: row.short_word,
    adult: row.adult === 1,
    sortOrder: row.sort_order,
  };
}

/** Tags by id; ids that are none are left out. */
export async function findTagsByIds(
  reader: Reader | Transaction,
  ids: readonly TagId[],
): Promise<Map<TagId, Tag>> {
  const tags = new Map<TagId, Tag>();
  for (let at = 0; at < ids.length; at += idsPerStatement) {
    const some = ids.slice(at, at + idsPerStatement);
    for (const row of await readTags(reader, some)) tags.set(row.id, asTag(row));
  }
  return tags;
}

const readTags = preparedRead((reader, ids: readonly TagId[]) =>
  reader.selectFrom('tags').select(columns).where('id', 'in', ids),
);

/** Tags of any of the types that bear this very name (Unicode case aside). */
export async function findTagsByName(
  reader: Reader | Transaction,
  name: string,
  types: readonly TagType[],
): Promise<Tag[]> {
  const rows = await reader
    .selectFrom('tags')
    .select(columns)
    .where('name_key', '=', caseKey(name))
    .where('type', 'in', types)
    .execute();
  return rows.map(asTag);
}

/** Tags of one type that bear one of these very names (Unicode case aside). */
export async function findTagsByNames(
  reader: Reader | Transaction,
  type: TagType,
  names: readonly string[],
): Promise<Tag[]> {
  const keys = [...new Set(names.map(caseKey))];
  const tags: Tag[] = [];
  for (let at = 0; at < keys.length; at += idsPerStatement) {
    const rows = await reader
      .selectFrom('tags')
      .select(columns)
      .where('type', '=', type)
      .where('name_key', 'in', keys.slice(at, at + idsPerStatement))
      .execute();
    tags.push(...rows.map(asTag));
  }
  return tags;
}

/** Tags found by a name without regard to accents; several may share it. */
export async function findTagsByLook(
  reader: Reader,
  name: string,
  types: readonly TagType[],
): Promise<Tag[]> {
  const rows = await reader
    .selectFrom('tags')
    .select(columns)
    .where('look_key', '=', lookKey(name))
    .where('type', 'in', types)
    .execute();
  return rows.map(asTag);
}

/** The tag that once bore this name, if another name replaced it. */
export async function findTagByOldName(
  reader: Reader,
  name: string,
  types: readonly TagType[],
): Promise<Tag | null> {
  const row = await reader
    .selectFrom('tag_old_names')
    .innerJoin('tags', 'tags.id', 'tag_old_names.tag_id')
    .select(columns.map((column) => `tags.${column}` as const))
    .where('tag_old_names.name_key', '=', caseKey(name))
    .where('tag_old_names.type', 'in', types)
    .executeTakeFirst();
  return row === undefined ? null : asTag(row);
}

/** Tags of one type by the `caseKey`s of names that they once bore. */
export async function findTagsByOldNames(
  reader: Reader | Transaction,
  type: TagType,
  keys: readonly string[],
): Promise<Map<string, Tag>> {
  const tags = new Map<string, Tag>();
  for (let at = 0; at < keys.length; at += idsPerStatement) {
    const rows = await reader
      .selectFrom('tag_old_names')
      .innerJoin('tags', 'tags.id', 'tag_old_names.tag_id')
      .select(columns.map((column) => `tags.${column}` as const))
      .select('tag_old_names.name_key as old_key')
      .where('tag_old_names.type', '=', type)
      .where('tag_old_names.name_key', 'in', keys.slice(at, at + idsPerStatement))
      .execute();
    for (const { old_key, ...row } of rows) tags.set(old_key, asTag(row));
  }
  return tags;
}

/** Names that tags once bore, as their `caseKey`s; `tags` narrows to those of some. */
export async function listOldNames(
  reader: Reader,
  tags?: readonly TagId[],
): Promise<{ tag: TagId; nameKey: string }[]> {
  let query = reader.selectFrom('tag_old_names').select(['tag_id', 'name_key']);
  if (tags !== undefined) query = query.where('tag_id', 'in', tags);
  const rows = await query.execute();
  return rows.map((row) => ({ tag: row.tag_id, nameKey: row.name_key }));
}

/** All tags of one type in their order: for vocabularies, which are short. */
export async function listTagsOfType(reader: Reader | Transaction, type: TagType): Promise<Tag[]> {
  const rows = await reader
    .selectFrom('tags')
    .select(columns)
    .where('type', '=', type)
    .orderBy('sort_order')
    .orderBy('id')
    .execute();
  return rows.map(asTag);
}

/** Sets which ratings are behind the adult gate. */
export async function setAdult(
  transaction: Transaction,
  rating: TagId,
  adult: boolean,
): Promise<void> {
  await transaction
    .updateTable('tags')
    .set({ adult: adult ? 1 : 0 })
    .where('id', '=', rating)
    .where('type', '=', 'rating')
    .execute();
}

/** Every tag, with what look-ups need, by id in steps: for indexes that are built whole. */
export async function listTagsAfter(
  reader: Reader,
  after: number,
  limit: number,
): Promise<(Tag & { readonly lookKey: string })[]> {
  const rows = await reader
    .selectFrom('tags')
    .select([...columns, 'look_key'])
    .where('id', '>', after as TagId)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...asTag(row), lookKey: row.look_key }));
}

/** Every direct metatag edge; `ids` narrows to edges whose subtag is among them. */
export async function listMetatagEdges(
  reader: Reader | Transaction,
  ids?: readonly TagId[],
): Promise<{ metatag: TagId; subtag: TagId }[]> {
  let query = reader.selectFrom('tag_metatags').select(['metatag_id', 'subtag_id']);
  if (ids !== undefined) query = query.where('subtag_id', 'in', ids);
  const rows = await query.execute();
  return rows.map((row) => ({ metatag: row.metatag_id, subtag: row.subtag_id }));
}

/** Every direct parent edge; `children` narrows to those children. */
export async function listParentEdges(
  reader: Reader | Transaction,
  children?: readonly TagId[],
): Promise<{ parent: TagId; child: TagId }[]> {
  let query = reader.selectFrom('tag_parents').select(['parent_id', 'child_id']);
  if (children !== undefined) query = query.where('child_id', 'in', children);
  const rows = await query.execute();
  return rows.map((row) => ({ parent: row.parent_id, child: row.child_id }));
}

/** What stands directly below any of the tags: children, and subtags. */
export async function listIdsBelow(
  reader: Reader,
  ids: readonly TagId[],
): Promise<{ children: TagId[]; subtags: TagId[] }> {
  const children = await reader
    .selectFrom('tag_parents')
    .select('child_id as id')
    .where('parent_id', 'in', ids)
    .execute();
  const subtags = await reader
    .selectFrom('tag_metatags')
    .select('subtag_id as id')
    .where('metatag_id', 'in', ids)
    .execute();
  return { children: children.map((row) => row.id), subtags: subtags.map((row) => row.id) };
}

/** The direct relatives of a tag, each a list of tags, but for its children, which may be many. */
export async function findFamily(reader: Reader, id: TagId) {
  const relatives = async (rows: Promise<{ id: TagId }[]>) => {
    const found = await findTagsByIds(
      reader,
      (await rows).map((row) => row.id),
    );
    return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  };
  const edges = {
    synonyms: reader.selectFrom('tags').select('id').where('synonym_of', '=', id),
    parents: reader.selectFrom('tag_parents').select('parent_id as id').where('child_id', '=', id),
    metatags: reader
      .selectFrom('tag_metatags')
      .select('metatag_id as id')
      .where('subtag_id', '=', id),
    subtags: reader
      .selectFrom('tag_metatags')
      .select('subtag_id as id')
      .where('metatag_id', '=', id),
  };
  return {
    synonyms: await relatives(edges.synonyms.execute()),
    parents: await relatives(edges.parents.execute()),
    metatags: await relatives(edges.metatags.execute()),
    subtags: await relatives(edges.subtags.execute()),
  };
}

export async function insertTags(
  transaction: Transaction,
  tags: readonly TagsTable[],
): Promise<void> {
  await insertRows(transaction, 'tags', tags);
}

/** Where a tag of a vocabulary stands among its like, and its word for queries. */
export async function placeInVocabulary(
  transaction: Transaction,
  id: TagId,
  { place, word }: { readonly place: number; readonly word: string | null },
): Promise<void> {
  await transaction
    .updateTable('tags')
    .set({ sort_order: place, short_word: word })
    .where('id', '=', id)
    .execute();
}

export async function listSynonymIds(reader: Reader | Transaction, of: TagId): Promise<TagId[]> {
  const rows = await reader.selectFrom('tags').select('id').where('synonym_of', '=', of).execute();
  return rows.map((row) => row.id);
}

/** Edges of tags that are new: none of them is there yet. */
export async function insertNewEdges(
  transaction: Transaction,
  parents: readonly TagParentsTable[],
  metatags: readonly TagMetatagsTable[],
): Promise<void> {
  await insertRows(transaction, 'tag_parents', parents);
  await insertRows(transaction, 'tag_metatags', metatags);
}
