import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertRows } from './insert-rows.ts';

/** What each statement inserted, and `turn` where others had theirs. */
async function inserted(rows: readonly { id: number; words: string }[]): Promise<string[]> {
  const said: string[] = [];
  let isOver = false;
  const others = () => {
    if (isOver) return;
    said.push('turn');
    setImmediate(others);
  };
  const transaction = {
    insertInto: () => ({
      values: (some: { id: number }[]) => ({
        execute: async () => said.push(some.map(({ id }) => id).join('+')),
      }),
    }),
  };
  setImmediate(others);
  await insertRows(transaction as never, 'chapter_texts' as never, rows as never);
  isOver = true;
  return said;
}

test('short rows go in few statements at once', async () => {
  const rows = Array.from({ length: 301 }, (_, id) => ({ id, words: 'a' }));
  const said = await inserted(rows);
  assert.equal(said.length, 2);
  assert.match(said[0] ?? '', /^0\+1\+.*\+299$/);
  assert.equal(said[1], '300');
});

test('others have their turn between long rows, and a statement has a bound', async () => {
  const long = (id: number) => ({ id, words: 'a'.repeat(400_000) });
  const rows = [long(1), long(2), { id: 3, words: 'a' }, long(4)];
  assert.deepEqual(await inserted(rows), ['1', 'turn', '2+3', 'turn', '4', 'turn']);
});
