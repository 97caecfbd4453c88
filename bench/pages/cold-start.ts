// From starting the server to its first list page, and what it holds in memory when idle.
// `node bench/pages/cold-start.ts [works]`
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withGrownArchive } from '../archive.ts';
import { machine, print, printTable, quantile } from '../machine.ts';

const works = Number(process.argv[2] ?? 10_000);
const starts = 5;
const readyLine = /^Inkstead is ready at (http:\/\/\S+)/m;
const idleMs = 3_000;
const goals = { firstPageMs: 1_500, residentMb: 150 };
const program = fileURLToPath(new URL('../../inkstead', import.meta.url));

type Start = {
  readonly readyMs: number;
  readonly firstPageMs: number;
  /** What both took of the processor, which other programs on the machine do not change. */
  readonly processorMs: number;
  readonly residentMb: number;
};

await withGrownArchive(works, async (data) => {
  print(machine());
  const first = await startOnce(data);
  const later: Start[] = [];
  for (let start = 1; start < starts; start++) later.push(await startOnce(data));
  print(`\n${works} works on SQLite; idle: ${idleMs / 1000} s after the first page\n`);
  const row = (name: string, of: (start: Start) => number, goal: string) => {
    const values = later.map(of);
    const cells = [of(first), ...[0, 0.5, 1].map((share) => quantile(values, share))];
    return [name, ...cells.map((value) => value.toFixed(0)), goal];
  };
  printTable(
    ['', 'first start', 'min', 'median', 'max', 'goal'],
    [
      row('ready line, ms', (start) => start.readyMs, ''),
      row('first list page, ms', (start) => start.firstPageMs, String(goals.firstPageMs)),
      row('  of it processor time, ms', (start) => start.processorMs, ''),
      row('resident when idle, MB', (start) => start.residentMb, `${goals.residentMb} at 10,000`),
    ],
  );
});

async function startOnce(data: string): Promise<Start> {
  const started = performance.now();
  // Started by npm the command would stay between us and the server, whose process we look at.
  const { npm_lifecycle_event: _, ...env } = process.env;
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { ...env, INKSTEAD_DATA: data, INKSTEAD_PORT: '0', INKSTEAD_LOG: 'warn' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const address = await readyAddress(child);
    const readyMs = performance.now() - started;
    const answer = await fetch(`${address}/works`);
    await answer.text();
    if (answer.status !== 200) throw new Error(`the list answered ${answer.status}`);
    const firstPageMs = performance.now() - started;
    const processorMs = processorMsOf(child);
    await new Promise((resume) => setTimeout(resume, idleMs));
    return { readyMs, firstPageMs, processorMs, residentMb: residentOf(child) };
  } finally {
    child.kill();
    await once(child, 'exit');
  }
}

async function readyAddress(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const piece of child.stdout ?? []) {
    said += String(piece);
    const address = readyLine.exec(said)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('the server ended before it was ready');
}

/** Linux only: the times in user and system mode, which are counted in hundredths of a second. */
function processorMsOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Linux only: what of the process is in memory, in millions of bytes. */
function residentOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return (Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024) / 1e6;
}
