// How many slips of the fingers part two words: a sign left out, put in, changed, or changed places
// with its neighbour, each one slip.

// Words are cut to this many signs: a slip in the rest is none.
const lengthMax = 64;

const rowLength = lengthMax + 1;
let beforeLast = new Uint8Array(rowLength);
let last = new Uint8Array(rowLength);
let row = new Uint8Array(rowLength);

/** Slips that people make in a word of so many letters and still mean it. */
export function slipsAllowed(letters: number): number {
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}

/** Slips between the words; `most + 1` where there are more than `most`. */
export function slipsBetween(typed: string, word: string, most: number): number {
  return distance(typed, word, most, false);
}

/** The fewest slips between what is typed and any beginning of the word; at most `most + 1`. */
export function slipsToBeginning(typed: string, word: string, most: number): number {
  return distance(typed, word, most, true);
}

function distance(typed: string, word: string, most: number, isBeginning: boolean): number {
  const length = Math.min(typed.length, lengthMax);
  // Of a longer word no more than this can take part.
  const wordLength = Math.min(word.length, isBeginning ? length + most : lengthMax);
  if (length - wordLength > most || (!isBeginning && wordLength - length > most)) return most + 1;
  for (let at = 0; at <= length; at++) last[at] = at;
  let best = isBeginning ? length : most + 1;
  for (let at = 1; at <= wordLength; at++) {
    const fewest = nextRow(typed, word, at, length);
    if (isBeginning && row[length]! < best) best = row[length]!;
    [beforeLast, last, row] = [last, row, beforeLast];
    if (fewest > most) return Math.min(best, most + 1);
  }
  return Math.min(isBeginning ? best : last[length]!, most + 1);
}

/** Fills `row` with the slips from each beginning of `typed` to `at` signs of the word. */
function nextRow(typed: string, word: string, at: number, length: number): number {
  const sign = word.charCodeAt(at - 1);
  const before = at > 1 ? word.charCodeAt(at - 2) : -1;
  row[0] = at;
  let fewest = at;
  for (let to = 1; to <= length; to++) {
    const own = typed.charCodeAt(to - 1);
    let slips = Math.min(last[to]! + 1, row[to - 1]! + 1, last[to - 1]! + (own === sign ? 0 : 1));
    if (to > 1 && own === before && typed.charCodeAt(to - 2) === sign) {
      slips = Math.min(slips, beforeLast[to - 2]! + 1);
    }
    row[to] = slips;
    if (slips < fewest) fewest = slips;
  }
  return fewest;
}
