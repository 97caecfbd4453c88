// Languages as people name them: by code, by their own name, by their English one.
import { lookKey } from '../../../text/index.ts';
import { findLanguage, languages } from '../../works/index.ts';

const english = new Intl.DisplayNames(['en'], { type: 'language' });

const byName = new Map(
  languages.flatMap(({ tag, name }) => [
    [lookKey(english.of(tag) ?? tag), tag] as const,
    [lookKey(name), tag] as const,
  ]),
);

/** The BCP 47 tag; null for a language that no work could be in. */
export function languageNamed(typed: string): string | null {
  return byName.get(lookKey(typed)) ?? findLanguage(typed)?.tag ?? null;
}

/** Whether it could be the tag of a language that the archive does not know. */
export function isLanguageTag(typed: string): boolean {
  return /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(typed);
}
