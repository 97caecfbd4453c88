// How creators are named: the same wherever a work is named.
import { type Html, html, joinHtml } from '../../../kit/html/index.ts';
import { text } from '../messages.ts';
import { pseudUrl } from '../urls.ts';
import type { Creator } from '../work.ts';

/** `ada`, or `moth (ada)` where the pseud says something else than the log-in name. */
export function creatorName(creator: Creator): string {
  return creator.name === creator.login ? creator.name : `${creator.name} (${creator.login})`;
}

/** Links to the creators, comma between, or “Anonymous”. */
export function byline(creators: readonly Creator[]): Html {
  if (creators.length === 0) return html`${text.anonymous()}`;
  const links = creators.map(
    (creator) => html`<a rel="author" href="${pseudUrl(creator)}">${creatorName(creator)}</a>`,
  );
  return joinHtml(links, ', ');
}

/** The same as plain text, for titles, downloads and feeds. */
export function bylineText(creators: readonly Creator[]): string {
  return creators.length === 0 ? text.anonymous() : creators.map(creatorName).join(', ');
}
