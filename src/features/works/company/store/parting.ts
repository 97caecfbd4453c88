// SQL of a creator's works and series when their account comes to its end.
import type { Reader, Transaction } from '../../../../kit/sql/index.ts';
import type { SeriesId, UserId, WorkId } from '../../../../shared/ids.ts';

/** A work of somebody who leaves. */
export type PartingWork = {
  readonly id: WorkId;
  readonly title: string;
  readonly posted: boolean;
  /** Deleted already, and removed when its days are over. */
  readonly deleted: boolean;
  /** Others have made it too. */
  readonly shared: boolean;
};

/** Every work of a person, drafts and deleted ones too, by title. */
export async function listPartingWorks(reader: Reader, user: UserId): Promise<PartingWork[]> {
  const rows = await reader
    .selectFrom('works')
    .select(['id', 'title', 'posted_at', 'deleted_at'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('work_creators as other')
            .select('other.work_id')
            .whereRef('other.work_id', '=', 'works.id')
            .where('other.user_id', '<>', user),
        )
        .as('shared'),
    )
    .where('id', 'in', (eb) =>
      eb.selectFrom('work_creators').select('work_id').where('user_id', '=', user),
    )
    .orderBy('title_key')
    .orderBy('id')
    .execute();
  return rows.map(({ id, title, posted_at, deleted_at, shared }) => {
    const posted = posted_at !== null;
    return { id, title, posted, deleted: deleted_at !== null, shared: Boolean(shared) };
  });
}

/** Series that the person may change, and whether somebody else may too. */
export async function listPartingSeries(
  reader: Reader,
  user: UserId,
): Promise<{ readonly id: SeriesId; readonly heir: UserId | null }[]> {
  const rows = await reader
    .selectFrom('series_creators as own')
    .leftJoin('series_creators as other', (join) =>
      join.onRef('other.series_id', '=', 'own.series_id').on('other.user_id', '<>', user),
    )
    .select(['own.series_id as id', 'other.user_id as heir'])
    .where('own.user_id', '=', user)
    .orderBy('own.series_id')
    .orderBy('other.user_id')
    .execute();
  const first = new Map<SeriesId, UserId | null>();
  for (const { id, heir } of rows) if (!first.has(id)) first.set(id, heir);
  return [...first].map(([id, heir]) => ({ id, heir }));
}

/** So long ago that the series is removed with the next. */
export async function endSeries(transaction: Transaction, id: SeriesId): Promise<void> {
  await transaction.updateTable('series').set({ deleted_at: 0 }).where('id', '=', id).execute();
}

/** What names the person on things that stay or are others'. */
export async function removeTraces(transaction: Transaction, user: UserId): Promise<void> {
  await transaction.deleteFrom('autosaves').where('user_id', '=', user).execute();
  await transaction
    .deleteFrom('creator_invitations')
    .where((eb) => eb.or([eb('user_id', '=', user), eb('invited_by', '=', user)]))
    .execute();
  await transaction
    .updateTable('work_gifts')
    .set({ user_id: null })
    .where('user_id', '=', user)
    .execute();
}
