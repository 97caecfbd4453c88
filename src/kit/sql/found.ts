// Things that a query finds by their numbers: counted, and listed in parts.
import type { AliasableExpression } from 'kysely';
import type { Reader } from './index.ts';

/** A query that selects the numbers of things as `id`. */
export type Found = AliasableExpression<{ id: number }>;

/** How many it finds. */
export async function countFound(reader: Reader, found: Found): Promise<number> {
  const { count } = await reader
    .selectFrom(found.as('things'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Of those below a number the highest, `most` at most, downwards. */
export async function listFound(
  reader: Reader,
  found: Found,
  below: number,
  most: number,
): Promise<number[]> {
  const rows = await reader
    .selectFrom(found.as('things'))
    .select('things.id')
    .where('things.id', '<', below)
    .orderBy('things.id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}
