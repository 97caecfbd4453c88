// Which tags are at home in the fandoms that somebody has chosen.
import type { TagId } from '../../shared/ids.ts';
import type { EdgeSet } from './index/edges.ts';
import type { KnownTags } from './index/known-tags.ts';
import { latelyMost } from './index/tag-table.ts';

/** Tags by their places. */
export type NearTags = {
  has(place: number): boolean;
  /** Places of names that mean one of them: their own and those of their synonyms. */
  readonly names: Uint32Array;
  /** How many names had been put when these were gathered: later ones may be missing. */
  readonly puts: number;
};

/**
 * Children of the fandoms, of those below and above them, and relationships of those children:
 * a relationship is in the fandoms of its characters. Null: there are no such fandoms. Kept while
 * no edge changes: of a large fandom it takes some milliseconds.
 */
export function belowFandoms(tags: KnownTags, fandoms: readonly TagId[]): NearTags | null {
  const places = fandoms.map((id) => tags.byId.placeOf(id)).filter((place) => place >= 0);
  if (places.length === 0) return null;
  const kept = keptFor(tags);
  const name = places.toSorted((a, b) => a - b).join();
  const known = kept.sets.get(name);
  if (known !== undefined && tags.byId.puts - known.puts <= latelyMost) return known;
  if (kept.sets.size >= setsMost) kept.sets.clear();
  const gathered = gather(tags, places);
  kept.sets.set(name, gathered);
  return gathered;
}

type Kept = {
  readonly parents: number;
  readonly metatags: number;
  readonly sets: Map<string, NearTags>;
};

// A bit for each tag, and four bytes for each name that is near.
const setsMost = 16;
const keptByTags = new WeakMap<KnownTags, Kept>();

/** Those of the edges as they are now. */
function keptFor(tags: KnownTags): Kept {
  const [parents, metatags] = [tags.parentEdges.version, tags.metatagEdges.version];
  const known = keptByTags.get(tags);
  if (known?.parents === parents && known.metatags === metatags) return known;
  const kept = { parents, metatags, sets: new Map() };
  keptByTags.set(tags, kept);
  return kept;
}

function gather(tags: KnownTags, fandoms: readonly number[]): NearTags {
  const { byId } = tags;
  const bits = new Uint32Array(Math.ceil(byId.end / 32));
  const add = (place: number) => {
    bits[place >>> 5]! |= 1 << (place & 31);
  };
  for (const fandom of family(tags.metatagEdges, fandoms)) {
    for (const child of tags.parentEdges.below(fandom)) {
      add(child);
      for (const grandchild of tags.parentEdges.below(child)) add(grandchild);
    }
  }
  const has = (place: number) => (bits[place >>> 5]! & (1 << (place & 31))) !== 0;
  const names: number[] = [];
  for (let place = 0; place < byId.end; place++) {
    const meant = byId.meantAt(place);
    if (meant >= 0 && has(meant)) names.push(place);
  }
  return { has, names: Uint32Array.from(names), puts: byId.puts };
}

/** The places, all above them and all below them. */
function family(metatags: EdgeSet, places: readonly number[]): Set<number> {
  const above = reached(places, (place) => metatags.above(place));
  return new Set([...above, ...reached(places, (place) => metatags.below(place))]);
}

function reached(from: readonly number[], next: (place: number) => number[]): Set<number> {
  const found = new Set(from);
  for (const place of found) for (const other of next(place)) found.add(other);
  return found;
}
