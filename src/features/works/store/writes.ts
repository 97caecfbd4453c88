// Writes of works and chapters: each takes the transaction of its action.
import {
  type Insertable,
  insertRows,
  type Tables,
  type Transaction,
} from '../../../kit/sql/index.ts';
import type { ChapterId, TagId, UserId, WorkId } from '../../../shared/ids.ts';
import type {
  ChaptersTable,
  ChapterTextsTable,
  SeriesTable,
  WorkCreatorsTable,
  WorksTable,
  WorkTagsTable,
} from '../schema.ts';
import { ratingOf } from '../visibility.ts';
import type { CreatorIds } from './rows.ts';

// What is referred to comes before what refers to it.
const tablesOfWork = [
  'works',
  'work_counts',
  'work_creators',
  'work_tags',
  'chapters',
  'chapter_texts',
] as const;

/** Everything a new work is, as rows by table. */
export type WorkRows = {
  readonly [Table in (typeof tablesOfWork)[number]]: readonly Tables[Table][];
};

/** Writes new works in few statements. */
export async function insertWorks(
  transaction: Transaction,
  works: readonly WorkRows[],
): Promise<void> {
  for (const table of tablesOfWork) {
    const rows = works.flatMap<unknown>((work) => work[table]);
    await insertRows(transaction, table, rows as never);
  }
}

export async function updateWork(
  transaction: Transaction,
  id: WorkId,
  change: Partial<WorksTable>,
): Promise<void> {
  await transaction
    .updateTable('works')
    .set(change)
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Sets the creators, in order. */
export async function replaceCreators(
  transaction: Transaction,
  id: WorkId,
  creators: CreatorIds,
): Promise<void> {
  await transaction.deleteFrom('work_creators').where('work_id', '=', id).execute();
  await insertRows(transaction, 'work_creators', creatorRows(id, creators));
}

export function creatorRows(id: WorkId, creators: CreatorIds): WorkCreatorsTable[] {
  return creators.map(({ pseudId, userId }, at) => ({
    work_id: id,
    pseud_id: pseudId,
    user_id: userId,
    position: at + 1,
  }));
}

/** Sets the tags of all types, in order. */
export async function replaceTags(
  transaction: Transaction,
  id: WorkId,
  tags: readonly TagId[],
): Promise<void> {
  await transaction.deleteFrom('work_tags').where('work_id', '=', id).execute();
  await insertRows(transaction, 'work_tags', tagRows(id, tags));
}

export function tagRows(id: WorkId, tags: readonly TagId[]): WorkTagsTable[] {
  return tags.map((tag, at) => ({
    work_id: id,
    tag_id: tag,
    position: at + 1,
    from_chapter: 0,
  }));
}

/** What decides about a work while it is changed; the row is locked until the end. */
export async function findWorkFacts(transaction: Transaction, id: WorkId) {
  // An update that changes nothing takes the row's lock on PostgreSQL; on SQLite the whole
  // transaction has it already.
  await transaction
    .updateTable('works')
    .set((eb) => ({ revision: eb.ref('revision') }))
    .where('id', '=', id)
    .execute();
  const work = await transaction
    .selectFrom('works')
    .selectAll()
    .select((eb) => ratingOf(eb).as('rating'))
    .where('id', '=', id)
    .executeTakeFirst();
  if (work === undefined) return null;
  const creators = await transaction
    .selectFrom('work_creators')
    .select(['user_id', 'pseud_id'])
    .where('work_id', '=', id)
    .orderBy('position')
    .execute();
  return { work, creatorUserIds: creators.map((creator) => creator.user_id) };
}

export async function insertChapter(
  transaction: Transaction,
  chapter: Insertable<ChaptersTable>,
  text: Insertable<ChapterTextsTable>,
): Promise<void> {
  await transaction.insertInto('chapters').values(chapter).execute();
  await transaction.insertInto('chapter_texts').values(text).execute();
}

export async function updateChapter(
  transaction: Transaction,
  id: ChapterId,
  change: Partial<ChaptersTable>,
): Promise<void> {
  await transaction
    .updateTable('chapters')
    .set(change)
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function updateChapterText(
  transaction: Transaction,
  id: ChapterId,
  text: Omit<ChapterTextsTable, 'chapter_id'>,
): Promise<void> {
  await transaction.updateTable('chapter_texts').set(text).where('chapter_id', '=', id).execute();
}

export async function removeChapter(transaction: Transaction, id: ChapterId): Promise<void> {
  await transaction.deleteFrom('chapter_texts').where('chapter_id', '=', id).execute();
  await transaction.deleteFrom('chapters').where('id', '=', id).execute();
}

/** Chapters of a work in order, without their texts. */
export async function listChapterRows(transaction: Transaction, id: WorkId) {
  return transaction
    .selectFrom('chapters')
    .selectAll()
    .where('work_id', '=', id)
    .orderBy('position')
    .execute();
}

/** Numbers the chapters 1 to n in the given order. */
export async function renumberChapters(
  transaction: Transaction,
  work: WorkId,
  order: readonly ChapterId[],
): Promise<void> {
  // Twice, because two chapters may not share a number even for a moment.
  for (const sign of [-1, 1]) {
    for (const [at, id] of order.entries()) {
      await transaction
        .updateTable('chapters')
        .set({ position: sign * (at + 1) })
        .where('id', '=', id)
        .where('work_id', '=', work)
        .execute();
    }
  }
}

export async function insertSeries(transaction: Transaction, series: Insertable<SeriesTable>) {
  await transaction.insertInto('series').values(series).execute();
}

export async function insertSeriesWork(
  transaction: Transaction,
  place: { series_id: SeriesTable['id']; work_id: WorkId; position: number },
): Promise<void> {
  await transaction.insertInto('series_works').values(place).execute();
}

/** Every work of which the person is a creator. */
export async function listWorksByUser(transaction: Transaction, user: UserId): Promise<WorkId[]> {
  const rows = await transaction
    .selectFrom('work_creators')
    .select('work_id')
    .where('user_id', '=', user)
    .distinct()
    .execute();
  return rows.map((row) => row.work_id);
}

// How many ids one statement names: SQLite takes 32,766 values, and a person may have more works.
const idsPerStatement = 1000;

/** Of these works, those all of whose creators are hidden people. */
export async function listWithoutSeenCreators(
  transaction: Transaction,
  ids: readonly WorkId[],
): Promise<WorkId[]> {
  const without = new Set(ids);
  for (let at = 0; at < ids.length; at += idsPerStatement) {
    const seen = await transaction
      .selectFrom('work_creators')
      .innerJoin('users', 'users.id', 'work_creators.user_id')
      .select('work_creators.work_id')
      .where('work_creators.work_id', 'in', ids.slice(at, at + idsPerStatement))
      .where('users.hidden', '=', 0)
      .distinct()
      .execute();
    for (const { work_id } of seen) without.delete(work_id);
  }
  return [...without];
}

/** Sets whether all creators are hidden; works of which that is known already stay as they are. */
export async function setCreatorsHidden(
  transaction: Transaction,
  ids: readonly WorkId[],
  hidden: boolean,
): Promise<void> {
  const flag = hidden ? 1 : 0;
  for (let at = 0; at < ids.length; at += idsPerStatement) {
    await transaction
      .updateTable('works')
      .set((eb) => ({ creators_hidden: flag, revision: eb('revision', '+', 1) }))
      .where('id', 'in', ids.slice(at, at + idsPerStatement))
      .where('creators_hidden', '<>', flag)
      .execute();
  }
}
