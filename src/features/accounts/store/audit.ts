// The audit: who with a role, or which operator's command, did what to whom and why. Written in
// the transaction of the act itself; rows are never changed.
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { AuditTable } from '../schema.ts';

/** One act, as it is written down and read back. */
export type AuditEntry = {
  /** From `parts.ids`. */
  readonly id: number;
  readonly at: Milliseconds;
  /** Null: a command of the operator. */
  readonly actorId: UserId | null;
  /** A verb and its object: `give role`, `hide work`. */
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: number;
  /** In the actor's words; empty where none is asked for. */
  readonly reason?: string;
  /** Never a secret, never a work's text. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Writes one act down, in the transaction that does it. */
export async function writeAudit(transaction: Transaction, entry: AuditEntry): Promise<void> {
  const row: AuditTable = {
    id: entry.id,
    at: entry.at,
    actor_id: entry.actorId,
    act: entry.act,
    subject_kind: entry.subjectKind,
    subject_id: entry.subjectId,
    reason: entry.reason ?? '',
    detail: JSON.stringify(entry.detail ?? {}),
  };
  await transaction.insertInto('audit').values(row).execute();
}

/** What was done to a subject, the newest first, at most `limit`. For moderators' eyes. */
export async function listAudit(
  reader: Reader,
  subjectKind: string,
  subjectId: number,
  limit = 100,
): Promise<AuditEntry[]> {
  const rows = await reader
    .selectFrom('audit')
    .selectAll()
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actorId: row.actor_id,
    act: row.act,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    reason: row.reason,
    detail: JSON.parse(row.detail),
  }));
}

/**
 * Deletes rows from before a time, at most so many, and answers how many. The newest row about a
 * person, work or series stays: it says how that came to stand as it does, and undoing needs it.
 */
export async function deleteOldAudit(
  transaction: Transaction,
  before: Milliseconds,
  most: number,
): Promise<number> {
  const rows = await transaction
    .selectFrom('audit')
    .select('audit.id')
    .where('audit.at', '<', before)
    .where((eb) =>
      eb.or([
        eb('audit.subject_kind', 'not in', standingKinds),
        eb.exists(
          eb
            .selectFrom('audit as newer')
            .select('newer.id')
            .whereRef('newer.subject_kind', '=', 'audit.subject_kind')
            .whereRef('newer.subject_id', '=', 'audit.subject_id')
            .whereRef('newer.at', '>', 'audit.at'),
        ),
      ]),
    )
    .limit(most)
    .execute();
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await transaction.deleteFrom('audit').where('id', 'in', ids).execute();
  return ids.length;
}

const standingKinds = ['user', 'work', 'series', 'pseud'];
