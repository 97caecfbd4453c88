// Files sent to the serving process by the form: what it has in memory at its most while it reads
// those that were made to do harm, and how long others wait while it reads a large book and while
// it brings that in.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPerson, openSession } from '../../src/features/accounts/index.ts';
import { writeZip } from '../../src/kit/archive/index.ts';
import { epub } from '../../test/kit/import-files.ts';
import { openBenchArchive } from '../archive.ts';
import { machine, print, printTable } from '../machine.ts';
import { prose } from '../prose.ts';
import { harmfulFiles } from './harm.ts';

const goalMegabytes = 300;
const goalBlockMs = 200;
const command = fileURLToPath(new URL('../../inkstead', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'inkstead-bench-'));
const data = join(folder, 'data');
let child: ChildProcess | null = null;
try {
  print(machine());
  const cookie = await makeArchive();
  const { process: server, address } = await start();
  child = server;
  const rows: string[][] = [];
  let slowest = 0;
  const before = await peakMegabytes(server.pid ?? 0);
  for (const [name, bytes] of [...(await largeBooks()), ...(await harmfulFiles(60_000_000))]) {
    const { seconds, status, waited } = await send(address, cookie, name, bytes);
    if (name.startsWith('20 MB')) slowest = Math.max(slowest, waited);
    const peak = (await peakMegabytes(server.pid ?? 0)).toFixed(0);
    rows.push([name, String(status), seconds.toFixed(1), waited.toFixed(0), peak]);
    if (name !== '20 MB.epub') continue;
    const brought = await bringIn(address, cookie);
    slowest = Math.max(slowest, brought.waited);
    const then = (await peakMegabytes(server.pid ?? 0)).toFixed(0);
    const { status: said, seconds: took, waited: others } = brought;
    rows.push([`${name}, brought in`, String(said), took.toFixed(1), others.toFixed(0), then]);
  }
  printTable(['file', 'answer', 'seconds', 'longest wait of others, ms', 'peak MB so far'], rows);
  const peak = await peakMegabytes(server.pid ?? 0);
  print(`at start ${before.toFixed(0)} MB; goals ${goalMegabytes} MB and ${goalBlockMs} ms`);
  process.exitCode = peak <= goalMegabytes && slowest <= goalBlockMs ? 0 : 1;
} finally {
  child?.kill('SIGTERM');
  await rm(folder, { recursive: true, force: true });
}

/** The cookie of a person who may bring works in. */
async function makeArchive(): Promise<string> {
  const archive = await openBenchArchive(data);
  const { parts } = archive;
  const rest = { email: null, passwordHash: null, ids: parts.ids, now: parts.clock.now() };
  const person = await parts.database.write((transaction) =>
    createPerson(transaction, { login: 'bench', ...rest }),
  );
  const token = await openSession(parts, person.userId);
  await archive.close();
  return `inkstead_session=${token}`;
}

function start(): Promise<{ process: ChildProcess; address: string }> {
  const server = spawn(command, ['serve'], {
    env: { ...process.env, INKSTEAD_DATA: data, INKSTEAD_PORT: '0', INKSTEAD_DEMO: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error('the server ended')));
    server.stdout.on('data', (piece) => {
      const address = /https?:\/\/[\w.:]+/.exec(String(piece))?.[0];
      if (address !== undefined) resolve({ process: server, address });
    });
  });
}

/** A book and a document of some 20 MB of text, as they are sent. */
async function largeBooks(): Promise<[string, Uint8Array][]> {
  const text = prose(3_400_000 / 20, 1);
  const parts = Array.from({ length: 20 }, (_, at) => ({
    path: `c${at}.xhtml`,
    body: `<h2>Part ${at}</h2>${text}`,
  }));
  const contents = parts.map(({ path }, at) => [path, `Part ${at}`] as const);
  const metadata = '<dc:title>Long</dc:title><dc:creator>bench</dc:creator>';
  const words = text.replace(/<[^>]*>/g, ' ');
  const lines = words.match(/.{1,400}/gs) ?? [];
  const runs = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
  const body = `<w:document><w:body>${runs.repeat(15)}</w:body></w:document>`;
  const document = { path: 'word/document.xml', text: body };
  return [
    ['20 MB.epub', await epub({ metadata, parts, contents })],
    ['20 MB.docx', await writeZip([document], { modified: 0 })],
  ];
}

type Sent = { readonly seconds: number; readonly status: number; readonly waited: number };

async function send(site: string, cookie: string, name: string, bytes: Uint8Array): Promise<Sent> {
  const page = await (await fetch(`${site}/works/import`, { headers: { cookie } })).text();
  const token = /name="authenticity_token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const form = new FormData();
  form.append('authenticity_token', token);
  form.append('files', new File([bytes as BlobPart], name));
  return post(site, cookie, '/works/import', form);
}

/** Says yes to all that waits. */
async function bringIn(site: string, cookie: string): Promise<Sent> {
  const address = '/works/import/waiting';
  const page = await (await fetch(`${site}${address}`, { headers: { cookie } })).text();
  const form = new FormData();
  const token = /name="authenticity_token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  form.append('authenticity_token', token);
  for (const [, id = ''] of page.matchAll(/name="works" value="(\d+)"/g)) form.append('works', id);
  form.append('mine', '1');
  form.append('do', 'bring');
  return post(site, cookie, address, form);
}

/** Posts a form; beside it somebody else asks again and again. */
async function post(site: string, cookie: string, path: string, form: FormData): Promise<Sent> {
  const headers = { cookie };
  let waited = 0;
  let isDone = false;
  const others = (async () => {
    while (!isDone) {
      const asked = performance.now();
      await (await fetch(`${site}/health`)).text();
      waited = Math.max(waited, performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  const started = performance.now();
  const sent = { method: 'POST', headers: { ...headers, origin: site }, body: form };
  const answer = await fetch(`${site}${path}`, { ...sent, redirect: 'manual' });
  const seconds = (performance.now() - started) / 1_000;
  isDone = true;
  await others;
  return { seconds, status: answer.status, waited };
}

/** The most that the process had in memory so far, as Linux says. */
async function peakMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_000;
}
