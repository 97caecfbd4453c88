// Reporting something to the moderators, and what one has reported.
import { type Html, html } from '../../../../kit/html/index.ts';
import type { FieldError } from '../../../../kit/http/index.ts';
import {
  dateText,
  errorSummary,
  formFor,
  hiddenField,
  radioGroup,
  submitButtons,
  textArea,
} from '../../../../web/controls.ts';
import type { Page } from '../../../../web/document.ts';
import { policyUrl } from '../../../accounts/urls.ts';
import { reportUrl } from '../../urls.ts';
import { reportCharactersMax } from '../limits.ts';
import { text } from '../messages.ts';
import { reasonLabel, reasons } from '../reasons.ts';
import { type Reported, reportableOf } from '../reportable.ts';
import type { CaseOutcome } from '../schema.ts';

export type ReportShown = {
  readonly subject: Reported;
  readonly token: string;
  readonly reason: string;
  readonly words: string;
  readonly errors: readonly FieldError[];
};

export function reportPage({ subject, token, reason, words, errors }: ReportShown): Page {
  const what = whatOf(subject.kind, subject.title);
  return {
    title: text.reportTitle(),
    mainClass: 'report-new region',
    indexable: false,
    styles: ['moderation'],
    body: html`<h2 class="heading">${text.reportTitle()}</h2>
<p class="subject"><a href="${subject.address}">${text.reportAbout({ what })}</a></p>
<p>${text.reportLead()}</p>
<p><a href="${policyUrl}">${text.reportPolicy()}</a></p>
${errorSummary(errors)}${formFor({
  action: reportUrl,
  token,
  body: [
    hiddenField('about', `${subject.kind}:${subject.id}`),
    radioGroup({
      name: 'reason',
      legend: text.reasonLegend(),
      options: reasons.map(({ name, label }) => ({ value: name, label: label() })),
      value: reason,
      required: true,
      problems: errors,
    }),
    textArea({
      name: 'words',
      label: text.words(),
      hint: text.wordsHint(),
      value: words,
      rows: 6,
      limit: reportCharactersMax,
      problems: errors,
    }),
    submitButtons([{ label: text.reportButton() }], subject.address),
  ],
})}
<p class="hint">${text.notListed()}</p>`,
  };
}

/** `the work “The Tide Table”`. */
export function whatOf(kind: string, title: string): string {
  return reportableOf(kind)?.about({ title }) ?? title;
}

type OwnReport = {
  readonly at: number;
  readonly kind: string;
  readonly reason: string;
  readonly words: string;
  readonly outcome: CaseOutcome | null;
};

/** Titles are not told: what is hidden by now is no more this reader's to see. */
export function ownReportsPage(reports: readonly OwnReport[]): Page {
  const list = html`<ul class="cases">${reports.map(renderOwn)}</ul>`;
  return {
    title: text.ownTitle(),
    mainClass: 'reports-index region',
    indexable: false,
    styles: ['moderation'],
    body: html`<h2 class="heading">${text.ownTitle()}</h2>
${reports.length === 0 ? html`<p>${text.ownNone()}</p>` : list}`,
  };
}

function renderOwn({ at, kind, reason, words, outcome }: OwnReport): Html {
  const label = (reportableOf(kind)?.label ?? text.kindOther)();
  const line = text.ownLine({ date: dateText(at), kind: label, reason: reasonLabel(reason) });
  const answers = { acted: text.ownActed, nothing: text.ownNothing };
  const answer = outcome === null ? text.ownOpen() : answers[outcome]();
  const said = words === '' ? '' : html`<p class="words" dir="auto">${words}</p>`;
  return html`<li><p>${line}</p>
${said}<p>${answer}</p></li>
`;
}
