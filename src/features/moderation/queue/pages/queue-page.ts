import { type Html, html } from '../../../../kit/html/index.ts';
import type { FieldError } from '../../../../kit/http/index.ts';
import { isoTime } from '../../../../kit/time/index.ts';
import {
  checkbox,
  errorSummary,
  fieldset,
  formFor,
  submitButtons,
  textArea,
} from '../../../../web/controls.ts';
import type { Frame, Page } from '../../../../web/document.ts';
import { queueUrl } from '../../urls.ts';
import { queueReasonCharactersMax } from '../limits.ts';
import { text } from '../messages.ts';
import type { Waiting } from '../queue.ts';

export type QueueShown = {
  readonly waiting: readonly Waiting[];
  /** `comment:12` of each box that was ticked. */
  readonly ticked: readonly string[];
  readonly reason: string;
  readonly errors: readonly FieldError[];
};

export function queuePage(frame: Frame, shown: QueueShown): Page {
  const { waiting, errors } = shown;
  return {
    title: text.title(),
    mainClass: 'moderation-queue region',
    indexable: false,
    styles: ['moderation'],
    body: html`<h2 class="heading">${text.title()}</h2>
<p>${text.lead()}</p>
${errorSummary(errors)}${
  waiting.length === 0
    ? html`<p>${text.none()}</p>`
    : formFor({
        action: queueUrl,
        token: frame.formToken,
        body: html`<h3 class="landmark heading">${text.list()}</h3>
<ol class="waiting">${waiting.map((one) => renderWaiting(one, shown.ticked))}</ol>
${renderTogether(shown)}`,
      })
}`,
  };
}

function renderWaiting(one: Waiting, ticked: readonly string[]): Html {
  const { kind, id, title, words, address } = one;
  const value = `${kind}:${id}`;
  const name = kind === 'comment' ? text.comment({ title }) : text.work({ title });
  return html`<li>${checkbox({
    name: 'waiting[]',
    value,
    id: `waiting_${kind}_${id}`,
    label: html`${name}, ${text.by({ who: whoOf(one), time: timeOf(one) })}`,
    checked: ticked.includes(value),
  })}
<blockquote dir="auto"><p>${words}</p></blockquote>
<p><a href="${address}">${text.open()}</a></p></li>
`;
}

function whoOf({ login, guest }: Waiting): string {
  return login ?? guest ?? text.gone();
}

function timeOf({ since }: Waiting): string {
  return isoTime(since).slice(0, 16).replace('T', ' ');
}

function renderTogether({ reason, errors }: QueueShown): Html {
  return fieldset(
    text.together(),
    html`${textArea({
      name: 'reason',
      label: text.reason(),
      hint: text.reasonHint(),
      value: reason,
      rows: 2,
      limit: queueReasonCharactersMax,
      problems: errors,
    })}${submitButtons([
      { label: text.release(), name: 'do', value: 'release' },
      { label: text.refuse(), name: 'do', value: 'refuse' },
    ])}`,
  );
}
