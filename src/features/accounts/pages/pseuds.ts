// A member's pseuds: the list, a new one, and the renaming of one.
import { type Html, html } from '../../../kit/html/index.ts';
import {
  errorSummary,
  type FormProblems,
  formFor,
  submitButtons,
  textField,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import type { OwnPseud } from '../person.ts';
import { preferencesUrl, pseudsUrl } from '../urls.ts';

export type PseudsShown = {
  readonly login: string;
  readonly formToken: string;
  readonly pseuds: readonly OwnPseud[];
  readonly typed?: string;
  readonly problems?: FormProblems;
};

export function pseudsPage(shown: PseudsShown): Page {
  const { login, formToken, pseuds, typed, problems = [] } = shown;
  return {
    title: text.pseudsTitle(),
    mainClass: 'preferences-pseuds dashboard region',
    indexable: false,
    styles: ['accounts'],
    body: html`<h2 class="heading">${text.pseudsTitle()}</h2>
${errorSummary(problems)}
<p>${text.pseudsLead()}</p>
<ul class="index group">${pseuds.map((pseud) => renderPseud(pseud, formToken))}</ul>
<h3 class="heading">${text.newPseudHeading()}</h3>
${formFor({
  action: pseudsUrl(login),
  token: formToken,
  body: [nameField(typed, problems), submitButtons([{ label: text.newPseudButton() }])],
})}
<p><a href="${preferencesUrl(login)}">${text.preferencesTitle()}</a></p>`,
  };
}

export type PseudEdited = {
  readonly pseud: OwnPseud;
  readonly formToken: string;
  readonly typed: string;
  readonly problems?: FormProblems;
};

export function editPseudPage({ pseud, formToken, typed, problems = [] }: PseudEdited): Page {
  const title = text.pseudEditTitle({ name: pseud.name });
  return {
    title,
    mainClass: 'preferences-pseuds dashboard region',
    indexable: false,
    body: html`<h2 class="heading">${title}</h2>
${errorSummary(problems)}
<p>${text.pseudEditHint()}</p>
${formFor({
  action: `${pseudsUrl(pseud.login)}/${pseud.id}`,
  token: formToken,
  body: [
    nameField(typed, problems),
    submitButtons([{ label: text.saveButton() }], pseudsUrl(pseud.login)),
  ],
})}`,
  };
}

// No link to `/pseuds/` here: bylines are where tools look for those.
function renderPseud({ id, name, login, isDefault }: OwnPseud, formToken: string): Html {
  const address = `${pseudsUrl(login)}/${id}`;
  const choose = formFor({
    action: `${address}/default`,
    token: formToken,
    body: submitButtons([{ label: text.pseudDefaultButton() }]),
  });
  const rename = text.pseudEditTitle({ name });
  return html`<li><h3 class="heading">${name}</h3>
${isDefault ? html`<p>${text.pseudDefault()}</p>` : choose}
<p><a href="${address}" aria-label="${rename}">${text.pseudEditLink()}</a></p>
</li>`;
}

function nameField(value: string | undefined, problems: FormProblems): Html {
  return textField({
    name: 'pseud[name]',
    label: text.pseudNameLabel(),
    hint: text.pseudNameHint(),
    value,
    autocomplete: 'off',
    required: true,
    problems,
  });
}
