import type { Transaction } from '../../../kit/sql/index.ts';
import type { ChapterId, UserId, WorkId } from '../../../shared/ids.ts';

/** Who last saved a chapter or planned it; null: no version of it is kept. */
export async function findLastSaver(
  transaction: Transaction,
  { work, chapter }: { readonly work: WorkId; readonly chapter: ChapterId },
): Promise<UserId | null> {
  const row = await transaction
    .selectFrom('revisions')
    .select('made_by')
    .where('work_id', '=', work)
    .where('chapter_id', '=', chapter)
    .where('reason', '!=', 'autosave')
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return row?.made_by ?? null;
}
