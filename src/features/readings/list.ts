// A member's own list: what they have opened and what they have marked, with the filters of works.
import type { Reader } from '../../kit/sql/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import type { Member } from '../../shared/viewer.ts';
import type { ListItems, ListScope } from '../finding/index.ts';
import type { Visit } from './history/visit.ts';
import { readingIndex, readingItem, readingsWords } from './pages/reading-item.ts';
import { type ReadingState, readingStates } from './reading.ts';
import { listVisits } from './store/visits.ts';
import { listMarks } from './store.ts';

/** Which part of the list: all of it, what stands in the history, or what is marked so. */
export const readingParts = ['all', 'opened', ...readingStates] as const;
export type ReadingPart = (typeof readingParts)[number];

/** A work of the list; at least one of the two says why. */
export type ReadingEntry = {
  readonly work: WorkId;
  /** When it was opened or marked, whichever came last. */
  readonly at: number;
  readonly visit: Visit | null;
  readonly state: ReadingState | null;
};

/** What the address says; anything else is all of it. */
export function readPart(word: string | null): ReadingPart {
  return readingParts.find((part) => part === word) ?? 'all';
}

/** In no order; works that the member does not see now are among them. */
export async function listEntries(reader: Reader, member: Member): Promise<ReadingEntry[]> {
  const [visits, marks] = await Promise.all([
    listVisits(reader, member),
    listMarks(reader, member),
  ]);
  const entries = new Map<WorkId, ReadingEntry>();
  for (const visit of visits) {
    entries.set(visit.work, { work: visit.work, at: visit.lastAt, visit, state: null });
  }
  for (const { work, state, at } of marks) {
    const visit = entries.get(work)?.visit ?? null;
    entries.set(work, { work, at: Math.max(at, visit?.lastAt ?? 0), visit, state });
  }
  return [...entries.values()];
}

/** Whether an entry belongs to a part of the list. */
export function isIn(part: ReadingPart, { visit, state }: ReadingEntry): boolean {
  if (part === 'all') return true;
  return part === 'opened' ? visit !== null : state === part;
}

/** What finding takes of it: the last opened or marked first, and nothing kept out by tastes. */
export function listOfEntries(
  entries: readonly ReadingEntry[],
  beside: { readonly login: string; readonly formToken: string; readonly back: string },
): { readonly scope: ListScope; readonly items: ListItems } {
  const byWork = new Map(entries.map((entry) => [entry.work, entry]));
  return {
    scope: scopeOfEntries(entries),
    items: {
      words: readingsWords,
      whole: null,
      found: (blurbs, under) => {
        const items = blurbs.flatMap((blurb) => {
          const entry = byWork.get(blurb.id);
          return entry === undefined ? [] : [readingItem(blurb, entry, under(blurb), beside)];
        });
        return Promise.resolve(readingIndex(items));
      },
    },
  };
}

/** The works of the list and when each was opened or marked: their own order. */
export function scopeOfEntries(entries: readonly ReadingEntry[]): ListScope {
  const order = new Map(entries.map(({ work, at }) => [work, at]));
  return { works: new Set(order.keys()), order, own: true };
}
