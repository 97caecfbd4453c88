// Shelves through pages and forms.
import { type FieldError, type Form, Refused } from '../../kit/http/index.ts';
import { parseId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { countCharacters, normaliseLine } from '../../text/index.ts';
import { answerDone, answerPage, orNotFound } from '../../web/answer.ts';
import type { Ask, MemberAsk } from '../../web/ask.ts';
import { findPerson } from '../accounts/index.ts';
import { answerWorksList, type Finding, tastesLifted } from '../finding/index.ts';
import type { BookmarkId } from './bookmark.ts';
import { ofShelf } from './books.ts';
import { keptList } from './kept-list.ts';
import { shelfNameCharactersMax } from './limits.ts';
import { text } from './messages.ts';
import { personListPage } from './pages/bookmark-list-page.ts';
import { titleOf } from './pages/bookmark-page.ts';
import {
  deleteShelfPage,
  type Ordered,
  onShelf,
  type ShelvesShown,
  shelfActs,
  shelfFormPage,
  shelfTitle,
  shelvesPage,
  type TypedShelf,
} from './pages/shelf-pages.ts';
import { readThings } from './read.ts';
import type { Shelf, ShelfId } from './shelf.ts';
import {
  changeShelf,
  makeShelf,
  orderShelves,
  removeShelf,
  type ShelfRefusal,
} from './shelf-actions.ts';
import { findShelf, listShelves, readPlaces } from './store/shelves.ts';
import { countBookmarks, listKeys, readBookmarks } from './store.ts';
import { shelfFeedPath, shelfUrl, shelvesUrl } from './urls.ts';

export async function showShelves(ask: Ask, parts: Parts): Promise<Response> {
  return answerPage(ask, shelvesPage(await shelvesShown(ask, parts)));
}

async function shelvesShown(
  ask: Ask,
  { database: { read } }: Parts,
  again: { readonly typed?: TypedShelf; readonly problems?: readonly FieldError[] } = {},
): Promise<ShelvesShown> {
  const person = orNotFound(await findPerson(read, ask.viewer, ask.params['login'] ?? ''));
  const shelves: ShelvesShown['shelves'][number][] = [];
  for (const shelf of await listShelves(read, ask.viewer, person.id)) {
    const scope = { of: 'shelf', shelf: shelf.id } as const;
    shelves.push({ shelf, count: await countBookmarks(read, ask.viewer, scope) });
  }
  const isOwn = ask.viewer.kind === 'member' && ask.viewer.userId === person.id;
  const own = {
    token: ask.frame().formToken,
    typed: again.typed ?? { name: '', public: false },
    order: shelves.map(({ shelf }, at) => numbered(shelf.id, shelf.name, at)),
    problems: again.problems ?? [],
  };
  return { login: person.login, shelves, own: isOwn ? own : null };
}

function numbered(id: number, label: string, at: number): Ordered {
  return { id, label, number: String(at + 1) };
}

export async function submitNewShelf(ask: MemberAsk, parts: Parts): Promise<Response> {
  refuseOthers(ask);
  const problems: FieldError[] = [];
  const typed = readShelf(await ask.form(), problems);
  if (problems.length === 0) {
    const made = await makeShelf(parts, ask.viewer, typed);
    if (typeof made === 'number') return answerDone(ask, shelfUrl({ id: made }), text.shelfMade());
    problems.push(refusal(made));
  }
  return answerPage(ask, shelvesPage(await shelvesShown(ask, parts, { typed, problems })), 422);
}

function refuseOthers({ params, viewer }: MemberAsk): void {
  if (params['login']?.toLowerCase() !== viewer.login.toLowerCase()) throw new Refused(403);
}

function readShelf(form: Form, problems: FieldError[]): TypedShelf {
  const name = normaliseLine(form.text('shelf[name]'));
  const refuse = (detail: string) => problems.push({ field: 'shelf[name]', detail });
  if (name === '') refuse(text.shelfEmptyName());
  if (countCharacters(name) > shelfNameCharactersMax) {
    refuse(text.lineLong({ most: shelfNameCharactersMax }));
  }
  return { name, public: form.ticked('shelf[public]') };
}

function refusal(why: ShelfRefusal): FieldError {
  const detail = why === 'taken' ? text.shelfTaken() : text.shelvesMany();
  return { field: 'shelf[name]', detail };
}

export async function submitShelvesOrder(ask: MemberAsk, parts: Parts): Promise<Response> {
  refuseOthers(ask);
  const { read } = parts.database;
  const own = await listShelves(read, ask.viewer, ask.viewer.userId);
  const ids = own.map(({ id }) => id);
  const { order, problems } = readOrder(await ask.form(), ids, 'each');
  if (problems.length > 0) {
    return answerPage(ask, shelvesPage(await shelvesShown(ask, parts, { problems })), 422);
  }
  await orderShelves(parts, ask.viewer, order);
  return answerDone(ask, shelvesUrl(ask.viewer.login), text.shelfSaved());
}

/** Equal numbers keep the order that things have among themselves; an empty one takes away. */
function readOrder<Id extends number>(
  form: Form,
  ids: readonly Id[],
  which: 'each' | 'some',
): { readonly order: readonly Id[]; readonly problems: FieldError[] } {
  const typed = ids.map((id) => ({ id, number: form.text(`number[${id}]`).trim() }));
  const wrong = typed.filter(({ number }) =>
    which === 'some' ? !/^\d{0,6}$/.test(number) : !/^\d{1,6}$/.test(number),
  );
  const problems = wrong.map(({ id }) => ({ field: `number[${id}]`, detail: text.notNumber() }));
  const order = typed
    .filter(({ number }) => number !== '')
    .sort((a, b) => Number(a.number) - Number(b.number))
    .map(({ id }) => id);
  return { order, problems };
}

export function showShelf(finding: Finding) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const shelf = await shelfAt(ask, parts);
    const { viewer } = ask;
    const own = isOwner(ask, shelf);
    const kept = await keptList(parts, finding, viewer, {
      bookmarks: { of: 'shelf', shelf: shelf.id },
      own,
      lifted: tastesLifted(ask),
      places: await readPlaces(parts.database.read, shelf.id),
    });
    const title = shelfTitle(shelf);
    const list = {
      ...kept,
      address: shelfUrl(shelf),
      of: onShelf(shelf),
      title,
      feed: shelf.public ? shelfFeedPath(shelf) : null,
      under: { actions: shelfActs(shelf, own) },
      book: ofShelf(shelf),
    };
    return answerWorksList(ask, parts, finding, list, ({ body, feeds }) => {
      return { ...personListPage(title, body), feeds };
    });
  };
}

function isOwner({ viewer }: Pick<Ask, 'viewer'>, shelf: Shelf): boolean {
  return viewer.kind === 'member' && viewer.userId === shelf.userId;
}

async function shelfAt(ask: Ask, { database }: Parts): Promise<Shelf> {
  const id = orNotFound(parseId<ShelfId>(ask.params['id']));
  return orNotFound(await findShelf(database.read, ask.viewer, id));
}

async function ownShelf(ask: MemberAsk, parts: Parts): Promise<Shelf> {
  const shelf = await shelfAt(ask, parts);
  if (!isOwner(ask, shelf)) throw new Refused(403);
  return shelf;
}

export function showShelfForm(finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const shelf = await ownShelf(ask, parts);
    const order = await orderOf(ask, parts, finding, shelf);
    return answerPage(ask, shelfFormPage(ask.frame(), { shelf, typed: shelf, order }));
  };
}

export function submitShelf(finding: Finding) {
  return async (ask: MemberAsk, parts: Parts): Promise<Response> => {
    const shelf = await ownShelf(ask, parts);
    const form = await ask.form();
    const problems: FieldError[] = [];
    const typed = readShelf(form, problems);
    const ids = await inOrder(ask, parts, shelf);
    const sent = readOrder(form, ids, 'some');
    problems.push(...sent.problems);
    if (problems.length === 0) {
      const why = await changeShelf(parts, shelf, typed, sent.order);
      if (why === null) return answerDone(ask, shelfUrl(shelf), text.shelfSaved());
      problems.push(refusal(why));
    }
    const order = (await orderOf(ask, parts, finding, shelf)).map((one) => {
      return { ...one, number: form.text(`number[${one.id}]`) };
    });
    return answerPage(ask, shelfFormPage(ask.frame(), { shelf, typed, order, problems }), 422);
  };
}

/** Everything on an own shelf, the first first. */
async function inOrder(
  { viewer }: MemberAsk,
  { database: { read } }: Parts,
  { id: shelf }: Shelf,
): Promise<BookmarkId[]> {
  const places = await readPlaces(read, shelf);
  const keys = await listKeys(read, viewer, { of: 'shelf', shelf });
  return keys.map(({ id }) => id).sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

async function orderOf(
  ask: MemberAsk,
  parts: Parts,
  finding: Finding,
  shelf: Shelf,
): Promise<Ordered[]> {
  const bookmarks = await readBookmarks(parts.database.read, await inOrder(ask, parts, shelf));
  const shown = await readThings(parts, finding, ask.viewer, bookmarks);
  return shown.map((one, at) => numbered(one.bookmark.id, titleOf(one), at));
}

export async function showDeleteShelf(ask: MemberAsk, parts: Parts): Promise<Response> {
  return answerPage(ask, deleteShelfPage(ask.frame(), await ownShelf(ask, parts)));
}

export async function submitDeleteShelf(ask: MemberAsk, parts: Parts): Promise<Response> {
  await removeShelf(parts, await ownShelf(ask, parts));
  return answerDone(ask, shelvesUrl(ask.viewer.login), text.shelfDeleted());
}
