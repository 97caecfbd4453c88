// The group, canonical and target of each term, as they were packed; what has changed since, and
// terms that are not packed, are kept beside.
import { hasBit, setBit, wordsFor } from './document-set.ts';
import { grown } from './growth.ts';
import { cellsOf, numberOf, type Packed } from './packed/arrays.ts';
import { PackedEdges } from './packed/edges.ts';

const none = -1;

/** By inside number. Every number must be made known by `grow` before it is asked for. */
export class TermMeanings {
  readonly #packed: number;
  readonly #packedGroups: Uint8Array;
  readonly #packedHidden: Int32Array;
  readonly #firstSynonym: number;
  readonly #packedCanonicals: Int32Array;
  // Of those only whose target is not their canonical.
  readonly #packedTargets: PackedEdges;
  readonly #changedGroups: Changed;
  readonly #changedCanonicals: Changed;
  readonly #changedTargets: Changed;
  readonly #changedHidden = new Map<number, boolean>();
  // Packed canonicals that a member of has counted, or counts, under another since.
  readonly #broken = new Set<number>();
  // Of terms that are not packed.
  #groups = new Uint8Array(64);
  #canonicals = new Int32Array(64);
  #targets = new Int32Array(64);

  constructor(packed: Packed) {
    this.#packed = numberOf(packed, 'terms');
    this.#packedGroups = cellsOf(packed, 'terms.groups', Uint8Array);
    this.#packedHidden = cellsOf(packed, 'terms.hidden', Int32Array);
    this.#packedCanonicals = cellsOf(packed, 'synonyms.canonical', Int32Array);
    this.#firstSynonym = this.#packed - this.#packedCanonicals.length;
    this.#packedTargets = new PackedEdges(packed, 'targets');
    this.#changedGroups = new Changed(this.#packed);
    this.#changedCanonicals = new Changed(this.#packed);
    this.#changedTargets = new Changed(this.#packed);
  }

  /** A term that comes after all others, not put and counting under itself. */
  grow(term: number): void {
    const at = term - this.#packed;
    this.#groups = grown(this.#groups, at + 1);
    this.#canonicals = grown(this.#canonicals, at + 1);
    this.#targets = grown(this.#targets, at + 1);
    this.#canonicals[at] = term;
    this.#targets[at] = none;
  }

  canonicalOf(term: number): number {
    if (term >= this.#packed) return this.#canonicals[term - this.#packed]!;
    if (this.#changedCanonicals.has(term)) return this.#changedCanonicals.of(term);
    return this.#packedCanonicalOf(term);
  }

  setCanonical(term: number, canonical: number): void {
    if (term >= this.#packed) this.#canonicals[term - this.#packed] = canonical;
    else if (this.canonicalOf(term) !== canonical) {
      this.#changedCanonicals.set(term, canonical);
      this.#broken.add(this.#packedCanonicalOf(term));
    }
  }

  /** The canonical it was packed under, while all that were still are; -1 otherwise. */
  packedUnder(term: number): number {
    if (term >= this.#packed) return none;
    const canonical = this.#packedCanonicalOf(term);
    return this.#broken.has(canonical) ? none : canonical;
  }

  /** The group's place plus one; 0 while the term is named by documents or edges but not put. */
  groupOf(term: number): number {
    if (term >= this.#packed) return this.#groups[term - this.#packed]!;
    if (this.#changedGroups.has(term)) return this.#changedGroups.of(term);
    return this.#packedGroups[term]!;
  }

  setGroup(term: number, group: number): void {
    if (term >= this.#packed) this.#groups[term - this.#packed] = group;
    else if (this.groupOf(term) !== group) this.#changedGroups.set(term, group);
  }

  /** -1 if it was put as a synonym of none. */
  targetOf(term: number): number {
    if (term >= this.#packed) return this.#targets[term - this.#packed]!;
    if (this.#changedTargets.has(term)) return this.#changedTargets.of(term);
    const [target] = this.#packedTargets.of(term);
    if (target !== undefined) return target;
    return term < this.#firstSynonym ? none : this.#packedCanonicalOf(term);
  }

  setTarget(term: number, target: number): void {
    if (term >= this.#packed) this.#targets[term - this.#packed] = target;
    else if (this.targetOf(term) !== target) this.#changedTargets.set(term, target);
  }

  isHidden(term: number): boolean {
    const changed = this.#changedHidden.size === 0 ? undefined : this.#changedHidden.get(term);
    return changed ?? hasBit(this.#packedHidden, term);
  }

  setHidden(term: number, isHidden: boolean): void {
    if (this.isHidden(term) !== isHidden) this.#changedHidden.set(term, isHidden);
  }

  #packedCanonicalOf(term: number): number {
    return term < this.#firstSynonym ? term : this.#packedCanonicals[term - this.#firstSynonym]!;
  }
}

/** Numbers of few packed terms; most questions are about others. */
class Changed {
  readonly #span: number;
  #bits = new Int32Array(0);
  readonly #values = new Map<number, number>();

  constructor(span: number) {
    this.#span = span;
  }

  has(term: number): boolean {
    return hasBit(this.#bits, term);
  }

  of(term: number): number {
    return this.#values.get(term)!;
  }

  set(term: number, value: number): void {
    if (this.#bits.length === 0) this.#bits = new Int32Array(wordsFor(this.#span));
    setBit(this.#bits, term);
    this.#values.set(term, value);
  }
}
