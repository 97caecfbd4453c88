// What a deleted work or series was called, for those who have kept a mark of it: as any member
// saw it up to its deletion, or nothing.
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { SeriesId, WorkId } from '../../../shared/ids.ts';
import { bylineText } from '../pages/byline.ts';
import { audienceOfWork, audiences } from '../visibility.ts';
import { listCreators, selectWorks, stateOf, type WorkRow } from './rows.ts';

/** Title and creators as they were; anonymous ones are not named. */
export type LastSeen = { readonly title: string; readonly creators: string };

/** Null unless its creators have deleted the work and every member could see it until then. */
export async function readLastSeenWork(
  reader: Reader | Transaction,
  id: WorkId,
): Promise<LastSeen | null> {
  const row = await selectWorks(reader)
    .where('works.id', '=', id)
    .where('works.deleted_at', 'is not', null)
    .where('works.removed_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined || !wasSeen(row)) return null;
  const creators = row.anonymous === 1 ? [] : await listCreators(reader, [id]);
  return { title: row.title, creators: bylineText(creators) };
}

function wasSeen(row: WorkRow): boolean {
  return (audienceOfWork({ ...stateOf(row), deleted: false }) & audiences.members) !== 0;
}

/** Null unless the series is deleted and holds a work that every member sees, or saw. */
export async function readLastSeenSeries(
  reader: Reader | Transaction,
  id: SeriesId,
): Promise<LastSeen | null> {
  const series = await reader
    .selectFrom('series')
    .select('title')
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .where('hidden_at', 'is', null)
    .executeTakeFirst();
  if (series === undefined) return null;
  const works = await selectWorks(reader)
    .where('works.id', 'in', (eb) =>
      eb
        .selectFrom('series_works')
        .select('series_works.work_id')
        .where('series_works.series_id', '=', id),
    )
    .execute();
  const seen = works.filter(wasSeen);
  if (seen.length === 0) return null;
  const named = seen.filter((row) => row.anonymous === 0).map((row) => row.id);
  const people = await listCreators(reader, named);
  const byPseud = new Map(people.map((one) => [one.pseudId, one]));
  return { title: series.title, creators: bylineText([...byPseud.values()]) };
}
