// Making an app password, and the one moment in which it is shown.
import { html } from '../../../../kit/html/index.ts';
import {
  checkboxGroup,
  errorSummary,
  type FormProblems,
  formFor,
  submitButtons,
  textField,
} from '../../../../web/controls.ts';
import type { Page } from '../../../../web/document.ts';
import { currentPasswordField, opening } from '../../pages/fields.ts';
import { appPasswordsUrl, sessionsUrl } from '../../urls.ts';
import { appScopes } from '../app-passwords.ts';
import { text } from '../messages.ts';

export type AppPasswordForm = {
  readonly login: string;
  readonly formToken: string;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly problems?: FormProblems;
};

const frame = {
  mainClass: 'preferences-apps dashboard region',
  indexable: false,
  styles: ['accounts'],
} as const;

export function newAppPasswordPage(shown: AppPasswordForm): Page {
  const { login, formToken, label, scopes, problems = [] } = shown;
  return {
    ...frame,
    title: text.title(),
    body: html`${opening(text.title(), text.lead())}
${errorSummary(problems)}
${formFor({
  action: appPasswordsUrl(login),
  token: formToken,
  body: [
    textField({
      name: 'label',
      label: text.labelLabel(),
      hint: text.labelHint(),
      value: label,
      autocomplete: 'off',
      required: true,
      problems,
    }),
    checkboxGroup({
      name: 'scopes[]',
      legend: text.scopesLabel(),
      options: appScopes.map((scope) => ({ value: scope, label: text[`scope_${scope}`]() })),
      values: scopes,
      required: true,
      problems,
    }),
    currentPasswordField({ problems }),
    submitButtons([{ label: text.makeButton() }]),
  ],
})}
<p><a href="${sessionsUrl(login)}">${text.listLink()}</a></p>`,
  };
}

export function madeAppPasswordPage(login: string, word: string): Page {
  return {
    ...frame,
    title: text.madeTitle(),
    body: html`${opening(text.madeTitle(), text.madeLead({ login }))}
<p><code class="secret">${word}</code></p>
<p><a href="${sessionsUrl(login)}">${text.madeDone()}</a></p>`,
  };
}
