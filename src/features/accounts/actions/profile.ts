// A person's profile: a title, and a text that they type as HTML.
import { recordChange } from '../../../kit/sql/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import {
  cleanText,
  countCharacters,
  normaliseLine,
  normaliseText,
  sanitiserVersion,
} from '../../../text/index.ts';
import { profileMost, profileSourceGrowth, profileTitleMost } from '../limits.ts';
import { text } from '../messages.ts';
import { done, fault, type Outcome } from '../outcome.ts';
import { updateUser } from '../store/people.ts';

/** A profile that was checked and cleaned. */
export type Profile = {
  readonly title: string;
  readonly source: string;
  readonly html: string;
  readonly sanitiserVersion: number;
};

type TypedProfile = { readonly title: string; readonly source: string };

/** Checks and cleans a profile. Faults name `profile[title]` or `profile[text]`. */
export function cleanProfile(typed: TypedProfile): Outcome<Profile> {
  const title = normaliseLine(typed.title);
  if (countCharacters(title) > profileTitleMost) {
    return fault('profile[title]', text.profileTitleLong());
  }
  // Too long even if most of it were markup to drop: refused unparsed.
  if (typed.source.length > profileMost * profileSourceGrowth) {
    return fault('profile[text]', text.profileTextLong());
  }
  const cleaned = cleanText(typed.source, 'html', 'notes');
  if (!cleaned.ok) return fault('profile[text]', text.profileTextTangled());
  if (countCharacters(cleaned.html) > profileMost) {
    return fault('profile[text]', text.profileTextLong());
  }
  const source = normaliseText(typed.source);
  return done({ title, source, html: cleaned.html, sanitiserVersion });
}

/** Keeps the member's profile, or answers what is wrong with it. */
export async function saveProfile(
  parts: Parts,
  member: Member,
  typed: TypedProfile,
): Promise<Outcome<null>> {
  const cleaned = cleanProfile(typed);
  if (!cleaned.ok) return cleaned;
  const { title, source, html, sanitiserVersion: version } = cleaned.value;
  const change = {
    profile_title: title,
    profile_source: source,
    profile_html: html,
    profile_sanitiser_version: version,
  };
  await parts.database.write(async (transaction) => {
    await updateUser(transaction, member.userId, change);
    await recordChange(transaction, 'user', [member.userId], parts.clock.now());
  });
  return done(null);
}
