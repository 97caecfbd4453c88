// What a work is, as others see it: no rows, no SQL, and nothing that the viewer may not know.
import type { ChapterId, PseudId, SeriesId, SkinId, UserId, WorkId } from '../../shared/ids.ts';
import type { TextFormat } from '../../text/index.ts';
import type { Tag, WorkTagType } from '../tags/index.ts';

/** Somebody named under a work: a pseud and the log-in name behind it. */
export type Creator = {
  readonly pseudId: PseudId;
  readonly name: string;
  readonly login: string;
};

/** A work's tags, each type in the creators' order. */
export type TagsByType = Readonly<Record<WorkTagType, readonly TagOfWork[]>>;

/** `fromChapter`: not the work's own; one of its chapters has it. */
export type TagOfWork = Tag & { readonly fromChapter?: true };

export type SeriesPlace = {
  readonly id: SeriesId;
  readonly title: string;
  /** The work's number in it, from 1, as its creators gave it. */
  readonly position: number;
};

/** Somebody a work is given to. */
export type Gift = {
  readonly name: string;
  /** Null: somebody who has no page here. */
  readonly login: string | null;
};

export type Counts = {
  readonly hits: number;
  readonly kudos: number;
  readonly comments: number;
  readonly bookmarks: number;
};

/** What a list shows of a work. */
export type Blurb = {
  readonly id: WorkId;
  readonly title: string;
  /** Sanitised HTML. */
  readonly summary: string;
  /** BCP 47. */
  readonly language: string;
  /** As the archive calls it. */
  readonly languageName: string;
  readonly direction: 'ltr' | 'rtl';
  /** Empty when the work is anonymous to this viewer. */
  readonly creators: readonly Creator[];
  readonly anonymous: boolean;
  readonly restricted: boolean;
  readonly hidden: boolean;
  readonly unrevealed: boolean;
  readonly tags: TagsByType;
  readonly series: readonly SeriesPlace[];
  readonly gifts: readonly Gift[];
  readonly words: number;
  readonly chaptersPosted: number;
  /** Null: not known. */
  readonly expectedChapters: number | null;
  readonly complete: boolean;
  /** Null only for drafts. */
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  readonly editedAt: number;
  readonly posted: boolean;
  readonly counts: Counts;
  /** How the viewer stands with it, for them alone; absent: they have not marked it. */
  readonly ownMark?: OwnMark;
};

/** A whole work without the text of its chapters. */
export type Work = Blurb & {
  readonly titleKey: string;
  /** Sanitised HTML, as `summary`. */
  readonly notes: string;
  readonly endNotes: string;
  /** What stands on the gate: its rating is an adult one. */
  readonly adult: boolean;
  /** The viewer is one of its creators. */
  readonly own: boolean;
  /** Grows with every change of what is shown. */
  readonly revision: number;
  /** Why it waits for a moderator, a sentence each; null: it does not. */
  readonly held: readonly string[] | null;
  /** The style sheet that its creators gave it. */
  readonly skin: SkinId | null;
  readonly chapters: readonly ChapterHeading[];
};

export type ChapterHeading = {
  readonly id: ChapterId;
  /** From 1; the number shown. */
  readonly position: number;
  readonly title: string;
  readonly words: number;
  readonly posted: boolean;
  readonly publishedAt: number | null;
  /** A draft is to be posted then; creators alone see drafts. */
  readonly scheduledAt?: number | null;
};

/** One chapter with its text. */
export type Chapter = ChapterHeading & {
  /** Sanitised HTML, these four. */
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  readonly html: string;
  /** Its own warnings and tags, which the work has too; absent: none. */
  readonly tags?: readonly Tag[];
};

/** What the creators typed, for editing. */
export type WorkSource = {
  readonly id: WorkId;
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  /** As its creators wish; moderators may show it to members only in spite of it. */
  readonly restricted: boolean;
};

/** A chapter as its creator typed it, for editing. */
export type ChapterSource = {
  readonly id: ChapterId;
  readonly position: number;
  readonly title: string;
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  readonly format: TextFormat;
  readonly source: string;
  readonly posted: boolean;
  /** A draft is to be posted then. */
  readonly scheduledAt: number | null;
  readonly revision: number;
  /** Its own warnings and tags. */
  readonly tags: readonly Tag[];
};

/** Complete: as many posted chapters as the creators said there would be. */
export function isComplete(chaptersPosted: number, expectedChapters: number | null): boolean {
  return expectedChapters !== null && chaptersPosted >= expectedChapters;
}

/** `3/?`, `1/1`: posted of expected. */
export function chapterCount(blurb: Pick<Blurb, 'chaptersPosted' | 'expectedChapters'>): string {
  return `${blurb.chaptersPosted}/${blurb.expectedChapters ?? '?'}`;
}

/** A work of one chapter that is finished is shown without chapters at all. */
export function isOneShot(
  work: Pick<Blurb, 'complete' | 'expectedChapters'> & { readonly chapters: readonly unknown[] },
): boolean {
  return work.complete && work.expectedChapters === 1 && work.chapters.length === 1;
}

export type WorkOwner = { readonly userId: UserId };

/** How a reader stands with a work, in sentences of their own lists. */
export type OwnMark = {
  readonly word: string;
  /** Where they are in it. */
  readonly place: string | null;
  /** What has come since. */
  readonly since: string | null;
  readonly goOn: { readonly href: string; readonly label: string } | null;
};
