// The token that every changing form carries. It is made from the session and the archive's
// secret, so every token ever given to a session stays good as long as the session does.
import { equalText, type Random, randomToken, sign } from '../../kit/ids/index.ts';

/** The cookie of members and guests alike; a guest's value begins with `g.` and has no row. */
export const sessionCookie = 'inkstead_session';

const guestPrefix = 'g.';

/** A session for a guest: only there to bind form tokens to. */
export function newGuestSession(random: Random): string {
  return `${guestPrefix}${randomToken(random, 128)}`;
}

/** Whether the cookie's value is a guest's, of the form that we give out. */
export function isGuestSession(value: string): boolean {
  return /^g\.[A-Za-z0-9_-]{22}$/.test(value);
}

/** Whether the cookie's value can be a member's session: others need not be looked up. */
export function isSessionToken(value: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(value);
}

/** The form token of a session, a member's or a guest's. */
export function formToken(secret: Uint8Array, session: string): string {
  return sign(secret, `form:${session}`);
}

/** Whether `given` is the form token of that session. */
export function isFormToken(secret: Uint8Array, session: string, given: string): boolean {
  return equalText(formToken(secret, session), given);
}
