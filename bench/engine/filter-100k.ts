// Filter + exact total + exact facets + page over 100,000 synthetic works, the fixed mix, against
// SQLite doing the same work in the same process. `node bench/engine/filter-100k.ts [works]`
import { isDeepStrictEqual } from 'node:util';
import { createEngine, type Query } from '../../src/engine/index.ts';
import { type Asked, fixedMix } from './fixed-mix.ts';
import { SqlitePeer } from './sqlite-peer.ts';
import { shape, syntheticDocuments } from './synthetic-documents.ts';

const works = Number(process.argv[2] ?? 100_000);
const questions = 400;
const archiveSeed = 7;

const archive = timed('draw the archive', () => syntheticDocuments(works, archiveSeed));
const before = memory();
const engine = timed('build the engine', () => {
  const built = createEngine(shape);
  for (const term of archive.terms) built.putTerm(term);
  for (const document of archive.documents) built.putDocument(document);
  return built;
});
print(`engine: ${memory() - before} bytes a work (titles are the archive's own strings)`);
const asked = fixedMix(archive, questions, (query) => engine.count(query));
// The counts above warmed the unions: a second engine meets every question for the first time.
const fresh = createEngine(shape);
for (const term of archive.terms) fresh.putTerm(term);
for (const document of archive.documents) fresh.putDocument(document);
const peer = timed('fill SQLite', () => new SqlitePeer(archive, (id) => engine.canonicalOf(id)));

const cold = measure((query) => fresh.query(query));
const sqliteFirst = measure((query) => peer.query(query));
// The better of two, for both alike: the machine does other things meanwhile.
const warm = betterOfTwo((query) => fresh.query(query));
const sqlite = betterOfTwo((query) => peer.query(query));
const differing = asked.filter(({ query }) => !sameAnswer(query));

print(`\n${works} works, ${questions} questions of the fixed mix, milliseconds`);
print('cold: unions, sort orders, audience bits and standing counts are made on the way');
print('warm: the same questions again, with those four kept; again: the pages are in memory');
print('warm and again are the better of two passes\n');
table('', asked, [
  ['engine cold', cold],
  ['engine warm', warm],
  ['SQLite first', sqliteFirst],
  ['SQLite again', sqlite],
]);
print('');
for (const kind of [...new Set(asked.map((each) => each.kind))].sort()) {
  table(kind, asked, [
    ['engine warm', warm],
    ['SQLite again', sqlite],
  ]);
}
const ratio = (share: number): string => (at(sqlite, share) / at(warm, share)).toFixed(0);
print(`\nSQLite / engine, warm: p50 ${ratio(0.5)}, p95 ${ratio(0.95)}, p99 ${ratio(0.99)}`);
print(`answers that differ from SQLite's: ${differing.length} of ${asked.length}`);
peer.close();
process.exitCode = differing.length === 0 ? 0 : 1;

function measure(answer: (query: Query) => unknown): number[] {
  return asked.map(({ query }) => {
    const start = performance.now();
    answer(query);
    return performance.now() - start;
  });
}

function betterOfTwo(answer: (query: Query) => unknown): number[] {
  const first = measure(answer);
  return measure(answer).map((time, place) => Math.min(time, first[place]!));
}

function sameAnswer(query: Query): boolean {
  return isDeepStrictEqual({ ...fresh.query(query), next: null }, peer.query(query));
}

function table(kind: string, all: readonly Asked[], rows: readonly [string, number[]][]): void {
  const places = [...all.keys()].filter((at) => kind === '' || all[at]!.kind === kind);
  if (kind === '') print(`${' '.repeat(34)}n     p50     p95     p99     max`);
  for (const [name, times] of rows) {
    const mine = places.map((place) => times[place]!);
    const cells = [0.5, 0.95, 0.99, 1].map((share) => at(mine, share).toFixed(2).padStart(8));
    print(
      `${kind.padEnd(18)} ${name.padEnd(12)} ${String(mine.length).padStart(3)}${cells.join('')}`,
    );
  }
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

function timed<Result>(what: string, work: () => Result): Result {
  const start = performance.now();
  const result = work();
  print(`${what}: ${((performance.now() - start) / 1000).toFixed(2)} s`);
  return result;
}

/** Bytes a work held by the heap and by arrays outside it. */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return Math.round((heapUsed + arrayBuffers) / works);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
