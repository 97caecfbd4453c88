// The end of an account, when its days are over: first what others see of the person, then every
// row of theirs, then the account itself. Each step can be run again.
import type { JobKind } from '../../kit/jobs/index.ts';
import { type ErasedRows, eraseRows } from '../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { closeForGood, eraseAccount, findAnybody, writeAudit } from '../accounts/index.ts';
import { removeBookmarksOf } from '../bookmarks/index.ts';
import { partWithComments } from '../comments/index.ts';
import { forgetGiver } from '../kudos/index.ts';
import { partWithWorks, type WorkRemover } from '../works/index.ts';
import { erasing } from './actions.ts';
import { dropErasure, findErasure, listGoing } from './store.ts';

/** `erased`: rows that go, those that others refer to last. */
export function accountEraser(
  parts: Parts,
  removers: readonly WorkRemover[],
  erased: readonly ErasedRows[],
): JobKind {
  const { database } = parts;
  return {
    ...erasing,
    async run(subject) {
      const user = subject as UserId;
      const now = parts.clock.now();
      const asked = await findErasure(database.read, user);
      if (asked === null || asked.due_at > now) return;
      const closed = await database.write((transaction) => closeForGood(transaction, user, now));
      const member = await findAnybody(database.read, user);
      if (!closed || member === null) return;
      const gone = new Set<WorkId>(await listGoing(database.read, user));
      await partWithWorks(parts, member, { gone, keepName: asked.keep_name === 1 }, removers);
      await partWithComments(parts, member, asked.comments);
      await removeBookmarksOf(parts, member);
      await database.write(async (transaction) => {
        await forgetGiver(transaction, user);
        await dropErasure(transaction, user);
        for (const rows of erased) await eraseRows(transaction, rows, user);
        await eraseAccount(transaction, parts, user);
        const id = parts.ids.next();
        const about = { subjectKind: 'user', subjectId: user } as const;
        await writeAudit(transaction, {
          id,
          at: now,
          actorId: null,
          act: 'erase account',
          ...about,
        });
      });
    },
  };
}
