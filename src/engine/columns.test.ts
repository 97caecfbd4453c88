// Numbers of documents come back exactly, whatever room their column takes once it is packed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf } from './id-table.ts';
import { createEngine, type Engine } from './index.ts';

const shape = { groups: ['fandom'], columns: ['words'], texts: [] };
const size = 400;

function packedColumn(numberOf: (id: number) => number | null): Engine {
  const engine = createEngine(shape);
  for (let id = 1; id <= size; id++) {
    const numbers = { words: numberOf(id) };
    engine.putDocument({ id, audience: 1, terms: [], numbers, texts: {} });
  }
  for (const _ of engine.compaction());
  return engine;
}

/** Every value by id, as the engine says it, and as it ranges and sorts by it. */
function holds(engine: Engine, values: ReadonlyMap<number, number | null>): void {
  for (const [id, value] of values) {
    assert.equal(engine.document(id)?.numbers['words'] ?? null, value);
  }
  const valued = [...values].filter(([, value]) => value !== null) as [number, number][];
  const [, middle] = valued[valued.length >> 1]!;
  const where = { kind: 'range', column: 'words', min: middle } as const;
  const above = valued.filter(([, value]) => value >= middle).length;
  assert.equal(engine.count({ audience: 1, where }), above);
  const answer = engine.query({
    audience: 1,
    where: { kind: 'everything' },
    sort: { column: 'words', direction: 'ascending' },
    page: { number: 1, size },
  });
  const sorted = valued.toSorted(([one, a], [other, b]) => a - b || one - other);
  const rest = [...values.keys()].filter((id) => values.get(id) === null);
  assert.deepEqual(answer.ids, [...sorted.map(([id]) => id), ...rest]);
}

// Up to what a column takes one to eight bytes, and where it just does not fit any more.
const tops = [
  ...[8, 16, 24, 32].flatMap((bits) => [2 ** bits - 3, 2 ** bits - 2, 2 ** bits - 1]),
  2 ** 50,
];

test('columns of every width hold what was put, and what is set later', () => {
  for (const top of tops) {
    const values = new Map<number, number | null>();
    for (let id = 1; id <= size; id++) {
      values.set(id, id % 9 === 0 ? null : hashOf(id) % (top + 1));
    }
    values.set(7, top);
    const engine = packedColumn((id) => values.get(id)!);
    holds(engine, values);
    for (let id = 1; id <= size; id += 3) {
      const value = [null, 65_535, 65_536, top, top + 1, 2 ** 24, -1, 0.5, 0][id % 9]!;
      engine.setNumber(id, 'words', value);
      values.set(id, value);
    }
    holds(engine, values);
    for (const _ of engine.compaction());
    holds(engine, values);
  }
});
