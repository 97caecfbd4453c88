// Links to the pages of a list.
import { type Html, html, nothing } from '../../kit/html/index.ts';
import { text } from '../messages.ts';

export type Pages = {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** The address of a page; tools expect `?page=N` first in its query, for page 1 too. */
  readonly hrefFor: (page: number) => string;
};

/** Nothing for one page. Tools read the last page's number from the second item from the end, so
 * “Next” is always there, as text on the last page. */
export function pager({ page, pages, hrefFor }: Pages): Html {
  if (pages <= 1) return nothing;
  const numbers = shownPages(page, pages).map((number) => {
    if (number === null) return html`<li class="gap">${text.pageGap()}</li>`;
    if (number === page) {
      return html`<li><span class="current" aria-current="page">${number}</span></li>`;
    }
    return html`<li><a href="${hrefFor(number)}">${number}</a></li>`;
  });
  const previous = step('previous', text.previousPage(), page > 1 ? hrefFor(page - 1) : null);
  const next = step('next', text.nextPage(), page < pages ? hrefFor(page + 1) : null);
  const items = [previous, numbers, next];
  return html`<nav class="pager" aria-label="${text.pages()}">
<ol class="pagination actions" title="pagination">${items}</ol>
</nav>`;
}

function step(direction: 'previous' | 'next', label: string, href: string | null): Html {
  const content =
    href === null
      ? html`<span class="disabled">${label}</span>`
      : html`<a rel="${direction === 'next' ? 'next' : 'prev'}" href="${href}">${label}</a>`;
  return html`<li class="${direction}">${content}</li>`;
}

/** The first, the last, the current and two on each side; null stands for a gap. */
function shownPages(page: number, pages: number): (number | null)[] {
  const wanted = new Set([1, pages]);
  for (let near = page - 2; near <= page + 2; near++) {
    if (near >= 1 && near <= pages) wanted.add(near);
  }
  const shown: (number | null)[] = [];
  let before = 0;
  for (const number of [...wanted].sort((a, b) => a - b)) {
    // A gap of one page is that page: it takes no more room than the gap.
    if (number === before + 2) shown.push(before + 1);
    else if (number > before + 2) shown.push(null);
    shown.push(number);
    before = number;
  }
  return shown;
}
