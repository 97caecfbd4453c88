// Revisions: the versions of a work and its chapters, each a difference from the one before, and
// the present version, of which the next is made.

import { applyDelta, unpackWhole } from '../../../kit/deltas/index.ts';
import type { Insertable, Reader, Selectable, Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, UserId, WorkId } from '../../../shared/ids.ts';
import { type WorkTagType, workTagTypes } from '../../tags/index.ts';
import type { RevisionsTable } from '../schema.ts';
import { type ChapterVersion, namedTags, type WorkVersion } from '../versions.ts';
import { listChapterTags } from './chapter-tags.ts';
import { emptyTags, listWorkTags } from './rows.ts';

/** What has versions: a chapter, or (chapter 0) all of a work but its chapters. */
export type Revised = { readonly work: WorkId; readonly chapter: ChapterId | 0 };

/** A revision without its text. */
export type RevisionRow = Omit<Selectable<RevisionsTable>, 'content'>;

const columns = [
  'work_id',
  'chapter_id',
  'number',
  'base_number',
  'bytes',
  'made_at',
  'made_by',
  'reason',
  'state',
  'words',
  'words_added',
  'words_removed',
] as const;

function ofThing(reader: Reader | Transaction, { work, chapter }: Revised) {
  return reader
    .selectFrom('revisions')
    .where('work_id', '=', work)
    .where('chapter_id', '=', chapter);
}

export async function findNewestRevision(
  reader: Reader | Transaction,
  thing: Revised,
): Promise<RevisionRow | null> {
  const row = await ofThing(reader, thing)
    .select(columns)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Who made a revision, as its history names them. */
export type ListedRevision = RevisionRow & { readonly login: string };

/**
 * Revisions that the person may know of, newest first: what others have typed and not saved is
 * theirs alone.
 */
export async function listRevisions(
  reader: Reader,
  thing: Revised,
  viewer: UserId,
  page: { readonly below?: number; readonly limit: number },
): Promise<ListedRevision[]> {
  return reader
    .selectFrom('revisions')
    .innerJoin('users', 'users.id', 'revisions.made_by')
    .select(columns.map((column) => `revisions.${column}` as const))
    .select('users.login')
    .where('work_id', '=', thing.work)
    .where('chapter_id', '=', thing.chapter)
    .where((eb) => eb.or([eb('reason', '<>', 'autosave'), eb('made_by', '=', viewer)]))
    .where('number', '<', page.below ?? Number.MAX_SAFE_INTEGER)
    .orderBy('number', 'desc')
    .limit(page.limit)
    .execute();
}

/** One revision; whether the asker may know of it is the caller's question. */
export async function findRevision(
  reader: Reader,
  thing: Revised,
  number: number,
): Promise<ListedRevision | null> {
  const row = await reader
    .selectFrom('revisions')
    .innerJoin('users', 'users.id', 'revisions.made_by')
    .select(columns.map((column) => `revisions.${column}` as const))
    .select('users.login')
    .where('work_id', '=', thing.work)
    .where('chapter_id', '=', thing.chapter)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}

/** Bytes that all versions of a thing take. */
export async function sumRevisions(reader: Reader, thing: Revised): Promise<number> {
  const row = await ofThing(reader, thing)
    .select((eb) => eb.fn.sum<number | string>('bytes').as('bytes'))
    .executeTakeFirst();
  return Number(row?.bytes ?? 0);
}

/** The text of a revision, as it was given to be kept. */
export async function readRevision(
  reader: Reader | Transaction,
  { work_id, chapter_id, number, base_number }: RevisionRow,
): Promise<string> {
  const rows = await ofThing(reader, { work: work_id, chapter: chapter_id })
    .select('content')
    .where('number', '>=', base_number)
    .where('number', '<=', number)
    .orderBy('number')
    .execute();
  const [base, ...deltas] = rows;
  if (base === undefined) throw new Error('a revision has lost the one that it is made from');
  return deltas.reduce((text, { content }) => applyDelta(text, content), unpackWhole(base.content));
}

/** The newest saved version of those up to, or since, a state of the work or chapter. */
export async function findSavedRevision(
  reader: Reader | Transaction,
  thing: Revised,
  which: { readonly until: number } | { readonly since: number } | 'oldest',
): Promise<RevisionRow | null> {
  const saved = ofThing(reader, thing).select(columns).where('reason', '<>', 'autosave');
  const query =
    which === 'oldest'
      ? saved.orderBy('number')
      : 'until' in which
        ? saved.where('state', '<=', which.until).orderBy('number', 'desc')
        : saved.where('state', '>', which.since).orderBy('number', 'desc');
  return (await query.limit(1).executeTakeFirst()) ?? null;
}

/** Who saved the present version, and when; null when it was never changed. */
export async function findRevisionMaker(
  reader: Reader,
  { work, chapter }: Revised,
): Promise<{ readonly login: string; readonly savedAt: number } | null> {
  const row = await reader
    .selectFrom('revisions')
    .innerJoin('users', 'users.id', 'revisions.made_by')
    .select(['users.login', 'made_at as savedAt'])
    .where('work_id', '=', work)
    .where('chapter_id', '=', chapter)
    .where('reason', '<>', 'autosave')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertRevision(
  transaction: Transaction,
  row: Insertable<RevisionsTable>,
): Promise<void> {
  await transaction.insertInto('revisions').values(row).execute();
}

/** Deletes the versions of a chapter that is deleted; whose they were, and how many bytes. */
export async function removeRevisions(transaction: Transaction, { work, chapter }: Revised) {
  return transaction
    .deleteFrom('revisions')
    .where('work_id', '=', work)
    .where('chapter_id', '=', chapter)
    .returning(['made_by', 'bytes'])
    .execute();
}

/** The present version, the state it is in, when it was last changed and whose work it is. */
export type Present = {
  readonly version: ChapterVersion | WorkVersion;
  readonly state: number;
  readonly editedAt: number;
  readonly createdBy: UserId;
};

export async function readPresent(transaction: Transaction, thing: Revised): Promise<Present> {
  return thing.chapter === 0
    ? readPresentWork(transaction, thing.work)
    : readPresentChapter(transaction, thing.chapter);
}

async function readPresentWork(transaction: Transaction, id: WorkId): Promise<Present> {
  const row = await transaction
    .selectFrom('works')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const found = (await listWorkTags(transaction, [id])).get(id) ?? emptyTags();
  const tags = {} as Record<WorkTagType, readonly string[]>;
  for (const type of workTagTypes) {
    tags[type] = found[type].filter((tag) => !tag.fromChapter).map((tag) => tag.name);
  }
  const version = {
    title: row.title,
    language: row.language,
    restricted: row.restricted === 1,
    expectedChapters: row.expected_chapters,
    summary: row.summary_source,
    notes: row.notes_source,
    endNotes: row.end_notes_source,
    tags,
  };
  const { revision: state, edited_at: editedAt, created_by: createdBy } = row;
  return { version, state, editedAt, createdBy };
}

async function readPresentChapter(transaction: Transaction, id: ChapterId): Promise<Present> {
  const row = await transaction
    .selectFrom('chapters')
    .innerJoin('chapter_texts', 'chapter_texts.chapter_id', 'chapters.id')
    .innerJoin('works', 'works.id', 'chapters.work_id')
    .select([
      'chapters.title',
      'chapters.summary_source',
      'chapters.notes_source',
      'chapters.end_notes_source',
      'chapters.revision',
      'chapters.edited_at',
      'format',
      'source',
      'works.created_by',
    ])
    .where('chapters.id', '=', id)
    .executeTakeFirstOrThrow();
  const version = {
    title: row.title,
    summary: row.summary_source,
    notes: row.notes_source,
    endNotes: row.end_notes_source,
    format: row.format,
    source: row.source,
    ...namedTags((await listChapterTags(transaction, [id])).get(id)),
  };
  const { revision: state, edited_at: editedAt, created_by: createdBy } = row;
  return { version, state, editedAt, createdBy };
}
