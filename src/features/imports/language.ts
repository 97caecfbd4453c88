// The language that a file names, in its own words or by a tag, as one of the archive's.
import { findLanguage, type Language, languages } from '../works/index.ts';

/** Null where the file says nothing that is known here. */
export function languageOf(said: string): Language | null {
  const wanted = said.trim().toLowerCase();
  if (wanted === '') return null;
  const named = languages.find(({ name }) => name.toLowerCase() === wanted);
  if (named !== undefined) return named;
  const inEnglish = languages.find(({ tag }) => englishNames.of(tag)?.toLowerCase() === wanted);
  return inEnglish ?? (/^[a-z]{2,3}(?:[-_]\w+)*$/.test(wanted) ? findLanguage(said) : null);
}

const englishNames = new Intl.DisplayNames(['en'], { type: 'language' });
