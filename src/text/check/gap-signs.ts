// What stands around a gap between two words, as the numbers that know missing words see it.
import { nounClass, verbClass } from './lexicon/classes.ts';
import type { Line, Word } from './words.ts';

/** A word or a mark: what it is, how it ends, and what the list of verbs says of it. */
export type Sign = {
  readonly key: string;
  readonly ending: string;
  readonly form: string;
  readonly kind: string;
};

/** So many signs on each side of a gap are looked at. */
export const reach = 4;

const edge: Sign = { key: '.', ending: '.', form: '.', kind: '.' };

export type Signs = {
  readonly signs: readonly Sign[];
  /** Where each word stands among the signs. */
  readonly places: readonly number[];
};

/** The signs of a paragraph: its words, and the marks between them. */
export function signsOf({ words, tail }: Line): Signs {
  const signs: Sign[] = [];
  const places: number[] = [];
  for (const word of words) {
    if (word.gap !== ' ') signs.push(markOf(word.gap));
    places.push(signs.length);
    signs.push(signOf(word));
  }
  signs.push(markOf(tail));
  return { signs, places };
}

/** The sign so many places away; behind the ends of the paragraph, its edge. */
export function signAt(signs: readonly Sign[], at: number): Sign {
  return signs[at] ?? edge;
}

function markOf(gap: string): Sign {
  const key = /[“”"‘]/.test(gap) ? '"' : /[.!?…]/.test(gap) ? '.' : /[—–]|--/.test(gap) ? '—' : '';
  if (key !== '') return { key, ending: '.', form: '.', kind: '.' };
  const other = /[;:]/.test(gap) ? ';' : gap.includes(',') ? ',' : gap === '' ? '.' : '*';
  return { key: other, ending: '.', form: '.', kind: '.' };
}

function signOf({ lower, text, initial }: Word): Sign {
  const isCapital = /^\p{Lu}/u.test(text) && lower !== 'i' && !lower.startsWith("i'");
  const own = lower.endsWith("'s") ? "'s" : lower.length > 3 ? lower.slice(-3) : '-';
  if (isCapital && !initial) return { key: 'Name', ending: own, form: 'Name', kind: 'Name' };
  if (/\d/.test(lower)) return { key: '#', ending: '#', form: '#', kind: '#' };
  return {
    key: lower,
    ending: own,
    form: isCapital ? 'Initial' : formOf(lower),
    kind: nounClass(lower),
  };
}

function formOf(lower: string): string {
  const verb = verbClass(lower);
  if (verb !== '') return verb;
  if (lower.includes('-')) return 'joined';
  const ending = /(?:ing|ed|ly|ness|ment|tion|less|ful|ous|[^sui]s)$/.exec(lower)?.[0] ?? '-';
  return ending.length === 2 && ending.endsWith('s') ? 's' : ending;
}
