// A real Chromium for browser tests: the one that the package @sparticuz/chromium carries,
// unpacked once into node_modules/.cache, or else one that is installed on this machine.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

/** A browser, or why there is none. */
export type OpenedBrowser =
  | { readonly browser: Browser; readonly reason?: undefined }
  | { readonly browser: null; readonly reason: string };

/** A Chromium that starts here: its program and what its environment needs. */
export type FoundChromium =
  | { readonly path: string; readonly env: Readonly<Record<string, string>> }
  | { readonly path: null; readonly reason: string };

// As root there is no sandbox, and the pages are ours. The package's own list of arguments makes
// it crash under Playwright.
const launchArguments = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
// Far beyond what it takes on a machine that has other work.
const startMsMax = 120_000;
const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/** Starts a browser without a window; the caller closes it. */
export async function openBrowser(): Promise<OpenedBrowser> {
  const found = findChromium();
  if (found.path === null) return { browser: null, reason: found.reason };
  const browser = await chromium.launch({
    executablePath: found.path,
    args: launchArguments,
    env: { ...withoutUndefined(process.env), ...found.env },
    timeout: startMsMax,
  });
  return { browser };
}

/** Finds a Chromium that starts on this machine, unpacking the packaged one if need be (2 s). */
export function findChromium(): FoundChromium {
  // Found once for all files of a run.
  const known = process.env['INKSTEAD_TEST_CHROMIUM'];
  if (known !== undefined) return JSON.parse(known) as FoundChromium;
  const packaged = findPackaged();
  if (packaged.path !== null) return packaged;
  const installed = systemNames.map(programInPath).find((path) => path !== undefined);
  if (installed !== undefined && problemOfStarting(installed, {}) === null) {
    return { path: installed, env: {} };
  }
  return { path: null, reason: `${packaged.reason}; none is installed` };
}

function findPackaged(): FoundChromium {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { path: null, reason: 'the packaged Chromium is for Linux x64' };
  }
  const folder = unpacked();
  const path = join(folder, 'chromium');
  const env: Record<string, string> = {};
  if (!existsSync('/etc/fonts')) env['FONTCONFIG_PATH'] = join(folder, 'fonts');
  if (problemOfStarting(path, {}) === null) return { path, env };
  // Without libnss3 on the machine it needs the libraries that the package brings along.
  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
  const problem = problemOfStarting(path, libraries);
  if (problem === null) return { path, env: { ...env, ...libraries } };
  return { path: null, reason: `the packaged Chromium does not start: ${problem}` };
}

// The package unpacks into the temporary folder and takes what lies there already, whatever its
// version. So it gets a temporary folder of its own, which is renamed when it is whole: two test
// processes at once do no harm.
function unpacked(): string {
  const folder = join(cacheFolder, `chromium-${packageVersion()}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cacheFolder, { recursive: true });
  const partial = mkdtempSync(`${folder}-`);
  const script = "import('@sparticuz/chromium').then((it) => it.default.executablePath())";
  // A runtime of AWS is what makes it unpack its libraries.
  const env = { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  execFileSync(process.execPath, ['-e', script], { cwd: import.meta.dirname, env });
  try {
    renameSync(partial, folder);
  } catch {
    rmSync(partial, { recursive: true, force: true });
  }
  return folder;
}

function packageVersion(): string {
  const main = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const description = readFileSync(resolve(dirname(main), '../package.json'), 'utf8');
  return (JSON.parse(description) as { version: string }).version;
}

function problemOfStarting(path: string, env: Record<string, string>): string | null {
  const options = { env: { ...process.env, ...env }, encoding: 'utf8' } as const;
  const { status, error, stderr } = spawnSync(path, ['--version'], {
    ...options,
    timeout: startMsMax,
  });
  if (status === 0) return null;
  return error?.message ?? ((stderr ?? '').trim().split('\n').at(-1) || 'it ended at once');
}

function programInPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function withoutUndefined(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
