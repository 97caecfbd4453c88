// Places in the order of their ranks, so that of very many only the first need a closer look.

/** Above every rank. */
export const ranksEnd = 512;

/** Highest ranks first; of equal ones as they came. Good until the next are ranked. */
export type Ranked = { readonly places: Uint32Array; readonly ranks: Uint16Array };

// Used again by each question: to be given so much anew takes longer than the work.
let wanted = { places: new Uint32Array(), ranks: new Uint16Array() };
let sorted = wanted;

/** `rankOf`: below `ranksEnd`; negative: not wanted. Some 10 ns each. */
export function rankedPlaces(places: ArrayLike<number>, rankOf: (place: number) => number): Ranked {
  if (wanted.places.length < places.length) {
    wanted = roomFor(places.length * 2);
    sorted = roomFor(places.length * 2);
  }
  const ends = new Uint32Array(ranksEnd + 1);
  let size = 0;
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!;
    const rank = rankOf(place);
    if (rank < 0) continue;
    wanted.places[size] = place;
    wanted.ranks[size++] = rank;
    ends[rank]! += 1;
  }
  // Where each rank begins, by how many rank higher.
  for (let rank = ranksEnd - 1, before = 0; rank >= 0; rank--) {
    const own = ends[rank]!;
    ends[rank] = before;
    before += own;
  }
  for (let at = 0; at < size; at++) {
    const to = ends[wanted.ranks[at]!]!++;
    sorted.places[to] = wanted.places[at]!;
    sorted.ranks[to] = wanted.ranks[at]!;
  }
  return { places: sorted.places.subarray(0, size), ranks: sorted.ranks.subarray(0, size) };
}

function roomFor(size: number) {
  return { places: new Uint32Array(size), ranks: new Uint16Array(size) };
}
