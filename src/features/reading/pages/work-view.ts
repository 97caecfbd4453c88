// What a page of a work shows, as handlers hand it to the pages.
import type { Html } from '../../../kit/html/index.ts';
import type { OwnBookmark } from '../../bookmarks/index.ts';
import type { Talk } from '../../comments/index.ts';
import type { KudosShown } from '../../kudos/index.ts';
import type { HistoryChoice, Reading } from '../../readings/index.ts';
import type { Skin } from '../../skins/index.ts';
import type { Chapter, ChapterHeading, Related, SeriesPlace, Work } from '../../works/index.ts';

/** A place in a series with the works beside it that the viewer sees. */
export type SeriesStep = SeriesPlace & {
  readonly previous: { readonly id: number } | null;
  readonly next: { readonly id: number; readonly title: string } | null;
};

export type WorkView = {
  readonly work: Work;
  /**
   * - one-shot: a finished work of one chapter, shown without chapters.
   * - chapter: one of its chapters.
   * - whole: every chapter.
   */
  readonly shown: 'one-shot' | 'chapter' | 'whole';
  /** With their texts, in order: one, or all for `whole`. */
  readonly chapters: readonly Chapter[];
  readonly series: readonly SeriesStep[];
  readonly related: Related;
  readonly kudos: KudosShown;
  /** The item to follow the work; nothing for guests. */
  readonly follow: Html;
  /** The comments, where the address asks for them. */
  readonly talk: Talk | null;
  /** How many comments are open where this page is of. */
  readonly comments: number;
  /** The viewer’s own. */
  readonly bookmark: OwnBookmark | null;
  /** Where the viewer stands with it. */
  readonly reading: Reading | null;
  /** Whether the asker keeps a history; null for guests. */
  readonly history: HistoryChoice | null;
  /** The style that its creators gave it. */
  readonly skin: Pick<Skin, 'editedAt'> | null;
  /** It is asked for without that style. */
  readonly isPlain: boolean;
  /** The address names a chapter; for tools that is another kind of page. */
  readonly atChapter: boolean;
};

/** The chapter that is open; null where all are, or where there is none. */
export function openChapter({ shown, chapters }: WorkView): Chapter | null {
  return shown === 'whole' ? null : (chapters[0] ?? null);
}

/** The chapters before and after the open one. */
export function neighbours(view: WorkView): {
  readonly previous: ChapterHeading | null;
  readonly next: ChapterHeading | null;
} {
  const open = openChapter(view);
  const all = view.work.chapters;
  const at = all.findIndex((chapter) => chapter.id === open?.id);
  if (at < 0) return { previous: null, next: null };
  return { previous: all[at - 1] ?? null, next: all[at + 1] ?? null };
}

/** Whether the page begins with the work's summary and notes. */
export function showsBeginning(view: WorkView): boolean {
  return view.chapters[0] === undefined || view.chapters[0].position === 1;
}

/** Whether the page ends where the work ends, as far as it is posted. */
export function showsEnd(view: WorkView): boolean {
  const last = view.work.chapters.at(-1);
  return view.chapters.at(-1)?.id === last?.id;
}
