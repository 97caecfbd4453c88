// Authors whose works an archivist brought in, and what a claim link leads to.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { formFor, hiddenField, submitButtons } from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { logInUrlFor } from '../../accounts/urls.ts';
import { text } from '../messages.ts';
import { authorsUrl, claimUrl } from '../urls.ts';

export type AuthorsPage = {
  readonly authors: readonly {
    readonly user_id: number;
    readonly name: string;
    readonly host: string;
    readonly works: number;
  }[];
  /** A link that was made a moment ago. */
  readonly fresh: { readonly name: string; readonly link: string } | null;
};

export function authorsPage(frame: Frame, { authors, fresh }: AuthorsPage): Page {
  const list = authors.map(
    ({ user_id: id, name, host, works }) => html`<li><h3 class="heading"><bdi>${name}</bdi></h3>
<p>${text.authorWorks({ count: Number(works), host })}</p>
${formFor({
  action: authorsUrl,
  token: frame.formToken,
  body: html`${hiddenField('author', String(id))}<button type="submit"
 aria-label="${text.makeLinkFor({ name })}">${text.makeLink()}</button>`,
})}</li>`,
  );
  return {
    title: text.authorsTitle(),
    mainClass: 'works-import region',
    indexable: false,
    body: html`<h2 class="heading">${text.authorsTitle()}</h2>
<p>${text.authorsLead()}</p>
${fresh === null ? nothing : renderFresh(fresh)}
${authors.length === 0 ? html`<p>${text.authorsNone()}</p>` : html`<ul>${list}</ul>`}`,
  };
}

function renderFresh({ name, link }: { readonly name: string; readonly link: string }): Html {
  return html`<div role="status"><p>${text.freshLink({ name })}</p>
<p><code>${link}</code></p></div>`;
}

export type ClaimPage = {
  readonly name: string;
  readonly titles: readonly string[];
  readonly claim: string;
  readonly isMember: boolean;
  readonly path: string;
};

export function claimPage(frame: Frame, { name, titles, claim, isMember, path }: ClaimPage): Page {
  const heading = text.claimTitle({ name });
  const items = titles.map((title) => html`<li><bdi>${title}</bdi></li>`);
  const logIn = html`<p><a href="${logInUrlFor(path)}">${text.logInToClaim()}</a></p>`;
  const away = { label: text.takeAwayButton(), name: 'do', value: 'opt out' };
  const mine = { label: text.claimButton(), name: 'do', value: 'claim' };
  return {
    title: heading,
    mainClass: 'works-import region',
    indexable: false,
    body: html`<h2 class="heading">${heading}</h2>
<p>${text.claimLead()}</p>
<ul>${items}</ul>
${isMember ? nothing : logIn}
${formFor({
  action: claimUrl(claim),
  token: frame.formToken,
  body: html`<p>${text.takeAwayLead()}</p>${submitButtons(isMember ? [mine, away] : [away])}`,
})}`,
  };
}
