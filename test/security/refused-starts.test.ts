// What stops a start: each thing is said in one line on standard error, with exit code 1 (2 for bad
// usage), without a stack trace, and nothing is changed.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { type Environment, run, temporaryFolder } from './running.ts';

const marker = 'Inkstead data folder, version 1\n';

/** Runs the command beside a data folder that was prepared, and holds how it must end. */
async function isRefused(
  t: TestContext,
  said: RegExp,
  start: {
    readonly words?: readonly string[];
    readonly code?: number;
    readonly env?: Environment;
    readonly prepare?: (data: string) => void;
  },
): Promise<void> {
  const folder = temporaryFolder(t);
  const data = join(folder, 'data');
  start.prepare?.(data);
  const before = contentOf(folder);
  const env = { INKSTEAD_DATA: data, INKSTEAD_PORT: '0', ...start.env };
  const ended = await run(start.words ?? ['serve'], env);
  assert.match(ended.said, said);
  assert.equal(ended.said.trimEnd().split('\n').length, 1, ended.said);
  assert.doesNotMatch(ended.said, /\bat .*:\d+:\d+|node:internal|Error:|a word of mine/);
  assert.equal(ended.output, '');
  assert.equal(ended.code, start.code ?? 1);
  assert.deepEqual(contentOf(folder), before);
}

/** Every file with a digest of its content, and every folder. */
function contentOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .sort()
    .map((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return `${name}/`;
      return `${name} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
    });
}

// Two at a time: most of each is the start of Node.
describe('a start is refused for', { concurrency: 2 }, () => {
  const settings: [string, Environment, RegExp][] = [
    ['an unknown setting', { INKSTEAD_PROT: '1' }, /^INKSTEAD_PROT is not a setting/],
    ['a port that is no number', { INKSTEAD_PORT: 'x' }, /^INKSTEAD_PORT is "x": give a whole/],
    ['an open host without an address', { INKSTEAD_HOST: '0.0.0.0' }, /^INKSTEAD_URL is not set/],
    [
      'another database',
      { INKSTEAD_DATABASE_URL: 'mysql://ada:a word of mine@x/y' },
      /^INKSTEAD_DATABASE_URL cannot be used/,
    ],
  ];
  for (const [what, env, said] of settings) test(what, (t) => isRefused(t, said, { env }));

  test('a data folder that holds something else', (t) =>
    isRefused(t, /is not an Inkstead data folder: it holds "letter\.txt"/, {
      prepare: (data) => {
        mkdirSync(data);
        writeFileSync(join(data, 'letter.txt'), 'Dear cho');
      },
    }));

  test('a data folder that is a file', (t) =>
    isRefused(t, /is not a folder/, { prepare: (data) => writeFileSync(data, 'x') }));

  test('a data folder of another version', (t) =>
    isRefused(t, /was made by another version of Inkstead/, {
      prepare: (data) => {
        mkdirSync(data);
        writeFileSync(join(data, 'INKSTEAD'), marker.replace('1', '9'));
      },
    }));

  test('settings in a file that is not TOML', (t) =>
    isRefused(t, /inkstead\.toml is not TOML at line 2/, {
      prepare: (data) => {
        mkdirSync(data);
        writeFileSync(join(data, 'inkstead.toml'), 'port = 0\nport = =\n');
      },
    }));

  test('settings in a file that cannot be read', (t) =>
    isRefused(t, /inkstead\.toml cannot be read/, {
      // A folder in its place: to the administrator of a machine no file is closed.
      prepare: (data) => mkdirSync(join(data, 'inkstead.toml'), { recursive: true }),
    }));

  test('an unknown name in the file of settings', (t) =>
    isRefused(t, /^"prot" in .*inkstead\.toml is not a setting/, {
      prepare: (data) => {
        mkdirSync(data);
        writeFileSync(join(data, 'inkstead.toml'), 'prot = 4700\n');
      },
    }));

  test('a database file that is none', async (t) => {
    const inside = ['files', 'outbox', 'cache', 'keys'];
    await isRefused(t, /^The database cannot be opened: .*inkstead\.sqlite: file is not a/, {
      prepare: (data) => {
        for (const name of inside) mkdirSync(join(data, name), { recursive: true });
        writeFileSync(join(data, 'INKSTEAD'), marker);
        writeFileSync(join(data, 'inkstead.sqlite'), 'A letter to cho. '.repeat(500));
      },
    });
  });

  test('a database that nobody answers for', (t) =>
    isRefused(t, /^The database cannot be opened: PostgreSQL .*ECONNREFUSED/, {
      env: { INKSTEAD_DATABASE_URL: 'postgres://ada:a-word-of-mine@127.0.0.1:1/archive' },
      prepare: (data) => {
        for (const name of ['files', 'outbox', 'cache', 'keys']) {
          mkdirSync(join(data, name), { recursive: true });
        }
        writeFileSync(join(data, 'INKSTEAD'), marker);
      },
    }));

  test('a port that is taken', async (t) => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    t.after(() => other.close());
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const said = new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is in use`);
    await isRefused(t, said, { env: { INKSTEAD_PORT: port } });
  });

  const usages: [string, string[], RegExp][] = [
    ['a command that there is not', ['sevre'], /^There is no command “sevre”/],
    ['a word too many', ['serve', 'now'], /^serve takes nothing more/],
    [
      'an option that there is not',
      ['token', 'create', '--usr', 'ada'],
      /^--usr is no option of it; usage: inkstead token/,
    ],
    [
      'an option without its value',
      ['token', 'create', '--user'],
      /^--user lacks its value; usage: inkstead token/,
    ],
  ];
  for (const [what, words, said] of usages) {
    test(what, (t) => isRefused(t, said, { words, code: 2 }));
  }
});
