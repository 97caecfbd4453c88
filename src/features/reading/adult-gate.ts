// Who has agreed to see adult works: members in their preferences; anybody by a word in the
// address, which holds for that answer and is kept in a plain cookie; and who sends that cookie.
import { adultConsentName as consent, consentsToAdult } from '../../web/adult-consent.ts';
import type { Ask } from '../../web/ask.ts';
import type { Work } from '../works/index.ts';
import { deviceCookieSeconds } from './limits.ts';

/**
 * Keeps the consent that an address gives (`?view_adult=true`) in the cookie of the same name.
 * To be called for every request, because consent may be given on any address.
 */
export function keepAdultConsent(ask: Ask): void {
  if (ask.query.get(consent) !== 'true' || ask.cookies.get(consent) === 'true') return;
  // Plain, because contract 5 lets tools read and send it.
  ask.setCookie(consent, 'true', { maxAgeSeconds: deviceCookieSeconds, httpOnly: false });
}

/** Whether the gate stands between this asker and the work. */
export function isGated(ask: Ask, work: Work): boolean {
  return work.adult && !work.own && !consentsToAdult(ask);
}

/** The address asked for, with consent. */
export function consentingAddress(ask: Ask): string {
  const query = new URLSearchParams(ask.query);
  query.set(consent, 'true');
  return `${ask.path}?${query}`;
}
