// The job that tells a person's browsers that there is something new. What each says is asked when
// it is sent, as for mails: what they may no longer see is not told.
import { askForJob, type JobKind } from '../../../kit/jobs/index.ts';
import type { Milliseconds, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { betweenPushesMs, countedMost, pushFailuresMax, pushLettersMax } from '../limits.ts';
import { type FindMember, sayNotices } from '../mailing.ts';
import { text } from '../messages.ts';
import type { NoticeKind, NoticeSaid } from '../notice.ts';
import { findReceiver, isBarred, listSince } from '../store.ts';
import { noticesUrl } from '../urls.ts';
import * as store from './store.ts';

const job = { name: 'push notices' };

/** Asks for it, where the person has a browser that is told. */
export async function askForPush(
  transaction: Transaction,
  user: UserId,
  now: Milliseconds,
): Promise<void> {
  const devices = await store.readTold(transaction, user);
  if (devices === null) return;
  const { told, failing } = devices;
  // What comes in while a service is away must not use up the tries.
  const next = Math.ceil(now / betweenPushesMs) * betweenPushesMs;
  await askForJob(transaction, job, user, failing ? next : Math.max(now, told + betweenPushesMs));
}

/** The job; a push service that fails makes it run again, for the browsers that were not told. */
export function noticePusher(
  parts: Parts,
  kinds: readonly NoticeKind[],
  find: FindMember,
): JobKind {
  return { ...job, run: (user) => pushNotices(parts, kinds, find, user as UserId) };
}

async function pushNotices(
  parts: Parts,
  kinds: readonly NoticeKind[],
  find: FindMember,
  user: UserId,
): Promise<void> {
  const { read } = parts.database;
  const now = parts.clock.now();
  await parts.database.write((transaction) => store.deleteEnded(transaction, user, now));
  const receiver = await findReceiver(read, user);
  const member = receiver === null ? null : await find(read, receiver.login);
  if (receiver === null || member === null) return;
  const barred = isBarred(receiver, now);
  const told = barred ? kinds.filter((kind) => kind.quietWhenBarred !== true) : kinds;
  const outcomes = await Promise.all(
    (await store.listDevices(read, user, now)).map(async (device) => {
      const notices = await listSince(read, user, device.told_at, countedMost);
      const said = await sayNotices(told, member, notices);
      const lines = notices.flatMap(({ id }) => said.get(id) ?? []);
      if (lines.length === 0) return 'sent';
      const message = messageOf(parts, member.login, lines, device.titles === 1);
      return pushTo(parts, device, message, now);
    }),
  );
  if (outcomes.includes('failed')) throw new Error('a push service did not take a message');
}

async function pushTo(parts: Parts, device: store.Device, message: string, now: Milliseconds) {
  const { endpoint, public_key: publicKey, auth, id, user_id: user } = device;
  const outcome = await parts.push.send({ endpoint, publicKey, auth }, message);
  const isGone = outcome === 'gone' || (outcome === 'failed' && isTheLast(device));
  await parts.database.write(async (transaction) => {
    if (isGone) await store.deleteDevice(transaction, user, id);
    else if (outcome === 'failed') await store.writeFailure(transaction, id);
    else await store.writeTold(transaction, id, now);
  });
  return isGone ? 'gone' : outcome;
}

function isTheLast({ failures }: store.Device): boolean {
  return failures + 1 >= pushFailuresMax;
}

/** What the browser shows, as `client/worker/push.ts` reads it. */
function messageOf(
  { settings: { url } }: Parts,
  login: string,
  lines: readonly NoticeSaid[],
  withTitles: boolean,
): string {
  const [first] = lines;
  const one = withTitles && lines.length === 1 ? first : undefined;
  const more = lines.length - 1;
  const told =
    withTitles && first !== undefined
      ? [first.sentence, ...(more > 0 ? [text.pushMore({ count: more })] : [])].join('\n')
      : text.mailSubject({ count: lines.length });
  const letters = [...told];
  const body = letters.length > pushLettersMax ? letters.slice(0, pushLettersMax).join('') : told;
  return JSON.stringify({ title: new URL(url).host, body, path: one?.href ?? noticesUrl(login) });
}
