// Whole numbers in as few bytes as hold them: see `packed/numbers.ts`.
import type { Packing } from '../packed/arrays.ts';
import { narrowBelow } from '../packed/numbers.ts';
import { inBlocks, plainBlock } from './blocks.ts';

/** Packs numbers from 0 that are all below `bound`. */
export function* writeNumbers(
  packing: Packing,
  name: string,
  numbers: ArrayLike<number>,
  bound: number,
): Generator<void> {
  const isNarrow = bound <= narrowBelow;
  const wide = packing.add(`${name}.wide`, Int32Array, isNarrow ? 0 : numbers.length);
  const low = packing.add(`${name}.low`, Uint16Array, isNarrow ? numbers.length : 0);
  const high = packing.add(`${name}.high`, Uint8Array, isNarrow ? numbers.length : 0);
  yield* inBlocks(numbers.length, plainBlock, (from, to) => {
    for (let place = from; place < to; place++) {
      const number = numbers[place]!;
      if (!isNarrow) wide[place] = number;
      else {
        low[place] = number;
        high[place] = number >>> 16;
      }
    }
  });
}
