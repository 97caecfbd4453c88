// The form that decides about a person or a thing, and what those whose it is were told before.
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import type { FieldError } from '../../../../kit/http/index.ts';
import type { Message } from '../../../../kit/messages/index.ts';
import {
  dateText,
  formFor,
  selectField,
  submitButtons,
  textArea,
} from '../../../../web/controls.ts';
import { reportCharactersMax } from '../../cases/limits.ts';
import { reasonLabel, reasons } from '../../cases/reasons.ts';
import { suspensionDays } from '../../limits.ts';
import { text as desk } from '../../messages.ts';
import { type Act, isTaking } from '../acts.ts';
import { text } from '../messages.ts';
import type { RulingsTable } from '../schema.ts';

export type ActTyped = {
  readonly reason: string;
  readonly policy: string;
  readonly words: string;
  readonly days: string;
  readonly errors: readonly FieldError[];
};

export const nothingTyped: ActTyped = { reason: '', policy: '', words: '', days: '7', errors: [] };

/** The form that decides, with a button for each act that is possible. */
export function actForm(
  where: {
    readonly action: string;
    readonly token: string;
    readonly cancelHref?: string;
    /** Hidden ones, to go along. */
    readonly fields?: readonly Html[];
  },
  possible: readonly Act[],
  typed: ActTyped,
): Html {
  const { policy, words, reason, days, errors: problems } = typed;
  const buttons = possible.map((act) => ({ label: buttonOf[act](), name: 'do', value: act }));
  const reasonField = selectField({
    name: 'policy',
    label: text.policy(),
    hint: text.policyHint(),
    options: [
      { value: '', label: text.policyChoose() },
      ...reasons.map(({ name, label }) => ({ value: name, label: label() })),
    ],
    value: policy,
    // What is given back needs none.
    required: possible.every(isTaking),
    problems,
  });
  const first = possible.some(isTaking) ? reasonField : nothing;
  const body = html`${where.fields ?? []}${first}${textArea({
    name: 'words',
    label: text.words(),
    hint: text.wordsHint(),
    value: words,
    rows: 3,
    limit: reportCharactersMax,
    problems,
  })}${textArea({
    name: 'reason',
    label: desk.reason(),
    hint: desk.reasonHint(),
    value: reason,
    rows: 3,
    required: true,
    problems,
  })}${possible.includes('suspend') ? daysField(days, problems) : nothing}${submitButtons(
    buttons,
    where.cancelHref,
  )}`;
  return formFor({ action: where.action, token: where.token, body });
}

function daysField(value: string, problems: readonly FieldError[]): Html {
  const options = suspensionDays.map((count) => ({
    value: String(count),
    label: desk.daysOption({ count }),
  }));
  return selectField({ name: 'days', label: desk.days(), options, value, problems });
}

const buttonOf: Readonly<Record<Act, Message>> = {
  hide: desk.hideButton,
  show: desk.unhideButton,
  'keep-out': desk.keepOutButton,
  'let-in': desk.letInButton,
  restrict: desk.restrictButton,
  unrestrict: desk.unrestrictButton,
  remove: desk.removeButton,
  restore: desk.restoreButton,
  'hide-profile': desk.hideProfileButton,
  'show-profile': desk.showProfileButton,
  warn: desk.warnButton,
  unwarn: desk.unwarnButton,
  suspend: desk.suspendButton,
  ban: desk.banButton,
  lift: desk.liftButton,
  undo: desk.undoButton,
  redo: desk.redoButton,
};

/** What is said once it is done. */
export const doneWords: Readonly<Record<Act, Message>> = {
  hide: desk.hidden,
  show: desk.shown,
  'keep-out': desk.keptOut,
  'let-in': desk.wasLetIn,
  restrict: desk.restricted,
  unrestrict: desk.unrestricted,
  remove: desk.removed,
  restore: desk.restored,
  'hide-profile': desk.profileHidden,
  'show-profile': desk.profileShown,
  warn: desk.warned,
  unwarn: desk.unwarned,
  suspend: desk.suspended,
  ban: desk.banned,
  lift: desk.lifted,
  undo: desk.undone,
  redo: desk.redone,
};

const actWords: Readonly<Record<Act, Message>> = {
  hide: text.hideAct,
  show: text.showAct,
  'keep-out': text.keepOutAct,
  'let-in': text.letInAct,
  restrict: text.restrictAct,
  unrestrict: text.unrestrictAct,
  remove: text.removeAct,
  restore: text.restoreAct,
  'hide-profile': text.hideProfileAct,
  'show-profile': text.showProfileAct,
  warn: text.warnAct,
  unwarn: text.unwarnAct,
  suspend: text.suspendAct,
  ban: text.banAct,
  lift: text.liftAct,
  undo: text.undoAct,
  redo: text.redoAct,
};

/** For moderators: what was decided before, and the appeals. */
export function renderRulings(rulings: readonly RulingsTable[]): Html {
  if (rulings.length === 0) return nothing;
  const items = rulings.map((one) => {
    const line = text.rulingLine({
      date: dateText(one.at),
      act: actWords[one.act]({ date: dateText(one.until ?? 0) }),
      reason: one.reason === '' ? '' : reasonLabel(one.reason),
      words: one.words,
    });
    const appealed =
      one.appealed_at === null
        ? nothing
        : html`<p class="words">${text.appealLine({
            date: dateText(one.appealed_at),
            words: one.appeal_words ?? '',
          })}</p>`;
    return html`<li><p>${line}</p>
${appealed}</li>
`;
  });
  return html`<h3 class="heading">${text.rulings()}</h3>
<ul class="cases">${items}</ul>`;
}
