// What was read, with every decision: nothing of it is a work before it is brought in.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import {
  checkbox,
  errorSummary,
  type FormProblems,
  formFor,
  numberText,
  submitButtons,
} from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { workUrl } from '../../works/urls.ts';
import { text } from '../messages.ts';
import { authorsUrl, importUrl, waitingUrl, waitingWorkUrl } from '../urls.ts';
import type { Brought, WaitingFacts, WaitingWork } from '../waiting.ts';

export type WaitingList = {
  readonly waiting: readonly WaitingWork[];
  /** What could not be brought in a moment ago. */
  readonly refused: readonly Brought[];
  readonly errors: FormProblems;
  /** They may bring works in for others. */
  readonly isArchivist: boolean;
};

export function waitingPage(frame: Frame, list: WaitingList): Page {
  const { waiting, refused, errors } = list;
  return {
    title: text.waitingTitle(),
    mainClass: 'works-import region',
    indexable: false,
    body: html`<h2 class="heading">${text.waitingTitle()}</h2>
${errorSummary(errors)}${renderRefused(refused)}
${waiting.length === 0 ? html`<p>${text.waitingNone()}</p>` : renderForm(frame, list)}
<p><a href="${importUrl}">${text.moreFiles()}</a></p>
${list.isArchivist && html`<p><a href="${authorsUrl}">${text.authorsLink()}</a></p>`}`,
  };
}

function renderRefused(refused: readonly Brought[]): Html {
  if (refused.length === 0) return nothing;
  const items = refused.map((one) =>
    one.ok ? nothing : html`<li>${text.notBrought({ title: one.title, reason: one.reason })}</li>`,
  );
  return html`<div class="problems" role="alert"><ul>${items}</ul></div>`;
}

function renderForm(frame: Frame, { waiting, errors, isArchivist }: WaitingList): Html {
  const forOthers = { label: text.bringForOthersButton(), name: 'do', value: 'others' };
  return formFor({
    action: waitingUrl,
    token: frame.formToken,
    body: html`<p>${text.waitingLead()}</p>
<ul id="works" class="waiting-works">${waiting.map(renderItem)}</ul>
${checkbox({ name: 'mine', label: text.mine(), checked: false, problems: errors })}
${submitButtons([
  { label: text.bringButton(), name: 'do', value: 'bring' },
  ...(isArchivist ? [forOthers] : []),
  { label: text.discardButton(), name: 'do', value: 'discard' },
])}`,
  });
}

function renderItem(item: WaitingWork): Html {
  const { id, fileName, refusal, facts } = item;
  const box = checkbox({
    name: 'works',
    id: `works-${id}`,
    value: String(id),
    label: html`<bdi>${facts === null ? fileName : facts.title}</bdi>`,
    checked: facts !== null && facts.duplicateOf === null && !isOthers(facts),
  });
  const reason = html`<p class="problem">${text.isRefused({ reason: refusal ?? '' })}</p>`;
  return html`<li>${box}
<p class="hint"><bdi>${fileName}</bdi></p>
${facts === null ? reason : renderFacts(item, facts)}</li>
`;
}

function renderFacts(item: WaitingWork, facts: WaitingFacts): Html {
  const { chapters, creators, kind, sourceAddress, title } = facts;
  const words = numberText(facts.words);
  const label = text.changeLabel({ title });
  return html`<p>${text.takenFor({ kind: text[kindWords[kind]](), chapters, words })}
${creators.length > 0 && text.namedBy({ names: creators.join(', ') })}
${sourceAddress !== null && html`${text.from()} <bdi>${sourceAddress}</bdi>`}</p>
${renderObstacles(facts)}${renderDecisions(facts.decisions)}
<p><a href="${waitingWorkUrl(item)}" aria-label="${label}">${text.changeLink()}</a></p>`;
}

function isOthers({ broughtByOther = null }: WaitingFacts): boolean {
  return broughtByOther !== null;
}

function renderObstacles(facts: WaitingFacts): Html {
  const { duplicateOf, holds, marks } = facts;
  const others = isOthers(facts) && html`<p class="problem">${text.isOthers()}</p>`;
  const there =
    duplicateOf !== null &&
    html`<p class="problem">${text.isHere()}
<a href="${workUrl({ id: duplicateOf })}">${text.showIt()}</a></p>`;
  const toMend = marks.map(
    ({ field, detail }) => html`<li>${text.atField({ field: fieldWords(field), detail })}</li>`,
  );
  const reasons = holds.map((said) => html`<li>${said}</li>`);
  const waits = holds.length > 0 && html`<p>${text.willWait()}</p><ul>${reasons}</ul>`;
  return html`${there}${others}${waits}
${marks.length > 0 && html`<p>${text.toMend()}</p><ul>${toMend}</ul>`}`;
}

function renderDecisions(decisions: readonly string[]): Html {
  if (decisions.length === 0) return nothing;
  const items = decisions.map((said) => html`<li>${said}</li>`);
  return html`<details><summary>${text.decisions({ count: decisions.length })}</summary>
<ul>${items}</ul></details>`;
}

const kindWords = {
  'otw-html': 'kindOtwHtml',
  'otw-epub': 'kindOtwEpub',
  'fanficfare-epub': 'kindFanFicFare',
  'fichub-epub': 'kindFicHub',
  epub: 'kindEpub',
  html: 'kindHtml',
  markdown: 'kindMarkdown',
  text: 'kindText',
  docx: 'kindDocx',
  odt: 'kindOdt',
  rtf: 'kindRtf',
  takeout: 'kindTakeout',
} as const;

/** `chapters/2/text` as words. */
function fieldWords(field: string): string {
  const number = /^chapters\/(\d+)\//.exec(field)?.[1];
  return number === undefined ? field : text.chapterNumber({ number: Number(number) + 1 });
}
