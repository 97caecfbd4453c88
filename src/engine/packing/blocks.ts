// Long loops in blocks, between which others may go: packing answers no one for milliseconds only.

/** Calls `run` for one block of numbers below `size` after the other; yields between two. */
export function* inBlocks(
  size: number,
  block: number,
  run: (from: number, to: number) => void,
): Generator<void> {
  for (let from = 0; from < size; from += block) {
    if (from > 0) yield;
    run(from, Math.min(size, from + block));
  }
}

/** Terms or documents of which each is a few steps: some milliseconds. */
export const plainBlock = 2 ** 17;
/** Those for which memory is read out of order. */
export const scatteredBlock = 2 ** 15;
/** Documents whose terms are all looked at. */
export const listedBlock = 2 ** 12;
