// Edges between terms as they were packed; those of terms whose edges have changed since stand in
// their place.
import type { Packed } from './packed/arrays.ts';
import { PackedEdges } from './packed/edges.ts';

/** From a term to the terms at the other ends, each once. */
export class TermEdges {
  readonly #packed: PackedEdges;
  readonly #changed = new Map<number, Set<number>>();

  constructor(packed: Packed, name: string) {
    this.#packed = new PackedEdges(packed, name);
  }

  has(term: number): boolean {
    const changed = this.#changed.size === 0 ? undefined : this.#changed.get(term);
    return changed === undefined ? this.#packed.has(term) : changed.size > 0;
  }

  /** Good until the next change. */
  of(term: number): Iterable<number> {
    return this.#changed.get(term) ?? this.#packed.of(term);
  }

  replace(term: number, ends: Iterable<number>): void {
    this.#changed.set(term, new Set(ends));
  }

  add(term: number, end: number): void {
    this.#changedOf(term).add(end);
  }

  delete(term: number, end: number): void {
    this.#changedOf(term).delete(end);
  }

  #changedOf(term: number): Set<number> {
    const changed = this.#changed.get(term);
    if (changed !== undefined) return changed;
    const own = new Set(this.#packed.of(term));
    this.#changed.set(term, own);
    return own;
  }
}
