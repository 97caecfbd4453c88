// What a device fetches to keep a work, a series or a list, and how kept works stand now.
import { jsonResponse, Refused } from '../../kit/http/index.ts';
import { parseId, type SeriesId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { consentsToAdult } from '../../web/adult-consent.ts';
import { orNotFound } from '../../web/answer.ts';
import type { Ask } from '../../web/ask.ts';
import { type BookLister, bookWorksMax } from '../../web/book-lists.ts';
import { keptChapterUrl } from '../reading/urls.ts';
import { readReading } from '../readings/index.ts';
import { type Blurb, bylineText, findSeries, listBlurbs } from '../works/index.ts';
import { seriesUrl, workUrl } from '../works/urls.ts';
import { newsWorksMax } from './limits.ts';
import { text } from './messages.ts';
import { readerWord } from './reader.ts';
import { type Edition, readEditions } from './store.ts';

type Asked = {
  /** Null: it is one work. */
  readonly list: { readonly title: string; readonly address: string } | null;
  readonly ids: readonly WorkId[];
  readonly total: number;
};

/** `?of=work:ID`, `one-series:ID`, or a list as books know it, with its parameters. */
export function showPlan(listers: readonly BookLister[]) {
  return async (ask: Ask, parts: Parts): Promise<Response> => {
    const asked = orNotFound(await readAsked(ask, parts, listers));
    const seen = await seenWorks(ask, parts, asked.ids.slice(0, bookWorksMax));
    const works = seen.open.map(({ blurb, edition }) => ({
      id: blurb.id,
      title: blurb.title,
      creators: bylineText(blurb.creators),
      address: workUrl(blurb),
      stamp: edition.stamp,
      pages: edition.chapters.map((id) => keptChapterUrl(blurb, { id })),
    }));
    const { list, total } = asked;
    return jsonResponse({
      reader: readerWord(parts.secret, ask.viewer),
      list,
      works,
      sentences: sentencesFor(works.length, seen.gated > 0, total > bookWorksMax, list === null),
    });
  };
}

/** Works that are not in the answer are not the asker's to see any more. */
export async function showNews(ask: Ask, parts: Parts): Promise<Response> {
  const words = (ask.query.get('works') ?? '').split('.').filter((word) => word !== '');
  const ids = words.map((word) => parseId<WorkId>(word)).filter((id) => id !== null);
  if (ids.length !== words.length || ids.length > newsWorksMax) throw new Refused(422);
  const { open } = await seenWorks(ask, parts, ids);
  const works = await Promise.all(
    open.map(async ({ blurb, edition }) => ({
      id: blurb.id,
      stamp: edition.stamp,
      place: await placeOf(ask, parts, blurb, edition),
    })),
  );
  return jsonResponse({ reader: readerWord(parts.secret, ask.viewer), works });
}

/** Where the asker is in it, for a device that they have not read it on. */
async function placeOf(ask: Ask, parts: Parts, work: Blurb, { chapters }: Edition) {
  const reading = await readReading(ask, parts, work.id);
  if (reading === null || reading.chapter === null) return null;
  const { at, chapter, place } = reading;
  if (!chapters.includes(chapter)) return null;
  return { at, page: keptChapterUrl(work, { id: chapter }), chapter, ...place };
}

async function readAsked(
  ask: Ask,
  parts: Parts,
  listers: readonly BookLister[],
): Promise<Asked | null> {
  const [, kind = '', which = ''] = /^([a-z-]*):?(.*)$/s.exec(ask.query.get('of') ?? '') ?? [];
  if (kind === 'work') {
    const id = parseId<WorkId>(which);
    return id === null ? null : { list: null, ids: [id], total: 1 };
  }
  if (kind === 'one-series') {
    const id = orNotFound(parseId<SeriesId>(which));
    const series = await findSeries(parts.database.read, ask.viewer, id);
    if (series === null) return null;
    const list = { title: series.title, address: seriesUrl(series) };
    return { list, ids: series.workIds, total: series.workIds.length };
  }
  const found = await listers.find((one) => one.kind === kind)?.list(ask, parts, which);
  if (found === null || found === undefined) return null;
  const { title, address, ids, total } = found;
  return { list: { title, address }, ids, total };
}

type Seen = {
  readonly open: readonly { readonly blurb: Blurb; readonly edition: Edition }[];
  /** How many stand behind the adult gate. */
  readonly gated: number;
};

async function seenWorks(ask: Ask, parts: Parts, ids: readonly WorkId[]): Promise<Seen> {
  const { read } = parts.database;
  const blurbs = ids.length === 0 ? [] : await listBlurbs(read, ask.viewer, ids);
  const consents = consentsToAdult(ask);
  const open = blurbs.filter(({ tags }) => consents || !tags.rating.some(({ adult }) => adult));
  const editions = await readEditions(
    read,
    open.map(({ id }) => id),
  );
  return {
    open: open.flatMap((blurb) => {
      const edition = editions.get(blurb.id);
      return edition === undefined ? [] : [{ blurb, edition }];
    }),
    gated: blurbs.length - open.length,
  };
}

/** What the button says; `{done}` and `{all}` are filled in on the device. */
function sentencesFor(works: number, gated: boolean, beyond: boolean, single: boolean) {
  const done = single ? text.keptOne() : text.keptNow({ works });
  const beside = [...(gated ? [text.gated()] : []), ...(beyond ? [text.beyond()] : [])];
  return {
    keeping: text.keeping({ done: '{done}', all: '{all}' }),
    done: [works === 0 ? text.nothing() : done, ...beside].join(' '),
    full: text.full(),
  };
}
