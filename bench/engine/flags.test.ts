import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFlags } from './flags.ts';

test('numbers may have underscores, and sizes commas', () => {
  const { works, sizes } = readFlags(['--works', '1_000_000', '--sizes', '100,2000']);
  assert.equal(works, 1_000_000);
  assert.deepEqual(sizes, [100, 2000]);
  assert.deepEqual(readFlags(['--sizes=']).sizes, []);
});

test('what is no number and what is unknown is named', () => {
  assert.throws(() => readFlags(['--works', 'many']), /--works/);
  assert.throws(() => readFlags(['--sizes', '10,x']), /--sizes/);
  assert.throws(() => readFlags(['--fast']), /--fast/);
});
