// The jobs that gather what waits for a mail into one, and queue it.
import type { JobKind } from '../../kit/jobs/index.ts';
import { type MailMessage, queueMail } from '../../kit/mail/index.ts';
import type { Reader } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { linesInMail, subjectCharactersMax } from './limits.ts';
import { mailJob } from './mail-times.ts';
import { text } from './messages.ts';
import {
  type MailWay,
  mailWays,
  type Notice,
  type NoticeId,
  type NoticeKind,
  type NoticeSaid,
} from './notice.ts';
import * as store from './store.ts';
import { stopToken } from './unsubscribe.ts';
import { noticeChoicesUrl, noticesUrl, stopMailsUrl } from './urls.ts';

/** Finds an open account by its log-in name, as accounts do. */
export type FindMember = (reader: Reader, login: string) => Promise<Member | null>;

/** The jobs that write mails of notices: at once, daily, weekly. */
export function noticeMailers(
  parts: Parts,
  kinds: readonly NoticeKind[],
  find: FindMember,
): JobKind[] {
  return mailWays.map((way) => ({
    name: mailJob(way),
    run: (user) => mailNotices(parts, kinds, find, way, user as UserId),
  }));
}

/** What each notice says to the member now; what they may no longer see is absent. */
export async function sayNotices(
  kinds: readonly NoticeKind[],
  member: Member,
  notices: readonly Notice[],
): Promise<ReadonlyMap<NoticeId, NoticeSaid>> {
  const said = new Map<NoticeId, NoticeSaid>();
  for (const kind of kinds) {
    const some = notices.filter((notice) => notice.kind === kind.name);
    if (some.length === 0) continue;
    for (const [at, line] of (await kind.say(member, some)).entries()) {
      const notice = some[at];
      if (line !== null && notice !== undefined) said.set(notice.id, line);
    }
  }
  return said;
}

async function mailNotices(
  parts: Parts,
  kinds: readonly NoticeKind[],
  find: FindMember,
  way: MailWay,
  user: UserId,
): Promise<void> {
  const { read } = parts.database;
  const waiting = await store.listToMail(read, user, way, linesInMail);
  const receiver = await store.findReceiver(read, user);
  const member = receiver === null ? null : await find(read, receiver.login);
  if (waiting.length === 0) return;
  const now = parts.clock.now();
  const barred = receiver !== null && store.isBarred(receiver, now);
  const mailed = barred ? kinds.filter((kind) => kind.quietWhenBarred !== true) : kinds;
  const said = member === null ? new Map() : await sayNotices(mailed, member, waiting);
  const lines = waiting.flatMap(({ id }) => said.get(id) ?? []);
  await parts.database.write(async (transaction) => {
    const taken = await store.takeFromMail(transaction, user, way, waiting);
    // Taken by a run before this one: it has queued the mail.
    if (taken === 0 || lines.length === 0 || !receiver?.email) return;
    await store.writeMailedAt(transaction, user, way, now);
    const more = Math.max(0, taken - waiting.length);
    const to = { to: receiver.email, login: receiver.login, user };
    await queueMail(transaction, parts, noticesMail(parts, to, lines, more));
  });
}

function noticesMail(
  { settings: { url }, secret }: Parts,
  { to, login, user }: { readonly to: string; readonly login: string; readonly user: UserId },
  lines: readonly NoticeSaid[],
  more: number,
): MailMessage {
  const stop = `${url}${stopMailsUrl}/${stopToken(secret, user)}`;
  const [first] = lines;
  const count = lines.length + more;
  const subject = count === 1 && first ? first.sentence : text.mailSubject({ count });
  return {
    to,
    subject: asSubject(subject),
    text: [
      text.mailGreeting({ login }),
      ...lines.map(({ sentence, href }) => `${sentence}\n${url}${href}`),
      ...(more === 0 ? [] : [text.mailMore({ count: more })]),
      text.mailAll({ url: `${url}${noticesUrl(login)}` }),
      text.mailChoose({ url: `${url}${noticeChoicesUrl(login)}` }),
      text.mailStop({ url: stop }),
    ].join('\n\n'),
    // RFC 8058: the mail program asks by POST, without the person having to log in.
    headers: {
      'List-Unsubscribe': `<${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

/** Titles are people's: what would end a header or run on for lines is left out. */
function asSubject(sentence: string): string {
  const letters = [...sentence.replaceAll(/[\p{Cc}\s]+/gu, ' ')];
  if (letters.length <= subjectCharactersMax) return letters.join('');
  return `${letters.slice(0, subjectCharactersMax - 1).join('')}…`;
}
