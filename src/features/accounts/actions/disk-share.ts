// What a person keeps beside the works themselves (revisions, autosaves, files) has a bound, so
// that nobody fills the host's disk by oversight.
import { Refused } from '../../../kit/http/index.ts';
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { text } from '../messages.ts';
import { addDiskUse, readDiskUse } from '../store/disk-shares.ts';

const megabyte = 1_000_000;

/**
 * Counts what a person is about to keep, in the transaction that keeps it. Throws
 * Refused 413 of the type `share-full` when that is more than their share.
 */
export async function takeDiskShare(
  transaction: Transaction,
  settings: Parts['settings'],
  user: UserId,
  bytes: number,
): Promise<void> {
  if (bytes <= 0) return countDiskUse(transaction, user, bytes);
  const used = await addDiskUse(transaction, user, bytes);
  const most = settings.diskShare;
  if (most === 0 || used <= most * megabyte) return;
  throw new Refused(413, { type: 'share-full', detail: text.shareFull({ most }) });
}

/** Counts without refusing: what is given back, and what others' acts keep for a person. */
export async function countDiskUse(
  transaction: Transaction,
  user: UserId,
  bytes: number,
): Promise<void> {
  if (bytes !== 0) await addDiskUse(transaction, user, bytes);
}

/** What a person uses and may use, in bytes; no limit: null. */
export async function readDiskShare(
  reader: Reader,
  settings: Parts['settings'],
  user: UserId,
): Promise<{ readonly used: number; readonly most: number | null }> {
  const used = await readDiskUse(reader, user);
  return { used, most: settings.diskShare === 0 ? null : settings.diskShare * megabyte };
}
