// The moderators' pages: what is hidden, and one subject with what was done to it.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import {
  dateText,
  errorSummary,
  formFor,
  submitButtons,
  textArea,
  textField,
} from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import type { AuditEntry } from '../../accounts/index.ts';
import { heldCommentsUrl } from '../../comments/urls.ts';
import { switchesUrl } from '../../site/urls.ts';
import { workUrl } from '../../works/urls.ts';
import { text } from '../messages.ts';
import { renderRulings, rulingFields } from '../rulings/pages/ruling-fields.ts';
import type { RulingsTable } from '../rulings/schema.ts';
import type { HiddenList } from '../store.ts';
import { casesUrl, moderatePersonUrl, moderateWorkUrl, moderationUrl } from '../urls.ts';

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
<li><a href="/moderation/held">${text.deskHeld()}</a></li>
<li><a href="${heldCommentsUrl}">${text.deskComments()}</a></li>
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

export type ShownSubject =
  | {
      readonly kind: 'work';
      readonly id: number;
      readonly title: string;
      readonly hidden: boolean;
    }
  | { readonly kind: 'user'; readonly login: string; readonly hidden: boolean };

export type SubjectPage = {
  readonly subject: ShownSubject;
  readonly history: readonly AuditEntry[];
  readonly actors: ReadonlyMap<number, string>;
  readonly rulings: readonly RulingsTable[];
  readonly reason: string;
  readonly policy: string;
  readonly words: string;
  readonly errors: readonly FieldError[];
};

export function subjectPage(frame: Frame, shown: SubjectPage): Page {
  const { subject, reason, errors } = shown;
  const question = questionOf(subject);
  const { action, address, explanation } = wordsOf(subject);
  return {
    title: question,
    mainClass,
    indexable: false,
    styles: ['moderation'],
    body: html`<h2 class="heading">${question}</h2>
<p><a href="${address}">${address}</a></p>
${subject.hidden ? nothing : html`<p>${explanation}</p>`}${errorSummary(errors)}${formFor({
  action,
  token: frame.formToken,
  body: html`${rulingFields(!subject.hidden, shown, errors)}${textArea({
    name: 'reason',
    label: text.reason(),
    hint: text.reasonHint(),
    value: reason,
    required: true,
    problems: errors,
  })}${submitButtons(
    [
      subject.hidden
        ? { label: text.unhideButton(), name: 'do', value: 'show' }
        : { label: text.hideButton(), name: 'do', value: 'hide' },
    ],
    moderationUrl,
  )}`,
})}${renderRulings(shown.rulings)}${renderHistory(shown)}`,
  };
}

function questionOf(subject: ShownSubject): string {
  if (subject.kind === 'work') {
    const { title } = subject;
    return subject.hidden ? text.unhideWork({ title }) : text.hideWork({ title });
  }
  const { login } = subject;
  return subject.hidden ? text.unhidePerson({ login }) : text.hidePerson({ login });
}

function wordsOf(subject: ShownSubject) {
  return subject.kind === 'work'
    ? {
        action: moderateWorkUrl(subject),
        address: workUrl(subject),
        explanation: text.hideWorkExplanation(),
      }
    : {
        action: moderatePersonUrl(subject.login),
        address: `/users/${subject.login}`,
        explanation: text.hidePersonExplanation(),
      };
}

function renderHistory({ history, actors }: SubjectPage): Html {
  if (history.length === 0) return nothing;
  const entries = history.map(
    ({ at, act, actorId, reason }) =>
      html`<li>${text.historyEntry({
        date: dateText(at),
        act,
        actor: actorId === null ? text.operator() : (actors.get(actorId) ?? String(actorId)),
        reason: reason ?? '',
      })}</li>`,
  );
  return html`<h3 class="heading">${text.history()}</h3>
<ul>${entries}</ul>`;
}
