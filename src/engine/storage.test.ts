import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  attachEngine,
  createEngine,
  type Document,
  type Engine,
  loadEngine,
  memoryStorage,
  saveEngine,
  shareEngine,
} from './index.ts';
import { checksumOf, type Header, rounded, savedVersion } from './saved-form.ts';
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

const plain = { group: 'freeform', synonymOf: null, metatags: [] };

/** Three hundred documents, and what `small` holds. */
function packed(): Engine {
  const engine = small();
  for (let id = 100; id < 400; id++) {
    const numbers = { words: id % 11 === 0 ? null : (id * 7919) % 300 };
    const texts: Document['texts'] = id % 13 === 0 ? {} : { title: String((id * 31) % 97) };
    engine.putDocument({
      id,
      audience: 1 + (id % 3),
      terms: [id % 9, 5 + (id % 4)],
      numbers,
      texts,
    });
  }
  for (const _ of engine.compaction());
  return engine;
}

/** The same with a change of every kind since it was packed. */
function edited(): Engine {
  const engine = packed();
  for (let id = 100; id < 160; id++) engine.setNumber(id, 'words', id % 4 === 0 ? null : id / 8);
  for (let id = 140; id < 180; id += 3) engine.removeDocument(id);
  for (let id = 380; id < 420; id++) {
    engine.putDocument({ id, audience: 3, terms: [id], numbers: { words: -0 }, texts: {} });
  }
  engine.putTerm({ ...plain, id: 381, metatags: [6] });
  engine.removeTerm(6);
  return engine;
}

/** What it holds, and what it answers in every order. */
function stateOf(engine: Engine): unknown {
  const { position, documentCount } = engine;
  const sorts = [
    { column: 'words', direction: 'ascending' },
    { column: 'words', direction: 'descending' },
    { text: 'title', direction: 'ascending' },
  ] as const;
  const answers = [{ kind: 'everything' } as const, { kind: 'term', term: 5 } as const].map(
    (where) =>
      sorts.map((sort) => {
        const page = { number: 1, size: 1000 };
        const facets = { groups: shape.groups, top: 20 };
        return engine.query({ audience: 1, where, sort, page, facets });
      }),
  );
  const documents = Array.from(engine.documents(), (each) => {
    return { ...each, terms: [...each.terms].sort((a, b) => a - b) };
  });
  return {
    position,
    documentCount,
    answers,
    documents: documents.sort((a, b) => a.id - b.id),
    terms: [...engine.terms()].sort((a, b) => a.id - b.id),
  };
}

async function piecesOf(engine: Engine): Promise<Uint8Array[]> {
  let pieces: Uint8Array[] = [];
  await saveEngine(engine, {
    ...memoryStorage(),
    write: async (_, given) => {
      pieces = Array.from(given, (piece) => piece.slice());
    },
  });
  return pieces;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
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
  bytes[4] = 1;
  const loaded = await loadEngine(shape, holding(bytes));
  assert.deepEqual(loaded, { kind: 'refused', reason: `version 1, not ${savedVersion}` });
});

test('what is packed has a version', () => {
  const engine = packed();
  const { arrays, numbers } = engine.packed;
  const kinds = Object.entries(arrays).map(([name, cells]) => `${name} ${cells.constructor.name}`);
  const text = [...kinds, ...Object.keys(numbers)].sort().join('\n');
  // Another digest: raise `savedVersion`, also if an array of the same name holds another thing,
  // then write both here.
  const known = { version: 6, digest: 'QVnbJaPyTKggNcxN' };
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  assert.deepEqual({ version: savedVersion, digest }, known);
});

test('a file with any one bit changed is refused', async () => {
  const good = await bytesOf(edited());
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
  const pieces = await piecesOf(edited());
  const good = joined(pieces);
  const cuts = new Set<number>();
  let end = 0;
  for (const piece of pieces) {
    for (const near of [1, 8, 15, 16, 17, 24]) cuts.add(end + near).add(end - near);
    cuts.add(end);
    end += piece.length;
  }
  for (const length of cuts) {
    if (length < 0 || length >= good.length) continue;
    const loaded = await loadEngine(shape, holding(good.slice(0, length)));
    assert.equal(loaded.kind, 'refused', `cut to ${length} bytes`);
  }
  for (const more of [1, 8, good.length]) {
    const longer = new Uint8Array(good.length + more);
    longer.set(good);
    assert.equal((await loadEngine(shape, holding(longer))).kind, 'refused');
  }
});

test('pieces in another order, twice, left out or of another file are refused', async () => {
  const good = await piecesOf(edited());
  const other = edited();
  other.position += 1;
  const foreign = await piecesOf(other);
  const refused = async (pieces: readonly Uint8Array[]) => {
    assert.equal((await loadEngine(shape, holding(joined(pieces)))).kind, 'refused');
  };
  for (let at = 0; at < good.length; at++) {
    const [before, after] = [good.slice(0, at), good.slice(at + 1)];
    await refused([...before, ...after]);
    await refused([...before, good[at]!, good[at]!, ...after]);
    if (at > 0) await refused([...before, foreign[at]!, ...after]);
    if (at > 0) await refused([...before.slice(0, -1), good[at]!, before.at(-1)!, ...after]);
  }
});

test('a file that claims more than it holds is refused before room is made for it', async () => {
  const [head, header, ...rest] = await piecesOf(edited());
  const said = JSON.parse(new TextDecoder().decode(header)) as Header;
  const [first, ...arrays] = said.arrays;
  const lying = { ...said, arrays: [{ ...first!, length: 2 ** 45 }, ...arrays] };
  const text = JSON.stringify(lying);
  const bytes = new TextEncoder().encode(text.padEnd(rounded(text.length)));
  const cells = new Int32Array(head!.slice().buffer);
  cells.set([bytes.length, checksumOf(bytes, 0)], 2);
  const whole = joined([new Uint8Array(cells.buffer), bytes, ...rest]);
  const loaded = await loadEngine(shape, holding(whole));
  assert.deepEqual(loaded, { kind: 'refused', reason: 'its arrays are cut off' });
});

test('what changes while an engine is saved is not in the file', async () => {
  const engine = edited();
  const before = stateOf(engine);
  const port = memoryStorage();
  let next = 0;
  const changing = function* (pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
    for (const piece of pieces) {
      yield piece;
      const at = next++;
      engine.setNumber(100 + (at % 50), 'words', [null, 7, 10 ** 12][at % 3]!);
      if (at % 5 === 0) engine.removeDocument(100 + at);
      if (at % 7 === 0) {
        engine.putDocument({ id: 90 + at, audience: 1, terms: [at], numbers: {}, texts: {} });
      }
      if (at % 3 === 0) engine.removeTerm(5);
      if (at % 4 === 0) engine.putTerm({ ...plain, id: 200 + at, synonymOf: 6 });
      if (at === 10) for (const _ of engine.compaction());
    }
  };
  const write: StoragePort['write'] = (name, pieces) => port.write(name, changing(pieces));
  await saveEngine(engine, { ...port, write });
  assert.notDeepEqual(stateOf(engine), before);
  const loaded = await loadEngine(shape, port);
  assert.deepEqual(loaded.kind === 'loaded' && stateOf(loaded.engine), before);
});

test('an engine that was loaded is changed, saved, loaded and shared like any other', async () => {
  let engine = edited();
  const steps: ((engine: Engine) => unknown)[] = [
    (each) => each.setNumber(110, 'words', null),
    (each) => each.removeDocument(110),
    (each) => each.setNumber(111, 'words', -(10 ** 12)),
    (each) => each.putTerm({ ...plain, id: 6, synonymOf: 777 }),
    (each) => each.putDocument({ id: 110, audience: 2, terms: [5], numbers: {}, texts: {} }),
  ];
  const kept = edited();
  for (const step of steps) {
    step(engine);
    step(kept);
    const port = memoryStorage();
    await saveEngine(engine, port);
    const loaded = await loadEngine(shape, port);
    assert.ok(loaded.kind === 'loaded');
    engine = loaded.engine;
    assert.deepEqual(stateOf(engine), stateOf(kept));
    assert.deepEqual(stateOf(attachEngine(shape, shareEngine(engine))), stateOf(kept));
  }
});

test('a saving that fails replaces nothing, and the engine goes on', async () => {
  const port = memoryStorage();
  const engine = edited();
  await saveEngine(engine, port);
  const before = stateOf(engine);
  engine.removeDocument(120);
  const failing = function* (pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
    let left = 5;
    for (const piece of pieces) {
      if (left-- === 0) throw new Error('the disk is full');
      yield piece;
    }
  };
  const write: StoragePort['write'] = (name, pieces) => port.write(name, failing(pieces));
  await assert.rejects(saveEngine(engine, { ...port, write }), /disk is full/);
  const loaded = await loadEngine(shape, port);
  assert.deepEqual(loaded.kind === 'loaded' && stateOf(loaded.engine), before);
  await saveEngine(engine, port);
  const again = await loadEngine(shape, port);
  assert.deepEqual(again.kind === 'loaded' && stateOf(again.engine), stateOf(engine));
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
