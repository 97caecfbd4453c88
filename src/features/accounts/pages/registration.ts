// Creating an account, from the form to the button that opens it.
import { html, nothing } from '../../../kit/html/index.ts';
import {
  checkbox,
  errorSummary,
  formFor,
  hiddenField,
  submitButtons,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import { logInUrl, policyUrl, registerUrl, termsUrl } from '../urls.ts';
import { emailField, loginField, newPasswordField, opening, type Typed } from './fields.ts';

export type RegistrationForm = Typed & {
  readonly formToken: string;
  readonly acceptsPolicy?: boolean;
  readonly oldEnough?: boolean;
  /** The code by which they came; empty: registration is open. */
  readonly invitation?: string;
};

const mainClass = 'users-new system region';

export function registrationPage(shown: RegistrationForm): Page {
  const problems = shown.problems ?? [];
  return {
    title: text.registerTitle(),
    mainClass,
    body: html`${opening(text.registerTitle(), text.registerLead())}
${errorSummary(problems)}
${formFor({
  action: registerUrl,
  token: shown.formToken,
  id: 'new_registration',
  body: [
    shown.invitation ? hiddenField('user[invitation]', shown.invitation) : nothing,
    loginField(shown),
    emailField(shown),
    newPasswordField(shown),
    checkbox({
      name: 'user[policy]',
      label: html`${text.policyLabel()} (<a href="${policyUrl}">${text.policyLink()}</a>,
<a href="${termsUrl}">${text.termsLink()}</a>)`,
      checked: shown.acceptsPolicy ?? false,
      required: true,
      problems,
    }),
    checkbox({
      name: 'user[age]',
      label: text.ageLabel(),
      checked: shown.oldEnough ?? false,
      required: true,
      problems,
    }),
    submitButtons([{ label: text.registerButton() }]),
  ],
})}
<p><a href="${logInUrl}">${text.haveAccountLink()}</a></p>`,
  };
}

export function registrationClosedPage(): Page {
  return {
    title: text.registerTitle(),
    mainClass,
    body: html`${opening(text.registerTitle())}
<p>${text.registrationClosed()}</p>
<p><a href="${logInUrl}">${text.haveAccountLink()}</a></p>`,
  };
}

export function checkMailPage(email: string): Page {
  return {
    title: text.checkMailTitle(),
    mainClass,
    indexable: false,
    body: html`${opening(text.checkMailTitle(), text.checkMailSent({ email }))}
<p>${text.checkMailHelp()}</p>`,
  };
}

export type LinkStep = {
  readonly title: string;
  readonly lead: string;
  readonly button: string;
  readonly action: string;
  readonly formToken: string;
  /** The link's own token, sent on in the form. */
  readonly token: string;
};

/** The page behind a link in a mail: one button, because looking at a page changes nothing. */
export function linkStepPage({ title, lead, button, action, formToken, token }: LinkStep): Page {
  return {
    title,
    mainClass: 'system region',
    indexable: false,
    body: html`${opening(title, lead)}
${formFor({
  action,
  token: formToken,
  body: html`<input type="hidden" name="token" value="${token}">
${submitButtons([{ label: button }])}`,
})}`,
  };
}

/** `askAgain`: where a new link can be asked for. */
export function linkGonePage(askAgain?: string): Page {
  return {
    title: text.linkGoneTitle(),
    mainClass: 'system region',
    indexable: false,
    body: html`${opening(text.linkGoneTitle(), text.linkGone())}
${askAgain ? html`<p><a href="${askAgain}">${text.askAgainLink()}</a></p>` : nothing}`,
  };
}
