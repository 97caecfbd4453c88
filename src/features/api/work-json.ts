// Works as they come out of the API.
import { isoTime } from '../../kit/time/index.ts';
import type { Tag } from '../tags/index.ts';
import type { Asked, Blurb, Chapter, ChapterHeading, RelatedParent, Work } from '../works/index.ts';
import { bylineText, chapterTagFields, chapterTagTypes } from '../works/index.ts';
import { workUrl } from '../works/urls.ts';

export function tagJson(tag: Pick<Tag, 'id' | 'name' | 'status' | 'synonymOf'>) {
  const { id, name, status, synonymOf } = tag;
  return { id, name, canonical: status === 'canonical', synonymOf };
}

/** A work in a list, without chapters. */
export function blurbJson(blurb: Blurb, siteUrl: string) {
  const { tags } = blurb;
  return {
    id: blurb.id,
    url: `${siteUrl}${workUrl(blurb)}`,
    title: blurb.title,
    creators: blurb.creators.map(({ pseudId, name, login }) => ({ id: pseudId, name, login })),
    anonymous: blurb.anonymous,
    summary: blurb.summary,
    language: blurb.language,
    rating: tags.rating[0] === undefined ? null : tagJson(tags.rating[0]),
    warnings: tags.warning.map(tagJson),
    categories: tags.category.map(tagJson),
    fandoms: tags.fandom.map(tagJson),
    relationships: tags.relationship.map(tagJson),
    characters: tags.character.map(tagJson),
    freeforms: tags.freeform.map(tagJson),
    restricted: blurb.restricted,
    posted: blurb.posted,
    series: blurb.series.map(({ id, title, position }) => ({ id, title, position })),
    gifts: blurb.gifts.map(({ name, login }) => ({ name, login })),
    expectedChapters: blurb.expectedChapters,
    postedChapters: blurb.chaptersPosted,
    complete: blurb.complete,
    words: blurb.words,
    publishedAt: time(blurb.publishedAt),
    updatedAt: time(blurb.updatedAt),
    editedAt: time(blurb.editedAt),
    stats: blurb.counts,
  };
}

/** What is read beside a work. */
export type WorkBeside = {
  readonly asked: readonly Asked[];
  readonly parents: readonly RelatedParent[];
  readonly skin: { readonly id: number; readonly title: string } | null;
};

/** A whole work; `texts` adds to chapters what was asked for, by chapter id. */
export function workJson(
  work: Work,
  siteUrl: string,
  texts: ReadonlyMap<number, Record<string, unknown>>,
  { asked, parents, skin }: WorkBeside,
) {
  const { notes, endNotes } = work;
  return {
    ...blurbJson(work, siteUrl),
    notes,
    endNotes,
    relatedWorks: parents.map((parent) => relatedJson(parent, siteUrl)),
    // Who is asked is the creators' business until they agree.
    ...(work.own ? { coCreators: namesOfAsked(asked), skin } : {}),
    chapters: work.chapters.map((chapter) => ({
      ...chapterJson(chapter),
      ...texts.get(chapter.id),
    })),
  };
}

function relatedJson({ relation, ...parent }: RelatedParent, siteUrl: string) {
  const { work } = parent;
  if (work === null) {
    const { url, title, author } = parent;
    return { relation, id: null, url, title, author };
  }
  const author = bylineText(work.creators);
  return { relation, id: work.id, url: `${siteUrl}${workUrl(work)}`, title: work.title, author };
}

function namesOfAsked(asked: readonly Asked[]): string[] {
  return asked.filter(({ kind, refused }) => kind === 'join' && !refused).map(({ login }) => login);
}

export function chapterJson(chapter: ChapterHeading) {
  const { id, position, title, words, posted, publishedAt, scheduledAt = null } = chapter;
  const shown = { id, position, title, words, posted, publishedAt: time(publishedAt) };
  return scheduledAt === null ? shown : { ...shown, postAt: time(scheduledAt) };
}

/** A chapter's own tags under the names of their fields; nothing for one without. */
export function tagsJson({ tags = [] }: Chapter) {
  return Object.fromEntries(
    chapterTagTypes.flatMap((type) => {
      const own = tags.filter((tag) => tag.type === type);
      return own.length === 0 ? [] : [[chapterTagFields[type], own.map(tagJson)]];
    }),
  );
}

/** Summary and notes of a chapter, which come with its text. */
export function chapterNotes({ summary, notes, endNotes }: Chapter) {
  return { summary, notes, endNotes };
}

function time(at: number | null): string | null {
  return at === null ? null : isoTime(at);
}
