// Leaving notices, and what their owner does with them.
import { askForJob } from '../../kit/jobs/index.ts';
import type { Transaction } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { readKeptMs, unreadKeptMs } from './limits.ts';
import { isMailWay, mailJob, mailTime } from './mail-times.ts';
import type { NoticeId, NoticeKind, NoticeSort, NoticeWay } from './notice.ts';
import { askForPush } from './push/pushing.ts';
import * as store from './store.ts';

export type NewNotice = {
  readonly person: UserId;
  /** The id of what it is about; unread ones of a kind about the same become one that counts. */
  readonly about: number;
  /** More of the kind's own, ids at most: the owner may take it out and read it. */
  readonly detail?: string;
  /** How often it happened; absent: once. */
  readonly count?: number;
};

/**
 * Tells a person that something happened, inside the transaction in which it does. Nothing is left
 * for who wants none of that kind. Whether the two are blocked, and whether it is the person's own
 * act, is the caller's to ask before.
 */
export async function leaveNotice(
  transaction: Transaction,
  parts: Pick<Parts, 'ids' | 'clock' | 'settings'>,
  sort: NoticeSort,
  notice: NewNotice,
): Promise<void> {
  const { person, about, detail = '', count = 1 } = notice;
  const way = wayOf(await store.readChoices(transaction, person), sort);
  const receiver = await store.findReceiver(transaction, person);
  if (way === 'never' || receiver === null) return;
  const now = parts.clock.now();
  // Without a mail server mail would pile up where nobody reads it.
  const sends = isMailWay(way) && receiver.email !== null && parts.settings.smtpUrl !== null;
  const isQuiet = sort.quietWhenBarred === true && store.isBarred(receiver, now);
  const mail = sends && !isQuiet ? way : null;
  const id = parts.ids.next();
  const row = { id, user_id: person, kind: sort.name, about_id: about, detail, count, at: now };
  await store.addNotice(transaction, { ...row, mail });
  if (parts.settings.push !== 'off' && !isQuiet) await askForPush(transaction, person, now);
  if (mail === null) return;
  const mailedAt = await store.readMailedAt(transaction, person, mail);
  const time = mailTime(mail, now, mailedAt, receiver.zone ?? 'UTC');
  await askForJob(transaction, { name: mailJob(mail) }, person, time);
}

/** The way that holds for a kind: chosen, else what holds of all the others, else the kind's. */
export function wayOf(choices: ReadonlyMap<string, NoticeWay>, sort: NoticeSort): NoticeWay {
  return choices.get(sort.name) ?? choices.get('*') ?? sort.standard;
}

/** Marks as read one of the member's notices, or all that were there at a moment. */
export async function readNotices(
  parts: Parts,
  member: Member,
  which: { readonly id: NoticeId } | { readonly until: number },
): Promise<void> {
  const now = parts.clock.now();
  await parts.database.write((transaction) =>
    store.markRead(transaction, member.userId, which, now),
  );
}

/** Keeps how the member wants to be told of each kind; kinds that are not given stay. */
export async function chooseWays(
  parts: Parts,
  member: Member,
  ways: ReadonlyMap<NoticeKind['name'], NoticeWay>,
): Promise<void> {
  await parts.database.write(async (transaction) => {
    for (const [kind, way] of ways) {
      await store.writeChoice(transaction, member.userId, kind, way);
    }
  });
}

/** The person gets no notice by mail any more, until they choose otherwise. Again is no harm. */
export async function stopMailsTo(parts: Parts, user: UserId): Promise<void> {
  await parts.database.write((transaction) => store.stopMails(transaction, user));
}

/** Forgets notices that are old. */
export async function forgetNotices(parts: Parts): Promise<void> {
  const now = parts.clock.now();
  await parts.database.write((transaction) =>
    store.deleteOld(transaction, now - readKeptMs, now - unreadKeptMs),
  );
}
