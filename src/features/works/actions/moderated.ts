// What moderators set of works and series. Who may do so, and why, is moderation's: it calls these
// inside its own transaction.
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { SeriesId, WorkId } from '../../../shared/ids.ts';
import { listPlaces, lockSeries, updateSeries } from '../company/store/series.ts';
import type { WorksTable } from '../schema.ts';
import { findWorkFacts, updateWork } from '../store/writes.ts';
import { askAgain } from './schedule.ts';

/** The fact that a work is hidden. Returns false when there is no such work. */
export async function setWorkHidden(
  transaction: Transaction,
  id: WorkId,
  hidden: boolean,
  at: number,
): Promise<boolean> {
  return setWork(transaction, id, at, () => ({ hidden: hidden ? 1 : 0 }));
}

/** Shows a work to members only, whatever its creators wish; or as they wish again. */
export async function setWorkRestricted(
  transaction: Transaction,
  id: WorkId,
  restricted: boolean,
  at: number,
): Promise<boolean> {
  return setWork(transaction, id, at, (work) =>
    restricted
      ? { restricted: 1, restricted_wish: work.restricted_wish ?? work.restricted, edited_at: at }
      : {
          restricted: work.restricted_wish ?? work.restricted,
          restricted_wish: null,
          edited_at: at,
        },
  );
}

/** Deletes a work so that only moderators can have it back, within 30 days; or has it back. */
export async function setWorkRemoved(
  transaction: Transaction,
  id: WorkId,
  removed: boolean,
  at: number,
): Promise<boolean> {
  const time = removed ? at : null;
  const change = { deleted_at: time, removed_at: time, edited_at: at };
  const there = await setWork(transaction, id, at, () => change);
  if (there && !removed) await askAgain(transaction, id);
  return there;
}

async function setWork(
  transaction: Transaction,
  id: WorkId,
  at: number,
  changeOf: (work: WorksTable) => Partial<WorksTable>,
): Promise<boolean> {
  const facts = await findWorkFacts(transaction, id);
  if (facts === null) return false;
  await updateWork(transaction, id, changeOf(facts.work));
  await recordChange(transaction, 'work', [id], at);
  return true;
}

/** Keeps a series from all but its creators and moderators; its works stay as they are. */
export async function setSeriesHidden(
  transaction: Transaction,
  id: SeriesId,
  hidden: boolean,
  at: number,
): Promise<boolean> {
  const facts = await lockSeries(transaction, id);
  if (facts === null || facts.series.deleted_at !== null) return false;
  await updateSeries(transaction, id, { hidden_at: hidden ? at : null });
  const works = (await listPlaces(transaction, id)).map(({ workId }) => workId);
  await recordChange(transaction, 'work', works, at);
  return true;
}
