// SQL of who may comment on a work.
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import type { MayComment } from '../schema.ts';

/** Who may comment, and whether a creator sees comments before others do. */
export type CommentRules = { readonly who: MayComment; readonly moderated: boolean };

/** Where creators have said nothing. */
const usualRules: CommentRules = { who: 'members', moderated: false };

export async function readRules(reader: Reader | Transaction, work: WorkId): Promise<CommentRules> {
  const row = await reader
    .selectFrom('comment_rules')
    .select(['who', 'moderated'])
    .where('work_id', '=', work)
    .executeTakeFirst();
  return row === undefined ? usualRules : { who: row.who, moderated: row.moderated === 1 };
}

/** Says who may comment on these works from now on; what is there stays. */
export async function writeRules(
  transaction: Transaction,
  works: readonly WorkId[],
  { who, moderated }: CommentRules,
): Promise<void> {
  const set = { who, moderated: moderated ? 1 : 0 } as const;
  for (const work_id of works) {
    await transaction
      .insertInto('comment_rules')
      .values({ work_id, ...set })
      .onConflict((conflict) => conflict.column('work_id').doUpdateSet(set))
      .execute();
  }
}
