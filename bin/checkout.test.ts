// The commands of a checkout, tried on a small one: the launcher, the installation, the demo.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// What Node 20 lacks: with it gone, the launcher must stay and wait for its child.
const asNode20 = ['--import', 'data:text/javascript,process.execve=undefined'];
const tellAll = 'console.log(JSON.stringify([process.argv.slice(2), process.env.INKSTEAD_DEMO]));';
const folders: string[] = [];

type Run = { readonly env?: NodeJS.ProcessEnv; readonly flags?: readonly string[] };

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test('the launcher hands over arguments and gives back the exit code', () => {
  const checkout = makeCheckout({ cli: `${tellAll} process.exit(7);` });
  for (const flags of [[], asNode20]) {
    const { status, stdout } = run(checkout, 'inkstead', ['user', 'create', 'a b'], { flags });
    assert.equal(status, 7);
    assert.deepEqual(JSON.parse(stdout)[0], ['user', 'create', 'a b']);
  }
});

test('the launcher finds its checkout from any folder and through a symlink', () => {
  const checkout = makeCheckout({ cli: tellAll });
  const elsewhere = makeFolder();
  symlinkSync(join(checkout, 'inkstead'), join(elsewhere, 'ink'));
  const { status, stdout } = run(elsewhere, 'ink', ['help']);
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(stdout)[0], ['help']);
});

test('a launcher that is told to end tells its child, and ends as the child does', async () => {
  const cli =
    "process.on('SIGTERM', () => process.exit(3)); console.log('up'); setInterval(Date, 1e6);";
  const checkout = makeCheckout({ cli });
  const child = spawn(process.execPath, [...asNode20, join(checkout, 'inkstead')]);
  await new Promise((done) => child.stdout.once('data', done));
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  assert.equal(await ended, 3);
});

test('a launcher whose child dies of a signal dies of it too', () => {
  const checkout = makeCheckout({ cli: "process.kill(process.pid, 'SIGKILL');" });
  const { signal } = run(checkout, 'inkstead', [], { flags: asNode20 });
  assert.equal(signal, 'SIGKILL');
});

test('what npm started ends with the shell that npm put between', async () => {
  const cli =
    "process.on('SIGTERM', () => process.exit()); console.log('up'); setInterval(Date, 1e6);";
  const checkout = makeCheckout({ cli });
  const env = { ...process.env, npm_lifecycle_event: 'start' };
  const command = `"${process.execPath}" bin/start.js; true`;
  const shell = spawn('sh', ['-c', command], { cwd: checkout, env });
  await new Promise((done) => shell.stdout.once('data', done));
  const ended = new Promise((done) => shell.stdout.once('close', done));
  shell.kill('SIGKILL');
  // Its output is closed when the last of them has ended.
  await ended;
});

test('without packages the launcher says in one line what to run', () => {
  const checkout = makeCheckout({ cli: tellAll });
  rmSync(join(checkout, 'node_modules'), { recursive: true });
  const { status, stdout, stderr } = run(checkout, 'inkstead', ['serve']);
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /^inkstead: .*npm start.*npm ci --omit=dev.*\n$/);
});

test('npm start serves with the demo, unless someone has decided about it', () => {
  const checkout = makeCheckout({ cli: tellAll });
  const demo = (env: NodeJS.ProcessEnv = {}) => {
    const { stdout, stderr } = run(checkout, 'bin/start.js', [], { env });
    assert.equal(stderr, '');
    const [args, value] = JSON.parse(stdout) as [string[], string | null];
    assert.deepEqual(args, ['serve']);
    return value;
  };
  assert.equal(demo(), '1');
  assert.equal(demo({ INKSTEAD_DEMO: '0' }), '0');
  assert.equal(demo({ INKSTEAD_HOST: '127.0.0.1' }), '1');
  assert.equal(demo({ INKSTEAD_HOST: '0.0.0.0' }), null);
  mkdirSync(join(checkout, 'data'));
  writeFileSync(join(checkout, 'data/inkstead.toml'), 'host = "192.168.0.7"\n');
  assert.equal(demo(), null);
  writeFileSync(join(checkout, 'data/inkstead.toml'), 'port = 80\ndemo = 0\n');
  assert.equal(demo(), null);
});

test('what the lock file names and node_modules lacks is installed, once', () => {
  const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' } } };
  const checkout = makeCheckout({ cli: tellAll, lock });
  const npm = makeNpm(`
    fs.mkdirSync('node_modules/a', { recursive: true });
    fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
    console.log('added 1 package');
  `);
  const first = run(checkout, 'bin/start.js', [], { env: npm });
  assert.match(first.stderr, /^Installing/);
  assert.match(first.stdout, /^\[\["serve"\],"1"\]\n$/);
  assert.equal(run(checkout, 'bin/start.js', [], { env: npm }).stderr, '');
});

test('another version in the lock file is installed', () => {
  const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.1' } } };
  const checkout = makeCheckout({ cli: tellAll, lock });
  mkdirSync(join(checkout, 'node_modules/a'));
  const there = { packages: { 'node_modules/a': { version: '1.0.0' } } };
  writeFileSync(join(checkout, 'node_modules/.package-lock.json'), JSON.stringify(there));
  const { stderr } = run(checkout, 'bin/start.js', [], { env: makeNpm('process.exit(1);') });
  assert.match(stderr, /^Installing/);
});

test('packages for other machines and, on a server, those for tests are not missed', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0', optional: true, os: ['plan9'] },
      'node_modules/b': { version: '1.0.0', dev: true },
    },
  };
  const checkout = makeCheckout({ cli: tellAll, lock });
  const env = { ...makeNpm('process.exit(1);'), NODE_ENV: 'production' };
  assert.equal(run(checkout, 'bin/start.js', [], { env }).stderr, '');
});

test('an installation that fails says why in one line', () => {
  const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' } } };
  const checkout = makeCheckout({ cli: tellAll, lock });
  const npm = makeNpm(`
    console.error('npm error code ENOTFOUND\\nnpm error syscall connect');
    console.error('npm error network request to the registry failed');
    process.exit(1);
  `);
  const { status, stdout, stderr } = run(checkout, 'bin/start.js', [], { env: npm });
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /\ninkstead: .*network request to the registry failed.*\n$/);
});

function makeCheckout({ cli, lock = { packages: {} } }: { cli: string; lock?: object }): string {
  const checkout = makeFolder();
  for (const file of ['inkstead', 'bin']) {
    cpSync(join(root, file), join(checkout, file), { recursive: true });
  }
  mkdirSync(join(checkout, 'src'));
  mkdirSync(join(checkout, 'node_modules'));
  writeFileSync(join(checkout, 'src/cli.ts'), cli);
  writeFileSync(join(checkout, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(checkout, 'package-lock.json'), JSON.stringify(lock));
  return checkout;
}

// An npm that does as the script says: the installer finds it as npm names itself to scripts.
function makeNpm(script: string): NodeJS.ProcessEnv {
  const file = join(makeFolder(), 'npm-cli.js');
  writeFileSync(file, `const fs = require('node:fs');${script}`);
  return { npm_execpath: file, npm_node_execpath: process.execPath };
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inkstead-checkout-'));
  folders.push(folder);
  return folder;
}

function run(cwd: string, file: string, args: string[], { env = {}, flags = [] }: Run = {}) {
  const bare = { PATH: process.env['PATH'], HOME: cwd };
  const options = { cwd, env: { ...bare, ...env }, encoding: 'utf8', timeout: 100_000 } as const;
  return spawnSync(process.execPath, [...flags, join(cwd, file), ...args], options);
}
