// Fields that several of these forms have.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { type FormProblems, passwordField, textField } from '../../../web/controls.ts';
import { text } from '../messages.ts';

/** What was typed and what is wrong with it. Passwords never come back. */
export type Typed = {
  readonly login?: string;
  readonly email?: string;
  readonly problems?: FormProblems;
};

export function loginField({ login, problems }: Typed): Html {
  return textField({
    name: 'user[login]',
    label: text.loginLabel(),
    hint: text.loginHint(),
    value: login,
    autocomplete: 'username',
    required: true,
    problems,
  });
}

export function emailField({ email, problems }: Typed, label = text.emailLabel()): Html {
  return textField({
    name: 'user[email]',
    label,
    hint: text.emailHint(),
    type: 'email',
    value: email,
    autocomplete: 'email',
    required: true,
    problems,
  });
}

export function newPasswordField({ problems }: Typed, label = text.passwordLabel()): Html {
  return passwordField({
    name: 'user[password]',
    label,
    hint: text.newPasswordHint(),
    autocomplete: 'new-password',
    required: true,
    problems,
  });
}

/** `name` where a page asks for it twice. */
export function currentPasswordField({ problems }: Typed, name = 'user[current_password]'): Html {
  return passwordField({
    name,
    label: text.currentPasswordLabel(),
    autocomplete: 'current-password',
    required: true,
    problems,
  });
}

/** Heading and paragraph at the top of a page of one form. */
export function opening(heading: string, lead?: string): Html {
  return html`<h2 class="heading">${heading}</h2>
${lead === undefined ? nothing : html`<p>${lead}</p>`}`;
}
