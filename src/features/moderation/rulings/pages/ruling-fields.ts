// What is told to those whose it is: the fields of the form that decides, and what was told before.
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import type { FieldError } from '../../../../kit/http/index.ts';
import { dateText, selectField, textArea } from '../../../../web/controls.ts';
import { reportCharactersMax } from '../../cases/limits.ts';
import { reasonLabel, reasons } from '../../cases/reasons.ts';
import { text } from '../messages.ts';
import type { RulingsTable } from '../schema.ts';

export type RulingTyped = { readonly policy: string; readonly words: string };

/** The reason is asked for where something is hidden; words in any case. */
export function rulingFields(
  hides: boolean,
  { policy, words }: RulingTyped,
  problems: readonly FieldError[],
): Html {
  const reason = selectField({
    name: 'policy',
    label: text.policy(),
    hint: text.policyHint(),
    options: [
      { value: '', label: text.policyChoose() },
      ...reasons.map(({ name, label }) => ({ value: name, label: label() })),
    ],
    value: policy,
    required: true,
    problems,
  });
  return html`${hides ? reason : nothing}${textArea({
    name: 'words',
    label: text.words(),
    hint: text.wordsHint(),
    value: words,
    rows: 3,
    limit: reportCharactersMax,
    problems,
  })}`;
}

/** For moderators: what was decided before, and the appeals. */
export function renderRulings(rulings: readonly RulingsTable[]): Html {
  if (rulings.length === 0) return nothing;
  const items = rulings.map((one) => {
    const line = text.rulingLine({
      date: dateText(one.at),
      act: one.act === 'hide' ? text.hideAct() : text.showAct(),
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
