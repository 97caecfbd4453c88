// A list of works with what stands above and below it.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { numberText, pager } from '../../../web/controls.ts';
import { type FeedOfList, feedItem } from '../../../web/feeds.ts';
import { type Blurb, workBlurb, worksPerPage } from '../../works/index.ts';
import type { ListUnder } from '../listing.ts';
import { text } from '../messages.ts';
import type { FilterWarning } from '../parameters/read-filter.ts';
import { filterChips, filterWarnings, type LinkedChip } from './filter-chips.ts';
import { type FilterForm, filterForm } from './filter-form.ts';
import { type LinkedRemoval, noneFit } from './none-fit.ts';
import { renderSnippet, type Snippets } from './snippet.ts';
import { renderMuting, renderTastes, type TastesShown } from './withheld.ts';

export type ListView = {
  /** Follows the count in the heading. */
  readonly of: Html | null;
  /** Stands below the heading: the tag's page, tags of the same name. */
  readonly under: ListUnder | null;
  readonly feed: Omit<FeedOfList, 'title'> | null;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly items: ItemsView;
  readonly hrefFor: (page: number) => string;
  readonly chips: readonly LinkedChip[];
  /** For a list without works: what it would take for it to have some. */
  readonly removals: readonly LinkedRemoval[];
  /** The list as one book. */
  readonly bookLinks: Html;
  readonly clearHref: string;
  /** Null for guests. */
  readonly saveHref: string | null;
  readonly warnings: readonly FilterWarning[];
  readonly form: FilterForm;
  readonly tastes: TastesShown;
};

/** How a list is spoken of. */
export type ListWords = {
  /** The heading: `12 Works`. */
  readonly counted: (total: number) => string;
  /** `41 - 60 of 10,324 Works`. */
  readonly range: (numbers: { first: string; last: string; number: string }) => string;
  /** The landmark of the list itself. */
  readonly list: string;
  /** Where nothing is in it. */
  readonly none: string;
  /** What its own order is called; absent: the day of bookmarking. */
  readonly order?: string;
};

/** What stands on one page of a list. */
export type ItemsView = {
  readonly words: ListWords;
  /** Above it. */
  readonly aside: Html;
  /** How many there are; 0: none. */
  readonly count: number;
  readonly body: Html;
};

export const worksWords: ListWords = {
  counted: (total) => text.countOfWorks({ count: total, number: numberText(total) }),
  range: text.rangeOfWorks,
  list: text.listOfWorks(),
  none: text.noWorksYet(),
};

/** From the heading to the pager. Tools read the heading's numbers. */
export function worksListBody(list: ListView): Html {
  return html`<h2 class="heading">${countText(list)}${list.of && [' ', list.of]}</h2>
${renderUnder(list)}
${renderTastes(list.tastes)}${filterWarnings(list.warnings, list.form.query.warnings)}
<div class="with-filters">
<a class="skip" href="#results">${text.skipFilters()}</a>
${filterForm(list.form)}
<div class="results" id="results" tabindex="-1">
${filterChips(list.chips, list.clearHref, list.saveHref)}
${list.items.aside}<h3 class="landmark heading">${list.items.words.list}</h3>
${renderResults(list)}
</div>
</div>`;
}

function renderUnder({ under, feed }: ListView): Html {
  if (under === null && feed === null) return nothing;
  const item = feed === null ? nothing : feedItem(feed);
  return html`<ul class="navigation actions">${under?.actions}${item}</ul>
${under?.after}`;
}

/** `41 - 60 of 10,324 Works`, or `12 Works` where they all stand on one page. */
function countText({ total, page, pages, items: { words, count } }: ListView): string {
  if (pages <= 1 || page > pages || count === 0) return words.counted(total);
  const first = (page - 1) * worksPerPage + 1;
  return words.range({
    first: numberText(first),
    last: numberText(Math.min(first + worksPerPage - 1, total)),
    number: numberText(total),
  });
}

function renderResults(list: ListView): Html {
  const { items, page, pages, hrefFor, total } = list;
  if (page > pages) return beyondTheEnd(page, pages, hrefFor);
  if (total === 0) {
    if (list.chips.length === 0) return html`<p>${items.words.none}</p>`;
    return noneFit(list.removals, list.clearHref);
  }
  return html`${items.body}
${pager({ page, pages, hrefFor })}
${list.bookLinks}`;
}

/** The list itself, as tools read it. */
export function worksIndex(blurbs: readonly Blurb[], under: (blurb: Blurb) => Html): Html {
  return html`<ol class="work index group">
${blurbs.map((blurb) => workBlurb(blurb, { after: under(blurb) }))}
</ol>`;
}

/** What stands below a work that was found: where, and the way to mute something about it. */
export function underWork(blurb: Blurb, tastes: TastesShown, snippets: Snippets): Html {
  return html`${renderSnippet(blurb, snippets)}${renderMuting(blurb, tastes)}`;
}

/** An address of a page that is not there (any more), with the way to the last one. */
export function beyondTheEnd(page: number, pages: number, hrefFor: (page: number) => string): Html {
  return html`<p>${text.noSuchPage({ page: numberText(page), pages: numberText(pages) })}
<a href="${hrefFor(pages)}">${text.lastPage()}</a></p>`;
}
