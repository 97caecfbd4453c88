// A thread is asked one thing at a time, refuses when too many wait, and gives up what takes long.
import assert from 'node:assert/strict';
import { constants, getPriority } from 'node:os';
import { test } from 'node:test';
import { askedThread, Unanswered } from './asked-thread.ts';

const limits = { answerMs: 100_000, idleMs: 100_000, waitingMost: 1 };

/** Says everything twice; never answers `silence`, and breaks on `break`. */
const module = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (said) => {
      if (said === 'break') throw new Error('broken');
      if (said !== 'silence') parentPort.postMessage(said + said);
    });
  `)}`,
);

test('answers come in the order of the questions, also after the thread broke', async (t) => {
  const thread = askedThread<string, string>(module, { ...limits, waitingMost: 3 });
  t.after(() => thread.end());
  const [one, broken, other] = [thread.ask('a'), thread.ask('break'), thread.ask('b')];
  const refused = assert.rejects(broken, Unanswered);
  assert.equal(await one, 'aa');
  await refused;
  assert.equal(await other, 'bb');
});

test('questions beyond those that may wait are refused at once', async (t) => {
  const thread = askedThread<string, string>(module, limits);
  t.after(() => thread.end());
  const [one, other] = [thread.ask('a'), thread.ask('b')];
  await assert.rejects(thread.ask('c'), Unanswered);
  assert.deepEqual(await Promise.all([one, other]), ['aa', 'bb']);
});

test('a question that takes too long is given up', async (t) => {
  const thread = askedThread<string, string>(module, { ...limits, answerMs: 700 });
  t.after(() => thread.end());
  await assert.rejects(thread.ask('silence'), /too long/);
});

test('an answer that comes too late is given to nobody else', async (t) => {
  const code = `
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ said, flag }) => {
      parentPort.postMessage(said);
      Atomics.store(flag, 0, 1);
    });
  `;
  const module = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  const thread = askedThread<{ said: string; flag: Int32Array }, string>(module, {
    ...limits,
    answerMs: 1,
  });
  t.after(() => thread.end());
  // From here on what is due comes before what has arrived.
  await new Promise(setImmediate);
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const asked = ['one', 'other'].map((said) => thread.ask({ said, flag }));
  const settled = Promise.allSettled(asked);
  let isAnswered = false;
  while (!isAnswered) isAnswered = Atomics.load(flag, 0) === 1;
  const [, other] = await settled;
  assert.notEqual(other?.status === 'fulfilled' && other.value, 'one');
});

test('a thread lets the one that serves go first', async (t) => {
  const kit = new URL('index.ts', import.meta.url);
  const code = `
    import { getPriority } from 'node:os';
    import { takeMessages } from '${kit}';
    takeMessages((post) => () => post(getPriority()));
  `;
  const module = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  const thread = askedThread<string, number>(module, limits);
  t.after(() => thread.end());
  const own = getPriority();
  const isBehind = (await thread.ask('how soon?')) > own;
  assert.equal(isBehind, process.platform === 'linux' && own < constants.priority.PRIORITY_LOW);
  assert.equal(getPriority(), own);
});

test('an ended thread leaves nobody waiting', async () => {
  const thread = askedThread<string, string>(module, limits);
  const refused = assert.rejects(thread.ask('silence'), Unanswered);
  await thread.end();
  await refused;
});
