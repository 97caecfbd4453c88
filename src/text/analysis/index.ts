// Analysis for search: what a text is found by, and what a question looks for. The same terms on
// every database.
import { stemTerm } from './stems.ts';
import { type Token, tokensOf } from './tokens.ts';

export { type Token, tokensOf } from './tokens.ts';

/** What a piece of text is indexed by. */
export type AnalysedText = {
  /** Every word as it stands, in order, so that phrases are found. */
  readonly words: readonly string[];
  /** The stems of its words, each once; terms that no word can be. */
  readonly stems: readonly string[];
};

/** Stands between pieces that follow each other, so that no phrase reaches over it. */
export const pieceEnd = '¶';

/** Analyses pieces of one text, in a language (BCP 47). Never throws. */
export function analyseText(pieces: readonly string[], language: string): AnalysedText {
  const words: string[] = [];
  const stems = new Set<string>();
  for (const piece of pieces) {
    const before = words.length;
    if (before > 0) words.push(pieceEnd);
    for (const { kind, term, word } of tokensOf(piece)) {
      words.push(term);
      const stem = kind === 'word' ? stemTerm(word, language) : null;
      if (stem !== null) stems.add(stem);
    }
    if (words.length === before + 1 && before > 0) words.pop();
  }
  return { words, stems: [...stems] };
}

/** Terms side by side, the last of which may go on. */
export type Phrase = { readonly terms: readonly string[]; readonly prefix: boolean };

/** Something wanted: any of the phrases. */
export type WantedWord = readonly Phrase[];

export type QuestionRules = {
  /** The very words, side by side. */
  readonly phrase: boolean;
  /** The last word may go on. */
  readonly prefix: boolean;
  /** Whose forms of a word count as the word; those without a stemmer do not matter. */
  readonly languages: readonly string[];
};

/** Of a longer phrase the beginning is looked for. */
export const phraseTermsMax = 32;

/**
 * What a typed text asks for, all of it wanted; nothing where it holds no word. What is typed
 * without white space in between is a phrase: `well-known`, a Japanese sentence. Never throws.
 */
export function analyseQuestion(typed: string, rules: QuestionRules): WantedWord[] {
  const groups = rules.phrase ? [[...tokensOf(typed)]] : groupsIn(typed);
  const wanted = groups.filter((group) => group.length > 0);
  return wanted.map((group, at) => {
    const prefix = rules.prefix && at === wanted.length - 1;
    const [only] = group;
    if (only === undefined || group.length > 1 || only.kind !== 'word' || rules.phrase || prefix) {
      return [phraseOf(group, prefix)];
    }
    return formsOf(only, rules.languages);
  });
}

function groupsIn(typed: string): Token[][] {
  const groups: Token[][] = [];
  let end = -1;
  for (const token of tokensOf(typed)) {
    const isNew = end < 0 || (token.from >= end && /\s/.test(typed.slice(end, token.from)));
    if (isNew) groups.push([]);
    groups.at(-1)?.push(token);
    end = token.to;
  }
  return groups;
}

function phraseOf(group: readonly Token[], prefix: boolean): Phrase {
  const cut = group.slice(0, phraseTermsMax);
  const last = cut.at(-1);
  // What follows the last character of a run in the text is not known: it may go on there.
  if (last?.kind === 'last') {
    if (cut.at(-2)?.to === last.to) cut.pop();
    else return { terms: cut.map(({ term }) => term), prefix: true };
  }
  return { terms: cut.map(({ term }) => term), prefix: prefix && last?.kind === 'word' };
}

/** The word as it stands, and the stem it has in each language, typed with accents or without. */
function formsOf({ term, word }: Token, languages: readonly string[]): Phrase[] {
  const forms = new Set([term]);
  for (const language of languages) {
    for (const spelling of [word, term]) {
      const stem = stemTerm(spelling, language);
      if (stem !== null) forms.add(stem);
    }
  }
  return [...forms].map((form) => ({ terms: [form], prefix: false }));
}
