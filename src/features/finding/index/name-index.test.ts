import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TagId } from '../../../shared/ids.ts';
import { lookKey } from '../../../text/index.ts';
import type { Tag, TagType } from '../../tags/index.ts';
import { EdgeSet } from './edges.ts';
import { beginsSo, NameIndex } from './name-index.ts';
import { TagTable } from './tag-table.ts';

function tagOf(id: number, name: string, more: Partial<Tag> = {}): Tag {
  const sound = {
    type: 'freeform',
    status: 'unwrangled',
    synonymOf: null,
    shortWord: null,
  } as const;
  return { id: id as TagId, name, adult: false, sortOrder: 0, ...sound, ...more };
}

test('after any additions and renames names are found as by a plain scan', () => {
  const word = fc.constantFrom('a', 'ab', 'Abc', 'b', 'ba', '苔の子', 'zz', 'Ö-b', "a'b", '!!');
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const act = fc.record({ id: fc.integer({ min: 1, max: 2 ** 52 }), name });
  const question = fc.oneof(name, fc.constantFrom('a', 'b a', 'の', '子', '', 'q'));
  fc.assert(
    fc.property(fc.array(act), fc.array(act), question, (first, second, asked) => {
      const { table, index, names } = filled([]);
      const put = (acts: typeof first) => {
        for (const { id, name } of acts) {
          names.set(id as TagId, name);
          table.put(tagOf(id, name));
        }
      };
      put(first);
      check(table, index, names, lookKey(asked));
      put(second);
      put(second.slice(0, 2).map(({ id, name }) => ({ id, name: `${name} x` })));
      check(table, index, names, lookKey(asked));
    }),
  );
});

test('thousands of names are sorted, and those that come later merged in', () => {
  const start = Array.from({ length: 3000 }, (_, at) => `Tag number ${at}`);
  const { table, index, names } = filled(start);
  check(table, index, names, 'number 29');
  // The first of them by a new name.
  for (let at = 3000; at < 3700; at++) {
    names.set(at as TagId, `Tag number ${at}`);
    table.put(tagOf(at, `Tag number ${at}`));
  }
  check(table, index, names, 'number 36');
  check(table, index, names, 'tag number 3650');
  assert.equal(index.beginning('tag').size, 3699);
});

test('a packed tag comes back as it was put, whatever was put before and after', () => {
  const types: TagType[] = ['fandom', 'freeform', 'rating', 'media'];
  const put = fc.record({
    id: fc.integer({ min: 1, max: 12 }),
    name: fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom('Ärger', 'no'.repeat(3000), 'x y')),
    type: fc.constantFrom(...types),
    synonymOf: fc.option(fc.integer({ min: 1, max: 14 })),
    shortWord: fc.option(fc.constantFrom('teen', 'f/f')),
    adult: fc.boolean(),
    sortOrder: fc.nat({ max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(put, { maxLength: 30 }), (puts) => {
      const table = new TagTable();
      const known = new Map<number, Tag>();
      for (const { id, name, synonymOf, ...rest } of puts) {
        const status = synonymOf === null ? 'unwrangleable' : 'synonym';
        const tag = tagOf(id, name, { ...rest, status, synonymOf: synonymOf as TagId | null });
        known.set(id, tag);
        table.put(tag);
        table.bindSynonyms();
        for (const each of known.values()) {
          assert.deepEqual(table.get(each.id), { ...each, lookKey: lookKey(each.name) });
        }
        assert.equal(table.size, known.size);
        assert.deepEqual(new Set(table.keys()), new Set(known.keys()));
      }
    }),
  );
});

test('packed edges are those that were put, by whatever way', () => {
  const place = fc.nat({ max: 6 });
  const act = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), a: place, b: place }),
    fc.record({ kind: fc.constant('clear' as const), a: place, b: place }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place)), fc.array(act), (loaded, acts) => {
      const edges = new EdgeSet();
      edges.load(
        loaded.map(([above]) => above),
        loaded.map(([, below]) => below),
      );
      let plain = new Set(loaded.map(([above, below]) => `${above} ${below}`));
      for (const { kind, a, b } of acts) {
        if (kind === 'add') {
          edges.add(a, b);
          plain.add(`${a} ${b}`);
        } else {
          edges.clearAbove(b);
          plain = new Set([...plain].filter((pair) => !pair.endsWith(` ${b}`)));
        }
      }
      for (let at = 0; at <= 6; at++) {
        const below = [0, 1, 2, 3, 4, 5, 6].filter((each) => plain.has(`${at} ${each}`));
        const above = [0, 1, 2, 3, 4, 5, 6].filter((each) => plain.has(`${each} ${at}`));
        assert.deepEqual(edges.below(at).sort(), below);
        assert.deepEqual(edges.above(at).sort(), above);
      }
    }),
  );
});

function filled(start: readonly string[]) {
  const names = new Map<TagId, string>(start.map((name, at) => [(at + 1) as TagId, name]));
  const table = new TagTable();
  const index = new NameIndex(table);
  for (const [id, name] of names) table.put(tagOf(id, name));
  return { table, index, names };
}

function check(
  table: TagTable,
  index: NameIndex,
  names: ReadonlyMap<TagId, string>,
  asked: string,
): void {
  const scan = (fits: (key: string) => boolean) =>
    [...names].flatMap(([id, name]) => (fits(lookKey(name)) ? [id] : [])).sort();
  for (const [id, name] of names) assert.equal(table.get(id)?.lookKey, lookKey(name));
  if (asked !== '') {
    assert.deepEqual(
      [...index.named(asked)].sort(),
      scan((key) => key === asked),
    );
  }
  const begins = asked === '' ? [] : scan((key) => beginsSo(key, asked));
  assert.deepEqual([...index.beginning(asked)].sort(), begins);
  const whole = asked === '' ? [] : scan((key) => key.startsWith(asked));
  assert.deepEqual([...index.startingWith(asked, names.size)].sort(), whole);
}
