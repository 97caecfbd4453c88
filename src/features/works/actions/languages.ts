// How a host changes the languages that works may be in. None is deleted: works are in them. Who
// may is the caller's check, and so is the audit.
import type { FieldError } from '../../../kit/http/index.ts';
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import { countCharacters, lookKey, normaliseText } from '../../../text/index.ts';
import { isLanguageTag, type Language } from '../languages.ts';
import { languageNameCharactersMax, languagesMost } from '../limits.ts';
import { text } from '../messages.ts';
import { putLanguage, readLanguages } from '../store/languages.ts';

/** How the languages shall be. */
export type LanguagesWish = {
  /** Those that are not named stay as they are. `place`: from 1 on. */
  readonly entries: readonly (Omit<Language, 'formerly'> & { readonly place: number })[];
  /** One more, at the end; null: none. */
  readonly added: Pick<Language, 'tag' | 'name' | 'direction'> | null;
};

/** What became another: for the audit. */
export type LanguageChange = {
  readonly language: string;
  readonly what: 'added' | 'name' | 'direction' | 'place' | 'offered';
  readonly from: string | number | boolean | null;
  readonly to: string | number | boolean;
};

/**
 * Brings the wish about, on every page at the next request; with errors nothing of it. Errors are
 * of the fields `name[TAG]`, `place[TAG]`, `offered[TAG]`, `new_code`, `new_name`.
 */
export async function changeLanguages(
  transaction: Transaction,
  wish: LanguagesWish,
  at: number,
): Promise<{ readonly errors: FieldError[]; readonly changes: LanguageChange[] }> {
  const before = (await readLanguages(transaction)).all;
  const added = wish.added === null ? null : newLanguage(wish.added);
  const after = [...inOrder(before, wish), ...(added === null ? [] : [added])];
  const errors = problemsOf(before, wish, added, after);
  if (errors.length > 0) return { errors, changes: [] };
  const changes = after.flatMap((language, place) => changesOf(before, language, place));
  const changed = new Set(changes.map(({ language }) => language));
  for (const [place, language] of after.entries()) {
    if (changed.has(language.tag)) await putLanguage(transaction, language, place + 1);
  }
  if (changes.length > 0) await recordChange(transaction, 'language', [0], at);
  // Those that make room for one that is moved are not told of one by one.
  const moved = new Set(wish.entries.filter(isMoved(before)).map(({ tag }) => tag));
  const told = changes.filter(({ what, language }) => what !== 'place' || moved.has(language));
  return { errors, changes: told };
}

function isMoved(before: readonly Language[]) {
  return ({ tag, place }: { readonly tag: string; readonly place: number }) =>
    before[place - 1]?.tag !== tag;
}

/** The canonical form of what was typed; as it was typed where it has none. */
function newLanguage({ tag, name, direction }: Pick<Language, 'tag' | 'name' | 'direction'>) {
  const typed = tag.trim().replaceAll('_', '-');
  return {
    tag: canonical(typed) ?? typed,
    name: tidy(name),
    direction,
    offered: true,
    formerly: [],
  };
}

function canonical(tag: string): string | null {
  // Five letters and more are a tag by its form, and no language has one.
  if (!isLanguageTag(tag) || !/^[a-z]{2,3}(?:-|$)/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function tidy(name: string): string {
  return normaliseText(name).replace(/\s+/gu, ' ').trim();
}

/** What goes up stands before whatever was there, what goes down behind it. */
function inOrder(before: readonly Language[], { entries }: LanguagesWish): Language[] {
  const wished = new Map(entries.map((entry) => [entry.tag, entry]));
  const placeOf = ({ tag }: Language, at: number) => {
    const place = wished.get(tag)?.place ?? at + 1;
    return place + Math.sign(place - at - 1) / 2;
  };
  return before
    .map((language, at) => ({ language, place: placeOf(language, at) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ language }) => changedBy(language, wished.get(language.tag)));
}

function changedBy(
  language: Language,
  entry: Pick<Language, 'name' | 'direction' | 'offered'> | undefined,
): Language {
  if (entry === undefined) return language;
  const { direction, offered } = entry;
  const name = tidy(entry.name);
  const { name: old, formerly } = language;
  if (name === old) return { ...language, direction, offered };
  const names = [...formerly.filter((one) => one !== name && one !== old), old];
  return { ...language, name, direction, offered, formerly: names };
}

function problemsOf(
  before: readonly Language[],
  { entries }: LanguagesWish,
  added: Language | null,
  after: readonly Language[],
): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (field: string, detail: string) => void errors.push({ field, detail });
  const names = new Set<string>();
  for (const language of after) {
    const field = language === added ? 'new_name' : `name[${language.tag}]`;
    const detail = nameProblem(language.name) ?? twinProblem(language.name, names);
    if (detail !== null) refuse(field, detail);
  }
  for (const { tag, place } of entries) {
    if (!Number.isSafeInteger(place) || place < 1 || place > languagesMost) {
      refuse(`place[${tag}]`, text.languagePlace({ most: languagesMost }));
    }
  }
  if (!after.some(({ offered }) => offered)) {
    refuse(`offered[${before[0]?.tag ?? ''}]`, text.languageNoneOffered());
  }
  if (added === null) return errors;
  if (canonical(added.tag) === null) refuse('new_code', text.languageCode());
  const there = before.find(({ tag }) => tag === added.tag);
  if (there !== undefined) refuse('new_code', text.languageThere({ name: there.name }));
  if (after.length > languagesMost) {
    refuse('new_code', text.languagesFull({ most: languagesMost }));
  }
  return errors;
}

function nameProblem(name: string): string | null {
  const most = languageNameCharactersMax;
  const isSound = name !== '' && countCharacters(name) <= most && lookKey(name) !== '';
  return isSound ? null : text.languageNameForm({ most });
}

function twinProblem(name: string, names: Set<string>): string | null {
  const key = lookKey(name);
  if (names.has(key)) return text.languageTwice({ name });
  names.add(key);
  return null;
}

function changesOf(before: readonly Language[], after: Language, place: number): LanguageChange[] {
  const { tag: language } = after;
  const at = before.findIndex(({ tag }) => tag === language);
  const old = before[at];
  if (old === undefined) return [{ language, what: 'added', from: null, to: after.name }];
  const facts = [
    ['name', old.name, after.name],
    ['direction', old.direction, after.direction],
    ['place', at + 1, place + 1],
    ['offered', old.offered, after.offered],
  ] as const;
  return facts
    .filter(([, from, to]) => from !== to)
    .map(([what, from, to]) => ({ language, what, from, to }));
}
