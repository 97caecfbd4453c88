// Where works stand in a person's own series, inside a write.
import type { Transaction } from '../../../kit/sql/index.ts';
import type { SeriesId, UserId } from '../../../shared/ids.ts';

/** The person's series of that title; null when there is none. */
export async function findOwnSeries(
  transaction: Transaction,
  owner: UserId,
  title: string,
): Promise<SeriesId | null> {
  const row = await transaction
    .selectFrom('series')
    .innerJoin('series_creators', 'series_creators.series_id', 'series.id')
    .select('series.id')
    .where('series_creators.user_id', '=', owner)
    .where('series.title', '=', title)
    .where('series.deleted_at', 'is', null)
    .orderBy('series.id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The places that are taken in a series. */
export async function listPlaces(transaction: Transaction, id: SeriesId): Promise<number[]> {
  const rows = await transaction
    .selectFrom('series_works')
    .select('position')
    .where('series_id', '=', id)
    .execute();
  return rows.map((row) => row.position);
}
