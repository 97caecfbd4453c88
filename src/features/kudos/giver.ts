// Who leaves kudos: a member, or a guest by a random word in a cookie that only this reads.
import { randomToken, sign } from '../../kit/ids/index.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Ask } from '../../web/ask.ts';
import { cookieSeconds } from './limits.ts';
import type { Giver } from './store.ts';

const kudosCookie = 'inkstead_kudos';

/** Null: a guest who has left none with this browser. */
export function giverOf({ viewer, cookies }: Ask, parts: Parts): Giver | null {
  if (viewer.kind === 'member') return { user: viewer.userId };
  const word = cookies.get(kudosCookie) ?? '';
  return /^[A-Za-z0-9_-]{22}$/.test(word) ? { guestKey: keyOf(parts, word) } : null;
}

/** The same for somebody who is about to leave some: a guest without a word is given one. */
export function newGiverOf(ask: Ask, parts: Parts): Giver {
  const known = giverOf(ask, parts);
  if (known !== null) return known;
  const word = randomToken(parts.random, 128);
  ask.setCookie(kudosCookie, word, { maxAgeSeconds: cookieSeconds });
  return { guestKey: keyOf(parts, word) };
}

function keyOf({ secret }: Parts, word: string): string {
  return sign(secret, `kudos:${word}`);
}
