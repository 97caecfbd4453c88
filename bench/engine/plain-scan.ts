// Works out answers from the packed cells alone, work by work, knowing nothing of the engine: what
// its answers are compared with at sizes where a scan of objects could not be held.
import type { Answer, FacetEntry } from '../../src/engine/index.ts';
import { type Asked, type Part, pageSize, placesOf } from './fixed-mix.ts';
import {
  facetGroups,
  none,
  type PackedArchive,
  shape,
  termIdAt,
  termPlaceOf,
  titleAt,
  workIdAt,
} from './packed-archive.ts';

/** `ids` is null where sorting so many by title would take longer than it is worth. */
export type Expected = Pick<Answer, 'total' | 'facets'> & { readonly ids: number[] | null };

const titlesSortedMost = 500_000;

type Columns = ReturnType<typeof columnsOf>;
type Test = (place: number) => boolean;

/** A scan over one archive, held in memory: some 100 bytes a work. */
export class PlainScan {
  readonly #works: number;
  readonly #columns: Columns;
  readonly #canonical: Uint32Array;
  // By term: a bit for each of the question's clauses that finds it.
  readonly #marks: Uint32Array;
  #marked: number[] = [];
  #below: Map<number, number[]> | null = null;
  #synonyms: Map<number, number[]> | null = null;

  constructor(archive: PackedArchive) {
    this.#works = archive.works;
    this.#columns = columnsOf(archive);
    const synonyms = this.#columns.synonyms;
    this.#canonical = synonyms.map((target, term) => (target === none ? term : target));
    this.#marks = new Uint32Array(synonyms.length);
  }

  total(asked: Asked): number {
    return this.#found(asked).length;
  }

  answer(asked: Asked): Expected {
    const found = this.#found(asked);
    return { total: found.length, facets: this.#facets(found), ids: this.#page(found, asked) };
  }

  #found(asked: Asked): Uint32Array {
    const tests = asked.parts.map((part, at) => this.#testOf(part, at));
    const { audience } = this.#columns;
    const found = new Uint32Array(this.#works);
    let size = 0;
    for (let place = 0; place < this.#works; place++) {
      if ((audience[place]! & asked.audience) === 0) continue;
      if (tests.every((test) => test(place))) found[size++] = place;
    }
    for (const term of this.#marked) this.#marks[term] = 0;
    this.#marked = [];
    return found.subarray(0, size);
  }

  #testOf(part: Part, bit: number): Test {
    switch (part.kind) {
      case 'term':
        return this.#bears([part.term], bit);
      case 'not': {
        const test = this.#testOf(part.of, bit);
        return (place) => !test(place);
      }
      case 'anyTerm':
        return this.#bears(part.terms, bit);
      case 'range': {
        const { min = -Infinity, max = Infinity } = part;
        const valueAt = this.#valueAt(part.column);
        return (place) => valueAt(place) >= min && valueAt(place) <= max;
      }
      case 'sample': {
        const inside = new Uint8Array(this.#works);
        for (const place of placesOf(part, this.#works)) inside[place] = 1;
        return (place) => inside[place] === 1;
      }
    }
  }

  #bears(ids: readonly number[], bit: number): Test {
    for (const term of this.#closure(ids.map(termPlaceOf))) {
      this.#marks[term]! |= 1 << bit;
      this.#marked.push(term);
    }
    const { starts, uses } = this.#columns;
    return (place) => {
      for (let use = starts[place]!; use < starts[place + 1]!; use++) {
        if ((this.#marks[uses[use]!]! >>> bit) & 1) return true;
      }
      return false;
    };
  }

  #closure(terms: readonly number[]): Set<number> {
    const { synonyms, metatags } = this.#columns;
    this.#synonyms ??= reversed(synonyms);
    this.#below ??= reversed(metatags);
    const found = new Set(terms.map((term) => this.#canonical[term]!));
    for (const term of found) {
      for (const each of this.#synonyms.get(term) ?? []) found.add(each);
      for (const each of this.#below.get(term) ?? []) found.add(each);
    }
    return found;
  }

  #facets(found: Uint32Array): Answer['facets'] {
    const { starts, uses, groups } = this.#columns;
    const counts = new Uint32Array(groups.length);
    const seenBy = new Uint32Array(groups.length).fill(none);
    for (const place of found) {
      for (let use = starts[place]!; use < starts[place + 1]!; use++) {
        const term = this.#canonical[uses[use]!]!;
        if (seenBy[term] === place) continue;
        seenBy[term] = place;
        counts[term]! += 1;
      }
    }
    const lists = new Map(facetGroups.map((group): [string, FacetEntry[]] => [group, []]));
    for (let term = 0; term < counts.length; term++) {
      const list = counts[term] === 0 ? undefined : lists.get(shape.groups[groups[term]!]!);
      if (list === undefined) continue;
      const last = list.at(-1);
      const count = counts[term]!;
      if (list.length === 10 && last !== undefined && count < last.count) continue;
      list.push({ id: termIdAt(term), count });
      list.sort((a, b) => b.count - a.count || a.id - b.id);
      list.length = Math.min(list.length, 10);
    }
    return Object.fromEntries(lists);
  }

  #page(found: Uint32Array, asked: Asked): number[] | null {
    const from = (asked.page - 1) * pageSize;
    const to = Math.min(found.length, from + pageSize);
    if (from >= to) return [];
    if ('text' in asked.sort) {
      if (found.length > titlesSortedMost) return null;
      const titles = Array.from(found, (place) => [titleAt(place), workIdAt(place)] as const);
      titles.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x - y));
      return titles.slice(from, to).map(([, id]) => id);
    }
    if (!('column' in asked.sort)) throw new Error('the mix has no random order');
    // The mix sorts numbers downwards only. Values decide which works compete for the page.
    const valueAt = this.#valueAt(asked.sort.column);
    const values = Float64Array.from(found, (place) => -valueAt(place)).sort();
    const [low, high] = [values[from]!, values[to - 1]!];
    const rivals: { value: number; id: number }[] = [];
    for (const place of found) {
      const value = -valueAt(place);
      if (value >= low && value <= high) rivals.push({ value, id: workIdAt(place) });
    }
    rivals.sort((a, b) => a.value - b.value || b.id - a.id);
    const before = firstAt(values, low);
    return rivals.slice(from - before, to - before).map(({ id }) => id);
  }

  #valueAt(column: string): (place: number) => number {
    const { words, updated, kudos, hits } = this.#columns;
    if (column === 'updated') return (place) => updated[place]! * 1000;
    const cells = { words, kudos, hits }[column];
    if (cells === undefined) throw new Error(`the mix has no column ${column}`);
    return (place) => cells[place]!;
  }
}

function columnsOf(archive: PackedArchive) {
  return {
    starts: archive.column('starts'),
    uses: archive.column('uses'),
    audience: archive.column('audience'),
    words: archive.column('words'),
    updated: archive.column('updated'),
    kudos: archive.column('kudos'),
    hits: archive.column('hits'),
    groups: archive.column('term-group'),
    synonyms: archive.column('term-synonym'),
    metatags: archive.column('term-metatag'),
  };
}

function reversed(edges: Uint32Array): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (let from = 0; from < edges.length; from++) {
    if (edges[from] === none) continue;
    const ends = found.get(edges[from]!);
    if (ends === undefined) found.set(edges[from]!, [from]);
    else ends.push(from);
  }
  return found;
}

function firstAt(values: Float64Array, wanted: number): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (values[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}
