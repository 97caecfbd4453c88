// The end of the 30 days in which what is deleted can be had back.
import type { Transaction } from '../../../../kit/sql/index.ts';
import { dayMs, hourMs } from '../../../../kit/time/index.ts';
import type { SeriesId, WorkId } from '../../../../shared/ids.ts';
import type { Parts } from '../../../../shared/parts.ts';
import { countDiskUse } from '../../../accounts/index.ts';
import { purgeDeletedChapters } from '../../actions/deleted-chapters.ts';
import { askToSweep } from '../../images/sweep.ts';
import { undeleteDays } from '../../limits.ts';
import { findWorkFacts } from '../../store/writes.ts';
import {
  isSeriesOver,
  listDeletedBefore,
  purgedTables,
  removeSeries,
  removeWork,
} from '../store/purge.ts';

/** What another feature keeps about works, and removes with them. */
export type WorkRemover = {
  readonly tables: readonly string[];
  /** Inside the transaction that removes the work, before it. */
  remove(transaction: Transaction, work: WorkId): Promise<void>;
  /** The same of a series. */
  readonly removeSeries?: (transaction: Transaction, series: SeriesId) => Promise<void>;
};

/** How often it is looked for. */
export const purgeMs = hourMs;

// A transaction for each; more in one go would only keep other chores waiting.
const atOnce = 200;

/** The part of works themselves, for the list of all tables that refer to one. */
export const worksRemover: Pick<WorkRemover, 'tables'> = { tables: purgedTables };

/** Removes works, series and chapters whose days are over, for good; how many works those were. */
export async function purgeDeleted(
  parts: Parts,
  removers: readonly WorkRemover[],
): Promise<number> {
  const moment = parts.clock.now() - undeleteDays * dayMs;
  const { works, series } = await listDeletedBefore(parts.database.read, moment, atOnce);
  for (const id of works) {
    await parts.database.write(async (transaction) => {
      const facts = await findWorkFacts(transaction, id);
      const deletedAt = facts?.work.deleted_at ?? null;
      // Another process has removed it, or its creator has had it back.
      if (deletedAt === null || deletedAt >= moment) return;
      await removeForGood(transaction, parts, id, removers);
    });
  }
  for (const id of series) {
    await parts.database.write(async (transaction) => {
      if (!(await isSeriesOver(transaction, id, moment))) return;
      for (const remover of removers) await remover.removeSeries?.(transaction, id);
      await removeSeries(transaction, id, moment);
    });
  }
  await purgeDeletedChapters(parts, moment);
  return works.length;
}

/** Removes a work with all that features keep of it; whether its days are over is judged before. */
export async function removeForGood(
  transaction: Transaction,
  parts: Parts,
  id: WorkId,
  removers: readonly WorkRemover[],
): Promise<void> {
  for (const remover of removers) await remover.remove(transaction, id);
  for (const { userId, bytes } of await removeWork(transaction, id)) {
    await countDiskUse(transaction, userId, -bytes);
  }
  await askToSweep(transaction, parts, id);
}
