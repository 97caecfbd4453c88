// SQL of what a person has deleted and can still have back.
import type { Reader } from '../../../../kit/sql/index.ts';
import type { SeriesId, UserId, WorkId } from '../../../../shared/ids.ts';

/** What a person has deleted and can still have back. */
export type Deleted = {
  readonly works: readonly { readonly id: WorkId; readonly title: string }[];
  readonly series: readonly { readonly id: SeriesId; readonly title: string }[];
};

/** Works and series of a person that were deleted at `since` or later, by title. */
export async function listDeleted(reader: Reader, user: UserId, since: number): Promise<Deleted> {
  const works = await reader
    .selectFrom('work_creators')
    .innerJoin('works', 'works.id', 'work_creators.work_id')
    .select(['works.id', 'works.title', 'works.title_key'])
    .distinct()
    .where('work_creators.user_id', '=', user)
    .where('works.deleted_at', '>=', since)
    .where('works.removed_at', 'is', null)
    .orderBy('works.title_key')
    .orderBy('works.id')
    .execute();
  const series = await reader
    .selectFrom('series_creators')
    .innerJoin('series', 'series.id', 'series_creators.series_id')
    .select(['series.id', 'series.title'])
    .where('series_creators.user_id', '=', user)
    .where('series.deleted_at', '>=', since)
    .orderBy('series.title')
    .orderBy('series.id')
    .execute();
  return { works: works.map(({ id, title }) => ({ id, title })), series };
}
