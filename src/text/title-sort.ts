// Where a title stands in the alphabet.
import { caseKey, foldLetters, lookKey } from './fold.ts';

/**
 * The key by which a title is sorted, compared as plain text: without a leading article of its
 * language (a BCP 47 tag), leading signs and accents, and with numbers that sort by their value.
 */
export function titleSortKey(title: string, language: string): string {
  const begun = title.slice(0, mostSorted).toWellFormed();
  const spelt = foldLetters(begun).replace(/^[^\p{L}\p{N}]+/u, '');
  const key = lookKey(withoutArticle(spelt, primaryTag(language)));
  return (key === '' ? caseKey(begun) : key).replace(/\d+/g, padded);
}

/** Characters of a title that its place depends on; a title may have 255. */
const mostSorted = 1_000;

/** So many digits cover every year and chapter; longer numbers sort after them as they are. */
const digits = 10;

function padded(number: string): string {
  return number.replace(/^0+(?=\d)/, '').padStart(digits, '0');
}

function primaryTag(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}

/** A title that is an article and nothing else keeps it. */
function withoutArticle(title: string, language: string): string {
  const match = /^([\p{L}\p{M}]+)([^\p{L}\p{M}\p{N}]+)(?=[\p{L}\p{N}])/u.exec(title);
  if (match === null) return title;
  const [whole, word, between] = match as unknown as [string, string, string];
  // `L'Étranger` has its article joined on; `o'clock` in English does not.
  const known = /^['\u2019\u02bc]/.test(between) ? elided : articles;
  return known.get(language)?.has(word) ? title.slice(whole.length) : title;
}

// Folded as the title is: no accents, no case.
const articles = listed(`
  af: die n
  ca: el la els les un una uns unes
  cy: y yr
  da: den det de en et
  de: der die das den dem des ein eine einen einem einer eines
  el: ο η το οι τα ενασ μια ενα
  en: the a an
  eo: la
  es: el la los las lo un una unos unas
  fr: le la les un une des
  ga: an na
  gl: o a os as un unha uns unhas
  hu: a az egy
  it: il lo la i gli le un uno una
  nb: den det de en et ei
  nl: de het een t n
  nn: den det dei ein ei eit
  no: den det de en et ei
  pt: o a os as um uma uns umas
  sv: en ett den det de`);

const elided = listed(`
  ca: l
  fr: l
  it: l un gl`);

function listed(lines: string): Map<string, ReadonlySet<string>> {
  const entries = lines
    .trim()
    .split('\n')
    .map((line): [string, ReadonlySet<string>] => {
      const [language, words] = line.trim().split(': ') as [string, string];
      return [language, new Set(words.split(' '))];
    });
  return new Map(entries);
}
