// Two people, or one in two windows, have changed the same thing: both versions, above the form
// that holds what was typed.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { textArea } from '../../../web/controls.ts';
import { text } from '../messages.ts';
import { differencesSideBySide, type FieldDifference } from './differences.ts';
import { momentText } from './moment.ts';

export type Conflict = {
  readonly login: string;
  readonly savedAt: number;
  readonly fields: readonly FieldDifference[];
  /** The form as it is saved. */
  readonly address: string;
  /** Of a chapter: its saved text as typed, to take over from. */
  readonly theirText: string | null;
};

export function conflictPart({ login, savedAt, fields, address, theirText }: Conflict): Html {
  const names = { before: text.versionSaved(), after: text.versionYours() };
  const copy =
    theirText === null
      ? nothing
      : textArea({
          name: 'theirs',
          id: 'their-text',
          label: text.conflictTheirText(),
          value: theirText,
          rows: 12,
        });
  return html`<section aria-labelledby="conflict-heading">
<h3 class="heading" id="conflict-heading">${text.conflictHeading()}</h3>
<p>${text.conflictLead({ login, time: momentText(savedAt) })}</p>
<ul class="actions"><li><a href="${address}">${text.conflictTheirs()}</a></li></ul>
${differencesSideBySide(fields, names)}${copy}</section>`;
}
