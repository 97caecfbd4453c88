// SQL of series as their creators keep them: who may change one, what stands in it, and where.
import { insertRows, type Reader, type Transaction } from '../../../../kit/sql/index.ts';
import type { SeriesId, UserId, WorkId } from '../../../../shared/ids.ts';
import { hasRole, type Viewer } from '../../../../shared/viewer.ts';
import type { SeriesTable } from '../../schema.ts';
import { inListsOf } from '../../visibility.ts';

export type SeriesPlaceRow = { readonly workId: WorkId; readonly position: number };

/** A series with who may change it, deleted ones too. */
export async function findSeriesFacts(reader: Reader | Transaction, id: SeriesId) {
  const series = await reader
    .selectFrom('series')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (series === undefined) return null;
  const creators = await reader
    .selectFrom('series_creators')
    .select('user_id')
    .where('series_id', '=', id)
    .execute();
  return { series, creatorUserIds: creators.map((one) => one.user_id) };
}

/** The same with the row locked until the end of the transaction. */
export async function lockSeries(transaction: Transaction, id: SeriesId) {
  await transaction
    .updateTable('series')
    .set((eb) => ({ edited_at: eb.ref('edited_at') }))
    .where('id', '=', id)
    .execute();
  return findSeriesFacts(transaction, id);
}

/** Series that the person may change, by title. */
export async function listOwnSeries(
  reader: Reader | Transaction,
  user: UserId,
): Promise<{ readonly id: SeriesId; readonly title: string }[]> {
  return reader
    .selectFrom('series_creators')
    .innerJoin('series', 'series.id', 'series_creators.series_id')
    .select(['series.id', 'series.title'])
    .where('series_creators.user_id', '=', user)
    .where('series.deleted_at', 'is', null)
    .orderBy('series.title')
    .orderBy('series.id')
    .execute();
}

/** Series that name the person, as far as this viewer may know that they do; by title. */
export async function listSeriesOfPerson(
  reader: Reader,
  viewer: Viewer,
  user: UserId,
): Promise<SeriesId[]> {
  const knows =
    hasRole(viewer, 'moderator') || (viewer.kind === 'member' && viewer.userId === user);
  let found = reader
    .selectFrom('series')
    .innerJoin('series_works', 'series_works.series_id', 'series.id')
    .innerJoin('works', 'works.id', 'series_works.work_id')
    .innerJoin('work_creators', 'work_creators.work_id', 'works.id')
    .select(['series.id', 'series.title'])
    .distinct()
    .where('series.deleted_at', 'is', null)
    .where('work_creators.user_id', '=', user)
    .where((eb) => inListsOf(viewer)(eb as never))
    .orderBy('series.title')
    .orderBy('series.id');
  if (!knows) {
    found = found.where('works.anonymous', '=', 0).where('series.hidden_at', 'is', null);
  }
  return (await found.execute()).map((row) => row.id);
}

/** Every work of a series, seen or not, in order. */
export async function listPlaces(
  reader: Reader | Transaction,
  id: SeriesId,
): Promise<SeriesPlaceRow[]> {
  return reader
    .selectFrom('series_works')
    .select(['work_id as workId', 'position'])
    .where('series_id', '=', id)
    .orderBy('position')
    .execute();
}

/** The series a work stands in, deleted ones aside. */
export async function listSeriesOfWork(transaction: Transaction, work: WorkId) {
  return transaction
    .selectFrom('series_works')
    .innerJoin('series', 'series.id', 'series_works.series_id')
    .select(['series.id', 'series.title', 'series_works.position'])
    .where('series_works.work_id', '=', work)
    .where('series.deleted_at', 'is', null)
    .orderBy('series.title')
    .execute();
}

/** Sets all places of a series. */
export async function replacePlaces(
  transaction: Transaction,
  id: SeriesId,
  places: readonly SeriesPlaceRow[],
): Promise<void> {
  await transaction.deleteFrom('series_works').where('series_id', '=', id).execute();
  const rows = places.map(({ workId, position }) => {
    return { series_id: id, work_id: workId, position };
  });
  await insertRows(transaction, 'series_works', rows);
}

export async function updateSeries(
  transaction: Transaction,
  id: SeriesId,
  change: Partial<SeriesTable>,
): Promise<void> {
  await transaction.updateTable('series').set(change).where('id', '=', id).execute();
}

export async function insertSeriesCreators(
  transaction: Transaction,
  id: SeriesId,
  users: readonly UserId[],
): Promise<void> {
  const rows = users.map((user) => ({ series_id: id, user_id: user }));
  await insertRows(transaction, 'series_creators', rows);
}

export async function deleteSeriesCreators(transaction: Transaction, id: SeriesId): Promise<void> {
  await transaction.deleteFrom('series_creators').where('series_id', '=', id).execute();
}

/** Who creates works of a series together with this person: who may be let in to change it. */
export async function listCompanions(
  reader: Reader | Transaction,
  id: SeriesId,
  user: UserId,
): Promise<{ readonly userId: UserId; readonly login: string }[]> {
  return reader
    .selectFrom('series_works')
    .innerJoin('works', 'works.id', 'series_works.work_id')
    .innerJoin('work_creators as own', 'own.work_id', 'works.id')
    .innerJoin('work_creators as other', 'other.work_id', 'works.id')
    .innerJoin('users', 'users.id', 'other.user_id')
    .select(['users.id as userId', 'users.login'])
    .distinct()
    .where('series_works.series_id', '=', id)
    .where('works.deleted_at', 'is', null)
    .where('own.user_id', '=', user)
    .where('other.user_id', '!=', user)
    .orderBy('users.login')
    .execute();
}

/** Marks works whose shown place in a series has moved. */
export async function touchWorks(
  transaction: Transaction,
  ids: readonly WorkId[],
  at: number,
): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .updateTable('works')
    .set((eb) => ({ edited_at: at, revision: eb('revision', '+', 1) }))
    .where('id', 'in', ids)
    .execute();
}
