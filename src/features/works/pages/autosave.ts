// What a form shows of saving for now: its hidden fields, its button, and what was kept before.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { formFor, hiddenField } from '../../../web/controls.ts';
import type { Frame } from '../../../web/document.ts';
import { deskCheckUrl, deskSuggestUrl } from '../../desk/urls.ts';
import { text } from '../messages.ts';
import type { FormSubject } from '../store/autosaves.ts';
import { autosaveUrl, keptFormUrl } from '../urls.ts';
import { momentText } from './moment.ts';

export type OfferedForm = {
  readonly window: string;
  readonly savedAt: number;
  /** Its first words. */
  readonly beginning: string;
  /** The form with it filled in. */
  readonly address: string;
};

/** A form on a page: the window it is, and what other windows have left. */
export type OpenForm = {
  readonly window: string;
  readonly subject: FormSubject;
  readonly offers: readonly OfferedForm[];
};

/** Names the form to `POST /autosave`. */
export function autosaveFields({ window, subject }: OpenForm): Html {
  const { kind, workId, chapterId } = subject;
  const fields = { window, kind, work: workId ?? '', chapter: chapterId ?? '' };
  return html`${Object.entries(fields).map(([name, value]) =>
    hiddenField(`autosave_${name}`, String(value)),
  )}`;
}

export const keepButton = () => ({
  label: text.buttonKeep(),
  name: 'do',
  value: 'keep',
  address: autosaveUrl,
});

export const checkButton = () => ({
  label: text.buttonCheck(),
  name: 'do',
  value: 'check',
  address: deskCheckUrl,
  enhance: 'desk-panel',
});

export const suggestButton = () => ({
  label: text.buttonSuggest(),
  name: 'do',
  value: 'suggest',
  address: deskSuggestUrl,
  enhance: 'desk-panel',
});

/** Above the form: text that was typed and not saved, each with what can be done about it. */
export function keptForms(frame: Frame, { offers }: OpenForm): Html {
  if (offers.length === 0) return nothing;
  return html`<section aria-labelledby="kept-heading">
<h3 class="landmark heading" id="kept-heading">${text.keptHeading()}</h3>
${offers.map(
  ({ window, savedAt, beginning, address }) => html`<div class="kept">
<p>${text.keptOffer({ time: momentText(savedAt) })} <q dir="auto">${beginning}</q></p>
<ul class="actions"><li><a href="${address}">${text.keptRestore()}</a></li>
<li><a href="${keptFormUrl(window)}">${text.keptCompare()}</a></li></ul>
${formFor({
  action: `${keptFormUrl(window)}/drop`,
  token: frame.formToken,
  // Not the main thing to do here, which `submitButtons` would make of it.
  body: html`<div class="submit actions"><button type="submit">${text.keptDrop()}</button></div>`,
})}</div>`,
)}</section>`;
}
