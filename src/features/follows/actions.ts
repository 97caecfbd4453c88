// Following and no longer following.
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import type { Subject } from './follow.ts';
import { followsMax } from './limits.ts';
import { countFollows, deleteFollow, insertFollow } from './store/follows.ts';

/** False when the member follows as much as one can; again is no harm. The caller has seen it. */
export async function follow(parts: Parts, member: Member, subject: Subject): Promise<boolean> {
  const id = parts.ids.next();
  const { kind, id: subject_id } = subject;
  const row = { id, user_id: member.userId, kind, subject_id, followed_at: parts.clock.now() };
  return parts.database.write(async (transaction) => {
    if ((await countFollows(transaction, member.userId)) >= followsMax) return false;
    await insertFollow(transaction, row);
    return true;
  });
}

/** Ends it; what is not followed is no fault. */
export async function unfollow(parts: Parts, member: Member, subject: Subject): Promise<void> {
  await parts.database.write((transaction) => deleteFollow(transaction, member.userId, subject));
}
