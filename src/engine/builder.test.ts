// A builder against an engine that was told the same and packed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createEngine, createEngineBuilder, type Document, type Engine } from './index.ts';
import type { Term } from './taxonomy.ts';

const shape = { groups: ['fandom', 'freeform'], columns: ['words', 'updated'], texts: ['title'] };

const termId = fc.nat({ max: 30 });
const term: fc.Arbitrary<Term> = fc.record({
  id: termId,
  group: fc.constantFrom(...shape.groups),
  synonymOf: fc.option(termId),
  metatags: fc.array(termId, { maxLength: 3 }),
  counted: fc.boolean(),
});
const number = fc.oneof(
  fc.constant(null),
  fc.nat({ max: 200_000 }),
  fc.nat({ max: 20_000 }).map((days) => days * 86_400_000),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const title = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.array(fc.constantFrom('a', 'b', '\0'), { maxLength: 9 }).map((units) => units.join('')),
  fc.constantFrom('', '\ud800', '\udfff!', 'ab\0', 'the same', 'the same again'),
);
const document: fc.Arbitrary<Document> = fc.record({
  id: fc.maxSafeNat(),
  audience: fc.constantFrom(0, 1, 3, 2 ** 32 - 1),
  terms: fc.oneof(
    fc.array(termId, { maxLength: 8 }),
    fc.array(fc.nat({ max: 90 }), { minLength: 65, maxLength: 80 }),
  ),
  numbers: fc.record({ words: number, updated: number }, { requiredKeys: [] }),
  texts: fc.record({ title }, { requiredKeys: [] }),
});
const documents = fc.uniqueArray(document, { selector: ({ id }) => id, maxLength: 60 });

function built(terms: readonly Term[], all: readonly Document[]): Engine {
  const builder = createEngineBuilder(shape);
  for (const each of all.slice(0, 5)) builder.putDocument(each);
  for (const each of terms) builder.putTerm(each);
  for (const each of all.slice(5)) builder.putDocument(each);
  assert.equal(builder.documentCount, all.length);
  const slices = builder.finish();
  for (;;) {
    const slice = slices.next();
    if (slice.done === true) return slice.value;
  }
}

test('a builder packs the same bytes as an engine that was told the same', () => {
  fc.assert(
    fc.property(fc.array(term, { maxLength: 40 }), documents, (terms, all) => {
      const engine = createEngine(shape);
      for (const each of all.slice(0, 5)) engine.putDocument(each);
      for (const each of terms) engine.putTerm(each);
      for (const each of all.slice(5)) engine.putDocument(each);
      for (const _ of engine.compaction());
      assert.deepEqual(built(terms, all).packed, engine.packed);
    }),
    { numRuns: 100 },
  );
});

test('a builder keeps many runs of numbers and texts exactly', () => {
  const all = Array.from({ length: 40_000 }, (_, at): Document => {
    const words = at % 7 === 0 ? null : at < 20_000 ? at % 200 : at % 9 === 0 ? -0 : at * 1.5;
    const texts: Record<string, string> =
      at % 5 === 0 ? {} : { title: `${at % 3}`.repeat(at % 40) + String(at % 9000) };
    const numbers = { words, updated: at * 1000 };
    return { id: at, audience: 1, terms: [at % 50, at], numbers, texts };
  });
  const engine = built([], all);
  for (const each of all) {
    const found = engine.document(each.id)!;
    assert.deepEqual(found.texts, each.texts);
    const { words, updated } = each.numbers;
    assert.deepEqual(found.numbers, words === null ? { updated } : { words, updated });
    assert.deepEqual(
      found.terms,
      [...new Set(each.terms)].sort((a, b) => a - b),
    );
  }
  const titles = all.map(({ texts }) => texts['title']).filter((each) => each !== undefined);
  const answer = engine.query({
    audience: 1,
    where: { kind: 'everything' },
    sort: { text: 'title', direction: 'ascending' },
    page: { number: 1, size: 2000 },
  });
  const first = answer.ids.map((id) => all[id]!.texts['title']);
  assert.deepEqual(first, titles.sort().slice(0, 2000));
});

test('a builder refuses what an engine refuses, and a document of an id that it has', () => {
  const builder = createEngineBuilder(shape);
  const sound = { id: 1, audience: 1, terms: [], numbers: {}, texts: {} };
  assert.throws(() => builder.putDocument({ ...sound, id: -1 }), RangeError);
  assert.throws(() => builder.putDocument({ ...sound, terms: [0.5] }), RangeError);
  assert.throws(() => builder.putDocument({ ...sound, numbers: { kudos: 1 } }), RangeError);
  assert.throws(() => builder.putDocument({ ...sound, texts: { name: 'a' } }), RangeError);
  const meaning = { group: 'fandom', synonymOf: null, metatags: [] };
  assert.throws(() => builder.putTerm({ ...meaning, id: 1, group: 'genre' }), RangeError);
  assert.throws(() => builder.putTerm({ ...meaning, id: 1, synonymOf: -2 }), RangeError);
  assert.throws(() => createEngineBuilder({ ...shape, groups: ['a', 'a'] }), RangeError);
  assert.equal(builder.documentCount, 0);
  builder.putDocument(sound);
  builder.putDocument(sound);
  assert.throws(() => [...builder.finish()], RangeError);
});

test('sets of many ids find each document once, packed, put since and gone', () => {
  const idAt = (place: number) => (place * 7_919_000_003) % 9_007_199_254_740_881;
  const builder = createEngineBuilder(shape);
  const plain = { audience: 1, terms: [1], numbers: {}, texts: {} };
  for (let place = 0; place < 20_000; place++) builder.putDocument({ id: idAt(place), ...plain });
  const packing = builder.finish();
  let step = packing.next();
  while (!step.done) step = packing.next();
  const engine = step.value;
  for (let place = 0; place < 100; place++) {
    engine.removeDocument(idAt(place));
    engine.putDocument({ id: idAt(30_000 + place), ...plain, terms: [2] });
  }
  const ids = Float64Array.from({ length: 40_000 }, (_, place) => idAt(place));
  const where = { kind: 'documents', ids } as const;
  assert.equal(engine.count({ where, audience: 1 }), 20_000);
  const named = { kind: 'all', of: [where, { kind: 'bears', term: 2 }] } as const;
  assert.equal(engine.count({ where: named, audience: 1 }), 100);
});
