// SQL of authors whose works an archivist brought in.
import type { Insertable, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../shared/ids.ts';
import type { UnclaimedAuthorsTable } from '../schema.ts';

export async function findAuthorByName(
  reader: Reader | Transaction,
  nameKey: string,
  host: string,
): Promise<UnclaimedAuthorsTable | null> {
  const row = await reader
    .selectFrom('unclaimed_authors')
    .selectAll()
    .where('name_key', '=', nameKey)
    .where('host', '=', host)
    .executeTakeFirst();
  return row ?? null;
}

export async function findAuthorByClaim(
  reader: Reader | Transaction,
  hash: string,
): Promise<UnclaimedAuthorsTable | null> {
  const row = await reader
    .selectFrom('unclaimed_authors')
    .selectAll()
    .where('claim_hash', '=', hash)
    .where('state', '=', 'unclaimed')
    .executeTakeFirst();
  return row ?? null;
}

export async function insertAuthor(
  transaction: Transaction,
  row: Insertable<UnclaimedAuthorsTable>,
): Promise<void> {
  await transaction.insertInto('unclaimed_authors').values(row).execute();
}

/** Changes an author that is still unclaimed; false: there is none any more. */
export async function updateAuthor(
  transaction: Transaction,
  user: UserId,
  change: Partial<UnclaimedAuthorsTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('unclaimed_authors')
    .set(change)
    .where('user_id', '=', user)
    .where('state', '=', 'unclaimed')
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** Unclaimed ones that the archivist made, newest first, each with how many works it has. */
export function listAuthors(reader: Reader, maker: UserId) {
  return reader
    .selectFrom('unclaimed_authors')
    .leftJoin('work_creators', 'work_creators.user_id', 'unclaimed_authors.user_id')
    .select((eb) => [
      'unclaimed_authors.user_id',
      'unclaimed_authors.name',
      'unclaimed_authors.host',
      eb.fn.count<number>('work_creators.work_id').as('works'),
    ])
    .where('unclaimed_authors.made_by', '=', maker)
    .where('unclaimed_authors.state', '=', 'unclaimed')
    .groupBy([
      'unclaimed_authors.user_id',
      'unclaimed_authors.name',
      'unclaimed_authors.host',
      'unclaimed_authors.made_at',
    ])
    .orderBy('unclaimed_authors.made_at', 'desc')
    .orderBy('unclaimed_authors.user_id')
    .limit(500)
    .execute();
}

/** Titles of what stands under an author, for the page of the claim link. */
export async function listTitles(reader: Reader, user: UserId): Promise<string[]> {
  const rows = await reader
    .selectFrom('work_creators')
    .innerJoin('works', 'works.id', 'work_creators.work_id')
    .select('works.title')
    .where('work_creators.user_id', '=', user)
    .where('works.deleted_at', 'is', null)
    .orderBy('works.title_key')
    .limit(500)
    .execute();
  return rows.map((row) => row.title);
}

/** What came from one account's files comes from another's now. */
export async function moveImports(
  transaction: Transaction,
  from: UserId,
  to: UserId,
): Promise<void> {
  const theirs = transaction.selectFrom('imports').select('digest').where('owner_id', '=', to);
  // A file that they brought themselves before is theirs already.
  await transaction
    .updateTable('imports')
    .set({ owner_id: to })
    .where('owner_id', '=', from)
    .where('digest', 'not in', theirs)
    .execute();
}

/** The work that came from this address: of authors whom archivists made, or of members. */
export async function findFromAddress(
  reader: Reader | Transaction,
  address: string,
  of: 'authors' | 'members',
): Promise<WorkId | null> {
  const found = reader
    .selectFrom('imports')
    .innerJoin('works', 'works.id', 'imports.work_id')
    .leftJoin('unclaimed_authors', 'unclaimed_authors.user_id', 'imports.owner_id')
    .select('imports.work_id')
    .where('imports.source_address', '=', address)
    .where('works.deleted_at', 'is', null)
    .where('unclaimed_authors.user_id', of === 'authors' ? 'is not' : 'is', null)
    .orderBy('imports.brought_at');
  const row = await found.executeTakeFirst();
  return row?.work_id ?? null;
}
