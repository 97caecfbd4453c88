import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createEngine, type Engine, loadEngine, memoryStorage, saveEngine } from './index.ts';
import type { StoragePort } from './storage.ts';

const shape = { groups: ['fandom', 'freeform'], columns: ['words'], texts: ['title'] };

function small(): Engine {
  const engine = createEngine(shape);
  const harbour = 2 ** 52 + 1;
  engine.putTerm({ id: harbour, group: 'fandom', synonymOf: null, metatags: [] });
  engine.putTerm({ id: 5, group: 'fandom', synonymOf: harbour, metatags: [], counted: false });
  engine.putTerm({ id: 6, group: 'freeform', synonymOf: null, metatags: [harbour, 5] });
  const seen = { audience: 2 ** 32 - 1, numbers: { words: 10 }, texts: { title: 'a\ud800 é' } };
  engine.putDocument({ ...seen, id: 9, terms: [harbour] });
  engine.putDocument({ ...seen, id: 2 ** 53 - 1, terms: [5, 6, 777] });
  engine.putDocument({ id: 3, audience: 0, terms: [], numbers: { words: null }, texts: {} });
  engine.putDocument({ ...seen, id: 4, terms: [6] });
  engine.removeDocument(9);
  engine.position = 2 ** 40;
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

function holding(bytes: Uint8Array): StoragePort {
  const port = memoryStorage();
  return { ...port, read: (name) => port.write(name, [bytes]).then(() => port.read(name)) };
}

test('a loaded engine holds what was saved, and saves to the same bytes', async () => {
  const engine = small();
  const port = memoryStorage();
  await saveEngine(engine, port);
  const loaded = await loadEngine(shape, port);
  assert.equal(loaded.kind, 'loaded');
  if (loaded.kind !== 'loaded') return;
  assert.deepEqual([...loaded.engine.documents()], [...engine.documents()]);
  assert.deepEqual(new Set(loaded.engine.terms()), new Set(engine.terms()));
  assert.equal(loaded.engine.position, 2 ** 40);
  assert.equal(loaded.engine.countTerm(5, 1), engine.countTerm(5, 1));
  assert.deepEqual(await bytesOf(loaded.engine), await bytesOf(engine));
});

test('an empty engine is saved and loaded like any other', async () => {
  const loaded = await loadEngine(shape, holding(await bytesOf(createEngine(shape))));
  assert.equal(loaded.kind === 'loaded' && loaded.engine.documentCount, 0);
});

test('where nothing was saved, nothing is loaded', async () => {
  assert.deepEqual(await loadEngine(shape, memoryStorage()), { kind: 'absent' });
});

test('an engine saved with another shape is refused', async () => {
  const other = { ...shape, columns: ['words', 'kudos'] };
  const loaded = await loadEngine(other, holding(await bytesOf(small())));
  assert.deepEqual(loaded, { kind: 'refused', reason: 'saved with another shape' });
});

test('a file of another version is refused by its number', async () => {
  const bytes = await bytesOf(small());
  bytes[4] = 2;
  const loaded = await loadEngine(shape, holding(bytes));
  assert.deepEqual(loaded, { kind: 'refused', reason: 'version 2, not 1' });
});

test('a file with any one bit changed is refused', async () => {
  const good = await bytesOf(small());
  const place = fc.oneof(fc.nat({ max: 63 }), fc.nat({ max: good.length - 1 }));
  await fc.assert(
    fc.asyncProperty(place, fc.nat({ max: 7 }), async (at, bit) => {
      const bytes = good.slice();
      bytes[at]! ^= 1 << bit;
      assert.equal((await loadEngine(shape, holding(bytes))).kind, 'refused');
    }),
    { numRuns: 500 },
  );
});

test('a file that is cut off anywhere, or longer, is refused', async () => {
  const good = await bytesOf(small());
  for (let length = 0; length < good.length; length += 1) {
    const loaded = await loadEngine(shape, holding(good.slice(0, length)));
    assert.equal(loaded.kind, 'refused', `cut to ${length} bytes`);
  }
  const longer = new Uint8Array(good.length + 8);
  longer.set(good);
  assert.equal((await loadEngine(shape, holding(longer))).kind, 'refused');
});

test('a document is found by its id, as it was put, with its mask', () => {
  const engine = small();
  const all = [...engine.documents()];
  for (const document of all) {
    assert.deepEqual(engine.document(document.id), document);
    assert.equal(engine.audienceOf(document.id), document.audience);
  }
  assert.equal(engine.document(9), null);
  assert.equal(engine.audienceOf(9), 0);
});
