// Which of the possible breaks of a stretch are made.
import type { PossibleBreak } from './breaks.ts';

/**
 * The chance from which a break is made. Half of the F1 that is reached makes F1 largest; a little
 * less serves prose of our day, whose paragraphs are shorter than those the numbers were fitted to.
 */
export const breakFrom = 0.37;

/**
 * Words. A paragraph that is longer is broken at its likeliest place, whatever the chance, and a
 * line that is longer has lost its paragraphs: what was rescued is then left as it is.
 */
export const longestParagraph = 350;

/** The breaks that are made, in order. */
export function chooseBreaks(
  text: string,
  from: number,
  to: number,
  possible: readonly PossibleBreak[],
): PossibleBreak[] {
  const chosen = new Set(possible.filter(({ chance }) => chance >= breakFrom));
  let begun = from;
  let since: PossibleBreak[] = [];
  const close = (end: number) => {
    for (const each of split(text, begun, end, since)) chosen.add(each);
    since = [];
  };
  for (const each of possible) {
    if (chosen.has(each)) {
      close(each.at);
      begun = each.next;
    } else since.push(each);
  }
  close(to);
  return possible.filter((each) => chosen.has(each));
}

/** Places that cut a stretch into paragraphs of at most so many words, likeliest first. */
function split(
  text: string,
  from: number,
  to: number,
  places: readonly PossibleBreak[],
): PossibleBreak[] {
  const cut: PossibleBreak[] = [];
  const open = [{ from, to, low: 0, high: places.length }];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (part.high <= part.low || countSpaces(text, part.from, part.to) <= longestParagraph)
      continue;
    let best = part.low;
    for (let at = part.low; at < part.high; at += 1) {
      if (worth(places, at, part) > worth(places, best, part)) best = at;
    }
    const place = places[best];
    if (place === undefined) continue;
    cut.push(place);
    open.push({ from: part.from, to: place.at, low: part.low, high: best });
    open.push({ from: place.next, to: part.to, low: best + 1, high: part.high });
  }
  return cut;
}

/** Likely, and near the middle: a long text without any chance is not cut off in slices. */
function worth(
  places: readonly PossibleBreak[],
  at: number,
  { low, high }: { readonly low: number; readonly high: number },
): number {
  const share = (at - low + 1) / (high - low + 1);
  return (places[at]?.chance ?? 0) + 4 * share * (1 - share);
}

/** Words, near enough: spaces and one. */
export function countSpaces(text: string, from: number, to: number): number {
  let count = 1;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 10) count += 1;
  }
  return count;
}
