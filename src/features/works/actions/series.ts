// Making a series of existing works: for the demo and for imports until creators edit their own.
import type { Ids } from '../../../kit/ids/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { SeriesId, UserId, WorkId } from '../../../shared/ids.ts';
import { cleanText } from '../../../text/index.ts';
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
  });
  for (const work of series.works) {
    const place = { series_id: id, work_id: work.id, position: work.position };
    await insertSeriesWork(transaction, place);
  }
  return id;
}
