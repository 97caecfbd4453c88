// What is wrong with a form: a list of problems, each named beside its field and once at the top.
import { type Html, html, nothing } from '../../kit/html/index.ts';
import type { FieldError } from '../../kit/http/index.ts';
import { text } from '../messages.ts';

/** `field` is the control's name, such as `work[title]`; empty for the form as a whole. */
export type FormProblems = readonly FieldError[];

/** The id of a control from its name: `user[login]` becomes `user_login`, `tags[]` `tags`. */
export function fieldId(name: string): string {
  return name
    .replace(/\]?\[|\]/g, '_')
    .replace(/_+$/, '')
    .replace(/__+/g, '_');
}

export function problemOf(problems: FormProblems | undefined, name: string): string | undefined {
  return problems?.find(({ field }) => field === name)?.detail;
}

/** The box at the top of a refused form, with a link to each field. Empty for no problems. */
export function errorSummary(problems: FormProblems): Html {
  if (problems.length === 0) return nothing;
  const items = problems.map(({ field, detail }) =>
    field === ''
      ? html`<li>${detail}</li>`
      : html`<li><a href="#${fieldId(field)}">${detail}</a></li>`,
  );
  const heading = text.summaryHeading({ count: problems.length });
  return html`<div id="problems" class="problems" role="alert" tabindex="-1"
 data-enhance="problems">
<h2 class="heading">${heading}</h2>
<ul>${items}</ul>
<p>${text.summaryNothingLost()}</p>
</div>`;
}

/** Ids for `aria-describedby`, and the two lines under a label that they name. */
export function describe(
  id: string,
  hint: string | undefined,
  problem: string | undefined,
): { readonly attributes: Html; readonly lines: Html } {
  const ids = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return {
    attributes: html`${ids && html` aria-describedby="${ids}"`}${
      problem && html` aria-invalid="true"`
    }`,
    lines: html`${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}${
      problem && html`<p class="problem" id="${id}-problem">${problem}</p>`
    }`,
  };
}

/** The word after the label of a field that must be filled. */
export function requiredMark(required: boolean | undefined): Html {
  return required ? html` <span class="required">(${text.required()})</span>` : nothing;
}
