// SQL of chapters that were deleted and can still be had back. Their texts are their versions.
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import type { DeletedChaptersTable } from '../schema.ts';

/** A deleted chapter, as its creators see it. */
export type DeletedChapter = Pick<
  DeletedChaptersTable,
  'title' | 'position' | 'published_at' | 'deleted_at'
> & {
  readonly id: ChapterId;
};

export async function insertDeletedChapter(
  transaction: Transaction,
  row: DeletedChaptersTable,
): Promise<void> {
  await transaction.insertInto('deleted_chapters').values(row).execute();
}

/** Those of a work that were deleted at `since` or later, the newest first. */
export async function listDeletedChapters(
  reader: Reader | Transaction,
  work: WorkId,
  since: number,
): Promise<DeletedChapter[]> {
  return reader
    .selectFrom('deleted_chapters')
    .select(['chapter_id as id', 'title', 'position', 'published_at', 'deleted_at'])
    .where('work_id', '=', work)
    .where('deleted_at', '>=', since)
    .orderBy('deleted_at', 'desc')
    .orderBy('chapter_id')
    .execute();
}

/** Chapters whose days are over, with their works. */
export async function listChaptersOver(reader: Reader, moment: number, limit: number) {
  return reader
    .selectFrom('deleted_chapters')
    .select(['chapter_id as chapter', 'work_id as work'])
    .where('deleted_at', '<', moment)
    .orderBy('deleted_at')
    .limit(limit)
    .execute();
}

/** False: it is not there any more, or was had back. */
export async function removeDeletedChapter(
  transaction: Transaction,
  chapter: ChapterId,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('deleted_chapters')
    .where('chapter_id', '=', chapter)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
