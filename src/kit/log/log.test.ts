import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../time/index.ts';
import { type LogLevel, type LogPlace, memoryLog, openLog, silentLog } from './index.ts';

function logInto(given: Partial<LogPlace> & { level?: LogLevel } = {}) {
  const lines: string[] = [];
  const clock = fixedClock(Date.UTC(2024, 4, 9, 8, 5, 9));
  const write = (line: string) => {
    lines.push(line);
  };
  const log = openLog({ level: 'info', clock, readable: false, write, ...given });
  return { log, lines };
}

test('a line for machines is one JSON object with level, time, message and fields', () => {
  const { log, lines } = logInto();
  log.info({ route: 'home', ms: 3 }, 'Answered');
  assert.equal(lines.length, 1);
  assert.deepEqual(JSON.parse(lines[0] as string), {
    level: 'info',
    time: '2024-05-09T08:05:09.000Z',
    route: 'home',
    ms: 3,
    message: 'Answered',
  });
});

test('a line below the level is not written', () => {
  const { log, lines } = logInto({ level: 'warn' });
  log.debug({}, 'a');
  log.info({}, 'b');
  log.warn({}, 'c');
  log.error({}, 'd');
  assert.equal(lines.length, 2);
  const silent = logInto({ level: 'silent' });
  silent.log.error({}, 'e');
  assert.equal(silent.lines.length, 0);
});

const secrets = {
  password: 's3cret',
  Token: 's3cret',
  headers: { authorization: 's3cret', Cookie: ['s3cret'], 'set-cookie': 's3cret' },
  list: [{ text: 's3cret', title: 'kept' }],
  map: new Map([['token', 's3cret']]),
};

test('passwords, tokens, headers that identify and texts are left out at every depth', () => {
  for (const readable of [false, true]) {
    const { log, lines } = logInto({ readable });
    log.warn(secrets, 'Refused');
    log
      .child(secrets)
      .child({ deep: { deeper: { password: 's3cret' } } })
      .error({}, 'Refused');
    assert.equal(lines.length, 2);
    assert.equal(lines.join('').includes('s3cret'), false, lines.join(''));
    assert.equal(lines.join('').includes('kept'), true);
  }
});

test('a child log adds its fields to each line', () => {
  const { log, lines } = logInto();
  log.child({ request: 'r1' }).info({ ms: 3 }, 'Answered');
  const { request, ms } = JSON.parse(lines[0] as string) as Record<string, unknown>;
  assert.deepEqual([request, ms], ['r1', 3]);
});

test('an error keeps its kind, message, code, stack and cause', () => {
  const { log, lines } = logInto();
  const cause = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  log.error({ error: new TypeError('cannot save', { cause }) }, 'Failed');
  const { error } = JSON.parse(lines[0] as string) as { error: Record<string, unknown> };
  assert.equal(error['type'], 'TypeError');
  assert.equal(error['message'], 'cannot save');
  assert.match(String(error['stack']), /log\.test\.ts/);
  assert.equal((error['cause'] as Record<string, unknown>)['code'], 'ENOSPC');
});

test('values that JSON cannot hold do not stop a line', () => {
  const { log, lines } = logInto();
  const ring: Record<string, unknown> = { big: 12n, bytes: new Uint8Array(3), at: new Date(0) };
  ring['self'] = ring;
  log.info(ring, 'Odd');
  const { big, bytes, at } = JSON.parse(lines[0] as string) as Record<string, unknown>;
  assert.deepEqual([big, bytes, at], ['12', '[3 bytes]', '1970-01-01T00:00:00.000Z']);
});

test('a line for people has time, level, message and fields', () => {
  const { log, lines } = logInto({ readable: true });
  log.warn({ route: 'home', query: 'two words', ms: 3, to: null }, 'Slow answer');
  assert.equal(lines[0], '08:05:09 warn  Slow answer  route=home query="two words" ms=3 to=null\n');
  log.info({}, 'Plain');
  assert.equal(lines[1], '08:05:09 info  Plain\n');
});

test('a line for people shows an error’s stack below', () => {
  const { log, lines } = logInto({ readable: true });
  log.error({ error: new Error('no space left') }, 'Failed');
  assert.match(
    lines[0] as string,
    /^08:05:09 error Failed {2}error="no space left"\n {2}Error: no sp/,
  );
});

test('control characters cannot reach the terminal', () => {
  const { log, lines } = logInto({ readable: true });
  const steering = '\u001b[2J\u202e';
  log.info(
    { name: steering, [steering]: 1, error: new Error(`a\n${steering}`) },
    `Hello ${steering}\nforged`,
  );
  const line = lines[0] as string;
  assert.equal(line.includes('\u001b'), false);
  assert.equal(line.includes('\u202e'), false);
  assert.match(line, /Hello \\u\{1b\}\[2J\\u\{202e\}\\u\{a\}forged/);
});

test('a memory log keeps its lines for a test, without secrets', () => {
  const { log, lines } = memoryLog();
  log.child({ request: 'r1', token: 's3cret' }).warn({ password: 's3cret', ms: 3 }, 'Refused');
  assert.deepEqual(lines, [
    {
      level: 'warn',
      message: 'Refused',
      fields: { request: 'r1', token: '[left out]', password: '[left out]', ms: 3 },
    },
  ]);
});

test('a silent log takes lines and keeps none', () => {
  assert.equal(silentLog.child({}).info({}, 'x'), undefined);
});
