// All SQL of notices. Every read is of the person whom they are for.
import {
  type Milliseconds,
  preparedRead,
  type Reader,
  type Transaction,
} from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';
import { countedMost } from './limits.ts';
import { type MailWay, mailWays, type Notice, type NoticeId, type NoticeWay } from './notice.ts';
import type { NoticesTable } from './schema.ts';

const unread = preparedRead((reader, user: number) =>
  reader
    .selectFrom(
      reader
        .selectFrom('notices')
        .select('user_id')
        .where('user_id', '=', user as UserId)
        .where('read_at', 'is', null)
        .limit(countedMost)
        .as('unread'),
    )
    .select((eb) => eb.fn.countAll<number>().as('all')),
);

/** How many are unread, up to `countedMost`. */
export async function countUnread(reader: Reader, user: UserId): Promise<number> {
  const [row] = await unread(reader, user);
  return Number(row?.all ?? 0);
}

/** Adds to the unread notice of the same kind about the same, or writes a new one. */
export async function addNotice(
  transaction: Transaction,
  row: Omit<NoticesTable, 'read_at'>,
): Promise<void> {
  const { detail, count, at, mail } = row;
  await transaction
    .insertInto('notices')
    .values({ ...row, read_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'kind', 'about_id'])
        .where('read_at', 'is', null)
        .doUpdateSet((eb) => ({
          count: eb('notices.count', '+', count),
          detail,
          at,
          mail,
        })),
    )
    .execute();
}

export type NoticeAsk = {
  readonly kind: string | null;
  readonly unreadOnly: boolean;
};

/** A page of them, the newest first, and how many there are in all. */
export async function listNotices(
  reader: Reader,
  user: UserId,
  { kind, unreadOnly }: NoticeAsk,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly notices: Notice[]; readonly all: number }> {
  let asked = reader.selectFrom('notices').where('user_id', '=', user);
  if (kind !== null) asked = asked.where('kind', '=', kind);
  if (unreadOnly) asked = asked.where('read_at', 'is', null);
  const { all } = await asked
    .select((eb) => eb.fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow();
  const rows = await asked
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  return { notices: rows.map(asNotice), all: Number(all) };
}

/** One notice, or all that were there at `until`. */
export async function markRead(
  transaction: Transaction,
  user: UserId,
  which: { readonly id: NoticeId } | { readonly until: Milliseconds },
  now: Milliseconds,
): Promise<void> {
  const update = transaction
    .updateTable('notices')
    .set({ read_at: now, mail: null })
    .where('user_id', '=', user)
    .where('read_at', 'is', null);
  await ('id' in which
    ? update.where('id', '=', which.id)
    : update.where('at', '<=', which.until)
  ).execute();
}

/** The ways that a person has chosen, by kind. */
export async function readChoices(
  reader: Reader | Transaction,
  user: UserId,
): Promise<ReadonlyMap<string, NoticeWay>> {
  const rows = await reader
    .selectFrom('notice_choices')
    .select(['kind', 'way'])
    .where('user_id', '=', user)
    .execute();
  return new Map(rows.map(({ kind, way }) => [kind, way]));
}

export async function writeChoice(
  transaction: Transaction,
  user: UserId,
  kind: string,
  way: NoticeWay,
): Promise<void> {
  await transaction
    .insertInto('notice_choices')
    .values({ user_id: user, kind, way })
    .onConflict((conflict) => conflict.columns(['user_id', 'kind']).doUpdateSet({ way }))
    .execute();
}

/** No mail goes out any more, whatever was chosen; what waits for one stays on the page. */
export async function stopMails(transaction: Transaction, user: UserId): Promise<void> {
  await transaction
    .updateTable('notice_choices')
    .set({ way: 'here' })
    .where('user_id', '=', user)
    .where('way', 'in', mailWays)
    .execute();
  await writeChoice(transaction, user, '*', 'here');
  await transaction
    .updateTable('notices')
    .set({ mail: null })
    .where('user_id', '=', user)
    .where('mail', 'is not', null)
    .execute();
}

/** Whom to write to, and when their morning is; null for nobody open. */
export async function findReceiver(reader: Reader | Transaction, user: UserId) {
  const row = await reader
    .selectFrom('users')
    .leftJoin('bars', 'bars.user_id', 'users.id')
    .select(['login', 'email', 'time_zone as zone'])
    .select(['bars.kind as bar', 'bars.until as barUntil'])
    .where('users.id', '=', user)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row ?? null;
}

export type Receiver = NonNullable<Awaited<ReturnType<typeof findReceiver>>>;

/** Whether moderators keep them from acting at that moment. */
export function isBarred({ bar, barUntil }: Receiver, now: Milliseconds): boolean {
  return bar !== null && (barUntil === null || barUntil > now);
}

/** What waits for that mail, the newest first. */
export async function listToMail(
  reader: Reader,
  user: UserId,
  way: MailWay,
  limit: number,
): Promise<Notice[]> {
  const rows = await newestOf(reader, user, limit).where('mail', '=', way).execute();
  return rows.map(asNotice);
}

/** Unread notices that came after a moment, the newest first. */
export async function listSince(
  reader: Reader,
  user: UserId,
  since: Milliseconds,
  limit: number,
): Promise<Notice[]> {
  const newest = newestOf(reader, user, limit);
  const rows = await newest.where('read_at', 'is', null).where('at', '>', since).execute();
  return rows.map(asNotice);
}

function newestOf(reader: Reader, user: UserId, limit: number) {
  return reader
    .selectFrom('notices')
    .selectAll()
    .where('user_id', '=', user)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
}

/** They wait no more, nor what is older than all of them; how many that were. */
export async function takeFromMail(
  transaction: Transaction,
  user: UserId,
  way: MailWay,
  listed: readonly Notice[],
): Promise<number> {
  const ids = listed.map(({ id }) => id);
  const newest = listed[0]?.at ?? 0;
  const oldest = listed.at(-1)?.at ?? 0;
  const { numUpdatedRows } = await transaction
    .updateTable('notices')
    .set({ mail: null })
    .where('user_id', '=', user)
    .where('mail', '=', way)
    .where((eb) =>
      eb.or([eb.and([eb('id', 'in', ids), eb('at', '<=', newest)]), eb('at', '<', oldest)]),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function readMailedAt(
  transaction: Transaction,
  user: UserId,
  way: MailWay,
): Promise<Milliseconds> {
  const row = await transaction
    .selectFrom('notice_mails')
    .select('mailed_at')
    .where('user_id', '=', user)
    .where('way', '=', way)
    .executeTakeFirst();
  return row?.mailed_at ?? 0;
}

export async function writeMailedAt(
  transaction: Transaction,
  user: UserId,
  way: MailWay,
  now: Milliseconds,
): Promise<void> {
  await transaction
    .insertInto('notice_mails')
    .values({ user_id: user, way, mailed_at: now })
    .onConflict((conflict) => conflict.columns(['user_id', 'way']).doUpdateSet({ mailed_at: now }))
    .execute();
}

/** What was read before one moment, and all from before the other. */
export async function deleteOld(
  transaction: Transaction,
  readBefore: Milliseconds,
  before: Milliseconds,
): Promise<void> {
  await transaction
    .deleteFrom('notices')
    .where('at', '<', readBefore)
    .where((eb) => eb.or([eb('read_at', '<', readBefore), eb('at', '<', before)]))
    .execute();
}

function asNotice(row: NoticesTable): Notice {
  const { id, kind, about_id: about, detail, count, at, read_at: readAt } = row;
  return { id, kind, about, detail, count, at, readAt };
}
