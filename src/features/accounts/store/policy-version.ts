// Which version of the policy whoever registers agrees to.
import type { Transaction } from '../../../kit/sql/index.ts';

/** From 1: what stood there before the first change. */
export async function readPolicyVersion(transaction: Transaction): Promise<number> {
  const row = await transaction
    .selectFrom('page_versions')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('page', '=', 'policy')
    .executeTakeFirst();
  return Math.max(1, Number(row?.version ?? 0));
}
