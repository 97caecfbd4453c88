// What is around the table of a vocabulary: its name, the way to the others, the form.
import { type HtmlValue, html } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import { errorSummary, formFor, submitButtons } from '../../../web/controls.ts';
import { deskTable } from '../../../web/desk-table.ts';
import type { Frame, Page } from '../../../web/document.ts';
import type { VocabularyType } from '../../tags/index.ts';
import { text } from '../messages.ts';
import { backToDesk } from './back-to-desk.ts';
import { vocabularyLinks, vocabularyName } from './vocabulary-fields.ts';

export type FramedVocabulary = {
  readonly which: VocabularyType | 'language';
  readonly lead: string;
  readonly action: string;
  readonly errors: readonly FieldError[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly HtmlValue[])[];
};

export function framedVocabulary(
  frame: Frame,
  { which, lead, action, errors, head, rows }: FramedVocabulary,
): Page {
  const title = text.vocabularyTitle({ which: vocabularyName(which) });
  return {
    title,
    mainClass: 'host-vocabulary region',
    indexable: false,
    styles: ['host'],
    body: html`<h2 class="heading">${title}</h2>
${vocabularyLinks(which)}
<p>${lead}</p>
${errorSummary(errors)}${formFor({
  action,
  token: frame.formToken,
  body: html`${deskTable(title, head, rows)}
${submitButtons([{ label: text.vocabularySave() }])}`,
})}
${backToDesk()}`,
  };
}
