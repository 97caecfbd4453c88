// Choosing works of one's own, and what is done with those chosen.
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import type { FieldError } from '../../../../kit/http/index.ts';
import {
  checkboxGroup,
  errorSummary,
  fieldset,
  formFor,
  hiddenField,
  type Pages,
  pager,
  radioGroup,
  selectField,
  submitButtons,
  tagField,
  textField,
} from '../../../../web/controls.ts';
import type { Frame, Page } from '../../../../web/document.ts';
import { undeleteDays } from '../../limits.ts';
import { differencesInOne } from '../../pages/differences.ts';
import type { Vocabularies } from '../../pages/work-form-page.ts';
import { manageWorksUrl } from '../../urls.ts';
import type { BulkTagType, PlannedWork } from '../actions/bulk.ts';
import { type BulkFields, sentBulkFields, tagFieldOf } from '../bulk-form.ts';
import { text } from '../messages.ts';
import type { Deleted } from '../store/deleted.ts';
import type { ManagedWork } from '../store/orphans.ts';
import { deletedList } from './deleted.ts';

export type ManagedList = {
  readonly login: string;
  readonly works: readonly ManagedWork[];
  readonly deleted: Deleted;
  readonly chosen: readonly number[];
  readonly errors: readonly FieldError[];
};

export function managePage(frame: Frame, list: ManagedList, pages: Pages): Page {
  const { works, deleted, errors } = list;
  const title = text.manageTitle();
  return asPage(
    title,
    html`${errorSummary(errors)}
${works.length === 0 ? html`<p>${text.manageNone()}</p>` : renderChoice(frame, list)}
${pager(pages)}${deletedList(deleted)}`,
  );
}

function renderChoice(frame: Frame, { login, works, chosen, errors }: ManagedList): Html {
  return formFor({
    action: manageWorksUrl(login),
    token: frame.formToken,
    body: html`${checkboxGroup({
      name: 'works',
      legend: text.manageChoose(),
      options: works.map(({ id, title, posted }) => {
        return { value: String(id), label: posted ? title : text.manageDraft({ title }) };
      }),
      values: chosen.map(String),
      problems: errors,
    })}${submitButtons([
      { label: text.manageEdit(), name: 'do', value: 'edit' },
      { label: text.manageDelete(), name: 'do', value: 'delete' },
      { label: text.manageOrphan(), name: 'do', value: 'orphan' },
    ])}`,
  });
}

export type BulkForm = {
  readonly login: string;
  readonly ids: readonly number[];
  readonly fields: BulkFields;
  readonly vocabularies: Vocabularies;
  readonly errors: readonly FieldError[];
};

export function bulkFormPage(frame: Frame, form: BulkForm): Page {
  const { login, ids, errors } = form;
  const title = text.bulkTitle({ count: ids.length });
  return asPage(
    title,
    html`${errorSummary(errors)}<p class="hint">${text.bulkHint()}</p>
${formFor({
  action: manageWorksUrl(login),
  token: frame.formToken,
  body: html`${hiddenWorks(ids)}${renderTags(form, 'add')}${renderTags(
    form,
    'remove',
  )}${renderRest(form)}${submitButtons(
    [{ label: text.bulkPreview(), name: 'do', value: 'preview' }],
    manageWorksUrl(login),
  )}`,
})}`,
  );
}

function renderTags({ fields, errors }: BulkForm, act: 'add' | 'remove'): Html {
  const labels: readonly (readonly [BulkTagType, string])[] =
    act === 'add'
      ? [
          ['fandom', text.bulkAddfandom()],
          ['relationship', text.bulkAddrelationship()],
          ['character', text.bulkAddcharacter()],
          ['freeform', text.bulkAddfreeform()],
        ]
      : [
          ['fandom', text.bulkRemovefandom()],
          ['relationship', text.bulkRemoverelationship()],
          ['character', text.bulkRemovecharacter()],
          ['freeform', text.bulkRemovefreeform()],
        ];
  const controls = labels.map(([type, label]) =>
    tagField({
      name: tagFieldOf(act, type),
      label,
      value: fields.tags[tagFieldOf(act, type)] ?? '',
      address: `/autocomplete/${type}`,
      problems: errors,
    }),
  );
  return fieldset(act === 'add' ? text.bulkAdd() : text.bulkRemove(), controls);
}

function renderRest({ fields, vocabularies, errors }: BulkForm): Html {
  const leave = { value: '', label: text.bulkLeave() };
  const named = ({ name }: { readonly name: string }) => ({ value: name, label: name });
  return fieldset(
    text.bulkReplace(),
    html`${selectField({
      name: 'rating',
      label: text.bulkRating(),
      value: fields.rating,
      options: [leave, ...vocabularies.ratings.map(named)],
      problems: errors,
    })}${checkboxGroup({
      name: 'warnings',
      legend: text.bulkWarnings(),
      hint: text.bulkWarningsHint(),
      options: vocabularies.warnings.map(named),
      values: fields.warnings,
      problems: errors,
    })}${selectField({
      name: 'language',
      label: text.bulkLanguage(),
      value: fields.language,
      options: [
        leave,
        ...vocabularies.languages.map(({ tag, name }) => ({ value: tag, label: name })),
      ],
      problems: errors,
    })}${selectField({
      name: 'readers',
      label: text.bulkReaders(),
      value: fields.readers,
      options: [
        leave,
        { value: 'everybody', label: text.bulkEverybody() },
        { value: 'members', label: text.bulkMembers() },
      ],
    })}${selectField({
      name: 'seriesAdd',
      label: text.seriesChoose(),
      value: fields.seriesAdd,
      options: [
        leave,
        ...vocabularies.series.map(({ id, title }) => ({ value: String(id), label: title })),
      ],
    })}${textField({
      name: 'seriesNew',
      label: text.seriesNew(),
      value: fields.seriesNew,
      problems: errors,
    })}`,
  );
}

export type BulkPreview = {
  readonly login: string;
  readonly planned: readonly PlannedWork[];
  readonly fields: BulkFields;
};

export function previewPage(frame: Frame, { login, planned, fields }: BulkPreview): Page {
  const changes = (one: PlannedWork) => one.differences.length > 0 || one.newSeries;
  const hidden = sentBulkFields(fields).map(([name, value]) => hiddenField(name, value));
  const apply = { label: text.bulkApply(), name: 'do', value: 'apply' };
  const back = { label: text.bulkBack(), name: 'do', value: 'edit' };
  const some = planned.some(changes);
  return asPage(
    text.bulkPreviewTitle(),
    html`${some ? nothing : html`<p>${text.bulkNothing()}</p>`}
${planned.map((one) =>
  changes(one) ? renderPlanned(one) : html`<p>${text.bulkUnchanged({ title: one.title })}</p>`,
)}
${formFor({
  action: manageWorksUrl(login),
  token: frame.formToken,
  body: html`${hiddenWorks(planned.map(({ id }) => id))}${hidden}${submitButtons(
    some ? [apply, back] : [back],
    manageWorksUrl(login),
  )}`,
})}`,
  );
}

function renderPlanned({ title, differences, newSeries }: PlannedWork): Html {
  return html`<section class="planned"><h3 class="heading">${title}</h3>
${differences.length === 0 ? nothing : differencesInOne(differences)}${
  newSeries ? html`<p>${text.bulkNewSeries()}</p>` : nothing
}</section>
`;
}

export function deleteManyPage(frame: Frame, login: string, ids: readonly number[]): Page {
  return asPage(
    text.deleteManyQuestion({ count: ids.length }),
    html`<p>${text.deleteManyExplanation({ days: undeleteDays })}</p>
${formFor({
  action: manageWorksUrl(login),
  token: frame.formToken,
  body: html`${hiddenWorks(ids)}${submitButtons(
    [{ label: text.manageDelete(), name: 'do', value: 'delete-now' }],
    manageWorksUrl(login),
  )}`,
})}`,
  );
}

export function orphanPage(frame: Frame, login: string, ids: readonly number[]): Page {
  return asPage(
    text.orphanQuestion({ count: ids.length }),
    html`<p>${text.orphanExplanation()}</p>
${formFor({
  action: manageWorksUrl(login),
  token: frame.formToken,
  body: html`${hiddenWorks(ids)}${radioGroup({
    name: 'name',
    legend: text.orphanName(),
    options: [
      { value: 'keep', label: text.orphanKeep() },
      { value: 'drop', label: text.orphanDrop() },
    ],
    value: 'drop',
  })}${submitButtons(
    [{ label: text.manageOrphan(), name: 'do', value: 'orphan-now' }],
    manageWorksUrl(login),
  )}`,
})}`,
  );
}

function hiddenWorks(ids: readonly number[]): Html {
  return html`${ids.map((id) => hiddenField('works', String(id)))}`;
}

function asPage(title: string, body: Html): Page {
  return {
    title,
    mainClass: 'works-manage region',
    indexable: false,
    body: html`<h2 class="heading">${title}</h2>
${body}`,
  };
}
