// The search for tags by their names.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { numberText, pager, selectField, submitButtons, textField } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { type Tag, type TagType, tagTypes, typeWord } from '../../tags/index.ts';
import { worksPerPage } from '../../works/index.ts';
import { text } from '../messages.ts';
import { tagSearchUrl } from '../urls.ts';
import type { CountedTag } from './browse-pages.ts';
import { beyondTheEnd } from './works-list.ts';

export type FoundTag = CountedTag & { readonly synonymOf: Tag | null };

export type TagSearch = {
  readonly typed: string;
  readonly type: TagType | null;
  /** Null: nothing was asked yet. */
  readonly found: {
    readonly total: number;
    readonly tags: readonly FoundTag[];
    readonly page: number;
    readonly pages: number;
    readonly hrefFor: (page: number) => string;
  } | null;
};

export function tagSearchPage(search: TagSearch): Page {
  const { typed, type, found } = search;
  return {
    title: text.tagSearchTitle(),
    mainClass: 'tags-search region',
    styles: ['finding'],
    indexable: found === null,
    canonical: tagSearchUrl,
    body: html`<h2 class="heading">${text.tagSearchTitle()}</h2>
<form class="narrow" action="${tagSearchUrl}" method="get">
${textField({
  name: 'q',
  label: text.tagName(),
  type: 'search',
  hint: text.tagNameHint(),
  value: typed,
})}
${selectField({
  name: 'type',
  label: text.tagType(),
  value: type ?? '',
  options: [
    { value: '', label: text.anyType() },
    ...tagTypes.map((one) => ({ value: one, label: capitalised(typeWord(one)) })),
  ],
})}
${submitButtons([{ label: text.search() }])}
</form>
${found === null ? nothing : renderFound(found)}`,
  };
}

function renderFound(found: NonNullable<TagSearch['found']>): Html {
  const { total, tags, page, pages, hrefFor } = found;
  if (total === 0) return html`<p>${text.noTagsFound()}</p>`;
  if (page > pages) return beyondTheEnd(page, pages, hrefFor);
  const first = (page - 1) * worksPerPage + 1;
  const counted =
    pages === 1
      ? text.tagsFound({ count: total, number: numberText(total) })
      : text.rangeOfTags({
          first: numberText(first),
          last: numberText(first + tags.length - 1),
          number: numberText(total),
        });
  return html`<h3 class="heading">${counted}</h3>
<ol class="tag index group">
${tags.map(renderTag)}</ol>
${pager({ page, pages, hrefFor })}`;
}

function renderTag({ tag, href, works, synonymOf }: FoundTag): Html {
  const canonical =
    synonymOf === null
      ? nothing
      : html` <span class="note">${text.synonymOf()} ${synonymOf.name}</span>`;
  return html`<li><span class="type">${capitalised(typeWord(tag.type))}</span>
<a class="tag" href="${href}">${tag.name}</a>${canonical}
<span class="count">${numberText(works)}</span></li>
`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
