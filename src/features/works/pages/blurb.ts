// A work in a list. Names of elements and classes are contract 6: tools read them as they stand.
import { type Html, html, joinHtml, nothing, trustedHtml } from '../../../kit/html/index.ts';
import { dayText, foldAttributes, numberText, restrictedMark } from '../../../web/controls.ts';
import type { Tag } from '../../tags/index.ts';
import { tagWorksUrl } from '../../tags/urls.ts';
import { forWhom } from '../company/pages/gifts.ts';
import type { InLanguage } from '../languages.ts';
import { text } from '../messages.ts';
import { seriesUrl, workUrl } from '../urls.ts';
import { type Blurb, chapterCount } from '../work.ts';
import { byline } from './byline.ts';

export type BlurbOptions = {
  /** Stands after the statistics: what a bookmark or a history adds. */
  readonly after?: Html;
  /** The item is of something else that bears the work: its id, and its first class. */
  readonly as?: { readonly id: string; readonly kind: string };
};

/** `li.work.blurb`, for any `ol` or `ul` of works. */
export function workBlurb(blurb: Blurb, options: BlurbOptions = {}): Html {
  const anonymous = blurb.creators.length === 0 ? ' anonymous' : '';
  const { id, kind } = options.as ?? { id: `work_${blurb.id}`, kind: 'work' };
  return html`<li id="${id}" class="${kind} blurb group work-${blurb.id}${anonymous}">
${renderHeader(blurb)}
<h5 class="landmark heading">${text.landmarkTags()}</h5>
<ul class="tags commas"${isLong(blurb) && foldAttributes()}>${renderTags(blurb)}</ul>
${renderSummary(blurb)}${renderSeries(blurb)}${renderStatistics(blurb)}${renderOwn(blurb)}${
  options.after ?? nothing
}
</li>`;
}

function renderHeader(blurb: Blurb): Html {
  const lock = html` ${restrictedMark()}`;
  return html`<div class="header module">
<h4 class="heading"><a href="${workUrl(blurb)}">${blurb.title}</a> ${text.by()} ${byline(
    blurb.creators,
  )}${forWhom(blurb.gifts)}${
    blurb.restricted ? lock : nothing
  }${blurb.hidden ? html` <span class="mark">${text.hiddenMark()}</span>` : nothing}${
    blurb.posted ? nothing : html` <span class="mark">${text.draftMark()}</span>`
  }${
    blurb.ownMark === undefined
      ? nothing
      : html` <span class="mark own">${blurb.ownMark.word}</span>`
  }</h4>
<h5 class="fandoms heading"><span class="landmark">${text.landmarkFandoms()}</span> ${joinHtml(
    blurb.tags.fandom.map((tag) => tagLink(tag)),
    ', ',
  )}</h5>
<ul class="required-tags" aria-label="${text.landmarkRequired()}">
${renderRequired(blurb)}</ul>
<p class="datetime">${dayText(blurb.updatedAt ?? blurb.editedAt)}</p>
</div>`;
}

function renderRequired({ tags, complete }: Blurb): Html {
  const names = (list: readonly Tag[]) => list.map((tag) => tag.name).join(', ');
  const [rating] = tags.rating;
  const marks: readonly (readonly [string, string, string])[] = [
    ['rating', rating?.shortWord ?? 'unrated', names(tags.rating)],
    ['warnings', warningMark(tags.warning), names(tags.warning)],
    ['category', categoryMark(tags.category), names(tags.category) || text.noCategory()],
    [
      'iswip',
      complete ? 'complete' : 'open',
      complete ? text.completeWork() : text.workInProgress(),
    ],
  ];
  return html`${marks.map(
    ([kind, mark, words]) => html`<li><span class="${kind}" data-mark="${mark}" title="${words}"
><span class="text">${words}</span></span></li>
`,
  )}`;
}

/** Which of three marks stands for the warnings: none, chosen not to say, or some. */
function warningMark(warnings: readonly Tag[]): string {
  if (warnings.every((tag) => tag.shortWord === 'none')) return 'none';
  return warnings.some((tag) => tag.shortWord !== 'none' && tag.shortWord !== 'unchosen')
    ? 'some'
    : 'unchosen';
}

function categoryMark(categories: readonly Tag[]): string {
  const [only] = categories;
  if (only === undefined) return 'none';
  return categories.length === 1 ? (only.shortWord ?? 'other') : 'multi';
}

/** More tags than this fill a phone's screen and bury the next work: a button opens the rest. */
const unfoldedTagsMax = 25;

function isLong({ tags }: Blurb): boolean {
  const { character, freeform, relationship } = tags;
  return relationship.length + character.length + freeform.length > unfoldedTagsMax;
}

function renderTags({ tags }: Blurb): Html {
  const lists = [
    ['warnings', tags.warning],
    ['relationships', tags.relationship],
    ['characters', tags.character],
    ['freeforms', tags.freeform],
  ] as const;
  return html`${lists.flatMap(([kind, list]) =>
    list.map((tag) => html`<li class="${kind}">${tagLink(tag)}</li> `),
  )}`;
}

/** A tag as a link to its works, its name the only content. */
export function tagLink(tag: Tag): Html {
  return html`<a class="tag" href="${tagWorksUrl(tag)}">${tag.name}</a>`;
}

function renderSummary(blurb: Blurb): Html {
  if (blurb.summary === '') return nothing;
  return html`<h6 class="landmark heading">${text.landmarkSummary()}</h6>
<blockquote class="userstuff summary"${inLanguage(blurb)}>${trustedHtml(blurb.summary)}</blockquote>
`;
}

/** `lang` and `dir` for text in a work's language. */
export function inLanguage({ language, direction }: InLanguage): Html {
  return html` lang="${language}" dir="${direction}"`;
}

function renderSeries({ series }: Blurb): Html {
  if (series.length === 0) return nothing;
  const places = series.map(
    (place) =>
      html`<li>${text.partOf()} <strong>${place.position}</strong> ${text.partOfThe()} <a
 href="${seriesUrl(place)}">${place.title}</a></li>`,
  );
  return html`<h6 class="landmark heading">${text.landmarkSeries()}</h6>
<ul class="series">${places}</ul>
`;
}

function renderStatistics(blurb: Blurb): Html {
  const { counts } = blurb;
  const numbers = [
    ['comments', text.labelComments(), counts.comments],
    ['kudos', text.labelKudos(), counts.kudos],
    ['bookmarks', text.labelBookmarks(), counts.bookmarks],
  ] as const;
  return html`<dl class="stats">
<dt class="language">${text.labelLanguage()}</dt>
<dd class="language" lang="${blurb.language}">${blurb.languageName}</dd>
<dt class="words">${text.labelWords()}</dt><dd class="words">${numberText(blurb.words)}</dd>
<dt class="chapters">${text.labelChapters()}</dt><dd class="chapters">${chapterCount(blurb)}</dd>
${numbers.map(([kind, label, count]) =>
  count === 0
    ? nothing
    : html`<dt class="${kind}">${label}</dt><dd class="${kind}">${numberText(count)}</dd>
`,
)}<dt class="hits">${text.labelHits()}</dt><dd class="hits">${numberText(counts.hits)}</dd>
</dl>`;
}

/** Where the reader is in it, what is new, and the way there. */
function renderOwn({ ownMark }: Blurb): Html {
  if (ownMark === undefined) return nothing;
  const { place, since, goOn } = ownMark;
  const parts = [
    ...(place === null ? [] : [html`${place}`]),
    ...(since === null ? [] : [html`<span class="mark">${since}</span>`]),
    ...(goOn === null ? [] : [html`<a href="${goOn.href}">${goOn.label}</a>`]),
  ];
  return parts.length === 0
    ? nothing
    : html`<p class="own-place">${joinHtml(parts, ' ')}</p>
`;
}
