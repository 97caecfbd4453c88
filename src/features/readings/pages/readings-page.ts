// What a member has opened and marked, and what they want of their history.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { Page } from '../../../web/document.ts';
import type { ReadingPart } from '../list.ts';
import { readingParts } from '../list.ts';
import { text } from '../messages.ts';
import { readingsUrl } from '../urls.ts';

/** `body`: the list with the filters beside it. */
export function readingsPage(body: Html): Page {
  return {
    title: text.title(),
    mainClass: 'readings-index dashboard filtered region',
    indexable: false,
    styles: ['finding', 'bookmarks'],
    body,
  };
}

/** Follows the count in the heading. */
export const listedIn: Html = html`${text.inMine()}`;

/** Items that lead to the parts of the list. */
export function partItems(login: string, shown: ReadingPart): Html {
  return html`${readingParts.map((part) => {
    const href = part === 'all' ? readingsUrl(login) : `${readingsUrl(login)}?show=${part}`;
    const current = part === shown ? html` aria-current="page"` : nothing;
    return html`<li><a href="${href}"${current}>${labelOf(part)}</a></li>
`;
  })}`;
}

function labelOf(part: ReadingPart): string {
  if (part === 'all') return text.all();
  return part === 'opened' ? text.opened() : text[`state-${part}`]();
}
