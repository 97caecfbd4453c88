// The moderators' desk: where everything is, and what is hidden.
import { type Html, html } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import { errorSummary, formFor, submitButtons, textField } from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { heldCommentsUrl } from '../../comments/urls.ts';
import { holdRulesUrl } from '../../imports/urls.ts';
import { kinDeskUrl } from '../../kin/urls.ts';
import { auditUrl, switchesUrl } from '../../site/urls.ts';
import { text } from '../messages.ts';
import type { HiddenList } from '../store.ts';
import { casesUrl, moderatePersonUrl, moderateWorkUrl, moderationUrl, queueUrl } from '../urls.ts';

export type DeskShown = {
  readonly hidden: HiddenList;
  /** How many cases nobody has taken. */
  readonly newCases: number;
};

const mainClass = 'moderation-show region';

export function deskPage(
  frame: Frame,
  { hidden, newCases }: DeskShown,
  asked: { readonly typed: string; readonly errors: readonly FieldError[] },
): Page {
  return {
    title: text.deskTitle(),
    mainClass,
    indexable: false,
    styles: ['moderation'],
    body: html`<h2 class="heading">${text.deskTitle()}</h2>
<p>${text.deskIntroduction()}</p>
<ul class="actions">
<li><a href="${casesUrl}">${text.deskCases({ count: newCases })}</a></li>
<li><a href="${queueUrl}">${text.deskQueue()}</a></li>
<li><a href="${holdRulesUrl}">${text.deskHoldRules()}</a></li>
<li><a href="${heldCommentsUrl}">${text.deskComments()}</a></li>
<li><a href="${kinDeskUrl}">${text.deskKin()}</a></li>
<li><a href="${auditUrl}">${text.deskAudit()}</a></li>
<li><a href="${switchesUrl}">${text.deskSwitches()}</a></li>
</ul>
${errorSummary(asked.errors)}<h3 class="heading">${text.deskFind()}</h3>
${formFor({
  action: moderationUrl,
  token: frame.formToken,
  body: html`${textField({
    name: 'subject',
    label: text.deskSubject(),
    value: asked.typed,
    required: true,
    problems: asked.errors,
  })}${submitButtons([{ label: text.deskFindButton() }])}`,
})}
<h3 class="heading">${text.deskHidden()}</h3>
${renderHidden(hidden)}`,
  };
}

function renderHidden({ works, people }: HiddenList): Html {
  if (works.length + people.length === 0) return html`<p>${text.deskNothingHidden()}</p>`;
  return html`<ul>${works.map(
    (work) =>
      html`<li><a href="${moderateWorkUrl(work)}">${text.deskWork({ title: work.title })}</a></li>`,
  )}${people.map(
    ({ login }) =>
      html`<li><a href="${moderatePersonUrl(login)}">${text.deskPerson({ login })}</a></li>`,
  )}</ul>`;
}
