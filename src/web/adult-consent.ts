// Whether whoever asks has agreed to see adult works: members in their preferences; anybody by a
// word in the address, which holds for that answer, or by the cookie that keeps it.
import type { Ask } from './ask.ts';

/** The parameter and the cookie, whose value is `true`. */
export const adultConsentName = 'view_adult';

/** Whether texts of adult works may be shown without asking first. */
export function consentsToAdult({ viewer, query, cookies }: Ask): boolean {
  if (viewer.kind === 'member' && viewer.adultConsent) return true;
  return query.get(adultConsentName) === 'true' || cookies.get(adultConsentName) === 'true';
}
