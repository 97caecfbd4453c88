// SQL of the end of deleted works and series: every row of ours that refers to one.
import type { Reader, Transaction } from '../../../../kit/sql/index.ts';
import type { SeriesId, UserId, WorkId } from '../../../../shared/ids.ts';

/** Tables of works whose rows go with a work, its chapters or a series. */
export const purgedTables = [
  'chapter_texts',
  'chapter_tags',
  'chapters',
  'work_tags',
  'work_creators',
  'work_counts',
  'series_works',
  'series_creators',
  'autosaves',
  'revisions',
  'creator_invitations',
  'work_gifts',
  'related_works',
  'images',
  'held_works',
  'deleted_chapters',
] as const;

export async function listDeletedBefore(
  reader: Reader,
  moment: number,
  limit: number,
): Promise<{ readonly works: WorkId[]; readonly series: SeriesId[] }> {
  const [works, series] = await Promise.all([
    reader
      .selectFrom('works')
      .select('id')
      .where('deleted_at', '<', moment)
      .orderBy('deleted_at')
      .limit(limit)
      .execute(),
    reader
      .selectFrom('series')
      .select('id')
      .where('deleted_at', '<', moment)
      .orderBy('deleted_at')
      .limit(limit)
      .execute(),
  ]);
  return { works: works.map(({ id }) => id), series: series.map(({ id }) => id) };
}

/** Bytes of a person's share of the disk that went with a work. */
export type FreedShare = { readonly userId: UserId; readonly bytes: number };

/** Removes a work whole; whose share of the disk is free again, and by how much. */
export async function removeWork(transaction: Transaction, id: WorkId): Promise<FreedShare[]> {
  const chapters = transaction.selectFrom('chapters').select('id').where('work_id', '=', id);
  await transaction.deleteFrom('chapter_texts').where('chapter_id', 'in', chapters).execute();
  await transaction.deleteFrom('chapter_tags').where('chapter_id', 'in', chapters).execute();
  const autosaves = await transaction
    .deleteFrom('autosaves')
    .where((eb) => eb.or([eb('work_id', '=', id), eb('chapter_id', 'in', chapters)]))
    .returning(['user_id as userId', 'bytes'])
    .execute();
  const revisions = await transaction
    .deleteFrom('revisions')
    .where('work_id', '=', id)
    .returning(['made_by as userId', 'bytes'])
    .execute();
  const images = await transaction
    .deleteFrom('images')
    .where('work_id', '=', id)
    .returning(['added_by as userId', 'bytes'])
    .execute();
  await transaction
    .deleteFrom('related_works')
    .where((eb) => eb.or([eb('work_id', '=', id), eb('parent_work_id', '=', id)]))
    .execute();
  for (const table of [
    'chapters',
    'work_tags',
    'work_creators',
    'work_counts',
    'series_works',
    'creator_invitations',
    'work_gifts',
    'held_works',
    'deleted_chapters',
  ] as const) {
    await transaction.deleteFrom(table).where('work_id', '=', id).execute();
  }
  await transaction.deleteFrom('works').where('id', '=', id).execute();
  return [...autosaves, ...revisions, ...images];
}

/** Whether the series was deleted before then, and nobody has had it back. */
export async function isSeriesOver(
  transaction: Transaction,
  id: SeriesId,
  moment: number,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('series')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', '<', moment)
    .executeTakeFirst();
  return row !== undefined;
}

/** Removes a series deleted before then, if it still is; its works stay. */
export async function removeSeries(
  transaction: Transaction,
  id: SeriesId,
  moment: number,
): Promise<void> {
  const gone = transaction
    .selectFrom('series')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', '<', moment);
  await transaction.deleteFrom('series_works').where('series_id', 'in', gone).execute();
  await transaction.deleteFrom('series_creators').where('series_id', 'in', gone).execute();
  await transaction
    .deleteFrom('series')
    .where('id', '=', id)
    .where('deleted_at', '<', moment)
    .execute();
}
