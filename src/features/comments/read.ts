// Comments as a viewer meets them: threads of a work, one thread, whether they may write.
import type { ChapterId, UserId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { hasRole, type Member, type Viewer } from '../../shared/viewer.ts';
import { whyBarred } from './actions/post-comment.ts';
import { asComment, type Comment, type CommentRow, type WorkOfComments } from './comment.ts';
import { perThreadMax, threadPageMax, threadsPerPage } from './limits.ts';
import type { CommentId } from './schema.ts';
import {
  countFirst,
  findComment,
  listFirst,
  listFrom,
  listInThreads,
  type ThreadsWish,
} from './store/comments.ts';
import { type CommentRules, readRules } from './store/rules.ts';
import type { SeenWork } from './work-of-comments.ts';

/** People whose comments a member does not want to meet; from mutes, which comments do not know. */
export type MutedPeople = (
  reader: Parts['database']['read'],
  member: Member,
) => Promise<ReadonlySet<UserId>>;

/** A comment with the answers to it. */
export type Thread = {
  readonly comment: Comment;
  readonly answers: readonly Thread[];
  /** There are more in it than are shown here. */
  readonly cut: boolean;
};

export type ThreadsOfWork = {
  readonly threads: readonly Thread[];
  readonly page: number;
  readonly pages: number;
};

export type Talk = ThreadsOfWork & {
  readonly seen: SeenWork;
  readonly viewer: Viewer;
  /** The chapter the page is of; null: the whole work. */
  readonly chapter: ChapterId | null;
  readonly rules: CommentRules;
  /** Why the viewer writes nothing here; null: they may. */
  readonly barred: string | null;
};

const nobody: ReadonlySet<UserId> = new Set();

/** Whom the viewer has muted. */
export function mutedBy(
  { database }: Parts,
  viewer: Viewer,
  mutedPeople: MutedPeople,
): Promise<ReadonlySet<UserId>> {
  return viewer.kind === 'member' ? mutedPeople(database.read, viewer) : Promise.resolve(nobody);
}

/** A page of the threads under a work or one of its chapters; null for a page there is not. */
export async function readTalk(
  parts: Parts,
  of: { readonly viewer: Viewer; readonly seen: SeenWork; readonly chapter: ChapterId | null },
  mutedPeople: MutedPeople,
  page = 1,
): Promise<Talk | null> {
  const { read } = parts.database;
  const { viewer, seen, chapter } = of;
  const place = threadsFor(viewer, seen, chapter);
  const pages = Math.max(1, Math.ceil((await countFirst(read, place)) / threadsPerPage));
  if (page > pages) return null;
  const part = { skipped: (page - 1) * threadsPerPage, most: threadsPerPage };
  const first = await listFirst(read, place, part);
  const rows = await listInThreads(read, first, perThreadMax);
  const muted = await mutedBy(parts, viewer, mutedPeople);
  const rules = await readRules(read, seen.work.id);
  const barred = await whyBarred(parts, viewer, { seen, rules, parent: null });
  const threads = threadsOf(rows, perThreadMax, (row) => asComment(viewer, row, seen.rule, muted));
  return { ...of, threads, page, pages, rules, barred };
}

/** A comment with the answers to it; null when the viewer meets nothing there. */
export async function readThread(
  parts: Parts,
  viewer: Viewer,
  from: CommentRow,
  rule: WorkOfComments,
  muted: ReadonlySet<UserId>,
): Promise<Thread | null> {
  const rows = await listFrom(parts.database.read, from, threadPageMax);
  const threads = threadsOf(rows, threadPageMax, (row) => {
    // Opened by itself, a comment is shown whomever it is by.
    return asComment(viewer, row, rule, row.id === from.id ? nobody : muted);
  });
  return findThread(threads, from.id);
}

/** The threads of a work, as far as the viewer may know that they are there. */
export function threadsFor(
  viewer: Viewer,
  { work }: SeenWork,
  chapter: ChapterId | null,
): ThreadsWish {
  const rank = hasRole(viewer, 'moderator') ? 'moderator' : work.own ? 'creator' : 'reader';
  const user = viewer.kind === 'member' ? viewer.userId : null;
  return { work: work.id, chapter, viewer: { user, rank } };
}

function findThread(threads: readonly Thread[], id: CommentId): Thread | null {
  const open = [...threads];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.comment.id === id) return next;
    open.push(...next.answers);
  }
  return null;
}

type Growing = { comment: Comment | null; answers: Growing[]; cut: boolean; row: CommentRow };

/** Rows become trees; places without words go where nothing that is seen hangs on them. */
function threadsOf(
  rows: readonly CommentRow[],
  most: number,
  asSeen: (row: CommentRow) => Comment | null,
): Thread[] {
  const sizes = new Map<CommentId, number>();
  const all = rows.map((row): Growing => {
    sizes.set(row.thread_id, (sizes.get(row.thread_id) ?? 0) + 1);
    return { row, comment: asSeen(row), answers: [], cut: false };
  });
  const byId = new Map(all.map((each) => [each.row.id, each]));
  const tops: Growing[] = [];
  for (const each of all) {
    const parent = each.row.parent_id === null ? undefined : byId.get(each.row.parent_id);
    (parent?.answers ?? tops).push(each);
    if (parent === undefined) each.cut = (sizes.get(each.row.thread_id) ?? 0) >= most;
  }
  // Answers come after what they answer: backwards, every branch is settled before its stem.
  for (const each of all.toReversed()) each.answers = each.answers.filter(isMet);
  return tops.filter(isMet).map(asThread);
}

function isMet({ comment, answers }: Growing): boolean {
  const hasWords = comment?.standing === 'seen' || comment?.standing === 'muted';
  return hasWords || answers.length > 0;
}

/** What is not there for the viewer and yet has answers is met as a hidden one. */
function asThread(grown: Growing): Thread {
  const { row, comment, answers, cut } = grown;
  return { comment: comment ?? shell(row), answers: answers.map(asThread), cut };
}

function shell(row: CommentRow): Comment {
  return {
    id: row.id,
    work: row.work_id,
    chapter: row.chapter_id,
    thread: row.thread_id,
    parent: row.parent_id,
    author: { kind: 'gone' },
    byCreator: false,
    own: false,
    standing: 'hidden',
    html: '',
    state: 'shown',
    hiddenBy: null,
    frozen: row.frozen === 1,
    createdAt: row.created_at,
    editedAt: null,
  };
}

/** Whether nobody writes in the thread of a comment any more. */
export async function isThreadFrozen(parts: Parts, row: CommentRow): Promise<boolean> {
  const first =
    row.parent_id === null ? row : await findComment(parts.database.read, row.thread_id);
  return first?.frozen === 1;
}
