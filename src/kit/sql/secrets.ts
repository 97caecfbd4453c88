import { type Random, randomToken } from '../ids/index.ts';
import type { Database } from './index.ts';

/**
 * The secret of that name, 256 bits, made on first use and kept in the database, so that every
 * process and every restored back-up shares it.
 */
export async function findOrMakeSecret(
  database: Database,
  random: Random,
  name: string,
): Promise<Uint8Array> {
  const made = randomToken(random, 256);
  return database.write(async (transaction) => {
    await transaction
      .insertInto('secrets')
      .values({ name, value: made })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { value } = await transaction
      .selectFrom('secrets')
      .select('value')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return Uint8Array.from(Buffer.from(value, 'base64url'));
  });
}
