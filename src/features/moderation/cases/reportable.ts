// What can be reported: how each kind is found as the asker sees it, whose it is, and what of it is
// kept as evidence. A feature's things become reportable by one more entry.
import { createHash } from 'node:crypto';
import type { Message } from '../../../kit/messages/index.ts';
import type { Reader } from '../../../kit/sql/index.ts';
import type { ChapterId, SeriesId, UserId, WorkId } from '../../../shared/ids.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { excerpt, plainText } from '../../../text/index.ts';
import { findPerson } from '../../accounts/index.ts';
import { personUrl } from '../../accounts/urls.ts';
import { type BookmarkId, findBookmark } from '../../bookmarks/index.ts';
import { bookmarkUrl } from '../../bookmarks/urls.ts';
import { type CommentId, findSeenComment } from '../../comments/index.ts';
import { commentUrl } from '../../comments/urls.ts';
import {
  chapterName,
  findSeries,
  findSeriesFacts,
  findWork,
  findWorkOfChapter,
  listCreatorIds,
  readChapters,
  type Work,
} from '../../works/index.ts';
import { chapterUrl, seriesUrl, workUrl } from '../../works/urls.ts';
import { evidenceCharactersMax, titleCharactersMax } from './limits.ts';
import { text } from './messages.ts';
import { findLogin } from './store.ts';

/** A thing as it stands now. */
export type Reported = {
  readonly kind: string;
  readonly id: number;
  readonly title: string;
  readonly address: string;
  /** Whose it is: they are kept from its cases. */
  readonly people: readonly UserId[];
  readonly revision: number | null;
  /** Plain text, at most `evidenceCharactersMax`. */
  readonly body: string;
};

export type Reportable = {
  readonly kind: string;
  /** With `{title}`. */
  readonly about: Message;
  /** “A work”, “a work”. */
  readonly label: Message;
  readonly inSentence: Message;
  /** Null: there is none that this viewer sees. */
  find(reader: Reader, viewer: Viewer, id: number): Promise<Reported | null>;
};

export const reportables: readonly Reportable[] = [
  {
    kind: 'work',
    about: text.aboutWork,
    label: text.kindWork,
    inSentence: text.ofWork,
    find: findReportedWork,
  },
  {
    kind: 'chapter',
    about: text.aboutChapter,
    label: text.kindChapter,
    inSentence: text.ofChapter,
    find: findReportedChapter,
  },
  {
    kind: 'series',
    about: text.aboutSeries,
    label: text.kindSeries,
    inSentence: text.ofSeries,
    find: findReportedSeries,
  },
  {
    kind: 'user',
    about: text.aboutPerson,
    label: text.kindPerson,
    inSentence: text.ofPerson,
    find: findReportedPerson,
  },
  {
    kind: 'comment',
    about: text.aboutComment,
    label: text.kindComment,
    inSentence: text.ofComment,
    find: findReportedComment,
  },
  {
    kind: 'bookmark',
    about: text.aboutBookmark,
    label: text.kindBookmark,
    inSentence: text.ofBookmark,
    find: findReportedBookmark,
  },
];

export function reportableOf(kind: string): Reportable | undefined {
  return reportables.find((one) => one.kind === kind);
}

/** The same for the same title and text: what was and what is can be compared. */
export function hashOf({ title, body }: Pick<Reported, 'title' | 'body'>): string {
  return createHash('sha256').update(`${title}\n${body}`).digest('hex');
}

async function findReportedWork(reader: Reader, viewer: Viewer, id: number) {
  const { work } = await findWork(reader, viewer, id as WorkId);
  if (work === null || !work.posted) return null;
  const parts = partsOfWork(work);
  let characters = 0;
  for (const chapter of work.chapters) {
    if (characters > evidenceCharactersMax) break;
    const words = await textOfChapter(reader, work, chapter.id);
    characters += words.length;
    parts.push(chapterName(chapter), words);
  }
  return {
    kind: 'work',
    id: work.id,
    title: work.title,
    address: workUrl(work),
    people: await listCreatorIds(reader, work.id),
    revision: work.revision,
    body: bodyOf(parts),
  };
}

function partsOfWork(work: Work): string[] {
  const tags = Object.values(work.tags).flatMap((some) => some.map(({ name }) => name));
  const said = [work.summary, work.notes, work.endNotes].map((html) => plainText(html));
  return [tags.join(', '), ...said];
}

async function findReportedChapter(reader: Reader, viewer: Viewer, id: number) {
  const workId = await findWorkOfChapter(reader, id as ChapterId);
  const work = workId === null ? null : (await findWork(reader, viewer, workId)).work;
  const chapter = work?.chapters.find((one) => one.id === id);
  if (!work?.posted || !chapter?.posted) return null;
  return {
    kind: 'chapter',
    id,
    title: `${work.title}: ${chapterName(chapter)}`,
    address: chapterUrl(work, chapter),
    people: await listCreatorIds(reader, work.id),
    revision: work.revision,
    body: bodyOf([await textOfChapter(reader, work, chapter.id)]),
  };
}

async function textOfChapter(reader: Reader, work: Work, id: ChapterId): Promise<string> {
  const [chapter] = await readChapters(reader, work, [id]);
  if (chapter === undefined) return '';
  const { summary, notes, html, endNotes } = chapter;
  return bodyOf([summary, notes, html, endNotes].map((part) => plainText(part)));
}

async function findReportedSeries(reader: Reader, viewer: Viewer, id: number) {
  const series = await findSeries(reader, viewer, id as SeriesId);
  if (series === null) return null;
  const facts = await findSeriesFacts(reader, series.id);
  const people = new Set(facts?.creatorUserIds);
  for (const work of series.workIds) {
    for (const user of await listCreatorIds(reader, work)) people.add(user);
  }
  return {
    kind: 'series',
    id,
    title: series.title,
    address: seriesUrl(series),
    people: [...people],
    revision: null,
    body: bodyOf([plainText(series.summary), plainText(series.notes)]),
  };
}

async function findReportedPerson(reader: Reader, viewer: Viewer, id: number) {
  const login = await findLogin(reader, id as UserId);
  const person = login === null ? null : await findPerson(reader, viewer, login);
  if (person === null) return null;
  const names = person.pseuds.map(({ name, description }) => `${name}\n${description}`);
  return {
    kind: 'user',
    id,
    title: person.login,
    address: personUrl(person.login),
    people: [person.id],
    revision: null,
    body: bodyOf([...names, person.profile.title, plainText(person.profile.html)]),
  };
}

async function findReportedComment(reader: Reader, viewer: Viewer, id: number) {
  const comment = await findSeenComment(reader, viewer, id as CommentId);
  if (comment === null) return null;
  const { words, authorId } = comment;
  return {
    kind: 'comment',
    id,
    title: excerpt(words, titleCharactersMax),
    address: commentUrl(comment),
    people: authorId === null ? [] : [authorId],
    revision: null,
    body: bodyOf([words]),
  };
}

async function findReportedBookmark(reader: Reader, viewer: Viewer, id: number) {
  const bookmark = await findBookmark(reader, viewer, id as BookmarkId);
  if (bookmark === null || bookmark.private) return null;
  const { login, userId, tags, title } = bookmark;
  const words = plainText(bookmark.notes);
  return {
    kind: 'bookmark',
    id,
    title: excerpt(
      [words, tags.join(', '), title, login].find((one) => one !== '') ?? '',
      titleCharactersMax,
    ),
    address: bookmarkUrl(bookmark),
    people: [userId],
    revision: null,
    body: bodyOf([title, bookmark.creators, tags.join(', '), words]),
  };
}

function bodyOf(parts: readonly string[]): string {
  const body = parts.filter((part) => part.trim() !== '').join('\n\n');
  if (body.length <= evidenceCharactersMax) return body;
  return `${body.slice(0, evidenceCharactersMax).toWellFormed()}\n\n${text.cut()}`;
}
