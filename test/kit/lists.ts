// What a visitor reads on a page that lists works.
import type { Visit } from './visitor.ts';

/** `2 Works in Tide` */
export function listHeading(page: Visit): string | undefined {
  return page.markup.all('h2')[0]?.text;
}

/** Titles in the order of the list. */
export function listTitles(page: Visit): (string | undefined)[] {
  return page.markup.withClass('blurb').map((blurb) => blurb.all('h4')[0]?.all('a')[0]?.text);
}
