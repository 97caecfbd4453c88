// Views of works, counted in memory and written together: a view must cost no write of its own,
// and counters change nothing that anybody waits for.
import { createHash } from 'node:crypto';
import { dayMs } from '../../kit/time/index.ts';
import type { ChapterId, WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Ask } from '../../web/ask.ts';
import { isPageView } from '../../web/page-views.ts';
import { addChapterHits, addCounts } from '../works/index.ts';
import { keptAddressesMax, rememberedViewsMax } from './limits.ts';

export type HitCounter = {
  /** Counts a view of a work: one for each visitor and day (UTC). */
  count(work: WorkId, visitor: string): void;
  /** Counts the view that a page just made for an asker is; `null`: the page shows no work. */
  countPage(ask: Ask, shown: ShownPage | null): void;
  /** Counts a view answered from the guests' cache, by the address that `countPage` has seen. */
  countKept(ask: Ask): void;
  /** Writes what is counted. What cannot be written stays counted for the next time. */
  flush(): Promise<void>;
};

/** What a page shows; chapter null: all of them. */
type ShownPage = { readonly work: WorkId; readonly chapter: ChapterId | null };

/** One for each process; `flush` it now and then and when the process ends. */
export function createHitCounter(parts: Parts): HitCounter {
  let counted = new Map<WorkId, number>();
  let countedChapters = new Map<ChapterId, number>();
  const views = rememberViews(parts);
  const shownAt = new Map<string, ShownPage>();

  const count = (work: WorkId, visitor: string) => {
    if (views.isNew(`${work} ${visitor}`)) add(counted, work, 1);
  };
  const countShown = ({ work, chapter }: ShownPage, visitor: string) => {
    count(work, visitor);
    if (chapter !== null && views.isNew(`${chapter} of ${work} ${visitor}`)) {
      add(countedChapters, chapter, 1);
    }
  };
  return {
    count,
    countPage(ask, shown) {
      const address = addressOf(ask);
      shownAt.delete(address);
      if (shown === null || !isPageView(ask)) return;
      countShown(shown, visitorOf(ask));
      if (shownAt.size >= keptAddressesMax) shownAt.clear();
      shownAt.set(address, shown);
    },
    countKept(ask) {
      const shown = shownAt.get(addressOf(ask));
      if (shown !== undefined && isPageView(ask)) countShown(shown, visitorOf(ask));
    },
    async flush() {
      if (counted.size === 0 && countedChapters.size === 0) return;
      const [works, chapters] = [counted, countedChapters];
      counted = new Map();
      countedChapters = new Map();
      try {
        const at = parts.clock.now();
        await parts.database.write(async (transaction) => {
          await addCounts(transaction, 'hits', works, at);
          await addChapterHits(transaction, chapters);
        });
      } catch (error) {
        for (const [work, times] of works) add(counted, work, times);
        for (const [chapter, times] of chapters) add(countedChapters, chapter, times);
        throw error;
      }
    },
  };
}

function add<Id>(counted: Map<Id, number>, id: Id, times: number): void {
  counted.set(id, (counted.get(id) ?? 0) + times);
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

/** A person, or the browser behind an address. */
function visitorOf({ viewer, clientAddress, request }: Ask): string {
  if (viewer.kind === 'member') return `member ${viewer.userId}`;
  return `${clientAddress} ${request.headers.get('user-agent') ?? ''}`;
}
