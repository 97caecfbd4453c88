// Texts in the entries of a private feed whose owner wants them: the chapter that an entry tells
// of, or the newest of its work, as the owner may read it.
import { type ChapterId, parseId, type WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import type { FeedEntry, FeedPage } from '../../web/feeds.ts';
import { findWork, readChapters } from '../works/index.ts';
import { feedTextsMax } from './limits.ts';
import { feedText } from './pages/feed-text.ts';

/** The page with texts, until they are as many as one answer may hold; the rest goes without. */
export async function withTexts(parts: Parts, member: Member, page: FeedPage): Promise<FeedPage> {
  const entries: FeedEntry[] = [];
  let letters = 0;
  for (const entry of page.entries) {
    const content = letters < feedTextsMax ? await textOf(parts, member, entry) : null;
    letters += content === null ? 0 : String(content).length;
    entries.push(content === null ? entry : { ...entry, content });
  }
  return { ...page, entries };
}

const pathOfWork = /^\/works\/(\d+)(?:\/chapters\/(\d+))?$/;

async function textOf({ database, settings }: Parts, member: Member, { path }: FeedEntry) {
  const [, first, second] = pathOfWork.exec(path) ?? [];
  const id = parseId<WorkId>(first);
  const work = id === null ? null : (await findWork(database.read, member, id)).work;
  // The gate of adult works stands here too: only who has asked for no gate gets past it.
  if (work === null || (work.adult && !work.own && !member.adultConsent)) return null;
  const posted = work.chapters.filter((chapter) => chapter.posted);
  const wanted = second === undefined ? posted.at(-1)?.id : parseId<ChapterId>(second);
  const meant = posted.filter((chapter) => chapter.id === wanted).map((chapter) => chapter.id);
  const [chapter] = await readChapters(database.read, work, meant);
  return chapter === undefined ? null : feedText(chapter, settings.url);
}
