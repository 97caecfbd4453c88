// Real threads: what is sent to them arrives, and their end is heard of.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngineBuilder, type Query } from './engine/index.ts';
import { EnginePool, type StartThread } from './engine/workers/index.ts';
import { startThread } from './kit/threads/index.ts';
import { nextTurn } from './kit/time/index.ts';

const shape = { groups: ['fandom'], columns: ['words'], texts: ['title'] };
const start: StartThread = (on) => startThread(new URL('engine-thread.ts', import.meta.url), on);

function filled() {
  const builder = createEngineBuilder(shape);
  builder.putTerm({ id: 7, group: 'fandom', synonymOf: null, metatags: [] });
  for (let id = 1; id <= 300; id++) {
    const numbers = { words: id % 17 };
    const texts = { title: `title ${id % 13}` };
    builder.putDocument({ id, audience: 1, terms: [7, 1000 + (id % 10)], numbers, texts });
  }
  const packing = builder.finish();
  let step = packing.next();
  while (!step.done) step = packing.next();
  return step.value;
}

const query: Query = {
  audience: 1,
  added: new Set([3]),
  where: {
    kind: 'all',
    of: [
      { kind: 'term', term: 7 },
      { kind: 'documents', ids: even() },
    ],
  },
  sort: { text: 'title', direction: 'ascending' },
  page: { number: 2, size: 5 },
  facets: { groups: ['fandom'], top: 3 },
};

function even(): Set<number> {
  return new Set(Array.from({ length: 150 }, (_, at) => 2 * at + 2));
}

test('a thread answers what the engine itself answers, before and after a change', async () => {
  const engine = filled();
  const pool = new EnginePool(engine, { threads: 1, start, heavyFrom: 1, turn: nextTurn });
  assert.deepEqual(await pool.query(query), engine.query(query));
  const change = { kind: 'removeDocument', id: 2 } as const;
  engine.apply(change);
  pool.tell(change);
  const answer = await pool.query(query);
  assert.deepEqual(answer, engine.query(query));
  assert.equal(answer.total, 149);
  assert.equal(pool.running, 1);
  await pool.close();
});

test('a thread that cannot go on is heard of, and its question answered', async () => {
  const engine = filled();
  const deaths: string[] = [];
  const died = (reason: string) => void deaths.push(reason);
  const missing: StartThread = (on) => startThread(new URL('no-module.ts', import.meta.url), on);
  const options = { threads: 1, start: missing, heavyFrom: 1, turn: nextTurn, died };
  const pool = new EnginePool(engine, options);
  assert.deepEqual(await pool.query(query), engine.query(query));
  assert.match(deaths.join(), /no-module/);
  await pool.close();
});
