// The list of cases, for moderators.
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import { dateText, type Pages, pager } from '../../../../web/controls.ts';
import type { Page } from '../../../../web/document.ts';
import { text as desk } from '../../messages.ts';
import { casesUrl, caseUrl, moderationUrl } from '../../urls.ts';
import { text } from '../messages.ts';
import { reasonLabel, urgentReasons } from '../reasons.ts';
import type { CasesTable } from '../schema.ts';
import type { ListedCase, Which } from '../store.ts';
import { whatOf } from './report-page.ts';

export type CasesShown = {
  readonly which: Which;
  readonly cases: readonly ListedCase[];
  readonly names: ReadonlyMap<number, string>;
  readonly pages: Pages;
};

export function casesPage({ which, cases, names, pages }: CasesShown): Page {
  // Within a page: what cannot wait first, the others stay in their order.
  const sorted = [...cases].sort((a, b) => Number(isUrgent(b)) - Number(isUrgent(a)));
  const list = html`<ol class="cases">${sorted.map((one) => renderCase(one, names))}</ol>`;
  return {
    title: text.casesTitle(),
    mainClass: 'cases-index region',
    indexable: false,
    styles: ['moderation'],
    body: html`<h2 class="heading">${text.casesTitle()}</h2>
<p>${text.casesLead()}</p>
${renderTabs(which)}
${cases.length === 0 ? html`<p>${text.casesNone()}</p>` : list}
${pager(pages)}
<p><a href="${moderationUrl}">${desk.back()}</a></p>`,
  };
}

function isUrgent({ state, reasons }: ListedCase): boolean {
  return state !== 'closed' && reasons.some((reason) => urgentReasons.includes(reason));
}

function renderTabs(which: Which): Html {
  const tabs = [
    ['open', text.showOpen()],
    ['mine', text.showMine()],
    ['closed', text.showClosed()],
  ] as const;
  const items = tabs.map(([value, label]) => {
    const current = value === which ? html` aria-current="page"` : nothing;
    return html`<li><a href="${casesUrl}?show=${value}"${current}>${label}</a></li>\n`;
  });
  return html`<nav aria-label="${text.showWhich()}"><ul class="actions">${items}</ul></nav>`;
}

function renderCase(one: ListedCase, names: CasesShown['names']): Html {
  const urgent = isUrgent(one) ? html`<strong class="mark">${text.urgent()}</strong> ` : nothing;
  const since = { count: one.reports, date: dateText(one.opened_at) };
  const reasons = one.reasons.map(reasonLabel).join('; ');
  return html`<li><p>${urgent}<a href="${caseUrl(one)}">${whatOf(
    one.subject_kind,
    one.title,
  )}</a></p>
<p>${reasons}</p>
<p class="hint">${text.caseLine(since)}. ${stateText(one, names)}</p></li>
`;
}

/** “Taken by dee”. */
export function stateText(one: CasesTable, names: ReadonlyMap<number, string>): string {
  const name = one.taken_by === null ? '' : (names.get(one.taken_by) ?? '');
  if (one.state === 'new') return text.stateNew();
  if (one.state === 'taken') return text.stateTaken({ name });
  if (one.state === 'waiting') return text.stateWaiting({ name });
  return one.outcome === 'acted' ? text.stateClosedActed() : text.stateClosedNothing();
}
