// Announcements: all of them with a form for one more, and one to edit or end.

import { type Html, html } from '../../../kit/html/index.ts';
import type { FieldError } from '../../../kit/http/index.ts';
import {
  errorSummary,
  formFor,
  radioGroup,
  submitButtons,
  textArea,
  textField,
} from '../../../web/controls.ts';
import { deskTable } from '../../../web/desk-table.ts';
import type { Frame, Page } from '../../../web/document.ts';
import { announcementCharactersMax, announcementLinkCharactersMax } from '../limits.ts';
import { text } from '../messages.ts';
import type { AnnouncementsTable } from '../schema.ts';
import { announcementsUrl, announcementUrl } from '../urls.ts';
import { backToDesk } from './back-to-desk.ts';
import { momentText } from './lists-pages.ts';

/** As it was typed, or as it stands. */
export type AnnouncementTyped = {
  readonly body: string;
  readonly link: string;
  readonly audience: AnnouncementsTable['audience'];
  readonly begins: string;
  readonly ends: string;
};

export type AnnouncementsShown = {
  readonly rows: readonly AnnouncementsTable[];
  readonly now: number;
  readonly typed: AnnouncementTyped;
  readonly errors: readonly FieldError[];
};

export function announcementsPage(frame: Frame, shown: AnnouncementsShown): Page {
  const { rows, now, typed, errors } = shown;
  const title = text.announcementsTitle();
  const head = [
    text.announcementWords(),
    text.announcementStanding(),
    text.announcementAudience(),
    text.announcementBegins(),
    text.announcementEnds(),
  ];
  const cells = rows.map((row) => [
    html`<a href="${announcementUrl(row.id)}">${row.body}</a>`,
    standing(row, now),
    row.audience === 'all' ? text.announcementForAll() : text.announcementForMembers(),
    momentText(row.begins_at),
    row.ends_at === null ? text.announcementNoEnd() : momentText(row.ends_at),
  ]);
  const body = html`<h2 class="heading">${title}</h2>
<p>${text.announcementsLead()}</p>
${errorSummary(errors)}${
  rows.length === 0 ? html`<p>${text.announcementsNone()}</p>` : deskTable(title, head, cells)
}
<h3 class="heading">${text.announcementNew()}</h3>
${formFor({
  action: announcementsUrl,
  token: frame.formToken,
  body: html`${renderFields(typed, errors)}${submitButtons([{ label: text.announcementPlace() }])}`,
})}
${backToDesk()}`;
  return { title, body, ...aside };
}

const aside = {
  mainClass: 'host-announcements region',
  indexable: false,
  styles: ['host'],
} as const;

export type AnnouncementShown = {
  readonly id: number;
  readonly typed: AnnouncementTyped;
  readonly errors: readonly FieldError[];
};

export function announcementPage(frame: Frame, { id, typed, errors }: AnnouncementShown): Page {
  const title = text.announcementEdit();
  const buttons = [
    { label: text.announcementSave(), name: 'do', value: 'save' },
    { label: text.announcementEnd(), name: 'do', value: 'end' },
  ];
  const body = html`<h2 class="heading">${title}</h2>
${errorSummary(errors)}${formFor({
  action: announcementUrl(id),
  token: frame.formToken,
  body: html`${renderFields(typed, errors)}${submitButtons(buttons, announcementsUrl)}`,
})}`;
  return { title, body, ...aside };
}

function renderFields(typed: AnnouncementTyped, problems: readonly FieldError[]): Html {
  const time = (name: 'begins' | 'ends', label: string, hint: string) =>
    textField({ name, label, hint, type: 'datetime-local', value: typed[name], problems });
  return html`${textArea({
    name: 'body',
    label: text.announcementWords(),
    hint: text.announcementWordsHint(),
    value: typed.body,
    rows: 3,
    limit: announcementCharactersMax,
    required: true,
    problems,
  })}${textField({
    name: 'link',
    label: text.announcementLink(),
    hint: text.announcementLinkHint(),
    value: typed.link,
    limit: announcementLinkCharactersMax,
    problems,
  })}${radioGroup({
    name: 'audience',
    legend: text.announcementAudience(),
    value: typed.audience,
    options: [
      { value: 'all', label: text.announcementForAll() },
      { value: 'members', label: text.announcementForMembers() },
    ],
  })}${time('begins', text.announcementBegins(), text.announcementBeginsHint())}${time(
    'ends',
    text.announcementEnds(),
    text.announcementEndsHint(),
  )}`;
}

/** As a field of time takes it, in UTC: `2026-03-01T12:00`. */
export function typedTime(at: number): string {
  return new Date(at).toISOString().slice(0, 16);
}

function standing({ begins_at, ends_at }: AnnouncementsTable, now: number): string {
  if (ends_at !== null && ends_at <= now) return text.announcementEnded();
  return begins_at <= now ? text.announcementShown() : text.announcementWaits();
}
