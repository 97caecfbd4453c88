// Whom a person trusts with their works when they are no longer there. The person can say at every
// step that they are; what was begun then ends.
import { type FieldError, Refused } from '../../kit/http/index.ts';
import { type MailMessage, queueMail } from '../../kit/mail/index.ts';
import type { Transaction } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { countCharacters, normaliseText } from '../../text/index.ts';
import { areApart, findMember, writeAudit } from '../accounts/index.ts';
import { kinWaitDays, kinWaitMs, kinWordsMax } from './limits.ts';
import * as mails from './mails.ts';
import { text } from './messages.ts';
import type { KinTable } from './schema.ts';
import type { Kinship } from './store.ts';
import * as store from './store.ts';

/** Names somebody in place of whom was named before. Empty, or what is wrong with the name. */
export async function nameKin(
  parts: Parts,
  member: Member,
  login: string,
): Promise<readonly FieldError[]> {
  const refuse = (detail: string) => [{ field: 'login', detail }];
  const kin = await findMember(parts.database.read, login);
  if (kin === null) return refuse(text.nobody());
  if (kin.userId === member.userId) return refuse(text.oneself());
  return parts.database.write(async (transaction) => {
    if (await areApart(transaction, member.userId, [kin.userId])) return refuse(text.nobody());
    const before = await store.findKinship(transaction, member.userId);
    // Sent twice: nothing that was accepted is asked again.
    if (before?.kin_id === kin.userId) return [];
    const named = { user_id: member.userId, kin_id: kin.userId, named_at: parts.clock.now() };
    await store.putKin(transaction, { ...named, accepted_at: null, ...nothingBegun });
    await tell(transaction, parts, kin.userId, (to) =>
      mails.named({ to, kin: kin.login, holder: member.login, url: parts.settings.url }),
    );
    return [];
  });
}

const nothingBegun = {
  asked_at: null,
  words: '',
  granted_at: null,
  granted_by: null,
  due_at: null,
} as const;

export async function forgetKin(parts: Parts, { userId }: Member): Promise<void> {
  await parts.database.write((transaction) => store.dropKin(transaction, userId));
}

/** The holder is there: what the kin has begun ends. */
export async function sayHere(parts: Parts, { userId }: Member): Promise<void> {
  await parts.database.write(async (transaction) => {
    const known = await store.findKinship(transaction, userId);
    if (known !== null) await store.changeKin(transaction, known, nothingBegun);
  });
}

/** The kin's yes, or their no, which ends it. */
export async function answerNaming(parts: Parts, known: Kinship, yes: boolean): Promise<void> {
  await parts.database.write(async (transaction) => {
    if (!yes) return store.dropKin(transaction, known.user_id);
    await store.changeKin(transaction, known, { accepted_at: parts.clock.now() });
  });
}

/** The kin says that the holder is no longer there; moderators look, and the holder is told. */
export async function askToAct(
  parts: Parts,
  known: Kinship,
  typed: string,
): Promise<readonly FieldError[]> {
  const words = normaliseText(typed).trim();
  if (words === '') return [{ field: 'words', detail: text.wordsMissing() }];
  if (countCharacters(words) > kinWordsMax) {
    return [{ field: 'words', detail: text.wordsLong({ most: kinWordsMax }) }];
  }
  if (known.accepted_at === null || known.asked_at !== null) throw new Refused(409);
  await parts.database.write(async (transaction) => {
    await store.changeKin(transaction, known, { asked_at: parts.clock.now(), words });
    await tell(transaction, parts, known.user_id, (to) =>
      mails.asked({ to, ...known, url: parts.settings.url }),
    );
  });
  return [];
}

/** A moderator believes the kin, or does not. 404 when nobody asks, 403 for the kin themself. */
export async function decideAsking(
  parts: Parts,
  moderator: Member,
  known: Kinship | null,
  wish: { readonly grants: boolean; readonly reason: string },
): Promise<void> {
  if (known === null || known.asked_at === null || known.granted_at !== null) {
    throw new Refused(404);
  }
  if (known.kin_id === moderator.userId) throw new Refused(403, { detail: text.ownAsking() });
  const at = parts.clock.now();
  const { grants, reason } = wish;
  const due_at = at + kinWaitMs;
  await parts.database.write(async (transaction) => {
    const granted = { granted_at: at, granted_by: moderator.userId, due_at };
    await store.changeKin(transaction, known, grants ? granted : nothingBegun);
    const act = grants ? 'believe next of kin' : 'refuse next of kin';
    await audit(transaction, parts, { known, actor: moderator.userId, act, reason });
    if (!grants) return;
    await tell(transaction, parts, known.user_id, (to) =>
      mails.granted({ to, ...known, url: parts.settings.url, days: kinWaitDays, dueAt: due_at }),
    );
  });
}

/** How far it is. `seen`: the holder has used their account since a moderator looked. */
export type Stage = 'named' | 'accepted' | 'asked' | 'waiting' | 'seen' | 'open';

export async function readStage(parts: Parts, known: KinTable): Promise<Stage> {
  const { accepted_at, asked_at, granted_at, due_at } = known;
  if (accepted_at === null) return 'named';
  if (asked_at === null) return 'accepted';
  if (granted_at === null || due_at === null) return 'asked';
  if (await store.wasSeenSince(parts.database.read, known.user_id, granted_at)) return 'seen';
  return parts.clock.now() < due_at ? 'waiting' : 'open';
}

/** Writes down what the kin did, or a moderator. */
export async function audit(
  transaction: Transaction,
  parts: Parts,
  did: {
    readonly known: KinTable;
    readonly actor: UserId;
    readonly act: string;
    readonly reason?: string;
  },
): Promise<void> {
  const { known, actor, act, reason = '' } = did;
  await writeAudit(transaction, {
    id: parts.ids.next(),
    at: parts.clock.now(),
    actorId: actor,
    act,
    subjectKind: 'user',
    subjectId: known.user_id,
    reason,
  });
}

async function tell(
  transaction: Transaction,
  parts: Parts,
  user: UserId,
  mail: (to: string) => MailMessage,
): Promise<void> {
  const to = await store.findMailAddress(transaction, user);
  if (to !== null) await queueMail(transaction, parts, mail(to));
}
