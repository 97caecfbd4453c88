// The list of a member's notices.
import { type Html, html, nothing } from '../../../kit/html/index.ts';
import {
  checkbox,
  dateText,
  formFor,
  hiddenField,
  pager,
  selectField,
  submitButtons,
} from '../../../web/controls.ts';
import type { Page } from '../../../web/document.ts';
import { text } from '../messages.ts';
import type { Notice, NoticeId, NoticeKind, NoticeSaid } from '../notice.ts';
import type { NoticeAsk } from '../store.ts';
import { noticeChoicesUrl, noticeDevicesUrl, noticesUrl } from '../urls.ts';

export type NoticesShown = {
  readonly login: string;
  readonly token: string;
  readonly zone: string;
  readonly asked: NoticeAsk;
  readonly kinds: readonly NoticeKind[];
  readonly notices: readonly Notice[];
  /** Absent: it is about nothing that they may see any more. */
  readonly said: ReadonlyMap<NoticeId, NoticeSaid>;
  readonly page: number;
  readonly pages: number;
};

export function noticesPage(shown: NoticesShown): Page {
  const { login, token, asked, notices, page, pages } = shown;
  const newest = Math.max(0, ...notices.map(({ at }) => at));
  const hasUnread = notices.some(({ readAt }) => readAt === null);
  const markAll = formFor({
    action: `${noticesUrl(login)}/read`,
    token,
    body: [hiddenField('until', String(newest)), submitButtons([{ label: text.markAllButton() }])],
  });
  return {
    title: text.title(),
    mainClass: 'notices-index dashboard region',
    indexable: false,
    styles: ['notices'],
    body: html`<h2 class="heading">${text.title()}</h2>
${renderFilter(shown)}
${page === 1 && hasUnread ? markAll : nothing}
${
  notices.length === 0
    ? html`<p>${emptyText(asked)}</p>`
    : html`<ol class="notices index group">
${notices.map((notice) => renderNotice(notice, shown))}</ol>`
}
${pager({ page, pages, hrefFor: (number) => addressOf(shown, number) })}
<p><a href="${noticeChoicesUrl(login)}">${text.choicesLink()}</a><br>
<a href="${noticeDevicesUrl(login)}">${text.devicesLink()}</a></p>`,
  };
}

function emptyText({ kind, unreadOnly }: NoticeAsk): string {
  if (unreadOnly) return text.noneUnread();
  return kind === null ? text.none() : text.noneOfKind();
}

function addressOf({ login, asked }: NoticesShown, page: number): string {
  const query = new URLSearchParams({ page: String(page) });
  if (asked.unreadOnly) query.set('unread', '1');
  if (asked.kind !== null) query.set('kind', asked.kind);
  return `${noticesUrl(login)}?${query}`;
}

function renderFilter({ login, asked, kinds }: NoticesShown): Html {
  const options = kinds.map(({ name, label }) => ({ value: name, label: label() }));
  return html`<form action="${noticesUrl(login)}" method="get" class="inline filters-line">
${selectField({
  name: 'kind',
  label: text.kindLabel(),
  options: [{ value: '', label: text.kindAny() }, ...options],
  value: asked.kind ?? '',
})}${checkbox({ name: 'unread', label: text.filterUnread(), checked: asked.unreadOnly })}
${submitButtons([{ label: text.filterButton() }])}
</form>`;
}

function renderNotice(notice: Notice, { login, token, zone, said }: NoticesShown): Html {
  const { id, at, readAt } = notice;
  const line = said.get(id);
  const isUnread = readAt === null;
  const sentence = line?.sentence ?? text.gone();
  const mark = formFor({
    action: `${noticesUrl(login)}/read`,
    token,
    className: 'inline',
    body: [
      hiddenField('notice', String(id)),
      html`<button type="submit" aria-label="${text.markReadLabel({ sentence })}"
>${text.markReadButton()}</button>`,
    ],
  });
  return html`<li class="notice${isUnread && html` unread`}">
<p>${isUnread ? html`<strong class="mark">${text.unread()}</strong> ` : nothing}${
    line === undefined ? sentence : html`<a href="${line.href}" dir="auto">${sentence}</a>`
  } <span class="datetime">${dateText(at, zone)}</span></p>
${isUnread ? mark : nothing}</li>
`;
}
