// Lists of bookmarks: a person’s, those of one thing, everybody’s recommendations.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { numberText, type Pages, pager } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import type { ListWords } from '../../finding/index.ts';
import { bookmarksPerPage } from '../limits.ts';
import { text } from '../messages.ts';
import type { ShownBookmark } from '../read.ts';
import { newBookmarkUrl, personBookmarksUrl, shelvesUrl, transferUrl } from '../urls.ts';
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
  /** The viewer may add something here. */
  readonly mayAdd: boolean;
  /** The form for what the list is of. */
  readonly form?: Html;
  readonly total: number;
  readonly items: readonly ShownBookmark[];
  readonly pages: Pages;
};

export function bookmarkListPage(list: BookmarkList): Page {
  const { of, lead, mayAdd, form, items } = list;
  const acts = html`<ul class="navigation actions">${addItem}</ul>
`;
  const heading = of === null ? list.title : html`${countText(list)} ${listedOf(of)}`;
  return {
    title: list.title,
    mainClass: 'bookmarks-index filtered region',
    indexable: false,
    styles: ['bookmarks'],
    body: html`<h2 class="heading">${heading}</h2>
${lead === undefined ? nothing : html`<p>${lead}</p>`}
${mayAdd ? acts : nothing}${form}
<h3 class="landmark heading">${text.list()}</h3>
${
  items.length === 0
    ? html`<p>${text.none()}</p>`
    : bookmarkIndex(items.map((one) => bookmarkItem(one)))
}
${pager(list.pages)}`,
  };
}

const addItem = html`<li><a href="${newBookmarkUrl}">${text.addElsewhere()}</a></li>`;

/** A person’s bookmarks; `body`: with the filters beside them. */
export function personListPage(title: string, body: Html): Page {
  return {
    title,
    mainClass: 'bookmarks-index dashboard filtered region',
    indexable: false,
    styles: ['finding', 'bookmarks'],
    body,
  };
}

/** What can be done with a person’s list. `isPart`: of those with one of their words. */
export function personActs(login: string, own: boolean, isPart: boolean): Html {
  const label = text.allOf({ name: login });
  const all = html`<li><a href="${personBookmarksUrl(login)}">${label}</a></li>`;
  const shelves = html`<li><a href="${shelvesUrl(login)}">${text.shelves()}</a></li>`;
  const files = html`<li><a href="${transferUrl}">${text.transfer()}</a></li>`;
  const ofOwn = own ? files : nothing;
  return html`${own ? addItem : nothing}${shelves}${ofOwn}${isPart ? all : nothing}`;
}

/** The list itself, as tools read it. */
export function bookmarkIndex(items: readonly Html[]): Html {
  return html`<ol class="bookmark index group">
${items}
</ol>`;
}

/** How a list of bookmarks is spoken of. */
export const bookmarksWords: ListWords = {
  counted: (total) => text.count({ count: total, number: numberText(total) }),
  range: text.range,
  list: text.list(),
  none: text.none(),
};

/** Above the works that were found: how many things no filter finds; nothing for none. */
export function leftAside(others: number): Html {
  if (others === 0) return nothing;
  return html`<p class="left-aside">${text.leftAside({ count: others })}</p>
`;
}

/** After the count in the heading. */
export function listedOf({ word, href, name, tag }: ListedOf): Html {
  const tagged = tag === null ? nothing : html` ${text.tagged()} ${tag}`;
  return html`${word} <a href="${href}">${name}</a>${tagged}`;
}

function countText({ total, pages: { page, pages } }: BookmarkList): string {
  if (pages <= 1) return bookmarksWords.counted(total);
  const first = (page - 1) * bookmarksPerPage + 1;
  return bookmarksWords.range({
    first: numberText(first),
    last: numberText(Math.min(first + bookmarksPerPage - 1, total)),
    number: numberText(total),
  });
}
