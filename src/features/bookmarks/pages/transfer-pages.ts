// Taking bookmarks home and bringing them in: the forms, and what would be kept.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import {
  errorSummary,
  type FormProblems,
  formFor,
  hiddenField,
  radioGroup,
  submitButtons,
} from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { importedMost, plannedShown } from '../limits.ts';
import { text } from '../messages.ts';
import type { Planned } from '../transfer/import.ts';
import { exportUrl, personBookmarksUrl, transferUrl } from '../urls.ts';

export function transferPage(
  { formToken: token }: Frame,
  login: string,
  problems: FormProblems = [],
): Page {
  const file = html`<div class="field"><label for="file">${text.importFile()}</label>
<p class="hint" id="file-hint">${text.importFileHint({ most: importedMost })}</p>
<input type="file" id="file" name="file" aria-describedby="file-hint"
 accept=".json,.csv,application/json,text/csv"></div>`;
  return {
    title: text.transferTitle(),
    mainClass: 'bookmarks-transfer region',
    indexable: false,
    styles: ['bookmarks'],
    body: html`<h2 class="heading">${text.transferTitle()}</h2>
${errorSummary(problems)}<h3 class="heading">${text.exportHeading()}</h3>
<p>${text.exportLead()}</p>
<ul class="actions"><li><a href="${exportUrl('json')}">${text.exportJson()}</a></li>
<li><a href="${exportUrl('csv')}">${text.exportCsv()}</a></li></ul>
<h3 class="heading">${text.importHeading()}</h3>
<p>${text.importLead()}</p>
${formFor({
  action: transferUrl,
  token,
  upload: true,
  body: [file, submitButtons([{ label: text.importRead() }], personBookmarksUrl(login))],
})}`,
  };
}

export type Plan = {
  /** The file, which the form sends once more. */
  readonly content: string;
  readonly planned: readonly Planned[];
  /** The file has more than is read. */
  readonly isCut: boolean;
};

export function planPage({ formToken: token }: Frame, { content, planned, isCut }: Plan): Page {
  const count = (outcome: Planned['outcome']) =>
    planned.filter((each) => each.outcome === outcome).length;
  const counts = {
    fresh: count('fresh'),
    there: count('there'),
    double: count('double'),
    refused: count('refused'),
  };
  const existing = radioGroup({
    name: 'existing',
    legend: text.planExisting(),
    options: [
      { value: 'leave', label: text.planLeave() },
      { value: 'replace', label: text.planReplace() },
    ],
    value: 'leave',
  });
  return {
    title: text.planTitle(),
    mainClass: 'bookmarks-plan region',
    indexable: false,
    styles: ['bookmarks'],
    body: html`<h2 class="heading">${text.planTitle()}</h2>
<p>${text.planCounts(counts)}</p>
${isCut ? html`<p>${text.importMany({ most: importedMost })}</p>` : nothing}
${formFor({
  action: transferUrl,
  token,
  upload: true,
  body: [
    hiddenField('content', content),
    hiddenField('keep', '1'),
    counts.there > 0 ? existing : nothing,
    submitButtons([{ label: text.importDo() }], transferUrl),
  ],
})}
<h3 class="heading">${text.planList()}</h3>
<ol class="plan">${planned.slice(0, plannedShown).map(renderPlanned)}</ol>`,
  };
}

function renderPlanned(planned: Planned): Html {
  const { entry, outcome } = planned;
  // A sentence breaks into lines; a mark does not.
  const why = outcome === 'refused' ? ` ${planned.why}` : '';
  const here =
    outcome === 'fresh' || outcome === 'there' ? hereText(planned.keep.subject.kind) : '';
  return html`<li><bdi>${entry.title || entry.address}</bdi>${
    here === '' ? nothing : html` (${here})`
  } <span class="mark">${text[`outcome-${outcome}`]()}</span>${why}</li>
`;
}

function hereText(kind: 'work' | 'series' | 'elsewhere'): string {
  if (kind === 'work') return text.planHere();
  return kind === 'series' ? text.planHereSeries() : '';
}
