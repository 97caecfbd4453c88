import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvOf, readCsv } from './index.ts';

test('a cell that a spreadsheet would calculate is text, and quotes are doubled', () => {
  assert.equal(
    csvOf([
      ['=1+1', 'a "b", c', -3],
      ['\t@x', 'ok', 1],
    ]),
    `'=1+1,"a ""b"", c",-3\r\n'\t@x,ok,1\r\n`,
  );
});

test('what was written is read back, whatever stands in a cell', () => {
  const sign = fc.constantFrom(...['a', '"', ',', '\r', '\n', "'", '=', '-', '@', ' ', '\t', 'é']);
  const cell = fc.oneof(
    fc.string(),
    fc.array(sign, { maxLength: 8 }).map((all) => all.join('')),
  );
  const row = fc.array(cell, { minLength: 1, maxLength: 5 });
  const table = fc.array(row.filter((cells) => cells.some((value) => value !== '')));
  fc.assert(
    fc.property(table, (rows) => {
      assert.deepEqual(readCsv(csvOf(rows), rows.length + 1), rows);
    }),
    { numRuns: 500 },
  );
});

test('other line ends, a mark before the first cell and slips are read', () => {
  assert.deepEqual(readCsv('\ufeffa,b\n"c"d,\n\n,e\r"open,', 9), [
    ['a', 'b'],
    ['cd', ''],
    ['', 'e'],
    ['open,'],
  ]);
  assert.deepEqual(readCsv('a\nb\nc', 2), [['a'], ['b']]);
});
