import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SyntheticWork, syntheticWorks } from './synthetic-archive.ts';

const count = 4000;
const works = [...syntheticWorks({ count, seed: 3, lastDay: 20_000 })];
const types = ['fandoms', 'relationships', 'characters', 'freeforms'] as const;

function near(actual: number, expected: number, share: number): void {
  const off = Math.abs(actual - expected) / expected;
  assert.ok(off <= share, `${actual} is over ${share * 100} % from ${expected}`);
}

function mean(of: (work: SyntheticWork) => number): number {
  return works.reduce((sum, work) => sum + of(work), 0) / works.length;
}

test('the same count and seed give the same works, another seed gives others', () => {
  const drawn = (seed: number) => JSON.stringify([...syntheticWorks({ count: 50, seed })]);
  assert.equal(drawn(3), drawn(3));
  assert.notEqual(drawn(3), drawn(4));
  assert.equal([...syntheticWorks({ count: 0, seed: 3 })].length, 0);
});

test('works bear as many tags of each type as real ones do', () => {
  const expected = { fandoms: 1.46, relationships: 1.44, characters: 3.82, freeforms: 6.18 };
  for (const type of types)
    near(
      mean((work) => work[type].length),
      expected[type],
      0.08,
    );
});

test('words, hits and kudos have the quartiles of real works', () => {
  const middle = (of: (work: SyntheticWork) => number) =>
    works.map(of).sort((a, b) => a - b)[count / 2]!;
  near(
    middle((work) => work.words),
    1914,
    0.15,
  );
  near(
    middle((work) => work.hits),
    493,
    0.15,
  );
  near(
    middle((work) => work.kudos),
    45,
    0.15,
  );
  near(
    mean((work) => (work.chapters === 1 ? 1 : 0)),
    0.75,
    0.05,
  );
});

test('the largest fandom is number 0, on about 4 % of works', () => {
  near(
    mean((work) => (work.fandoms.includes(0) ? 1 : 0)),
    0.04,
    0.3,
  );
});

test('three freeforms in four are used once', () => {
  const uses = new Map<number, number>();
  for (const tag of works.flatMap((work) => work.freeforms)) {
    uses.set(tag, (uses.get(tag) ?? 0) + 1);
  }
  const once = [...uses.values()].filter((each) => each === 1).length;
  near(once / uses.size, 0.78, 0.06);
});

test('every work keeps the bounds: no tag twice, at most 75, a fandom and a warning', () => {
  for (const work of works) {
    const tags = types.flatMap((type) => work[type]);
    assert.ok(tags.length <= 75);
    for (const type of types) assert.equal(new Set(work[type]).size, work[type].length);
    assert.ok(work.fandoms.length >= 1 && work.warnings.length >= 1);
    assert.ok(work.rating >= 0 && work.rating <= 4 && work.words > 0 && work.chapters >= 1);
    assert.ok(work.expected === null || work.expected >= work.chapters);
    assert.ok(work.updatedDay >= work.postedDay && work.updatedDay <= 20_000);
  }
});

test('works come in the order in which they were posted', () => {
  for (let at = 1; at < count; at++) {
    assert.ok(works[at]!.postedDay >= works[at - 1]!.postedDay);
  }
});
