// Who a text speaks of: its names, how often, and who appears with whom. By capitals, so for
// scripts that have them.

import { type Paragraph, typedProse } from '../check/typed-prose.ts';
import type { TextFormat } from '../clean-text.ts';
import { languageCharactersMax, languageOfWords } from './language.ts';

/** A name as it stands in the text. */
export type TextName = {
  readonly name: string;
  readonly count: number;
  /** Passages that have it: numbers from 0, of a dozen paragraphs each. */
  readonly passages: readonly number[];
  /** Paragraphs that have it, by number. */
  readonly paragraphs: readonly number[];
  /** The words around its first place. */
  readonly snippet: string;
};

/** A phrase that may call for a warning, with how often and where first. */
export type WarningSign = {
  readonly warning: 'violence' | 'death' | 'nonCon';
  readonly count: number;
  readonly snippets: readonly string[];
};

export type TextNames = {
  /** Those that stand most often first. */
  readonly names: readonly TextName[];
  readonly signs: readonly WarningSign[];
  readonly passages: number;
  readonly language: string | null;
  readonly words: number;
};

/** More names are not looked up: the rest stand once or twice. */
const namesMost = 250;
const paragraphsPerPassage = 12;

/** Reads what a text tells of itself. In time by its length; never throws. */
export function readNames(sources: readonly { source: string; format: TextFormat }[]): TextNames {
  const paragraphs = sources.flatMap(({ source, format }) => typedProse(source, format));
  const names = collectNames(paragraphs);
  const words = paragraphs.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  return {
    names,
    signs: signsIn(paragraphs),
    passages: passageOf(paragraphs.length + paragraphsPerPassage - 1),
    language: languageOf(paragraphs),
    words,
  };
}

type Counted = {
  name: string;
  count: number;
  inner: number;
  paragraphs: Set<number>;
  snippet: string;
};

const capitalised = /\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}+)*/u.source;
const runPattern = new RegExp(
  `${capitalised}(?: (?:(?:of|the|de|la|von|van|der|du|al) )?${capitalised}){0,4}`,
  'gu',
);
const notNames = new Set(
  (
    'I The A An And But Or So If When Then There This That These Those He She It They We You His ' +
    'Her Its Their Our My Your What Who Why How Where Yes No Oh Ah Well Now Not In On At To For ' +
    'From With As By Of Mr Mrs Ms Miss Dr Sir Lady Lord Captain Chapter Part God Monday Tuesday ' +
    'Wednesday Thursday Friday Saturday Sunday January February March April May June July August ' +
    'September October November December English French German I’m I’ll I’d I’ve'
  ).split(' '),
);

function collectNames(paragraphs: readonly Paragraph[]): TextName[] {
  const found = new Map<string, Counted>();
  paragraphs.forEach(({ text }, at) => {
    for (const match of text.matchAll(runPattern)) {
      const isInitial = /(?:^|[.!?…:“"«‘(—-]\s*)$/.test(
        text.slice(Math.max(0, match.index - 4), match.index),
      );
      for (const { name, first } of partsOf(match[0])) {
        const one = found.get(name) ?? begin(name, text, match.index);
        one.count += 1;
        one.inner += isInitial && first ? 0 : 1;
        one.paragraphs.add(at);
        found.set(name, one);
      }
    }
  });
  return [...found.values()]
    .filter(({ name, count, inner }) => inner > 0 && (count > 1 || name.includes(' ')))
    .sort((a, b) => b.count - a.count || b.name.length - a.name.length)
    .slice(0, namesMost)
    .map(({ name, count, paragraphs, snippet }) => {
      const passages = new Set(Array.from(paragraphs, passageOf));
      return { name, count, passages: [...passages], paragraphs: [...paragraphs], snippet };
    });
}

function begin(name: string, text: string, at: number): Counted {
  return {
    name,
    count: 0,
    inner: 0,
    paragraphs: new Set(),
    snippet: snippetAt(text, at, name.length),
  };
}

function passageOf(paragraph: number): number {
  return Math.floor(paragraph / paragraphsPerPassage);
}

/** "Then Ada Quill" holds Ada Quill, Ada and Quill. */
function partsOf(run: string): { name: string; first: boolean }[] {
  const words = run.split(' ').map((word) => word.replace(/['’]s?$/, ''));
  while (words.length > 0 && notNames.has(words[0]!)) words.shift();
  const isNamed = (word: string) => /^\p{Lu}/u.test(word) && !notNames.has(word);
  const parts = new Set<string>();
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= words.length; to++) {
      if (isNamed(words[from]!) && isNamed(words[to - 1]!))
        parts.add(words.slice(from, to).join(' '));
    }
  }
  return [...parts].map((name) => ({ name, first: run.startsWith(name) }));
}

const around = 40;

function snippetAt(text: string, at: number, length: number): string {
  const from = Math.max(0, at - around);
  const to = Math.min(text.length, at + length + around);
  const cut = text.slice(from, to).trim();
  return `${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}`;
}

// Plain and few: words that seldom stand for anything else.
const harmed =
  'stabbed|severed|disembowel\\w*|decapitat\\w*|beheaded|tortured?|torturing|gouged|flayed|' +
  'slit (?:his|her|their) throat|blood (?:spurted|sprayed|gushed|pooled|poured)|' +
  'entrails|mutilat\\w+|bludgeon\\w*';
const died =
  '(?:\\p{Lu}\\p{Ll}+|he|she) (?:was dead|is dead|had died|died|lay dead)|' +
  "(?:his|her|\\p{Lu}\\p{Ll}+[’']s) (?:funeral|grave|corpse|dead body)";
const forced = 'rap(?:ed|ist|ing)|forced (?:himself|herself|themselves) (?:up)?on';
const signPatterns: Record<WarningSign['warning'], { pattern: RegExp; least: number }> = {
  violence: { pattern: new RegExp(`\\b(?:${harmed})\\b`, 'giu'), least: 3 },
  death: { pattern: new RegExp(`\\b(?:${died})\\b`, 'gu'), least: 2 },
  nonCon: { pattern: new RegExp(`\\b(?:${forced})\\b`, 'giu'), least: 1 },
};

function signsIn(paragraphs: readonly Paragraph[]): WarningSign[] {
  return (Object.keys(signPatterns) as WarningSign['warning'][]).flatMap((warning) => {
    const { pattern, least } = signPatterns[warning];
    const snippets: string[] = [];
    let count = 0;
    for (const { text } of paragraphs) {
      for (const match of text.matchAll(pattern)) {
        count += 1;
        if (snippets.length < 3) snippets.push(snippetAt(text, match.index, match[0].length));
      }
    }
    return count < least ? [] : [{ warning, count, snippets }];
  });
}

function languageOf(paragraphs: readonly Paragraph[]): string | null {
  let sample = '';
  for (const { text } of paragraphs) {
    if (sample.length < languageCharactersMax) sample += `${text}\n`;
  }
  return languageOfWords(sample);
}
