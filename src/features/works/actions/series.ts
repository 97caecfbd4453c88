// Making a series of existing works: for the demo and for imports.
import type { Ids } from '../../../kit/ids/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { SeriesId, UserId, WorkId } from '../../../shared/ids.ts';
import { cleanText } from '../../../text/index.ts';
import { insertSeriesCreators } from '../company/store/series.ts';
import { findOwnSeries, listPlaces } from '../store/series-places.ts';
import { insertSeries, insertSeriesWork } from '../store/writes.ts';

export type NewSeries = {
  readonly title: string;
  /** HTML as typed. */
  readonly summary: string;
  readonly notes: string;
  readonly by: UserId;
  readonly at: number;
  /** The works with their numbers in it. */
  readonly works: readonly { readonly id: WorkId; readonly position: number }[];
};

/** Writes a series inside the caller's transaction; markup that cannot be kept is dropped whole. */
export async function addSeries(
  transaction: Transaction,
  ids: Ids,
  series: NewSeries,
): Promise<SeriesId> {
  const id = ids.next() as SeriesId;
  const html = (source: string) => {
    const cleaned = cleanText(source, 'html', 'notes');
    return cleaned.ok ? cleaned.html : '';
  };
  await insertSeries(transaction, {
    id,
    title: series.title,
    summary_source: series.summary,
    summary_html: html(series.summary),
    notes_source: series.notes,
    notes_html: html(series.notes),
    created_at: series.at,
    edited_at: series.at,
    created_by: series.by,
    complete: 0,
    deleted_at: null,
    hidden_at: null,
  });
  await insertSeriesCreators(transaction, id, [series.by]);
  for (const work of series.works) {
    const place = { series_id: id, work_id: work.id, position: work.position };
    await insertSeriesWork(transaction, place);
  }
  return id;
}

export type SeriesPlaceWanted = {
  readonly title: string;
  readonly owner: UserId;
  readonly work: WorkId;
  /** Null: after the last. */
  readonly position: number | null;
  readonly at: number;
};

/**
 * Puts a work into the owner's series of that title, which is made if there is none, inside the
 * caller's transaction. A place that is taken is the next free one after it.
 */
export async function placeInSeries(
  transaction: Transaction,
  ids: Ids,
  wanted: SeriesPlaceWanted,
): Promise<SeriesId> {
  const { title, owner, work, at } = wanted;
  const there = await findOwnSeries(transaction, owner, title);
  const first = Math.max(wanted.position ?? 1, 1);
  if (there === null) {
    const works = [{ id: work, position: first }];
    return addSeries(transaction, ids, { title, summary: '', notes: '', by: owner, at, works });
  }
  const taken = new Set(await listPlaces(transaction, there));
  let position = wanted.position === null ? Math.max(0, ...taken) + 1 : first;
  while (taken.has(position)) position += 1;
  await insertSeriesWork(transaction, { series_id: there, work_id: work, position });
  return there;
}
