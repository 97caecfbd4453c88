// Where an account is logged in, and which programs hold a token of it.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import {
  dateText,
  definitionList,
  formFor,
  hiddenField,
  submitButtons,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { clientName } from '../client-name.ts';
import { text } from '../messages.ts';
import { appPasswordsUrl, preferencesUrl, sessionsUrl } from '../urls.ts';

export type SessionShown = {
  /** The hash of its token: it ends the session and opens nothing. */
  readonly key: string;
  readonly client: string;
  readonly began: number;
  readonly seen: number;
  readonly isHere: boolean;
};

export type TokenShown = {
  readonly id: number;
  readonly label: string;
  readonly scopes: string;
  readonly made: number;
  readonly used: number | null;
};

export type SessionsShown = {
  readonly login: string;
  readonly formToken: string;
  readonly sessions: readonly SessionShown[];
  readonly tokens: readonly TokenShown[];
};

export function sessionsPage(shown: SessionsShown): Page {
  const { login, formToken, sessions, tokens } = shown;
  const send = (field: string, value: string, button: string) =>
    formFor({
      action: sessionsUrl(login),
      token: formToken,
      body: [hiddenField(field, value), submitButtons([{ label: button }])],
    });
  const others = sessions.some(({ isHere }) => !isHere);
  return {
    title: text.sessionsTitle(),
    mainClass: 'sessions-index dashboard region',
    indexable: false,
    styles: ['accounts'],
    body: html`<h2 class="heading">${text.sessionsTitle()}</h2>
<p>${text.sessionsLead()}</p>
${others ? send('end', 'others', text.sessionEndOthersButton()) : nothing}
<ul class="index group">${sessions.map((session) => renderSession(session, send))}</ul>
<h3 class="heading">${text.tokensHeading()}</h3>
${renderTokens(tokens, send)}
<p><a href="${appPasswordsUrl(login)}">${text.tokenMakeLink()}</a></p>
<p><a href="${preferencesUrl(login)}">${text.preferencesTitle()}</a></p>`,
  };
}

type Send = (field: string, value: string, button: string) => Html;

function renderSession({ key, client, began, seen, isHere }: SessionShown, send: Send): Html {
  const end = isHere
    ? html`<p><strong>${text.sessionHere()}</strong></p>`
    : send('end', key, text.sessionEndButton());
  return html`<li><h3 class="heading">${clientName(client) || text.sessionUnknown()}</h3>
${definitionList([
  [text.sessionBegan(), dateText(began)],
  [text.sessionSeen(), dateText(seen)],
])}
${end}
</li>`;
}

function renderTokens(tokens: readonly TokenShown[], send: Send): Html {
  if (tokens.length === 0) return html`<p>${text.tokensNone()}</p>`;
  return html`<ul class="index group">${tokens.map((token) => renderToken(token, send))}</ul>`;
}

function renderToken({ id, label, scopes, made, used }: TokenShown, send: Send): Html {
  return html`<li><h4 class="heading">${label}</h4>
${definitionList([
  [text.sessionBegan(), dateText(made)],
  [text.tokenUsed(), used === null ? text.tokenNeverUsed() : dateText(used)],
  [text.tokenScopes(), scopes.replaceAll(',', ', ')],
])}
${send('revoke', String(id), text.tokenRevokeButton())}
</li>`;
}
