// Comments that wait for a moderator.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import type { Page } from '../../../web/document.ts';
import { workUrl } from '../../works/urls.ts';
import type { Comment } from '../comment.ts';
import { text } from '../messages.ts';
import { commentItem, type Setting } from './comment-item.ts';

export type HeldEntry = {
  readonly comment: Comment;
  readonly setting: Setting;
  readonly title: string;
  /** Of a guest. */
  readonly email: string | null;
};

export function heldPage(entries: readonly HeldEntry[]): Page {
  const list = html`<h3 class="landmark heading">${text.threads()}</h3>
<ol class="inbox">${entries.map(renderEntry)}</ol>`;
  return {
    title: text.heldTitle(),
    mainClass: 'comments-held region',
    indexable: false,
    styles: ['comments'],
    body: html`<h2 class="heading">${text.heldTitle()}</h2>
<p>${text.heldLead()}</p>
${entries.length === 0 ? html`<p>${text.heldNone()}</p>` : list}`,
  };
}

function renderEntry({ comment, setting, title, email }: HeldEntry): Html {
  return html`<li><p class="where"><a href="${workUrl(setting.work)}">${text.onWork({
    title,
  })}</a></p>
${commentItem(setting, comment)}
${email === null ? nothing : html`<p class="hint">${text.moderatorEmail({ email })}</p>`}</li>
`;
}
