// Which of the most used canonicals are bundled: those sets of them that save the most cells.
import type { Packing } from '../packed/arrays.ts';
import { bundlesMost } from '../packed/bundles.ts';
import { inBlocks, plainBlock } from './blocks.ts';
import { sortInSlices } from './sort-in-slices.ts';

/** In the place of a mask that is no bundle. */
export const noBundle = 0xffffffff;

// Beyond so many different masks none is taken to come again.
const masksMost = 2 ** 20;
const lookedAtOnce = 2 ** 13;

/** Packs the bundles; puts the place of its bundle, or `noBundle`, where the mask was. */
export function* chooseBundles(masks: Uint32Array, packing: Packing): Generator<void> {
  const borne = new Map<number, number>();
  yield* inBlocks(masks.length, plainBlock / 4, (from, to) => {
    for (let at = from; at < to; at++) {
      const mask = masks[at]!;
      const times = borne.get(mask);
      if (times !== undefined) borne.set(mask, times + 1);
      else if (borne.size < masksMost) borne.set(mask, 1);
    }
  });
  const chosen = (yield* mostSaving(borne)).slice(0, bundlesMost);
  const bundles = packing.add('bundles', Uint32Array, chosen.length);
  const places = new Map(chosen.map(({ mask }, place) => [mask, place]));
  for (const [mask, place] of places) bundles[place] = mask;
  yield* inBlocks(masks.length, plainBlock / 4, (from, to) => {
    for (let at = from; at < to; at++) masks[at] = places.get(masks[at]!) ?? noBundle;
  });
}

type Saving = { readonly mask: number; readonly saved: number };

function* mostSaving(borne: ReadonlyMap<number, number>): Generator<void, Saving[]> {
  const all: Saving[] = [];
  let since = 0;
  for (const [mask, times] of borne) {
    const saved = savedBy(mask) * times;
    if (saved > 0) all.push({ mask, saved });
    since += 1;
    if (since % lookedAtOnce === 0) yield;
  }
  return yield* sortInSlices(all, (one, other) => other.saved - one.saved || one.mask - other.mask);
}

/** Cells that a bundle of the mask takes the place of, beyond its own. */
export function savedBy(mask: number): number {
  let saved = -1;
  for (let rest = mask; rest !== 0; rest &= rest - 1) saved += 1;
  return saved;
}
