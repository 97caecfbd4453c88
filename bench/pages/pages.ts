// List page and chapter page, fresh and from the guests' cache, against the same server sending
// the same bytes from memory. `node bench/pages/pages.ts [works]`
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createPerson } from '../../src/features/accounts/index.ts';
import {
  checkChapter,
  checkWork,
  placeWork,
  readLanguages,
} from '../../src/features/works/index.ts';
import { openBenchArchive, withGrownArchive } from '../archive.ts';
import { type LoadResult, putLoad } from '../load.ts';
import { machine, print, printTable, quantile } from '../machine.ts';
import { prose } from '../prose.ts';
import { peerPrefix, processorTimeAddress, serveForBench } from './bench-server.ts';

type Row = {
  readonly name: string;
  readonly addresses: readonly string[];
  /** A guest with any cookie is answered fresh; one without is answered from the cache. */
  readonly cookie: boolean;
  /** The share of the peer's rate that is the goal: one in so many. */
  readonly goal: number;
};

// Turn by turn and briefly, so that what else the machine does meets all rows alike.
const rounds = 24;
const chapterWords = 2_500;
const load = { host: '127.0.0.1', connections: 8, answersMost: 2_000, msMost: 300 };

const [first = '2000', folder] = process.argv.slice(2);
if (first === 'serve' && folder !== undefined) await serveForBench(folder);
else await withGrownArchive(Number(first), (data) => measure(data, Number(first)));

async function measure(data: string, works: number): Promise<void> {
  const chapter = await placeLongWork(data);
  // One work in eight is not for guests, and a page has twenty.
  const pages = Math.min(20, Math.floor((works * 0.8) / 20));
  const lists = Array.from({ length: pages }, (_, at) => `/works?page=${at + 1}`);
  const rows: Row[] = [
    { name: 'list page, fresh', addresses: lists, cookie: true, goal: 30 },
    { name: 'chapter page, fresh', addresses: [chapter], cookie: true, goal: 5 },
    { name: 'list page, kept', addresses: lists, cookie: false, goal: 2 },
    { name: 'chapter page, kept', addresses: [chapter], cookie: false, goal: 2 },
  ];
  print(machine());
  const server = await start(data);
  try {
    const results = new Map<string, Measured[]>();
    for (let round = 0; round <= rounds; round++) {
      for (const row of rows) {
        for (const peer of [false, true]) {
          const measured = await ask(server.port, row, peer);
          // The first round warms what is compiled and what is kept.
          if (round === 0) continue;
          const key = keyOf(row, peer);
          results.set(key, [...(results.get(key) ?? []), measured]);
        }
      }
    }
    printResults(rows, results);
  } finally {
    server.child.stdin?.end();
  }
}

/** A work of three chapters of usual length; the address of its second. */
async function placeLongWork(data: string): Promise<string> {
  const archive = await openBenchArchive(data);
  const { parts } = archive;
  const named = (name: string) => [{ name }];
  const { work } = checkWork(
    {
      title: 'The Long Way Home',
      summary: 'Three chapters, for measuring.',
      notes: 'Notes before.',
      endNotes: 'Notes after.',
      language: 'en',
      restricted: false,
      expectedChapters: 3,
      tags: {
        rating: named('General Audiences'),
        warning: named('No Archive Warnings Apply'),
        category: named('Gen'),
        fandom: named('Harbour Lights'),
        relationship: [],
        character: named('Ines Marlow'),
        freeform: named('Fluff'),
      },
    },
    await readLanguages(parts.database.read),
  );
  const chapters = [1, 2, 3].flatMap((number) => {
    const source = prose(chapterWords, number);
    const nothing = { title: '', summary: '', notes: '', endNotes: '' };
    return checkChapter({ ...nothing, format: 'html', source }).chapter ?? [];
  });
  if (work === null) throw new Error('the long work was refused');
  const at = parts.clock.now();
  const id = await parts.database.write(async (transaction) => {
    const wanted = { login: 'bench', email: null, passwordHash: null, ids: parts.ids, now: at };
    const { userId, pseuds } = await createPerson(transaction, wanted);
    const creators = pseuds.map((pseud) => ({ pseudId: pseud.id, userId }));
    const chapterTimes = chapters.map(() => at);
    const placed = { work, chapters, creators, by: userId, createdAt: at, chapterTimes };
    return placeWork(transaction, parts, [], placed);
  });
  const { id: second } = await parts.database.read
    .selectFrom('chapters')
    .select('id')
    .where('work_id', '=', id)
    .where('position', '=', 2)
    .executeTakeFirstOrThrow();
  await archive.close();
  return `/works/${id}/chapters/${second}`;
}

async function start(data: string): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [import.meta.filename, 'serve', data], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, port: Number(said.toString()) };
}

type Measured = LoadResult & { readonly processorUs: number };

async function ask(port: number, row: Row, peer: boolean): Promise<Measured> {
  const addresses = row.addresses.map((address) => `${peer ? peerPrefix : ''}${address}`);
  const headers: Record<string, string> = row.cookie ? { cookie: 'known=1' } : {};
  const before = await processorTime(port);
  const result = await putLoad({ ...load, port, addresses, headers });
  return { ...result, processorUs: (await processorTime(port)) - before };
}

async function processorTime(port: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}${processorTimeAddress}`);
  return Number(await answer.text());
}

function keyOf(row: Row, peer: boolean): string {
  return `${row.name}${peer ? ' peer' : ''}`;
}

function printResults(rows: readonly Row[], results: ReadonlyMap<string, Measured[]>): void {
  const cells = rows.flatMap((row) => {
    const [own, against] = [false, true].map((peer) => results.get(keyOf(row, peer)) ?? []);
    if (own === undefined || against === undefined) return [];
    const rate = bestRate(against) / bestRate(own);
    const cost = leastCost(own) / leastCost(against);
    return [
      [row.name, ...figures(own), `1/${rate.toFixed(1)}`, `1/${cost.toFixed(1)}`, `1/${row.goal}`],
      ['  the same bytes from memory', ...figures(against)],
    ];
  });
  print(`\n${load.connections} connections, ${rounds} rounds in turn, not compressed`);
  print('kept: from the guests’ cache; fresh: made anew, with the engine’s kept counts warm');
  print('rate and processor: of the best round, for what else the machine does only takes away\n');
  const latencies = ['p50 ms', 'p99 ms'];
  const heading = ['kB', 'a second', ...latencies, 'µs of processor', 'rate', 'processor', 'goal'];
  printTable(['', ...heading], cells);
}

function figures(measured: readonly Measured[]): string[] {
  const all = measured.flatMap((each) => each.latenciesMs);
  const bytes = measured.reduce((sum, each) => sum + each.bytes, 0);
  return [
    (bytes / all.length / 1000).toFixed(1),
    bestRate(measured).toFixed(0),
    quantile(all, 0.5).toFixed(2),
    quantile(all, 0.99).toFixed(2),
    leastCost(measured).toFixed(0),
  ];
}

/** Answers a second. */
function bestRate(measured: readonly Measured[]): number {
  return Math.max(...measured.map(({ answers, ms }) => (answers / ms) * 1000));
}

/** Microseconds of processor time an answer. */
function leastCost(measured: readonly Measured[]): number {
  return Math.min(...measured.map(({ processorUs, answers }) => processorUs / answers));
}
