// A series: its facts in the order that tools read them, then its works.
import { type Html, html, joinHtml, nothing, trustedHtml } from '../../../kit/html/index.ts';
import { downloadFormats } from '../../../web/book-lists.ts';
import { dateText, numberText, type Pages, pager } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { feedItem, feedLinks } from '../../../web/feeds.ts';
import { keepOffer } from '../../../web/keep-offer.ts';
import { seriesDownloadUrl } from '../../exports/urls.ts';
import { reportAboutUrl } from '../../moderation/urls.ts';
import { type Blurb, byline, type Series, workBlurb } from '../../works/index.ts';
import { editSeriesUrl, seriesUrl } from '../../works/urls.ts';
import { text } from '../messages.ts';
import { seriesFeedPath } from '../urls.ts';

/** `follow`: an item of the page's actions. `bookmark`: the form for one of the series. */
type SeriesBeside = {
  readonly follow: Html;
  readonly bookmark: Html;
  /** There is a feed of it: a guest sees it too. */
  readonly fed: boolean;
};

export function seriesPage(
  series: Series,
  blurbs: readonly Blurb[],
  pages: Pages,
  { follow, bookmark, fed }: SeriesBeside,
): Page {
  const hidden = html`<p class="notice">${text.seriesHidden()}</p>\n`;
  return {
    title: text.seriesTitle({ title: series.title }),
    mainClass: 'series-show region',
    canonical: pages.page === 1 ? seriesUrl(series) : pages.hrefFor(pages.page),
    styles: ['reading', 'bookmarks'],
    ...(fed && { feeds: feedLinks({ path: seriesFeedPath(series), title: series.title }) }),
    body: html`<h2 class="heading" dir="auto">${series.title}</h2>
${series.hidden ? hidden : nothing}${renderFacts(series)}
${renderActions(series, follow, fed)}${renderDownloads(series)}${renderWorks(blurbs)}
${pager(pages)}${bookmark}`,
  };
}

function renderActions(series: Series, follow: Html, fed: boolean): Html {
  const edit = html`<li><a href="${editSeriesUrl(series)}">${text.editSeries()}</a></li>`;
  const feed = fed ? feedItem({ path: seriesFeedPath(series) }) : nothing;
  const address = reportAboutUrl('series', series);
  const report = html`<li><a href="${address}" rel="nofollow">${text.reportSeries()}</a></li>`;
  const own = series.own ? edit : nothing;
  const others = series.own ? nothing : report;
  return html`<ul class="navigation actions">${own}${follow}${feed}${others}</ul>
`;
}

function renderDownloads(series: Series): Html {
  if (series.works === 0) return nothing;
  const links = downloadFormats.map(
    ({ extension, label }) =>
      html`<li><a href="${seriesDownloadUrl(series, extension)}">${label}</a></li>`,
  );
  return html`<p id="one-book">${text.seriesAsOneBook()}</p>
<ul class="actions" aria-labelledby="one-book">${links}</ul>
${keepOffer({ of: `one-series:${series.id}` })}`;
}

function renderWorks(blurbs: readonly Blurb[]): Html {
  if (blurbs.length === 0) return html`<p>${text.seriesNothingSeen()}</p>`;
  return html`<h3 class="landmark heading">${text.listOfWorks()}</h3>
<ul class="series work index group">
${blurbs.map((blurb) => workBlurb(blurb))}
</ul>`;
}

function renderFacts(series: Series): Html {
  const { summary, notes, begunAt, updatedAt } = series;
  // The order is what tools read by; what there is nothing of is left out.
  const facts = [
    [text.labelCreator(), renderCreators(series)],
    [text.labelSeriesBegun(), begunAt && dateText(begunAt)],
    [text.labelSeriesUpdated(), updatedAt && dateText(updatedAt)],
    [text.labelDescription(), summary && quote(summary)],
    [text.labelNotes(), notes && quote(notes)],
    [text.labelStats(), html`<dl class="stats">${renderStatistics(series)}</dl>`],
  ] as const;
  const rows = facts
    .filter(([, value]) => value && value !== nothing)
    .map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>\n`);
  return html`<div class="wrapper"><dl class="series meta group">
${rows}</dl></div>`;
}

/** Creators who are named; “Anonymous” besides where one of the works names nobody. */
function renderCreators({ creators, anonymous }: Series): Html {
  if (creators.length === 0 && !anonymous) return nothing;
  if (creators.length === 0) return byline([]);
  const named = byline(creators);
  return anonymous ? joinHtml([named, text.anonymous()], ', ') : named;
}

function renderStatistics({ words, works, complete }: Series): Html {
  const facts = [
    ['words', text.labelWords(), numberText(words)],
    ['works', text.labelWorks(), numberText(works)],
    ['complete', text.labelComplete(), complete ? text.yes() : text.no()],
  ] as const;
  return html`${facts.map(
    ([kind, label, value]) =>
      html`<dt class="${kind}">${label}</dt><dd class="${kind}">${value}</dd>\n`,
  )}`;
}

/** Sanitised when the series was saved. */
function quote(markup: string): Html {
  return html`<blockquote class="userstuff">${trustedHtml(markup)}</blockquote>`;
}
