// People and their roles, as an admin sees them.

import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import { type Member, type Role, roles } from '../../../shared/viewer.ts';
import {
  dateText,
  errorSummary,
  formFor,
  hiddenField,
  selectField,
  submitButtons,
  textField,
} from '../../../web/controls.ts';
import { deskTable } from '../../../web/desk-table.ts';
import type { Frame, Page } from '../../../web/document.ts';
import type { AuditEntry } from '../../accounts/index.ts';
import { personUrl } from '../../accounts/urls.ts';
import { reasonCharactersMax } from '../limits.ts';
import { text } from '../messages.ts';
import type { PersonOfDesk } from '../store.ts';
import { peopleDeskUrl, personDeskUrl } from '../urls.ts';
import { backToDesk } from './back-to-desk.ts';

export function peoplePage(typed: string, people: readonly PersonOfDesk[]): Page {
  const title = text.peopleTitle();
  const head = [
    text.peopleLogin(),
    text.peopleEmail(),
    text.peopleRoles(),
    text.peopleState(),
    text.peopleJoined(),
  ];
  const rows = people.map((person) => [
    html`<a href="${personDeskUrl(person.login)}">${person.login}</a>`,
    person.email ?? '',
    person.roles.map(roleWord).join(', '),
    stateWord(person),
    dateText(person.joinedAt),
  ]);
  return {
    title,
    mainClass: 'host-people region',
    indexable: false,
    styles: ['host'],
    body: html`<h2 class="heading">${title}</h2>
<form action="${peopleDeskUrl}" method="get" role="search"
 aria-label="${text.peopleFind()}">
${textField({ name: 'q', label: text.peopleFind(), value: typed, type: 'search' })}
<div class="submit actions"><button type="submit">${text.peopleFindButton()}</button></div>
</form>
<h3 class="heading">${typed === '' ? text.peopleWithRoles() : text.peopleFound()}</h3>
${people.length === 0 ? html`<p>${text.peopleNobody()}</p>` : deskTable(title, head, rows)}
${backToDesk()}`,
  };
}

function stateWord({ state, hidden }: PersonOfDesk): string {
  if (hidden) return text.stateHidden();
  const words = {
    open: text.stateOpen(),
    pending: text.statePending(),
    suspended: text.stateSuspended(),
  };
  return words[state];
}

export type PersonShown = {
  readonly person: Member;
  readonly email: string | null;
  readonly history: readonly AuditEntry[];
  readonly errors: readonly FieldError[];
};

export function personPage(frame: Frame, shown: PersonShown): Page {
  const { person, email, history, errors } = shown;
  const { login } = person;
  const others = roles.filter((role) => !person.roles.has(role));
  return {
    title: text.personTitle({ login }),
    mainClass: 'host-person region',
    indexable: false,
    styles: ['host'],
    body: html`<h2 class="heading">${text.personTitle({ login })}</h2>
<p><a href="${personUrl(login)}">${text.personProfile()}</a>${email && html` · ${email}`}</p>
${errorSummary(errors)}<h3 class="heading">${text.peopleRoles()}</h3>
${renderHeld(frame, person)}
${others.length === 0 ? nothing : renderGiving(frame, login, others, errors)}
<h3 class="heading">${text.personHistory()}</h3>
${renderHistory(history)}
<p><a href="${peopleDeskUrl}">${text.backToPeople()}</a></p>`,
  };
}

function renderHeld(frame: Frame, { login, roles: held }: Member): Html {
  if (held.size === 0) return html`<p>${text.personNoRole()}</p>`;
  const take = (role: Role) =>
    formFor({
      action: personDeskUrl(login),
      token: frame.formToken,
      body: html`${hiddenField('role', role)}${submitButtons([
        { label: text.takeRole({ role: roleWord(role) }), name: 'do', value: 'take' },
      ])}`,
    });
  return html`<ul>${[...held].map((role) => html`<li>${take(role)}</li>`)}</ul>`;
}

function renderGiving(
  frame: Frame,
  login: string,
  others: readonly Role[],
  errors: readonly FieldError[],
): Html {
  return formFor({
    action: personDeskUrl(login),
    token: frame.formToken,
    body: html`${selectField({
      name: 'role',
      label: text.personRole(),
      options: others.map((role) => ({ value: role, label: roleWord(role) })),
    })}${textField({
      name: 'reason',
      label: text.personReason(),
      limit: reasonCharactersMax,
      problems: errors,
    })}${submitButtons([{ label: text.giveRole(), name: 'do', value: 'give' }])}`,
  });
}

function renderHistory(history: readonly AuditEntry[]): Html {
  if (history.length === 0) return html`<p>${text.personNoHistory()}</p>`;
  return html`<ul>${history.map(
    ({ at, act, reason, detail }) =>
      html`<li>${text.personEntry({
        date: dateText(at),
        act,
        detail: String(detail?.['role'] ?? ''),
        reason: reason ?? '',
      })}</li>`,
  )}</ul>`;
}

function roleWord(role: Role): string {
  const words = {
    wrangler: text.wrangler(),
    moderator: text.moderator(),
    archivist: text.archivist(),
    admin: text.admin(),
  };
  return words[role];
}
