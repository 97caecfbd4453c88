// Reads of series. A series is seen if it holds a work that is seen.
import { preparedRead, type Reader, type Transaction } from '../../../kit/sql/index.ts';
import type { SeriesId, WorkId } from '../../../shared/ids.ts';
import { hasRole, type Viewer } from '../../../shared/viewer.ts';
import { inListsOf } from '../visibility.ts';
import type { Creator, SeriesPlace } from '../work.ts';
import { creatorsFor, listCreators } from './rows.ts';

export type Series = {
  readonly id: SeriesId;
  readonly title: string;
  /** Sanitised HTML, as `notes`. */
  readonly summary: string;
  readonly notes: string;
  /** Creators of the works this viewer sees, each once; anonymous ones are not among them. */
  readonly creators: readonly Creator[];
  /** One of its seen works is anonymous to this viewer. */
  readonly anonymous: boolean;
  /** Of the works this viewer sees. */
  readonly works: number;
  readonly words: number;
  readonly begunAt: number | null;
  readonly updatedAt: number | null;
  /** Its creators say that nothing more comes. */
  readonly complete: boolean;
  /** The viewer may change it; they see it even while it holds nothing to see. */
  readonly own: boolean;
  /** Moderators have hidden it. */
  readonly hidden: boolean;
  /** The seen works in their order. */
  readonly workIds: readonly WorkId[];
};

/** The places of works in series, as facts of the work: in how many, and which number. */
export async function listSeriesPlaces(
  reader: Reader | Transaction,
  ids: readonly WorkId[],
): Promise<Map<WorkId, SeriesPlace[]>> {
  const places = new Map<WorkId, SeriesPlace[]>();
  if (ids.length === 0) return places;
  const rows = await readPlaces(reader, ids);
  for (const { work_id, position, id, title } of rows) {
    places.set(work_id, [...(places.get(work_id) ?? []), { id, title, position }]);
  }
  return places;
}

const readPlaces = preparedRead((reader, ids: readonly WorkId[]) =>
  reader
    .selectFrom('series_works')
    .innerJoin('series', 'series.id', 'series_works.series_id')
    .select(['series_works.work_id', 'series_works.position', 'series.id', 'series.title'])
    .where('series_works.work_id', 'in', ids)
    .where('series.deleted_at', 'is', null)
    .where('series.hidden_at', 'is', null)
    .orderBy('series.title'),
);

/** A series with what this viewer sees of it; null when that is nothing. */
export async function findSeries(
  reader: Reader,
  viewer: Viewer,
  id: SeriesId,
): Promise<Series | null> {
  const row = await reader
    .selectFrom('series')
    .select(['id', 'title', 'summary_html', 'notes_html', 'complete', 'hidden_at'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const own = await mayChange(reader, viewer, id);
  if (row.hidden_at !== null && !own && !hasRole(viewer, 'moderator')) return null;
  const works = await reader
    .selectFrom('series_works')
    .innerJoin('works', 'works.id', 'series_works.work_id')
    .select([
      'works.id',
      'works.words',
      'works.anonymous',
      'works.published_at',
      'works.updated_at',
    ])
    .where('series_works.series_id', '=', id)
    .where((eb) => inListsOf(viewer)(eb as never))
    .orderBy('series_works.position')
    .execute();
  if (works.length === 0 && !own) return null;
  const people = await listCreators(
    reader,
    works.map((work) => work.id),
  );
  const shown = works.map((work) => {
    const its = people.filter((one) => one.workId === work.id);
    return creatorsFor(viewer, work, its);
  });
  const creators = new Map(
    shown.flatMap((work) => work.creators).map((one) => [one.pseudId, one] as const),
  );
  return {
    id: row.id,
    title: row.title,
    summary: row.summary_html,
    notes: row.notes_html,
    creators: [...creators.values()],
    anonymous: shown.some((work) => work.creators.length === 0),
    works: works.length,
    words: works.reduce((sum, work) => sum + work.words, 0),
    begunAt: earliest(works.map((work) => work.published_at)),
    updatedAt: latest(works.map((work) => work.updated_at)),
    complete: row.complete === 1,
    own,
    hidden: row.hidden_at !== null,
    workIds: works.map((work) => work.id),
  };
}

async function mayChange(reader: Reader, viewer: Viewer, id: SeriesId): Promise<boolean> {
  if (viewer.kind === 'guest') return false;
  const row = await reader
    .selectFrom('series_creators')
    .select('user_id')
    .where('series_id', '=', id)
    .where('user_id', '=', viewer.userId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The seen works before and after one in a series: for the arrows beside its place. */
export async function findNeighbours(
  reader: Reader,
  viewer: Viewer,
  series: SeriesId,
  work: WorkId,
): Promise<{ previous: WorkId | null; next: WorkId | null }> {
  const rows = await reader
    .selectFrom('series_works')
    .innerJoin('works', 'works.id', 'series_works.work_id')
    .select('works.id')
    .where('series_works.series_id', '=', series)
    .where((eb) => inListsOf(viewer)(eb as never))
    .orderBy('series_works.position')
    .execute();
  const seen = rows.map(({ id }) => id);
  const at = seen.indexOf(work);
  if (at < 0) return { previous: null, next: null };
  return { previous: seen[at - 1] ?? null, next: seen[at + 1] ?? null };
}

function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function latest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.max(...known);
}
