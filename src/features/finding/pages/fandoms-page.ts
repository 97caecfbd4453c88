// Fandoms of a medium or of all: a field to find one, letters, names with their numbers of works.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { numberText, pager, submitButtons, textField } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import type { Tag } from '../../tags/index.ts';
import { mediaUrl } from '../../tags/urls.ts';
import { text } from '../messages.ts';
import { type CountedTag, countedItem } from './browse-pages.ts';
import { beyondTheEnd } from './works-list.ts';

/** Fandoms under their letters; a group for each, in order. */
export type Letter = { readonly letter: string; readonly tags: readonly CountedTag[] };

export type FandomsView = {
  /** Null: of the whole archive. */
  readonly medium: Tag | null;
  readonly address: string;
  readonly typed: string;
  /** All there are, and those of the letter or the words typed. */
  readonly total: number;
  readonly found: number;
  /** Those that some name begins with. */
  readonly letters: readonly string[];
  /** The one that is shown alone. */
  readonly letter: string | null;
  readonly order: 'use' | 'name';
  /** Too many for one page: letters are pages. */
  readonly isLong: boolean;
  /** By use they are one group without a letter. */
  readonly groups: readonly Letter[];
  readonly page: number;
  readonly pages: number;
  readonly hrefFor: (page: number) => string;
};

export function fandomsPage(view: FandomsView): Page {
  const { medium, page, pages, hrefFor } = view;
  const title = medium === null ? text.allFandoms() : text.fandomsOf({ medium: medium.name });
  const isPlain = view.typed === '' && view.letter === null && page === 1;
  return {
    title,
    mainClass: 'fandoms-index region',
    styles: ['finding'],
    indexable: isPlain,
    canonical: view.address,
    wide: true,
    body: html`<h2 class="heading">${title}</h2>
<ul class="navigation actions"><li><a href="${mediaUrl}">${text.fandomsByMedium()}</a></li></ul>
${view.total === 0 ? html`<p>${text.noFandoms()}</p>` : html`${findForm(view)}${alphabet(view)}`}
${view.total > 0 ? said(view) : nothing}
${page > pages ? beyondTheEnd(page, pages, hrefFor) : view.groups.map(renderGroup)}
${page > pages ? nothing : pager({ page, pages, hrefFor })}`,
  };
}

function findForm({ address, typed }: FandomsView): Html {
  return html`<form class="find-fandom" action="${address}" method="get">
${textField({ name: 'q', label: text.findFandom(), type: 'search', value: typed, id: 'fandom_q' })}
${submitButtons([{ label: text.find() }])}
</form>
`;
}

/** Letters lead to places of the page, or to pages of their own. */
function alphabet(view: FandomsView): Html {
  const { address, isLong, letter, order, typed } = view;
  const here = html` aria-current="page"`;
  const byUse = isLong ? address : `${address}?sort=works`;
  const isByUse = order === 'use' && typed === '';
  const links = view.letters.map((one, at) => {
    const href = hrefOfLetter(view, one, at);
    return html`<li><a href="${href}"${one === letter && here}>${one}</a></li>`;
  });
  return html`<nav class="alphabet" aria-label="${text.alphabet()}"><ul>
<li><a href="${byUse}"${isByUse && here}>${text.mostUsed()}</a></li>${links}</ul></nav>
`;
}

function hrefOfLetter({ address, isLong, order }: FandomsView, letter: string, at: number): string {
  if (isLong) return `${address}?${new URLSearchParams({ letter })}`;
  return order === 'name' ? `#letter-${at + 1}` : `${address}#letter-${at + 1}`;
}

function said({ found, typed, letter, total, isLong }: FandomsView): Html {
  const count = typed === '' && letter === null ? total : found;
  if (count === total && !isLong) return nothing;
  if (count === 0) return html`<p role="status">${text.noFandomNamed({ typed })}</p>`;
  const number = numberText(count);
  return html`<p class="said">${text.countOfFandoms({ count, number })}</p>`;
}

function renderGroup({ letter, tags }: Letter, at: number): Html {
  if (tags.length === 0) return nothing;
  const heading = html`<h3 id="letter-${at + 1}">${letter}</h3>`;
  return html`${letter === '' ? nothing : heading}
<ul class="relatives">${tags.map(countedItem)}</ul>
`;
}
