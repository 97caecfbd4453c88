// What the archive held, day by day.

import { html } from '../../../kit/html/index.ts';
import { dayMs } from '../../../kit/time/index.ts';
import { dateText, numberText } from '../../../web/controls.ts';
import { deskTable } from '../../../web/desk-table.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import type { ArchiveDaysTable } from '../schema.ts';
import { daysFileUrl } from '../urls.ts';
import { backToDesk } from './back-to-desk.ts';

/** What is counted, in the order of the page and of the file. */
export const measures = ['works', 'chapters', 'words', 'people', 'comments', 'kudos'] as const;
type Measure = (typeof measures)[number];

/** `days` are the newest first; what a day added stands beside its number. */
export function daysPage(days: readonly ArchiveDaysTable[]): Page {
  const title = text.daysTitle();
  const rows = days.map((row, at) => {
    const before = days[at + 1];
    return [dayWord(row.day), ...measures.map((measure) => cell(row, before, measure))];
  });
  return {
    title,
    mainClass: 'host-days region',
    indexable: false,
    styles: ['host'],
    body: html`<h2 class="heading">${title}</h2>
<p>${text.daysLead()}</p>
${deskTable(title, [text.day(), ...measures.map((measure) => text[measure]())], rows)}
<p><a href="${daysFileUrl}">${text.daysFile()}</a></p>
${backToDesk()}`,
  };
}

function cell(
  row: ArchiveDaysTable,
  before: ArchiveDaysTable | undefined,
  measure: Measure,
): string {
  const count = numberText(row[measure]);
  const added = before === undefined ? 0 : row[measure] - before[measure];
  if (added === 0) return count;
  return added > 0
    ? text.dayMore({ count, added: numberText(added) })
    : text.dayLess({ count, gone: numberText(-added) });
}

/** `2026-03-01`. */
export function dayWord(day: number): string {
  return dateText(day * dayMs);
}
