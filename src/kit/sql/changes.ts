// The change log: one row for each change of what others may show, written in the transaction of
// the change, so that every process can follow it and be right after each answer.
import { sql } from 'kysely';
import type { ChangesTable, Milliseconds, Reader, Transaction } from './index.ts';
import { insertRows } from './insert-rows.ts';
import { preparedRead } from './prepared.ts';

/**
 * Writes a change. Call it last in the transaction: it takes the lock that keeps positions in
 * commit order (PostgreSQL; on SQLite there is only one writer), and holds it until the end.
 */
export async function recordChange(
  transaction: Transaction,
  kind: string,
  ids: readonly number[],
  at: Milliseconds,
): Promise<void> {
  if (ids.length === 0) return;
  const head = await lockHead(transaction);
  const rows = ids.map((id, offset) => ({ position: head + 1 + offset, kind, subject_id: id, at }));
  await insertRows(transaction, 'changes', rows);
}

/** The newest position; 0 before the first change. */
export async function headPosition(reader: Reader): Promise<number> {
  const [row] = await readHead(reader);
  return row?.position ?? 0;
}

const readHead = preparedRead((reader) =>
  reader.selectFrom('changes').select('position').orderBy('position', 'desc').limit(1),
);

/** Changes after a position, oldest first, at most `limit`. */
export async function listChanges(
  reader: Reader,
  after: number,
  limit: number,
): Promise<ChangesTable[]> {
  return reader
    .selectFrom('changes')
    .selectAll()
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute();
}

async function lockHead(transaction: Transaction): Promise<number> {
  // The same statement on both: an update of the one counter row is a lock held until commit.
  const result = await sql<{ head: number }>`
    select coalesce(max(position), 0) as head from changes`;
  await sql`update change_lock set taken = taken + 1 where id = 1`.execute(transaction);
  const { rows } = await result.execute(transaction);
  return Number(rows[0]?.head ?? 0);
}
