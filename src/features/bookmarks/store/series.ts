// Which works the series are made of that people have bookmarked.
import type { Reader } from '../../../kit/sql/index.ts';
import type { SeriesId, WorkId } from '../../../shared/ids.ts';

/** Works of one question. */
const atOnce = 500;

/** All works of each, seen or not: to be asked for with a viewer. */
export async function listWorksOfSeries(
  reader: Reader,
  series: readonly SeriesId[],
): Promise<ReadonlyMap<SeriesId, readonly WorkId[]>> {
  const works = new Map<SeriesId, WorkId[]>();
  for (let from = 0; from < series.length; from += atOnce) {
    const rows = await reader
      .selectFrom('series_works')
      .select(['series_id', 'work_id'])
      .where('series_id', 'in', series.slice(from, from + atOnce))
      .execute();
    for (const { series_id, work_id } of rows) {
      works.set(series_id, [...(works.get(series_id) ?? []), work_id]);
    }
  }
  return works;
}
