import type { Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, UserId, WorkId } from '../../../shared/ids.ts';

/** Who saved a chapter or planned it, who did so last first; nobody where no version is kept. */
export async function listSavers(
  transaction: Transaction,
  { work, chapter }: { readonly work: WorkId; readonly chapter: ChapterId },
): Promise<UserId[]> {
  const rows = await transaction
    .selectFrom('revisions')
    .select(['made_by', (eb) => eb.fn.max('number').as('newest')])
    .where('work_id', '=', work)
    .where('chapter_id', '=', chapter)
    .where('reason', '!=', 'autosave')
    .groupBy('made_by')
    .orderBy('newest', 'desc')
    .execute();
  return rows.map((row) => row.made_by);
}
