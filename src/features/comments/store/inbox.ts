// SQL of inboxes. What stands in one is read by the rules of today: of works that its owner sees,
// and of comments that are open to them.
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../shared/ids.ts';
import type { Member } from '../../../shared/viewer.ts';
import { inListsOf } from '../../works/index.ts';
import type { CommentRow } from '../comment.ts';
import type { CommentId, InboxTable } from '../schema.ts';
import { asRow } from './comments.ts';

export type InboxWish = {
  readonly only: 'all' | 'unread' | 'unanswered' | 'waiting';
  readonly work: WorkId | null;
  readonly muted: ReadonlySet<UserId>;
};

export type InboxRow = CommentRow & Pick<InboxTable, 'why' | 'read_at' | 'answered_at'>;

/** One page of it, the newest first. */
export async function listInbox(
  reader: Reader,
  member: Member,
  wish: InboxWish,
  part: { readonly skipped: number; readonly most: number },
): Promise<InboxRow[]> {
  const rows = await selectInbox(reader, member, wish)
    .leftJoin('pseuds as signed', 'signed.id', 'comments.pseud_id')
    .selectAll('comments')
    .select([
      'author.login as login',
      'author.hidden as hiddenAuthor',
      'signed.name as pseud',
      'inbox.why',
      'inbox.read_at',
      'inbox.answered_at',
    ])
    .orderBy('inbox.at', 'desc')
    .orderBy('inbox.comment_id', 'desc')
    .offset(part.skipped)
    .limit(part.most)
    .execute();
  return rows.map(({ why, read_at, answered_at, ...row }) => {
    return { ...asRow(row), why, read_at, answered_at };
  });
}

export async function countInbox(reader: Reader, member: Member, wish: InboxWish): Promise<number> {
  const row = await selectInbox(reader, member, wish)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function selectInbox(reader: Reader, member: Member, { only, work, muted }: InboxWish) {
  const { userId } = member;
  let query = reader
    .selectFrom('inbox')
    .innerJoin('comments', 'comments.id', 'inbox.comment_id')
    .leftJoin('users as author', 'author.id', 'comments.user_id')
    .where('inbox.user_id', '=', userId)
    .where('inbox.work_id', 'in', (eb) =>
      eb.selectFrom('works').select('works.id').where(inListsOf(member)),
    )
    .where('comments.deleted_at', 'is', null)
    .where('comments.hidden_by', 'is', null)
    .where((eb) => eb.or([eb('author.hidden', 'is', null), eb('author.hidden', '=', 0)]))
    .where((eb) =>
      eb.or([
        eb('comments.state', '=', 'shown'),
        eb('comments.state', '=', 'waiting').and(
          eb.exists(
            eb
              .selectFrom('work_creators')
              .select('work_creators.work_id')
              .whereRef('work_creators.work_id', '=', 'inbox.work_id')
              .where('work_creators.user_id', '=', userId),
          ),
        ),
      ]),
    );
  if (only === 'unread') query = query.where('inbox.read_at', 'is', null);
  if (only === 'unanswered') query = query.where('inbox.answered_at', 'is', null);
  if (only === 'waiting') query = query.where('comments.state', '=', 'waiting');
  if (work !== null) query = query.where('inbox.work_id', '=', work);
  if (muted.size > 0) {
    query = query.where((eb) =>
      eb.or([
        eb('comments.user_id', 'is', null),
        eb('comments.user_id', 'not in', [...muted]),
        // As `standingOfComment` has it: muting must not tell who wrote an anonymous work.
        eb.exists(
          eb
            .selectFrom('work_creators as writer')
            .innerJoin('works as written', 'written.id', 'writer.work_id')
            .select('writer.work_id')
            .whereRef('writer.work_id', '=', 'inbox.work_id')
            .whereRef('writer.user_id', '=', 'comments.user_id')
            .where((or) =>
              or.or([or('written.anonymous', '=', 1), or('written.unrevealed', '=', 1)]),
            ),
        ),
      ]),
    );
  }
  return query;
}

/** Lays a comment into inboxes; answers with those where it did not lie before. */
export async function layIntoInbox(
  transaction: Transaction,
  rows: readonly Pick<InboxTable, 'user_id' | 'comment_id' | 'work_id' | 'why' | 'at'>[],
): Promise<Pick<InboxTable, 'user_id' | 'comment_id' | 'why'>[]> {
  if (rows.length === 0) return [];
  return transaction
    .insertInto('inbox')
    .values(rows.map((row) => ({ ...row, read_at: null, answered_at: null })))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['user_id', 'comment_id', 'why'])
    .execute();
}

/** The person has answered the comment: it is read, too. */
export async function markAnswered(
  transaction: Transaction,
  user: UserId,
  comment: CommentId,
  at: Milliseconds,
): Promise<void> {
  await transaction
    .updateTable('inbox')
    .set((eb) => ({ answered_at: at, read_at: eb.fn.coalesce('read_at', eb.val(at)) }))
    .where('user_id', '=', user)
    .where('comment_id', '=', comment)
    .execute();
}

/** Null: unread again. */
export async function markRead(
  transaction: Transaction,
  user: UserId,
  comments: readonly CommentId[],
  at: Milliseconds | null,
): Promise<void> {
  if (comments.length === 0) return;
  await transaction
    .updateTable('inbox')
    .set({ read_at: at })
    .where('user_id', '=', user)
    .where('comment_id', 'in', comments)
    .execute();
}

/** Takes comments out of the person’s inbox; they stay where they were written. */
export async function takeOutOfInbox(
  transaction: Transaction,
  user: UserId,
  comments: readonly CommentId[],
): Promise<void> {
  if (comments.length === 0) return;
  await transaction
    .deleteFrom('inbox')
    .where('user_id', '=', user)
    .where('comment_id', 'in', comments)
    .execute();
}

/** The comment lies in nobody’s inbox any more. */
export async function takeOutOfAll(transaction: Transaction, comment: CommentId): Promise<void> {
  await transaction.deleteFrom('inbox').where('comment_id', '=', comment).execute();
}
