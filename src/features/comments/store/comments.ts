// SQL of comments themselves.
import {
  type Milliseconds,
  preparedRead,
  type Reader,
  type Transaction,
} from '../../../kit/sql/index.ts';
import type { ChapterId, UserId, WorkId } from '../../../shared/ids.ts';
import type { CommentRow } from '../comment.ts';
import type { CommentId, CommentsTable, HiddenBy } from '../schema.ts';

/** Comments with their authors; narrow it before running it. */
export function selectComments(reader: Reader | Transaction) {
  return reader
    .selectFrom('comments')
    .leftJoin('users as author', 'author.id', 'comments.user_id')
    .leftJoin('pseuds as signed', 'signed.id', 'comments.pseud_id')
    .selectAll('comments')
    .select(['author.login as login', 'author.hidden as hiddenAuthor', 'signed.name as pseud']);
}

type Selected = CommentsTable & {
  readonly login: string | null;
  readonly hiddenAuthor: 0 | 1 | null;
  readonly pseud: string | null;
};

export function asRow({ hiddenAuthor, ...row }: Selected): CommentRow {
  return { ...row, authorHidden: hiddenAuthor === 1 };
}

export async function findComment(
  reader: Reader | Transaction,
  id: CommentId,
): Promise<CommentRow | null> {
  const row = await selectComments(reader).where('comments.id', '=', id).executeTakeFirst();
  return row === undefined ? null : asRow(row);
}

/** Comments by their numbers. */
export async function findComments(
  reader: Reader,
  ids: readonly CommentId[],
): Promise<ReadonlyMap<CommentId, CommentRow>> {
  if (ids.length === 0) return new Map();
  const rows = await selectComments(reader).where('comments.id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, asRow(row)]));
}

/** Which threads, and for whom: those that begin with what a viewer cannot meet are left out. */
export type ThreadsWish = {
  readonly work: WorkId;
  /** Null: all of the work. */
  readonly chapter: ChapterId | null;
  readonly viewer: { readonly user: UserId | null; readonly rank: 'reader' | HiddenBy };
};

/** The first comments of threads, the oldest first. */
export async function listFirst(
  reader: Reader,
  wish: ThreadsWish,
  part: { readonly skipped: number; readonly most: number },
): Promise<CommentId[]> {
  const rows = await selectFirst(reader, wish)
    .select('comments.id')
    .orderBy('comments.created_at')
    .orderBy('comments.id')
    .offset(part.skipped)
    .limit(part.most)
    .execute();
  return rows.map(({ id }) => id);
}

/** How many there are for `listFirst`. */
export async function countFirst(reader: Reader, wish: ThreadsWish): Promise<number> {
  const row = await selectFirst(reader, wish)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function selectFirst(reader: Reader, { work, chapter, viewer }: ThreadsWish) {
  const { user, rank } = viewer;
  let query = reader
    .selectFrom('comments')
    .where('comments.work_id', '=', work)
    .where('comments.parent_id', 'is', null);
  if (chapter !== null) query = query.where('comments.chapter_id', '=', chapter);
  if (rank === 'moderator') return query;
  const states = rank === 'creator' ? (['shown', 'waiting'] as const) : (['shown'] as const);
  return query.where((eb) => {
    const answered = eb.exists(
      eb
        .selectFrom('comments as answer')
        .select('answer.id')
        .whereRef('answer.parent_id', '=', 'comments.id'),
    );
    const unhidden =
      rank === 'creator'
        ? eb.or([eb('comments.hidden_by', 'is', null), eb('comments.hidden_by', '=', 'creator')])
        : eb('comments.hidden_by', 'is', null);
    const open = eb('comments.state', 'in', states).and(eb.or([unhidden, answered]));
    return user === null ? open : eb.or([open, eb('comments.user_id', '=', user)]);
  });
}

/** How many comments of a chapter are open to all. */
export async function countOpen(reader: Reader, chapter: ChapterId, work: WorkId): Promise<number> {
  const [row] = await readOpen(reader, work, chapter);
  return Number(row?.count ?? 0);
}

const readOpen = preparedRead((reader, work: WorkId, chapter: ChapterId) =>
  reader
    .selectFrom('comments')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('work_id', '=', work)
    .where('chapter_id', '=', chapter)
    .where('state', '=', 'shown')
    .where('hidden_by', 'is', null)
    .where('deleted_at', 'is', null),
);

/** The first comments of each thread, the oldest first: never an answer without what it answers. */
export async function listInThreads(
  reader: Reader,
  threads: readonly CommentId[],
  most: number,
): Promise<CommentRow[]> {
  if (threads.length === 0) return [];
  const numbered = reader
    .selectFrom('comments')
    .select((eb) => [
      'comments.id as numberedId',
      eb.fn
        .agg<number>('row_number')
        .over((over) => over.partitionBy('thread_id').orderBy('created_at').orderBy('comments.id'))
        .as('place'),
    ])
    .where('thread_id', 'in', threads);
  const rows = await selectComments(reader)
    .innerJoin(numbered.as('numbered'), 'numbered.numberedId', 'comments.id')
    .where('numbered.place', '<=', most)
    .orderBy('comments.created_at')
    .orderBy('comments.id')
    .execute();
  return rows.map(asRow);
}

/** A thread from one of its comments on: all answers to that one are among them. */
export async function listFrom(
  reader: Reader,
  from: Pick<CommentsTable, 'thread_id' | 'created_at'>,
  most: number,
): Promise<CommentRow[]> {
  const rows = await selectComments(reader)
    .where('comments.thread_id', '=', from.thread_id)
    .where('comments.created_at', '>=', from.created_at)
    .orderBy('comments.created_at')
    .orderBy('comments.id')
    .limit(most)
    .execute();
  return rows.map(asRow);
}

export async function hasAnswers(transaction: Reader | Transaction, id: CommentId) {
  const row = await transaction
    .selectFrom('comments')
    .select('id')
    .where('parent_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The same words by the same author in the same place, not long ago. */
export async function findTwin(
  transaction: Transaction,
  row: Pick<
    CommentsTable,
    'work_id' | 'chapter_id' | 'parent_id' | 'user_id' | 'guest_name' | 'digest'
  >,
  since: Milliseconds,
): Promise<CommentRow | null> {
  const rows = await selectComments(transaction)
    .where('comments.digest', '=', row.digest)
    .where('comments.created_at', '>=', since)
    .where('comments.work_id', '=', row.work_id)
    .where('comments.deleted_at', 'is', null)
    .limit(100)
    .execute();
  const twin = rows.find(
    (other) =>
      other.user_id === row.user_id &&
      other.guest_name === row.guest_name &&
      other.chapter_id === row.chapter_id &&
      other.parent_id === row.parent_id,
  );
  return twin === undefined ? null : asRow(twin);
}

export async function insertComment(transaction: Transaction, row: CommentsTable): Promise<void> {
  await transaction.insertInto('comments').values(row).execute();
}

export async function updateComment(
  transaction: Transaction,
  id: CommentId,
  change: Partial<Omit<CommentsTable, 'id' | 'work_id'>>,
): Promise<void> {
  await transaction.updateTable('comments').set(change).where('id', '=', id).execute();
}

export async function removeComment(transaction: Transaction, id: CommentId): Promise<void> {
  await transaction.deleteFrom('comments').where('id', '=', id).execute();
}

/** The lock on a comment, so that of two decisions at once the second sees the first. */
export async function lockComment(transaction: Transaction, id: CommentId): Promise<void> {
  await transaction
    .updateTable('comments')
    .set((eb) => ({ frozen: eb.ref('frozen') }))
    .where('id', '=', id)
    .execute();
}

/** Nobody has written these any more: their words stay under “a deleted account”. */
export async function forgetAuthor(transaction: Transaction, user: UserId): Promise<void> {
  await transaction
    .updateTable('comments')
    .set({ user_id: null, pseud_id: null })
    .where('user_id', '=', user)
    .execute();
  await transaction.deleteFrom('inbox').where('user_id', '=', user).execute();
}

/** All that hangs on a work that is removed. */
export async function deleteCommentsOfWork(transaction: Transaction, work: WorkId): Promise<void> {
  await transaction.deleteFrom('inbox').where('work_id', '=', work).execute();
  await transaction.deleteFrom('comments').where('work_id', '=', work).execute();
  await transaction.deleteFrom('comment_rules').where('work_id', '=', work).execute();
}
