// Fields that people type into.
import { type Html, html, nothing } from '../../kit/html/index.ts';
import { text } from '../messages.ts';
import { describe, type FormProblems, fieldId, problemOf, requiredMark } from './problems.ts';

type TypedField = {
  /** As it is sent: `work[title]`. */
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  /** Absent: made from the name by `fieldId`. */
  readonly id?: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** Most characters: code points after NFC and LF. Shows a counter where script runs; the
   * browser is not told to cut, so that nothing pasted is lost. */
  readonly limit?: number;
  readonly problems?: FormProblems;
  readonly lang?: string;
};

export type TextField = TypedField & {
  readonly type?: 'text' | 'email' | 'search' | 'url' | 'number' | 'date' | 'datetime-local';
  /** The HTML autocomplete token: `username`, `email`, `off`. */
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'email' | 'url';
};

export function textField(field: TextField): Html {
  const control = html`<input type="${field.type ?? 'text'}"${shared(field)} value="${
    field.value ?? ''
  }"${field.autocomplete && html` autocomplete="${field.autocomplete}"`}${
    field.inputmode && html` inputmode="${field.inputmode}"`
  }>`;
  return wrap(field, control);
}

/** A password is never sent back: the field is empty after an error. */
export function passwordField(
  field: Omit<TypedField, 'value' | 'limit'> & {
    readonly autocomplete: 'current-password' | 'new-password';
  },
): Html {
  const autocomplete = html` autocomplete="${field.autocomplete}"`;
  return wrap(field, html`<input type="password"${shared(field)}${autocomplete}>`);
}

export type TextArea = TypedField & { readonly rows?: number };

export function textArea(field: TextArea): Html {
  // The parser drops one line break after the tag: without ours, it would be the writer's.
  const control = html`<textarea rows="${field.rows ?? 4}" dir="auto"${shared(field)}>
${field.value ?? ''}</textarea>`;
  return wrap(field, control);
}

export type TagField = TypedField & {
  /** Where suggestions come from: `/autocomplete/fandom`. */
  readonly address: string;
};

/** Tag names separated by commas: a plain field, with suggestions where script runs. */
export function tagField(field: TagField): Html {
  const hint = field.hint ? `${field.hint} ${text.commaSeparated()}` : text.commaSeparated();
  const control = html`<input type="text" autocomplete="off" data-enhance="autocomplete"
 data-label="${text.suggestions()}" data-address="${field.address}"${shared({ ...field, hint })}
 value="${field.value ?? ''}">`;
  return wrap({ ...field, hint }, control);
}

function shared(field: TypedField): Html {
  const id = field.id ?? fieldId(field.name);
  const problem = problemOf(field.problems, field.name);
  const { attributes } = describe(id, hintOf(field), problem);
  return html` id="${id}" name="${field.name}"${field.required ? html` required` : nothing}${
    field.lang && html` lang="${field.lang}"`
  }${attributes}`;
}

function wrap(field: TypedField, control: Html): Html {
  const id = field.id ?? fieldId(field.name);
  const { lines } = describe(id, hintOf(field), problemOf(field.problems, field.name));
  const counter =
    field.limit === undefined ? nothing : html` data-enhance="counter" data-limit="${field.limit}"`;
  return html`<div class="field"${counter}>
<label for="${id}">${field.label}${requiredMark(field.required)}</label>
${lines}${control}
</div>`;
}

function hintOf({ hint, limit }: TypedField): string | undefined {
  if (limit === undefined) return hint;
  const allowed = text.charactersAllowed({ limit });
  return hint ? `${hint} ${allowed}` : allowed;
}
