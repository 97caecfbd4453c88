// Where a text has what was asked for: to show it.
import type { Phrase, WantedWord } from './index.ts';
import { stemTerm } from './stems.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A place in the text, the end outside, and which of the wanted words it is. */
export type Match = { readonly from: number; readonly to: number; readonly wanted: number };

/** Every place, in order, that has one of the words in the text's own language. Never throws. */
export function matchesIn(
  text: string,
  wanted: readonly WantedWord[],
  language: string,
): readonly Match[] {
  const tokens = [...tokensOf(text)];
  const first = beginnings(wanted);
  const matches: Match[] = [];
  for (const [at, token] of tokens.entries()) {
    const begun = [
      ...(first.exact.get(token.term) ?? []),
      ...(first.exact.get(stemOf(token)) ?? []),
    ];
    for (const one of [...begun, ...first.open]) {
      const length = lengthAt(tokens, at, one.phrase);
      if (length === 0) continue;
      const last = tokens[at + length - 1] ?? token;
      matches.push({ from: token.from, to: last.to, wanted: one.wanted });
    }
  }
  return matches;

  function stemOf({ kind, word }: Token): string {
    return (kind === 'word' ? stemTerm(word, language) : null) ?? '';
  }

  function lengthAt(all: readonly Token[], at: number, { terms, prefix }: Phrase): number {
    for (const [offset, term] of terms.entries()) {
      const token = all[at + offset];
      if (token === undefined) return 0;
      const goesOn = prefix && offset === terms.length - 1;
      const fits = goesOn ? token.term.startsWith(term) : token.term === term;
      if (!fits && !(terms.length === 1 && stemOf(token) === term)) return 0;
    }
    return terms.length;
  }
}

type Beginning = { readonly phrase: Phrase; readonly wanted: number };

/** Phrases by their first term; those whose only term may go on begin anywhere. */
function beginnings(wanted: readonly WantedWord[]) {
  const exact = new Map<string, Beginning[]>();
  const open: Beginning[] = [];
  for (const [at, phrases] of wanted.entries()) {
    for (const phrase of phrases) {
      const [term] = phrase.terms;
      if (term === undefined) continue;
      if (phrase.prefix && phrase.terms.length === 1) open.push({ phrase, wanted: at });
      else exact.set(term, [...(exact.get(term) ?? []), { phrase, wanted: at }]);
    }
  }
  return { exact, open };
}

/** A piece of text; `marked`: it is what was asked for. */
export type SnippetPart = { readonly text: string; readonly marked: boolean };

/**
 * The stretch of at most so many UTF-16 units that has the most different words, and of those the
 * most matches, on one line, with dots where the text goes on; null without a match.
 */
export function snippetAround(
  text: string,
  matches: readonly Match[],
  units: number,
): readonly SnippetPart[] | null {
  const window = bestWindow(matches, units);
  if (window === null) return null;
  const spare = Math.max(0, units - (window.to - window.from));
  const from = wordEdge(text, Math.max(0, window.from - Math.floor(spare / 3)), window.from);
  const to = lastEdge(text, Math.min(text.length, from + units), window.to);
  const parts: SnippetPart[] = [];
  let at = from;
  const push = (end: number, marked: boolean) => {
    const piece = text.slice(at, end).replace(/\s+/g, ' ');
    if (piece !== '') parts.push({ text: piece, marked });
    at = end;
  };
  if (from > 0) parts.push({ text: '…', marked: false });
  for (const match of matches) {
    if (match.to <= at || match.to > to || match.from < from) continue;
    if (match.from > at) push(match.from, false);
    push(match.to, true);
  }
  push(to, false);
  if (to < text.length) parts.push({ text: '…', marked: false });
  return parts;
}

function bestWindow(matches: readonly Match[], units: number): { from: number; to: number } | null {
  let best: { from: number; to: number } | null = null;
  let bestValue = 0;
  let end = 0;
  const inside = new Map<number, number>();
  for (const [at, { from }] of matches.entries()) {
    end = Math.max(end, at);
    while (end < matches.length && (matches[end] as Match).to - from <= units) {
      const { wanted } = matches[end] as Match;
      inside.set(wanted, (inside.get(wanted) ?? 0) + 1);
      end += 1;
    }
    const value = inside.size * matches.length + (end - at);
    if (end > at && value > bestValue) {
      bestValue = value;
      best = { from, to: (matches[end - 1] as Match).to };
    }
    if (end === at) continue;
    const { wanted } = matches[at] as Match;
    const left = (inside.get(wanted) ?? 1) - 1;
    if (left === 0) inside.delete(wanted);
    else inside.set(wanted, left);
  }
  return best;
}

/** The first beginning of a word from there on, at the latest at `most`. */
function wordEdge(text: string, from: number, most: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, most).search(/\s\S/);
  return space < 0 ? whole(text, from) : from + space + 1;
}

function lastEdge(text: string, to: number, least: number): number {
  if (to >= text.length) return text.length;
  const space = text.slice(least, to + 1).search(/\s\S*$/);
  return space < 0 ? Math.max(least, whole(text, to)) : least + space;
}

/** Not between the halves of a character. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
