// Places in the order of their ranks, so that of very many only the first need a closer look.

/** Above every rank. */
export const ranksEnd = 512;

/** Highest ranks first; of equal ones as they came. */
export type Ranked = { readonly places: Uint32Array; readonly ranks: Uint16Array };

// Used again by each question: to be given so much anew takes longer than the work.
let wanted = new Uint32Array();
let ranks = new Uint16Array();

/** `rankOf`: below `ranksEnd`; negative: not wanted. Some 10 ns each. */
export function rankedPlaces(places: ArrayLike<number>, rankOf: (place: number) => number): Ranked {
  if (wanted.length < places.length) {
    wanted = new Uint32Array(places.length * 2);
    ranks = new Uint16Array(places.length * 2);
  }
  const ends = new Uint32Array(ranksEnd + 1);
  let size = 0;
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!;
    const rank = rankOf(place);
    if (rank < 0) continue;
    wanted[size] = place;
    ranks[size++] = rank;
    ends[rank]! += 1;
  }
  // Where each rank begins, by how many rank higher.
  for (let rank = ranksEnd - 1, before = 0; rank >= 0; rank--) {
    const own = ends[rank]!;
    ends[rank] = before;
    before += own;
  }
  const sorted = { places: new Uint32Array(size), ranks: new Uint16Array(size) };
  for (let at = 0; at < size; at++) {
    const to = ends[ranks[at]!]!++;
    sorted.places[to] = wanted[at]!;
    sorted.ranks[to] = ranks[at]!;
  }
  return sorted;
}
