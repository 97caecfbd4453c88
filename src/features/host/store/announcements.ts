// SQL of announcements.
import {
  type Milliseconds,
  preparedRead,
  type Reader,
  type Transaction,
} from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Member } from '../../../shared/viewer.ts';
import { announcementsAtOnce, announcementsListed } from '../limits.ts';
import type { AnnouncementsTable } from '../schema.ts';

const readCurrent = preparedRead((reader, now: number) =>
  reader
    .selectFrom('announcements')
    .select(['id', 'body as text', 'link', 'audience'])
    .where('begins_at', '<=', now)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)]))
    .orderBy('begins_at', 'desc')
    .orderBy('id')
    .limit(announcementsAtOnce),
);

/** What is announced at a time, the newest first. */
export function listCurrent(reader: Reader, now: Milliseconds) {
  return readCurrent(reader, now);
}

/** The newest first, at most `announcementsListed`. */
export function listAnnouncements(reader: Reader): Promise<AnnouncementsTable[]> {
  return reader
    .selectFrom('announcements')
    .selectAll()
    .orderBy('begins_at', 'desc')
    .orderBy('id')
    .limit(announcementsListed)
    .execute();
}

export async function findAnnouncement(
  reader: Reader | Transaction,
  id: number,
): Promise<AnnouncementsTable | null> {
  const query = reader.selectFrom('announcements').selectAll().where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** Writes a new one, or what has become of one. */
export async function writeAnnouncement(
  transaction: Transaction,
  row: AnnouncementsTable,
): Promise<void> {
  const { id: _, ...changed } = row;
  await transaction
    .insertInto('announcements')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute();
}

const readDismissed = preparedRead((reader, user: UserId) =>
  reader
    .selectFrom('announcement_dismissals')
    .select('announcement_id')
    .where('user_id', '=', user),
);

/** Ids of what the member has hidden. */
export async function listDismissed(reader: Reader, { userId }: Member): Promise<number[]> {
  return (await readDismissed(reader, userId)).map((row) => row.announcement_id);
}

/** Hides one that there is; what the member hid of announcements that are over is forgotten. */
export async function writeDismissal(
  transaction: Transaction,
  { userId }: Member,
  announcement: number,
  now: Milliseconds,
): Promise<void> {
  await transaction
    .deleteFrom('announcement_dismissals')
    .where('user_id', '=', userId)
    .where('announcement_id', 'in', (over) =>
      over.selectFrom('announcements').select('id').where('ends_at', '<=', now),
    )
    .execute();
  if ((await findAnnouncement(transaction, announcement)) === null) return;
  await transaction
    .insertInto('announcement_dismissals')
    .values({ user_id: userId, announcement_id: announcement, at: now })
    .onConflict((conflict) => conflict.columns(['user_id', 'announcement_id']).doNothing())
    .execute();
}
