import type { Flag, Milliseconds, Reader, Transaction } from '../sql/index.ts';

/** Mail on its way, as migration 0023 makes it. */
export interface QueuedMailTable {
  id: number;
  mail_key: string;
  /** The key is kept for a while after the mail was sent. */
  keeps_key: Flag;
  /** JSON of the message, or of null; empty once it was sent. */
  message: string;
  queued_at: Milliseconds;
  sent_at: Milliseconds | null;
}

/** False when a mail of that key was queued before. */
export async function insertMail(transaction: Transaction, row: QueuedMailTable): Promise<boolean> {
  const added = await transaction
    .insertInto('queued_mail')
    .values(row)
    .onConflict((conflict) => conflict.column('mail_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** What was queued and not sent yet. */
export async function findWaiting(reader: Reader, id: number) {
  const row = await reader
    .selectFrom('queued_mail')
    .select(['message', 'queued_at'])
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Forgets what was said and to whom, and keys from before `keysBefore`. */
export async function endMail(
  transaction: Transaction,
  id: number,
  now: Milliseconds,
  keysBefore: Milliseconds,
): Promise<void> {
  await transaction
    .updateTable('queued_mail')
    .set({ message: '', sent_at: now })
    .where('id', '=', id)
    .execute();
  await transaction
    .deleteFrom('queued_mail')
    .where((eb) =>
      eb.or([eb.and([eb('id', '=', id), eb('keeps_key', '=', 0)]), eb('sent_at', '<', keysBefore)]),
    )
    .execute();
}
