import type { Registration } from '../../../../kit/config/index.ts';
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import {
  dayText,
  errorSummary,
  type FormProblems,
  formFor,
  submitButtons,
  textField,
} from '../../../../web/controls.ts';
import type { Page } from '../../../../web/document.ts';
import { opening } from '../../pages/fields.ts';
import { ownInvitationsUrl, personUrl } from '../../urls.ts';
import { text } from '../messages.ts';
import type { GivenInvitation } from '../store.ts';

export type OwnInvitations = {
  readonly login: string;
  readonly formToken: string;
  readonly registration: Registration;
  readonly left: number;
  readonly given: readonly GivenInvitation[];
  readonly now: number;
  readonly email: string;
  readonly problems: FormProblems;
};

export function ownInvitationsPage(shown: OwnInvitations): Page {
  const { given, left, problems, registration } = shown;
  return {
    title: text.ownTitle(),
    mainClass: 'preferences-invitations dashboard region',
    indexable: false,
    styles: ['accounts'],
    body: html`${opening(text.ownTitle(), text.ownLead())}
${errorSummary(problems)}
${registration === 'open' ? html`<p>${text.ownOpen()}</p>` : nothing}
<p>${text.ownLeft({ count: left })}</p>
${left > 0 ? renderForm(shown) : nothing}
<h3 class="heading">${text.ownHeading()}</h3>
${given.length === 0 ? html`<p>${text.ownNone()}</p>` : renderGiven(shown)}`,
  };
}

function renderForm({ login, formToken, email, problems }: OwnInvitations): Html {
  return formFor({
    action: ownInvitationsUrl(login),
    token: formToken,
    body: [
      textField({
        name: 'email',
        label: text.ownEmailLabel(),
        type: 'email',
        value: email,
        autocomplete: 'off',
        required: true,
        problems,
      }),
      submitButtons([{ label: text.ownButton() }]),
    ],
  });
}

function renderGiven({ login, formToken, given, now }: OwnInvitations): Html {
  const rows = given.map((one) => {
    const takeBack = formFor({
      action: `${ownInvitationsUrl(login)}/${one.id}/delete`,
      token: formToken,
      body: html`<button type="submit"
 aria-label="${text.ownTakeBackOf({ email: one.email ?? '' })}">${text.ownTakeBack()}</button>`,
    });
    return html`<li><span>${one.email}: ${renderFate(one, now)}</span>${
      one.newcomer === null ? takeBack : nothing
    }</li>\n`;
  });
  return html`<ul class="blocks">
${rows}</ul>`;
}

function renderFate(one: GivenInvitation, now: number): Html {
  if (one.newcomer !== null) {
    return html`<a href="${personUrl(one.newcomer)}">${text.ownUsed({ login: one.newcomer })}</a>`;
  }
  return html`${
    one.expires_at > now ? text.ownWaits({ day: dayText(one.expires_at) }) : text.ownExpired()
  }`;
}
