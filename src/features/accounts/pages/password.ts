// A forgotten password: asking for the link, and the page that it opens.
import { html } from '../../../kit/html/index.ts';
import {
  errorSummary,
  formFor,
  hiddenField,
  submitButtons,
  textField,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import { forgottenPasswordUrl, resetPasswordUrl } from '../urls.ts';
import { newPasswordField, opening, type Typed } from './fields.ts';

const mainClass = 'passwords system region';

export function forgottenPasswordPage(shown: Typed & { readonly formToken: string }): Page {
  return {
    title: text.forgottenTitle(),
    mainClass,
    indexable: false,
    body: html`${opening(text.forgottenTitle(), text.forgottenLead())}
${errorSummary(shown.problems ?? [])}
${formFor({
  action: forgottenPasswordUrl,
  token: shown.formToken,
  body: [
    textField({
      name: 'user[login]',
      label: text.loginOrEmailLabel(),
      value: shown.login,
      autocomplete: 'username',
      required: true,
    }),
    submitButtons([{ label: text.forgottenButton() }]),
  ],
})}`,
  };
}

export function resetAskedPage(mailIsSent: boolean): Page {
  const sentence = mailIsSent ? text.forgottenSent() : text.forgottenKept();
  return {
    title: text.forgottenTitle(),
    mainClass,
    indexable: false,
    body: opening(text.forgottenTitle(), sentence),
  };
}

export function resetPasswordPage(
  shown: Typed & { readonly formToken: string; readonly token: string },
): Page {
  return {
    title: text.resetTitle(),
    mainClass,
    indexable: false,
    body: html`${opening(text.resetTitle(), text.resetLead())}
${errorSummary(shown.problems ?? [])}
${formFor({
  action: resetPasswordUrl,
  token: shown.formToken,
  body: [
    hiddenField('token', shown.token),
    newPasswordField(shown, text.newPasswordLabel()),
    submitButtons([{ label: text.resetButton() }]),
  ],
})}`,
  };
}
