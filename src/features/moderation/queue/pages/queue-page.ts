import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import type { FieldError } from '../../../../kit/http/index.ts';
import { isoTime } from '../../../../kit/time/index.ts';
import {
  checkbox,
  errorSummary,
  fieldset,
  formFor,
  keyList,
  selectField,
  submitButtons,
  textArea,
} from '../../../../web/controls.ts';
import type { Frame, Page } from '../../../../web/document.ts';
import type { SpamScore } from '../../../comments/index.ts';
import { reasons } from '../../cases/reasons.ts';
import { text as told } from '../../rulings/messages.ts';
import { forgetSpamUrl, queueUrl } from '../../urls.ts';
import { queueWordsCharactersMax } from '../limits.ts';
import { text } from '../messages.ts';
import type { Waiting } from '../queue.ts';

export type QueueShown = {
  readonly waiting: readonly Waiting[];
  /** `comment:12` of each box that was ticked. */
  readonly ticked: readonly string[];
  readonly reason: string;
  readonly policy: string;
  readonly words: string;
  readonly errors: readonly FieldError[];
  /** From how many comments was learnt what is spam; at 0: never. */
  readonly learnt: { readonly good: number; readonly bad: number; readonly learnt_at: number };
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
    : html`${keyList(ownKeys, { canUndo: false })}
${formFor({
  id: 'queue',
  enhance: 'list-keys',
  action: queueUrl,
  token: frame.formToken,
  body: html`<h3 class="landmark heading">${text.list()}</h3>
<ol class="waiting">${waiting.map((one) => renderWaiting(one, shown.ticked))}</ol>
${renderTogether(shown)}`,
})}
${formFor({
  // Of its own, so that the Enter key in the other releases nothing that is not ticked.
  action: queueUrl,
  token: frame.formToken,
  id: 'release-one',
  body: nothing,
})}`
}
${renderLearnt(frame, shown)}`,
  };
}

const ownKeys = [
  ['r', text.releaseOne],
  ['n', text.keyRefuse],
] as const;

function renderWaiting(one: Waiting, ticked: readonly string[]): Html {
  const { kind, id, title, words, address, spam } = one;
  const value = `${kind}:${id}`;
  const name = kind === 'comment' ? text.comment({ title }) : text.work({ title });
  return html`<li class="entry">${checkbox({
    name: 'waiting[]',
    value,
    id: `waiting_${kind}_${id}`,
    label: html`${name}, ${text.by({ who: whoOf(one), time: timeOf(one) })}`,
    checked: ticked.includes(value),
  })}
<blockquote dir="auto"><p>${words}</p></blockquote>
${spam === null ? nothing : html`<p class="hint">${spamText(spam)}</p>`}
<p class="deciding">${
    one.draft ? text.draft() : html`<a href="${address}" data-open>${text.open()}</a>`
  } <button type="submit" form="release-one" data-key="r"
 name="release" value="${value}">${text.releaseOne()}<span
 class="landmark"> ${title}</span></button></p></li>
`;
}

function spamText({ score, because }: SpamScore): string {
  // Nothing that was learnt is sure.
  const percent = Math.min(99, Math.round(score * 100));
  const signs = because.map(signText).join(', ');
  return signs === '' ? text.spam({ percent }) : text.spamBecause({ percent, signs });
}

function signText(sign: string): string {
  const value = sign.slice(sign.indexOf(':') + 1);
  if (sign.startsWith('links:')) return text.spamLinks({ count: Number(value) });
  if (!sign.startsWith('age:')) return text.spamWord({ word: value });
  if (value === 'guest') return text.spamGuest();
  return value === 'young' ? text.spamYoung() : text.spamSettled();
}

function renderLearnt(frame: Frame, { learnt }: QueueShown): Html {
  const { good, bad } = learnt;
  return html`<h3 class="heading">${text.learntHeading()}</h3>
<p>${text.learntLead()} ${text.learnt({ good, bad })}</p>
${formFor({
  action: forgetSpamUrl,
  token: frame.formToken,
  body: submitButtons([{ label: text.forget() }]),
})}`;
}

function whoOf({ login, guest }: Waiting): string {
  return login ?? guest ?? text.gone();
}

function timeOf({ since }: Waiting): string {
  return isoTime(since).slice(0, 16).replace('T', ' ');
}

function renderTogether({ policy, words, reason, errors: problems }: QueueShown): Html {
  return fieldset(
    text.together(),
    html`${selectField({
      name: 'policy',
      key: 'n',
      label: text.policy(),
      hint: text.policyHint(),
      options: [
        { value: '', label: told.policyChoose() },
        ...reasons.map(({ name, label }) => ({ value: name, label: label() })),
      ],
      value: policy,
      problems,
    })}${areaFor('words', text.words(), words, problems)}${areaFor(
      'reason',
      text.reason(),
      reason,
      problems,
      text.reasonHint(),
    )}${submitButtons([
      { label: text.release(), name: 'do', value: 'release' },
      { label: text.refuse(), name: 'do', value: 'refuse' },
    ])}`,
  );
}

function areaFor(
  name: 'words' | 'reason',
  label: string,
  value: string,
  problems: QueueShown['errors'],
  hint?: string,
): Html {
  const limit = queueWordsCharactersMax;
  return textArea({ name, label, value, rows: 2, limit, problems, ...(hint ? { hint } : {}) });
}
