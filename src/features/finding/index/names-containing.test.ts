// Names found by words inside them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TagId } from '../../../shared/ids.ts';
import { lookKey } from '../../../text/index.ts';
import { NameIndex } from './name-index.ts';
import { TagTable } from './tag-table.ts';

function indexOf(names: readonly string[]): NameIndex {
  const table = new TagTable();
  names.forEach((name, at) => {
    table.put({
      id: (at + 1) as TagId,
      type: 'freeform',
      name,
      status: 'canonical',
      synonymOf: null,
      shortWord: null,
      adult: false,
      sortOrder: 0,
    });
  });
  return new NameIndex(table);
}

test('words side by side are found as by a plain scan', () => {
  const word = fc.constantFrom(
    'a',
    'ab',
    'abc',
    'b',
    'É',
    'a very very very long word',
    "o'b",
    'x-y',
  );
  const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(
      fc.array(phrase, { maxLength: 30 }),
      phrase,
      fc.boolean(),
      (names, typed, goesOn) => {
        const key = lookKey(typed);
        const end = goesOn ? '' : ' ';
        const expected = names.flatMap((name, at) =>
          ` ${lookKey(name)} `.includes(` ${key}${end}`) ? [at + 1] : [],
        );
        assert.deepEqual([...indexOf(names).containing(key, goesOn)].sort(byNumber), expected);
      },
    ),
  );
});

test('names that begin so are found as by a plain scan, up to a bound', () => {
  const word = fc.constantFrom('a', 'ab', 'abc', 'b', 'の子', 'x-y');
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(
      fc.array(phrase, { maxLength: 30 }),
      phrase,
      fc.boolean(),
      (names, typed, whole) => {
        const start = `${lookKey(typed)}${whole ? ' ' : ''}`;
        const expected = names.flatMap((name, at) =>
          lookKey(name).startsWith(start) ? [at + 1] : [],
        );
        assert.deepEqual([...indexOf(names).startingWith(start, 100)].sort(byNumber), expected);
        assert.equal(indexOf(names).startingWith(start, 1).size, Math.min(1, expected.length));
      },
    ),
  );
});

test('scripts without spaces are found by any part', () => {
  const index = indexOf(['苔の子', '苔', 'の子']);
  assert.deepEqual([...index.containing('の子', false)].sort(byNumber), [1, 3]);
  assert.deepEqual([...index.containing('', false)], []);
});

test('a word that is mistyped or cut short is near, others must stand', () => {
  const index = indexOf(['Slow Burn', 'Slow Bus', 'Fast Burn', 'Lighthouse Keepers']);
  const near = (typed: string) => [...index.near(lookKey(typed))].sort(byNumber);
  assert.deepEqual(near('slow'), [1, 2]);
  assert.deepEqual(near('slow brun'), [1]);
  assert.deepEqual(near('lihgthouse'), [4]);
  assert.deepEqual(near('burn of the evening'), []);
  assert.deepEqual(near('zebra'), []);
});

function byNumber(a: number, b: number): number {
  return a - b;
}
