// What a member says about their history: whether one is kept, and clearing it.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { dayText, formFor, hiddenField, submitButtons } from '../../../web/controls.ts';
import type { Frame } from '../../../web/document.ts';
import type { Cleared, HistoryChoice } from '../history/visit.ts';
import { text } from '../messages.ts';
import { broughtBackUrl, historyUrl } from '../urls.ts';

export type HistoryStanding = {
  readonly choice: HistoryChoice;
  /** How many works stand in it. */
  readonly opened: number;
  readonly cleared: Cleared | null;
};

/** Asks whoever has not answered yet; nothing for the others, and for guests. */
export function historyQuestion(frame: Frame, choice: HistoryChoice | null): Html {
  if (choice !== 'unasked' || frame.viewer.kind === 'guest') return nothing;
  return html`<div class="history" role="group" aria-label="${text.history()}">
<p>${text.question()}</p>
${historyForm(frame, [
  ['keep', text.keep()],
  ['stop', text.keepNot()],
])}</div>`;
}

/** On the page of the list: how it stands, and every act. */
export function historyPart(frame: Frame, { choice, opened, cleared }: HistoryStanding): Html {
  if (choice === 'unasked' && opened === 0 && cleared === null) {
    return html`${historyQuestion(frame, choice)}${renderBringing(frame)}`;
  }
  const switching = choice === 'kept' ? ['stop', text.stop()] : ['keep', text.keep()];
  const acts: Act[] = [switching as unknown as Act];
  if (opened > 0) acts.push(['clear', text.clear()]);
  return html`<div class="history" role="group" aria-label="${text.history()}">
<p>${choice === 'kept' ? text.isKept() : text.isNotKept()}
${opened > 0 ? text.clearing({ count: opened }) : nothing}</p>
${historyForm(frame, acts)}
${cleared === null ? nothing : renderCleared(frame, cleared)}
${renderBringing(frame)}</div>`;
}

function renderCleared(frame: Frame, { works, until }: Cleared): Html {
  return html`<p>${text.cleared({ count: works, date: dayText(until) })}</p>
${historyForm(frame, [
  ['restore', text.restore()],
  ['forget', text.forget()],
])}`;
}

function renderBringing({ viewer, formToken }: Frame): Html {
  if (viewer.kind === 'guest') return nothing;
  return html`<details class="bookmark-fold"><summary>${text.bring()}</summary>
${formFor({
  action: broughtBackUrl(viewer.login),
  token: formToken,
  upload: true,
  body: html`<div class="field"><label for="takeout_file">${text.bringFile()}</label>
<p class="hint" id="takeout_file-hint">${text.bringHint()}</p>
<input type="file" id="takeout_file" name="file" multiple aria-describedby="takeout_file-hint"
 accept=".json,application/json"></div>
${submitButtons([{ label: text.bringButton() }])}`,
})}</details>`;
}

type Act = readonly [word: string, label: string];

function historyForm(frame: Frame, acts: readonly Act[]): Html {
  const { viewer } = frame;
  if (viewer.kind === 'guest') return nothing;
  return formFor({
    action: historyUrl(viewer.login),
    token: frame.formToken,
    className: 'inline',
    body: [
      hiddenField('back', frame.path),
      html`<p class="submit actions">${acts.map(
        ([word, label]) =>
          html`<button type="submit" name="do" value="${word}">${label}</button>\n`,
      )}</p>`,
    ],
  });
}
