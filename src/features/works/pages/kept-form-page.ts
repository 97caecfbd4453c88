import { html } from '../../../kit/html/index.ts';
import { formFor, submitButtons } from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import { keptFormUrl } from '../urls.ts';
import { differencesSideBySide, type FieldDifference } from './differences.ts';
import { momentText } from './moment.ts';

export type KeptFormShown = {
  readonly window: string;
  readonly savedAt: number;
  /** The form with what was kept filled in, and the form as it is saved. */
  readonly address: string;
  readonly formAddress: string;
  readonly fields: readonly FieldDifference[];
};

/** What was saved for now beside what is saved, and what can be done about it. */
export function keptFormPage(frame: Frame, shown: KeptFormShown): Page {
  const names = {
    before: text.versionSaved(),
    after: text.keptOf({ time: momentText(shown.savedAt) }),
  };
  return {
    title: text.keptCompareTitle(),
    mainClass: 'works-kept region',
    indexable: false,
    styles: ['works'],
    body: html`<h2 class="heading">${text.keptCompareTitle()}</h2>
<ul class="actions"><li><a href="${shown.address}">${text.keptRestore()}</a></li>
<li><a href="${shown.formAddress}">${text.keptKeepSaved()}</a></li></ul>
${formFor({
  action: `${keptFormUrl(shown.window)}/drop`,
  token: frame.formToken,
  body: submitButtons([{ label: text.keptDrop() }]),
})}
${differencesSideBySide(shown.fields, names)}`,
  };
}
