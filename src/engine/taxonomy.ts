// What a term means: its group, what it is a synonym of, which metatags stand above it. Knows no
// document. Everything here speaks of dense inside numbers; `numberOf` and `idOf` cross over.
//
// The order in which terms arrive does not matter: an edge counts while both its ends are put and
// rests otherwise. Metatag edges are read between canonicals, so an edge at a synonym is its
// canonical's. Cycles are harmless: of synonyms that point in a circle the one with the least id
// is the canonical; of metatags that do, each is found under each.
import { grown } from './growth.ts';
import { IdTable, requireId } from './id-table.ts';
import { numberOf, type Packed } from './packed/arrays.ts';
import { PackedIds } from './packed/ids.ts';
import { canonicalBy } from './synonym-chain.ts';
import { TermEdges } from './term-edges.ts';
import { TermMeanings } from './term-meanings.ts';

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
  /** Every term that a filter by one of `canonicals` finds. */
  readonly found: ReadonlySet<number>;
  /** The term itself stood or stands under metatags, and so do those that it is a synonym of. */
  readonly lifts: boolean;
};

const unchanged: TaxonomyChange = {
  canonicals: new Set(),
  reaches: new Set(),
  found: new Set(),
  lifts: false,
};

const none = -1;
const noTerms: readonly number[] = [];
// Some 200 bytes each.
const aboveKeptMost = 10_000;

/** Terms, their canonicals and their metatags, by dense inside numbers. */
export class Taxonomy {
  readonly groups: readonly string[];
  readonly #table = new IdTable();
  readonly #groupNumbers: ReadonlyMap<string, number>;
  readonly #packed: number;
  readonly #packedIds: PackedIds;
  #size: number;
  #version = 0;
  // Of terms that are not packed.
  #ids = new Float64Array(64);
  readonly #meanings: TermMeanings;
  readonly #metatags: TermEdges;
  // The same two kinds of edges from their other ends.
  readonly #synonyms: TermEdges;
  readonly #subtags: TermEdges;
  // Terms whose meaning was put or taken away since they were packed.
  readonly #changed = new Set<number>();
  readonly #aboveKept = new Map<number, readonly number[]>();

  /** Refuses more than 250 groups and a group named twice. */
  constructor(groups: readonly string[], packed: Packed) {
    this.groups = [...groups];
    this.#groupNumbers = groupNumbersOf(groups);
    this.#packed = numberOf(packed, 'terms');
    this.#size = this.#packed;
    this.#packedIds = new PackedIds(packed, 'terms');
    this.#meanings = new TermMeanings(packed);
    this.#metatags = new TermEdges(packed, 'metatags');
    this.#synonyms = new TermEdges(packed, 'synonyms');
    this.#subtags = new TermEdges(packed, 'subtags');
  }

  /** Another number after any change of what is known or meant. */
  get version(): number {
    return this.#version;
  }

  /** Terms known so far, put or only named: their numbers are 0 to size - 1. */
  get size(): number {
    return this.#size;
  }

  /** What the term counts under: itself, if it is no synonym. */
  canonicalOf(term: number): number {
    return this.#meanings.canonicalOf(term);
  }

  /** The canonical it was packed under, while all that were still are; -1 otherwise. */
  packedUnder(term: number): number {
    return this.#meanings.packedUnder(term);
  }

  /** `groupNumber` of its group, 0 while it is not put. */
  groupOf(term: number): number {
    return this.#meanings.groupOf(term);
  }

  /** The id it has outside. */
  idOf(term: number): number {
    return term < this.#packed ? this.#packedIds.at(term) : this.#ids[term - this.#packed]!;
  }

  /** The term it was put as a synonym of, whether or not that counts; -1 if of none. */
  targetOf(term: number): number {
    return this.#meanings.targetOf(term);
  }

  /** The metatags it was put under, whether or not they count. */
  metatagsOf(term: number): readonly number[] {
    return this.#metatags.has(term) ? [...this.#metatags.of(term)] : noTerms;
  }

  isHidden(term: number): boolean {
    return this.#meanings.isHidden(term);
  }

  /** What was put or removed since all was packed, in the order of first change. */
  *changed(): Generator<{ readonly id: number; readonly term: Required<Term> | null }> {
    for (const term of this.#changed) {
      yield { id: this.idOf(term), term: this.isPut(term) ? this.#termOf(term) : null };
    }
  }

  /** From 1; refuses a group not named at creation. */
  groupNumber(group: string): number {
    const number = this.#groupNumbers.get(group);
    if (number === undefined) throw new RangeError(`there is no group of terms "${group}"`);
    return number;
  }

  /** The inside number, or -1 for an id that nothing has named. */
  numberOf(id: number): number {
    const term = this.#table.find(id);
    return term >= 0 ? term : this.#packedIds.find(id);
  }

  /** The inside number; a new one for a new id. */
  numberFor(id: number): number {
    requireId(id, 'term');
    const known = this.numberOf(id);
    if (known >= 0) return known;
    const term = this.#table.findOrAdd(id, this.#size);
    this.#size += 1;
    this.#version += 1;
    this.#ids = grown(this.#ids, this.#size - this.#packed);
    this.#ids[term - this.#packed] = id;
    this.#meanings.grow(term);
    return term;
  }

  isPut(term: number): boolean {
    return this.#meanings.groupOf(term) !== 0;
  }

  /** Whether facets may list the canonical. */
  isCounted(canonical: number): boolean {
    return this.isPut(canonical) && !this.#meanings.isHidden(canonical);
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
    const wasHidden = this.isHidden(number);
    this.#meanings.setHidden(number, term.counted === false);
    const same =
      this.groupOf(number) === group &&
      this.targetOf(number) === target &&
      sameNumbers(this.metatagsOf(number), metatags);
    if (same && wasHidden === this.isHidden(number)) return unchanged;
    this.#changed.add(number);
    this.#version += 1;
    if (same) return unchanged;
    if (target === none && metatags.length === 0 && this.#isUntied(number)) {
      this.#meanings.setGroup(number, group);
      return { ...unchanged, found: new Set([number]) };
    }
    return this.#rewired(number, () => {
      this.#meanings.setGroup(number, group);
      this.#setEdges(number, target, metatags);
    });
  }

  /** Forgets what the term means; documents that bear it keep it, and edges to it rest. */
  remove(id: number): TaxonomyChange {
    const term = this.numberOf(id);
    if (term < 0 || !this.isPut(term)) return unchanged;
    this.#changed.add(term);
    this.#version += 1;
    return this.#rewired(term, () => {
      this.#meanings.setGroup(term, 0);
      this.#meanings.setHidden(term, false);
      this.#setEdges(term, none, []);
    });
  }

  /** The canonical itself and every synonym of it. */
  membersOf(canonical: number): number[] {
    return this.#pointingAt(canonical).filter((term) => this.canonicalOf(term) === canonical);
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
        for (const subtag of this.#subtags.of(member)) seen.add(this.canonicalOf(subtag));
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
        for (const metatag of this.#metatags.of(member)) {
          if (this.isPut(metatag)) seen.add(this.canonicalOf(metatag));
        }
      }
    }
    const above = [...seen];
    if (this.#aboveKept.size >= aboveKeptMost) this.#aboveKept.clear();
    this.#aboveKept.set(canonical, above);
    return above;
  }

  /** Every canonical that a filter finds a document of these terms by. */
  reachesOf(terms: Int32Array): Set<number> {
    const reaches = new Set<number>();
    for (const term of terms) {
      for (const canonical of this.above(this.canonicalOf(term))) reaches.add(canonical);
    }
    return reaches;
  }

  /** The term as it was put; null if it is not. */
  term(id: number): Required<Term> | null {
    const term = this.numberOf(id);
    return term < 0 || !this.isPut(term) ? null : this.#termOf(term);
  }

  /** Every put term, for saving. */
  *terms(): Iterable<Required<Term>> {
    for (let term = 0; term < this.#size; term++) {
      if (!this.isPut(term)) continue;
      yield this.#termOf(term);
    }
  }

  #termOf(term: number): Required<Term> {
    const target = this.targetOf(term);
    return {
      id: this.idOf(term),
      group: this.groups[this.groupOf(term) - 1]!,
      synonymOf: target === none ? null : this.idOf(target),
      metatags: this.metatagsOf(term).map((metatag) => this.idOf(metatag)),
      counted: !this.isHidden(term),
    };
  }

  // Whoever's canonical may hang on this term points at it, directly or through others.
  #rewired(term: number, change: () => void): TaxonomyChange {
    const dependants = this.#pointingAt(term);
    const canonicals = new Set<number>();
    const reaches = new Set<number>();
    const found = new Set<number>();
    const note = (): void => {
      for (const each of dependants) canonicals.add(this.canonicalOf(each));
      for (const canonical of canonicals) {
        for (const up of this.above(canonical)) reaches.add(up);
        for (const below of this.closureOf(canonical)) found.add(below);
      }
    };
    note();
    const lifted = this.#metatags.has(term);
    change();
    this.#aboveKept.clear();
    // All are asked of targets, which no longer change.
    for (const each of dependants) this.#meanings.setCanonical(each, canonicalBy(each, this));
    note();
    return { canonicals, reaches, found, lifts: lifted || this.#metatags.has(term) };
  }

  // Not put yet, and no edge waits for it: most tags of an archive arrive so, and mean themselves.
  #isUntied(term: number): boolean {
    return !this.isPut(term) && this.standsAlone(term);
  }

  #setEdges(term: number, target: number, metatags: readonly number[]): void {
    const former = this.targetOf(term);
    if (former !== none) this.#synonyms.delete(former, term);
    for (const metatag of this.#metatags.of(term)) this.#subtags.delete(metatag, term);
    this.#meanings.setTarget(term, target);
    if (this.#metatags.has(term) || metatags.length > 0) this.#metatags.replace(term, metatags);
    if (target !== none) this.#synonyms.add(target, term);
    for (const metatag of metatags) this.#subtags.add(metatag, term);
  }

  #pointingAt(term: number): number[] {
    if (!this.#synonyms.has(term)) return [term];
    const found = new Set([term]);
    for (const each of found) {
      for (const synonym of this.#synonyms.of(each)) found.add(synonym);
    }
    return [...found];
  }
}

/** Numbers of groups, from 1. Refuses more than 250 groups and a group named twice. */
export function groupNumbersOf(groups: readonly string[]): ReadonlyMap<string, number> {
  if (groups.length > 250) throw new RangeError('more than 250 groups of terms');
  const numbers = new Map(groups.map((group, at) => [group, at + 1]));
  if (numbers.size !== groups.length) throw new RangeError('a group is named twice');
  return numbers;
}

function sameNumbers(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((value, at) => value === right[at]);
}
