// A decision of moderators: the reason, their words, and the appeal against it.
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import type { FieldError } from '../../../../kit/http/index.ts';
import {
  dateText,
  errorSummary,
  formFor,
  submitButtons,
  textArea,
} from '../../../../web/controls.ts';
import type { Frame, Page } from '../../../../web/document.ts';
import { logOutUrl, personUrl, policyUrl } from '../../../accounts/urls.ts';
import { bookmarkUrl } from '../../../bookmarks/urls.ts';
import { commentUrl } from '../../../comments/urls.ts';
import { seriesUrl, workUrl } from '../../../works/urls.ts';
import { reportCharactersMax } from '../../cases/limits.ts';
import { reasonLabel } from '../../cases/reasons.ts';
import { rulingUrl } from '../../urls.ts';
import { isTaking } from '../acts.ts';
import { text } from '../messages.ts';
import { sentenceOf } from '../notices.ts';
import type { RulingsTable } from '../schema.ts';

export type RulingShown = {
  readonly ruling: RulingsTable;
  /** Nothing to appeal against: what was hidden is shown again. */
  readonly isOver: boolean;
  readonly appeal: string;
  readonly errors: readonly FieldError[];
};

export function rulingPage(frame: Frame, shown: RulingShown): Page {
  const { ruling, errors } = shown;
  const decided = sentenceOf({ ...ruling, answered_at: null });
  const reason = html`<p>${text.reason({ reason: reasonLabel(ruling.reason) })}</p>\n`;
  const words = html`<h3 class="heading">${text.wordsHeading()}</h3>
<p class="words" dir="auto">${ruling.words}</p>`;
  return {
    title: text.title(),
    mainClass: 'rulings-show region',
    indexable: false,
    styles: ['moderation'],
    body: html`<h2 class="heading">${text.title()}</h2>
${errorSummary(errors)}<p><a href="${addressOf(ruling)}">${decided}</a></p>
<p>${text.date({ date: dateText(ruling.at) })}</p>
${ruling.reason === '' ? nothing : reason}${ruling.words === '' ? nothing : words}
<p><a href="${policyUrl}">${text.policyLink()}</a></p>
${isTaking(ruling.act) ? renderAppeal(frame, shown) : nothing}`,
  };
}

function addressOf({ subject_kind: kind, subject_id: id, title }: RulingsTable): string {
  switch (kind) {
    case 'user':
      return personUrl(title);
    case 'work':
      return workUrl({ id });
    case 'series':
      return seriesUrl({ id });
    case 'comment':
      return commentUrl({ id });
    case 'bookmark':
      return bookmarkUrl({ id });
  }
}

/** All that a person was told, the newest first. */
export function rulingsPage(rulings: readonly RulingsTable[]): Page {
  const items = rulings.map(
    (one) => html`<li><p><a href="${rulingUrl(one)}">${sentenceOf(one)}</a></p>
<p class="hint">${text.date({ date: dateText(one.at) })}</p></li>
`,
  );
  return {
    title: text.listTitle(),
    mainClass: 'rulings-index region',
    indexable: false,
    styles: ['moderation'],
    body: html`<h2 class="heading">${text.listTitle()}</h2>
<p>${text.listLead()}</p>
${items.length === 0 ? html`<p>${text.listNone()}</p>` : html`<ul class="cases">${items}</ul>`}
<ul class="actions">
<li><a href="${policyUrl}">${text.policyLink()}</a></li>
<li><a href="/takeout">${text.listTakeout()}</a></li>
<li><a href="${logOutUrl}">${text.listLogOut()}</a></li>
</ul>`,
  };
}

function renderAppeal(frame: Frame, { ruling, isOver, appeal, errors }: RulingShown): Html {
  if (isOver && ruling.appealed_at === null) {
    return html`<p class="notice">${text.takenBack()}</p>`;
  }
  const heading = html`<h3 class="heading">${text.appealHeading()}</h3>`;
  if (ruling.appealed_at !== null) {
    const answer = isOver ? text.appealHeard : text.appealStands;
    const say = ruling.answered_at === null ? text.appealWaits : answer;
    return html`${heading}
<p>${say({ date: dateText(ruling.appealed_at) })}</p>
<p class="words" dir="auto">${ruling.appeal_words}</p>`;
  }
  return html`${heading}
<p>${text.appealLead()}</p>
${formFor({
  action: rulingUrl(ruling),
  token: frame.formToken,
  body: html`${textArea({
    name: 'appeal',
    label: text.appealField(),
    value: appeal,
    required: true,
    limit: reportCharactersMax,
    problems: errors,
  })}${submitButtons([{ label: text.appealButton() }])}`,
})}`;
}
