// Sorting what only a comparison can order, without holding anybody up: short runs, then merges.

// A comparison may be one of texts: some milliseconds.
const sortedAtOnce = 2 ** 10;
const mergedAtOnce = 2 ** 13;

/** The items in order, in slices; items that are equal keep their order. `items` is used up. */
export function* sortInSlices<Item>(
  items: Item[],
  compare: (one: Item, other: Item) => number,
): Generator<void, Item[]> {
  const { length } = items;
  for (let at = 0; at < length; at += sortedAtOnce) {
    const run = items.slice(at, at + sortedAtOnce).sort(compare);
    for (let place = 0; place < run.length; place++) items[at + place] = run[place]!;
    yield;
  }
  let from = items;
  let into: Item[] = [];
  for (let run = sortedAtOnce; run < length; run *= 2) {
    for (let at = 0; at < length; at += run * 2) yield* merge(from, at, run, compare, into);
    [from, into] = [into, from];
    into.length = 0;
  }
  return from;
}

// Appends two runs, one behind the other, as one.
function* merge<Item>(
  from: readonly Item[],
  start: number,
  run: number,
  compare: (one: Item, other: Item) => number,
  into: Item[],
): Generator<void> {
  let left = start;
  const middle = Math.min(from.length, start + run);
  let right = middle;
  const end = Math.min(from.length, middle + run);
  while (left < middle || right < end) {
    const takesLeft = left < middle && (right === end || compare(from[left]!, from[right]!) <= 0);
    into.push(from[takesLeft ? left++ : right++]!);
    if (into.length % mergedAtOnce === 0) yield;
  }
}
