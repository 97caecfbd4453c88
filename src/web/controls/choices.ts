// Fields that people choose in.
import { type Html, html, nothing } from '../../kit/html/index.ts';
import { describe, type FormProblems, fieldId, problemOf, requiredMark } from './problems.ts';

type Choice = {
  readonly value: string;
  readonly label: string;
  /** Shown after the label in lists with counts: `1,234`. */
  readonly count?: string;
};

export type SelectField = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Choice[];
  readonly value?: string;
  readonly id?: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly problems?: FormProblems;
  /** In a list with keys, the one that leads here: `data-key`. */
  readonly key?: string;
};

export function selectField(field: SelectField): Html {
  const id = field.id ?? fieldId(field.name);
  const { attributes, lines } = describe(id, field.hint, problemOf(field.problems, field.name));
  const required = field.required ? html` required` : nothing;
  const options = field.options.map(
    ({ value, label }) =>
      html`<option value="${value}"${value === field.value && html` selected`}>${label}</option>`,
  );
  return html`<div class="field">
<label for="${id}">${field.label}${requiredMark(field.required)}</label>
${lines}<select id="${id}" name="${field.name}"${
    field.key && html` data-key="${field.key}"`
  }${required}${attributes}>${options}</select>
</div>`;
}

export type CheckboxField = {
  readonly name: string;
  readonly label: string | Html;
  readonly checked: boolean;
  /** Absent: `1`. */
  readonly value?: string;
  readonly id?: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly problems?: FormProblems;
};

/** One box, checked or not. What is not checked is not sent. */
export function checkbox(field: CheckboxField): Html {
  const id = field.id ?? fieldId(field.name);
  const { attributes, lines } = describe(id, field.hint, problemOf(field.problems, field.name));
  return html`<div class="field choice">
<label><input type="checkbox" id="${id}" name="${field.name}" value="${
    field.value ?? '1'
  }"${field.checked && html` checked`}${field.required && html` required`}${attributes}>
<span>${field.label}${requiredMark(field.required)}</span></label>
${lines}</div>`;
}

export type GroupField = {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly Choice[];
  readonly hint?: string;
  readonly required?: boolean;
  readonly problems?: FormProblems;
  /** Begins the ids, where a page has two groups of the same name. Absent: from the name. */
  readonly id?: string;
};

/** One of several. */
export function radioGroup(field: GroupField & { readonly value?: string }): Html {
  return group('radio', field, (value) => value === field.value);
}

/** Any of several: `name` usually ends in `[]`. */
export function checkboxGroup(field: GroupField & { readonly values: readonly string[] }): Html {
  return group('checkbox', field, (value) => field.values.includes(value));
}

function group(
  type: 'radio' | 'checkbox',
  field: GroupField,
  isChosen: (value: string) => boolean,
): Html {
  const id = field.id ?? fieldId(field.name);
  const { attributes, lines } = describe(id, field.hint, problemOf(field.problems, field.name));
  // The first choice bears the group's own id, so that the error summary can lead to it.
  const items = field.options.map(({ value, label, count }, at) => {
    const own = at === 0 ? id : `${id}_${at}`;
    const checked = isChosen(value) ? html` checked` : nothing;
    const required = type === 'radio' && field.required ? html` required` : nothing;
    return html`<li><label><input type="${type}" id="${own}" name="${
      field.name
    }" value="${value}"${checked}${required}${attributes}>
<span>${label}${count && html` <span class="count">${count}</span>`}</span></label></li>`;
  });
  return html`<fieldset class="field choices">
<legend>${field.legend}${requiredMark(field.required)}</legend>
${lines}<ul>${items}</ul>
</fieldset>`;
}
