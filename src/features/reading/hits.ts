// Views of works, counted in memory and written together: a view must cost no write of its own,
// and counters change nothing that anybody waits for.
import { createHash } from 'node:crypto';
import { dayMs } from '../../kit/time/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Ask } from '../../web/ask.ts';
import { addCounts } from '../works/index.ts';
import { keptAddressesMax, rememberedViewsMax } from './limits.ts';

export type HitCounter = {
  /** Counts a view of a work: one for each visitor and day (UTC). */
  count(work: WorkId, visitor: string): void;
  /** Counts the view that a page just made for an asker is; `null`: the page shows no work. */
  countPage(ask: Ask, work: WorkId | null): void;
  /** Counts a view answered from the guests' cache, by the address that `countPage` has seen. */
  countKept(ask: Ask): void;
  /** Writes what is counted. What cannot be written stays counted for the next time. */
  flush(): Promise<void>;
};

/** One for each process; `flush` it now and then and when the process ends. */
export function createHitCounter(parts: Parts): HitCounter {
  let counted = new Map<WorkId, number>();
  const views = rememberViews(parts);
  const shownAt = new Map<string, WorkId>();

  const count = (work: WorkId, visitor: string) => {
    if (views.isNew(`${work} ${visitor}`)) add(counted, work, 1);
  };
  return {
    count,
    countPage(ask, work) {
      const address = addressOf(ask);
      shownAt.delete(address);
      if (work === null || !isView(ask)) return;
      count(work, visitorOf(ask));
      if (shownAt.size >= keptAddressesMax) shownAt.clear();
      shownAt.set(address, work);
    },
    countKept(ask) {
      const work = shownAt.get(addressOf(ask));
      if (work !== undefined && isView(ask)) count(work, visitorOf(ask));
    },
    async flush() {
      if (counted.size === 0) return;
      const written = counted;
      counted = new Map();
      try {
        const at = parts.clock.now();
        await parts.database.write((transaction) => addCounts(transaction, 'hits', written, at));
      } catch (error) {
        for (const [work, times] of written) add(counted, work, times);
        throw error;
      }
    },
  };
}

function add(counted: Map<WorkId, number>, work: WorkId, times: number): void {
  counted.set(work, (counted.get(work) ?? 0) + times);
}

/**
 * Which views of today are known, as short hashes under a salt that nobody keeps: what is in
 * memory cannot be turned back into addresses of people, and is gone tomorrow.
 */
function rememberViews({ clock, random }: Parts) {
  let day = -1;
  let salt: Uint8Array = new Uint8Array();
  const known = new Set<string>();
  return {
    isNew(view: string): boolean {
      const today = Math.floor(clock.now() / dayMs);
      if (today !== day) {
        day = today;
        salt = random.bytes(16);
        known.clear();
      }
      // Twelve letters are 72 bits: no two views of a day are taken for one.
      const hash = createHash('sha256').update(salt).update(view).digest('base64').slice(0, 12);
      if (known.has(hash)) return false;
      if (known.size >= rememberedViewsMax) known.clear();
      known.add(hash);
      return true;
    },
  };
}

function addressOf(ask: Ask): string {
  return `${ask.path}${ask.url.search}`;
}

/** A page that a browser fetches ahead of a click is not seen by anybody yet. */
function isView({ method, request }: Ask): boolean {
  return method === 'GET' && !/prefetch/.test(request.headers.get('sec-purpose') ?? '');
}

/** A person, or the browser behind an address. */
function visitorOf({ viewer, clientAddress, request }: Ask): string {
  if (viewer.kind === 'member') return `member ${viewer.userId}`;
  return `${clientAddress} ${request.headers.get('user-agent') ?? ''}`;
}
