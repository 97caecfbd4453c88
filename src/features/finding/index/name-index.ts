// Names of tags as people look for them: by the whole name, by how it begins, and by how any word
// of it begins. Keys are look keys, so that accents and letter case do not matter.
import type { TagId } from '../../../shared/ids.ts';

// New tags wait unsorted up to this many: each question looks at all of them.
const waitingMax = 512;

/**
 * Holds no name itself: an entry is a tag and the place in its key where a word begins, sorted by
 * the rest of the key from there on. Some 10 bytes a word.
 */
export class NameIndex {
  readonly #keyOf: (id: TagId) => string;
  #sorted: Entries = { ids: new Float64Array(), places: new Uint16Array() };
  #waiting: TagId[] = [];
  #isStale = false;

  /** `keyOf` answers for every tag that is put. */
  constructor(keyOf: (id: TagId) => string) {
    this.#keyOf = keyOf;
  }

  /** Takes a tag that is not here yet. */
  add(id: TagId): void {
    this.#waiting.push(id);
  }

  /** A tag's key has changed: everything is sorted anew at the next question. */
  renamed(): void {
    this.#isStale = true;
  }

  /** Every tag of that look key, of any type. */
  named(key: string): TagId[] {
    this.#settle();
    const found = this.#waiting.filter((id) => this.#keyOf(id) === key);
    for (let at = this.#below(key); at < this.#sorted.ids.length; at++) {
      if (this.#rest(at) !== key) break;
      if (this.#sorted.places[at] === 0) found.push(this.#sorted.ids[at] as TagId);
    }
    return found;
  }

  /** Tags of which the name, or a word in it, begins so; each once. */
  beginning(start: string): Set<TagId> {
    if (start === '') return new Set();
    this.#settle();
    // No key holds the last sign of all, so whatever begins so is below it.
    const [from, to] = [this.#below(start), this.#below(`${start}\uffff`)];
    const found = new Set(this.#sorted.ids.subarray(from, to) as Iterable<number>) as Set<TagId>;
    for (const id of this.#waiting) if (beginsSo(this.#keyOf(id), start)) found.add(id);
    return found;
  }

  /** How many entries are below the key. */
  #below(key: string): number {
    let low = 0;
    let high = this.#sorted.ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#rest(middle) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #rest(at: number): string {
    return this.#keyOf(this.#sorted.ids[at] as TagId).slice(this.#sorted.places[at]);
  }

  #settle(): void {
    if (this.#isStale) {
      this.#waiting = [...new Set([...this.#sorted.ids, ...this.#waiting])] as TagId[];
      this.#sorted = { ids: new Float64Array(), places: new Uint16Array() };
      this.#isStale = false;
    } else if (this.#waiting.length <= waitingMax) return;
    this.#merge();
  }

  #merge(): void {
    const added = this.#waiting.flatMap((id) => {
      const key = this.#keyOf(id);
      return [...wordPlaces(key)].map((place) => ({ id, place, rest: key.slice(place) }));
    });
    // By code unit, like `startsWith`: a locale's order would part what begins alike.
    added.sort((a, b) => (a.rest < b.rest ? -1 : a.rest > b.rest ? 1 : 0));
    const size = this.#sorted.ids.length + added.length;
    const merged = { ids: new Float64Array(size), places: new Uint16Array(size) };
    for (let to = 0, old = 0, fresh = 0; to < size; to++) {
      const next = added[fresh];
      const takesOld =
        next === undefined || (old < this.#sorted.ids.length && this.#rest(old) <= next.rest);
      merged.ids[to] = takesOld ? (this.#sorted.ids[old] as number) : next.id;
      merged.places[to] = takesOld ? (this.#sorted.places[old] as number) : next.place;
      if (takesOld) old += 1;
      else fresh += 1;
    }
    this.#sorted = merged;
    this.#waiting = [];
  }
}

type Entries = { readonly ids: Float64Array; readonly places: Uint16Array };

/** Whether the name, or a word in it, begins so. */
export function beginsSo(lookKey: string, start: string): boolean {
  for (const place of wordPlaces(lookKey)) if (lookKey.startsWith(start, place)) return true;
  return false;
}

/** Where words begin; in scripts that write without spaces, each character. */
function* wordPlaces(key: string): Generator<number> {
  for (const { index } of key.matchAll(wordStarts)) yield index;
}

const unspaced = '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmr}';
const wordStarts = new RegExp(`(?<=^| )\\S|[${unspaced}]`, 'gu');
