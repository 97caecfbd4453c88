// Languages that works may be in: BCP 47 tag, the language's own name as tools know it, and the
// direction of its script. A host with another need adds a line.

/** A language that works may be in. */
export type Language = {
  readonly tag: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
};

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

/** Every one of them, English first, right-to-left scripts last. */
export const languages: readonly Language[] = [
  ...ltr.map(([tag, name]) => ({ tag, name, direction: 'ltr' as const })),
  ...rtl.map(([tag, name]) => ({ tag, name, direction: 'rtl' as const })),
];

const byTag = new Map(languages.map((language) => [language.tag.toLowerCase(), language]));

/** The language of a BCP 47 tag, or of its first part when the whole is not listed. */
export function findLanguage(tag: string): Language | null {
  const wanted = tag.trim().toLowerCase();
  return byTag.get(wanted) ?? byTag.get(wanted.split('-')[0] as string) ?? null;
}

/** The own name of a language; the tag itself for one that is not listed. */
export function languageName(tag: string): string {
  return findLanguage(tag)?.name ?? tag;
}

/** The direction of a language's script; left to right for one that is not listed. */
export function languageDirection(tag: string): 'ltr' | 'rtl' {
  return findLanguage(tag)?.direction ?? 'ltr';
}
