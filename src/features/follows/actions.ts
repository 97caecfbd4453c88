// Following, no longer following, and of what one hears.
import type { Flag } from '../../kit/sql/index.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { type FollowNews, type Subject, standardNews } from './follow.ts';
import { followsMax } from './limits.ts';
import { countFollows, deleteFollow, insertFollow, writeNews } from './store/follows.ts';

/**
 * False when the member follows as much as one can; again is no harm, and changes what they hear of
 * if that is given. The caller has seen it.
 */
export async function follow(
  parts: Parts,
  member: Member,
  subject: Subject,
  news?: FollowNews,
): Promise<boolean> {
  const id = parts.ids.next();
  const { kind, id: subject_id } = subject;
  const chapters: Flag = (news ?? standardNews(kind)) === 'works' ? 0 : 1;
  const at = parts.clock.now();
  const row = { id, user_id: member.userId, kind, subject_id, followed_at: at, chapters };
  return parts.database.write(async (transaction) => {
    if (news !== undefined && (await writeNews(transaction, member.userId, subject, chapters))) {
      return true;
    }
    if ((await countFollows(transaction, member.userId)) >= followsMax) return false;
    await insertFollow(transaction, row);
    return true;
  });
}

/** Ends it; what is not followed is no fault. */
export async function unfollow(parts: Parts, member: Member, subject: Subject): Promise<void> {
  await parts.database.write((transaction) => deleteFollow(transaction, member.userId, subject));
}
