// Counted tries. A try is counted before the costly check, so that many at once cannot all
// slip through; one that turns out right is taken back.
import { sign } from '../../kit/ids/index.ts';
import { dayMs, secondMs } from '../../kit/time/index.ts';
import type { Parts } from '../../shared/parts.ts';
import type { TryLimit } from './limits.ts';
import { countTry, deleteTriesBefore, readTries } from './store/links.ts';

/** One subscriber’s part of an address, for whatever counts by address. */
export { subscriberOf } from '../../kit/http/index.ts';

export type Counted = { readonly subject: string; readonly limit: TryLimit };

/** What the table calls a subject: a keyed hash, so that it holds nobody's address. */
export function trySubject(parts: Parts, purpose: string, ...who: readonly string[]): string {
  return sign(parts.secret, ['tries', purpose, ...who].join(':'));
}

/** Counts one try of each; null to go on, or the whole seconds after which to come back. */
export async function takeTries(parts: Parts, wanted: readonly Counted[]): Promise<number | null> {
  const now = parts.clock.now();
  // A subject over its limit costs a read and no write.
  for (const { subject, limit } of wanted) {
    const tries = await readTries(parts.database.read, subject, now - limit.windowMs);
    if (tries !== null && tries.count >= limit.most) {
      return secondsLeft(tries.windowStart, limit, now);
    }
  }
  return parts.database.write(async (transaction) => {
    let wait: number | null = null;
    for (const { subject, limit } of wanted) {
      const tries = await countTry(transaction, subject, now - limit.windowMs, now);
      if (tries.count === 1) await deleteTriesBefore(transaction, now - dayMs);
      if (tries.count > limit.most) {
        wait = Math.max(wait ?? 0, secondsLeft(tries.windowStart, limit, now));
      }
    }
    return wait;
  });
}

function secondsLeft(windowStart: number, limit: TryLimit, now: number): number {
  return Math.max(1, Math.ceil((windowStart + limit.windowMs - now) / secondMs));
}
