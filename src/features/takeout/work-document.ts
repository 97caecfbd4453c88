// A work as data: what its creators typed and what is shown, in words that outlive our tables.
import type { Reader } from '../../kit/sql/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import type { Member } from '../../shared/viewer.ts';
import type { TextFormat } from '../../text/index.ts';
import { findSkin, type Skin } from '../skins/index.ts';
import { workTagTypes } from '../tags/index.ts';
import {
  bylineText,
  type Chapter,
  findWork,
  type RelatedParent,
  readChapterSource,
  readChapters,
  readRelated,
  readWorkSource,
  type Work,
} from '../works/index.ts';
import { workUrl } from '../works/urls.ts';

/** `work.json`. Texts are HTML, as their creators typed them; times are RFC 3339 in UTC. */
export type TakeoutWork = {
  readonly inkstead: 'work';
  /** Grows when the meaning of something here changes. */
  readonly version: 1;
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly creators: readonly { readonly name: string; readonly login: string }[];
  readonly anonymous: boolean;
  readonly restricted: boolean;
  readonly language: string;
  /** Null: not known. */
  readonly expectedChapters: number | null;
  readonly posted: boolean;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly editedAt: string;
  /** Names, by type. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly series: readonly { readonly title: string; readonly position: number }[];
  readonly gifts: readonly { readonly name: string; readonly login: string | null }[];
  /** What it was made after, as far as the member sees it. */
  readonly relatedWorks: readonly {
    readonly relation: 'inspired' | 'translation';
    readonly url: string;
    readonly title: string;
    readonly author: string;
  }[];
  readonly counts: Work['counts'];
  /** The style of its text: CSS as it was typed. */
  readonly skin: { readonly title: string; readonly source: string } | null;
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  readonly chapters: readonly TakeoutChapter[];
};

type TakeoutChapter = {
  /** Names its files in `revisions`. */
  readonly id: number;
  readonly title: string;
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  /** How `source` is written. */
  readonly format: TextFormat;
  readonly source: string;
  /** What is shown of it. */
  readonly html: string;
  readonly words: number;
  readonly posted: boolean;
  readonly publishedAt: string | null;
};

type TakenOut = {
  readonly work: Work;
  readonly chapters: readonly Chapter[];
  readonly parents: readonly RelatedParent[];
  readonly skin: Skin | null;
  readonly document: TakeoutWork;
};

/** The work with its shown chapters, and as a document; null: it is not the member's any more. */
export async function takeoutWork(
  reader: Reader,
  member: Member,
  id: WorkId,
  siteUrl: string,
): Promise<TakenOut | null> {
  const { work } = await findWork(reader, member, id);
  if (work === null || !work.own) return null;
  const source = await readWorkSource(reader, work);
  const ids = work.chapters.map((chapter) => chapter.id);
  const chapters = await readChapters(reader, work, ids);
  const written: TakeoutChapter[] = [];
  for (const chapter of chapters) {
    const typed = await readChapterSource(reader, work, chapter.id);
    if (typed === null) continue;
    const { title, summary, notes, endNotes, format } = typed;
    const { html, words, posted } = chapter;
    const publishedAt = timeOf(chapter.publishedAt);
    const shown = { id: chapter.id, html, words, posted, publishedAt };
    written.push({ title, summary, notes, endNotes, format, source: typed.source, ...shown });
  }
  const { parents } = await readRelated(reader, member, work.id);
  const relatedWorks = parents.map((parent) => relatedFrom(parent, siteUrl));
  const skin = work.skin === null ? null : await findSkin(reader, work.skin);
  const style = skin === null ? null : { title: skin.title, source: skin.source };
  const described = { ...describe(work, siteUrl), relatedWorks, skin: style };
  const document = { ...described, ...textsOf(source), chapters: written };
  return { work, chapters, parents, skin, document };
}

function describe(work: Work, siteUrl: string) {
  return {
    inkstead: 'work',
    version: 1,
    id: work.id,
    url: `${siteUrl}${workUrl(work)}`,
    title: work.title,
    creators: work.creators.map(({ name, login }) => ({ name, login })),
    anonymous: work.anonymous,
    restricted: work.restricted,
    language: work.language,
    expectedChapters: work.expectedChapters,
    posted: work.posted,
    publishedAt: timeOf(work.publishedAt),
    updatedAt: timeOf(work.updatedAt),
    editedAt: new Date(work.editedAt).toISOString(),
    tags: Object.fromEntries(workTagTypes.map((type) => [type, namesOf(work, type)])),
    series: work.series.map(({ title, position }) => ({ title, position })),
    gifts: work.gifts.map(({ name, login }) => ({ name, login })),
    counts: work.counts,
  } as const;
}

function relatedFrom({ relation, ...parent }: RelatedParent, siteUrl: string) {
  const { work } = parent;
  if (work === null) {
    const { url, title, author } = parent;
    return { relation, url, title, author };
  }
  const author = bylineText(work.creators);
  return { relation, url: `${siteUrl}${workUrl(work)}`, title: work.title, author };
}

function textsOf({
  summary,
  notes,
  endNotes,
}: {
  summary: string;
  notes: string;
  endNotes: string;
}) {
  return { summary, notes, endNotes };
}

function namesOf(work: Work, type: (typeof workTagTypes)[number]): string[] {
  return work.tags[type].map((tag) => tag.name);
}

function timeOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
