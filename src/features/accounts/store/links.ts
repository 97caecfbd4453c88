// SQL of links that work once, and of the tries that are counted.
import type { Insertable, Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { OneTimeLinksTable } from '../schema.ts';

export type LinkPurpose = OneTimeLinksTable['purpose'];

/** The link, if it is for that, not used and not expired. */
export async function findLink(
  reader: Reader,
  tokenHash: string,
  purpose: LinkPurpose,
  now: Milliseconds,
): Promise<OneTimeLinksTable | null> {
  const row = await reader
    .selectFrom('one_time_links')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ?? null;
}

export async function findLinkOf(
  reader: Reader,
  purpose: LinkPurpose,
  userId: UserId,
): Promise<OneTimeLinksTable | null> {
  const row = await reader
    .selectFrom('one_time_links')
    .selectAll()
    .where('purpose', '=', purpose)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertLink(
  transaction: Transaction,
  link: Insertable<OneTimeLinksTable>,
): Promise<void> {
  await transaction.insertInto('one_time_links').values(link).execute();
}

/** True for the one call that uses the link: of two at once, the other gets false. */
export async function useLink(
  transaction: Transaction,
  tokenHash: string,
  now: Milliseconds,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('one_time_links')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Drops the links of that purpose: a newer one takes their place, or their reason is gone. */
export async function dropLinks(
  transaction: Transaction,
  purpose: LinkPurpose,
  userId: UserId | null,
): Promise<void> {
  await transaction
    .deleteFrom('one_time_links')
    .where('purpose', '=', purpose)
    .where('user_id', userId === null ? 'is' : '=', userId)
    .execute();
}

/** How often the subject was tried since its window began; zero when that has passed. */
export async function readTries(
  reader: Reader,
  subject: string,
  windowBegan: Milliseconds,
): Promise<{ readonly count: number; readonly windowStart: Milliseconds } | null> {
  const row = await reader
    .selectFrom('tries')
    .select(['count', 'window_start as windowStart'])
    .where('subject', '=', subject)
    .where('window_start', '>', windowBegan)
    .executeTakeFirst();
  return row ?? null;
}

/** Counts one more and returns the count: a window that began before `windowBegan` starts anew. */
export async function countTry(
  transaction: Transaction,
  subject: string,
  windowBegan: Milliseconds,
  now: Milliseconds,
): Promise<{ readonly count: number; readonly windowStart: Milliseconds }> {
  return transaction
    .insertInto('tries')
    .values({ subject, window_start: now, count: 1 })
    .onConflict((conflict) =>
      conflict.column('subject').doUpdateSet((old) => ({
        count: old
          .case()
          .when('tries.window_start', '>', windowBegan)
          .then(old('tries.count', '+', 1))
          .else(1)
          .end(),
        window_start: old
          .case()
          .when('tries.window_start', '>', windowBegan)
          .then(old.ref('tries.window_start'))
          .else(now)
          .end(),
      })),
    )
    .returning(['count', 'window_start as windowStart'])
    .executeTakeFirstOrThrow();
}

export async function forgetTries(transaction: Transaction, subject: string): Promise<void> {
  await transaction.deleteFrom('tries').where('subject', '=', subject).execute();
}

/** Takes back one try that turned out to be right. */
export async function uncountTry(transaction: Transaction, subject: string): Promise<void> {
  await transaction
    .updateTable('tries')
    .set((old) => ({ count: old('count', '-', 1) }))
    .where('subject', '=', subject)
    .where('count', '>', 0)
    .execute();
}

export async function deleteTriesBefore(
  transaction: Transaction,
  moment: Milliseconds,
): Promise<void> {
  await transaction.deleteFrom('tries').where('window_start', '<', moment).execute();
}
