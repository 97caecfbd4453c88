// The parts against the plain thing each stands for, at sizes that random archives do not reach.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addHeavy } from './counting.ts';
import {
  addTo,
  countShared,
  type DocumentSet,
  documentsOf,
  filtered,
  hasDocument,
  intersect,
  listOf,
  setOfBits,
  setOfDocuments,
  subtract,
} from './document-set.ts';
import { hashOf, IdTable } from './id-table.ts';
import { Packing } from './packed/arrays.ts';
import { PackedIds, packIds } from './packed/ids.ts';
import { packLists, putWideCell, wideCell, widthFor } from './packed/lists.ts';
import { PackedNumbers } from './packed/numbers.ts';
import { writeNumbers } from './packing/write-numbers.ts';
import { Runs } from './runs.ts';
import { selectRange } from './selection.ts';
import type { Ordering } from './sort.ts';

const span = 700;
const member = fc.nat({ max: span - 1 });
const someDocs = fc.oneof(
  fc.uniqueArray(member, { maxLength: 30, size: 'max' }),
  fc.uniqueArray(member, { maxLength: 500, size: 'max' }),
  fc.integer({ min: 1, max: 7 }).map((step) => {
    return Array.from({ length: Math.floor(span / step) }, (_, at) => at * step);
  }),
);
const someSet = fc
  .tuple(someDocs, fc.boolean())
  .map(([docs, asBits]): [Set<number>, DocumentSet] => {
    const list = listOf(Int32Array.from(docs).sort());
    const words = new Int32Array(Math.ceil(span / 32));
    addTo(words, list);
    return [new Set(docs), asBits ? { kind: 'bits', words, size: docs.length } : list];
  });

function holds(set: DocumentSet, expected: Set<number>): void {
  assert.deepEqual(
    [...documentsOf(set)],
    [...expected].sort((a, b) => a - b),
  );
  assert.equal(set.size, expected.size);
}

test('sets of documents obey the algebra of sets in every pairing of forms', () => {
  fc.assert(
    fc.property(someSet, someSet, member, ([left, a], [right, b], doc) => {
      holds(intersect(a, b), left.intersection(right));
      holds(subtract(a, b), left.difference(right));
      assert.equal(countShared(a, b), left.intersection(right).size);
      assert.equal(hasDocument(a, doc), left.has(doc));
      holds(
        filtered(a, (each) => each % 3 === 0),
        new Set([...left].filter((e) => e % 3 === 0)),
      );
      const words = new Int32Array(Math.ceil(span / 32));
      addTo(words, a);
      addTo(words, b);
      holds(setOfBits(words), left.union(right));
      // Nothing above changed what it was given.
      holds(a, left);
      holds(b, right);
    }),
  );
});

test('a table of ids does what a map does', () => {
  // Ids that differ in the low and in the high half, crowded enough to collide and to wrap.
  const id = fc
    .tuple(fc.nat({ max: 40 }), fc.constantFrom(1, 2 ** 32, 2 ** 47))
    .map(([a, b]) => a * b);
  const step = fc.tuple(id, fc.boolean());
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400, size: 'max' }), (steps) => {
      const table = new IdTable();
      const map = new Map<number, number>();
      for (const [at, [key, adds]] of steps.entries()) {
        if (adds) {
          assert.equal(table.findOrAdd(key, at), map.get(key) ?? at);
          if (!map.has(key)) map.set(key, at);
        } else {
          table.delete(key);
          map.delete(key);
        }
      }
      for (const [key] of steps) assert.equal(table.find(key), map.get(key) ?? -1);
    }),
  );
});

test('packed ids are found one by one and many at once, some not there among them', () => {
  const size = 3000;
  const tabled = 2000;
  // Ids near one another and far apart take different room.
  const all = [1, 2 ** 7, 2 ** 13, 2 ** 19].flatMap((apart) =>
    [tabled, size].map((last) => ({ apart, last })),
  );
  for (const { apart, last } of all) {
    const idAt = (number: number): number => hashOf(number) * apart + number;
    const packing = new Packing();
    const ids = new Float64Array(last);
    for (let number = 0; number < last; number++) ids[number] = idAt(number);
    ids.subarray(tabled).sort();
    ended(packIds(packing, 'documents', ids, tabled, last === tabled ? [] : [tabled, last]));
    const packed = new PackedIds(packing, 'documents');
    const wanted = Float64Array.from({ length: size }, (_, at) =>
      at % 7 === 3 ? idAt(at + size) : (ids[(at * 13) % last] ?? 0),
    );
    const expected = Array.from(wanted, (id) => ids.indexOf(id));
    assert.deepEqual(
      Array.from(ids, (_, number) => packed.at(number)),
      [...ids],
    );
    assert.deepEqual([...packed.findEach(wanted)], expected);
    assert.deepEqual(
      Array.from(wanted, (id) => packed.find(id)),
      expected,
    );
  }
});

test('numbers come back as they were packed, in three bytes or in four', () => {
  for (const bound of [2 ** 24, 2 ** 24 + 1, 2 ** 31]) {
    const numbers = Uint32Array.from({ length: 300 }, (_, at) => hashOf(at) % bound);
    numbers[7] = bound - 1;
    const packing = new Packing();
    for (const _ of writeNumbers(packing, 'order', numbers, bound));
    const packed = new PackedNumbers(packing, 'order');
    assert.equal(packed.length, numbers.length);
    assert.deepEqual(
      Array.from(numbers, (_, at) => packed.at(at)),
      [...numbers],
    );
  }
});

test('cells of lists come back as they were put, in three bytes or in four', () => {
  for (const bound of [2 ** 24, 2 ** 24 + 1, 2 ** 31]) {
    const width = widthFor(bound);
    const cells = Int32Array.from({ length: 100 }, (_, at) => hashOf(at) % bound);
    cells[7] = bound - 1;
    const bytes = new Uint8Array(cells.length * width);
    for (const [place, cell] of cells.entries()) putWideCell(bytes, place, width, cell);
    assert.deepEqual(
      cells.map((_, place) => wideCell(bytes, place, width)),
      cells,
    );
    assert.equal(width, bound === 2 ** 24 ? 3 : 4);
  }
});

test('documents in any order, some twice, become the set of them, few or many', () => {
  fc.assert(
    fc.property(fc.array(member, { maxLength: 300, size: 'max' }), fc.boolean(), (docs, far) => {
      holds(setOfDocuments(Int32Array.from(docs), far ? span * 100 : span), new Set(docs));
    }),
  );
});

function ended<Result>(slices: Generator<void, Result>): Result {
  for (;;) {
    const slice = slices.next();
    if (slice.done === true) return slice.value;
  }
}

test('cells of lists are counted alike for a list of documents and for their bits', () => {
  const lengths = Int32Array.from({ length: 2000 }, (_, doc) => hashOf(doc, 1) % 5);
  const order = Int32Array.from(lengths.keys());
  const lists = ended(packLists(new Packing(), 'heavy', Uint16Array, lengths, order));
  for (let at = 0; at < lists.cells.length; at++) lists.cells[at] = hashOf(at, 2) % 50;
  const packed = 1900;
  for (const step of [1, 3, 700]) {
    const docs = Int32Array.from({ length: Math.ceil(2000 / step) }, (_, at) => at * step);
    const expected = new Int32Array(50);
    for (const doc of docs) {
      const start = doc < packed ? lists.startOf(doc) : 0;
      const end = doc < packed ? start + lengths[doc]! : 0;
      for (let at = start; at < end; at++) expected[lists.cells[at]!]! += 2;
    }
    const words = new Int32Array(Math.ceil(2000 / 32));
    addTo(words, listOf(docs));
    for (const set of [listOf(docs), { kind: 'bits', words, size: docs.length } as const]) {
      const counts = new Int32Array(50);
      addHeavy(counts, set, lists, packed, 2);
      assert.deepEqual(counts, expected);
    }
  }
});

test('runs hold what ascending sets hold, through growth and reuse', () => {
  const step = fc.record({
    owner: fc.nat({ max: 70 }),
    value: fc.nat({ max: 60 }),
    kind: fc.constantFrom('insert', 'insert', 'insert', 'remove', 'replace'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 900, size: 'max' }), (steps) => {
      const runs = new Runs();
      const sets = new Map<number, Set<number>>();
      for (const { owner, value, kind } of steps) {
        const set = sets.get(owner) ?? new Set();
        sets.set(owner, set);
        if (kind === 'insert') assert.equal(runs.insert(owner, value), !set.has(value));
        if (kind === 'insert') set.add(value);
        if (kind === 'remove') assert.equal(runs.remove(owner, value), set.delete(value));
        if (kind === 'replace') {
          const values = Array.from({ length: value }, (_, at) => at * 2);
          runs.replace(owner, values);
          sets.set(owner, new Set(values));
        }
      }
      for (const [owner, set] of sets) {
        assert.deepEqual(
          [...runs.view(owner)],
          [...set].sort((a, b) => a - b),
        );
        assert.equal(runs.lengthOf(owner), set.size);
      }
      assert.equal(runs.view(10_000).length, 0);
    }),
    { numRuns: 50 },
  );
});

test('room that a run leaves is given to the next, so that edits do not pile up', () => {
  const runs = new Runs();
  for (let round = 0; round < 500; round++) {
    for (let owner = 0; owner < 10; owner++)
      runs.replace(
        owner,
        Array(round % 30)
          .keys()
          .toArray(),
      );
    for (let owner = 0; owner < 10; owner++) {
      while (runs.lengthOf(owner) > 0) runs.remove(owner, runs.view(owner)[0]!);
    }
  }
  // Ten runs in each of the sizes of room up to 30 would be under 2,000 cells.
  assert.ok(runs.cells.length <= 2500, `${runs.cells.length} cells`);
});

test('a stretch picked out is the stretch of the whole sorted', () => {
  const value = fc.option(fc.integer({ min: 0, max: 30 }), { nil: null });
  const values = fc.array(value, { minLength: 1, maxLength: 600, size: 'max' });
  const ends = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 40 }));
  fc.assert(
    fc.property(values, ends, fc.boolean(), fc.boolean(), (given, [share, size], down, words) => {
      const ids = Float64Array.from(given, (_, at) => (at * 7919) % 1009);
      const docs = Int32Array.from(given.keys());
      const ordering: Ordering = {
        descending: down,
        whole: null,
        keyOf: (doc) => {
          if (given[doc] === null) return Number.NaN;
          return words ? (given[doc]! < 9 ? 1 : 0.5) : given[doc]!;
        },
        textOf: words ? (doc) => `w${given[doc]}` : null,
        valueOf: (doc) => given[doc]!,
        keyFor: () => Number.NaN,
      };
      const placeOf = (doc: number): [number, string] => {
        const key = ordering.keyOf(doc);
        return [key, words && !Number.isInteger(key) ? `w${given[doc]}` : ''];
      };
      const sign = down ? -1 : 1;
      const sorted = [...docs].sort((a, b) => {
        const [[x, one], [y, other]] = [placeOf(a), placeOf(b)];
        if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
        if (x < y || x > y) return x < y ? -sign : sign;
        if (one !== other) return one < other ? -sign : sign;
        return sign * (ids[a]! - ids[b]!);
      });
      const from = Math.floor(share * given.length);
      const to = Math.min(given.length, from + size);
      assert.deepEqual(
        selectRange(docs, from, to, ordering, { idOf: (doc) => ids[doc]! }),
        sorted.slice(from, to),
      );
    }),
  );
});

test('a random order spreads ids evenly, whichever half they differ in', () => {
  for (const step of [1, 2 ** 33]) {
    const halves = Array.from({ length: 4000 }, (_, at) => hashOf(at * step, 5) < 2 ** 31);
    const low = halves.filter((half) => half).length;
    assert.ok(low > 1800 && low < 2200, `${low} of 4000 in the lower half`);
  }
  assert.notEqual(hashOf(1, 1), hashOf(1, 2));
});
