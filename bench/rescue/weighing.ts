// Fits the weights of plain words (logistic regression, each weight drawn towards nothing).

/** One place: its signs, and whether a paragraph ended there. */
export type Place = { readonly signs: readonly string[]; readonly ended: number };

/** Only signs that several books share, often: what one writer alone does is nobody's rule. */
export function sharedSigns(
  books: readonly (readonly Place[])[],
  leastBooks: number,
  leastTimes: number,
): Map<string, number> {
  const times = new Map<string, number>();
  const holders = new Map<string, number>();
  for (const book of books) {
    const seen = new Set<string>();
    for (const { signs } of book) {
      for (const sign of signs) {
        times.set(sign, (times.get(sign) ?? 0) + 1);
        seen.add(sign);
      }
    }
    for (const sign of seen) holders.set(sign, (holders.get(sign) ?? 0) + 1);
  }
  for (const sign of times.keys()) {
    const rare = (times.get(sign) ?? 0) < leastTimes || (holders.get(sign) ?? 0) < leastBooks;
    if (rare) times.delete(sign);
  }
  return times;
}

/** Weights of the shared signs; steps grow smaller where they have been taken often (AdaGrad). */
export function fitWeights(
  places: readonly Place[],
  times: ReadonlyMap<string, number>,
  pull: number,
  rounds: number,
): Map<string, number> {
  const weights = new Map<string, number>();
  const taken = new Map<string, number>();
  for (const sign of times.keys()) {
    weights.set(sign, 0);
    taken.set(sign, 1);
  }
  let start = 0;
  // A step that shares no factor with the count visits each place once, in a mixed order.
  const stride = 7_919;
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < places.length; turn += 1) {
      const place = places[(turn * stride) % places.length];
      if (place === undefined) continue;
      let sum = start;
      for (const sign of place.signs) sum += weights.get(sign) ?? 0;
      const wrong = place.ended - 1 / (1 + Math.exp(-sum));
      start += 0.01 * wrong;
      for (const sign of place.signs) {
        const weight = weights.get(sign);
        if (weight === undefined) continue;
        const slope = wrong - (pull * weight) / (times.get(sign) ?? 1);
        const steps = (taken.get(sign) ?? 1) + slope * slope;
        taken.set(sign, steps);
        weights.set(sign, weight + (0.1 * slope) / Math.sqrt(steps));
      }
    }
  }
  return weights;
}
