// Long loops in blocks, between which others may go: packing answers no one for milliseconds only.

// The first block is so much shorter, each of the next twice as long: what has not been run for
// some time is compiled meanwhile.
const startShare = 64;

/** Calls `run` for one block of numbers below `size` after the other; yields between two. */
export function* inBlocks(
  size: number,
  block: number,
  run: (from: number, to: number) => void,
): Generator<void> {
  let length = block / startShare;
  for (let from = 0; from < size; from += length) {
    if (from > 0) {
      yield;
      length = Math.min(block, length * 2);
    }
    run(from, Math.min(size, from + length));
  }
}

/** Terms or documents of which each is a few steps: some milliseconds. */
export const plainBlock = 2 ** 17;
/** Those for which memory is read out of order. */
export const scatteredBlock = 2 ** 15;
/** Documents whose terms are all looked at. */
export const listedBlock = 2 ** 11;
