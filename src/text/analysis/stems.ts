// Stems by language: what a word has in common with its other forms.
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as armenian } from '@orama/stemmers/armenian';
import { stemmer as bulgarian } from '@orama/stemmers/bulgarian';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as indian } from '@orama/stemmers/indian';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as irish } from '@orama/stemmers/irish';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as lithuanian } from '@orama/stemmers/lithuanian';
import { stemmer as nepali } from '@orama/stemmers/nepali';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as serbian } from '@orama/stemmers/serbian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as tamil } from '@orama/stemmers/tamil';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import { foldTerm } from './fold-term.ts';

const stemmers: ReadonlyMap<string, (word: string) => string> = new Map([
  ['ar', arabic],
  ['bg', bulgarian],
  ['da', danish],
  ['de', german],
  ['el', greek],
  ['en', english],
  ['es', spanish],
  ['fi', finnish],
  ['fr', french],
  ['ga', irish],
  ['hi', indian],
  ['hu', hungarian],
  ['hy', armenian],
  ['id', indonesian],
  ['it', italian],
  ['lt', lithuanian],
  ['ne', nepali],
  ['nl', dutch],
  ['no', norwegian],
  ['pt', portuguese],
  ['ro', romanian],
  ['ru', russian],
  ['sr', serbian],
  ['sv', swedish],
  ['ta', tamil],
  ['tr', turkish],
  ['uk', ukrainian],
  // Near enough to share the endings.
  ['nb', norwegian],
  ['nn', norwegian],
  ['hr', serbian],
  ['bs', serbian],
]);

// Not a letter, so that no word is ever taken for a stem.
const sign = '·';
// A vocabulary of this size covers all but the rarest words of a language.
const keptMax = 50_000;

const kept = new Map<string, Map<string, string>>();

/**
 * The term for all forms of a lower-case word in a language (BCP 47): `en·run` for running. It
 * names the language, so that a Swedish stem never finds an English word. Null where the language
 * has no stemmer, as in most Asian ones.
 */
export function stemTerm(word: string, language: string): string | null {
  const [primary = ''] = language.toLowerCase().split('-');
  const stem = stemmers.get(primary);
  if (stem === undefined) return null;
  const known = keptFor(primary);
  const before = known.get(word);
  if (before !== undefined) return before;
  const term = `${primary}${sign}${foldTerm(stemOrWord(stem, word))}`;
  known.set(word, term);
  return term;
}

function keptFor(language: string): Map<string, string> {
  const known = kept.get(language);
  if (known !== undefined && known.size < keptMax) return known;
  const empty = new Map<string, string>();
  kept.set(language, empty);
  return empty;
}

/** Letters of another script are more than some of the stemmers can take. */
function stemOrWord(stem: (word: string) => string, word: string): string {
  try {
    return stem(word) || word;
  } catch {
    return word;
  }
}
