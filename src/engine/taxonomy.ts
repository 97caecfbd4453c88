// What a term means: its group, what it is a synonym of, which metatags stand above it. Knows no
// document. Everything here speaks of dense inside numbers; `numberOf` and `idOf` cross over.
//
// The order in which terms arrive does not matter: an edge counts while both its ends are put and
// rests otherwise. Metatag edges are read between canonicals, so an edge at a synonym is its
// canonical's. Cycles are harmless: of synonyms that point in a circle the one with the least id
// is the canonical; of metatags that do, each is found under each.
import { grown } from './growth.ts';
import { IdTable, requireId } from './id-table.ts';

/** A term as it is put. Edges name ids, which need not be put yet. */
export type Term = {
  readonly id: number;
  readonly group: string;
  readonly synonymOf: number | null;
  readonly metatags: readonly number[];
  /** False: found by filters, never listed among facets. True when absent. */
  readonly counted?: boolean;
};

/** Which canonicals a change of the taxonomy touched; each list holds both before and after. */
export type TaxonomyChange = {
  /** Their own set of synonyms may have changed, so what documents count under them. */
  readonly canonicals: ReadonlySet<number>;
  /** What a filter by them finds may have changed. */
  readonly reaches: ReadonlySet<number>;
  /** By number, of everything found by a filter by one of `canonicals`. */
  readonly groups: ReadonlySet<number>;
};

const unchanged: TaxonomyChange = {
  canonicals: new Set(),
  reaches: new Set(),
  groups: new Set(),
};

const none = -1;

/** Terms, their canonicals and their metatags, by dense inside numbers. */
export class Taxonomy {
  readonly groups: readonly string[];
  readonly #table = new IdTable();
  readonly #groupNumbers: ReadonlyMap<string, number>;
  #size = 0;
  #ids = new Float64Array(64);
  // The group's place plus one; 0 while the term is named by documents or edges but not put.
  #groupOf = new Uint8Array(64);
  #hidden = new Uint8Array(64);
  #canonicalOf = new Int32Array(64);
  #target = new Int32Array(64);
  readonly #metatags = new Map<number, readonly number[]>();
  readonly #synonyms = new Map<number, Set<number>>();
  readonly #subtags = new Map<number, Set<number>>();
  readonly #aboveKept = new Map<number, readonly number[]>();

  /** Refuses more than 250 groups and a group named twice. */
  constructor(groups: readonly string[]) {
    if (groups.length > 250) throw new RangeError('more than 250 groups of terms');
    this.groups = [...groups];
    this.#groupNumbers = new Map(groups.map((group, at) => [group, at + 1]));
    if (this.#groupNumbers.size !== groups.length) throw new RangeError('a group is named twice');
  }

  /** Terms known so far, put or only named: their numbers are 0 to size - 1. */
  get size(): number {
    return this.#size;
  }

  /** By term. Stale after any change: take it anew for each reading loop. */
  get canonicalOf(): Int32Array {
    return this.#canonicalOf;
  }

  /** By term: `groupNumber` of its group, 0 while it is not put. Stale after any change. */
  get groupOf(): Uint8Array {
    return this.#groupOf;
  }

  /** By term: the id it has outside. Stale after any change. */
  get ids(): Float64Array {
    return this.#ids;
  }

  /** From 1; refuses a group not named at creation. */
  groupNumber(group: string): number {
    const number = this.#groupNumbers.get(group);
    if (number === undefined) throw new RangeError(`there is no group of terms "${group}"`);
    return number;
  }

  /** The inside number, or -1 for an id that nothing has named. */
  numberOf(id: number): number {
    return this.#table.find(id);
  }

  /** The inside number; a new one for a new id. */
  numberFor(id: number): number {
    requireId(id, 'term');
    const term = this.#table.findOrAdd(id, this.#size);
    if (term < this.#size) return term;
    this.#size += 1;
    this.#ids = grown(this.#ids, this.#size);
    this.#groupOf = grown(this.#groupOf, this.#size);
    this.#hidden = grown(this.#hidden, this.#size);
    this.#canonicalOf = grown(this.#canonicalOf, this.#size);
    this.#target = grown(this.#target, this.#size);
    this.#ids[term] = id;
    this.#canonicalOf[term] = term;
    this.#target[term] = none;
    return term;
  }

  isPut(term: number): boolean {
    return this.#groupOf[term] !== 0;
  }

  /** Whether facets may list the canonical. */
  isCounted(canonical: number): boolean {
    return this.#groupOf[canonical] !== 0 && this.#hidden[canonical] === 0;
  }

  /** Puts or replaces a term. Refuses malformed ids and unknown groups, changing nothing. */
  put(term: Term): TaxonomyChange {
    const group = this.groupNumber(term.group);
    requireId(term.id, 'term');
    if (term.synonymOf !== null) requireId(term.synonymOf, 'synonym target');
    for (const metatag of term.metatags) requireId(metatag, 'metatag');
    const number = this.numberFor(term.id);
    const target = term.synonymOf === null ? none : this.numberFor(term.synonymOf);
    const metatags = [...new Set(term.metatags.map((metatag) => this.numberFor(metatag)))];
    this.#hidden[number] = term.counted === false ? 1 : 0;
    const same =
      this.#groupOf[number] === group &&
      this.#target[number] === target &&
      sameNumbers(this.#metatags.get(number) ?? [], metatags);
    if (same) return unchanged;
    if (target === none && metatags.length === 0 && this.#isUntied(number)) {
      this.#groupOf[number] = group;
      return { canonicals: new Set([number]), reaches: new Set(), groups: new Set([group]) };
    }
    return this.#rewired(number, () => {
      this.#groupOf[number] = group;
      this.#setEdges(number, target, metatags);
    });
  }

  /** Forgets what the term means; documents that bear it keep it, and edges to it rest. */
  remove(id: number): TaxonomyChange {
    const term = this.numberOf(id);
    if (term < 0 || !this.isPut(term)) return unchanged;
    return this.#rewired(term, () => {
      this.#groupOf[term] = 0;
      this.#hidden[term] = 0;
      this.#setEdges(term, none, []);
    });
  }

  /** The canonical itself and every synonym of it. */
  membersOf(canonical: number): number[] {
    return this.#pointingAt(canonical).filter((term) => this.#canonicalOf[term] === canonical);
  }

  /** Every term that a filter by the canonical finds: itself, synonyms, subtags at any depth. */
  closureOf(canonical: number): number[] {
    const found: number[] = [];
    const seen = new Set([canonical]);
    for (const each of seen) {
      for (const member of this.membersOf(each)) {
        found.push(member);
        if (!this.isPut(member)) continue;
        // An edge is only kept while its lower end is put.
        for (const subtag of this.#subtags.get(member) ?? []) seen.add(this.#canonicalOf[subtag]!);
      }
    }
    return found;
  }

  /** True if a filter by the canonical finds the term itself and nothing else. */
  standsAlone(canonical: number): boolean {
    return !this.#synonyms.has(canonical) && !this.#subtags.has(canonical);
  }

  /** The canonical and every metatag above it, as canonicals. */
  above(canonical: number): readonly number[] {
    if (!this.#synonyms.has(canonical) && !this.#metatags.has(canonical)) return [canonical];
    const kept = this.#aboveKept.get(canonical);
    if (kept !== undefined) return kept;
    const seen = new Set([canonical]);
    for (const each of seen) {
      for (const member of this.membersOf(each)) {
        for (const metatag of this.#metatags.get(member) ?? []) {
          if (this.isPut(metatag)) seen.add(this.#canonicalOf[metatag]!);
        }
      }
    }
    const above = [...seen];
    this.#aboveKept.set(canonical, above);
    return above;
  }

  /** Every put term, for saving. */
  *terms(): Iterable<Required<Term>> {
    for (let term = 0; term < this.#size; term++) {
      if (!this.isPut(term)) continue;
      const target = this.#target[term]!;
      yield {
        id: this.#ids[term]!,
        group: this.groups[this.#groupOf[term]! - 1]!,
        synonymOf: target === none ? null : this.#ids[target]!,
        metatags: (this.#metatags.get(term) ?? []).map((metatag) => this.#ids[metatag]!),
        counted: this.#hidden[term] === 0,
      };
    }
  }

  // Whoever's canonical may hang on this term points at it, directly or through others.
  #rewired(term: number, change: () => void): TaxonomyChange {
    const dependants = this.#pointingAt(term);
    const canonicals = new Set<number>();
    const reaches = new Set<number>();
    const groups = new Set<number>();
    const note = (): void => {
      for (const each of dependants) canonicals.add(this.#canonicalOf[each]!);
      for (const canonical of canonicals) {
        for (const up of this.above(canonical)) reaches.add(up);
        for (const found of this.closureOf(canonical)) {
          groups.add(this.#groupOf[this.#canonicalOf[found]!]!);
        }
      }
    };
    note();
    change();
    this.#aboveKept.clear();
    for (const each of dependants) this.#canonicalOf[each] = this.#followed(each);
    note();
    return { canonicals, reaches, groups };
  }

  // Not put yet, and no edge waits for it: most tags of an archive arrive so, and mean themselves.
  #isUntied(term: number): boolean {
    return this.#groupOf[term] === 0 && this.standsAlone(term);
  }

  #setEdges(term: number, target: number, metatags: readonly number[]): void {
    unlink(this.#synonyms, this.#target[term]!, term);
    for (const metatag of this.#metatags.get(term) ?? []) unlink(this.#subtags, metatag, term);
    this.#target[term] = target;
    if (metatags.length === 0) this.#metatags.delete(term);
    else this.#metatags.set(term, metatags);
    if (target !== none) link(this.#synonyms, target, term);
    for (const metatag of metatags) link(this.#subtags, metatag, term);
  }

  #pointingAt(term: number): number[] {
    if (!this.#synonyms.has(term)) return [term];
    const found = new Set([term]);
    for (const each of found) {
      for (const synonym of this.#synonyms.get(each) ?? []) found.add(synonym);
    }
    return [...found];
  }

  #followed(term: number): number {
    const walked = new Set([term]);
    for (let at = term; ; ) {
      const next = this.#target[at]!;
      if (next === none || !this.isPut(at) || !this.isPut(next)) return at;
      if (walked.has(next)) return this.#leastOfCycle(next);
      walked.add(next);
      at = next;
    }
  }

  #leastOfCycle(start: number): number {
    let least = start;
    for (let at = this.#target[start]!; at !== start; at = this.#target[at]!) {
      if (this.#ids[at]! < this.#ids[least]!) least = at;
    }
    return least;
  }
}

function link(edges: Map<number, Set<number>>, to: number, from: number): void {
  const ends = edges.get(to);
  if (ends === undefined) edges.set(to, new Set([from]));
  else ends.add(from);
}

function unlink(edges: Map<number, Set<number>>, to: number, from: number): void {
  const ends = edges.get(to);
  ends?.delete(from);
  if (ends?.size === 0) edges.delete(to);
}

function sameNumbers(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((value, at) => value === right[at]);
}
