// Tags of chapters, and the work's share of them.
import { insertRows, preparedRead, type Reader, type Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, TagId, WorkId } from '../../../shared/ids.ts';
import { findTagsByIds, type Tag, type WorkTagType } from '../../tags/index.ts';

/** Sets the tags of a chapter, in order. */
export async function replaceChapterTags(
  transaction: Transaction,
  chapter: ChapterId,
  tags: readonly TagId[],
): Promise<void> {
  await transaction.deleteFrom('chapter_tags').where('chapter_id', '=', chapter).execute();
  const rows = tags.map((tag, at) => ({ chapter_id: chapter, tag_id: tag, position: at + 1 }));
  await insertRows(transaction, 'chapter_tags', rows);
}

/** Tags of chapters in their creators' order; chapters without any are not there. */
export async function listChapterTags(
  reader: Reader | Transaction,
  chapters: readonly ChapterId[],
): Promise<Map<ChapterId, Tag[]>> {
  const rows = chapters.length === 0 ? [] : await readChapterTags(reader, chapters);
  if (rows.length === 0) return new Map();
  const tags = await findTagsByIds(reader, [...new Set(rows.map((row) => row.tag_id))]);
  const byChapter = new Map<ChapterId, Tag[]>();
  for (const { chapter_id, tag_id } of rows) {
    const tag = tags.get(tag_id);
    if (tag !== undefined) byChapter.set(chapter_id, [...(byChapter.get(chapter_id) ?? []), tag]);
  }
  return byChapter;
}

const readChapterTags = preparedRead((reader, chapters: readonly ChapterId[]) =>
  reader
    .selectFrom('chapter_tags')
    .select(['chapter_id', 'tag_id'])
    .where('chapter_id', 'in', chapters)
    .orderBy('chapter_id')
    .orderBy('position'),
);

/**
 * Brings the work's tags in step with those of the chapters that count: posted ones, or all while
 * none is. What is the work's own stays so.
 */
export async function rollUpTags(
  transaction: Transaction,
  work: WorkId,
  chapters: readonly ChapterId[],
): Promise<void> {
  const rows = await transaction
    .selectFrom('chapter_tags')
    .innerJoin('chapters', 'chapters.id', 'chapter_tags.chapter_id')
    .select(['chapter_id', 'tag_id'])
    .where('chapters.work_id', '=', work)
    .orderBy('chapters.position')
    .orderBy('chapter_tags.position')
    .execute();
  const present = await transaction
    .selectFrom('work_tags')
    .select(['tag_id', 'position', 'from_chapter'])
    .where('work_id', '=', work)
    .orderBy('position')
    .execute();
  const own = present.filter((row) => row.from_chapter === 0);
  const owned = new Set(own.map((row) => row.tag_id));
  const counted = new Set(chapters);
  const wanted = rows.filter((row) => counted.has(row.chapter_id) && !owned.has(row.tag_id));
  const tags = [...new Set(wanted.map((row) => row.tag_id))];
  const before = present.filter((row) => row.from_chapter === 1).map((row) => row.tag_id);
  if (tags.join() === before.join()) return;
  await transaction
    .deleteFrom('work_tags')
    .where('work_id', '=', work)
    .where('from_chapter', '=', 1)
    .execute();
  const last = own.at(-1)?.position ?? 0;
  const added = tags.map((tag_id, at) => ({
    work_id: work,
    tag_id,
    position: last + at + 1,
    from_chapter: 1 as const,
  }));
  await insertRows(transaction, 'work_tags', added);
}

/** Whether the work itself has the tag. */
export async function hasOwnTag(
  transaction: Transaction,
  work: WorkId,
  tag: TagId,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('work_tags')
    .select('tag_id')
    .where('work_id', '=', work)
    .where('tag_id', '=', tag)
    .where('from_chapter', '=', 0)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether any chapter of the work, posted or not, has a tag of that type. */
export async function hasChapterTagOf(
  transaction: Transaction,
  work: WorkId,
  type: WorkTagType,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('chapters')
    .innerJoin('chapter_tags', 'chapter_tags.chapter_id', 'chapters.id')
    .innerJoin('tags', 'tags.id', 'chapter_tags.tag_id')
    .select('chapters.id')
    .where('chapters.work_id', '=', work)
    .where('tags.type', '=', type)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
