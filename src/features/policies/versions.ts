// What the archive's pages about itself have said, each version kept.
import type { Transaction } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';
import { findVersion, insertVersion, newestVersion } from './store.ts';

export type NewVersion = {
  readonly page: string;
  /** What the page says now. */
  readonly before: string;
  /** What it will say. */
  readonly source: string;
  readonly by: UserId;
  readonly at: number;
};

/** Keeps what a page will say as its next version, in the transaction that changes it. */
export async function keepVersion(
  transaction: Transaction,
  { page, before, source, by, at }: NewVersion,
): Promise<void> {
  const newest = await newestVersion(transaction, page);
  const last = newest === 0 ? before : (await findVersion(transaction, page, newest))?.source;
  if (last === source) return;
  if (newest === 0) {
    const first = { page, version: 1, source: before, made_at: 0, made_by: null };
    await insertVersion(transaction, first);
  }
  const version = Math.max(newest, 1) + 1;
  await insertVersion(transaction, { page, version, source, made_at: at, made_by: by });
}
