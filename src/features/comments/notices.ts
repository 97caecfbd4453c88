// Notices of comments under one’s works and of answers to one’s own.
import type { Message } from '../../kit/messages/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import type { Notice, NoticeKind, NoticeSaid, NoticeSort } from '../notices/index.ts';
import { asComment, isConcealed } from './comment.ts';
import { text } from './messages.ts';
import { answerNotice, commentNotice } from './notice-sorts.ts';
import { authorName } from './pages/author.ts';
import { type MutedPeople, mutedBy } from './read.ts';
import type { CommentId } from './schema.ts';
import { findComments } from './store/comments.ts';
import { commentUrl } from './urls.ts';
import { findSeenWork, type SeenWork } from './work-of-comments.ts';

/** About the comment, as long as the person would meet its words. */
export function commentNotices(parts: Parts, mutedPeople: MutedPeople): readonly NoticeKind[] {
  const kind = (sort: NoticeSort, label: Message, sentence: Message): NoticeKind => ({
    ...sort,
    label,
    say: (member, notices) => say(parts, { member, notices, sentence, mutedPeople }),
  });
  return [
    kind(commentNotice, text.noticeOfComments, text.saidUnderWork),
    kind(answerNotice, text.noticeOfAnswers, text.saidInAnswer),
  ];
}

type Saying = {
  readonly member: Member;
  readonly notices: readonly Notice[];
  readonly sentence: Message;
  readonly mutedPeople: MutedPeople;
};

async function say(
  parts: Parts,
  { member, notices, sentence, mutedPeople }: Saying,
): Promise<(NoticeSaid | null)[]> {
  const ids = notices.map(({ about }) => about as CommentId);
  const rows = await findComments(parts.database.read, ids);
  const muted = await mutedBy(parts, member, mutedPeople);
  const works = new Map<WorkId, SeenWork | null>();
  for (const id of new Set([...rows.values()].map((row) => row.work_id))) {
    works.set(id, await findSeenWork(parts, member, id));
  }
  return ids.map((id) => {
    const row = rows.get(id);
    const seen = row === undefined ? null : (works.get(row.work_id) ?? null);
    const comment = row && seen && asComment(member, row, seen.rule, muted);
    if (!comment || seen === null || comment.standing !== 'seen') return null;
    if (comment.hiddenBy !== null) return null;
    // A creator reads all that stands under their works, but is told of nobody they have muted.
    const isMuted = row.user_id !== null && muted.has(row.user_id);
    if (isMuted && !isConcealed(row, seen.rule)) return null;
    const values = { name: authorName(comment.author), title: seen.work.title };
    const isWaiting = comment.state === 'waiting';
    return {
      sentence: (isWaiting ? text.saidWaiting : sentence)(values),
      href: commentUrl(comment),
    };
  });
}
