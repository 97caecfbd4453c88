// Runs the checks and the tests for `npm test`. Arguments that are paths choose test files and
// leave the checks out; --no-check and --sqlite-only do what they say; --hard slows browsers and
// their servers; --repeat=9 runs the tests that often; other flags go to Node.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './browser.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { groupFiles, writeGroups } from './run-groups.ts';

type Wanted = {
  readonly paths: readonly string[];
  readonly check: boolean;
  readonly sqliteOnly: boolean;
  readonly hard: boolean;
  readonly times: number;
  readonly flags: readonly string[];
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const everywhere = ['src', 'test', 'db', 'bin', 'bench'];
// Half of the time of a test is its database's or its browser's.
const concurrency = availableParallelism() + 1;
// Far beyond any test: a test that hangs is named instead of hanging the run.
const testMsMax = 600_000;

const children = new Set<ChildProcess>();
let postgres: TestPostgres | null = null;
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);

process.exitCode = await main(readArguments(process.argv.slice(2)));

async function main(wanted: Wanted): Promise<number> {
  const checked = wanted.check ? await run([join(root, 'bin/check.js')], {}) : 0;
  if (interrupted) return 130;
  const files = listTests(wanted);
  if (files.length === 0) {
    console.error(`no test file in ${wanted.paths.join(', ') || everywhere.join(', ')}`);
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'inkstead-run-'));
  try {
    const browser = browserSetting(files);
    const settings = {
      INKSTEAD_TEST_FOLDER: folder,
      ...(wanted.hard && { INKSTEAD_TEST_HARD: '1' }),
      ...(await databaseSetting(files, wanted)),
      ...browser,
    };
    const runnable = browser === null ? files.filter((file) => !needsBrowser(file)) : files;
    const groups = writeGroups(groupFiles(runnable, textOf), { root, folder });
    let outcome = checked;
    for (let at = 0; at < wanted.times && !interrupted && groups.length > 0; at += 1) {
      const code = await test(groups, wanted, settings);
      outcome ||= code;
    }
    return interrupted ? 130 : outcome;
  } finally {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function readArguments(args: readonly string[]): Wanted {
  const paths = args.filter((arg) => !arg.startsWith('-'));
  const ours = ['--no-check', '--sqlite-only', '--hard'];
  const repeat = args.find((arg) => arg.startsWith('--repeat='));
  return {
    paths,
    check: paths.length === 0 && !args.includes('--no-check'),
    sqliteOnly: args.includes('--sqlite-only'),
    hard: args.includes('--hard'),
    times: Number(repeat?.split('=')[1] ?? 1),
    flags: args.filter((arg) => arg.startsWith('-') && arg !== repeat && !ours.includes(arg)),
  };
}

// The checks run the policy tests already.
function listTests({ paths, check }: Wanted): string[] {
  const chosen = paths.length > 0 ? paths : everywhere;
  const patterns = chosen.map((path) => {
    const isFolder = existsSync(join(root, path)) && statSync(join(root, path)).isDirectory();
    return isFolder ? `${path.replace(/\/$/, '')}/**/*.test.ts` : path;
  });
  const files = [...new Set(globSync(patterns, { cwd: root }))].sort();
  return check ? files.filter((file) => !file.startsWith('test/policy/')) : files;
}

// Tests of both databases ask for a server by this setting; without it they run on SQLite alone.
async function databaseSetting(
  files: readonly string[],
  { sqliteOnly }: Wanted,
): Promise<Record<string, string>> {
  const given = process.env['INKSTEAD_TEST_POSTGRES'];
  if (sqliteOnly) return {};
  if (given) return { INKSTEAD_TEST_POSTGRES: given };
  if (!files.some((file) => /eachDatabase|postgres/i.test(textOf(file)))) return {};
  try {
    postgres = await startPostgres();
    return { INKSTEAD_TEST_POSTGRES: postgres.url };
  } catch (error) {
    console.log(`not run here: every test on PostgreSQL (${(error as Error).message})`);
    return {};
  }
}

/** Tests take the browser that was found; null where tests need one and there is none. */
function browserSetting(files: readonly string[]): Record<string, string> | null {
  if (!files.some(needsBrowser)) return {};
  const found = findChromium();
  if (found.path !== null) return { INKSTEAD_TEST_CHROMIUM: JSON.stringify(found) };
  console.log(`not run here: every test in a browser (${found.reason})`);
  return null;
}

function needsBrowser(file: string): boolean {
  return textOf(file).includes('kit/browser.ts');
}

function test(
  files: readonly string[],
  { flags }: Wanted,
  settings: Readonly<Record<string, string>>,
): Promise<number> {
  const reporter = flags.some((flag) => flag.startsWith('--test-reporter'))
    ? []
    : [`--test-reporter=${join(root, 'test/kit/run-reporter.ts')}`];
  const ending = `--import=${join(root, 'test/kit/run-end.ts')}`;
  const limits = [ending, `--test-concurrency=${concurrency}`, `--test-timeout=${testMsMax}`];
  return run(['--test', ...limits, ...reporter, ...flags, ...files], settings);
}

function run(args: readonly string[], settings: Readonly<Record<string, string>>): Promise<number> {
  // Tests make much that soon is garbage; the room that an archive has for it is small.
  const ample = { NODE_OPTIONS: '--max-semi-space-size=32' };
  const env = { ...withoutOwnSettings(process.env), ...ample, ...settings };
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  children.add(child);
  return new Promise((done) => {
    child.on('error', () => done(1));
    child.on('exit', (code) => {
      children.delete(child);
      done(code ?? 1);
    });
  });
}

// A developer's own archive must not change what tests see, nor the machine's time zone: they run
// far from UTC, on an odd quarter of an hour, so that a forgotten zone shows.
function withoutOwnSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('INKSTEAD_'));
  return { ...Object.fromEntries(kept), TZ: 'Pacific/Chatham' };
}

function interrupt(signal: NodeJS.Signals): void {
  interrupted = true;
  for (const child of children) child.kill(signal);
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
