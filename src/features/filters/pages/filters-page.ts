// All filters that a member has saved.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { formFor, hiddenField } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import type { KeptQuery } from '../../finding/index.ts';
import { searchUrl } from '../../finding/urls.ts';
import { worksUrl } from '../../works/urls.ts';
import { text } from '../messages.ts';
import type { SavedFilter } from '../saved-filter.ts';
import {
  defaultFilterUrl,
  deleteFilterUrl,
  editFilterUrl,
  filterUrl,
  newFilterUrl,
} from '../urls.ts';

export type ShownFilter = {
  readonly filter: SavedFilter;
  readonly query: KeptQuery;
  /** The name of the tag whose list it was made for; null: another list. */
  readonly listTag: string | null;
};

export function filtersPage(filters: readonly ShownFilter[], token: string): Page {
  const list = html`<ul class="saved-filters">
${filters.map((shown) => renderFilter(shown, token))}</ul>`;
  return {
    title: text.title(),
    mainClass: 'filters-index region',
    styles: ['filters'],
    indexable: false,
    body: html`<h2 class="heading">${text.title()}</h2>
<p>${text.lead()}</p>
${filters.length === 0 ? html`<p>${text.none()}</p>` : list}
<p><a href="${newFilterUrl('', { path: worksUrl })}">${text.addLink()}</a></p>`,
  };
}

function renderFilter({ filter, query, listTag }: ShownFilter, token: string): Html {
  const { name, isDefault } = filter;
  const mark = html` <span class="mark">${text.isDefault()}</span>`;
  const open = filterUrl(filter);
  const warnings = query.warnings.map(({ message }) => html`<li>${message}</li>`);
  return html`<li>
<h3 class="heading"><a href="${open}"><bdi>${name}</bdi></a>${isDefault ? mark : nothing}</h3>
<p><code dir="auto">${query.byNames}</code></p>
${warnings.length === 0 ? nothing : html`<ul class="not-understood">${warnings}</ul>`}
<p>${text.madeFor()} ${listName(filter, listTag)}</p>
<ul class="actions">
<li>${link(`${open}?in=works`, text.openWorks(), text.openWorksLabel({ name }))}</li>
<li>${link(editFilterUrl(filter), text.editLink(), text.editLabel({ name }))}</li>
<li>${defaultForm(filter, token)}</li>
<li>${formFor({
    action: deleteFilterUrl(filter),
    token,
    className: 'inline',
    body: html`<button type="submit" aria-label="${text.deleteLabel({
      name,
    })}">${text.deleteButton()}</button>`,
  })}</li>
</ul></li>
`;
}

function link(href: string, label: string, said: string): Html {
  return html`<a href="${href}" aria-label="${said}">${label}</a>`;
}

function defaultForm(filter: SavedFilter, token: string): Html {
  const { name, isDefault } = filter;
  const label = isDefault ? text.endDefaultLabel({ name }) : text.makeDefaultLabel({ name });
  return formFor({
    action: defaultFilterUrl(filter),
    token,
    className: 'inline',
    body: [
      hiddenField('default', isDefault ? 'no' : 'yes'),
      html`<button type="submit" aria-label="${label}">${
        isDefault ? text.endDefault() : text.makeDefault()
      }</button>`,
    ],
  });
}

function listName({ list }: SavedFilter, tag: string | null): string {
  if (tag !== null) return text.listTag({ name: tag });
  if (list.path === worksUrl) return text.listWorks();
  return list.path === searchUrl ? text.listSearch() : text.listAt({ path: list.path });
}
