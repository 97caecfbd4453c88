// What moderators know of a work that is there or that they have removed: for them alone.
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../shared/ids.ts';
import { listCreatorIds } from './rows.ts';

export type Moderated = {
  readonly id: WorkId;
  readonly title: string;
  readonly hidden: boolean;
  /** By moderators. */
  readonly restricted: boolean;
  /** By moderators. */
  readonly removed: boolean;
  readonly creatorIds: readonly UserId[];
};

/** Null for drafts, and for what its creators have deleted themselves. */
export async function findModerated(
  reader: Reader | Transaction,
  id: WorkId,
): Promise<Moderated | null> {
  const row = await reader
    .selectFrom('works')
    .select(['id', 'title', 'hidden', 'restricted_wish', 'removed_at', 'deleted_at'])
    .where('id', '=', id)
    .where('posted_at', 'is not', null)
    .executeTakeFirst();
  if (row === undefined || (row.deleted_at !== null && row.removed_at === null)) return null;
  return {
    id: row.id,
    title: row.title,
    hidden: row.hidden === 1,
    restricted: row.restricted_wish !== null,
    removed: row.removed_at !== null,
    creatorIds: await listCreatorIds(reader, id),
  };
}
