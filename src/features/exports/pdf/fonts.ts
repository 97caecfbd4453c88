// The letters of a PDF: which fonts there are, in which order they are looked through, and for
// which scripts a text finds none.

/** Packages and files; family names are those that the files give themselves. */
export const fontFiles: readonly string[] = [
  ...['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map(
    (cut) => `@expo-google-fonts/literata/${cut}/Literata_${cut}.ttf`,
  ),
  ...['400Regular', '700Bold'].map(
    (cut) => `@expo-google-fonts/noto-serif-hebrew/${cut}/NotoSerifHebrew_${cut}.ttf`,
  ),
  ...['400Regular', '700Bold'].map(
    (cut) => `@expo-google-fonts/noto-naskh-arabic/${cut}/NotoNaskhArabic_${cut}.ttf`,
  ),
  '@expo-google-fonts/sawarabi-mincho/400Regular/SawarabiMincho_400Regular.ttf',
  '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
  '@expo-google-fonts/song-myung/400Regular/SongMyung_400Regular.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
];

const japanese = 'Sawarabi Mincho';
const chinese = 'ZCOOL XiaoWei';
const korean = 'Song Myung';

/** Families for a language: Han characters are drawn as its readers know them. */
export function fontFamilies(language: string): string[] {
  const east = /^zh/.test(language) ? [chinese, japanese] : [japanese, chinese];
  const han = /^ko/.test(language) ? [korean, ...east] : [...east, korean];
  const others = ['Noto Serif Hebrew', 'Noto Naskh Arabic', ...han, 'Noto Emoji'];
  return ['Literata', ...others, 'DejaVu Sans Mono'];
}

/** Names of the scripts of letters that no font has. Signs are left to the reader's guess. */
export function lackingScripts(words: string, has: (codePoint: number) => boolean): string[] {
  const names = new Set<string>();
  const seen = new Set<number>();
  for (const [letter] of words.matchAll(/[\p{L}--[a-zA-Z]]/gv)) {
    const codePoint = letter.codePointAt(0) ?? 0;
    if (seen.has(codePoint)) continue;
    seen.add(codePoint);
    if (!has(codePoint)) names.add(scriptOf(letter));
  }
  return [...names].sort();
}

const scripts = [
  ...['Arabic', 'Armenian', 'Bengali', 'Bopomofo', 'Cherokee', 'Coptic', 'Cyrillic', 'Devanagari'],
  ...['Ethiopic', 'Georgian', 'Gothic', 'Greek', 'Gujarati', 'Gurmukhi', 'Han', 'Hangul', 'Hebrew'],
  ...['Hiragana', 'Kannada', 'Katakana', 'Khmer', 'Lao', 'Latin', 'Malayalam', 'Mongolian'],
  ...['Myanmar', 'Oriya', 'Runic', 'Sinhala', 'Syriac', 'Tamil', 'Telugu', 'Thaana', 'Thai'],
  ...['Tibetan', 'Tifinagh', 'Yi'],
].map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const);

function scriptOf(letter: string): string {
  return scripts.find(([, pattern]) => pattern.test(letter))?.[0] ?? letter;
}

/** Whether a TrueType file has a glyph for a code point, by its tables of characters. */
export function glyphsOf(file: DataView): (codePoint: number) => boolean {
  const ranges: [number, number][] = [];
  const table = tableNamed(file, 'cmap');
  const count = table < 0 ? 0 : file.getUint16(table + 2);
  for (let at = 0; at < count; at += 1) {
    const start = table + file.getUint32(table + 4 + at * 8 + 4);
    const format = file.getUint16(start);
    if (format === 4) ranges.push(...rangesOf4(file, start));
    else if (format === 12) ranges.push(...rangesOf12(file, start));
  }
  const known = new Uint8Array(0x110000);
  for (const [from, to] of ranges) known.fill(1, from, to + 1);
  return (codePoint) => known[codePoint] === 1;
}

function tableNamed(file: DataView, name: string): number {
  for (let at = 0; at < file.getUint16(4); at += 1) {
    const entry = 12 + at * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((place) => file.getUint8(entry + place)));
    if (tag === name) return file.getUint32(entry + 8);
  }
  return -1;
}

function rangesOf4(file: DataView, start: number): [number, number][] {
  const doubled = file.getUint16(start + 6);
  return Array.from({ length: doubled / 2 }, (_, at) => [
    file.getUint16(start + 16 + doubled + at * 2),
    file.getUint16(start + 14 + at * 2),
  ]);
}

function rangesOf12(file: DataView, start: number): [number, number][] {
  return Array.from({ length: file.getUint32(start + 12) }, (_, at) => [
    file.getUint32(start + 16 + at * 12),
    file.getUint32(start + 20 + at * 12),
  ]);
}
