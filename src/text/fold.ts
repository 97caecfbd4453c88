// Keys that stand for a name: one that says whether two names are the same, one for finding it.
import { normalForm } from './characters.ts';

/**
 * The key under which a name is unique: NFC and full Unicode case folding, so `STRASSE` and
 * `Straße` are one name, `Jose` and `José` are two. Expects a name from `normaliseLine`.
 */
export function caseKey(name: string): string {
  return normalForm(foldCase(normalForm(name)));
}

/**
 * The key by which a name is looked up: without case, accents, points and punctuation, with
 * single spaces. `Łódź` is found as `lodz`, `Don't!` as `dont`, `A/B` as `a b`. A name that is
 * nothing but punctuation is its own key.
 */
export function lookKey(name: string): string {
  const key = foldLetters(name)
    .replace(apostrophes, '')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return key === '' ? caseKey(name).replace(/\s+/g, ' ').trim() : key;
}

/** Letters without case, accents and width; everything else stays where it is. */
export function foldLetters(text: string): string {
  const bare = normalForm(text, 'NFKD').replace(accents, '');
  return foldCase(bare.replace(strokes, (letter) => strokeLetters.get(letter) ?? letter)).normalize(
    'NFC',
  );
}

/** The signs people type for an apostrophe. */
export const apostrophes = /['\u2018\u2019\u02bc\u02b9\uff07\u2032]/g;

/**
 * JavaScript has no case folding, but down, up and down again comes to the same: `ẞ` and `SS`
 * both become `ss`. Two letters need help: the Turkish dotless i, which folding leaves alone,
 * and the final sigma.
 */
function foldCase(text: string): string {
  return text
    .replace(/[^ı]+/g, (part) => part.toLowerCase().toUpperCase().toLowerCase())
    .replaceAll('ς', 'σ');
}

// Combining marks of Latin, Greek and Cyrillic, the points of Hebrew and Arabic, the Arabic
// stretch, joiners and selectors. Vowel signs of other scripts are letters to their readers.
const accents = new RegExp(
  '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f' +
    '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7' +
    '\\u0640\\u064b-\\u065f\\u0670\\u00ad\\u200b-\\u200d\\ufe00-\\ufe0f]',
  'g',
);

// Letters that Unicode does not take apart, as their readers type them on a plain keyboard.
const strokeLetters = new Map(
  'łl ŁL øo ØO đd ĐD ħh ĦH ŧt ŦT ıi ŋn ŊN ƒf ɨi ɫl þth ÞTh ðd ÐD æae ÆAE œoe ŒOE'
    .split(' ')
    .map((pair) => [pair[0]!, pair.slice(1)] as const),
);
const strokes = new RegExp(`[${[...strokeLetters.keys()].join('')}]`, 'g');
