// A person's passkeys: added by who knows the password, removed, and used to log in.
import { equalText, sign } from '../../../kit/ids/index.ts';
import { queueMail } from '../../../kit/mail/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { checkCurrentPassword } from '../actions/current-password.ts';
import { type Entering, type Entry, enter } from '../devices/enter.ts';
import { logInTriesOfAddress } from '../limits.ts';
import { text as accountText } from '../messages.ts';
import { done, fault, type Outcome, waitFault, writeUnlessFault } from '../outcome.ts';
import { uncountTry } from '../store/links.ts';
import { findUser } from '../store/people.ts';
import { subscriberOf, takeTries, trySubject } from '../throttle.ts';
import { forgottenPasswordUrl } from '../urls.ts';
import { isChallenge, makeChallenge, spendChallenge } from './challenge.ts';
import { passkeyNameMost, passkeysMost } from './limits.ts';
import { mailText, text } from './messages.ts';
import type { PasskeysTable } from './schema.ts';
import * as store from './store.ts';
import {
  isSigned,
  passkeySite,
  readAuthenticatorData,
  readClientData,
  readPublicKey,
} from './verify.ts';

/** What a page asks a browser for a passkey with. */
export type PasskeyAsk = { readonly challenge: string; readonly site: string };
/** The same for a new one. */
export type PasskeyOffer = PasskeyAsk & {
  /** What stands for the person on the device: says nothing of them. */
  readonly handle: string;
  /** Ids of the keys there are: a device that holds one makes no second. */
  readonly known: readonly string[];
};

const enterPurpose = 'enter';

/** Null where browsers give no passkeys. */
export function askForPasskey(parts: Parts, formToken: string): PasskeyAsk | null {
  const site = passkeySite(parts.settings.url);
  if (site === null) return null;
  return { challenge: makeChallenge(parts, enterPurpose, formToken), site: site.id };
}

/** Lets the member make a passkey, who must know their password. */
export async function offerPasskey(
  parts: Parts,
  { userId }: Member,
  asked: { readonly password: string; readonly formToken: string },
): Promise<Outcome<PasskeyOffer>> {
  const checked = await checkCurrentPassword(parts, userId, asked.password);
  return checked.ok ? offerAgain(parts, userId, asked.formToken) : checked;
}

/** The same once more, for who has just shown that they know it. */
async function offerAgain(
  parts: Parts,
  userId: UserId,
  formToken: string,
): Promise<Outcome<PasskeyOffer>> {
  const site = passkeySite(parts.settings.url);
  if (site === null) return fault('', text.noSite());
  const there = await store.listPasskeys(parts.database.read, userId);
  if (there.length >= passkeysMost) return fault('', text.full({ most: passkeysMost }));
  return done({
    challenge: makeChallenge(parts, addPurpose(userId), formToken),
    site: site.id,
    handle: handleOf(parts, userId),
    known: there.map(({ credential_id: id }) => id),
  });
}

export type NewPasskey = {
  readonly name: string;
  readonly clientData: string;
  readonly authenticatorData: string;
  readonly publicKey: string;
  readonly formToken: string;
};

/** Takes the passkey that a browser has made for the offer, and tells the owner. */
export async function addPasskey(
  parts: Parts,
  { userId }: Member,
  sent: NewPasskey,
): Promise<Outcome<null>> {
  const site = passkeySite(parts.settings.url);
  if (site === null) return fault('', text.noSite());
  const name = tidyName(sent.name);
  if (name === '') return fault('', text.nameMissing());
  if ([...name].length > passkeyNameMost) return fault('', text.nameLong());
  const challenge = readClientData(sent.clientData, 'webauthn.create', site);
  const data = readAuthenticatorData(sent.authenticatorData, site);
  const made = data?.made ?? null;
  const publicKey = made === null ? null : readPublicKey(sent.publicKey, made.key);
  const isOurs =
    challenge !== null && isChallenge(parts, addPurpose(userId), sent.formToken, challenge);
  if (!isOurs || data === null || made === null || publicKey === null) {
    return fault('', text.addFailed());
  }
  const now = parts.clock.now();
  return writeUnlessFault(parts.database, async (transaction) => {
    if (!(await spendChallenge(transaction, parts, challenge))) return fault('', text.addFailed());
    const there = await store.listPasskeys(transaction, userId);
    if (there.length >= passkeysMost) return fault('', text.full({ most: passkeysMost }));
    const isNew = await store.insertPasskey(transaction, {
      id: parts.ids.next(),
      user_id: userId,
      credential_id: made.credentialId,
      public_key: publicKey,
      sign_count: data.signCount,
      name,
      made_at: now,
      used_at: null,
    });
    if (!isNew) return fault('', text.addTwice());
    await tellOwner(transaction, parts, userId, 'added', name);
    return done(null);
  });
}

/** Removes one of the member's; another's is left alone. */
export async function removePasskey(parts: Parts, { userId }: Member, id: number): Promise<void> {
  await parts.database.write(async (transaction) => {
    const there = await store.listPasskeys(transaction, userId);
    const name = there.find((passkey) => passkey.id === id)?.name;
    if (name === undefined || !(await store.deletePasskey(transaction, userId, id))) return;
    await tellOwner(transaction, parts, userId, 'removed', name);
  });
}

export type PasskeySent = Entering & {
  readonly credentialId: string;
  readonly handle: string;
  readonly clientData: string;
  readonly authenticatorData: string;
  readonly signature: string;
  readonly formToken: string;
  readonly clientAddress: string;
};

/** Opens a session for whoever holds the key: no password and no code is asked. */
export async function logInByPasskey(
  parts: Parts,
  sent: PasskeySent,
): Promise<Outcome<{ readonly login: string; readonly entry: Entry }>> {
  const address = trySubject(parts, 'passkey', subscriberOf(sent.clientAddress));
  const wait = await takeTries(parts, [{ subject: address, limit: logInTriesOfAddress }]);
  if (wait !== null) return waitFault(wait, accountText.tooManyTries());
  const judged = await judge(parts, sent);
  if ('refused' in judged) return refuse(parts, judged.refused);
  const { passkey, signCount, challenge } = judged;
  return writeUnlessFault(parts.database, async (transaction) => {
    if (!(await spendChallenge(transaction, parts, challenge))) return refuse(parts, 'used before');
    const now = parts.clock.now();
    if (!(await store.countUse(transaction, passkey.id, signCount, now))) {
      return refuse(parts, 'its counter went back: there may be a copy of it');
    }
    const user = await findUser(transaction, passkey.user_id);
    if (user?.state === 'suspended') return fault('', accountText.logInSuspended());
    if (user?.state !== 'open') return refuse(parts, 'an account that is not open');
    await uncountTry(transaction, address);
    return done({ login: user.login, entry: await enter(transaction, parts, user, sent) });
  });
}

type Judged =
  | { readonly refused: string }
  | {
      readonly passkey: PasskeysTable;
      readonly signCount: number;
      readonly challenge: string;
    };

async function judge(parts: Parts, sent: PasskeySent): Promise<Judged> {
  const site = passkeySite(parts.settings.url);
  if (site === null) return { refused: 'no passkeys here' };
  const challenge = readClientData(sent.clientData, 'webauthn.get', site);
  if (challenge === null) return { refused: 'made for another site' };
  if (!isChallenge(parts, enterPurpose, sent.formToken, challenge)) {
    return { refused: 'an answer to no challenge of this session, or too late' };
  }
  const data = readAuthenticatorData(sent.authenticatorData, site);
  if (data === null) return { refused: 'nobody was made sure of' };
  const passkey = await store.findPasskey(parts.database.read, sent.credentialId);
  if (passkey === null) return { refused: 'unknown' };
  if (!equalText(handleOf(parts, passkey.user_id), sent.handle)) {
    return { refused: 'another person’s' };
  }
  const isRight = isSigned(passkey.public_key, { ...sent, data });
  if (!isRight) return { refused: 'a signature of another key' };
  return { passkey, signCount: data.signCount, challenge };
}

/** One sentence for whoever tries, the reason for whoever reads the log. */
function refuse(parts: Parts, reason: string) {
  parts.log.warn({ reason }, 'a passkey was refused');
  return fault('', text.logInFailed());
}

function tidyName(typed: string): string {
  return typed.normalize('NFC').replace(/\p{C}/gu, '').trim();
}

function addPurpose(userId: UserId): string {
  return `add ${userId}`;
}

function handleOf(parts: Parts, userId: UserId): string {
  return sign(parts.secret, `passkey person:${userId}`);
}

async function tellOwner(
  transaction: Transaction,
  parts: Parts,
  userId: UserId,
  what: 'added' | 'removed',
  name: string,
): Promise<void> {
  const user = await findUser(transaction, userId);
  if (user === null || user.email === null) return;
  const { url } = parts.settings;
  const said = { login: user.login, url, name, link: `${url}${forgottenPasswordUrl}` };
  const subject = mailText[`${what}Subject`]();
  const body = mailText[`${what}Body`](said);
  await queueMail(transaction, parts, { to: user.email, subject, text: body });
}
