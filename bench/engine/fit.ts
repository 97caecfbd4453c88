// How close the synthetic archive comes to the works it is fitted to.

import { type SyntheticWork, syntheticWorks } from '../../src/shared/synthetic-archive.ts';
import { print, printTable } from '../machine.ts';

const types = ['fandoms', 'relationships', 'characters', 'freeforms'] as const;
type Type = (typeof types)[number];

// The 10,324 works of one fandom: mean per work, share of tags used once.
const measured: Record<Type, readonly [number, number]> = {
  fandoms: [1.46, 0.66],
  relationships: [1.44, 0.73],
  characters: [3.82, 0.71],
  freeforms: [6.18, 0.785],
};
const quantiles = {
  words: [296, 1914, 14_114, 73_015],
  kudos: [7, 45, 198, 643],
  hits: [103, 493, 2089, 7870],
  chapters: [1, 1, 6, 26],
} as const;

/** Beside each measured figure, in brackets, stands that of the real works. Holds them all. */
export function printFit(count: number): void {
  const works = [...syntheticWorks({ count, seed: 1 })];
  printTags(works);
  printSizes(works);
}

function printTags(works: readonly SyntheticWork[]): void {
  const largest = works.filter((work) => work.fandoms[0] === 0);
  print(`${works.length} works; ${largest.length} have the largest fandom first`);
  const rows = types.map((type) => {
    const all = usesOf(works, type);
    const inside = usesOf(largest, type);
    const [mean, once] = measured[type];
    return [
      type,
      `${all.mean.toFixed(2)} (${mean})`,
      `${all.once.toFixed(3)} (${once})`,
      inside.once.toFixed(3),
      `${(all.top * 100).toFixed(1)} %`,
    ];
  });
  printTable(['', 'per work', 'used once', 'in the largest', 'top tag on'], rows);
  const fixed = (work: SyntheticWork): number => 1 + work.warnings.length + work.categories.length;
  const tags = works.map((work) =>
    types.reduce((sum, type) => sum + work[type].length, fixed(work)),
  );
  print(`tags in all: ${(tags.reduce((sum, n) => sum + n, 0) / tags.length).toFixed(2)} (15.2)`);
}

function printSizes(works: readonly SyntheticWork[]): void {
  for (const [column, expected] of Object.entries(quantiles)) {
    const values = works
      .map((work) => work[column as keyof typeof quantiles])
      .sort((a, b) => a - b);
    const at = [0.1, 0.5, 0.9, 0.99].map((share) => values[Math.floor(share * values.length)]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const found = `${at.join(' / ')} (${expected.join(' / ')})`;
    print(`${column.padEnd(10)} 10/50/90/99 %: ${found}, mean ${mean.toFixed(1)}`);
  }
  const single = works.filter((work) => work.chapters === 1).length / works.length;
  print(`one chapter: ${(single * 100).toFixed(1)} % (75 %)`);
}

function usesOf(
  of: readonly SyntheticWork[],
  type: Type,
): { mean: number; once: number; top: number } {
  const uses = new Map<number, number>();
  for (const work of of) for (const tag of work[type]) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  const counts = [...uses.values()];
  return {
    mean: counts.reduce((sum, count) => sum + count, 0) / of.length,
    once: counts.filter((count) => count === 1).length / counts.length,
    top: counts.reduce((most, count) => Math.max(most, count), 0) / of.length,
  };
}
