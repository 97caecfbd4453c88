// What counters added, day by day, from the totals that were kept.
import type { WorkDaysTable } from './schema.ts';

/** What is counted, in the order in which it is shown. */
export const measures = ['hits', 'kudos', 'comments', 'bookmarks'] as const;
export type Measure = (typeof measures)[number];

export type Added = Readonly<Record<Measure, number>>;

/** What some days added to all counters together; `from` and `to` are inside. */
export type Stretch = { readonly from: number; readonly to: number; readonly added: Added };

/**
 * Cuts the days `from` to `to` into stretches of equal length, `most` at most, the last ends with
 * `to`. `rows` in order of work and day, with each work's last row before `from` if it has one. A
 * work without such a row began inside the span: all that it has counts as added there.
 */
export function growthOf(
  rows: readonly WorkDaysTable[],
  span: { readonly from: number; readonly to: number },
  most: number,
): Stretch[] {
  const days = span.to - span.from + 1;
  const length = Math.ceil(days / most);
  const count = Math.ceil(days / length);
  const first = span.to - count * length + 1;
  const sums = Array.from({ length: count }, (_, at) => ({
    from: Math.max(span.from, first + at * length),
    to: first + (at + 1) * length - 1,
    added: { hits: 0, kudos: 0, comments: 0, bookmarks: 0 },
  }));
  let before: WorkDaysTable | null = null;
  for (const row of rows) {
    const last: WorkDaysTable | null = before?.work_id === row.work_id ? before : null;
    before = row;
    const stretch = sums[Math.floor((row.day - first) / length)];
    if (row.day < span.from || stretch === undefined) continue;
    for (const measure of measures) stretch.added[measure] += row[measure] - (last?.[measure] ?? 0);
  }
  return sums;
}

/** All of them together. */
export function sumOf(counted: readonly Added[]): Added {
  const sum = { hits: 0, kudos: 0, comments: 0, bookmarks: 0 };
  for (const each of counted) for (const measure of measures) sum[measure] += each[measure];
  return sum;
}
