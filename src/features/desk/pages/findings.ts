// What the check found, above the form that the text was sent with.
import { type Html, html } from '../../../kit/html/index.ts';
import type { Finding } from '../../../text/index.ts';
import { fieldId } from '../../../web/controls.ts';
import { findingsShownMost } from '../limits.ts';
import { reasonOf, text } from '../messages.ts';
import { deskCheckUrl } from '../urls.ts';

export type ListedFinding = { readonly finding: Finding; readonly key: string };

export type FoundInText = {
  /** The form that the buttons belong to, and its field with the text. */
  readonly form: string;
  readonly field: string;
  readonly findings: readonly ListedFinding[];
  readonly words: number;
  readonly dismissed: number;
  /** The text has more than the check gives. */
  readonly cut: boolean;
};

export function findingsPanel(found: FoundInText): Html {
  const { findings, words, dismissed, form } = found;
  const cut = found.cut ? 'yes' : 'no';
  const shown = findings.slice(0, findingsShownMost);
  return panel(html`<p role="status">${text.checkFound({ found: findings.length, words, cut })}</p>
${findings.length > 0 && html`<p class="hint">${text.checkHint()}</p>`}
${
  shown.length > 0 &&
  html`<ol class="findings" data-enhance="findings" data-field="${fieldId(found.field)}">
${shown.map((each) => findingItem(found, each))}</ol>`
}
${findings.length > shown.length && html`<p>${text.checkMore({ shown: shown.length })}</p>`}
${
  dismissed > 0 &&
  html`<p>${text.checkDismissed({ count: dismissed })}
 <button type="submit" form="${form}" formaction="${deskCheckUrl}" name="dismiss"
 value="none">${text.checkShowDismissed()}</button></p>`
}`);
}

/** A sentence in the place of findings: nothing to check, another language, too busy. */
export function checkNote(sentence: string): Html {
  return panel(html`<p role="status">${sentence}</p>`);
}

function panel(body: Html): Html {
  return html`<section class="desk-check" aria-labelledby="check-heading">
<h3 class="heading" id="check-heading">${text.checkHeading()}</h3>
${body}
</section>`;
}

function findingItem({ form, field }: FoundInText, { finding, key }: ListedFinding): Html {
  const { before, quote, after, start, end, paragraph } = finding;
  return html`<li data-start="${start}" data-end="${end}">
<p class="reason">${reasonOf(finding)}</p>
<blockquote dir="auto">…${before}<mark>${quote}</mark>${after}…</blockquote>
<p class="hint">${text.paragraph({ number: paragraph })}</p>
<ul class="actions">
<li><a class="jump" href="#${fieldId(field)}"
 aria-label="${text.jumpTo({ quote })}">${text.jump()}</a></li>
<li><button type="submit" form="${form}" formaction="${deskCheckUrl}" name="dismiss"
 value="${key}" aria-label="${text.dismissThis({ quote })}">${text.dismiss()}</button></li>
</ul>
</li>
`;
}
