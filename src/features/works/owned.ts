import type { OwnedTable, OwnerPath } from '../../kit/sql/index.ts';

const creators = {
  table: 'work_creators',
  select: 'work_id',
  by: { column: 'user_id' },
} as const;

/** By a column that names a work: of which the person is a creator. */
export const ofOwnWork: OwnerPath = { column: 'work_id', within: creators };
/** By a column that names a chapter of such a work. */
export const ofOwnChapter: OwnerPath = {
  column: 'chapter_id',
  within: { table: 'chapters', select: 'id', by: ofOwnWork },
};
const seriesCreators = {
  table: 'series_creators',
  select: 'series_id',
  by: { column: 'user_id' },
} as const;

/** By a column that names a series that the person may change. */
export const ofOwnSeries: OwnerPath = { column: 'series_id', within: seriesCreators };

/** Tables of works with rows of a person's own; deleted works too, while they can come back. */
export const ownedByWorks: readonly OwnedTable[] = [
  { table: 'works', key: ['id'], by: [{ column: 'id', within: creators }] },
  { table: 'chapters', key: ['id'], by: [ofOwnWork] },
  { table: 'chapter_texts', key: ['chapter_id'], by: [ofOwnChapter] },
  { table: 'work_tags', key: ['work_id', 'tag_id'], by: [ofOwnWork] },
  { table: 'work_creators', key: ['work_id', 'pseud_id'], by: [ofOwnWork] },
  { table: 'work_counts', key: ['work_id'], by: [ofOwnWork] },
  { table: 'chapter_tags', key: ['chapter_id', 'tag_id'], by: [ofOwnChapter] },
  {
    table: 'revisions',
    key: ['work_id', 'chapter_id', 'number'],
    // That a co-creator has typed and not saved is theirs alone; their saved versions are files.
    by: [{ column: 'made_by' }],
    // Differences from one to the next.
    without: ['content'],
  },
  { table: 'images', key: ['work_id', 'file'], by: [ofOwnWork] },
  { table: 'autosaves', key: ['user_id', 'window_id'], by: [{ column: 'user_id' }] },
  { table: 'disk_shares', key: ['user_id'], by: [{ column: 'user_id' }] },
  { table: 'series', key: ['id'], by: [{ column: 'id', within: seriesCreators }] },
  { table: 'deleted_chapters', key: ['chapter_id'], by: [ofOwnWork] },
  { table: 'series_creators', key: ['series_id', 'user_id'], by: [ofOwnSeries] },
  { table: 'series_works', key: ['series_id', 'work_id'], by: [ofOwnWork, ofOwnSeries] },
  // Not by who is asked or given something: what they may know of the work changes with it.
  { table: 'creator_invitations', key: ['work_id', 'user_id'], by: [ofOwnWork] },
  { table: 'work_gifts', key: ['work_id', 'name_key'], by: [ofOwnWork] },
  { table: 'related_works', key: ['id'], by: [ofOwnWork] },
];
