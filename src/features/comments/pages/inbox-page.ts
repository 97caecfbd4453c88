// A member’s inbox: what was said to them, chosen and marked in one form, without script.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import { numberText, type Pages, pager, tokenField } from '../../../web/controls.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { workUrl } from '../../works/urls.ts';
import type { Comment } from '../comment.ts';
import { text } from '../messages.ts';
import type { InboxWish } from '../store/inbox.ts';
import { inboxUrl } from '../urls.ts';
import { commentItem, type Setting } from './comment-item.ts';

export type InboxEntry = {
  readonly comment: Comment;
  readonly setting: Setting;
  readonly title: string;
  readonly why: 'work' | 'reply';
  readonly read: boolean;
  readonly answered: boolean;
};

export type InboxShown = {
  readonly entries: readonly InboxEntry[];
  readonly only: InboxWish['only'];
  /** The work it is narrowed to. */
  readonly work: { readonly id: number; readonly title: string } | null;
  readonly unread: number;
  readonly pages: Pages;
};

const kinds = ['all', 'unread', 'unanswered', 'waiting'] as const;

export function inboxPage(frame: Frame, shown: InboxShown): Page {
  const { entries, pages, unread } = shown;
  return {
    title: text.inboxTitle(),
    mainClass: 'inbox-show region',
    indexable: false,
    styles: ['comments'],
    body: html`<h2 class="heading">${text.inboxTitle()}</h2>
<p>${text.inboxLead()} ${text.inboxUnread({ count: unread })}.</p>
${renderFilters(shown)}
${entries.length === 0 ? html`<p>${text.inboxEmpty()}</p>` : renderEntries(frame, shown)}
${pager(pages)}`,
  };
}

function renderFilters({ only, work }: InboxShown): Html {
  const of = work === null ? '' : `&work=${work.id}`;
  const links = kinds.map((kind) => {
    const current = kind === only ? html` aria-current="page"` : nothing;
    const label = text[`only_${kind}`]();
    return html`<li><a href="${inboxUrl}?only=${kind}${of}"${current}>${label}</a></li>\n`;
  });
  const narrowed =
    work === null
      ? nothing
      : html`<p>${text.onlyOfWork({ title: work.title })}
<a href="${inboxUrl}?only=${only}">${text.only_all()}</a></p>`;
  return html`<nav aria-label="${text.filters()}"><ul class="actions">${links}</ul></nav>
${narrowed}`;
}

// The boxes belong to the form below the list by its id: a comment has forms of its own.
const formId = 'inbox-choice';

function renderEntries(frame: Frame, { entries, only }: InboxShown): Html {
  return html`<h3 class="landmark heading">${text.threads()}</h3>
<ol class="inbox">${entries.map((entry) => renderEntry(entry, only))}</ol>
<form action="${inboxUrl}" method="post" id="${formId}">${tokenField(frame.formToken)}
<input type="hidden" name="return" value="${frame.path}">
<div class="submit actions">
<button type="submit" name="do" value="read">${text.markRead()}</button>
<button type="submit" name="do" value="unread">${text.markUnread()}</button>
<button type="submit" name="do" value="take-out">${text.takeOut()}</button>
</div></form>`;
}

function renderEntry(entry: InboxEntry, only: InboxShown['only']): Html {
  const { comment, setting, title, why, read, answered } = entry;
  const { work } = setting;
  const where = why === 'work' ? text.yourWork({ title }) : text.inAnswer({ title });
  const marks = [read ? null : text.unreadMark(), answered ? text.answeredMark() : null];
  const id = `choose_${comment.id}`;
  return html`<li class="${read ? 'read' : 'unread'}">
<p class="where"><input type="checkbox" form="${formId}" name="comments[]" value="${comment.id}"
 id="${id}"><label for="${id}" class="landmark">${text.choose()} ${numberText(comment.id)}</label>
<a href="${workUrl(work)}">${where}</a>${marks.map(
    (mark) => mark && html` <span class="mark">${mark}</span>`,
  )}
<a class="narrow" href="${inboxUrl}?only=${only}&amp;work=${work.id}">${text.ofWork()}</a></p>
${commentItem(setting, comment)}</li>
`;
}
