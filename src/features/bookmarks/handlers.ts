// Bookmarks: lists, one on its own, saving, deleting.
import { type FieldError, Refused } from '../../kit/http/index.ts';
import { parseId, type SeriesId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { answerDone, answerPage, orNotFound } from '../../web/answer.ts';
import type { Ask, MemberAsk } from '../../web/ask.ts';
import { returnPath } from '../accounts/index.ts';
import type { Finding } from '../finding/index.ts';
import { findSeries, findWork, workAtAddress } from '../works/index.ts';
import { seriesUrl, workUrl } from '../works/urls.ts';
import { changeBookmark, removeBookmark, saveBookmark } from './actions.ts';
import type { BookmarkId, Subject } from './bookmark.ts';
import {
  checkBookmark,
  checkElsewhere,
  emptyBookmark,
  readTyped,
  type TypedBookmark,
  typedOf,
} from './forms.ts';
import { isKeptFrom } from './kept-away.ts';
import { text } from './messages.ts';
import type { BookmarkForm, OwnBookmark } from './pages/bookmark-form.ts';
import { bookmarkPage, deleteBookmarkPage, newBookmarkPage } from './pages/bookmark-page.ts';
import { readThings, type ShownBookmark } from './read.ts';
import type { ShelfId } from './shelf.ts';
import { listShelves, listShelvesOf } from './store/shelves.ts';
import { findBookmark, findBookmarkOf } from './store.ts';
import { bookmarksUrl, bookmarkUrl, personBookmarksUrl } from './urls.ts';

export function showBookmark(finding: Finding) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const shown = await shownAt(ask, parts, finding);
    const form = shown.own ? await ownForm(ask, parts, shown) : null;
    return answerPage(ask, bookmarkPage(shown, form));
  };
}

async function ownForm(
  ask: Ask,
  { database: { read } }: Parts,
  { bookmark }: ShownBookmark,
): Promise<BookmarkForm> {
  return {
    action: bookmarkUrl(bookmark),
    token: ask.frame().formToken,
    typed: typedOf(bookmark, await listShelvesOf(read, bookmark.id)),
    shelves: await listShelves(read, ask.viewer, bookmark.userId),
    elsewhere: bookmark.of.kind === 'elsewhere',
  };
}

/** 404 for what is not there, private, or about something that the asker does not see. */
async function shownAt(ask: Ask, parts: Parts, finding: Finding): Promise<ShownBookmark> {
  const id = orNotFound(parseId<BookmarkId>(ask.params['id']));
  const found = orNotFound(await findBookmark(parts.database.read, ask.viewer, id));
  const [shown] = await readThings(parts, finding, ask.viewer, [found]);
  return orNotFound(shown);
}

async function ownAt(ask: MemberAsk, parts: Parts, finding: Finding): Promise<ShownBookmark> {
  const shown = await shownAt(ask, parts, finding);
  if (!shown.own) throw new Refused(403);
  return shown;
}

export function submitChange(finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const shown = await ownAt(ask, parts, finding);
    const { bookmark } = shown;
    const form = await ask.form();
    const typed = readTyped(form);
    const errors: FieldError[] = [];
    const said = checkBookmark(typed, errors);
    const isElsewhere = bookmark.of.kind === 'elsewhere';
    // Its address is what it is; another one is another bookmark.
    const kept = { ...typed, address: typedOf(bookmark).address };
    const { of } = bookmark;
    if (of.kind !== 'gone') errors.push(...(await keptAwayProblems(parts, ask.viewer, of, typed)));
    const elsewhere = isElsewhere ? checkElsewhere(kept, errors) : null;
    if (errors.length > 0) {
      const form = await ownForm(ask, parts, shown);
      const again = { ...form, typed: kept, problems: errors };
      return answerPage(ask, bookmarkPage(shown, again), 422);
    }
    await changeBookmark(parts, ask.viewer, bookmark, said, elsewhere);
    return answerDone(ask, returnPath(form.text('back')) ?? bookmarkUrl(bookmark), text.saved());
  };
}

export function showDelete(finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const shown = await ownAt(ask, parts, finding);
    return answerPage(ask, deleteBookmarkPage(ask.frame(), shown));
  };
}

export function submitDelete(finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const { bookmark } = await ownAt(ask, parts, finding);
    await removeBookmark(parts, ask.viewer, bookmark.id);
    return answerDone(ask, personBookmarksUrl(ask.viewer.login), text.deleted());
  };
}

export async function submitOfWork(ask: MemberAsk, parts: Parts): Promise<Response> {
  const work = await seenWork(ask, parts, parseId<WorkId>(ask.params['id']));
  return submitNew(ask, parts, { kind: 'work', work: work.id }, workUrl(work));
}

/** A draft is nobody’s to bookmark. */
export async function seenWork(ask: Ask, { database }: Parts, id: WorkId | null) {
  const found = id === null ? null : (await findWork(database.read, ask.viewer, id)).work;
  if (found === null || !found.posted) throw new Refused(404);
  return found;
}

export async function submitOfSeries(ask: MemberAsk, parts: Parts): Promise<Response> {
  const id = orNotFound(parseId<SeriesId>(ask.params['id']));
  const series = orNotFound(await findSeries(parts.database.read, ask.viewer, id));
  return submitNew(ask, parts, { kind: 'series', series: series.id }, seriesUrl(series));
}

async function submitNew(
  ask: MemberAsk,
  parts: Parts,
  subject: Subject,
  home: string,
): Promise<Response> {
  const form = await ask.form();
  const typed = readTyped(form);
  const errors: FieldError[] = [];
  const said = checkBookmark(typed, errors);
  errors.push(...(await keptAwayProblems(parts, ask.viewer, subject, typed)));
  const back = returnPath(form.text('back')) ?? home;
  if (errors.length === 0) {
    const id = await saveBookmark(parts, ask.viewer, subject, said);
    if (id !== null) return answerDone(ask, back, text.saved());
    errors.push({ field: '', detail: text.tooMany() });
  }
  const { path: action } = ask;
  const { formToken: token } = ask.frame();
  const shelves = await listShelves(parts.database.read, ask.viewer, ask.viewer.userId);
  const again = { action, token, typed, shelves, problems: errors, back, cancelHref: back };
  return answerPage(ask, newBookmarkPage(again, text.bookmark()), 422);
}

export async function showNew(ask: MemberAsk, parts: Parts): Promise<Response> {
  const typed = {
    ...emptyBookmark,
    address: ask.query.get('address') ?? '',
    title: ask.query.get('title') ?? '',
  };
  return answerPage(ask, newBookmarkPage(await elsewhereForm(ask, parts, typed)));
}

async function elsewhereForm(
  ask: MemberAsk,
  { database }: Parts,
  typed: BookmarkForm['typed'],
): Promise<BookmarkForm> {
  const cancelHref = personBookmarksUrl(ask.viewer.login);
  const { formToken: token } = ask.frame();
  const shelves = await listShelves(database.read, ask.viewer, ask.viewer.userId);
  return { action: bookmarksUrl, token, typed, shelves, elsewhere: true, cancelHref };
}

export async function submitElsewhere(ask: MemberAsk, parts: Parts): Promise<Response> {
  const typed = readTyped(await ask.form());
  const errors: FieldError[] = [];
  const said = checkBookmark(typed, errors);
  const here = workAtAddress(typed.address.trim(), parts.settings.url);
  const elsewhere = here === null ? checkElsewhere(typed, errors) : null;
  const subject = await subjectOf(ask, parts, here, elsewhere?.address ?? '');
  errors.push(...(await keptAwayProblems(parts, ask.viewer, subject, typed)));
  if (errors.length === 0) {
    const id = await saveBookmark(parts, ask.viewer, subject, said, elsewhere);
    if (id !== null) return answerDone(ask, personBookmarksUrl(ask.viewer.login), text.saved());
    errors.push({ field: '', detail: text.tooMany() });
  }
  const again = { ...(await elsewhereForm(ask, parts, typed)), problems: errors };
  return answerPage(ask, newBookmarkPage(again), 422);
}

/** Whoever is kept from a thing bookmarks it for themself alone. */
async function keptAwayProblems(
  { database }: Parts,
  member: Member,
  subject: Subject,
  typed: TypedBookmark,
): Promise<FieldError[]> {
  if (typed.private || !(await isKeptFrom(database.read, member, subject))) return [];
  return [{ field: 'bookmark[private]', detail: text.keptAway() }];
}

async function subjectOf(
  ask: MemberAsk,
  parts: Parts,
  here: WorkId | null,
  address: string,
): Promise<Subject> {
  if (here === null) return { kind: 'elsewhere', address };
  return { kind: 'work', work: (await seenWork(ask, parts, here)).id };
}

/** What the fold on the page of a work or a series needs. */
export async function readOwnBookmark(
  ask: Ask,
  { database }: Pick<Parts, 'database'>,
  subject: Subject,
): Promise<OwnBookmark | null> {
  if (ask.viewer.kind === 'guest') return null;
  const { read } = database;
  const bookmark = await findBookmarkOf(read, ask.viewer.userId, subject);
  const shelves = await listShelves(read, ask.viewer, ask.viewer.userId);
  const on = bookmark === null ? new Set<ShelfId>() : await listShelvesOf(read, bookmark.id);
  return { bookmark, shelves, on };
}
