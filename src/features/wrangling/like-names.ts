// Names that are spelt like another: the same but for accents, slips of the fingers, an ending.
import { nextTurn } from '../../kit/time/index.ts';
import type { TagId } from '../../shared/ids.ts';
import { lookKey } from '../../text/index.ts';
import type { WorksIndex } from '../finding/index.ts';
import type { Tag } from '../tags/index.ts';

// A word that is in everything is near everything: so many are looked at.
const candidatesMax = 2000;
// Shared pairs of letters among all: below this, names have words in common and no more.
const likeness = 0.6;

/** Tags of the same type whose names are spelt like this one's, the likeliest first. */
export async function likeNames(index: WorksIndex, tag: Tag, limit: number): Promise<TagId[]> {
  const own = lookKey(tag.name);
  // What stands in a parenthesis at the end only tells namesakes apart.
  const bare = lookKey(tag.name.replace(/\s+\([^)]*\)$/u, ''));
  const keys = new Set([own, bare, singular(bare)]);
  const near = new Set<TagId>();
  for (const key of keys) {
    // Some milliseconds each, for which requests wait.
    await nextTurn();
    for (const id of index.names.near(key, true)) near.add(id);
  }
  const pairs = pairsOf(bare);
  const found: { id: TagId; like: number }[] = [];
  let looked = 0;
  for (const id of near) {
    if (++looked > candidatesMax) break;
    const known = id === tag.id ? undefined : index.tags.get(id);
    if (known === undefined || known.type !== tag.type) continue;
    const other = known.lookKey.replace(/ \([^)]*\)$/u, '');
    // Of a name half as long again not enough pairs can be shared.
    const [shorter, longer] = [bare.length, other.length].sort((a, b) => a - b) as [number, number];
    if (shorter + 1 < (likeness / (2 - likeness)) * (longer + 1)) continue;
    const like = likenessOf(pairs, pairsOf(other));
    if (like >= likeness) found.push({ id, like });
  }
  return found
    .sort((a, b) => b.like - a.like || a.id - b.id)
    .slice(0, limit)
    .map(({ id }) => id);
}

/** Words without the endings of several; what is cut short is near all that it may go on to. */
function singular(key: string): string {
  return key
    .split(' ')
    .map((word) => (word.length < 4 ? word : word.replace(/ies$/, 'y').replace(/e?s$/, '')))
    .join(' ');
}

/** Every two letters that stand side by side, each as often as it does. */
function pairsOf(key: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  const letters = [...` ${key} `];
  for (let at = 1; at < letters.length; at++) {
    const pair = `${letters[at - 1]}${letters[at]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** From 0 (nothing in common) to 1 (the same pairs): Dice's measure. */
function likenessOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const [pair, times] of a) {
    shared += Math.min(times, b.get(pair) ?? 0);
    all += times;
  }
  for (const times of b.values()) all += times;
  return (2 * shared) / all;
}
