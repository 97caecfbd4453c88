// Downloads: the same visibility as the page, as an attachment that nothing on the site trusts.
import { found, Refused } from '../../kit/http/index.ts';
import { parseId, type SeriesId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { orNotFound } from '../../web/answer.ts';
import type { Ask } from '../../web/ask.ts';
import { type BookLister, bookWordsMax, bookWorksMax } from '../../web/book-lists.ts';
import { findSkin } from '../skins/index.ts';
import {
  findSeries,
  findWork,
  readChapters,
  readPictureFiles,
  readRelated,
  type Work,
} from '../works/index.ts';
import { seriesUrl, workUrl } from '../works/urls.ts';
import { type Book, makeBook, textsOf } from './book.ts';
import { type CollectionFacts, collectBooks } from './collection.ts';
import { fileNames } from './file-name.ts';
import { type Format, formats, type Typeset, type Wishes } from './formats.ts';

/** `/downloads/:id/:name`, where the name ends in the format; the rest of it is ignored. */
export function download(typeset: Typeset) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const format = formatOf(ask);
    const id = orNotFound(parseId<WorkId>(ask.params['id']));
    const { standing, work } = await findWork(parts.database.read, ask.viewer, id);
    // The page says what kind of no it is: log in, or wait until it is revealed.
    if (standing === 'members-only' || standing === 'unrevealed') return found(workUrl({ id }));
    if (standing === 'gone') throw new Refused(410);
    if (work === null) throw new Refused(404);
    return answerBook(ask, await bookOf(ask, work, parts), format, typeset);
  };
}

/** `/downloads/series/:id/:name`: the works of a series that the asker sees, as one book. */
export function downloadSeries(typeset: Typeset) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const format = formatOf(ask);
    const id = orNotFound(parseId<SeriesId>(ask.params['id']));
    const series = orNotFound(await findSeries(parts.database.read, ask.viewer, id));
    const { title, summary, notes, workIds } = series;
    const url = `${parts.settings.url}${seriesUrl(series)}`;
    const book = await gather(ask, parts, workIds, { id, title, url, summary, notes });
    return answerBook(ask, book, format, typeset);
  };
}

/** `/downloads/list/:name?of=KIND:WHICH`: the first works of a list, with its own parameters. */
export function downloadList(lists: readonly BookLister[], typeset: Typeset) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const format = formatOf(ask);
    const [, kind = '', which = ''] =
      /^([a-z]*):?(.*)$/s.exec(ask.query.get('of') ?? 'works') ?? [];
    const lister = orNotFound(lists.find((one) => one.kind === kind) ?? null);
    const list = orNotFound(await lister.list(ask, parts, which));
    const title = ask.query.get('title')?.trim().slice(0, 255) || list.title;
    const url = `${parts.settings.url}${list.address}`;
    const facts = { id: 0, title, url, summary: '', notes: '' };
    const ids = list.ids.slice(0, bookWorksMax);
    const book = await gather(ask, parts, ids, facts, list.total - ids.length);
    return answerBook(ask, book, format, typeset);
  };
}

function formatOf(ask: Ask): Format {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(ask.params['name'] ?? '')?.[1]?.toLowerCase();
  return orNotFound(formats.find((one) => one.extension === extension) ?? null);
}

/** Bytes of pictures that a book holds: with them in memory a download stays under 200 MB. */
const picturesBytesMax = 40_000_000;

async function bookOf(
  { viewer }: Ask,
  work: Work,
  parts: Parts,
  bytesMax = picturesBytesMax,
): Promise<Book> {
  const { database, settings } = parts;
  const ids = work.chapters.filter((chapter) => chapter.posted || !work.posted);
  const chapters = await readChapters(
    database.read,
    work,
    ids.map((chapter) => chapter.id),
  );
  const { parents } = await readRelated(database.read, viewer, work.id);
  const source = { files: parts.files, reader: database.read };
  const pictures = await readPictureFiles(source, work.id, textsOf(work, chapters), bytesMax);
  const skin = work.skin === null ? null : await findSkin(database.read, work.skin);
  return makeBook(work, chapters, settings.url, { parents, pictures, skin: skin?.css ?? null });
}

/** Works in their order as far as one book holds them; 404 when the asker sees none.
 * `beyond`: works that the list has besides. */
async function gather(
  ask: Ask,
  parts: Parts,
  ids: readonly WorkId[],
  facts: Omit<CollectionFacts, 'leftOut' | 'siteUrl'>,
  beyond = 0,
): Promise<Book> {
  const books: Book[] = [];
  let words = 0;
  let leftOut = beyond;
  let bytesLeft = picturesBytesMax;
  for (const id of ids) {
    const { work } = await findWork(parts.database.read, ask.viewer, id);
    if (work === null) continue;
    const isFull = books.length >= bookWorksMax || words + work.words > bookWordsMax;
    if (isFull && books.length > 0) leftOut += 1;
    else {
      const book = await bookOf(ask, work, parts, bytesLeft);
      books.push(book);
      words += work.words;
      bytesLeft -= book.pictures.reduce((sum, { bytes }) => sum + bytes.length, 0);
    }
  }
  if (books.length === 0) throw new Refused(404);
  return collectBooks(books, { ...facts, siteUrl: parts.settings.url, leftOut });
}

async function answerBook(
  ask: Ask,
  book: Book,
  format: Format,
  typeset: Typeset,
): Promise<Response> {
  const { ascii, unicode } = fileNames(book.title, format.extension);
  return new Response((await format.write(book, wishesOf(ask), typeset)) as BodyInit, {
    headers: {
      'content-type': format.type,
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${unicode}`,
      'content-security-policy': downloadPolicy,
      'x-robots-tag': 'noindex',
    },
  });
}

/** `?wrap=72`, from 20 to 200; anything else is not heard. */
function wishesOf({ query }: Ask): Wishes {
  const wrap = Number(/^\d{1,3}$/.exec(query.get('wrap') ?? '')?.[0] ?? 0);
  return { wrap: wrap >= 20 && wrap <= 200 ? wrap : 0 };
}

/** What a download may do when a browser shows it after all: nothing (contract 5). */
const downloadPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
