// Which of two kinds something is, from what earlier ones of each kind had: naive Bayes over signs
// that are there or not. It has never heard of comments.

/** How many of each kind have a sign, or there are in all. */
export type Tally = { readonly good: number; readonly bad: number };

export type Score = {
  /** From 0, surely good, to 1; 0.5: nothing is known of its signs. */
  readonly score: number;
  /** The signs that speak most for bad, the strongest first, at most three. */
  readonly because: readonly string[];
};

/** One sign alone proves nothing: a word in every spam and no other text counts as this at most. */
const weightMost = 3;
/** As many signs as one text is judged by; a long text has thousands that mean nothing. */
const signsJudged = 15;
const reasonsNamed = 3;

/** Counts signs over samples; a sign counts once for each sample. */
export function tallySigns(
  samples: Iterable<{ readonly bad: boolean; readonly signs: ReadonlySet<string> }>,
): { readonly all: Tally; readonly signs: ReadonlyMap<string, Tally> } {
  const all = { good: 0, bad: 0 };
  const signs = new Map<string, { good: number; bad: number }>();
  for (const sample of samples) {
    const kind = sample.bad ? 'bad' : 'good';
    all[kind] += 1;
    for (const sign of sample.signs) {
      const tally = signs.get(sign) ?? { good: 0, bad: 0 };
      tally[kind] += 1;
      signs.set(sign, tally);
    }
  }
  return { all, signs };
}

/** How much a sign speaks for bad (above 0) or good (below), in natural logarithms of odds. */
export function weightOf(all: Tally, { good, bad }: Tally): number {
  const odds = Math.log((bad + 1) / (all.bad + 2)) - Math.log((good + 1) / (all.good + 2));
  return Math.max(-weightMost, Math.min(weightMost, odds));
}

/** Judges something by its signs; those without a tally say nothing. */
export function scoreOf(
  all: Tally,
  tallyOf: (sign: string) => Tally | undefined,
  signs: ReadonlySet<string>,
): Score {
  const known = [...signs].flatMap((sign) => {
    const tally = tallyOf(sign);
    return tally === undefined ? [] : [{ sign, weight: weightOf(all, tally) }];
  });
  // By name where they weigh the same: the order of the signs changes nothing.
  known.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.sign < b.sign ? -1 : 1));
  const judged = known.slice(0, signsJudged);
  const sum = judged.reduce((before, { weight }) => before + weight, 0);
  const because = judged.filter(({ weight }) => weight > 0).slice(0, reasonsNamed);
  return { score: 1 / (1 + Math.exp(-sum)), because: because.map(({ sign }) => sign) };
}
