// `inkstead import` of a hundred books of 50,000 words, against inflating and parsing the same
// files with nothing else to do; and what it takes to refuse files that were made to do harm.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'parse5';
import { createPerson } from '../../src/features/accounts/index.ts';
import { openZip, sourceOfBytes } from '../../src/kit/archive/index.ts';
import { epub } from '../../test/kit/import-files.ts';
import { openBenchArchive } from '../archive.ts';
import { machine, print, printTable } from '../machine.ts';
import { prose } from '../prose.ts';
import { harmfulFiles } from './harm.ts';

const books = 100;
const chapters = 20;
const chapterWords = 2_500;
const goalSeconds = 20;
const goalMegabytes = 300;
const command = fileURLToPath(new URL('../../inkstead', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'inkstead-bench-'));
const data = join(folder, 'data');
try {
  print(machine());
  await makeArchive();
  const paths = await makeBooks(join(folder, 'books'));
  const floor = await timeFloor(paths);
  const brought = await run(join(folder, 'books'));
  const again = await run(join(folder, 'books'));
  const harm = await run(await makeHarm(join(folder, 'harm')));
  printTable(
    ['', 'seconds', 'peak MB', 'brought', 'here already', 'refused', 'goal'],
    [
      ['100 books', ...row(brought), `${goalSeconds} s, ${goalMegabytes} MB`],
      ['  inflated and parsed alone', floor.toFixed(1), '', '', '', '', ''],
      ['the same again', ...row(again), ''],
      ['files made to do harm', ...row(harm), `${goalMegabytes} MB`],
    ],
  );
  const isRight = brought.report.brought === books && again.report.already === books;
  const isSmall = Math.max(brought.megabytes, harm.megabytes) <= goalMegabytes;
  process.exitCode = isRight && isSmall && brought.seconds <= goalSeconds ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function makeArchive(): Promise<void> {
  const archive = await openBenchArchive(data);
  const { parts } = archive;
  const rest = { email: null, passwordHash: null, ids: parts.ids, now: parts.clock.now() };
  await parts.database.write((transaction) =>
    createPerson(transaction, { login: 'bench', ...rest }),
  );
  await archive.close();
}

async function makeBooks(into: string): Promise<string[]> {
  await mkdir(into);
  const paths: string[] = [];
  for (let book = 0; book < books; book += 1) {
    const parts = Array.from({ length: chapters }, (_, at) => ({
      path: `c${at}.xhtml`,
      body: `<h2>Part ${at}</h2>${prose(chapterWords, book * chapters + at)}`,
    }));
    const contents = parts.map(({ path }, at) => [path, `Part ${at}`] as const);
    const metadata = `<dc:title>Book ${book}</dc:title><dc:creator>bench</dc:creator>
<dc:language>en</dc:language>`;
    const path = join(into, `${book}.epub`);
    await writeFile(path, await epub({ metadata, parts, contents }));
    paths.push(path);
  }
  return paths;
}

/** What no import can do without: every part inflated and parsed. */
async function timeFloor(paths: readonly string[]): Promise<number> {
  const limits = { entriesMax: 1_000, entryBytesMax: 1e8, totalBytesMax: 1e9 };
  const started = performance.now();
  for (const path of paths) {
    const zip = openZip(sourceOfBytes(await readFile(path)), limits);
    for (const member of zip.members) {
      if (!member.path.endsWith('.xhtml')) continue;
      parse(new TextDecoder().decode(zip.read(member.path) ?? new Uint8Array()));
    }
  }
  return (performance.now() - started) / 1_000;
}

async function makeHarm(into: string): Promise<string> {
  await mkdir(into);
  for (const [name, bytes] of await harmfulFiles()) await writeFile(join(into, name), bytes);
  return into;
}

type Run = {
  readonly seconds: number;
  readonly megabytes: number;
  readonly report: { readonly brought: number; readonly already: number; readonly refused: number };
};

/** The command as an operator runs it, on an archive of its own. */
function run(path: string): Promise<Run> {
  const started = performance.now();
  const child = spawn(command, ['import', path, '--as', 'bench', '--json'], {
    env: { ...process.env, INKSTEAD_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let peak = 0;
  child.stdout.on('data', (piece) => {
    output += piece;
  });
  const watching = setInterval(() => {
    void peakMegabytes(child.pid ?? 0).then((now) => {
      peak = Math.max(peak, now);
    });
  }, 50);
  return new Promise((resolve) => {
    child.on('close', () => {
      clearInterval(watching);
      const seconds = (performance.now() - started) / 1_000;
      resolve({ seconds, megabytes: peak, report: JSON.parse(output) as Run['report'] });
    });
  });
}

/** The most that the process had in memory so far, as Linux says. */
async function peakMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_000;
}

function row({ seconds, megabytes, report }: Run): string[] {
  const { brought, already, refused } = report;
  return [seconds.toFixed(1), megabytes.toFixed(0), ...[brought, already, refused].map(String)];
}
