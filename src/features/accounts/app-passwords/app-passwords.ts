// Passwords for apps: 128 random bits of ours, for programs that know a name and a password only.
// Each may do less than its owner, and is revoked by itself.
import { createHash } from 'node:crypto';
import { hashToken } from '../../../kit/ids/index.ts';
import type { Reader } from '../../../kit/sql/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { checkCurrentPassword } from '../actions/current-password.ts';
import type { TokenIdentity } from '../actions/tokens.ts';
import { tokenLabelMost } from '../limits.ts';
import { loginKey } from '../names.ts';
import { done, fault, type Outcome, writeUnlessFault } from '../outcome.ts';
import { type ApiScope, isApiScope } from '../person.ts';
import { readMember } from '../store/people.ts';
import { findTokenHolder, insertToken, listTokens } from '../store/sessions.ts';
import { base32 } from '../two-step/codes.ts';
import { text } from './messages.ts';

/** What an app password may be made for; roles stay with people. */
export const appScopes = ['read', 'write', 'library'] as const satisfies readonly ApiScope[];

const wordBytes = 16;
/** As many apps as anybody looks over. */
const appPasswordsMax = 50;

export type AppPasswordWish = {
  readonly label: string;
  readonly scopes: readonly string[];
  /** The account's own. */
  readonly password: string;
};

/** Makes an app password and returns it; only hashes are kept. */
export async function makeAppPassword(
  parts: Parts,
  member: Member,
  wish: AppPasswordWish,
): Promise<Outcome<string>> {
  const label = wish.label.normalize('NFC').trim();
  if (label === '') return fault('label', text.labelMissing());
  if ([...label].length > tokenLabelMost) return fault('label', text.labelLong());
  const scopes = appScopes.filter((scope) => wish.scopes.includes(scope));
  if (scopes.length === 0) return fault('scopes[]', text.scopesMissing());
  const checked = await checkCurrentPassword(parts, member.userId, wish.password);
  if (!checked.ok) return checked;
  const word = base32(parts.random.bytes(wordBytes)).toLowerCase();
  return writeUnlessFault(parts.database, async (transaction) => {
    const there = await listTokens(transaction, member.userId);
    if (there.length >= appPasswordsMax) return fault('', text.tooMany({ most: appPasswordsMax }));
    await insertToken(transaction, {
      id: parts.ids.next(),
      user_id: member.userId,
      token_hash: hashToken(word),
      md5_hash: hashToken(md5(word)),
      scopes: scopes.join(','),
      label,
      created_at: parts.clock.now(),
      revoked_at: null,
      used_at: null,
    });
    return done(word);
  });
}

/** What a program sends beside the name: the password, or its MD5 in hexadecimal digits. */
export type SentWord = { readonly word: string } | { readonly md5: string };

/** Who that is and what it may do; null when it is unknown, revoked, another's, or not open. */
export async function identifyAppPassword(
  reader: Reader,
  login: string,
  sent: SentWord,
): Promise<TokenIdentity | null> {
  const holder =
    'md5' in sent
      ? await findTokenHolder(reader, 'md5_hash', hashToken(sent.md5.toLowerCase()))
      : await findTokenHolder(reader, 'token_hash', hashToken(tidy(sent.word)));
  if (holder === null || !holder.isAppPassword) return null;
  if (loginKey(holder.login) !== loginKey(login)) return null;
  const { tokenId, usedAt } = holder;
  const scopes = new Set(holder.scopes.split(',').filter(isApiScope));
  return { member: await readMember(reader, holder), tokenId, usedAt, scopes };
}

function md5(word: string): string {
  return createHash('md5').update(word).digest('hex');
}

// As it was copied: with a space or a hyphen, or with a telephone's capital at its start.
function tidy(word: string): string {
  return word.replace(/[\s-]/g, '').toLowerCase();
}
