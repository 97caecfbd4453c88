// Who looks after which fandom.
import { type Html, html } from '../../../kit/html/index.ts';
import {
  errorSummary,
  type FormProblems,
  formFor,
  hiddenField,
  pager,
  submitButtons,
  tagField,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { autocompleteUrl } from '../../finding/urls.ts';
import type { Tag } from '../../tags/index.ts';
import { text } from '../messages.ts';
import { historyUrl, keepersUrl, queueUrl, wranglingUrl } from '../urls.ts';

export type KeepersShown = {
  readonly fandoms: readonly { readonly fandom: Tag; readonly logins: readonly string[] }[];
  readonly show: 'all' | 'mine' | 'free';
  readonly page: number;
  readonly pages: number;
  readonly me: string;
  readonly typed: string;
  readonly problems: FormProblems;
  readonly here: string;
  readonly token: string;
};

export function keepersPage(shown: KeepersShown): Page {
  const { fandoms, show, page, pages, typed, problems, token } = shown;
  return {
    title: text.keepersTitle(),
    mainClass: 'wrangling-keepers region',
    styles: ['wrangling'],
    indexable: false,
    body: html`<p class="above"><a href="${wranglingUrl}">${text.deskTitle()}</a></p>
<h2 class="heading">${text.keepersTitle()}</h2>
<p>${text.keepersLead()}</p>
${errorSummary(problems)}${formFor({
  action: keepersUrl,
  token,
  className: 'narrow sign-up',
  body: [
    hiddenField('back', keepersUrl),
    tagField({
      name: 'fandom',
      label: text.lookAfter(),
      address: autocompleteUrl('fandom'),
      value: typed,
      problems,
    }),
    submitButtons([{ label: text.keepThis(), name: 'do', value: 'join' }]),
  ],
})}
${renderWhich(show)}
${fandoms.length === 0 ? html`<p>${text.keepersNone()}</p>` : renderFandoms(shown)}
${pager({ page, pages, hrefFor: (number) => `${keepersUrl}?page=${number}&show=${show}` })}`,
  };
}

function renderWhich(show: KeepersShown['show']): Html {
  const link = (which: KeepersShown['show'], label: string) =>
    html`<li><a href="${which === 'all' ? keepersUrl : `${keepersUrl}?show=${which}`}"${
      which === show && html` aria-current="page"`
    }>${label}</a></li>`;
  return html`<nav class="types" aria-label="${text.keepersWhich()}"><ul>
${link('all', text.keepersAll())}${link('mine', text.keepersMine())}${link(
  'free',
  text.keepersFree(),
)}</ul></nav>`;
}

function renderFandoms({ fandoms, me, here, token }: KeepersShown): Html {
  const nobody = html`<span class="what">${text.nobody()}</span>`;
  const rows = fandoms.map(({ fandom, logins }) => {
    const people = logins.map(
      (login) => html`<li><a href="${historyUrl({ by: login })}">${login}</a></li>`,
    );
    const isMine = logins.includes(me);
    return html`<li>
<a href="${queueUrl(fandom, 'character')}">${fandom.name}</a>
${people.length === 0 ? nobody : html`<ul class="commas">${people}</ul>`}
${formFor({
  action: keepersUrl,
  token,
  className: 'keep',
  body: html`${hiddenField('back', here)}${hiddenField(
    'fandom_id',
    String(fandom.id),
  )}<button type="submit" name="do" value="${isMine ? 'leave' : 'join'}">${
    isMine ? text.leaveThis() : text.keepThis()
  }<span class="landmark">: ${fandom.name}</span></button>`,
})}</li>`;
  });
  return html`<ul class="keepers">${rows}</ul>`;
}
