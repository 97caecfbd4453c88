import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LikelyTags, standingApart, waysToSlip } from './likely-tags.ts';

test('the highest ranks are kept, in whatever order they come', () => {
  const ranks = fc.uniqueArray(fc.nat(5000), { maxLength: 400 });
  fc.assert(
    fc.property(ranks, fc.integer({ min: 1, max: 20 }), (all, most) => {
      const likely = new LikelyTags(most);
      for (const [place, rank] of all.entries()) {
        if (rank >= likely.least) likely.add({ place, matched: -1, rank });
      }
      const kept = likely.all().map(({ rank }) => rank);
      const best = all.toSorted((a, b) => b - a).slice(0, most);
      assert.deepEqual(
        kept.toSorted((a, b) => b - a),
        best,
      );
    }),
  );
});

test('slips are spread over words that are long enough, one or two of them', () => {
  const spread = (words: string[], slips: number) =>
    waysToSlip(words, slips).map((fits) => fits.map((fit) => fit.slips).join(''));
  assert.deepEqual(spread(['mary', 'm'], 0), ['00']);
  assert.deepEqual(spread(['mary', 'm'], 1), ['10']);
  assert.deepEqual(spread(['marsh', 'poole'], 2), ['11']);
  assert.deepEqual(spread(['beatrice', 'oda'], 2), ['20']);
  assert.deepEqual(spread(['苔の子と猫'], 1), []);
  assert.deepEqual(spread(['aaaa', 'bbbb', 'cccc', 'dddd', 'eeee'], 1), []);
});

test('two words typed are not found in one word of a name', () => {
  const apart = (typed: string, key: string, slips = 0) =>
    standingApart(typed.split(' ').map((word) => ({ word, slips, isBeginning: true })))(key);
  assert.equal(apart('mary m', 'mary poole'), false);
  assert.equal(apart('m mary', 'mary marsh'), true);
  assert.equal(apart('mary mars', 'odile marsh', 1), false);
});
