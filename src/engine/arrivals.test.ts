// Arrivals against a plain sorted list, few and many at a time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Arrivals } from './arrivals.ts';
import { comparePlaces, type Place } from './sort.ts';

const key = fc.oneof(fc.nat({ max: 9 }), fc.constantFrom(0.5, 3.5, Number.NaN));
const step = fc.record({
  gone: fc.array(fc.nat({ max: 120 }), { maxLength: 20, size: 'max' }),
  come: fc.array(key, { maxLength: 40, size: 'max' }),
});

test('arrivals stand as in a list that is sorted anew each time', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const textOf = (doc: number): string => `text ${(doc * 7) % 5}`;
      const arrivals = new Arrivals(textOf);
      let all: { doc: number; place: Place; at: number }[] = [];
      let next = 0;
      for (const { gone, come } of steps) {
        arrivals.remove(new Set(gone));
        all = all.filter(({ doc }) => !gone.includes(doc));
        const ahead = come.map((of) => {
          const doc = next++;
          const text = Number.isInteger(of) || Number.isNaN(of) ? null : textOf(doc);
          return { doc, place: { key: of, text, id: (doc * 31) % 127 }, at: doc % 3 };
        });
        ahead.sort((one, other) => comparePlaces(one.place, other.place, false));
        arrivals.insert(ahead);
        all.push(...ahead);
        all.sort((one, other) => comparePlaces(one.place, other.place, false));
        const held = Array.from({ length: arrivals.size }, (_, number) => ({
          doc: arrivals.docOf(number),
          place: arrivals.placeOf(number),
          at: arrivals.atOf(number),
        }));
        assert.deepEqual(held, all);
        const after = (place: Place): boolean => !(place.key < 4);
        const first = all.findIndex(({ place }) => after(place));
        const found = arrivals.firstWhere(0, all.length, after);
        assert.equal(found, first < 0 ? all.length : first);
      }
    }),
  );
});
