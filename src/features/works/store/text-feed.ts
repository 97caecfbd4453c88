// Texts of works as the full-text index takes them: only what is posted, shown and revealed, for
// guests or for members alone. Only `finding` reads this.
import { preparedRead, type Reader } from '../../../kit/sql/index.ts';
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import { audienceOfWork, audiences, isForGuests, ratingOf } from '../visibility.ts';
import type { FeedRange } from './index-feed.ts';
import { stateOf } from './rows.ts';

/** A work with what can be found in it; where its revision stands still, so do its texts. */
export type FindableWork = {
  readonly id: WorkId;
  readonly language: string;
  readonly forMembers: boolean;
  readonly revision: number;
  /** Posted ones, in order. */
  readonly chapters: readonly FindableChapter[];
};

export type FindableChapter = {
  readonly id: ChapterId;
  readonly revision: number;
  readonly words: number;
};

/** Texts beside or in a work or chapter; the last four are sanitised HTML. */
export type FindableText = {
  readonly title: string;
  readonly summary: string;
  readonly notes: string;
  readonly endNotes: string;
  /** Empty for a work itself. */
  readonly html: string;
};

/** Works of a range, by id. An id that is missing from the answer has no text to be found. */
export async function listFindableWorks(
  reader: Reader,
  range: FeedRange,
): Promise<{ works: FindableWork[]; last: number }> {
  const base = reader
    .selectFrom('works')
    .select([
      'id',
      'language',
      'restricted',
      'hidden',
      'creators_hidden',
      'unrevealed',
      'posted_at',
      'deleted_at',
      'revision',
    ])
    .select((eb) => ratingOf(eb).as('rating'));
  const rows = await ('ids' in range
    ? base.where('id', 'in', range.ids)
    : base.where('id', '>', range.after as WorkId).limit(range.limit)
  )
    .orderBy('id')
    .execute();
  const seen = rows.flatMap((row) => {
    const state = stateOf(row);
    if ((audienceOfWork(state) & audiences.members) === 0) return [];
    return [{ ...row, forMembers: !isForGuests(state) }];
  });
  const last = rows.at(-1)?.id ?? 0;
  if (seen.length === 0) return { works: [], last };
  const chapters = await readFindable(
    reader,
    seen.map(({ id }) => id),
  );
  const chaptersOf = Map.groupBy(chapters, (chapter) => chapter.work_id);
  const works = seen.map(({ id, language, forMembers, revision }) => {
    return { id, language, forMembers, revision, chapters: chaptersOf.get(id) ?? [] };
  });
  return { works, last };
}

const readFindable = preparedRead((reader, works: readonly WorkId[]) =>
  reader
    .selectFrom('chapters')
    .select(['id', 'work_id', 'revision', 'words'])
    .where('work_id', 'in', works)
    .where('posted_at', 'is not', null)
    .orderBy('work_id')
    .orderBy('position'),
);

/** Title, summary and notes of works that `listFindableWorks` has named. */
export async function readTextsOfWorks(
  reader: Reader,
  ids: readonly WorkId[],
): Promise<Map<WorkId, FindableText>> {
  if (ids.length === 0) return new Map();
  const rows = await readWorks(reader, ids);
  return new Map(rows.map((row) => [row.id, { ...asText(row), html: '' }]));
}

const readWorks = preparedRead((reader, ids: readonly WorkId[]) =>
  reader
    .selectFrom('works')
    .select(['id', 'title', 'summary_html', 'notes_html', 'end_notes_html'])
    .where('id', 'in', ids),
);

/** The same of chapters that `listFindableWorks` has named, with what is read. */
export async function readTextsOfChapters(
  reader: Reader,
  ids: readonly ChapterId[],
): Promise<Map<ChapterId, FindableText>> {
  if (ids.length === 0) return new Map();
  const rows = await readChapterTexts(reader, ids);
  return new Map(rows.map((row) => [row.id, { ...asText(row), html: row.html }]));
}

const readChapterTexts = preparedRead((reader, ids: readonly ChapterId[]) =>
  reader
    .selectFrom('chapters')
    .innerJoin('chapter_texts', 'chapter_texts.chapter_id', 'chapters.id')
    .select([
      'chapters.id',
      'chapters.title',
      'summary_html',
      'notes_html',
      'end_notes_html',
      'chapter_texts.html',
    ])
    .where('chapters.id', 'in', ids)
    .where('chapters.posted_at', 'is not', null),
);

type Row = {
  title: string;
  summary_html: string;
  notes_html: string;
  end_notes_html: string;
};

function asText({ title, summary_html, notes_html, end_notes_html }: Row) {
  return { title, summary: summary_html, notes: notes_html, endNotes: end_notes_html };
}
