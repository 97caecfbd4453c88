// Whose name a synonym counts under: the end of the chain of terms that are put.

/** What is known of each term on the way. */
export type Chain = {
  /** What it was put as a synonym of; -1 if of none. */
  targetOf(term: number): number;
  isPut(term: number): boolean;
  idOf(term: number): number;
};

/** The term's canonical; of terms that point in a circle the one with the least id. */
export function canonicalBy(term: number, chain: Chain): number {
  const walked: number[] = [term];
  for (let at = term; ; ) {
    const next = chain.targetOf(at);
    if (next < 0 || !chain.isPut(at) || !chain.isPut(next)) return at;
    if (walked.includes(next)) return leastOfCircle(next, chain);
    walked.push(next);
    at = next;
  }
}

function leastOfCircle(start: number, chain: Chain): number {
  let least = start;
  for (let at = chain.targetOf(start); at !== start; at = chain.targetOf(at)) {
    if (chain.idOf(at) < chain.idOf(least)) least = at;
  }
  return least;
}
