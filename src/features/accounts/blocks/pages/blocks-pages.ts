// Whom a member has blocked, the form for more, and the question before it is done.
import { type Html, html, nothing } from '../../../../kit/html/index.ts';
import {
  confirmForm,
  errorSummary,
  type FormProblems,
  formFor,
  submitButtons,
  textField,
} from '../../../../web/controls.ts';
import type { Page } from '../../../../web/document.ts';
import { workUrl } from '../../../works/urls.ts';
import { blocksUrl, personUrl, unblockUrl } from '../../urls.ts';
import { text } from '../messages.ts';
import type { Block } from '../store.ts';

export type BlocksShown = {
  readonly blocks: readonly Block[];
  readonly token: string;
  readonly typed: string;
  readonly problems: FormProblems;
};

export function blocksPage(shown: BlocksShown): Page {
  const { blocks, token, typed, problems } = shown;
  const list = html`<ul class="blocks">${blocks.map((block) => renderBlock(block, token))}</ul>`;
  return {
    title: text.blocksTitle(),
    mainClass: 'blocks-index region',
    indexable: false,
    styles: ['accounts'],
    body: html`<h2 class="heading">${text.blocksTitle()}</h2>
<p>${text.blocksLead()}</p>
${errorSummary(problems)}${blocks.length === 0 ? html`<p>${text.nobodyBlocked()}</p>` : list}
<h3 class="heading">${text.addHeading()}</h3>
${formFor({
  action: blocksUrl,
  token,
  body: [
    textField({
      name: 'person',
      label: text.personLabel(),
      value: typed,
      autocomplete: 'off',
      problems,
    }),
    submitButtons([{ label: text.blockButton() }]),
  ],
})}`,
  };
}

function renderBlock(block: Block, token: string): Html {
  const { login, work } = block;
  const name = work === null ? login : text.onlyFromWork({ name: login });
  const of =
    work === null ? nothing : html` <a href="${workUrl({ id: work })}">${text.theWork()}</a>`;
  return html`<li><span><a href="${personUrl(login)}">${name}</a>${of}</span> ${formFor({
    action: unblockUrl(block),
    token,
    className: 'inline',
    body: html`<button type="submit" aria-label="${text.unblockLabel({ name })}"
>${text.unblockButton()}</button>`,
  })}</li>`;
}

export function askBlockPage(login: string, token: string): Page {
  const question = text.blockQuestion({ name: login });
  return {
    title: question,
    mainClass: 'blocks-new region',
    indexable: false,
    body: confirmForm({
      question,
      explanation: html`<p>${text.blocksLead()}</p>`,
      action: blocksUrl,
      token,
      button: text.blockButton(),
      cancelHref: personUrl(login),
      fields: { person: login },
    }),
  };
}
