// Names of tags as people look for them: by the whole name, by how it begins, and by how any word
// of it begins. Keys are look keys, so that accents and letter case do not matter.
import type { TagId } from '../../../shared/ids.ts';

export type NameIndex = {
  /** Puts or renames a tag. */
  put(id: TagId, lookKey: string): void;
  /** Every tag of that look key, of any type. */
  named(lookKey: string): readonly TagId[];
  /** Tags of which the name, or a word in it, begins so; in the order of what begins so. */
  beginning(start: string): Set<TagId>;
};

type Entry = { readonly key: string; readonly id: TagId };

// New tags wait unsorted up to this many: each question looks at all of them.
const waitingMax = 512;

export function createNameIndex(): NameIndex {
  const keys = new Map<TagId, string>();
  const byKey = new Map<string, TagId[]>();
  // One entry for each word of each name: the rest of the name from that word on.
  let sorted: Entry[] = [];
  let waiting: Entry[] = [];

  const sort = () => {
    sorted = [...sorted, ...waiting].sort((a, b) => compare(a.key, b.key));
    waiting = [];
  };

  const forget = (id: TagId, key: string) => {
    const others = (byKey.get(key) ?? []).filter((other) => other !== id);
    if (others.length === 0) byKey.delete(key);
    else byKey.set(key, others);
    sorted = sorted.filter((entry) => entry.id !== id);
    waiting = waiting.filter((entry) => entry.id !== id);
  };

  return {
    put(id, key) {
      const known = keys.get(id);
      if (known === key) return;
      if (known !== undefined) forget(id, known);
      keys.set(id, key);
      byKey.set(key, [...(byKey.get(key) ?? []), id]);
      for (const rest of fromEachWord(key)) waiting.push({ key: rest, id });
    },
    named: (key) => byKey.get(key) ?? [],
    beginning(start) {
      const found = new Set<TagId>();
      if (start === '') return found;
      if (waiting.length > waitingMax) sort();
      for (let at = firstNotBelow(sorted, start); sorted[at]?.key.startsWith(start); at++) {
        found.add((sorted[at] as Entry).id);
      }
      for (const entry of waiting) if (entry.key.startsWith(start)) found.add(entry.id);
      return found;
    },
  };
}

/** Whether the name, or a word in it, begins so. */
export function beginsSo(lookKey: string, start: string): boolean {
  return fromEachWord(lookKey).some((rest) => rest.startsWith(start));
}

/** From each word on; in scripts that write without spaces, from each character on. */
function* fromEachWord(key: string): Generator<string, undefined> {
  for (const { index } of key.matchAll(wordStarts)) yield key.slice(index);
}

const unspaced = '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmr}';
const wordStarts = new RegExp(`(?<=^| )\\S|[${unspaced}]`, 'gu');

function firstNotBelow(entries: readonly Entry[], key: string): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare((entries[middle] as Entry).key, key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

// By code unit, like `startsWith`: a locale's order would part what begins alike.
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
