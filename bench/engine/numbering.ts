// Outside ids of the bench's works and terms: random-looking decimals below 2^53, as the archive's
// are, yet made from a place and turned back into it, so that nothing has to remember them.

const lowBits = 26;
const low = 2 ** lowBits;
const lowMask = low - 1;
const highMask = 2 ** (53 - lowBits) - 1;
const rounds = 4;

/** One to one from the whole numbers below 2^53 to themselves; another key, another order. */
export function idAt(place: number, key: number): number {
  let high = Math.floor(place / low);
  let rest = place % low;
  for (let round = 0; round < rounds; round++) {
    high = (high ^ mixed(rest, key + round)) & highMask;
    rest = (rest ^ mixed(high, key - round)) & lowMask;
  }
  return high * low + rest;
}

/** The place whose id it is. */
export function placeOf(id: number, key: number): number {
  let high = Math.floor(id / low);
  let rest = id % low;
  for (let round = rounds - 1; round >= 0; round--) {
    rest = (rest ^ mixed(high, key - round)) & lowMask;
    high = (high ^ mixed(rest, key + round)) & highMask;
  }
  return high * low + rest;
}

/** From 0 up to 1, by a place and a key: a draw that can be made again out of order. */
export function drawAt(place: number, key: number): number {
  return (mixed(place, key) >>> 0) / 2 ** 32;
}

// The murmur3 finaliser.
function mixed(value: number, key: number): number {
  let bits = (value ^ Math.imul(key, 0x9e3779b9)) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
