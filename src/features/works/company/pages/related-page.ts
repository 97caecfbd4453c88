// Where a creator says what a work was made after.
import { type Html, html } from '../../../../kit/html/index.ts';
import type { FieldError } from '../../../../kit/http/index.ts';
import {
  errorSummary,
  formFor,
  hiddenField,
  radioGroup,
  submitButtons,
  textField,
} from '../../../../web/controls.ts';
import type { Frame, Page } from '../../../../web/document.ts';
import { relatedUrl, removeRelatedUrl, workUrl } from '../../urls.ts';
import type { NewRelated } from '../actions/related.ts';
import { text } from '../messages.ts';
import type { RelatedParent } from '../store/related.ts';
import { parentName } from './related.ts';

export type RelatedForm = {
  readonly work: { readonly id: number; readonly title: string };
  readonly parents: readonly RelatedParent[];
  readonly fields: NewRelated;
  readonly errors: readonly FieldError[];
};

export function relatedPage(frame: Frame, form: RelatedForm): Page {
  const { work, parents, errors } = form;
  const title = text.relatedHeading({ title: work.title });
  const items = parents.map((parent) => renderParent(frame, work, parent));
  return {
    title,
    mainClass: 'works-related region',
    indexable: false,
    body: html`<h2 class="heading">${title}</h2>
<p><a href="${workUrl(work)}">${work.title}</a></p>
${errorSummary(errors)}
${items.length === 0 ? html`<p>${text.relatedNone()}</p>` : html`<ul>${items}</ul>`}
<h3 class="heading">${text.relatedAdd()}</h3>
${renderForm(frame, form)}`,
  };
}

function renderParent(frame: Frame, work: RelatedForm['work'], parent: RelatedParent): Html {
  const title = parent.work?.title ?? (parent.work === null ? parent.title : '');
  const said = parent.relation === 'translation' ? text.translationOf() : text.inspiredBy();
  return html`<li>${said} ${parentName(parent)}
${formFor({
  action: removeRelatedUrl(work),
  token: frame.formToken,
  body: html`${hiddenField('related', String(parent.id))}${submitButtons([
    { label: text.relatedRemove({ title }) },
  ])}`,
})}</li>`;
}

function renderForm(frame: Frame, { work, fields, errors }: RelatedForm): Html {
  return formFor({
    action: relatedUrl(work),
    token: frame.formToken,
    body: html`${radioGroup({
      name: 'relation',
      legend: text.relatedRelation(),
      options: [
        { value: 'inspired', label: text.relationInspired() },
        { value: 'translation', label: text.relationTranslation() },
      ],
      value: fields.relation,
    })}${textField({
      name: 'url',
      label: text.relatedUrl(),
      value: fields.url,
      hint: text.relatedUrlHint(),
      required: true,
      inputmode: 'url',
      problems: errors,
    })}${textField({
      name: 'title',
      label: text.relatedTitleField(),
      value: fields.title,
      problems: errors,
    })}${textField({
      name: 'author',
      label: text.relatedAuthorField(),
      value: fields.author,
      problems: errors,
    })}${submitButtons([{ label: text.relatedButton() }], workUrl(work))}`,
  });
}
