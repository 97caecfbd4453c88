// The page between the password and the session.
import { html } from '../../../../kit/html/index.ts';
import {
  errorSummary,
  type FormProblems,
  formFor,
  hiddenField,
  submitButtons,
  textField,
} from '../../../../web/controls.ts';
import type { Page } from '../../../../web/document.ts';
import { opening } from '../../pages/fields.ts';
import { logInStepUrl, logInUrl } from '../../urls.ts';
import { text } from '../messages.ts';

export type LogInStep = {
  readonly formToken: string;
  readonly ticket: string;
  readonly returnTo: string | null;
  readonly problems?: FormProblems;
};

export function logInStepPage({ formToken, ticket, returnTo, problems = [] }: LogInStep): Page {
  return {
    title: text.stepTitle(),
    mainClass: 'sessions-step system session region',
    indexable: false,
    body: html`${opening(text.stepTitle(), text.stepLead())}
${errorSummary(problems)}
${formFor({
  action: logInStepUrl,
  token: formToken,
  body: [
    hiddenField('ticket', ticket),
    hiddenField('return_to', returnTo ?? ''),
    textField({
      name: 'code',
      label: text.stepLabel(),
      hint: text.stepHint(),
      autocomplete: 'one-time-code',
      required: true,
      problems,
    }),
    submitButtons([{ label: text.stepButton() }]),
  ],
})}
<p><a href="${logInUrl}">${text.againLink()}</a></p>`,
  };
}
