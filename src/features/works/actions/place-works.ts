// Writing checked works: the one way in, for `createWork`, for imports, and for the demo.
import type { FieldError } from '../../../kit/http/index.ts';
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, TagId, UserId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { resolveTagLists, type TagMaking, workTagTypes } from '../../tags/index.ts';
import { type CheckedChapter, type CheckedWork, tagFields } from '../input.ts';
import type { CreatorIds } from '../store/rows.ts';
import {
  creatorRows,
  insertWorks,
  listWithoutSeenCreators,
  setCreatorsHidden,
  tagRows,
  type WorkRows,
} from '../store/writes.ts';
import type { Counts } from '../work.ts';
import { chapterRows, settled } from './chapters.ts';
import { type BroughtHistory, reviseImported } from './revise.ts';

export type PlacedWork = {
  /** Chosen before, for its pictures; absent: the next. */
  readonly id?: WorkId;
  readonly work: CheckedWork;
  readonly chapters: readonly CheckedChapter[];
  readonly creators: CreatorIds;
  readonly by: UserId;
  readonly createdAt: number;
  /** When each chapter was posted; null for drafts. */
  readonly chapterTimes: readonly (number | null)[];
  /** Of draft chapters: the days that they show once they are posted; null: that day itself. */
  readonly chapterDates?: readonly (number | null)[];
  readonly anonymous?: boolean;
  /** It was brought in, with the versions that it had before. */
  readonly imported?: BroughtHistory;
  /** What was counted before the work came here. */
  readonly counts?: Partial<Counts>;
};

/**
 * Writes a checked work inside the caller's transaction: for `createWork`, imports and the demo,
 * which bring creators and dates of their own. Tags that cannot be are added to `errors`.
 */
export async function placeWork(
  transaction: Transaction,
  parts: Pick<Parts, 'ids'>,
  errors: FieldError[],
  placed: PlacedWork,
): Promise<WorkId> {
  const [work] = await placeWorks(transaction, parts, [placed]);
  errors.push(...(work?.errors ?? []));
  return work?.id as WorkId;
}

/**
 * `placeWork` for many, in few statements; some hundred in a transaction are fast, more only hold
 * the lock for longer. With any errors nothing should be kept of the transaction.
 */
export async function placeWorks(
  transaction: Transaction,
  parts: Pick<Parts, 'ids'>,
  placed: readonly PlacedWork[],
): Promise<{ readonly id: WorkId; readonly errors: readonly FieldError[] }[]> {
  const tags = await resolveAll(
    transaction,
    placed.map(({ work, by, createdAt }) => ({
      work,
      making: { ids: parts.ids, at: createdAt, by },
    })),
  );
  const works = placed.map((work, at) => asRows(parts, work, tags[at]?.ids ?? []));
  await insertWorks(transaction, works);
  const ids = works.flatMap((rows) => rows.works.map((work) => work.id));
  for (const [at, { imported, by, createdAt }] of placed.entries()) {
    const rows = works[at];
    const id = ids[at];
    if (!imported || rows === undefined || id === undefined) continue;
    const chapters = rows.chapters.map((chapter) => chapter.id);
    await reviseImported(transaction, id, chapters, { by, at: createdAt }, imported);
  }
  const newest = placed.reduce((latest, work) => Math.max(latest, work.createdAt), 0);
  await recordChange(transaction, 'work', ids, newest);
  // After it, for its lock: whoever hides a creator at this moment has done so, or finds the works.
  const signed = ids.filter((_, at) => (placed[at]?.creators.length ?? 0) > 0);
  const without = await listWithoutSeenCreators(transaction, signed);
  await setCreatorsHidden(transaction, without, true);
  return ids.map((id, at) => ({ id, errors: tags[at]?.errors ?? [] }));
}

function asRows(parts: Pick<Parts, 'ids'>, placed: PlacedWork, tags: readonly TagId[]): WorkRows {
  const { work, createdAt } = placed;
  const id = placed.id ?? (parts.ids.next() as WorkId);
  const chapters = placed.chapters.map((chapter, index) =>
    chapterRows(id, chapter, {
      id: parts.ids.next() as ChapterId,
      position: index + 1,
      at: createdAt,
      postedAt: placed.chapterTimes[index] ?? null,
      publishedAt: placed.chapterDates?.[index] ?? null,
    }),
  );
  const times = placed.chapterTimes.filter((time) => time !== null);
  const rows = chapters.map((chapter) => chapter.row);
  const row = {
    id,
    ...columnsOf(work),
    restricted_wish: null,
    hidden: 0,
    creators_hidden: 0,
    anonymous: placed.anonymous ? 1 : 0,
    unrevealed: 0,
    ...settled(rows, createdAt),
    created_at: createdAt,
    created_by: placed.by,
    posted_at: times.length === 0 ? null : Math.min(...times),
    deleted_at: null,
    removed_at: null,
    revision: 1,
    skin_id: work.skin ?? null,
  } as const;
  const counts = { hits: 0, kudos: 0, comments: 0, bookmarks: 0, ...placed.counts };
  return {
    works: [row],
    work_counts: [{ work_id: id, ...counts, counted_at: 0 }],
    work_creators: creatorRows(id, placed.creators),
    work_tags: tagRows(id, tags),
    chapters: rows,
    chapter_texts: chapters.map((chapter) => chapter.text),
  };
}

/** The columns that a creator fills in. */
export function columnsOf(work: CheckedWork) {
  return {
    title: work.title,
    title_key: work.titleKey,
    summary_source: work.summary.source,
    summary_html: work.summary.html,
    notes_source: work.notes.source,
    notes_html: work.notes.html,
    end_notes_source: work.endNotes.source,
    end_notes_html: work.endNotes.html,
    sanitiser_version: work.sanitiserVersion,
    language: work.language,
    expected_chapters: work.expectedChapters,
    restricted: work.restricted ? (1 as const) : (0 as const),
    ...(work.skin === undefined ? {} : { skin_id: work.skin }),
  };
}

/** The tags of works as ids, in order over all types, and what is wrong with them. */
export async function resolveAll(
  transaction: Transaction,
  works: readonly { readonly work: CheckedWork; readonly making: TagMaking }[],
): Promise<{ readonly ids: TagId[]; readonly errors: FieldError[] }[]> {
  const resolved = await resolveTagLists(
    transaction,
    works.flatMap(({ work, making }) =>
      workTagTypes.map((type) => ({ type, references: work.tags[type], making })),
    ),
  );
  return works.map((_, at) => {
    const ids: TagId[] = [];
    const errors: FieldError[] = [];
    for (const [place, type] of workTagTypes.entries()) {
      const list = resolved[at * workTagTypes.length + place];
      ids.push(...(list?.tags ?? []).map((tag) => tag.id));
      errors.push(...(list?.errors ?? []).map((detail) => ({ field: tagFields[type], detail })));
    }
    return { ids, errors };
  });
}
