// The writing check: how often it points at prose that was published (at most 2 in 1,000 words are
// borne), and how many planted slips it finds. `--prose=FOLDER` holds books as NAME.txt.gz, one
// paragraph a line; `--show=RULE` prints what was pointed at in clean prose.
import { type CheckRule, checkRules, checkText, type Finding } from '../../src/text/check/index.ts';
import { type Book, flag, readBooks, readPassages } from './books.ts';
import { type Place, plant } from './plant.ts';

const shown = flag('show');
const books = readBooks();
printClean();
printPlanted();
printTime();

function checked(paragraphs: readonly string[]) {
  return checkText(paragraphs.join('\n\n'), 'text');
}

function printClean(): void {
  console.log('Findings on clean prose, by rule; the last column is per 1,000 words\n');
  console.log(`| book | words | ${checkRules.join(' | ')} | rate |`);
  console.log(`|---|---|${checkRules.map(() => '---').join('|')}|---|`);
  const passages = readPassages();
  const today = { name: 'all of today', chapters: passages.flatMap(({ chapters }) => chapters) };
  for (const { name, chapters } of [...books, ...passages, today]) {
    const results = chapters.map(checked);
    const findings = results.flatMap((result) => result.findings);
    const words = results.reduce((sum, result) => sum + result.words, 0);
    const counts = checkRules.map((rule) => findings.filter((one) => one.rule === rule).length);
    const rate = ((findings.length * 1_000) / words).toFixed(2);
    console.log(`| ${name} | ${words} | ${counts.join(' | ')} | ${rate} |`);
    for (const one of findings.filter(({ rule }) => rule === shown)) {
      console.log(`    ${one.before}[${one.quote}]${one.after} ${one.reason} ${one.meant ?? ''}`);
    }
  }
}

function printPlanted(): void {
  console.log('\nPlanted slips: found by the rule of their kind, and by any rule\n');
  console.log('| kind | in books | found | by any | in passages of today | found | by any |');
  console.log('|---|---|---|---|---|---|---|');
  const passages = readPassages();
  for (const kind of checkRules) {
    // The passages are short: each is tried with more than one choice of slips.
    console.log(`| ${kind} |${planted(kind, books, 1)} |${planted(kind, passages, 8)} |`);
  }
}

/** How many slips of a kind were planted, and which shares of them were found. */
function planted(kind: CheckRule, prose: readonly Book[], tries: number): string {
  let [count, found, byAny] = [0, 0, 0];
  for (let attempt = 0; attempt < tries; attempt++) {
    prose.forEach(({ chapters }, book) => {
      chapters.forEach((chapter, at) => {
        const { paragraphs, places } = plant(
          kind,
          chapter,
          attempt * 1_000_000 + book * 1_000 + at + 1,
        );
        const { findings } = checked(paragraphs);
        const starts = startsOf(paragraphs);
        for (const place of places) {
          const near = findings.filter((one) => isNear(one, place, starts));
          count += 1;
          byAny += near.length > 0 ? 1 : 0;
          found += near.some(({ rule }) => rule === kind) ? 1 : 0;
        }
      });
    });
  }
  const share = (part: number) => `${((part * 100) / Math.max(1, count)).toFixed(0)} %`;
  return ` ${count} | ${share(found)} | ${share(byAny)}`;
}

function startsOf(paragraphs: readonly string[]): number[] {
  let start = 0;
  return paragraphs.map((one) => {
    const at = start;
    start += one.length + 2;
    return at;
  });
}

/** It touches what was planted; a missing speaker is known by its run of paragraphs alone. */
function isNear(one: Finding, { at, start, end }: Place, starts: readonly number[]): boolean {
  if (end === Number.POSITIVE_INFINITY) return one.paragraph > at && one.paragraph <= at + 12;
  const from = starts[at]! + start;
  const isUnclosed = one.reason === 'unclosed' && one.paragraph === at + 1;
  return isUnclosed || (one.start <= starts[at]! + end + 1 && one.end >= from - 1);
}

function printTime(): void {
  const longest: string[] = [];
  for (let words = 0; words < 100_000; ) {
    for (const { chapters } of books) {
      for (const line of chapters.flat()) {
        if (words >= 100_000) break;
        longest.push(line);
        words += line.split(' ').length;
      }
    }
  }
  const started = performance.now();
  const { words } = checked(longest);
  const took = Math.round(performance.now() - started);
  console.log(`\nA chapter of ${words} words: ${took} ms`);
}
