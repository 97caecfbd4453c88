// Statistics of all works of a person, and of one work.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { definitionList, numberText, selectField } from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { workUrl } from '../../works/urls.ts';
import { type Measure, measures, type Stretch, sumOf } from '../growth.ts';
import { spans } from '../limits.ts';
import { text } from '../messages.ts';
import type { CountedChapter, CountedWork } from '../store.ts';
import {
  statisticsCsvUrl,
  statisticsUrl,
  workStatisticsCsvUrl,
  workStatisticsUrl,
} from '../urls.ts';
import { growthChart, scrolledTable, tableRow } from './growth-chart.ts';

/** What of the statistics is asked for. */
export type Wanted = {
  readonly days: number;
  readonly measure: Measure;
  readonly sort: Sort;
};
export const sorts = [...measures, 'words', 'title'] as const;
export type Sort = (typeof sorts)[number];

export type PersonShown = {
  readonly login: string;
  readonly works: readonly CountedWork[];
  readonly stretches: readonly Stretch[];
  readonly wanted: Wanted;
};

export function personStatisticsPage({ login, works, stretches, wanted }: PersonShown): Page {
  const title = text.title({ login });
  const columns = ['words', ...measures] as const;
  const rows = works.map((work) =>
    tableRow(
      [html`<a href="${workStatisticsUrl(work)}">${work.title}</a>`],
      columns.map((column) => work[column]),
    ),
  );
  const heads = [text.titleColumn(), ...columns.map((column) => text[column]())];
  const body = html`<p>${text.lead()}</p>
<h3 class="heading">${text.totals()}</h3>
${renderTotals(works, true)}
${renderWishes(statisticsUrl(login), wanted, true)}
${growthChart(stretches, wanted.measure)}
<h3 class="heading">${text.eachWork()}</h3>
${scrolledTable(text.eachWork(), heads, rows)}
<p><a href="${statisticsCsvUrl(login)}" download>${text.csv()}</a></p>`;
  return pageOf(title, works.length === 0 ? html`<p>${text.noWorks()}</p>` : body);
}

export type WorkShown = {
  readonly login: string;
  readonly work: CountedWork;
  readonly chapters: readonly CountedChapter[];
  readonly stretches: readonly Stretch[];
  readonly wanted: Wanted;
};

export function workStatisticsPage(shown: WorkShown): Page {
  const { login, work, chapters, stretches, wanted } = shown;
  const rows = chapters.map((chapter) =>
    tableRow([chapterName(chapter)], [chapter.words, chapter.hits]),
  );
  const heads = [text.chapter(), text.words(), text.hits()];
  return pageOf(
    text.workTitle({ title: work.title }),
    html`<p>${text.workLead()}</p>
<h3 class="heading">${text.totals()}</h3>
${renderTotals([work], false)}
${renderWishes(workStatisticsUrl(work), wanted, false)}
${growthChart(stretches, wanted.measure)}
<h3 class="heading">${text.eachChapter()}</h3>
<p>${text.chapterHits()}</p>
${scrolledTable(text.eachChapter(), heads, rows)}
<ul class="actions"><li><a href="${workStatisticsCsvUrl(work)}" download>${text.csv()}</a></li>
<li><a href="${statisticsUrl(login)}">${text.toAll()}</a></li>
<li><a href="${workUrl(work)}">${text.toWork()}</a></li></ul>`,
  );
}

/** `3. The Ferry`, or `Chapter 3`. */
export function chapterName({ position, title }: CountedChapter): string {
  return title === '' ? text.chapterNumber({ position }) : text.chapterName({ position, title });
}

function pageOf(title: string, body: Html): Page {
  return {
    title,
    mainClass: 'stats-index dashboard region',
    indexable: false,
    styles: ['statistics'],
    body: html`<h2 class="heading">${title}</h2>
${body}`,
  };
}

function renderTotals(works: readonly CountedWork[], several: boolean): Html {
  const sum = sumOf(works);
  const words = works.reduce((all, work) => all + work.words, 0);
  return definitionList(
    [
      ...(several ? [[text.works(), numberText(works.length)] as const] : []),
      [text.words(), numberText(words)],
      ...measures.map((measure) => [text[measure](), numberText(sum[measure])] as const),
    ],
    'totals',
  );
}

function renderWishes(action: string, wanted: Wanted, several: boolean): Html {
  const days = spans.map((count) => ({ value: String(count), label: text.days({ count }) }));
  const drawn = measures.map((value) => ({ value, label: text[value]() }));
  const order = sorts.map((value) => ({
    value,
    label: value === 'title' ? text.titleColumn() : text[value](),
  }));
  const sorting = { name: 'sort', label: text.sortBy(), value: wanted.sort, options: order };
  return html`<form class="wishes" action="${action}" method="get">
${selectField({ name: 'measure', label: text.measure(), value: wanted.measure, options: drawn })}
${selectField({ name: 'days', label: text.span(), value: String(wanted.days), options: days })}
${several ? selectField(sorting) : nothing}
<div class="field"><button type="submit">${text.show()}</button></div>
</form>`;
}
