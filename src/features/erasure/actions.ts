// Asking that one's account be erased, what that would do, and taking it back by logging in.

import { Refused } from '../../kit/http/index.ts';
import { askForJob, type JobKind } from '../../kit/jobs/index.ts';
import type { UserId, WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import {
  beginLeaving,
  checkCurrentPassword,
  comingBack,
  findAnybody,
  type Outcome,
} from '../accounts/index.ts';
import { deleteWork, listPartingWorks, type PartingWork, undeleteWork } from '../works/index.ts';
import { comeBackMs } from './limits.ts';
import { dropErasure, findErasure, listGoing, putErasure } from './store.ts';

/** The kind of the job that erases, at its day. */
export const erasing = { name: 'erase account' } as const;

export type ErasureWish = {
  /** What becomes of posted works that are the person's alone. */
  readonly works: 'stay' | 'delete';
  /** The other way round for these. */
  readonly except: ReadonlySet<WorkId>;
  /** Pseuds stay on works that stay. */
  readonly keepName: boolean;
  readonly comments: 'keep' | 'delete';
};

/** What a wish does to each work. */
export type ErasurePlan = {
  readonly stay: readonly PartingWork[];
  /** Drafts too. */
  readonly go: readonly PartingWork[];
  /** They stay with who made them too. */
  readonly shared: readonly PartingWork[];
};

export async function planErasure(
  parts: Parts,
  { userId }: Member,
  wish: Pick<ErasureWish, 'works' | 'except'>,
): Promise<ErasurePlan> {
  const works = await listPartingWorks(parts.database.read, userId);
  const there = works.filter(({ deleted }) => !deleted);
  const own = there.filter(({ shared }) => !shared);
  const stays = ({ id, posted }: PartingWork) =>
    posted && (wish.works === 'stay') !== wish.except.has(id);
  return {
    stay: own.filter(stays),
    go: own.filter((work) => !stays(work)),
    shared: there.filter(({ shared }) => shared),
  };
}

/**
 * Closes the account and deletes the works that go; in 30 days everything else follows. Faults name
 * `user[current_password]`, or no field for the last admin.
 */
export async function askForErasure(
  parts: Parts,
  member: Member,
  wish: ErasureWish & { readonly password: string },
): Promise<Outcome<null>> {
  const checked = await checkCurrentPassword(parts, member.userId, wish.password);
  if (!checked.ok) return checked;
  const { go } = await planErasure(parts, member, wish);
  const now = parts.clock.now();
  const dueAt = now + comeBackMs;
  const begun = await parts.database.write(async (transaction) => {
    const left = await beginLeaving(transaction, parts, member, dueAt);
    if (!left.ok) return left;
    await putErasure(
      transaction,
      {
        user_id: member.userId,
        asked_at: now,
        due_at: dueAt,
        keep_name: wish.keepName ? 1 : 0,
        comments: wish.comments,
      },
      go.map(({ id }) => id),
    );
    await askForJob(transaction, erasing, member.userId, dueAt);
    return left;
  });
  if (begun.ok) for (const { id } of go) await deleteWork(parts, member, id);
  return begun;
}

/** Gives the works back to somebody who has logged in again. */
export function welcomer(parts: Parts): JobKind {
  return {
    ...comingBack,
    async run(subject) {
      const user = subject as UserId;
      const { read } = parts.database;
      const member = await findAnybody(read, user);
      if (member === null || (await findErasure(read, user)) === null) return;
      for (const work of await listGoing(read, user)) {
        await undeleteWork(parts, member, work).catch(passOver);
      }
      await parts.database.write((transaction) => dropErasure(transaction, user));
    },
  };
}

/** The work is gone for another reason. */
function passOver(error: unknown): void {
  if (!(error instanceof Refused)) throw error;
}
