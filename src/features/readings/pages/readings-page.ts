// What a member has marked. Names of elements and classes are contract 6.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { dayText, numberText, type Pages, pager } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { type Blurb, workBlurb } from '../../works/index.ts';
import { chapterUrl } from '../../works/urls.ts';
import { text } from '../messages.ts';
import {
  newChapters,
  type Place,
  type Reading,
  type ReadingState,
  readingStates,
} from '../reading.ts';
import { myPlace, readingsUrl } from '../urls.ts';

export type ReadingItem = {
  readonly blurb: Blurb;
  readonly reading: Reading;
  /** Of the chapter that they are at; null: none, or it is gone. */
  readonly number: number | null;
};

export type ReadingsShown = {
  readonly login: string;
  /** Null: all of them. */
  readonly state: ReadingState | null;
  readonly total: number;
  readonly items: readonly ReadingItem[];
  readonly pages: Pages;
};

export function readingsPage(shown: ReadingsShown): Page {
  const { login, total, items, pages } = shown;
  const choices = [null, ...readingStates].map((state) => {
    const label = state === null ? text.all() : text[`state-${state}`]();
    const href = state === null ? readingsUrl(login) : `${readingsUrl(login)}?show=${state}`;
    const current = state === shown.state ? html` aria-current="page"` : nothing;
    return html`<li><a href="${href}"${current}>${label}</a></li>
`;
  });
  return {
    title: text.title(),
    mainClass: 'readings-index dashboard region',
    indexable: false,
    styles: ['bookmarks'],
    body: html`<h2 class="heading">${text.title()}</h2>
<p>${text.lead()}</p>
<nav aria-label="${text.filter()}"><ul class="navigation actions">${choices}</ul></nav>
<h3 class="heading">${text.count({ count: total, number: numberText(total) })}</h3>
${items.length === 0 ? html`<p>${text.nothingYet()}</p>` : renderList(items)}
${pager(pages)}`,
  };
}

function renderList(items: ReadingsShown['items']): Html {
  return html`<ol class="reading work index group">
${items.map((item) =>
  workBlurb(item.blurb, {
    as: { id: `work_${item.blurb.id}`, kind: 'reading work' },
    after: renderReading(item),
  }),
)}
</ol>`;
}

function renderReading(item: ReadingItem): Html {
  const { blurb, reading } = item;
  const count = newChapters(reading, blurb.chaptersPosted);
  const since = html` <span class="mark">${text.newSince({ count })}</span>`;
  return html`<div class="user module">
<h4 class="viewed heading">${text.lastVisited({ date: dayText(reading.at) })}</h4>
<p><span class="mark">${text[`state-${reading.state}`]()}</span>${count > 0 ? since : nothing}</p>
${renderPlace(item)}</div>`;
}

function renderPlace({ blurb, reading, number }: ReadingItem): Html {
  if (number === null || reading.chapter === null) return nothing;
  const { chapter, place } = reading;
  const all = blurb.chaptersPosted;
  const inside = place === null ? '' : `#${myPlace}`;
  const href = `${chapterUrl(blurb, { id: chapter })}${inside}`;
  const label = all > 1 ? text.goOn({ number }) : text.goOnHere();
  return html`<p class="place">${placeText(number, all, place)} <a href="${href}">${label}</a></p>
`;
}

function placeText(number: number, all: number, place: Place | null): string {
  const percent = place === null ? null : numberText(Math.floor(place.share / 10));
  if (all === 1) return percent === null ? '' : text.placeInOne({ percent });
  if (percent === null) return text.chapterOf({ number, all });
  return text.placeOf({ number, all, percent });
}
