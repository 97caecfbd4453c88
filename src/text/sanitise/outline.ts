// Headings. The page has one h1, and a chapter's own title is an h3: what people type begins at
// h4, in the order of rank they gave it, and no rank is skipped.
import { type Element, elementsOf } from './output-tree.ts';

/** The rank of the first heading in a text. */
export const firstRank = 4;
const lastRank = 6;

/** Gives every heading its rank. Ranks given once are given the same again. */
export function outlineHeadings(root: Element): void {
  const open: number[] = [];
  for (const element of elementsOf(root)) {
    if (!/^h[1-6]$/.test(element.name)) continue;
    const typed = Number(element.name[1]);
    while (open.length > 0 && open[open.length - 1]! >= typed) open.pop();
    open.push(typed);
    element.name = `h${Math.min(firstRank - 1 + open.length, lastRank)}`;
  }
}
