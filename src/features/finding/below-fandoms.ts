// Which tags are at home in the fandoms that somebody has chosen.
import type { TagId } from '../../shared/ids.ts';
import type { EdgeSet } from './index/edges.ts';
import type { KnownTags } from './index/known-tags.ts';

/** A set of places of tags, a bit for each. */
export type PlaceSet = { has(place: number): boolean };

/**
 * Children of the fandoms, of those below and above them, and relationships of those children:
 * a relationship is in the fandoms of its characters. Null: there are no such fandoms.
 */
export function belowFandoms(tags: KnownTags, fandoms: readonly TagId[]): PlaceSet | null {
  const places = fandoms.map((id) => tags.byId.placeOf(id)).filter((place) => place >= 0);
  if (places.length === 0) return null;
  const bits = new Uint32Array(Math.ceil(tags.byId.end / 32));
  const add = (place: number) => {
    bits[place >>> 5]! |= 1 << (place & 31);
  };
  for (const fandom of family(tags.metatagEdges, places)) {
    for (const child of tags.parentEdges.below(fandom)) {
      add(child);
      for (const grandchild of tags.parentEdges.below(child)) add(grandchild);
    }
  }
  return { has: (place) => (bits[place >>> 5]! & (1 << (place & 31))) !== 0 };
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
