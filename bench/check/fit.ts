// Fits which of two words that sound alike the words around them speak for (logistic regression on
// what stands beside), on novels and on short pieces of today; prints what that is worth on each
// book when it is left out of the fitting, and on either half of the pieces; with `--write` keeps
// what all gave for the writing check.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../../src/shared/synthetic-draws.ts';
import {
  type Leanings,
  pointAt,
  signsAround,
  soundAlikes,
  unpackLeanings,
} from '../../src/text/check/rules/sound-alikes.ts';
import { type Line, lineOf, marksOf } from '../../src/text/check/words.ts';
import { type Book, readBooks, readPieces } from './books.ts';
import { plant } from './plant.ts';

/** With fewer examples of a word nothing is learned. */
const examplesLeast = 8;
const rounds = 12;
/** There is little prose of today among much that is a century old. */
const todayTimes = 4;
/** Weights below this say next to nothing, and are not kept. */
const weightLeast = 0.2;

const out = join(import.meta.dirname, '../../src/text/check/sound-alikes.json');
const counted = new Set(soundAlikes.flat());
const novels = readBooks();
const pieces = readPieces();
const halves = [0, 1].map((half) => ({
  name: `pieces (${half + 1} of 2)`,
  chapters: pieces.filter((_, at) => at % 2 === half),
}));
const books: readonly Book[] = [...novels, ...halves];

console.log('| least | of | false alarms in 1,000 words | planted slips found |');
console.log('|---|---|---|---|');
const examples = new Map(books.map((book) => [book, examplesIn(book)]));
const leftOut = books.map((book) => ({
  book,
  leanings: unpackLeanings(fit(books.filter((other) => other !== book))),
}));
for (const least of [1.5, 2, 2.5, 3, 3.5, 4]) {
  console.log(measure(least, 'novels', novels));
  console.log(measure(least, 'pieces', halves));
}
if (process.argv.includes('--write')) {
  writeFileSync(out, `${JSON.stringify(fit(books), null, 2)}\n`);
}

type Example = { readonly word: string; readonly signs: readonly string[] };

function linesOf({ chapters }: Book): Line[] {
  return chapters.flatMap((chapter) => {
    const marks = marksOf(chapter);
    return chapter.map((text) => lineOf(text, marks));
  });
}

function examplesIn(book: Book): Example[] {
  return linesOf(book).flatMap(({ words, tail }) =>
    words.flatMap(({ lower }, at) =>
      counted.has(lower) ? [{ word: lower, signs: signsAround(words, at, tail) }] : [],
    ),
  );
}

function fit(from: readonly Book[]): string[] {
  const all = from.flatMap((book) => {
    const own = examples.get(book) ?? [];
    return novels.includes(book) ? own : Array.from({ length: todayTimes }, () => own).flat();
  });
  return soundAlikes.flatMap((group) => {
    const sorted = [...group].sort();
    return sorted.flatMap((one, at) =>
      sorted.slice(at + 1).flatMap((other) => fitPair(all, one, other)),
    );
  });
}

function fitPair(all: readonly Example[], one: string, other: string): string[] {
  const some = all.filter(({ word }) => word === one || word === other);
  const others = some.filter(({ word }) => word === other).length;
  if (others < examplesLeast || some.length - others < examplesLeast) return [];
  // The rarer of the two counts for more, within bounds.
  const share = (count: number) => Math.min(5, Math.max(0.2, some.length / (2 * count)));
  const [forOther, forOne] = [share(others), share(some.length - others)];
  const times = new Map<string, number>();
  for (const { signs } of some) for (const sign of signs) add(times, sign, 1);
  const weights = new Map<string, number>([['', 0]]);
  const steps = new Map<string, number>();
  const random = randomFrom(7);
  for (let at = 0; at < some.length * rounds; at++) {
    const { word, signs } = some[Math.floor(random() * some.length)]!;
    const sum = signs.reduce((sure, sign) => sure + (weights.get(sign) ?? 0), weights.get('')!);
    const isOther = word === other;
    const miss = ((isOther ? 1 : 0) - 1 / (1 + Math.exp(-sum))) * (isOther ? forOther : forOne);
    add(weights, '', 0.02 * miss);
    for (const sign of signs) {
      if (times.get(sign)! < 2) continue;
      const squares = (steps.get(sign) ?? 0.1) + miss * miss;
      steps.set(sign, squares);
      const weight = weights.get(sign) ?? 0;
      weights.set(sign, weight + 0.3 * (miss / Math.sqrt(squares)) - 0.0006 * weight);
    }
  }
  const kept = [...weights].filter(([, weight]) => Math.abs(weight) >= weightLeast).sort(byName);
  const entries = kept.map(([sign, weight]) => `${sign} ${Math.round(weight * 100)}`);
  return [[`${one} ${other}`, ...entries].join('|')];
}

function add(sums: Map<string, number>, key: string, by: number): void {
  sums.set(key, (sums.get(key) ?? 0) + by);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function measure(least: number, name: string, some: readonly Book[]): string {
  let [words, alarms, planted, found] = [0, 0, 0, 0];
  for (const { book, leanings } of leftOut.filter((each) => some.includes(each.book))) {
    for (const line of linesOf(book)) {
      words += line.words.length;
      alarms += pointAt(line, leanings, least).length;
    }
    book.chapters.forEach((chapter, at) => {
      const slips = plant('homophone', chapter, at + 1);
      planted += slips.places.length;
      found += slips.places.filter((place) => {
        const line = lineOf(slips.paragraphs[place.at]!, 'double');
        return isFound(line, leanings, least, place.start);
      }).length;
    });
  }
  const share = ((found * 100) / planted).toFixed(0);
  return `| ${least} | ${name} | ${((alarms * 1_000) / words).toFixed(3)} | ${share} % |`;
}

function isFound(line: Line, leanings: Leanings, least: number, start: number): boolean {
  return pointAt(line, leanings, least).some((slip) => slip.start === start);
}
