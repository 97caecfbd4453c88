// The works of somebody whose account is erased: they stay with the other creators, stay as
// orphans, or are removed for good.
import type { Transaction } from '../../../../kit/sql/index.ts';
import type { WorkId } from '../../../../shared/ids.ts';
import type { Parts } from '../../../../shared/parts.ts';
import type { Member } from '../../../../shared/viewer.ts';
import { countDiskUse } from '../../../accounts/index.ts';
import { findPseudOwners } from '../../store/rows.ts';
import { findWorkFacts } from '../../store/writes.ts';
import { removeTies, replaceSeriesCreator } from '../store/orphans.ts';
import { endSeries, listPartingSeries, listPartingWorks, removeTraces } from '../store/parting.ts';
import { removeSeries } from '../store/purge.ts';
import { setCreators } from './creators.ts';
import { orphan } from './orphan.ts';
import { removeForGood, type WorkRemover } from './purge.ts';

export type Parting = {
  /** Works that go; of the others drafts and deleted ones go too. */
  readonly gone: ReadonlySet<WorkId>;
  /** Whether pseuds stay on works that stay as orphans. */
  readonly keepName: boolean;
};

/**
 * Takes the person off every work and series, a transaction for each work. Run twice it does no
 * more than once. What moderators have hidden with its person is removed.
 */
export async function partWithWorks(
  parts: Parts,
  member: Member,
  { gone, keepName }: Parting,
  removers: readonly WorkRemover[],
): Promise<void> {
  const { read } = parts.database;
  const at = parts.clock.now();
  for (const work of await listPartingWorks(read, member.userId)) {
    const { id } = work;
    await parts.database.write(async (transaction) => {
      if (work.shared) return leaveToOthers(transaction, parts, member, id);
      const facts = await findWorkFacts(transaction, id);
      if (facts === null) return;
      const hidden = facts.work.hidden === 1 || facts.work.creators_hidden === 1;
      if (work.posted && !work.deleted && !hidden && !gone.has(id)) {
        return orphan(transaction, parts, member, { id, at, keepName });
      }
      await removeForGood(transaction, parts, id, removers);
    });
  }
  for (const { id, heir } of await listPartingSeries(read, member.userId)) {
    await parts.database.write(async (transaction) => {
      if (heir !== null) return replaceSeriesCreator(transaction, id, member.userId, heir);
      await endSeries(transaction, id);
      for (const remover of removers) await remover.removeSeries?.(transaction, id);
      await removeSeries(transaction, id, 1);
    });
  }
  await parts.database.write((transaction) => removeTraces(transaction, member.userId));
}

async function leaveToOthers(
  transaction: Transaction,
  parts: Parts,
  { userId }: Member,
  work: WorkId,
): Promise<void> {
  const creators = await findPseudOwners(transaction, work);
  const others = creators.filter((one) => one.userId !== userId);
  const [heir] = others;
  if (heir === undefined) return;
  await setCreators(transaction, work, others, parts.clock.now());
  const freed = await removeTies(transaction, work, userId, heir.userId);
  await countDiskUse(transaction, userId, -freed);
}
