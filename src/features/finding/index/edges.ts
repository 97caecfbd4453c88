// Edges between tags, walked from either end.
import type { TagId } from '../../../shared/ids.ts';

/** Direct edges from one tag to others. */
export type Edges = ReadonlyMap<TagId, ReadonlySet<TagId>>;

export class EdgeSet {
  readonly #above = new Map<TagId, Set<TagId>>();
  readonly #below = new Map<TagId, Set<TagId>>();

  /** By tag: what stands directly above it. */
  get above(): Edges {
    return this.#above;
  }

  /** By tag: what stands directly below it. */
  get below(): Edges {
    return this.#below;
  }

  add(above: TagId, below: TagId): void {
    add(this.#above, below, above);
    add(this.#below, above, below);
  }

  /** Forgets what stands above the tag. */
  clearAbove(tag: TagId): void {
    for (const above of this.#above.get(tag) ?? []) this.#below.get(above)?.delete(tag);
    this.#above.delete(tag);
  }

  /** Everything that stands directly below one of the tags. */
  belowAny(tags: readonly TagId[]): TagId[] {
    return tags.flatMap((tag) => [...(this.#below.get(tag) ?? [])]);
  }
}

function add(from: Map<TagId, Set<TagId>>, tag: TagId, to: TagId): void {
  const known = from.get(tag);
  if (known === undefined) from.set(tag, new Set([to]));
  else known.add(to);
}
