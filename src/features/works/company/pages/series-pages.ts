// The form of a series, and the questions before it goes or comes back.
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import type { FieldError } from '../../../../kit/http/index.ts';
import {
  checkbox,
  checkboxGroup,
  confirmForm,
  errorSummary,
  fieldset,
  formFor,
  submitButtons,
  textArea,
  textField,
} from '../../../../web/controls.ts';
import type { Frame, Page } from '../../../../web/document.ts';
import {
  notesCharactersMax,
  summaryCharactersMax,
  titleCharactersMax,
  undeleteDays,
} from '../../limits.ts';
import { text as order } from '../../messages.ts';
import { deleteSeriesUrl, seriesUrl, undeleteSeriesUrl } from '../../urls.ts';
import { text } from '../messages.ts';

export type SeriesFields = {
  readonly title: string;
  readonly summary: string;
  readonly notes: string;
  readonly complete: boolean;
  /** As typed, by the ids of works. */
  readonly numbers: Readonly<Record<string, string>>;
  /** Ids of people. */
  readonly creators: readonly string[];
};

export type SeriesForm = {
  readonly id: number;
  readonly title: string;
  readonly fields: SeriesFields;
  /** Title null: a work that this creator of the series may not see. */
  readonly works: readonly {
    readonly id: number;
    readonly position: number;
    readonly title: string | null;
  }[];
  /** Co-creators of its works. */
  readonly companions: readonly { readonly userId: number; readonly login: string }[];
  readonly errors: readonly FieldError[];
};

export function seriesFormPage(frame: Frame, form: SeriesForm): Page {
  const { fields, errors } = form;
  const title = text.editSeries({ title: form.title });
  const area = (name: 'summary' | 'notes', label: string, limit: number) =>
    textArea({ name, label, limit, value: fields[name], hint: text.htmlHint(), problems: errors });
  return {
    title,
    mainClass: 'series-edit region',
    indexable: false,
    styles: ['works'],
    body: html`<h2 class="heading">${title}</h2>
${errorSummary(errors)}
${formFor({
  action: seriesUrl(form),
  token: frame.formToken,
  body: html`${textField({
    name: 'title',
    label: text.seriesTitle(),
    value: fields.title,
    required: true,
    limit: titleCharactersMax,
    problems: errors,
  })}${area('summary', text.seriesSummary(), summaryCharactersMax)}${area(
    'notes',
    text.seriesNotes(),
    notesCharactersMax,
  )}${checkbox({
    name: 'complete',
    label: text.seriesComplete(),
    checked: fields.complete,
  })}${renderWorks(form)}${renderCompanions(form)}${submitButtons(
    [{ label: text.buttonSave() }],
    seriesUrl(form),
  )}`,
})}
<p><a href="${deleteSeriesUrl(form)}">${text.seriesDelete()}</a></p>`,
  };
}

function renderWorks({ works, fields, errors }: SeriesForm): Html {
  if (works.length === 0) return nothing;
  const numbers = works.map(({ id, title, position }) =>
    textField({
      name: `number[${id}]`,
      label: title === null ? text.seriesWorkUnseen() : text.seriesWorkNumber({ title }),
      value: fields.numbers[id] ?? String(position),
      inputmode: 'numeric',
      problems: errors,
    }),
  );
  const moved = order.orderMoved({ title: '{title}', number: '{number}' });
  const list = html`<div data-enhance="chapter-order" data-up="${order.orderUp()}"
 data-down="${order.orderDown()}" data-moved="${moved}">
${numbers}</div>`;
  return fieldset(text.seriesWorks(), list, text.seriesWorksHint());
}

function renderCompanions({ companions, fields }: SeriesForm): Html {
  if (companions.length === 0) return nothing;
  return checkboxGroup({
    name: 'creators',
    legend: text.seriesCreators(),
    hint: text.seriesCreatorsHint(),
    options: companions.map(({ userId, login }) => ({ value: String(userId), label: login })),
    values: fields.creators,
  });
}

type Named = { readonly id: number; readonly title: string };

export function deleteSeriesPage(frame: Frame, series: Named): Page {
  return asked(text.deleteSeriesQuestion({ title: series.title }), (question) =>
    confirmForm({
      question,
      explanation: html`<p>${text.deleteSeriesExplanation({ days: undeleteDays })}</p>`,
      action: deleteSeriesUrl(series),
      token: frame.formToken,
      button: text.deleteSeriesButton(),
      cancelHref: seriesUrl(series),
    }),
  );
}

export function undeleteSeriesPage(frame: Frame, series: Named): Page {
  return asked(text.undeleteSeriesQuestion({ title: series.title }), (question) =>
    confirmForm({
      question,
      action: undeleteSeriesUrl(series),
      token: frame.formToken,
      button: text.undeleteSeriesButton(),
      cancelHref: '/',
    }),
  );
}

function asked(question: string, body: (question: string) => Html): Page {
  return {
    title: question,
    mainClass: 'series-confirm region',
    indexable: false,
    body: body(question),
  };
}
