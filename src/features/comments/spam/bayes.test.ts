import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { scoreOf, tallySigns, weightOf } from './bayes.ts';

const sign = fc.constantFrom('lamp', 'tea', 'shop', 'cat', 'sea', 'buy');
const sample = fc.record({
  bad: fc.boolean(),
  signs: fc.array(sign, { maxLength: 5 }).map((all) => new Set(all)),
});
const samples = fc.array(sample, { maxLength: 30 });
const signs = fc.array(sign, { maxLength: 6 });

function judge(learnt: ReturnType<typeof tallySigns>, asked: Iterable<string>) {
  return scoreOf(learnt.all, (one) => learnt.signs.get(one), new Set(asked));
}

const near = (one: number, other: number) => Math.abs(one - other) < 1e-9;

describe('a learnt score', () => {
  it('lies between 0 and 1, and is 0.5 of what nothing is known of', () => {
    fc.assert(
      fc.property(samples, signs, (learnt, asked) => {
        const { score, because } = judge(tallySigns(learnt), asked);
        assert.ok(score >= 0 && score <= 1);
        assert.ok(because.length <= 3 && because.every((one) => asked.includes(one as 'lamp')));
      }),
    );
    assert.equal(judge(tallySigns([]), ['never seen']).score, 0.5);
  });

  it('does not hang on the order of signs or samples', () => {
    fc.assert(
      fc.property(samples, signs, (learnt, asked) => {
        const there = judge(tallySigns(learnt), asked);
        const back = judge(tallySigns(learnt.toReversed()), asked.toReversed());
        assert.ok(near(there.score, back.score));
        assert.deepEqual(there.because, back.because);
      }),
    );
  });

  it('is the opposite when good and bad change places', () => {
    fc.assert(
      fc.property(samples, signs, (learnt, asked) => {
        const other = learnt.map((one) => ({ ...one, bad: !one.bad }));
        const [here, there] = [judge(tallySigns(learnt), asked), judge(tallySigns(other), asked)];
        assert.ok(near(here.score, 1 - there.score));
      }),
    );
  });

  it('never falls for a sign by one more bad sample that has it', () => {
    fc.assert(
      fc.property(samples, sign, (learnt, one) => {
        const weight = (all: typeof learnt) => {
          const tally = tallySigns(all);
          return weightOf(tally.all, tally.signs.get(one) ?? { good: 0, bad: 0 });
        };
        const more = [...learnt, { bad: true, signs: new Set([one]) }];
        assert.ok(weight(more) >= weight(learnt));
      }),
    );
  });

  it('tells a shop from a reader', () => {
    const learnt = tallySigns([
      ...Array.from({ length: 10 }, () => ({ bad: true, signs: new Set(['buy', 'lamp']) })),
      ...Array.from({ length: 10 }, () => ({ bad: false, signs: new Set(['cat', 'lamp']) })),
    ]);
    const shop = judge(learnt, ['buy', 'lamp']);
    assert.ok(shop.score > 0.9, String(shop.score));
    assert.deepEqual(shop.because, ['buy']);
    assert.ok(judge(learnt, ['cat', 'lamp']).score < 0.1);
  });
});
