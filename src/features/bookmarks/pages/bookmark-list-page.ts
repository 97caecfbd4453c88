// Lists of bookmarks: a person’s, those of one thing, everybody’s recommendations.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { numberText, type Pages, pager } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { bookmarksPerPage } from '../limits.ts';
import { text } from '../messages.ts';
import type { ShownBookmark } from '../read.ts';
import { newBookmarkUrl } from '../urls.ts';
import { bookmarkItem } from './bookmark-item.ts';

/** `by ada`, `of Title`, and the word of their own that a person’s are narrowed to. */
export type ListedOf = {
  readonly word: string;
  readonly href: string;
  readonly name: string;
  readonly tag: string | null;
};

export type BookmarkList = {
  /** Plain text. */
  readonly title: string;
  /** Follows the count in the heading; null: the title is the heading. */
  readonly of: ListedOf | null;
  readonly lead?: string;
  /** A person’s own page. */
  readonly dashboard: boolean;
  /** A way to the whole of a list of which this is a part. */
  readonly whole?: { readonly href: string; readonly label: string };
  /** The viewer may add something here. */
  readonly mayAdd: boolean;
  /** The form for what the list is of. */
  readonly form?: Html;
  readonly total: number;
  readonly items: readonly ShownBookmark[];
  readonly pages: Pages;
};

export function bookmarkListPage(list: BookmarkList): Page {
  const { of, whole, lead, mayAdd, form, items } = list;
  const add = html`<li><a href="${newBookmarkUrl}">${text.addElsewhere()}</a></li>`;
  const all = whole && html`<li><a href="${whole.href}">${whole.label}</a></li>`;
  const acts = html`<ul class="navigation actions">${mayAdd ? add : nothing}${all}</ul>
`;
  return {
    title: list.title,
    mainClass: list.dashboard
      ? 'bookmarks-index dashboard filtered region'
      : 'bookmarks-index filtered region',
    indexable: false,
    styles: ['bookmarks'],
    body: html`<h2 class="heading">${of === null ? list.title : headingOf(list, of)}</h2>
${lead === undefined ? nothing : html`<p>${lead}</p>`}
${mayAdd || whole ? acts : nothing}${form}
<h3 class="landmark heading">${text.list()}</h3>
${
  items.length === 0
    ? html`<p>${text.none()}</p>`
    : html`<ol class="bookmark index group">
${items.map(bookmarkItem)}
</ol>`
}
${pager(list.pages)}`,
  };
}

function headingOf(list: BookmarkList, { word, href, name, tag }: ListedOf): Html {
  const tagged = tag === null ? nothing : html` ${text.tagged()} ${tag}`;
  return html`${countText(list)} ${word} <a href="${href}">${name}</a>${tagged}`;
}

function countText({ total, pages: { page, pages } }: BookmarkList): string {
  if (pages <= 1) return text.count({ count: total, number: numberText(total) });
  const first = (page - 1) * bookmarksPerPage + 1;
  return text.range({
    first: numberText(first),
    last: numberText(Math.min(first + bookmarksPerPage - 1, total)),
    number: numberText(total),
  });
}
