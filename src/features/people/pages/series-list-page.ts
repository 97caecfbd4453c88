// The series that name a person.
import { type Html, html, nothing, trustedHtml } from '../../../kit/html/index.ts';
import { bookLinks } from '../../../web/book-lists.ts';
import { type Pages, pager } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import type { Person } from '../../accounts/index.ts';
import { byline, type Series } from '../../works/index.ts';
import { seriesUrl } from '../../works/urls.ts';
import { ofSeries } from '../books.ts';
import { text } from '../messages.ts';

export function seriesListPage(person: Person, series: readonly Series[], pages: Pages): Page {
  const title = text.seriesBy({ name: person.login });
  const items = series.map((one) => {
    const { works, words } = one;
    return html`<li class="series blurb group">
<h3 class="heading"><a href="${seriesUrl(one)}">${one.title}</a> ${text.by()} ${byline(
      one.creators,
    )}</h3>
${renderSummary(one)}<p>${text.seriesFacts({ works, words })}</p>
</li>`;
  });
  const list = html`<ul class="series index group">${items}</ul>`;
  return {
    title,
    mainClass: 'series-index dashboard region',
    indexable: !person.hidden,
    body: html`<h2 class="heading">${title}</h2>
${items.length === 0 ? html`<p>${text.noSeries()}</p>` : list}
${pager(pages)}
${items.length === 0 ? nothing : bookLinks({ of: ofSeries(person) })}`,
  };
}

function renderSummary({ summary }: Series): Html {
  if (summary === '') return nothing;
  return html`<blockquote class="userstuff summary">${trustedHtml(summary)}</blockquote>
`;
}
