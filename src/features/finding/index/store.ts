// What ties a saved index to its database.
import { createHash } from 'node:crypto';
import { type Random, randomToken } from '../../../kit/ids/index.ts';
import { type Database, listChanges, type Reader } from '../../../kit/sql/index.ts';
import type { IndexLifeTable } from './schema.ts';

export type Life = Readonly<Pick<IndexLifeTable, 'identity' | 'generation'>>;

/** Null while no index was ever saved from this database. */
export async function readLife(reader: Reader): Promise<Life | null> {
  const row = await reader
    .selectFrom('index_life')
    .select(['identity', 'generation'])
    .executeTakeFirst();
  return row ?? null;
}

/** The same, made if there is none. */
export async function findOrMakeLife(database: Database, random: Random): Promise<Life> {
  const known = await readLife(database.read);
  if (known !== null) return known;
  const identity = randomToken(random);
  return database.write(async (transaction) => {
    await transaction
      .insertInto('index_life')
      .values({ id: 1, identity, generation: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return transaction
      .selectFrom('index_life')
      .select(['identity', 'generation'])
      .executeTakeFirstOrThrow();
  });
}

/** Asks every process for a copy of at least this generation. */
export async function wishForGeneration(database: Database, generation: number): Promise<void> {
  await database.write((transaction) =>
    transaction
      .updateTable('index_life')
      .set({ generation })
      .where('generation', '<', generation)
      .execute(),
  );
}

// Enough that two histories which part before the position never agree on all of them.
const changesInPrint = 32;

/** What the change log says just up to a position: another history has another print there. */
export async function logPrintAt(reader: Reader, position: number): Promise<string> {
  const changes = await listChanges(
    reader,
    Math.max(0, position - changesInPrint),
    Math.min(position, changesInPrint),
  );
  const rows = changes.map((one) => `${one.position} ${one.kind} ${one.subject_id} ${one.at}`);
  return createHash('sha256').update(rows.join('\n')).digest('base64url');
}
