// The form of one skin, new or not. What is wrong in the sheet is told with its lines.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import { hasRole, type Member } from '../../../shared/viewer.ts';
import { skinCharactersMax } from '../../../text/index.ts';
import {
  checkbox,
  errorSummary,
  formFor,
  submitButtons,
  textArea,
  textField,
} from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { skinTitleMax } from '../limits.ts';
import { text } from '../messages.ts';
import type { Skin } from '../skin.ts';
import { deleteSkinUrl, skinsUrl, skinUrl } from '../urls.ts';

export type SkinForm = Pick<Skin, 'title' | 'source' | 'offered'> & {
  /** Null: a new one. */
  readonly id: Skin['id'] | null;
  readonly errors: readonly FieldError[];
};

export function skinFormPage(frame: Frame, member: Member, form: SkinForm): Page {
  const { id, errors } = form;
  const title = id === null ? text.newTitle() : text.editTitle();
  return {
    title,
    mainClass: 'skins-edit region',
    indexable: false,
    body: html`<h2 class="heading">${title}</h2>
${errorSummary(errors)}
${formFor({
  action: id === null ? skinsUrl : skinUrl({ id }),
  token: frame.formToken,
  keepTypedAs: `${member.login}${id === null ? skinsUrl : skinUrl({ id })}`,
  body: renderFields(member, form),
})}
<h3 class="heading">${text.allowedHeading()}</h3>
<p>${text.allowed()}</p>
${id === null ? nothing : renderDelete(frame, { id })}
<p><a href="${skinsUrl}">${text.all()}</a></p>`,
  };
}

function renderFields(member: Member, { title, source, offered, errors }: SkinForm): Html {
  const offer = checkbox({ name: 'offered', label: text.offeredLabel(), checked: offered });
  return html`${textField({
    name: 'title',
    label: text.titleLabel(),
    value: title,
    required: true,
    limit: skinTitleMax,
    problems: errors,
  })}${textArea({
    name: 'source',
    label: text.sourceLabel(),
    hint: text.sourceHint(),
    value: source,
    rows: 20,
    required: true,
    limit: skinCharactersMax,
    problems: errors,
  })}${hasRole(member, 'admin') ? offer : nothing}${submitButtons([{ label: text.saveButton() }])}`;
}

function renderDelete(frame: Frame, skin: { readonly id: number }): Html {
  return html`<h3 class="heading">${text.deleteHeading()}</h3>
<p>${text.deleteLead()}</p>
${formFor({
  action: deleteSkinUrl(skin),
  token: frame.formToken,
  body: submitButtons([{ label: text.deleteButton() }]),
})}`;
}
