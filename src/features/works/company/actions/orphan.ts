// Leaving works to the archive: they stay for readers, and no longer lead to who wrote them.
import { Refused } from '../../../../kit/http/index.ts';
import { recordChange, type Transaction } from '../../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../../shared/ids.ts';
import type { Parts } from '../../../../shared/parts.ts';
import type { Member } from '../../../../shared/viewer.ts';
import { countDiskUse, findPerson, orphanPseud } from '../../../accounts/index.ts';
import { requireOwnWork } from '../../actions/own-work.ts';
import { type CreatorIds, findPseudOwners } from '../../store/rows.ts';
import { text } from '../messages.ts';
import { listSeriesLeft, removeTies, replaceSeriesCreator } from '../store/orphans.ts';
import { setCreators } from './creators.ts';

/**
 * Orphans works, all or none: the orphan account stands in the member's place, under the pseud's
 * name where it is kept. It cannot be undone. Series in which none of the member's works is left
 * go along; co-creators stay.
 */
export async function orphanWorks(
  parts: Parts,
  member: Member,
  ids: readonly WorkId[],
  wish: { readonly keepName: boolean },
): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const person = await findPerson(transaction, member, member.login);
    // What moderators have hidden with its person must not come back without them.
    if (person === null || person.hidden) throw new Refused(403, { detail: text.orphanHidden() });
    for (const id of ids) {
      await requireOwnWork(transaction, member, id);
      await orphan(transaction, parts, member, { id, at, ...wish });
    }
  });
}

/** One work, in a transaction that does more; who may is the caller's to say. */
export async function orphan(
  transaction: Transaction,
  parts: Parts,
  member: Member,
  { id, at, keepName }: { readonly id: WorkId; readonly at: number; readonly keepName: boolean },
): Promise<void> {
  const creators = await findPseudOwners(transaction, id);
  const after: { pseudId: CreatorIds[number]['pseudId']; userId: UserId }[] = [];
  let to: UserId | null = null;
  for (const creator of creators) {
    let kept = creator;
    if (creator.userId === member.userId) {
      const pseud = member.pseuds.find((one) => one.id === creator.pseudId);
      const name = keepName ? (pseud?.name ?? null) : null;
      kept = await orphanPseud(transaction, { name, ids: parts.ids, now: at });
      to = kept.userId;
    }
    if (!after.some(({ pseudId }) => pseudId === kept.pseudId)) after.push(kept);
  }
  if (to === null) return;
  await setCreators(transaction, id, after, at);
  const freed = await removeTies(transaction, id, member.userId, to);
  await countDiskUse(transaction, member.userId, -freed);
  for (const series of await listSeriesLeft(transaction, id, member.userId)) {
    await replaceSeriesCreator(transaction, series, member.userId, to);
  }
  await recordChange(transaction, 'work', [id], at);
}
