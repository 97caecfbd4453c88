// What becomes of a comment: other words, gone, approved, hidden, its thread frozen. Each decision
// keeps the count of open comments right.
import { type FieldError, Refused } from '../../../kit/http/index.ts';
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { hasRole, type Member } from '../../../shared/viewer.ts';
import { writeAudit } from '../../accounts/index.ts';
import { addCounts, listCreatorIds } from '../../works/index.ts';
import { type CommentRow, isOpen } from '../comment.ts';
import { checkCommentText } from '../comment-text.ts';
import { text } from '../messages.ts';
import type { CommentId, CommentsTable } from '../schema.ts';
import {
  findComment,
  hasAnswers,
  lockComment,
  removeComment,
  updateComment,
} from '../store/comments.ts';
import { takeOutOfAll } from '../store/inbox.ts';
import { readRules } from '../store/rules.ts';
import { announce, layBeforeCreators, stateFor, type Telling } from './post-comment.ts';

/** What creators and moderators decide. */
export type Decision = 'approve' | 'hide' | 'show' | 'freeze' | 'unfreeze';

/** Empty, or why the words stay as they are. 404 unless it is the member’s own. */
export async function editComment(
  parts: Parts,
  member: Member,
  id: CommentId,
  typed: string,
): Promise<FieldError[]> {
  const said = checkCommentText(typed);
  if ('field' in said) return [said];
  const { hasLink, ...kept } = said;
  const at = parts.clock.now();
  const speaker = { kind: 'member', member, as: null } as const;
  const before = await ownComment(parts, member, id);
  const own = (await listCreatorIds(parts.database.read, before.work_id)).includes(member.userId);
  const rules = await readRules(parts.database.read, before.work_id);
  const next = await stateFor(parts, speaker, { own, rules, hasLink, html: kept.html });
  const telling = (transaction: Transaction) => ({ parts, transaction });
  const errors = await parts.database.write(async (transaction) => {
    const row = await locked(transaction, id);
    const why = await whyNotEdited(transaction, row);
    if (why !== null) return [{ field: '', detail: why }];
    // What a moderator holds stays held until they say otherwise.
    const state = row.state === 'held' ? 'held' : next;
    await change(telling(transaction), row, { ...kept, state, edited_at: at }, at);
    return [];
  });
  return errors;
}

async function ownComment(parts: Parts, member: Member, id: CommentId): Promise<CommentRow> {
  const row = await findComment(parts.database.read, id);
  if (row === null || row.user_id !== member.userId || row.deleted_at !== null) {
    throw new Refused(404);
  }
  return row;
}

/** Words that somebody has answered stay: else the answer would be to something else. */
export async function whyNotEdited(
  reader: Reader | Transaction,
  row: CommentsTable,
): Promise<string | null> {
  if (row.hidden_by !== null) return text.notOpen();
  if (await hasAnswers(reader, row.id)) return text.hasAnswers();
  const first = row.parent_id === null ? row : await findComment(reader, row.thread_id);
  return first?.frozen === 1 ? text.isFrozen() : null;
}

/**
 * Deletes a comment: its author may, and a creator of the work. Where answers hang on it, a place
 * without words and name stays.
 */
export async function deleteComment(parts: Parts, member: Member, id: CommentId): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const row = await locked(transaction, id);
    if (row.deleted_at !== null) return;
    const creators = await listCreatorIds(transaction, row.work_id);
    const mayDelete = row.user_id === member.userId || creators.includes(member.userId);
    if (!mayDelete) throw new Refused(403);
    if (isOpen(row)) await addCounts(transaction, 'comments', new Map([[row.work_id, -1]]), at);
    await takeOutOfAll(transaction, id);
    if (await hasAnswers(transaction, id)) await updateComment(transaction, id, { ...gone(at) });
    else await removeWithEmptyParents(transaction, row);
  });
}

function gone(at: number) {
  return {
    user_id: null,
    pseud_id: null,
    guest_name: null,
    guest_email: null,
    source: '',
    html: '',
    digest: '',
    deleted_at: at,
  } as const;
}

/** A deleted comment that nothing hangs on any more is no place for anything. */
async function removeWithEmptyParents(transaction: Transaction, last: CommentRow): Promise<void> {
  let row: CommentRow | null = last;
  while (row !== null) {
    await removeComment(transaction, row.id);
    const parent: CommentRow | null =
      row.parent_id === null ? null : await findComment(transaction, row.parent_id);
    if (parent === null || parent.deleted_at === null) return;
    row = (await hasAnswers(transaction, parent.id)) ? null : parent;
  }
}

/**
 * A decision of a creator of the work or of a moderator; 403 for anybody else. What a moderator
 * has hidden or holds, only moderators show. `reason` is for the audit.
 */
export async function decideComment(
  parts: Parts,
  member: Member,
  id: CommentId,
  decision: Decision,
  reason = '',
): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const telling = { parts, transaction };
    const row = await locked(transaction, id);
    const creators = await listCreatorIds(transaction, row.work_id);
    // Nobody moderates themself.
    const isModerator = hasRole(member, 'moderator') && row.user_id !== member.userId;
    const isCreator = creators.includes(member.userId);
    if (!isModerator && !isCreator) throw new Refused(403);
    if (row.deleted_at !== null) return;
    if (isModerator && !isCreator) {
      await writeAudit(transaction, {
        id: parts.ids.next(),
        at,
        actorId: member.userId,
        act: `${decision} comment`,
        subjectKind: 'comment',
        subjectId: id,
        reason,
      });
    }
    const rank = isModerator ? 'moderator' : 'creator';
    switch (decision) {
      case 'approve': {
        const isHeld = row.state === 'held';
        if (isHeld && !isModerator) throw new Refused(403);
        const { moderated } = await readRules(transaction, row.work_id);
        await change(telling, row, { state: isHeld && moderated ? 'waiting' : 'shown' }, at);
        return;
      }
      case 'hide':
        if (row.hidden_by === 'moderator') return;
        await change(telling, row, { hidden_by: rank }, at);
        return;
      case 'show':
        if (row.hidden_by === 'moderator' && !isModerator) throw new Refused(403);
        await change(telling, row, { hidden_by: null }, at);
        return;
      case 'freeze':
      case 'unfreeze':
        await updateComment(transaction, row.thread_id, { frozen: decision === 'freeze' ? 1 : 0 });
    }
  });
}

/**
 * Hides a comment for moderators, or shows it again, inside the caller's transaction, whose the
 * reason and the audit are. False: there is none, or its words are gone.
 */
export async function setCommentHidden(
  telling: Telling,
  id: CommentId,
  hidden: boolean,
  at: number,
): Promise<boolean> {
  await lockComment(telling.transaction, id);
  const row = await findComment(telling.transaction, id);
  if (row === null || row.deleted_at !== null) return false;
  await change(telling, row, { hidden_by: hidden ? 'moderator' : null }, at);
  return true;
}

/** Changes a comment, and what follows where it opens or closes by it. */
async function change(
  telling: Telling,
  row: CommentRow,
  changed: Partial<CommentsTable>,
  at: number,
): Promise<void> {
  const { transaction } = telling;
  await updateComment(transaction, row.id, changed);
  const { login: _login, pseud: _pseud, authorHidden: _hidden, ...before } = row;
  const after = { ...before, ...changed };
  if (after.state === 'waiting' && before.state !== 'waiting') {
    await layBeforeCreators(telling, await listCreatorIds(transaction, row.work_id), after);
  }
  if (isOpen(before) === isOpen(after)) return;
  if (!isOpen(after)) {
    await addCounts(transaction, 'comments', new Map([[row.work_id, -1]]), at);
    return;
  }
  const creators: UserId[] = await listCreatorIds(transaction, row.work_id);
  await announce(telling, creators, after);
}

async function locked(transaction: Transaction, id: CommentId): Promise<CommentRow> {
  await lockComment(transaction, id);
  const row = await findComment(transaction, id);
  if (row === null) throw new Refused(404);
  return row;
}
