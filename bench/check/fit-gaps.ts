// Fits what speaks for a word left out between two others, on novels and on short pieces of today.
// With `--gaps` it prints what that is worth on each book when it is left out of the fitting, and
// on either half of the pieces; each takes minutes. With `--write` it keeps what all gave but the
// book of `--without=BOOK`, by `--seed=NUMBER`: the shipped numbers know four of five novels
// (`--without=katrine --seed=8`); the fifth, in the oldest manner, stays to measure by.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GapNumbers, gapReader, type KeptNumbers } from '../../src/text/check/gaps.ts';
import { pointAtGaps } from '../../src/text/check/rules/left-out.ts';
import { type Line, lineOf, marksOf } from '../../src/text/check/words.ts';
import { type Book, flag, readBooks, readPieces } from './books.ts';
import { trainOn } from './gap-training.ts';
import { plant } from './plant.ts';

const seed = Number(flag('seed') ?? 7);
const out = join(import.meta.dirname, '../../src/text/check/gaps.json');

if (process.argv.includes('--write')) write(readBooks());
else if (process.argv.includes('--gaps')) measureAll(readBooks());
else console.log('fits nothing without --gaps or --write');

function write(books: readonly Book[]): void {
  const known = books.filter(isKnown);
  const kept = packed(trainOn(known.flatMap(linesOf), linesOfPieces(), seed));
  writeFileSync(out, `${JSON.stringify(kept, null, 2)}\n`);
}

function measureAll(books: readonly Book[]): void {
  console.log('| book left out | more odds | false alarms in 1,000 words | planted slips found |');
  console.log('|---|---|---|---|');
  const print = (book: Book, at: number, numbers: GapNumbers) => {
    for (const more of [-0.5, 0, 0.5, 1]) console.log(measure(book, at, numbers, more));
  };
  for (const half of [0, 1]) {
    const others = linesOfPieces((at) => at % 2 !== half);
    const numbers = trainOn(books.filter(isKnown).flatMap(linesOf), others, seed);
    const chapters = readPieces().filter((_, at) => at % 2 === half);
    print({ name: `pieces (${half + 1} of 2)`, chapters }, 10 + half, numbers);
  }
  books.forEach((book, at) => {
    const others = books.filter((other) => other !== book);
    print(book, at, trainOn(others.flatMap(linesOf), linesOfPieces(), seed));
  });
}

function isKnown({ name }: Book): boolean {
  return name !== flag('without');
}

function linesOfPieces(which: (at: number) => boolean = () => true): Line[] {
  return readPieces()
    .filter((_, at) => which(at))
    .flatMap((piece) => piece.map((text) => lineOf(text, marksOf(piece))));
}

function linesOf({ chapters }: Book): Line[] {
  return chapters.flat().map((text) => lineOf(text, 'double'));
}

function measure(book: Book, number: number, numbers: GapNumbers, more: number): string {
  const read = gapReader(numbers);
  let [words, alarms, planted, found] = [0, 0, 0, 0];
  for (const line of linesOf(book)) {
    words += line.words.length;
    alarms += pointAtGaps(line, read, more).length;
  }
  book.chapters.forEach((chapter, at) => {
    const { paragraphs, places } = plant('missing', chapter, number * 1_000 + at + 1);
    planted += places.length;
    found += places.filter((place) =>
      pointAtGaps(lineOf(paragraphs[place.at]!, 'double'), read, more).some(
        ({ start, end }) => start <= place.end + 1 && end >= place.start - 1,
      ),
    ).length;
  });
  const rate = ((alarms * 1_000) / words).toFixed(2);
  return `| ${book.name} | ${more} | ${rate} | ${((found * 100) / planted).toFixed(0)} % |`;
}

/** Each table in bytes, with what one step is worth. */
function packed(numbers: GapNumbers): KeptNumbers {
  const { vectors, inner, innerBias, outer, outerBias, width } = numbers;
  const names = (rows: ReadonlyMap<string, number>) => [...rows.keys()].join('\t');
  const tables = [vectors, inner, innerBias, outer, outerBias].map((table) => {
    const most = table.reduce((sum, value) => Math.max(sum, Math.abs(value)), 0);
    const step = Number((most / 127).toPrecision(6));
    const steps = Int8Array.from(table, (value) =>
      Math.max(-127, Math.min(127, Math.round(value / step))),
    );
    return { step, bytes: Buffer.from(steps.buffer).toString('base64') };
  });
  const { keys, endings, forms, kinds } = numbers;
  return {
    keys: names(keys),
    endings: names(endings),
    forms: names(forms),
    kinds: names(kinds),
    width,
    tables,
  };
}
