import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Environment,
  environmentName,
  isLoopbackHost,
  readFileIfThere,
  readProcessEnvironment,
  readSettings,
  type Settings,
  settingDefinitions,
  withListeningPort,
} from './index.ts';

type Given = { env?: Environment; toml?: string; files?: Record<string, string>; demo?: boolean };

function read({ env = {}, toml, files = {}, demo }: Given) {
  const disk: Record<string, string> = { ...files };
  if (toml !== undefined) disk['/srv/data/inkstead.toml'] = toml;
  return readSettings({
    env,
    dataFolderDefault: '/srv/data',
    readFile: (path) => disk[path] ?? null,
    ...(demo === undefined ? {} : { demoDefault: demo }),
  });
}

function settings(given: Given): Settings {
  const outcome = read(given);
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.problem);
  return outcome.settings;
}

function problem(given: Given): string {
  const outcome = read(given);
  assert.ok(!outcome.ok, 'the settings were accepted');
  assert.equal(outcome.problem.includes('\n'), false);
  return outcome.problem;
}

test('with nothing set every setting has its default', () => {
  assert.deepEqual(settings({ env: { HOME: '/root', PATH: '/bin' } }), {
    port: 4700,
    host: '127.0.0.1',
    url: 'http://127.0.0.1:4700',
    proxy: [],
    data: '/srv/data',
    files: '/srv/data/files',
    databaseUrl: null,
    searchThreads: null,
    searchUrl: null,
    smtpUrl: null,
    mailFrom: 'inkstead@localhost',
    push: 'on',
    registration: 'open',
    healthToken: null,
    diskShare: 1000,
    pageBudget: 600,
    questionBudget: 120,
    demo: false,
    log: 'info',
    key: null,
  });
});

test('every setting can be given in the environment', () => {
  const env = {
    INKSTEAD_PORT: '80',
    INKSTEAD_HOST: '::',
    INKSTEAD_URL: 'https://Example.org/',
    INKSTEAD_PROXY: '10.0.0.1, fd00::/8',
    INKSTEAD_DATA: '/var/ink',
    INKSTEAD_FILES: '/mnt/files',
    INKSTEAD_DATABASE_URL: 'postgres://ink:word@db:5432/ink',
    INKSTEAD_SEARCH_THREADS: '3',
    INKSTEAD_SEARCH_URL: 'https://search:9200',
    INKSTEAD_SMTP_URL: 'smtps://ink:word@mail:465',
    INKSTEAD_MAIL_FROM: 'The Archive <post@example.org>',
    INKSTEAD_PUSH: 'off',
    INKSTEAD_REGISTRATION: 'invite',
    INKSTEAD_HEALTH_TOKEN: 'a-lamp-in-the-harbour',
    INKSTEAD_DISK_SHARE: '250',
    INKSTEAD_PAGE_BUDGET: '900',
    INKSTEAD_QUESTION_BUDGET: '0',
    INKSTEAD_DEMO: '1',
    INKSTEAD_LOG: 'debug',
    INKSTEAD_KEY: '0f'.repeat(32),
  };
  assert.deepEqual(settings({ env }), {
    port: 80,
    host: '::',
    url: 'https://example.org',
    proxy: ['10.0.0.1', 'fd00::/8'],
    data: '/var/ink',
    files: '/mnt/files',
    databaseUrl: 'postgres://ink:word@db:5432/ink',
    searchThreads: 3,
    searchUrl: 'https://search:9200',
    smtpUrl: 'smtps://ink:word@mail:465',
    mailFrom: 'The Archive <post@example.org>',
    push: 'off',
    registration: 'invite',
    healthToken: 'a-lamp-in-the-harbour',
    diskShare: 250,
    pageBudget: 900,
    questionBudget: 0,
    demo: true,
    log: 'debug',
    key: Buffer.from('0f'.repeat(32), 'hex'),
  });
  assert.equal(Object.keys(env).length, settingDefinitions.length);
});

test('settings can be given in the file, and the environment wins', () => {
  const toml = 'port = 5000\ndemo = true\nproxy = ["10.0.0.1", "10.0.0.2"]\nfiles = "store"\n';
  const fromFile = settings({ toml });
  assert.equal(fromFile.port, 5000);
  assert.equal(fromFile.demo, true);
  assert.deepEqual(fromFile.proxy, ['10.0.0.1', '10.0.0.2']);
  assert.equal(fromFile.files, '/srv/data/store');
  const both = settings({ toml, env: { INKSTEAD_PORT: '6000', INKSTEAD_DEMO: '0' } });
  assert.equal(both.port, 6000);
  assert.equal(both.demo, false);
});

test('the file is read from the data folder that the environment names', () => {
  const files = { '/var/ink/inkstead.toml': 'port = 5000', '/srv/data/inkstead.toml': 'port = 1' };
  assert.equal(settings({ env: { INKSTEAD_DATA: '/var/ink' }, files }).port, 5000);
});

test('the file may name another data folder, unless that has a file of its own', () => {
  const toml = 'data = "../other"\nport = 5000';
  assert.equal(settings({ toml }).data, '/srv/other');
  assert.equal(settings({ toml }).files, '/srv/other/files');
  const files = { '/srv/other/inkstead.toml': '' };
  assert.match(problem({ toml, files }), /^data in .* keep one of the two\.$/);
});

test('a variable that is set but empty is not set', () => {
  assert.equal(settings({ env: { INKSTEAD_PORT: '', INKSTEAD_URL: ' ' } }).port, 4700);
  assert.equal(settings({ env: { INKSTEAD_PORT: '' }, toml: 'port = 5000' }).port, 5000);
});

test('an unknown variable is refused by name, and one for tests is left alone', () => {
  const said = problem({ env: { INKSTEAD_PROT: '80' } });
  assert.match(said, /^INKSTEAD_PROT is not a setting; there are INKSTEAD_PORT, /);
  assert.equal(settings({ env: { INKSTEAD_TEST_POSTGRES: 'x' } }).port, 4700);
});

test('an unknown name in the file is refused', () => {
  assert.match(
    problem({ toml: 'prot = 80' }),
    /^"prot" in \/srv\/data\/inkstead.toml is not a set/,
  );
  assert.match(problem({ toml: '[server]\nport = 80' }), /^"server" in .* is not a setting/);
  assert.match(problem({ toml: '__proto__ = 1' }), /is not a setting/);
});

test('a malformed value is refused with its name, the value and what to give', () => {
  const refused: readonly (readonly [string, string])[] = [
    ['INKSTEAD_PORT', '70000'],
    ['INKSTEAD_PORT', '-1'],
    ['INKSTEAD_PORT', '80a'],
    ['INKSTEAD_HOST', 'localhost:80'],
    ['INKSTEAD_HOST', 'a b'],
    ['INKSTEAD_URL', 'example.org'],
    ['INKSTEAD_URL', 'ftp://example.org'],
    ['INKSTEAD_URL', 'https://example.org/archive'],
    ['INKSTEAD_URL', 'https://ink:word@example.org'],
    ['INKSTEAD_PROXY', 'proxy.example.org'],
    ['INKSTEAD_PROXY', '10.0.0.0/33'],
    ['INKSTEAD_PROXY', '10.0.0.1,'],
    ['INKSTEAD_FILES', 'a\0b'],
    ['INKSTEAD_MAIL_FROM', 'nobody'],
    ['INKSTEAD_MAIL_FROM', 'a@b, c@d'],
    ['INKSTEAD_MAIL_FROM', 'A\r\nBcc: x <a@b>'],
    ['INKSTEAD_REGISTRATION', 'shut'],
    ['INKSTEAD_DEMO', 'yes'],
    ['INKSTEAD_LOG', 'loud'],
  ];
  for (const [name, value] of refused) {
    const said = problem({ env: { [name]: value } });
    assert.ok(said.startsWith(`${name} is ${JSON.stringify(value)}: give `), said);
  }
});

test('a malformed value in the file is refused with the file and the name', () => {
  assert.match(
    problem({ toml: 'port = 4700.5' }),
    /^port in .*toml is "4700.5": give a whole number/,
  );
  assert.match(problem({ toml: 'port = []' }), /^port in .*toml is "": give a whole number/);
  assert.match(problem({ toml: 'host = { a = 1 }' }), /^host in .*toml is not a single value/);
  assert.match(problem({ toml: 'port = 1979-05-27' }), /^port in .*toml is not a single value/);
  assert.match(
    problem({ toml: 'log = "info' }),
    /inkstead\.toml is not TOML at line 1, column \d+/,
  );
});

test('a refused secret is not repeated', () => {
  const refused: readonly (readonly [string, string])[] = [
    ['INKSTEAD_DATABASE_URL', 'mysql://ink:s3cret@db/ink'],
    ['INKSTEAD_SEARCH_URL', 's3cret'],
    ['INKSTEAD_SMTP_URL', 'https://ink:s3cret@mail'],
    ['INKSTEAD_KEY', 's3cret'],
  ];
  for (const [name, value] of refused) {
    const said = problem({ env: { [name]: value } });
    assert.ok(said.startsWith(`${name} cannot be used: give `), said);
    assert.equal(said.includes('s3cret'), false);
  }
});

test('the key is refused in the file', () => {
  const said = problem({ toml: `key = "${'0f'.repeat(32)}"` });
  assert.match(said, /^key in .* is not safe there: set INKSTEAD_KEY instead\.$/);
});

test('a file that cannot be read is reported', () => {
  const readFile = () => {
    throw Object.assign(new Error('no'), { code: 'EACCES' });
  };
  const outcome = readSettings({ env: {}, dataFolderDefault: '/srv/data', readFile });
  assert.match(outcome.ok ? '' : outcome.problem, /toml cannot be read \(EACCES\): let this user/);
});

test('a host that others can reach needs the public address', () => {
  for (const host of ['0.0.0.0', '::', '192.168.1.2', 'example.org']) {
    assert.match(
      problem({ env: { INKSTEAD_HOST: host } }),
      /^INKSTEAD_URL is not set, and .*reached/,
    );
  }
  for (const host of ['localhost', '127.0.0.2', '::1', '[::1]']) {
    assert.equal(isLoopbackHost(settings({ env: { INKSTEAD_HOST: host } }).host), true);
  }
  assert.equal(settings({ env: { INKSTEAD_HOST: '::1' } }).url, 'http://[::1]:4700');
});

test('the demo by default is for loopback hosts only, and a setting decides over that', () => {
  const reachable = { INKSTEAD_HOST: '0.0.0.0', INKSTEAD_URL: 'https://example.org' };
  assert.equal(settings({ demo: true }).demo, true);
  assert.equal(settings({ demo: true, env: { INKSTEAD_DEMO: '0' } }).demo, false);
  assert.equal(settings({ demo: true, env: reachable }).demo, false);
  assert.equal(settings({ demo: true, env: { ...reachable, INKSTEAD_DEMO: '1' } }).demo, true);
});

test('mail comes from the public host unless a setting says otherwise', () => {
  const mailFrom = (url: string) => settings({ env: { INKSTEAD_URL: url } }).mailFrom;
  assert.equal(mailFrom('https://ink.example.org:8443'), 'inkstead@ink.example.org');
  assert.equal(mailFrom('http://[::1]:80'), 'inkstead@localhost');
});

test('a default address follows the port the system chose, a given one stays', () => {
  const byDefault = withListeningPort(settings({ env: { INKSTEAD_PORT: '0' } }), 41_000);
  assert.equal(byDefault.url, 'http://127.0.0.1:41000');
  assert.equal(byDefault.port, 41_000);
  const url = 'https://example.org';
  const given = settings({ env: { INKSTEAD_PORT: '0', INKSTEAD_URL: url } });
  assert.equal(withListeningPort(given, 41_000).url, url);
});

test('each definition has a name, a default and a meaning, and names are told once', () => {
  const names = settingDefinitions.map(environmentName);
  assert.equal(new Set(names).size, names.length);
  assert.ok(settingDefinitions.every((each) => each.default !== '' && each.meaning !== ''));
});

test('a missing file is no file, and this process’s environment is the one given', () => {
  assert.equal(readFileIfThere(`${import.meta.filename}/nothing`), null);
  assert.equal(readFileIfThere(`${import.meta.dirname}/nothing`), null);
  assert.match(readFileIfThere(import.meta.filename) ?? '', /a missing file is no file/);
  assert.equal(readProcessEnvironment()['PATH'], process.env['PATH']);
});
