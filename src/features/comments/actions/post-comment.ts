// Writing a comment: who may, what is kept, who is told, and what waits first.
import { type FieldError, Refused } from '../../../kit/http/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import {
  areApart,
  isKeptFromWork,
  subscriberOf,
  takeTries,
  trySubject,
} from '../../accounts/index.ts';
import { leaveNotice } from '../../notices/index.ts';
import { addCounts } from '../../works/index.ts';
import { type CommentRow, isConcealed, isOpen, standingOfComment } from '../comment.ts';
import { type CommentText, checkCommentText } from '../comment-text.ts';
import * as limits from '../limits.ts';
import { text } from '../messages.ts';
import { answerNotice, commentNotice } from '../notice-sorts.ts';
import type { CommentId, CommentState, CommentsTable } from '../schema.ts';
import { judgeSpam } from '../spam/learning.ts';
import { holdFrom } from '../spam/limits.ts';
import { ageOf, checkSpeaker, isYoung, type Speaker } from '../speaker.ts';
import { findComment, findTwin, insertComment, lockComment } from '../store/comments.ts';
import { layIntoInbox, markAnswered } from '../store/inbox.ts';
import { type CommentRules, readRules } from '../store/rules.ts';
import { requireSeenWork, type SeenWork } from '../work-of-comments.ts';

export type NewComment = {
  readonly work: WorkId | null;
  /** Null: the newest chapter. An answer stands where what it answers stands. */
  readonly chapter: ChapterId | null;
  readonly parent: CommentId | null;
  readonly text: string;
};

/** The comment and whether others see it yet, or why it was not taken. */
export type Posted =
  | { readonly ok: true; readonly id: CommentId; readonly state: CommentState }
  | { readonly ok: false; readonly problems: FieldError[]; readonly waitSeconds?: number };

/** Takes a comment on a work that the speaker sees; 404 on any other. */
export async function postComment(
  parts: Parts,
  speaker: Speaker,
  wanted: NewComment,
): Promise<Posted> {
  const viewer = viewerOf(speaker);
  const seen = await requireSeenWork(parts, viewer, wanted.work);
  const parent = await findParent(parts, viewer, seen, wanted.parent);
  const rules = await readRules(parts.database.read, seen.work.id);
  const barred = await whyBarred(parts, viewer, { seen, rules, parent });
  if (barred !== null) return refused(barred);
  const said = checkCommentText(wanted.text);
  const who = await checkSpeaker(parts, speaker);
  const problems = [...('field' in said ? [said] : []), ...(Array.isArray(who) ? who : [])];
  if ('field' in said || Array.isArray(who)) return { ok: false, problems };
  const wait = await throttle(parts, speaker, seen.work);
  if (wait !== null) return { ...refused(text.tooMany()), waitSeconds: wait };
  const { hasLink, ...kept } = said;
  const id = parts.ids.next() as CommentId;
  const now = parts.clock.now();
  const row: CommentsTable = {
    id,
    work_id: seen.work.id,
    chapter_id: parent === null ? chapterOf(seen, wanted.chapter) : parent.chapter_id,
    thread_id: parent?.thread_id ?? id,
    parent_id: parent?.id ?? null,
    ...who,
    ...kept,
    state: await stateFor(parts, speaker, { own: seen.work.own, rules, hasLink, html: kept.html }),
    hidden_by: null,
    frozen: 0,
    as_creator: seen.work.own ? 1 : 0,
    created_at: now,
    edited_at: null,
    deleted_at: null,
  };
  return parts.database.write((transaction) => insert({ parts, transaction }, seen, row, parent));
}

function viewerOf(speaker: Speaker): Viewer {
  return speaker.kind === 'member' ? speaker.member : speaker.viewer;
}

function refused(detail: string): { readonly ok: false; readonly problems: FieldError[] } {
  return { ok: false, problems: [{ field: '', detail }] };
}

/** What is answered: there, on this work, and seen by who answers. */
async function findParent(
  parts: Parts,
  viewer: Viewer,
  { rule }: SeenWork,
  id: CommentId | null,
): Promise<CommentRow | null> {
  if (id === null) return null;
  const row = await findComment(parts.database.read, id);
  const none = row === null || row.work_id !== rule.id;
  if (none || standingOfComment(viewer, row, rule, new Set()) !== 'seen') throw new Refused(404);
  return row;
}

type Asked = {
  readonly seen: SeenWork;
  readonly rules: CommentRules;
  readonly parent: CommentRow | null;
};

/** The sentence that says why this viewer writes nothing here; null: they may. */
export async function whyBarred(
  parts: Parts,
  viewer: Viewer,
  { seen, rules, parent }: Asked,
): Promise<string | null> {
  const { read } = parts.database;
  const { work, rule } = seen;
  if (rules.who === 'nobody') return text.nobodyComments();
  if (viewer.kind === 'guest' && rules.who !== 'everyone') return text.membersComment();
  if (viewer.kind === 'guest' && !viewer.mayComment) return text.guestsWait();
  if (parent !== null && !isOpen(parent)) return text.notOpen();
  if (parent !== null) {
    const first = await findComment(read, parent.thread_id);
    if (first?.frozen === 1 || parent.frozen === 1) return text.isFrozen();
  }
  if (viewer.kind === 'guest') return null;
  const kept = { id: work.id, creatorIds: rule.creatorIds, anonymous: rule.concealed };
  if (!work.own && (await isKeptFromWork(read, viewer.userId, kept))) return text.keptAway();
  const answered = parent?.user_id ?? null;
  // The creators of an anonymous work have been asked about above.
  if (parent === null || answered === null || isConcealed(parent, rule)) return null;
  return (await areApart(read, viewer.userId, [answered])) ? text.keptAwayFromAuthor() : null;
}

function chapterOf({ work }: SeenWork, wanted: ChapterId | null): ChapterId | null {
  const posted = work.chapters.filter((chapter) => chapter.posted);
  const chosen = posted.find(({ id }) => id === wanted) ?? posted.at(-1);
  return chosen?.id ?? null;
}

type StateAsked = Pick<CommentText, 'hasLink' | 'html'> & {
  readonly own: boolean;
  readonly rules: CommentRules;
};

/** Where a comment begins, or goes back to with other words. */
export async function stateFor(
  parts: Parts,
  speaker: Speaker,
  { own, rules, hasLink, html }: StateAsked,
): Promise<CommentState> {
  if (own) return 'shown';
  if (await isYoung(parts, speaker)) {
    if (hasLink) return 'held';
    const spam = await judgeSpam(parts, { html, accountAgeMs: await ageOf(parts, speaker) });
    if (spam !== null && spam.score >= holdFrom) return 'held';
  }
  return rules.moderated ? 'waiting' : 'shown';
}

async function throttle(
  parts: Parts,
  speaker: Speaker,
  { id, own }: SeenWork['work'],
): Promise<number | null> {
  const subject = (...who: string[]) => trySubject(parts, 'comments', ...who);
  if (speaker.kind === 'member') {
    // Who has just posted their first work thanks everybody.
    const isSlow = !own && (await isYoung(parts, speaker));
    const limit = isSlow ? limits.ofYoungMember : limits.ofMember;
    return takeTries(parts, [{ subject: subject('member', speaker.member.login), limit }]);
  }
  return takeTries(parts, [
    { subject: subject('all'), limit: limits.guestsOfAll },
    { subject: subject('work', String(id)), limit: limits.guestsOnWork },
    { subject: subject('at', subscriberOf(speaker.address)), limit: limits.guestsOfAddress },
  ]);
}

/** A transaction, and what notices are left with in it. */
export type Telling = { readonly parts: Parts; readonly transaction: Transaction };

async function insert(
  telling: Telling,
  seen: SeenWork,
  row: CommentsTable,
  parent: CommentRow | null,
): Promise<Posted> {
  const { transaction } = telling;
  if (parent !== null) {
    await lockComment(transaction, parent.id);
    const there = await findComment(transaction, parent.id);
    if (there === null || !isOpen(there)) return refused(text.notOpen());
  }
  const twin = await findTwin(transaction, row, row.created_at - limits.twiceMs);
  if (twin !== null) return { ok: true, id: twin.id, state: twin.state };
  await insertComment(transaction, row);
  if (row.user_id !== null && parent !== null) {
    await markAnswered(transaction, row.user_id, parent.id, row.created_at);
  }
  if (isOpen(row)) await announce(telling, seen.rule.creatorIds, row);
  if (row.state === 'waiting') await layBeforeCreators(telling, seen.rule.creatorIds, row);
  return { ok: true, id: row.id, state: row.state };
}

type CreatorIds = SeenWork['rule']['creatorIds'];

/** A comment that everybody can read from now on: counted, and in the inboxes it is for. */
export async function announce(
  telling: Telling,
  creators: CreatorIds,
  row: CommentsTable,
): Promise<void> {
  const { transaction } = telling;
  await addCounts(transaction, 'comments', new Map([[row.work_id, 1]]), row.created_at);
  const parent = row.parent_id === null ? null : await findComment(transaction, row.parent_id);
  const answered = parent?.user_id ?? null;
  await layBeforeCreators(telling, creators, row);
  if (answered === null || answered === row.user_id || creators.includes(answered)) return;
  await layAndTell(telling, [lay(row, answered, 'reply')]);
}

/** The creators find it in their inboxes; it may wait for one of them. */
export function layBeforeCreators(
  telling: Telling,
  creators: CreatorIds,
  row: CommentsTable,
): Promise<void> {
  const others = creators.filter((creator) => creator !== row.user_id);
  return layAndTell(
    telling,
    others.map((creator) => lay(row, creator, 'work')),
  );
}

async function layAndTell(
  { parts, transaction }: Telling,
  rows: readonly ReturnType<typeof lay>[],
): Promise<void> {
  for (const { user_id, comment_id, why } of await layIntoInbox(transaction, rows)) {
    const sort = why === 'work' ? commentNotice : answerNotice;
    await leaveNotice(transaction, parts, sort, { person: user_id, about: comment_id });
  }
}

function lay(row: CommentsTable, user_id: CreatorIds[number], why: 'work' | 'reply') {
  return { user_id, comment_id: row.id, work_id: row.work_id, why, at: row.created_at };
}
