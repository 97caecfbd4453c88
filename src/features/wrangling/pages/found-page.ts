// Tags found by name, and making a canonical that is not there.
import { type Html, html } from '../../../kit/html/index.ts';
import {
  errorSummary,
  type FormProblems,
  formFor,
  selectField,
  submitButtons,
  textField,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { openTagTypes, type Tag, tagNameCharactersMax, typeWord } from '../../tags/index.ts';
import { text } from '../messages.ts';
import { wrangleFindUrl, wranglingUrl } from '../urls.ts';
import { statusWord } from '../words.ts';
import { tagLink } from './acts-page.ts';
import { findForm } from './desk-page.ts';

export type FoundShown = {
  readonly name: string;
  readonly tags: readonly Tag[];
  readonly make: { readonly type: string; readonly name: string };
  readonly problems: FormProblems;
  readonly token: string;
};

export function foundPage({ name, tags, make, problems, token }: FoundShown): Page {
  const none = name === '' ? text.foundNothingAsked() : text.foundNone({ name });
  return {
    title: text.foundTitle(),
    mainClass: 'wrangling-found region',
    styles: ['wrangling'],
    indexable: false,
    body: html`<p class="above"><a href="${wranglingUrl}">${text.deskTitle()}</a></p>
<h2 class="heading">${text.foundTitle()}</h2>
${errorSummary(problems)}${findForm(name)}
${tags.length === 0 ? html`<p>${none}</p>` : renderTags(tags)}
<h3 class="heading">${text.makeHeading()}</h3>
<p>${text.makeLead()}</p>
${formFor({
  action: wrangleFindUrl,
  token,
  className: 'narrow',
  body: [
    selectField({
      name: 'type',
      label: text.makeType(),
      options: openTagTypes.map((type) => ({ value: type, label: typeWord(type) })),
      value: make.type,
    }),
    textField({
      name: 'name',
      id: 'new_name',
      label: text.makeName(),
      value: make.name,
      limit: tagNameCharactersMax,
      required: true,
      problems,
    }),
    submitButtons([{ label: text.makeButton() }]),
  ],
})}`,
  };
}

function renderTags(tags: readonly Tag[]): Html {
  const rows = tags.map(
    (tag) =>
      html`<li>${tagLink(tag)}
<span class="what">${typeWord(tag.type)}, ${statusWord[tag.status]()}</span></li>`,
  );
  return html`<ul class="found">${rows}</ul>`;
}
