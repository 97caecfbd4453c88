// What somebody without an account sees of invitations.
import { html, nothing } from '../../../../kit/html/index.ts';
import {
  errorSummary,
  type FormProblems,
  formFor,
  hiddenField,
  submitButtons,
  textField,
} from '../../../../web/controls.ts';
import type { Page } from '../../../../web/document.ts';
import { text as accountText } from '../../messages.ts';
import { opening } from '../../pages/fields.ts';
import { askInvitationUrl, logInUrl, queuePlaceUrl, registerUrl } from '../../urls.ts';
import { text } from '../messages.ts';

const mainClass = 'invitations system region';

/** The page of registering for who has no good code. `refused`: they had one that is not. */
export function byInvitationPage({ refused }: { readonly refused: boolean }): Page {
  return {
    title: accountText.registerTitle(),
    mainClass,
    body: html`${opening(accountText.registerTitle(), text.askLead())}
${refused ? html`<p role="alert">${text.codeGone()}</p>` : nothing}
<p><a href="${askInvitationUrl}">${text.askLink()}</a></p>
<p>${text.codeLead()}</p>
<form action="${registerUrl}" method="get" aria-label="${text.codeLabel()}">
${textField({ name: 'invitation', label: text.codeLabel(), autocomplete: 'off' })}
${submitButtons([{ label: text.codeButton() }])}
</form>
<p><a href="${logInUrl}">${accountText.haveAccountLink()}</a></p>`,
  };
}

export type AskForm = {
  readonly formToken: string;
  readonly email: string;
  readonly problems?: FormProblems;
};

export function askPage({ formToken, email, problems = [] }: AskForm): Page {
  return {
    title: text.askTitle(),
    mainClass,
    body: html`${opening(text.askTitle(), text.askLead())}
${errorSummary(problems)}
${formFor({
  action: askInvitationUrl,
  token: formToken,
  body: [
    textField({
      name: 'email',
      label: accountText.emailLabel(),
      hint: text.askEmailHint(),
      type: 'email',
      value: email,
      autocomplete: 'email',
      required: true,
      problems,
    }),
    submitButtons([{ label: text.askButton() }]),
  ],
})}
<p><a href="${registerUrl}">${text.codeLead()}</a></p>`,
  };
}

export function askedPage(email: string): Page {
  return {
    title: text.askedTitle(),
    mainClass,
    indexable: false,
    body: html`${opening(text.askedTitle(), text.asked({ email }))}
<p>${accountText.checkMailHelp()}</p>`,
  };
}

export type PlaceShown = {
  readonly formToken: string;
  readonly token: string;
  readonly place: number;
  readonly waiting: number;
};

export function placePage({ formToken, token, place, waiting }: PlaceShown): Page {
  return {
    title: text.placeTitle(),
    mainClass,
    indexable: false,
    body: html`${opening(text.placeTitle(), text.place({ place, waiting }))}
<p>${text.leaveHint()}</p>
${formFor({
  action: queuePlaceUrl,
  token: formToken,
  body: html`${hiddenField('token', token)}${submitButtons([{ label: text.leaveButton() }])}`,
})}`,
  };
}

export function placeGonePage(): Page {
  return {
    title: text.placeGoneTitle(),
    mainClass,
    indexable: false,
    body: html`${opening(text.placeGoneTitle(), text.placeGone())}
<p><a href="${askInvitationUrl}">${text.askLink()}</a></p>`,
  };
}
