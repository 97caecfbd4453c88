// The form of one saved filter, new or not.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import {
  checkbox,
  errorSummary,
  type FormProblems,
  formFor,
  hiddenField,
  submitButtons,
  textField,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import type { FilterId, SavedFilter } from '../saved-filter.ts';
import { filtersUrl, filterUrl } from '../urls.ts';

export type FilterForm = Pick<SavedFilter, 'name' | 'query' | 'list' | 'isDefault'> & {
  /** Null: a new one. */
  readonly id: FilterId | null;
  readonly problems: FormProblems;
};

export function filterFormPage(form: FilterForm, token: string): Page {
  const title = form.id === null ? text.newTitle() : text.editTitle();
  return {
    title,
    mainClass: 'filters-edit region',
    indexable: false,
    body: html`<h2 class="heading">${title}</h2>
${errorSummary(form.problems)}${renderForm(form, token)}
<p><a href="${filtersUrl}">${text.title()}</a></p>`,
  };
}

function renderForm(form: FilterForm, token: string): Html {
  const { id, name, query, list, isDefault, problems } = form;
  // A filter that is changed stays for the list that it was made for.
  const where = [hiddenField('list', list.path), list.tag && hiddenField('tag', String(list.tag))];
  return formFor({
    action: id === null ? filtersUrl : filterUrl({ id }),
    token,
    body: [
      id === null ? where : nothing,
      textField({ name: 'name', label: text.nameLabel(), value: name, problems, required: true }),
      textField({
        name: 'query',
        label: text.queryLabel(),
        hint: text.queryHint(),
        value: query,
        problems,
        required: true,
      }),
      checkbox({
        name: 'default',
        label: text.defaultLabel(),
        hint: text.defaultHint(),
        checked: isDefault,
      }),
      submitButtons([{ label: text.saveButton() }]),
    ],
  });
}
