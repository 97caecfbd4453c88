// What holds of an engine however it came to be, and what wranglers may do to it at their worst.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { soak } from '../../test/kit/engine-soak.ts';
import { createEngine, type Engine, memoryStorage, saveEngine } from './index.ts';

const shape = { groups: ['freeform'], columns: ['words'], texts: ['title'] };

test('a long life of edits and questions ends equal to a rebuild', async () => {
  const done = await soak(2500, 20_260_101);
  assert.ok(done.packed > 0 && done.loaded > 0 && done.attached > 0);
});

function sown(): Engine {
  const engine = createEngine(shape);
  for (let id = 1; id <= 40; id++) {
    engine.putTerm({
      id,
      group: 'freeform',
      synonymOf: id % 7 === 0 ? id - 1 : null,
      metatags: id > 20 ? [id - 20] : [],
    });
  }
  for (let id = 1; id <= 500; id++) {
    const terms = [1 + (id % 40), 1 + ((id * 13) % 40)];
    const texts = { title: String((id * 17) % 50) };
    engine.putDocument({ id: id * 2 ** 40, audience: 3, terms, numbers: { words: id % 9 }, texts });
  }
  for (let id = 5; id <= 500; id += 50) engine.removeDocument(id * 2 ** 40);
  return engine;
}

async function bytesOf(engine: Engine): Promise<Uint8Array> {
  const port = memoryStorage();
  await saveEngine(engine, port);
  const stored = (await port.read('engine'))!;
  const bytes = new Uint8Array(stored.size);
  await stored.readInto(bytes);
  return bytes;
}

test('engines that lived alike are saved as the same bytes, asked or not', async () => {
  const asked = sown();
  for (let term = 1; term <= 40; term++) {
    asked.query({
      audience: 1,
      where: { kind: 'term', term },
      sort: { text: 'title', direction: 'ascending' },
      page: { number: 1, size: 20 },
      facets: { groups: ['freeform'], top: 10 },
    });
  }
  assert.deepEqual(await bytesOf(asked), await bytesOf(sown()));
});

test('two wranglers who merge opposite ways leave one tag, and either may take it back', () => {
  const engine = sown();
  const term = { group: 'freeform', metatags: [] };
  const one = engine.countTerm(1, 1);
  const either = engine.count({
    audience: 1,
    where: { kind: 'anyTerm', terms: [1, 2] },
  });
  engine.putTerm({ ...term, id: 1, synonymOf: 2 });
  engine.putTerm({ ...term, id: 2, synonymOf: 1 });
  assert.deepEqual(engine.countTerms([1, 2], 1), [either, either]);
  assert.equal(engine.canonicalOf(2), engine.canonicalOf(1));
  engine.putTerm({ ...term, id: 2, synonymOf: null });
  assert.equal(engine.canonicalOf(1), 2);
  engine.putTerm({ ...term, id: 1, synonymOf: null });
  assert.equal(engine.countTerm(1, 1), one);
});

test('a synonym of itself and a metatag of itself mean nothing', () => {
  const engine = sown();
  const before = engine.countTerm(1, 1);
  engine.putTerm({ id: 1, group: 'freeform', synonymOf: 1, metatags: [1] });
  assert.equal(engine.canonicalOf(1), 1);
  assert.equal(engine.countTerm(1, 1), before);
});

test('metatags in a circle each find what all find, until the circle is broken', () => {
  const engine = sown();
  const term = { group: 'freeform', synonymOf: null };
  const alone = engine.countTerms([10, 11, 12], 1);
  for (const [id, above] of [
    [10, 11],
    [11, 12],
    [12, 10],
  ] as const) {
    engine.putTerm({ ...term, id, metatags: [above] });
  }
  const [first, ...others] = engine.countTerms([10, 11, 12], 1);
  assert.deepEqual(others, [first, first]);
  for (const id of [10, 11, 12]) engine.putTerm({ ...term, id, metatags: [] });
  assert.deepEqual(engine.countTerms([10, 11, 12], 1), alone);
});

test('a term removed while works bear it is found by, and listed again once put', () => {
  const engine = sown();
  const listed = (): boolean =>
    engine
      .query({
        audience: 1,
        where: { kind: 'term', term: 3 },
        sort: { column: 'words', direction: 'ascending' },
        page: { number: 1, size: 0 },
        facets: { groups: ['freeform'], top: 100 },
      })
      .facets['freeform']!.some(({ id }) => id === 3);
  const uses = engine.usesOf(3, 1);
  engine.removeTerm(3);
  assert.equal(engine.usesOf(3, 1), uses);
  assert.equal(engine.count({ audience: 1, where: { kind: 'bears', term: 3 } }), uses);
  assert.equal(listed(), false);
  engine.putTerm({ id: 3, group: 'freeform', synonymOf: null, metatags: [] });
  assert.equal(listed(), true);
});
