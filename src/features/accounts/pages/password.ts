// A forgotten password: asking for the link, and the page that it opens.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import {
  checkbox,
  errorSummary,
  formFor,
  hiddenField,
  submitButtons,
  textField,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import { text as passkeyText } from '../passkeys/messages.ts';
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
  shown: Typed & {
    readonly formToken: string;
    readonly token: string;
    readonly hasPasskeys: boolean;
    /** As it was ticked; absent: ticked. */
    readonly dropsPasskeys?: boolean;
  },
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
    shown.hasPasskeys ? renderDropPasskeys(shown.dropsPasskeys ?? true) : nothing,
    submitButtons([{ label: text.resetButton() }]),
  ],
})}`,
  };
}

function renderDropPasskeys(checked: boolean): Html {
  return checkbox({
    name: 'user[drop_passkeys]',
    label: passkeyText.dropLabel(),
    hint: passkeyText.dropHint(),
    checked,
  });
}
