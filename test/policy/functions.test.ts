import assert from 'node:assert/strict';
import { test } from 'node:test';
import { functionsOf } from './functions.ts';
import { scan } from './scanner.ts';

test('functions, methods and arrows are found with their lines', () => {
  const text = [
    'export async function a(b: { c: number }): Promise<Map<string, number>> {',
    '  if (b.c) {',
    '    return d;',
    '  }',
    '}',
    'class E {',
    '  f(g = {}) { return g; }',
    '}',
    'const h = (i) => {',
    '};',
    'const j = { k: 1 };',
    'type L = { m: number };',
  ].join('\n');
  const found = functionsOf({ path: 'a.ts', text, scan: scan(text) });
  assert.deepEqual(
    found.map(({ line, lines }) => [line, lines]).sort(([a = 0], [b = 0]) => a - b),
    [
      [1, 5],
      [7, 1],
      [9, 2],
    ],
  );
});
