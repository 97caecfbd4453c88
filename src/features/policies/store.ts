import type { Milliseconds, Reader, Transaction } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';
import type { PageVersionsTable } from './schema.ts';

/** The newest version's number; 0: the page was never changed. */
export async function newestVersion(reader: Reader | Transaction, page: string): Promise<number> {
  const row = await reader
    .selectFrom('page_versions')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('page', '=', page)
    .executeTakeFirst();
  return Number(row?.version ?? 0);
}

export async function insertVersion(
  transaction: Transaction,
  row: PageVersionsTable,
): Promise<void> {
  await transaction.insertInto('page_versions').values(row).execute();
}

/** The newest first, without their texts. */
export function listVersions(
  reader: Reader,
  page: string,
): Promise<Omit<PageVersionsTable, 'source'>[]> {
  return reader
    .selectFrom('page_versions')
    .select(['page', 'version', 'made_at', 'made_by'])
    .where('page', '=', page)
    .orderBy('version', 'desc')
    .execute();
}

/** One version with its text; null: there is none of that number. */
export async function findVersion(
  reader: Reader | Transaction,
  page: string,
  version: number,
): Promise<PageVersionsTable | null> {
  const row = await reader
    .selectFrom('page_versions')
    .selectAll()
    .where('page', '=', page)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ?? null;
}

/** When the person agreed to that version; null: not yet. */
export async function findConsent(
  reader: Reader,
  user: UserId,
  version: number,
): Promise<Milliseconds | null> {
  const row = await reader
    .selectFrom('policy_consents')
    .select('agreed_at')
    .where('user_id', '=', user)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.agreed_at ?? null;
}

/** Those of the people who have agreed to the policy, whichever version it had then. */
export async function listAgreed(
  reader: Reader | Transaction,
  people: readonly UserId[],
): Promise<UserId[]> {
  if (people.length === 0) return [];
  const rows = await reader
    .selectFrom('policy_consents')
    .select('user_id')
    .distinct()
    .where('user_id', 'in', people)
    .execute();
  return rows.map((row) => row.user_id);
}

/** Agreeing again changes nothing. */
export async function insertConsent(
  transaction: Transaction,
  row: { readonly user_id: UserId; readonly version: number; readonly agreed_at: Milliseconds },
): Promise<void> {
  await transaction
    .insertInto('policy_consents')
    .values(row)
    .onConflict((conflict) => conflict.columns(['user_id', 'version']).doNothing())
    .execute();
}
