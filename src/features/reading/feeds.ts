// A work's chapters, and a series' works, as feeds.
import { parseId, type SeriesId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import {
  answerFeed,
  type FeedAsked,
  type FeedEntry,
  type FeedPage,
  type FeedSource,
  feedEntries,
  feedFormats,
} from '../../web/feeds.ts';
import { type Route, route } from '../../web/routes.ts';
import { workEntries } from '../finding/index.ts';
import {
  bylineText,
  chapterName,
  findSeries,
  findWork,
  listBlurbs,
  type Work,
} from '../works/index.ts';
import { chapterUrl, seriesUrl, workUrl } from '../works/urls.ts';
import { text } from './messages.ts';
import { chapterSummary } from './pages/chapter-entry.ts';

/** By their numbers: `work` has an entry for each chapter, `series` one for each work. */
export const feedsOfReading: readonly FeedSource[] = [
  { kind: 'work', read: readWork },
  { kind: 'series', read: readSeries },
];

/** The public addresses of these feeds. */
export const readingFeedRoutes: readonly Route[] = [
  ...feedRoutes('/works/:id/feed', readWork),
  ...feedRoutes('/series/:id/feed', readSeries),
];

function feedRoutes(path: string, read: FeedSource['read']): Route[] {
  return feedFormats.map((format) =>
    route(
      'GET',
      `${path}.${format}`,
      'anyone',
      (ask, parts) => answerFeed(ask, parts, { read }, ask.params['id'] ?? '', format),
      { sameForGuests: true },
    ),
  );
}

async function readWork(
  { database, settings }: Parts,
  { viewer, page }: FeedAsked,
  which: string,
): Promise<FeedPage | null> {
  const id = parseId<WorkId>(which);
  const work = id === null ? null : (await findWork(database.read, viewer, id)).work;
  if (work === null || !work.posted) return null;
  const posted = work.chapters.filter(({ posted }) => posted);
  const newest = posted.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0));
  return {
    title: text.chaptersOf({ title: work.title }),
    home: workUrl(work),
    entries: cut(newest, page).map((chapter) => chapterEntry(work, chapter, settings.url)),
    hasMore: newest.length > page * feedEntries,
  };
}

function chapterEntry(work: Work, chapter: Work['chapters'][number], site: string): FeedEntry {
  // The names of chapters of an adult work stand behind its gate.
  const named = work.adult ? { ...chapter, title: '' } : chapter;
  const at = chapter.publishedAt ?? 0;
  return {
    path: chapterUrl(work, chapter),
    title: text.chapterOfWork({ title: work.title, chapter: chapterName(named) }),
    published: at,
    updated: at,
    authors:
      work.creators.length === 0 ? [bylineText([])] : work.creators.map((one) => bylineText([one])),
    tags: work.tags.fandom.map(({ name }) => name),
    language: work.language,
    summary: chapterSummary(work, chapter, site),
  };
}

async function readSeries(
  parts: Parts,
  { viewer, page }: FeedAsked,
  which: string,
): Promise<FeedPage | null> {
  const { read } = parts.database;
  const id = parseId<SeriesId>(which);
  const series = id === null ? null : await findSeries(read, viewer, id);
  if (series === null) return null;
  const blurbs = await listBlurbs(read, viewer, series.workIds);
  const newest = blurbs.toSorted((a, b) => (b.updatedAt ?? 0) - (a.updatedAt ?? 0));
  return {
    title: series.title,
    home: seriesUrl(series),
    entries: workEntries(cut(newest, page), parts),
    hasMore: newest.length > page * feedEntries,
  };
}

function cut<Item>(items: readonly Item[], page: number): readonly Item[] {
  return items.slice((page - 1) * feedEntries, page * feedEntries);
}
