// What imports have kept of a work that is removed for good.
import type { Transaction } from '../../../kit/sql/index.ts';
import type { WorkId } from '../../../shared/ids.ts';

/** The same file can be brought in again then. */
export async function deleteImportsOfWork(transaction: Transaction, work: WorkId): Promise<void> {
  await transaction.deleteFrom('imports').where('work_id', '=', work).execute();
}
