// SQL of what ties a work to somebody beside being named on it.
import type { Reader, Transaction } from '../../../../kit/sql/index.ts';
import type { SeriesId, UserId, WorkId } from '../../../../shared/ids.ts';

/** Takes a person out of all that is kept of a work; answers with the bytes they no longer use. */
export async function removeTies(
  transaction: Transaction,
  work: WorkId,
  from: UserId,
  to: UserId,
): Promise<number> {
  await transaction
    .updateTable('works')
    .set({ created_by: to })
    .where('id', '=', work)
    .where('created_by', '=', from)
    .execute();
  const revisions = await transaction
    .updateTable('revisions')
    .set({ made_by: to })
    .where('work_id', '=', work)
    .where('made_by', '=', from)
    .returning('bytes')
    .execute();
  const images = await transaction
    .updateTable('images')
    .set({ added_by: to })
    .where('work_id', '=', work)
    .where('added_by', '=', from)
    .returning('bytes')
    .execute();
  const autosaves = await transaction
    .deleteFrom('autosaves')
    .where('work_id', '=', work)
    .where('user_id', '=', from)
    .returning('bytes')
    .execute();
  await transaction
    .deleteFrom('creator_invitations')
    .where('work_id', '=', work)
    .where('invited_by', '=', from)
    .execute();
  return [...revisions, ...images, ...autosaves].reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The series of a work that the person may change, and in which they have no work any more. */
export async function listSeriesLeft(
  transaction: Transaction,
  work: WorkId,
  user: UserId,
): Promise<SeriesId[]> {
  const rows = await transaction
    .selectFrom('series_works as placed')
    .innerJoin('series_creators', 'series_creators.series_id', 'placed.series_id')
    .select('placed.series_id')
    .where('placed.work_id', '=', work)
    .where('series_creators.user_id', '=', user)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('series_works as other')
            .innerJoin('work_creators', 'work_creators.work_id', 'other.work_id')
            .select('other.work_id')
            .whereRef('other.series_id', '=', 'placed.series_id')
            .where('work_creators.user_id', '=', user),
        ),
      ),
    )
    .execute();
  return rows.map((row) => row.series_id);
}

/** Gives a series to somebody else. */
export async function replaceSeriesCreator(
  transaction: Transaction,
  id: SeriesId,
  from: UserId,
  to: UserId,
): Promise<void> {
  await transaction
    .deleteFrom('series_creators')
    .where('series_id', '=', id)
    .where('user_id', 'in', [from, to])
    .execute();
  await transaction.insertInto('series_creators').values({ series_id: id, user_id: to }).execute();
  await transaction
    .updateTable('series')
    .set({ created_by: to })
    .where('id', '=', id)
    .where('created_by', '=', from)
    .execute();
}

/** A work of a person's own, as the list they choose from shows it. */
export type ManagedWork = {
  readonly id: WorkId;
  readonly title: string;
  readonly posted: boolean;
  /** Null: it is there. */
  readonly deletedAt: number | null;
};

/** Every work of a person, drafts and deleted ones too, by title. */
export async function listManaged(reader: Reader, user: UserId): Promise<ManagedWork[]> {
  const rows = await reader
    .selectFrom('work_creators')
    .innerJoin('works', 'works.id', 'work_creators.work_id')
    .select(['works.id', 'works.title', 'works.title_key', 'works.posted_at', 'works.deleted_at'])
    .distinct()
    .where('work_creators.user_id', '=', user)
    .orderBy('works.title_key')
    .orderBy('works.id')
    .execute();
  return rows.map(({ id, title, posted_at, deleted_at }) => {
    return { id, title, posted: posted_at !== null, deletedAt: deleted_at };
  });
}
