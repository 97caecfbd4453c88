// Languages that works may be in, as the host keeps them: BCP 47 tag, own name, direction of the
// script. An archive starts with those below.
import { lookKey } from '../../text/index.ts';

/** A language that works may be in. */
export type Language = {
  readonly tag: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** False: no form offers it any more; works, searches and imports keep it. */
  readonly offered: boolean;
  /** Names that it once had, which searches still know. */
  readonly formerly: readonly string[];
};

/** All languages at one moment, in the host's order. */
export type Languages = {
  readonly all: readonly Language[];
  /** Those to choose from, and the one that is chosen already. */
  offered(chosen?: string): readonly Language[];
  /** The language of a tag, or of its first part when the whole is not listed. */
  find(tag: string): Language | null;
  /** As people name it: by its tag, its name now or once, its English name. */
  named(typed: string): Language | null;
  /** Its name; the tag itself for one that is not listed. */
  nameOf(tag: string): string;
  /** What is in it; from left to right in one that is not listed. */
  inLanguage(tag: string): InLanguage;
};

/** What is in the language, for `lang` and `dir`. */
export type InLanguage = Pick<Language, 'direction'> & { readonly language: string };

/** Gathers them, in the host's order, to be looked up. */
export function languagesOf(all: readonly Language[]): Languages {
  const byTag = new Map(all.map((language) => [language.tag.toLowerCase(), language]));
  const find = (tag: string): Language | null => {
    const wanted = tag.trim().toLowerCase();
    return byTag.get(wanted) ?? byTag.get(wanted.split('-')[0] as string) ?? null;
  };
  // Made when it is first asked: most look a tag up and no more.
  let byName: ReadonlyMap<string, Language> | null = null;
  return {
    all,
    offered: (chosen) => all.filter(({ tag, offered }) => offered || tag === chosen),
    find,
    named(typed) {
      byName ??= namesOf(all);
      const known = byName.get(lookKey(typed));
      if (known !== undefined) return known;
      const tag = typed.trim().replaceAll('_', '-');
      return isLanguageTag(tag) ? find(tag) : null;
    },
    nameOf: (tag) => find(tag)?.name ?? tag,
    inLanguage: (tag) => ({ language: tag, direction: find(tag)?.direction ?? 'ltr' }),
  };
}

/** Whether it could be the tag of a language, known here or not. */
export function isLanguageTag(typed: string): boolean {
  return /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(typed);
}

/** A name that one has now is never another's for having had it once. */
function namesOf(all: readonly Language[]): ReadonlyMap<string, Language> {
  const names = new Map<string, Language>();
  const add = (name: string, language: Language) => {
    const key = lookKey(name);
    if (key !== '' && !names.has(key)) names.set(key, language);
  };
  for (const language of all) add(language.name, language);
  for (const language of all) add(englishNameOf(language.tag), language);
  for (const language of all) for (const name of language.formerly) add(name, language);
  return names;
}

const english = new Intl.DisplayNames(['en'], { type: 'language' });
const englishNames = new Map<string, string>();

function englishNameOf(tag: string): string {
  const known = englishNames.get(tag);
  if (known !== undefined) return known;
  const name = english.of(tag) ?? tag;
  englishNames.set(tag, name);
  return name;
}

const ltr: readonly (readonly [string, string])[] = [
  ['en', 'English'],
  ['af', 'Afrikaans'],
  ['id', 'Bahasa Indonesia'],
  ['ms', 'Bahasa Malaysia'],
  ['bs', 'Bosanski'],
  ['br', 'Brezhoneg'],
  ['ca', 'Català'],
  ['cs', 'Čeština'],
  ['cy', 'Cymraeg'],
  ['da', 'Dansk'],
  ['de', 'Deutsch'],
  ['et', 'eesti keel'],
  ['el', 'Ελληνικά'],
  ['es', 'Español'],
  ['eo', 'Esperanto'],
  ['eu', 'Euskara'],
  ['fil', 'Filipino'],
  ['fr', 'Français'],
  ['ga', 'Gaeilge'],
  ['gd', 'Gàidhlig'],
  ['gl', 'Galego'],
  ['ko', '한국어'],
  ['hy', 'Հայերեն'],
  ['hi', 'हिन्दी'],
  ['hr', 'Hrvatski'],
  ['is', 'Íslenska'],
  ['it', 'Italiano'],
  ['kn', 'ಕನ್ನಡ'],
  ['ka', 'ქართული'],
  ['la', 'Lingua latina'],
  ['lv', 'Latviešu valoda'],
  ['lt', 'Lietuvių kalba'],
  ['hu', 'Magyar'],
  ['mk', 'македонски'],
  ['ml', 'മലയാളം'],
  ['mr', 'मराठी'],
  ['mn', 'Монгол Кирилл үсэг'],
  ['nl', 'Nederlands'],
  ['ja', '日本語'],
  ['no', 'Norsk'],
  ['pl', 'Polski'],
  ['pt-BR', 'Português brasileiro'],
  ['pt-PT', 'Português europeu'],
  ['ro', 'Română'],
  ['ru', 'Русский'],
  ['sq', 'Shqip'],
  ['sk', 'Slovenčina'],
  ['sl', 'Slovenščina'],
  ['sr', 'Српски'],
  ['fi', 'suomi'],
  ['sv', 'Svenska'],
  ['ta', 'தமிழ்'],
  ['th', 'ไทย'],
  ['vi', 'Tiếng Việt'],
  ['tr', 'Türkçe'],
  ['uk', 'Українська'],
  ['zh', '中文-普通话 國語'],
  ['yue', '中文-广东话 粵語'],
  ['nan', '中文-闽南话 臺語'],
];

const rtl: readonly (readonly [string, string])[] = [
  ['ar', 'العربية'],
  ['fa', 'فارسی'],
  ['he', 'עברית'],
  ['ur', 'اردو'],
  ['yi', 'יידיש'],
];

/**
 * Those that an archive starts with: English first, right-to-left scripts last. A migration puts
 * them in, so that they stay as they are; a further one comes by a migration of its own.
 */
export const starterLanguages: readonly Language[] = [
  ...ltr.map((row) => starter(row, 'ltr')),
  ...rtl.map((row) => starter(row, 'rtl')),
];

function starter([tag, name]: readonly [string, string], direction: 'ltr' | 'rtl'): Language {
  return { tag, name, direction, offered: true, formerly: [] };
}
