// The parts of the picture that could mislead.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decades, logScale, pictureOf, spread } from './log-chart.ts';

test('equal factors are equal steps', () => {
  const at = logScale([10, 1000], [0, 200]);
  assert.deepEqual([10, 100, 1000].map(at).map(Math.round), [0, 100, 200]);
});

test('an axis over one value is no division by nothing', () => {
  assert.equal(logScale([5, 5], [0, 200])(5), 0);
  assert.deepEqual(decades([10]), [10, 100]);
});

test('the powers of ten hold every value', () => {
  assert.deepEqual(decades([0.03, 4.2]), [0.01, 0.1, 1, 10]);
});

test('labels keep their order, their distance and the chart', () => {
  const places = spread([100, 98, 260, 261, 262], 15, 268);
  assert.deepEqual(places, [113, 98, 238, 253, 268]);
});

test('names are escaped, and the same lines give the same bytes', () => {
  const picture = {
    title: 'a < b & c',
    description: '',
    xTitle: 'works',
    xs: [1, 10],
    xLabel: String,
    charts: [
      {
        title: 'ms',
        unit: String,
        lines: [
          {
            name: 'p50',
            points: [
              [1, 2],
              [10, 3],
            ] as const,
          },
        ],
      },
    ],
  };
  const drawn = pictureOf(picture);
  assert.match(drawn, /a &lt; b &amp; c/);
  assert.match(drawn, />p50: 3</);
  assert.equal(drawn, pictureOf(picture));
});
