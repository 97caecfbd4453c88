// Reads of works. Each takes the viewer and answers with what that viewer may know.
import { preparedRead, type Reader } from '../../../kit/sql/index.ts';
import type { ChapterId, TagId, UserId, WorkId } from '../../../shared/ids.ts';
import type { Member, Viewer } from '../../../shared/viewer.ts';
import { listGifts } from '../company/store/gifts.ts';
import { findHeld } from '../holding/store.ts';
import { inListsOf, ownedBy, type Standing, standingOf } from '../visibility.ts';
import type { Blurb, Chapter, ChapterHeading, Work } from '../work.ts';
import { listChapterTags } from './chapter-tags.ts';
import {
  asBlurb,
  creatorsFor,
  emptyTags,
  listCreators,
  listWorkTags,
  selectWorks,
  stateOf,
  type TagOf,
  type WorkRow,
} from './rows.ts';
import { listSeriesPlaces } from './series.ts';

/** A work as it stands to a viewer: whole when seen, else only why not. */
export type FoundWork =
  | { readonly standing: 'seen'; readonly work: Work }
  | { readonly standing: Exclude<Standing, 'seen'>; readonly work: null };

/** The whole work without its chapters' texts, if this viewer may see it; else how it stands. */
export async function findWork(reader: Reader, viewer: Viewer, id: WorkId): Promise<FoundWork> {
  const [row] = await readWork(reader, id);
  if (row === undefined) return { standing: 'unknown', work: null };
  const people = await listCreators(reader, [id]);
  const { creators, own } = creatorsFor(viewer, row, people);
  const standing = standingOf(viewer, stateOf(row), own);
  if (standing !== 'seen') return { standing, work: null };
  const tags = (await listWorkTags(reader, [id])).get(id) ?? emptyTags();
  const series = (await listSeriesPlaces(reader, [id])).get(id) ?? [];
  const gifts = (await listGifts(reader, [id])).get(id) ?? [];
  const chapters = await listHeadings(reader, id, own);
  const held = row.hidden === 1 ? await findHeld(reader, id) : null;
  const work = {
    ...asBlurb(row, creators, tags, series, gifts),
    titleKey: row.title_key,
    notes: row.notes_html,
    endNotes: row.end_notes_html,
    adult: tags.rating.some((rating) => rating.adult),
    own,
    revision: row.revision,
    held: held?.verdict === null ? held.reasons : null,
    skin: row.skin_id,
    chapters,
  };
  return { standing, work };
}

const readWork = preparedRead((reader, id: WorkId) =>
  selectWorks(reader).where('works.id', '=', id),
);

async function listHeadings(reader: Reader, id: WorkId, own: boolean): Promise<ChapterHeading[]> {
  const rows = own ? await readHeadings(reader, id) : await readPostedHeadings(reader, id);
  return rows.map((row, at) => ({
    id: row.id,
    // Draft chapters of others leave no gap in the numbers.
    position: at + 1,
    title: row.title,
    words: row.words,
    posted: row.posted_at !== null,
    publishedAt: row.published_at,
    scheduledAt: row.posted_at === null ? row.scheduled_at : null,
  }));
}

const readHeadings = preparedRead((reader, id: WorkId) =>
  reader
    .selectFrom('chapters')
    .select(['id', 'title', 'words', 'posted_at', 'published_at', 'scheduled_at'])
    .where('work_id', '=', id)
    .orderBy('position'),
);

const readPostedHeadings = preparedRead((reader, id: WorkId) =>
  reader
    .selectFrom('chapters')
    .select(['id', 'title', 'words', 'posted_at', 'published_at', 'scheduled_at'])
    .where('work_id', '=', id)
    .where('posted_at', 'is not', null)
    .orderBy('position'),
);

/**
 * Texts of some chapters of a work that this viewer has been shown: `work` comes from `findWork`,
 * and only chapters among its headings are answered, in their order.
 */
export async function readChapters(
  reader: Reader,
  work: Work,
  ids: readonly ChapterId[],
): Promise<Chapter[]> {
  const wanted = work.chapters.filter((heading) => ids.includes(heading.id));
  if (wanted.length === 0) return [];
  const shown = wanted.map((heading) => heading.id);
  const rows = await readTexts(reader, work.id, shown);
  const tags = await listChapterTags(reader, shown);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return wanted.flatMap((heading) => {
    const row = byId.get(heading.id);
    if (row === undefined) return [];
    const { summary_html, notes_html, end_notes_html, html } = row;
    const notes = { summary: summary_html, notes: notes_html, endNotes: end_notes_html };
    const own = tags.get(heading.id);
    return [{ ...heading, ...notes, html, ...(own === undefined ? {} : { tags: own }) }];
  });
}

const readTexts = preparedRead((reader, work: WorkId, ids: readonly ChapterId[]) =>
  reader
    .selectFrom('chapters')
    .innerJoin('chapter_texts', 'chapter_texts.chapter_id', 'chapters.id')
    .select(['chapters.id', 'summary_html', 'notes_html', 'end_notes_html', 'html'])
    .where('chapters.work_id', '=', work)
    .where('chapters.id', 'in', ids),
);

/** The work of a chapter, for addresses that name the chapter alone. */
export async function findWorkOfChapter(reader: Reader, id: ChapterId): Promise<WorkId | null> {
  const row = await reader
    .selectFrom('chapters')
    .select('work_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.work_id ?? null;
}

/**
 * Blurbs in the order of the ids; works that this viewer may not see in a list are left out. Tags
 * are read unless `tagOf` holds them: reading them is most of the work.
 */
export async function listBlurbs(
  reader: Reader,
  viewer: Viewer,
  ids: readonly WorkId[],
  tagOf?: TagOf,
): Promise<Blurb[]> {
  if (ids.length === 0) return [];
  const rows = await selectWorks(reader)
    .where('works.id', 'in', ids)
    .where(inListsOf(viewer))
    .execute();
  return asBlurbs(reader, viewer, rows, ids, tagOf);
}

/** A person's own drafts, newest first: nobody else ever gets these. */
export async function listDrafts(reader: Reader, member: Member): Promise<Blurb[]> {
  const rows = await selectWorks(reader)
    .where((eb) => ownedBy(eb, member.userId))
    .where('works.posted_at', 'is', null)
    .where('works.deleted_at', 'is', null)
    .orderBy('works.edited_at', 'desc')
    .execute();
  const ids = rows.map((row) => row.id);
  return asBlurbs(reader, member, rows, ids);
}

/** Ids of every posted work of which the person is a creator: what lists show them besides. */
export async function listOwnWorkIds(reader: Reader, userId: UserId): Promise<WorkId[]> {
  const rows = await reader
    .selectFrom('work_creators')
    .innerJoin('works', 'works.id', 'work_creators.work_id')
    .select('works.id')
    .where('work_creators.user_id', '=', userId)
    .where('works.posted_at', 'is not', null)
    .where('works.deleted_at', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}

/** Tags on the person's own drafts: names that nobody else may meet by them. */
export async function listDraftTagIds(reader: Reader, userId: UserId): Promise<TagId[]> {
  const rows = await reader
    .selectFrom('work_creators')
    .innerJoin('works', 'works.id', 'work_creators.work_id')
    .innerJoin('work_tags', 'work_tags.work_id', 'works.id')
    .select('work_tags.tag_id')
    .distinct()
    .where('work_creators.user_id', '=', userId)
    .where('works.posted_at', 'is', null)
    .where('works.deleted_at', 'is', null)
    .execute();
  return rows.map((row) => row.tag_id);
}

async function asBlurbs(
  reader: Reader,
  viewer: Viewer,
  rows: readonly WorkRow[],
  order: readonly WorkId[],
  tagOf?: TagOf,
): Promise<Blurb[]> {
  const ids = rows.map((row) => row.id);
  const [creators, tags, series, gifts] = await Promise.all([
    listCreators(reader, ids),
    listWorkTags(reader, ids, tagOf),
    listSeriesPlaces(reader, ids),
    listGifts(reader, ids),
  ]);
  const blurbs = new Map<WorkId, Blurb>();
  for (const row of rows) {
    const people = creators.filter((one) => one.workId === row.id);
    const shown = creatorsFor(viewer, row, people).creators;
    const itsTags = tags.get(row.id) ?? emptyTags();
    const [places, given] = [series.get(row.id) ?? [], gifts.get(row.id) ?? []];
    blurbs.set(row.id, asBlurb(row, shown, itsTags, places, given));
  }
  return order.flatMap((id) => blurbs.get(id) ?? []);
}

/** The title of a work that the member has deleted; null when it is none of theirs. */
export async function findDeletedTitle(
  reader: Reader,
  member: Member,
  id: WorkId,
): Promise<string | null> {
  const row = await reader
    .selectFrom('works')
    .select('title')
    .where('works.id', '=', id)
    .where('works.deleted_at', 'is not', null)
    .where('works.removed_at', 'is', null)
    .where((eb) => ownedBy(eb, member.userId))
    .executeTakeFirst();
  return row?.title ?? null;
}
