// Tags, series and numbers of a work, as tools read them: `dl.work.meta.group` and in it last
// `dl.stats`. On a small screen one line says the most of it and opens the rest.
import { type Html, html, joinHtml, nothing } from '../../../kit/html/index.ts';
import { dateText, foldAttributes, numberText } from '../../../web/controls.ts';
import { workBookmarksUrl } from '../../bookmarks/urls.ts';
import type { Tag } from '../../tags/index.ts';
import { chapterCount, tagLink, type Work } from '../../works/index.ts';
import { seriesUrl, workUrl } from '../../works/urls.ts';
import { unfoldedTagsMax } from '../limits.ts';
import { text } from '../messages.ts';
import type { SeriesStep, WorkView } from './work-view.ts';

export function renderFacts({ work, series }: WorkView): Html {
  const { tags } = work;
  return html`<details class="work-facts"><summary>${renderShort(work)}</summary>
<div class="wrapper"><dl class="work meta group">
${renderTags('rating', text.labelRating(), tags.rating)}
${renderTags('warning', text.labelWarning(), tags.warning)}
${renderTags('category', text.labelCategory(), tags.category)}
${renderTags('fandom', text.labelFandom(), tags.fandom)}
${renderTags('relationship', text.labelRelationship(), tags.relationship)}
${renderTags('character', text.labelCharacter(), tags.character)}
${renderTags('freeform', text.labelFreeform(), tags.freeform)}
<dt class="language">${text.labelLanguage()}</dt>
<dd class="language" lang="${work.language}">${work.languageName}</dd>
${series.length === 0 ? nothing : renderSeries(series)}
<dt class="stats">${text.labelStats()}</dt><dd class="stats">${renderStatistics(work)}</dd>
</dl></div></details>`;
}

function renderShort({ tags, words }: Work): Html {
  const said = [...tags.rating, ...tags.warning].map((tag) => tag.name);
  return html`${[...said, text.words({ words })].map((each) => html`<span>${each}</span>`)}`;
}

function renderTags(kind: string, label: string, tags: readonly Tag[]): Html {
  if (tags.length === 0) return nothing;
  const fold = tags.length > unfoldedTagsMax ? foldAttributes() : nothing;
  const items = tags.map((tag) => html`<li>${tagLink(tag)}</li>`);
  return html`<dt class="${kind} tags">${label}</dt>
<dd class="${kind} tags"><ul class="commas"${fold}>${items}</ul></dd>
`;
}

function renderSeries(series: readonly SeriesStep[]): Html {
  return html`<dt class="series">${text.labelSeries()}</dt>
<dd class="series">${joinHtml(series.map(renderPlace), '\n')}</dd>`;
}

/** Tools find the number in the words right before the link. */
function renderPlace({ id, title, position, previous, next }: SeriesStep): Html {
  const link = html`<a href="${seriesUrl({ id })}">${title}</a>`;
  const step = (kind: string, to: { readonly id: number }, label: string) =>
    html`<a class="${kind}" href="${workUrl(to)}">${label}</a>`;
  return html`<span class="series">${
    previous && html`${step('previous', previous, text.previousInSeries())} `
  }<span class="position">${text.partOf({ position })} ${link}</span>${
    next && html` ${step('next', next, text.nextInSeries())}`
  }</span>`;
}

function renderStatistics(work: Work): Html {
  const { publishedAt, updatedAt, counts } = work;
  const rows: [kind: string, label: string, value: string | Html][] = [];
  if (publishedAt !== null) {
    rows.push(['published', text.labelPublished(), dateText(publishedAt)]);
  }
  if (updatedAt !== null && work.chaptersPosted > 1) {
    const label = work.complete ? text.labelCompleted() : text.labelUpdated();
    rows.push(['status', label, dateText(updatedAt)]);
  }
  rows.push(['words', text.labelWords(), numberText(work.words)]);
  rows.push(['chapters', text.labelChapters(), chapterCount(work)]);
  const reactions = [
    ['comments', text.labelComments(), counts.comments],
    ['kudos', text.labelKudos(), counts.kudos],
    ['bookmarks', text.labelBookmarks(), counts.bookmarks],
  ] as const;
  for (const [kind, label, count] of reactions) {
    if (count === 0) continue;
    const number = numberText(count);
    // Tools read the other numbers as bare text.
    const link = html`<a href="${workBookmarksUrl(work)}">${number}</a>`;
    rows.push([kind, label, kind === 'bookmarks' ? link : number]);
  }
  rows.push(['hits', text.labelHits(), numberText(counts.hits)]);
  return html`<dl class="stats">${rows.map(
    ([kind, label, value]) =>
      html`<dt class="${kind}">${label}</dt><dd class="${kind}">${value}</dd>`,
  )}</dl>`;
}
