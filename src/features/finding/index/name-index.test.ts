import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TagId } from '../../../shared/ids.ts';
import { beginsSo, NameIndex } from './name-index.ts';

test('after any additions and renames names are found as by a plain scan', () => {
  const word = fc.constantFrom('a', 'ab', 'abc', 'b', 'ba', '苔の子', 'zz');
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const act = fc.record({ id: fc.integer({ min: 1, max: 2 ** 52 }), name });
  const question = fc.oneof(name, fc.constantFrom('a', 'b a', 'の', '子', '', 'q'));
  fc.assert(
    fc.property(fc.array(act), fc.array(act), question, (first, second, asked) => {
      const { index, keys } = filled([]);
      const put = (acts: typeof first) => {
        for (const { id, name: key } of acts) {
          const isNew = !keys.has(id as TagId);
          keys.set(id as TagId, key);
          if (isNew) index.add(id as TagId);
          else index.renamed();
        }
      };
      put(first);
      check(index, keys, asked);
      put(second);
      check(index, keys, asked);
    }),
  );
});

test('thousands of names are sorted, and those that come later merged in', () => {
  const names = Array.from({ length: 3000 }, (_, at) => `tag number ${at}`);
  const { index, keys } = filled(names);
  check(index, keys, 'number 29');
  for (let at = 3000; at < 3700; at++) {
    keys.set(at as TagId, `tag number ${at}`);
    index.add(at as TagId);
  }
  check(index, keys, 'number 36');
  check(index, keys, 'tag number 3650');
  assert.equal(index.beginning('tag').size, 3700);
});

function filled(names: readonly string[]) {
  const keys = new Map<TagId, string>(names.map((name, at) => [at as TagId, name]));
  const index = new NameIndex((id) => keys.get(id) ?? '');
  for (const id of keys.keys()) index.add(id);
  return { index, keys };
}

function check(index: NameIndex, keys: ReadonlyMap<TagId, string>, asked: string): void {
  const scan = (fits: (key: string) => boolean) =>
    [...keys].flatMap(([id, key]) => (fits(key) ? [id] : [])).sort();
  assert.deepEqual(
    [...index.named(asked)].sort(),
    scan((key) => key === asked),
  );
  const begins = asked === '' ? [] : scan((key) => beginsSo(key, asked));
  assert.deepEqual([...index.beginning(asked)].sort(), begins);
}
