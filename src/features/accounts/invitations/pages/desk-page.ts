import type { Registration } from '../../../../kit/config/index.ts';
import { type Html, html } from '../../../../kit/html/index.ts';
import {
  dateText,
  errorSummary,
  type FormProblems,
  formFor,
  submitButtons,
  textField,
} from '../../../../web/controls.ts';
import type { Page } from '../../../../web/document.ts';
import { hostDeskUrl, settingsUrl } from '../../../site/urls.ts';
import { opening } from '../../pages/fields.ts';
import { invitationDeskUrl, personUrl } from '../../urls.ts';
import { text } from '../messages.ts';
import type { GivenInvitation } from '../store.ts';

/** What was typed where a form was refused. */
export type DeskTyped = {
  readonly first?: string;
  readonly daily?: string;
  readonly login?: string;
  readonly count?: string;
};

export type InvitationDesk = {
  readonly formToken: string;
  readonly registration: Registration;
  readonly waiting: number;
  readonly daily: number;
  readonly given: readonly GivenInvitation[];
  readonly now: number;
  readonly typed: DeskTyped;
  readonly problems: FormProblems;
};

export function invitationDeskPage(shown: InvitationDesk): Page {
  const { registration, waiting, given, problems } = shown;
  return {
    title: text.deskTitle(),
    mainClass: 'host-invitations region',
    indexable: false,
    styles: ['host'],
    body: html`${opening(text.deskTitle())}
<p>${text.deskMode({ mode: registration })}
<a href="${settingsUrl}">${text.deskModeLink()}</a></p>
${errorSummary(problems)}
<h3 class="heading">${text.deskQueueHeading()}</h3>
<p>${text.deskWaiting({ count: waiting })}</p>
${renderQueueForms(shown)}
<h3 class="heading">${text.deskGrantHeading()}</h3>
${renderGranting(shown)}
<h3 class="heading">${text.deskGivenHeading()}</h3>
${given.length === 0 ? html`<p>${text.deskGivenNone()}</p>` : renderGiven(shown)}
<p><a href="${hostDeskUrl}">${text.deskBack()}</a></p>`,
  };
}

function renderQueueForms({ formToken, daily, typed, problems }: InvitationDesk): Html {
  return html`${formFor({
    action: `${invitationDeskUrl}/queue`,
    token: formToken,
    body: [
      numberField('first', text.deskInviteLabel(), typed.first ?? '10', problems),
      submitButtons([{ label: text.deskInviteButton() }]),
    ],
  })}
${formFor({
  action: `${invitationDeskUrl}/daily`,
  token: formToken,
  body: [
    numberField(
      'daily',
      text.deskDailyLabel(),
      typed.daily ?? String(daily),
      problems,
      text.deskDailyHint(),
    ),
    submitButtons([{ label: text.deskDailyButton() }]),
  ],
})}`;
}

function renderGranting({ formToken, typed, problems }: InvitationDesk): Html {
  return formFor({
    action: `${invitationDeskUrl}/shares`,
    token: formToken,
    body: [
      textField({
        name: 'login',
        label: text.deskGrantLogin(),
        hint: text.deskGrantLoginHint(),
        value: typed.login,
        autocomplete: 'off',
        problems,
      }),
      numberField('count', text.deskGrantCount(), typed.count ?? '1', problems),
      submitButtons([{ label: text.deskGrantButton() }]),
    ],
  });
}

function numberField(
  name: string,
  label: string,
  value: string,
  problems: FormProblems,
  hint?: string,
): Html {
  const hinted = hint === undefined ? {} : { hint };
  return textField({ name, label, value, inputmode: 'numeric', problems, ...hinted });
}

function renderGiven({ given, now }: InvitationDesk): Html {
  const head = [text.deskTo(), text.deskBy(), text.deskMade(), text.deskCame()];
  const rows = given.map((one) => {
    const to = one.email ?? text.deskToNobody();
    const by = one.giver === null ? text.deskByArchive() : personLink(one.giver);
    return html`<tr><th scope="row">${to}</th><td>${by}</td>
<td>${dateText(one.made_at)}</td><td>${renderFate(one, now)}</td></tr>\n`;
  });
  return html`<section class="table-scroll host-table" tabindex="0"
 aria-label="${text.deskGivenHeading()}"><table>
<thead><tr>${head.map((word) => html`<th scope="col">${word}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table></section>`;
}

function renderFate(one: GivenInvitation, now: number): Html | string {
  if (one.newcomer !== null) return personLink(one.newcomer);
  return one.expires_at > now ? text.deskNotYet() : text.deskExpired();
}

function personLink(login: string): Html {
  return html`<a href="${personUrl(login)}">${login}</a>`;
}
