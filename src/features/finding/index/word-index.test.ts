import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { memoryWordIndex } from './word-index.ts';

test('works are found by every one of the words, and by whole words only', () => {
  const index = memoryWordIndex();
  index.put(7, ['slow', 'burn', 'slow']);
  index.put(2 ** 52, ['slow', 'tea']);
  assert.deepEqual([...index.find(['slow'])], [7, 2 ** 52]);
  assert.deepEqual([...index.find(['tea', 'slow'])], [2 ** 52]);
  assert.deepEqual([...index.find(['tea', 'burn'])], []);
  assert.deepEqual([...index.find(['slo'])], []);
  assert.deepEqual([...index.find([])], []);
});

test('after any puts and removals the index finds what a plain scan finds', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const act = fc.record({ id: fc.integer({ min: 1, max: 6 }), words: fc.option(fc.array(word)) });
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 60 }),
      fc.array(word, { minLength: 1 }),
      (acts, asked) => {
        const index = memoryWordIndex();
        const plain = new Map<number, readonly string[]>();
        for (const { id, words } of acts) {
          if (words === null) {
            index.remove(id);
            plain.delete(id);
          } else {
            index.put(id, words);
            plain.set(id, words);
          }
        }
        const wanted = [...plain].filter(([, words]) => asked.every((one) => words.includes(one)));
        assert.deepEqual([...index.find(asked)].sort(), wanted.map(([id]) => id).sort());
      },
    ),
  );
});

test('works that change over and over leave nothing behind that is found', () => {
  const index = memoryWordIndex();
  const words = Array.from({ length: 200 }, (_, at) => `word${at}`);
  for (let round = 0; round < 200; round++) {
    index.put(1, words);
    index.put(1, ['quiet']);
    index.put(2, words.slice(round));
  }
  assert.deepEqual([...index.find(['word7'])], []);
  assert.deepEqual([...index.find(['word199'])], [2]);
  assert.deepEqual([...index.find(['quiet'])], [1]);
});
