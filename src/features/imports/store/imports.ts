// All SQL of imports: what was brought, what waits for a yes, what waits for a moderator.
import type { Insertable, Reader, Transaction } from '../../../kit/sql/index.ts';
import { parseId, type UserId, type WorkId } from '../../../shared/ids.ts';
import type { HoldRulesTable, ImportsTable } from '../schema.ts';

/**
 * The work that the owner has of this file or of this address, or that was taken out of here;
 * deleted ones do not count. Null: none.
 */
export async function findBrought(
  reader: Reader | Transaction,
  owner: UserId,
  digest: string,
  address: string | null,
): Promise<WorkId | null> {
  const row = await reader
    .selectFrom('imports')
    .innerJoin('works', 'works.id', 'imports.work_id')
    .select('imports.work_id')
    .where('imports.owner_id', '=', owner)
    .where('works.deleted_at', 'is', null)
    .where((eb) =>
      address === null
        ? eb('imports.digest', '=', digest)
        : eb.or([eb('imports.digest', '=', digest), eb('imports.source_address', '=', address)]),
    )
    .orderBy('imports.brought_at')
    .executeTakeFirst();
  return row?.work_id ?? (await findTakenOut(reader, owner, address));
}

/** Works that are there, by where they came from; of several the first. */
export async function listBySources(
  reader: Reader,
  sources: readonly string[],
): Promise<Map<string, WorkId>> {
  if (sources.length === 0) return new Map();
  const rows = await reader
    .selectFrom('imports')
    .innerJoin('works', 'works.id', 'imports.work_id')
    .select(['imports.source_address as source', 'imports.work_id as work'])
    .where('imports.source_address', 'in', sources)
    .where('works.deleted_at', 'is', null)
    .orderBy('imports.brought_at', 'desc')
    .execute();
  return new Map(rows.flatMap(({ source, work }) => (source === null ? [] : [[source, work]])));
}

// Ids are drawn from 2^53: that another archive's work has the number of one of the owner's own
// does not happen.
async function findTakenOut(
  reader: Reader | Transaction,
  owner: UserId,
  address: string | null,
): Promise<WorkId | null> {
  const id = parseId<WorkId>(/\/works\/(\d+)$/.exec(address ?? '')?.[1]);
  if (id === null) return null;
  const row = await reader
    .selectFrom('work_creators')
    .innerJoin('works', 'works.id', 'work_creators.work_id')
    .select('work_id')
    .where('work_creators.work_id', '=', id)
    .where('work_creators.user_id', '=', owner)
    .where('works.deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.work_id ?? null;
}

export async function insertImport(
  transaction: Transaction,
  row: Insertable<ImportsTable>,
): Promise<void> {
  // The same file again, after its work was deleted.
  await transaction
    .deleteFrom('imports')
    .where('owner_id', '=', row.owner_id)
    .where('digest', '=', row.digest)
    .execute();
  await transaction.insertInto('imports').values(row).execute();
}

export async function readHoldRules(reader: Reader) {
  const rows = await reader
    .selectFrom('hold_rules')
    .select(['kind', 'rule_key', 'said'])
    .orderBy('said')
    .execute();
  return rows.map(({ kind, rule_key, said }) => ({ kind, key: rule_key, said }));
}

export async function replaceHoldRules(
  transaction: Transaction,
  rules: readonly Insertable<HoldRulesTable>[],
): Promise<void> {
  await transaction.deleteFrom('hold_rules').execute();
  for (const rule of rules) await transaction.insertInto('hold_rules').values(rule).execute();
}
