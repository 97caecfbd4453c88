// The pool answers as the engine itself would, whatever is changed in between and whoever dies.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Change,
  type Clause,
  createEngine,
  type Document,
  type Engine,
  type Query,
} from '../index.ts';
import { answerOnThread, EnginePool, type StartThread, type ToThread } from './index.ts';

const shape = { groups: ['fandom', 'freeform'], columns: ['words'], texts: ['title'] };

/** Threads in this one: messages are copied and taken a turn later, in order. */
function threadsHere() {
  const started: { die(reason: string): void; posted: ToThread[]; ended: boolean }[] = [];
  const start: StartThread = (on) => {
    const queue: ToThread[] = [];
    const posted: ToThread[] = [];
    const thread = { posted, ended: false, die: (reason: string) => end(reason) };
    const end = (reason: string) => {
      if (thread.ended) return;
      thread.ended = true;
      queue.length = 0;
      on.ended(reason);
    };
    const answer = answerOnThread((message) => {
      const copy = structuredClone(message);
      setImmediate(() => thread.ended || on.message(copy));
    });
    started.push(thread);
    return {
      post(message) {
        posted.push(message);
        queue.push(structuredClone(message));
        setImmediate(() => {
          const next = queue.shift();
          if (next !== undefined && !thread.ended) answer(next);
        });
      },
      end: async () => end('ended'),
    };
  };
  return { start, started };
}

const turn = () => new Promise<void>((resume) => setImmediate(resume));

function document(id: number, terms: readonly number[]): Document {
  return { id, audience: 1, terms, numbers: { words: id * 7 }, texts: { title: `t${id % 5}` } };
}

function filled(documents: number): Engine {
  const engine = createEngine(shape);
  for (let id = 100; id < 110; id++) {
    engine.putTerm({ id, group: 'fandom', synonymOf: null, metatags: [] });
  }
  for (let id = 1; id <= documents; id++) {
    engine.putDocument(document(id, [100 + (id % 10), 100 + (id % 3)]));
  }
  return engine;
}

function queryOf(term: number): Query {
  return {
    audience: 1,
    where: { kind: 'term', term },
    sort: { column: 'words', direction: 'descending' },
    page: { number: 1, size: 5 },
    facets: { groups: ['fandom'], top: 10 },
  };
}

type Step =
  | { readonly act: 'put'; readonly id: number; readonly terms: readonly number[] }
  | { readonly act: 'remove'; readonly id: number }
  | { readonly act: 'synonym'; readonly id: number; readonly of: number | null }
  | { readonly act: 'words'; readonly id: number; readonly value: number }
  | { readonly act: 'ask'; readonly term: number }
  | { readonly act: 'turn' | 'die' | 'compact' | 'replace' };

const ids = fc.integer({ min: 1, max: 30 });
const terms = fc.integer({ min: 100, max: 109 });
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    act: fc.constant('put' as const),
    id: ids,
    terms: fc.array(terms, { maxLength: 4 }),
  }),
  fc.record({ act: fc.constant('remove' as const), id: ids }),
  fc.record({ act: fc.constant('synonym' as const), id: terms, of: fc.option(terms) }),
  fc.record({ act: fc.constant('words' as const), id: ids, value: fc.nat({ max: 999 }) }),
  { weight: 3, arbitrary: fc.record({ act: fc.constant('ask' as const), term: terms }) },
  fc.record({ act: fc.constantFrom('turn' as const, 'die' as const, 'compact', 'replace') }),
);

test('answers of threads are those of the engine at the moment of the question', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(steps, { maxLength: 40 }),
      fc.nat({ max: 3 }),
      async (all, threads) => {
        const { start, started } = threadsHere();
        let engine = filled(20);
        const pool = new EnginePool(engine, { threads, start, heavyFrom: 1, turn });
        const asked: Promise<void>[] = [];
        const change = (made: Parameters<Engine['apply']>[0]) => {
          engine.apply(made);
          pool.tell(made);
        };
        for (const step of all) {
          if (step.act === 'put')
            change({ kind: 'putDocument', document: document(step.id, step.terms) });
          if (step.act === 'remove') change({ kind: 'removeDocument', id: step.id });
          if (step.act === 'synonym') {
            const term = { id: step.id, group: 'fandom', synonymOf: step.of, metatags: [] };
            change({ kind: 'putTerm', term });
          }
          if (step.act === 'words') {
            change({ kind: 'setNumber', id: step.id, column: 'words', value: step.value });
          }
          if (step.act === 'ask') {
            const right = engine.query(queryOf(step.term));
            asked.push(
              pool.query(queryOf(step.term)).then((answer) => assert.deepEqual(answer, right)),
            );
            const both = [queryOf(step.term), queryOf(step.term + 1)];
            const counts = both.map((each) => engine.count(each));
            asked.push(pool.counts(both).then((answer) => assert.deepEqual(answer, counts)));
          }
          if (step.act === 'turn') await turn();
          if (step.act === 'compact') asked.push(pool.compact().then(() => undefined));
          if (step.act === 'replace') {
            const next = createEngine(shape);
            for (const term of engine.terms()) next.putTerm(term);
            for (const each of engine.documents()) next.putDocument(each);
            engine = next;
            pool.replace(next);
          }
          // One that died is asked nothing: its questions are answered here, as things are then.
          if (step.act === 'die') {
            await Promise.all(asked.splice(0));
            for (const thread of started) thread.die('killed');
          }
        }
        await Promise.all(asked);
        await pool.close();
        assert.ok(started.every((thread) => thread.ended));
      },
    ),
    { numRuns: 150 },
  );
});

test('no thread starts before a question that is worth one', async () => {
  const { start, started } = threadsHere();
  const pool = new EnginePool(filled(50), { threads: 2, start, heavyFrom: 30, turn });
  await pool.query(queryOf(105));
  assert.equal(started.length, 0);
  const everything: Query = { ...queryOf(105), where: { kind: 'everything' } };
  await pool.query(everything);
  assert.equal(started.length, 0);
  await pool.query({ ...everything, where: { kind: 'not', of: { kind: 'term', term: 999 } } });
  assert.equal(started.length, 1);
  await pool.close();
});

test('a question whose thread dies is answered in place, and the next starts another', async () => {
  const { start, started } = threadsHere();
  const engine = filled(20);
  const deaths: string[] = [];
  const died = (reason: string) => void deaths.push(reason);
  const pool = new EnginePool(engine, { threads: 1, start, heavyFrom: 1, turn, died });
  const right = engine.query(queryOf(101));
  const asked = pool.query(queryOf(101));
  started[0]?.die('out of memory');
  assert.deepEqual(await asked, right);
  assert.deepEqual(deaths, ['out of memory']);
  assert.equal(pool.running, 0);
  assert.deepEqual(await pool.query(queryOf(101)), right);
  assert.equal(started.length, 2);
  await pool.close();
});

test('threads that die one after the other are not started for ever', async () => {
  const { start, started } = threadsHere();
  const engine = filled(20);
  const pool = new EnginePool(engine, { threads: 1, start, heavyFrom: 1, turn });
  for (let asked = 0; asked < 10; asked++) {
    const answer = pool.query(queryOf(101));
    started.at(-1)?.die('no memory');
    assert.equal((await answer).total, engine.query(queryOf(101)).total);
  }
  assert.equal(started.length, 3);
});

test('a question that the engine refuses is refused by the pool', async () => {
  const { start } = threadsHere();
  const pool = new EnginePool(filled(20), { threads: 1, start, heavyFrom: 1, turn });
  const wrong: Query = { ...queryOf(101), page: { number: -1, size: 5 } };
  await assert.rejects(pool.query(wrong), RangeError);
  await pool.close();
  // And a closed pool answers in place.
  assert.equal((await pool.query(queryOf(101))).total > 0, true);
});

test('questions are spread over threads, and wait when all are busy', async () => {
  const { start, started } = threadsHere();
  const pool = new EnginePool(filled(20), { threads: 2, start, heavyFrom: 1, turn });
  const answers = [101, 102, 103, 104, 105].map((term) => pool.query(queryOf(term)));
  assert.equal(started.length, 2);
  await Promise.all(answers);
  const shares = started.map(({ posted }) => posted.filter(({ kind }) => kind === 'query').length);
  assert.deepEqual(shares.sort(), [2, 3]);
  await pool.close();
});

/** Enough for packing to be due. */
const many = 20_100;

test('while all is packed on a thread, answers go on and know every change', async () => {
  const { start, started } = threadsHere();
  const [engine, never] = [filled(many), filled(many)];
  const pool = new EnginePool(engine, { threads: 2, start, heavyFrom: 1000, turn });
  const packing = pool.compact();
  let isPacked = false;
  void packing.then(() => {
    isPacked = true;
  });
  for (let at = 1; !isPacked; at++) {
    const id = (at * 13) % many;
    for (const change of [
      { kind: 'putDocument', document: document(many + at, [101, 105]) },
      { kind: 'setNumber', id, column: 'words', value: 10 ** 6 + at },
      { kind: 'removeDocument', id: id + 1 },
    ] as const) {
      engine.apply(change);
      pool.tell(change);
      never.apply(change);
    }
    if (at % 50 === 0) assert.deepEqual(engine.query(queryOf(101)), never.query(queryOf(101)));
    await turn();
  }
  assert.equal(await packing, true);
  assert.equal(engine.compactionDue, false);
  assert.ok(started[0]?.ended);
  for (const term of [101, 102, 105]) {
    assert.ok(pool.isHeavy(queryOf(term)));
    assert.deepEqual(await pool.query(queryOf(term)), never.query(queryOf(term)));
  }
  await pool.close();
});

test('a thread that has much to be told first answers once it knows it all', async () => {
  const { start, started } = threadsHere();
  const engine = filled(many);
  const pool = new EnginePool(engine, { threads: 1, start, heavyFrom: 1000, turn });
  const asked = pool.query(queryOf(101));
  for (let at = 0; at < 5; at++) await turn();
  const later: Change[] = [
    { kind: 'putDocument', document: document(many + 1, [101]) },
    // That one has been told already.
    { kind: 'removeDocument', id: 1 },
  ];
  for (const change of later) {
    engine.apply(change);
    pool.tell(change);
  }
  // What came while the thread was told the rest is told before it is asked.
  assert.deepEqual(await asked, engine.query(queryOf(101)));
  const told = started[0]?.posted.flatMap((each) => (each.kind === 'changes' ? each.changes : []));
  assert.ok((told?.length ?? 0) > many);
  const most = started[0]?.posted.map((each) =>
    each.kind === 'changes' ? each.changes.length : 0,
  );
  assert.ok(Math.max(...(most ?? [])) <= 64);
  await pool.close();
});

test('what waits for a thread that dies while it is told is answered in place', async () => {
  const { start, started } = threadsHere();
  const engine = filled(many);
  const pool = new EnginePool(engine, { threads: 1, start, heavyFrom: 1000, turn });
  const answers = [101, 102].map((term) => pool.query(queryOf(term)));
  await turn();
  started[0]?.die('out of memory');
  assert.deepEqual(
    await Promise.all(answers),
    [101, 102].map((term) => engine.query(queryOf(term))),
  );
  await pool.close();
});

test('packing that fails leaves all as it was, and is done again', async () => {
  const { start, started } = threadsHere();
  const engine = filled(many);
  const before = engine.query(queryOf(101));
  const pool = new EnginePool(engine, { threads: 1, start, heavyFrom: 1000, turn });
  const packing = pool.compact();
  await turn();
  started[0]?.die('out of memory');
  assert.equal(await packing, false);
  assert.deepEqual(engine.query(queryOf(101)), before);
  assert.equal(await pool.compact(), true);
  assert.deepEqual(engine.query(queryOf(101)), before);
  await pool.close();
});

test('documents named by their ids are found on a thread as in place', async () => {
  const { start, started } = threadsHere();
  const engine = filled(50);
  const pool = new EnginePool(engine, { threads: 1, start, heavyFrom: 1, turn });
  const ids = new Set([3, 1, 999, 7]);
  const where: Clause = {
    kind: 'all',
    of: [
      {
        kind: 'any',
        of: [
          { kind: 'documents', ids },
          { kind: 'documents', ids: [8, 8] },
        ],
      },
      { kind: 'not', of: { kind: 'documents', ids: new Set([7]) } },
    ],
  };
  const answer = await pool.query({ ...queryOf(101), where });
  assert.deepEqual(answer, engine.query({ ...queryOf(101), where }));
  assert.deepEqual(answer.ids, [8, 3, 1]);
  assert.equal(started.length, 1);
  await pool.close();
});
