// Undoing kudos of an account: they are taken back, and left again.
import type { WorkId } from '../../shared/ids.ts';
import { foundBy, type Undoer } from '../../shared/undoing.ts';
import { addCounts, findModerated } from '../works/index.ts';
import type { KudosTable } from './schema.ts';
import { insertKudos, leftBy, takeOne } from './store.ts';

/** Kudos that an account left. */
export const kudosUndoer: Undoer = {
  kind: 'kudos',
  ...foundBy((reader, span) => leftBy(reader, span).select('id')),
  async undo({ transaction, at }, thing) {
    const row = await takeOne(transaction, thing);
    if (row === null) return null;
    await addCounts(transaction, 'kudos', new Map([[row.work_id, -1]]), at);
    return JSON.stringify(row);
  },
  async restore({ transaction, at }, _thing, kept) {
    const row = JSON.parse(kept) as KudosTable;
    if ((await findModerated(transaction, row.work_id as WorkId)) === null) return;
    if (!(await insertKudos(transaction, row))) return;
    await addCounts(transaction, 'kudos', new Map([[row.work_id, 1]]), at);
  },
};
