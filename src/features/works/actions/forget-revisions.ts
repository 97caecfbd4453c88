import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import type { Revised } from '../store/revisions.ts';
import { requireOwnWork } from './own-work.ts';
import { dropRevisions } from './revise.ts';

/**
 * Throws away all versions of one's own work or chapter; the present one stays what it is, and is
 * the first of the history from then on.
 */
export async function forgetRevisions(parts: Parts, member: Member, thing: Revised): Promise<void> {
  await parts.database.write(async (transaction) => {
    await requireOwnWork(transaction, member, thing.work);
    await dropRevisions(transaction, thing);
  });
}
