// A form that is refused before its handler saw it (an old token, an ended session): what was
// typed is shown, so that it can be copied into a fresh form.
import { type Html, html, nothing } from '../../kit/html/index.ts';
import type { Form } from '../../kit/http/index.ts';
import { text } from '../messages.ts';

const never =
  /token|password|_method|^(?:commit|do|language|autosave_\w*|login|code|return_to)$|format\]?$/i;
/** What is no longer stands in a box of one line. */
const lineCharacters = 60;

/** The texts of a form, each in a box of its own; nothing for a form without any. */
export function keptTyping(form: Form | null): Html {
  if (form === null) return nothing;
  const typed = [...form.entries()].flatMap(([name, values]) =>
    never.test(name)
      ? []
      : values.filter((value) => /\p{L}/u.test(value)).map((value) => ({ name, value })),
  );
  if (typed.length === 0) return nothing;
  return html`<h2 class="heading">${text.typedHeading()}</h2>
<p>${text.typedHint()}</p>
${typed.map(
  ({ name, value }, at) => html`<div class="field"><label for="typed-${at}">${name}</label>
<textarea id="typed-${at}" rows="${value.length > lineCharacters ? 6 : 1}" readonly="" dir="auto">
${value}</textarea></div>`,
)}`;
}
