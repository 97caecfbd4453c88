// The pages that stand before a work: the adult gate, members only, not revealed yet. Each answers
// 200, and tools know each by its sentence.
import { html, nothing } from '../../../kit/html/index.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { signInForm } from '../../accounts/index.ts';
import { preferencesUrl, registerUrl } from '../../accounts/urls.ts';
import { bylineText, type Work, workBlurb } from '../../works/index.ts';
import { worksUrl } from '../../works/urls.ts';
import { adultCaution, adultContinue, membersOnly, unrevealed } from '../contract-sentences.ts';
import { text } from '../messages.ts';

/** `address`: the one asked for, with consent. */
export function adultGatePage({ viewer }: Frame, work: Work, address: string): Page {
  const never = (login: string) => html`<p>${text.gateNever()}
<a href="${preferencesUrl(login)}">${text.gatePreferences()}</a></p>`;
  return {
    title: text.pageTitle({ title: work.title, creators: bylineText(work.creators) }),
    mainClass: 'works-show region',
    indexable: false,
    styles: ['reading'],
    body: html`<div class="gate">
<p class="caution">${adultCaution}</p>
<ul class="actions"><li><a href="${address}" rel="nofollow">${adultContinue}</a></li>
<li><a href="${worksUrl}">${text.gateBack()}</a></li></ul>
${viewer.kind === 'member' ? never(viewer.login) : nothing}
<h2 class="landmark heading">${text.gateWork()}</h2>
<h3 class="landmark heading">${text.listOfWorks()}</h3>
<ol class="work index group">${workBlurb(work)}</ol>
</div>`,
  };
}

export type MembersOnly = {
  /** Of the asker's own session, a guest's: without it the form could not be sent. */
  readonly formToken: string;
  readonly returnTo: string;
  readonly signUpOpen: boolean;
};

/** Says nothing of the work but that there is one. */
export function membersOnlyPage({ formToken, returnTo, signUpOpen }: MembersOnly): Page {
  return {
    title: text.membersTitle(),
    mainClass: 'sessions-new system session region',
    indexable: false,
    body: html`<h2 class="heading">${text.membersTitle()}</h2>
<div id="signin">
<h3 class="heading">${text.membersSorry()}</h3>
<p>${membersOnly}</p>
${signInForm({ formToken, returnTo })}
${signUpOpen ? html`<p><a href="${registerUrl}">${text.registerLink()}</a></p>` : nothing}
</div>`,
  };
}

export function unrevealedPage(): Page {
  return {
    title: text.unrevealedTitle(),
    mainClass: 'works-show region',
    indexable: false,
    body: html`<h2 class="heading">${text.unrevealedTitle()}</h2>
<p class="notice">${unrevealed}</p>`,
  };
}
