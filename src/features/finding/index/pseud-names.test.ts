import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PseudId, UserId } from '../../../shared/ids.ts';
import { PseudNames } from './pseud-names.ts';
import { CellBytes, decodedCells } from './saved-cells.ts';

type Plain = Map<PseudId, readonly [UserId, string, string]>;

const keys = ['', 'ada', 'ben', 'öl', '灯', 'a', 'ada b'];

function named(plain: Plain, key: string): PseudId[] {
  const found = [...plain].filter(([, [, ...names]]) => names.includes(key));
  return found.map(([id]) => id).sort((a, b) => a - b);
}

function isLike(pseuds: PseudNames, plain: Plain): void {
  const all = [...plain].sort(([first], [second]) => first - second);
  assert.deepEqual(
    [...pseuds.listed()],
    all.map(([id, rest]) => [id, ...rest]),
  );
  for (const [id, [userId]] of all) assert.equal(pseuds.userOf(id), userId);
  assert.equal(pseuds.userOf(2 as PseudId), undefined);
  for (const key of [...keys, 'nobody', 'name 77']) {
    assert.deepEqual(
      pseuds.named(key).sort((a, b) => a - b),
      named(plain, key),
    );
  }
}

function loaded(pseuds: PseudNames): PseudNames {
  const pieces = Array.from(new CellBytes(pseuds.cells()).pieces(), (piece) => piece.slice());
  const again = new PseudNames();
  for (const _ of again.restore(decodedCells(new Uint8Array(Buffer.concat(pieces)))));
  return again;
}

/** So many that they are packed, and more, over and over. */
function many(pseuds: PseudNames, plain: Plain, count: number): void {
  for (let at = 0; at < count; at++) {
    const id = (2 ** 40 + ((at * 7919) % count)) as PseudId;
    const names = [`name ${at % 100}`, `log-in ${at}`] as const;
    pseuds.put(id, at as UserId, names);
    plain.set(id, [at as UserId, ...names]);
  }
}

test('pseuds are found by id and by either name, as a plain map has them', () => {
  const pseud = fc.record({
    id: fc.nat({ max: 30 }).map((id) => (id * 2 ** 44 + 1) as PseudId),
    userId: fc.nat({ max: 9 }).map((id) => id as UserId),
    name: fc.constantFrom(...keys),
    login: fc.constantFrom(...keys),
  });
  const packed = new PseudNames();
  const [plainPacked, start]: Plain[] = [new Map(), new Map()];
  many(packed, start!, 100);
  for (const _ of packed.packing());
  many(packed, start!, 5000);
  fc.assert(
    fc.property(fc.array(pseud), fc.boolean(), (some, onPacked) => {
      const pseuds = onPacked ? loaded(packed) : new PseudNames();
      const plain: Plain = new Map(onPacked ? start : plainPacked);
      for (const { id, userId, name, login } of some) {
        const before = plain.get(id);
        const isSame = before !== undefined && before[1] === name && before[2] === login;
        pseuds.put(id, userId, [name, login]);
        // Whose a pseud is never changes.
        if (!isSame) plain.set(id, [userId, name, login]);
      }
      isLike(pseuds, plain);
      isLike(loaded(pseuds), plain);
    }),
    { numRuns: 20 },
  );
});

test('pseuds that come while others are saved are not among those', () => {
  const pseuds = new PseudNames();
  const plain: Plain = new Map();
  many(pseuds, plain, 4500);
  for (const _ of pseuds.packing());
  const before: Plain = new Map(plain);
  const pieces: Uint8Array[] = [];
  for (const piece of new CellBytes(pseuds.cells()).pieces()) {
    pieces.push(piece.slice());
    if (pieces.length === 2) many(pseuds, plain, 9000);
  }
  const again = new PseudNames();
  for (const _ of again.restore(decodedCells(new Uint8Array(Buffer.concat(pieces)))));
  isLike(again, before);
  isLike(pseuds, plain);
});
