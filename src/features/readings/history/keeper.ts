// What members open, gathered in memory and written together, as views are: looking at a page costs
// no write of its own, and changes nothing that anybody else could see.
import type { UserId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Ask } from '../../../web/ask.ts';
import { isPageView } from '../../../web/page-views.ts';
import { pendingVisitsMax, visitGapMs } from '../limits.ts';
import { type Opened, writeVisits } from '../store/visits.ts';

export type VisitKeeper = {
  /** Notes that a member has opened a work; nothing is kept of who wants no history. */
  note(ask: Ask, work: WorkId): void;
  /** Writes what is noted. What cannot be written stays noted for the next time. */
  flush(): Promise<void>;
};

/** One for each process; `flush` it now and then, before its history is read, and at the end. */
export function createVisitKeeper({ clock, database }: Parts): VisitKeeper {
  let noted = new Map<string, Opened>();
  const add = (opened: Opened) => {
    const key = `${opened.user} ${opened.work}`;
    const before = noted.get(key);
    if (before === undefined && noted.size >= pendingVisitsMax) return;
    noted.set(key, before === undefined ? opened : joined(before, opened));
  };
  return {
    note(ask, work) {
      if (ask.viewer.kind !== 'member' || ask.readOnly || !isPageView(ask)) return;
      add(openedOnce(ask.viewer.userId, work, clock.now()));
    },
    async flush() {
      if (noted.size === 0) return;
      const taken = noted;
      noted = new Map();
      try {
        await database.write((transaction) => writeVisits(transaction, [...taken.values()]));
      } catch (error) {
        const since = noted;
        noted = taken;
        for (const opened of since.values()) add(opened);
        throw error;
      }
    },
  };
}

function openedOnce(user: UserId, work: WorkId, at: number): Opened {
  return { user, work, firstAt: at, lastAt: at, times: 1 };
}

function joined(before: Opened, later: Opened): Opened {
  const isSame = later.firstAt - before.lastAt < visitGapMs;
  const times = before.times + later.times - (isSame ? 1 : 0);
  return { ...before, lastAt: Math.max(before.lastAt, later.lastAt), times };
}
