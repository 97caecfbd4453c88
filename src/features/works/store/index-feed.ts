// Works as the search index takes them: facts and ids, for every viewer. Only `finding` reads this;
// who may see what is in each work's state, and becomes its audience mask there.
import type { Reader } from '../../../kit/sql/index.ts';
import type { PseudId, TagId, UserId, WorkId } from '../../../shared/ids.ts';
import type { WorkState } from '../visibility.ts';
import { isComplete } from '../work.ts';
import { listCreators, selectWorks, stateOf } from './rows.ts';

export type IndexedWork = {
  readonly id: WorkId;
  readonly state: WorkState;
  readonly anonymous: boolean;
  readonly creators: readonly {
    readonly pseudId: PseudId;
    readonly userId: UserId;
    readonly name: string;
    readonly login: string;
  }[];
  readonly tagIds: readonly TagId[];
  readonly title: string;
  readonly titleKey: string;
  /** Sanitised HTML. */
  readonly summary: string;
  readonly language: string;
  readonly words: number;
  readonly chaptersPosted: number;
  readonly expectedChapters: number | null;
  readonly complete: boolean;
  readonly inSeries: boolean;
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  readonly postedAt: number | null;
  readonly hits: number;
  readonly kudos: number;
  readonly comments: number;
  readonly bookmarks: number;
};

/** Either the works of these ids, or the next `limit` after an id, by id, drafts left out. */
export type FeedRange =
  | { readonly ids: readonly WorkId[] }
  | { readonly after: number; readonly limit: number };

/** Works of a range. An id that is missing from the answer is in no list: a draft, or gone. */
export async function listIndexedWorks(reader: Reader, range: FeedRange): Promise<IndexedWork[]> {
  const base = selectWorks(reader)
    .where('works.posted_at', 'is not', null)
    .where('works.deleted_at', 'is', null);
  const rows = await ('ids' in range
    ? base.where('works.id', 'in', range.ids)
    : base
        .where('works.id', '>', range.after as WorkId)
        .orderBy('works.id')
        .limit(range.limit)
  ).execute();
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const [creators, tags, series] = await Promise.all([
    listCreators(reader, ids),
    reader
      .selectFrom('work_tags')
      .select(['work_id', 'tag_id'])
      .where('work_id', 'in', ids)
      .execute(),
    reader
      .selectFrom('series_works')
      .innerJoin('series', 'series.id', 'series_works.series_id')
      .select('work_id')
      .where('work_id', 'in', ids)
      .where('series.deleted_at', 'is', null)
      .execute(),
  ]);
  const creatorsOf = Map.groupBy(creators, (creator) => creator.workId);
  const tagsOf = Map.groupBy(tags, (tag) => tag.work_id);
  const inSeries = new Set(series.map((row) => row.work_id));
  return rows.map((row) => ({
    id: row.id,
    state: stateOf(row),
    anonymous: row.anonymous === 1,
    creators: creatorsOf.get(row.id) ?? [],
    tagIds: (tagsOf.get(row.id) ?? []).map((tag) => tag.tag_id),
    title: row.title,
    titleKey: row.title_key,
    summary: row.summary_html,
    language: row.language,
    words: row.words,
    chaptersPosted: row.chapters_posted,
    expectedChapters: row.expected_chapters,
    complete: isComplete(row.chapters_posted, row.expected_chapters),
    inSeries: inSeries.has(row.id),
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    postedAt: row.posted_at,
    hits: row.hits ?? 0,
    kudos: row.kudos ?? 0,
    comments: row.comments ?? 0,
    bookmarks: row.bookmarks ?? 0,
  }));
}
