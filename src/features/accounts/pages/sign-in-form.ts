// The form that logs in, as `otw-markup` 5 names its fields.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import {
  checkbox,
  formFor,
  hiddenField,
  passwordField,
  submitButtons,
  textField,
} from '../../../web/controls.ts';
import { text } from '../messages.ts';
import { forgottenPasswordUrl, logInUrl } from '../urls.ts';

/** What the log-in form is made of. */
export type SignIn = {
  /** The form token of the asker's session: `frame.formToken`. */
  readonly formToken: string;
  /** A path of this site to go to afterwards; others are ignored. Absent: the person's own page. */
  readonly returnTo?: string;
  /** What was typed before, after a failure. */
  readonly login?: string;
  readonly remember?: boolean;
};

/** `form#new_user`, for the log-in page and for the members-only page's `div#signin`. */
export function signInForm({ formToken, returnTo, login, remember }: SignIn): Html {
  const fields = [
    returnTo ? hiddenField('return_to', returnTo) : nothing,
    textField({
      name: 'user[login]',
      label: text.loginOrEmailLabel(),
      value: login,
      autocomplete: 'username',
      required: true,
    }),
    passwordField({
      name: 'user[password]',
      label: text.passwordLabel(),
      autocomplete: 'current-password',
      required: true,
    }),
    checkbox({
      name: 'user[remember_me]',
      label: text.rememberLabel(),
      checked: remember ?? false,
    }),
    html`<p class="field"><a href="${forgottenPasswordUrl}">${text.forgottenLink()}</a></p>`,
    submitButtons([{ label: text.logInButton() }]),
  ];
  return formFor({ action: logInUrl, token: formToken, id: 'new_user', body: fields });
}
