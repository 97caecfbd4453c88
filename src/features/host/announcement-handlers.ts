// The host's announcements, and hiding one.
import { type FieldError, type Form, Refused, seeOther } from '../../kit/http/index.ts';
import { parseId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { countCharacters, normaliseText } from '../../text/index.ts';
import { dismissOnDevice } from '../../web/announcements.ts';
import { answerDone, answerPage, orNotFound } from '../../web/answer.ts';
import type { Ask, MemberAsk } from '../../web/ask.ts';
import { returnPath } from '../accounts/index.ts';
import { saveAnnouncement } from './announcements.ts';
import { announcementCharactersMax, announcementLinkCharactersMax } from './limits.ts';
import { text } from './messages.ts';
import {
  type AnnouncementTyped,
  announcementPage,
  announcementsPage,
  typedTime,
} from './pages/announcements-pages.ts';
import type { AnnouncementsTable } from './schema.ts';
import { findAnnouncement, listAnnouncements, writeDismissal } from './store/announcements.ts';
import { announcementsUrl } from './urls.ts';

const nothingTyped = { body: '', link: '', audience: 'all', begins: '', ends: '' } as const;

export async function showAnnouncements(ask: MemberAsk, parts: Parts): Promise<Response> {
  return answerList(ask, parts, nothingTyped, []);
}

async function answerList(
  ask: MemberAsk,
  parts: Parts,
  typed: AnnouncementTyped,
  errors: readonly FieldError[],
): Promise<Response> {
  const rows = await listAnnouncements(parts.database.read);
  const shown = { rows, now: parts.clock.now(), typed, errors };
  return answerPage(ask, announcementsPage(ask.frame(), shown), errors.length > 0 ? 422 : 200);
}

export async function submitNewAnnouncement(ask: MemberAsk, parts: Parts): Promise<Response> {
  const typed = typedIn(await ask.form());
  const { row, errors } = readRow(typed, parts.clock.now());
  if (errors.length > 0) return answerList(ask, parts, typed, errors);
  const placed = { id: parts.ids.next(), ...row };
  await saveAnnouncement(parts, ask.viewer.userId, placed, 'announce');
  return answerDone(ask, announcementsUrl, text.announcementPlaced());
}

export async function showAnnouncement(ask: MemberAsk, parts: Parts): Promise<Response> {
  const row = await rowAsked(ask, parts);
  const typed = {
    ...row,
    begins: typedTime(row.begins_at),
    ends: row.ends_at === null ? '' : typedTime(row.ends_at),
  };
  return answerPage(ask, announcementPage(ask.frame(), { id: row.id, typed, errors: [] }));
}

export async function submitAnnouncement(ask: MemberAsk, parts: Parts): Promise<Response> {
  const before = await rowAsked(ask, parts);
  const form = await ask.form();
  const now = parts.clock.now();
  const by = ask.viewer.userId;
  if (form.text('do') === 'end') {
    // What is to begin later never does, and what has ended stays as it was.
    const ended = {
      ...before,
      begins_at: Math.min(before.begins_at, now),
      ends_at: Math.min(before.ends_at ?? now, now),
    };
    await saveAnnouncement(parts, by, ended, 'end announcement');
    return answerDone(ask, announcementsUrl, text.announcementEndedNow());
  }
  const typed = typedIn(form);
  const { row, errors } = readRow(typed, before.begins_at);
  if (errors.length > 0) {
    return answerPage(ask, announcementPage(ask.frame(), { id: before.id, typed, errors }), 422);
  }
  await saveAnnouncement(parts, by, { id: before.id, ...row }, 'change announcement');
  return answerDone(ask, announcementsUrl, text.announcementSaved());
}

/**
 * Hides one on this device, and for the member wherever they log in. The form asks for no token,
 * because kept pages hold none: a member's row is written only with it.
 */
export async function dismissAnnouncement(ask: Ask, parts: Parts): Promise<Response> {
  const id = parseId(ask.params['id']);
  if (id === null) throw new Refused(404);
  const form = await ask.form();
  dismissOnDevice(ask, id);
  const { viewer, session } = ask;
  if (viewer.kind === 'guest' || ask.readOnly) return seeOther(backOf(form));
  if (form.text('authenticity_token') === session.formToken()) {
    const now = parts.clock.now();
    await parts.database.write((transaction) => writeDismissal(transaction, viewer, id, now));
  }
  return seeOther(backOf(form));
}

function backOf(form: Form): string {
  return returnPath(form.text('return_to')) ?? '/';
}

async function rowAsked(ask: MemberAsk, parts: Parts): Promise<AnnouncementsTable> {
  const id = parseId(ask.params['id']);
  return orNotFound(id === null ? null : await findAnnouncement(parts.database.read, id));
}

function typedIn(form: Form): AnnouncementTyped {
  return {
    body: normaliseText(form.text('body')).trim(),
    link: form.text('link').trim(),
    audience: form.text('audience') === 'members' ? 'members' : 'all',
    begins: form.text('begins').trim(),
    ends: form.text('ends').trim(),
  };
}

/** What was typed as a row; without a time it begins at the one given. */
function readRow(
  { body, link, audience, begins, ends }: AnnouncementTyped,
  beginsUsually: number,
): { row: Omit<AnnouncementsTable, 'id'>; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const refuse = (field: string, detail: string) => errors.push({ field, detail });
  const bound = (field: string, value: string, most: number) => {
    const characters = countCharacters(value);
    if (characters > most) refuse(field, text.announcementTooLong({ characters, most }));
  };
  if (body === '') refuse('body', text.announcementEmpty());
  bound('body', body, announcementCharactersMax);
  bound('link', link, announcementLinkCharactersMax);
  if (link !== '' && !/^(?:\/(?![/\\])|https:\/\/)\S*$/.test(link)) {
    refuse('link', text.announcementLinkWrong());
  }
  const begins_at = begins === '' ? beginsUsually : timeOf(begins);
  const ends_at = ends === '' ? null : timeOf(ends);
  if (Number.isNaN(begins_at)) refuse('begins', text.announcementTimeWrong());
  if (Number.isNaN(ends_at)) refuse('ends', text.announcementTimeWrong());
  if (ends_at !== null && ends_at <= begins_at) refuse('ends', text.announcementEndsFirst());
  return { row: { body, link, audience, begins_at, ends_at }, errors };
}

/** `2026-03-01T12:00` in UTC; NaN for anything else. */
function timeOf(typed: string): number {
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d$/.test(typed)) return Number.NaN;
  return Date.parse(`${typed.replace(' ', 'T')}Z`);
}
