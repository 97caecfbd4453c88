// How well paragraphs come back: books flattened to one line, restored with numbers fitted to the
// other books, beside the plain rule. `--corpus FOLDER` has one paragraph a line in each .txt or
// .txt.gz; beside it, the prose in today's manner in bench/rescue/pieces and bench/rescue/tales is
// fitted, and measured with a ninth of it left out. `--write` fits the shipped numbers to all of
// it; `--check FOLDER` measures the shipped numbers on other prose.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { possibleBreaks, surroundingsOf } from '../../src/text/rescue/breaks.ts';
import { type Fitted, pack, readFitted, unpack } from '../../src/text/rescue/fitted.ts';
import { breakFrom } from '../../src/text/rescue/paragraphs.ts';
import { marksOf } from '../../src/text/rescue/speech.ts';
import { machine, print, printTable } from '../machine.ts';
import { type Book, readBooks } from './corpus.ts';
import { fitBooks, fitToday, type Prepared, prepareBook } from './fitting.ts';

const seed = 7;
const folds = 9;
const goals = { mean: 0.86, least: 0.78, seconds: 2 };
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    check: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

print(machine());
if (values.corpus === undefined && values.check === undefined) {
  print('no corpus: say --corpus FOLDER (one paragraph a line in each .txt or .txt.gz)');
} else if (values.check !== undefined) {
  printScores(readBooks(values.check), () => readFitted());
} else leaveOneOut(readBooks(values.corpus ?? ''));

function leaveOneOut(books: readonly Book[]): void {
  const prepared = books.map(prepareBook);
  const pieces = ['pieces', 'tales'].flatMap((name) =>
    readBooks(fileURLToPath(new URL(name, import.meta.url))),
  );
  const preparedPieces = pieces.map(prepareBook);
  const kept = (some: readonly Prepared[], others: readonly Prepared[]) =>
    unpack(pack(fitToday(fitBooks(some, seed), others, seed)));
  const mean = printScores(books, (at) =>
    kept(
      prepared.filter((_, other) => other !== at),
      preparedPieces,
    ),
  );
  print(`goal: mean ${goals.mean}, none under ${goals.least}; reached ${mean.toFixed(3)}`);
  const fitted = fitBooks(prepared, seed);
  const without = Array.from({ length: folds }, (_, fold) => {
    const others = preparedPieces.filter((_, at) => at % folds !== fold);
    return unpack(pack(fitToday(fitted, others, seed)));
  });
  printScores(pieces, (at) => without[at % folds] ?? readFitted());
  if (!values.write) return;
  const file = new URL('../../src/text/rescue/fitted.json', import.meta.url);
  const all = pack(fitToday(fitted, preparedPieces, seed));
  fs.writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
  print('written: src/text/rescue/fitted.json');
}

/** One line a book, with numbers that know nothing of it; gives the mean of F1. */
function printScores(books: readonly Book[], fittedWithout: (at: number) => Fitted): number {
  const scores: number[] = [];
  const rows = books.map((book, at) => {
    const fitted = fittedWithout(at);
    const before = performance.now();
    const found = possibleBreaks(book.text, fitted);
    const took = performance.now() - before;
    const kept = found.filter(({ chance }) => chance >= breakFrom).map((each) => each.at);
    const all = found.map((each) => each.at);
    const model = score(kept, all, book);
    const plain = score(plainRule(book), all, book);
    scores.push(model.f1);
    const reached = all.filter((end) => book.ends.has(end)).length / book.ends.size;
    return [
      book.name,
      String(all.length),
      String(book.ends.size),
      reached.toFixed(3),
      plain.f1.toFixed(3),
      model.precision.toFixed(3),
      model.recall.toFixed(3),
      model.f1.toFixed(3),
      `${((took / book.text.length) * 1_000).toFixed(2)}`,
    ];
  });
  const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length;
  printTable(
    ['left out', 'ends', 'breaks', 'at ends', 'plain', 'P', 'R', 'F1', 's/MB'],
    [...rows, ['mean', '', '', '', '', '', '', mean.toFixed(3), '']],
  );
  return mean;
}

/** Precision, recall and their mean over the ends of sentences. */
function score(found: readonly number[], all: readonly number[], { ends }: Book) {
  const right = found.filter((end) => ends.has(end)).length;
  const precision = right / Math.max(1, found.length);
  const recall = right / Math.max(1, all.filter((end) => ends.has(end)).length);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

/** Breaks where the end of a sentence meets a quote that opens or closes. */
function plainRule({ text }: Book): number[] {
  const { sentences, around } = surroundingsOf(text, marksOf(text), new Map());
  return sentences
    .slice(0, -1)
    .filter((_, at) => around.facts[at]?.closesSpeech || around.facts[at + 1]?.opensSpeech)
    .map(({ end }) => end);
}
