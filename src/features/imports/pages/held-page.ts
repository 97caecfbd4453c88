// What waits for a moderator, and what makes a work wait.
import { type Html, html } from '../../../kit/html/index.ts';
import {
  dateText,
  errorSummary,
  type FormProblems,
  formFor,
  submitButtons,
  textArea,
} from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { workUrl } from '../../works/urls.ts';
import type { HeldWork } from '../held-works.ts';
import { text } from '../messages.ts';
import { heldWorkUrl, holdRulesUrl } from '../urls.ts';

export type HeldList = {
  readonly held: readonly HeldWork[];
  readonly tags: string;
  readonly words: string;
  readonly errors: FormProblems;
};

export function heldPage(frame: Frame, { held, tags, words, errors }: HeldList): Page {
  return {
    title: text.heldTitle(),
    mainClass: 'moderation-show region',
    indexable: false,
    body: html`<h2 class="heading">${text.heldTitle()}</h2>
${errorSummary(errors)}<p>${text.heldLead()}</p>
${
  held.length === 0
    ? html`<p>${text.heldNone()}</p>`
    : html`<ul>${held.map((work) => renderHeld(frame, work))}</ul>`
}
<h3 class="heading">${text.rulesTitle()}</h3>
${formFor({
  action: holdRulesUrl,
  token: frame.formToken,
  body: html`<p>${text.rulesLead()}</p>
${textArea({ name: 'tags', label: text.rulesTags(), value: tags, problems: errors })}
${textArea({ name: 'words', label: text.rulesWords(), value: words, problems: errors })}
${submitButtons([{ label: text.rulesSave() }])}`,
})}`,
  };
}

function renderHeld(frame: Frame, held: HeldWork): Html {
  const { id, title, login, heldAt, reasons, posted } = held;
  const name = posted
    ? html`<a href="${workUrl({ id })}"><bdi>${title}</bdi></a>`
    : html`<bdi>${title}</bdi>`;
  return html`<li><h3 class="heading">${name}</h3>
<p>${text.heldSince({ login, date: dateText(heldAt) })} ${!posted && text.heldDraft()}</p>
<ul>${reasons.map((said) => html`<li>${said}</li>`)}</ul>
${formFor({
  action: heldWorkUrl({ id }),
  token: frame.formToken,
  body: submitButtons([
    { label: text.letIn(), name: 'do', value: 'let in' },
    { label: text.keepOut(), name: 'do', value: 'kept out' },
  ]),
})}</li>`;
}
