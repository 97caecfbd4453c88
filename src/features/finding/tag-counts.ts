// How many works a viewer finds by a tag. What everybody of one kind finds is kept until anything
// changes: suggestions ask for the same thousands of numbers at every letter typed.
import type { TagId } from '../../shared/ids.ts';
import type { Viewer } from '../../shared/viewer.ts';
import type { WorksIndex } from './index/works-index.ts';
import { includeClause } from './query/tags-clause.ts';
import { sightOf } from './sight.ts';

export class TagCounts {
  readonly #index: WorksIndex;
  #position = -1;
  /** By audience. There are three kinds of viewer. */
  readonly #kept = new Map<number, Map<TagId, number>>();

  constructor(index: WorksIndex) {
    this.#index = index;
  }

  /** In the order given. The index has been brought to the newest change. */
  of(viewer: Viewer, ids: readonly TagId[]): number[] {
    const { engine } = this.#index;
    if (this.#position !== engine.position) {
      this.#kept.clear();
      this.#position = engine.position;
    }
    const sight = sightOf(viewer, this.#index);
    if (sight.added !== undefined) {
      return ids.map((id) => engine.count({ ...sight, where: this.#clauseOf(id, viewer) }));
    }
    let kept = this.#kept.get(sight.audience);
    if (kept === undefined) {
      kept = new Map();
      this.#kept.set(sight.audience, kept);
    }
    return ids.map((id) => this.#counted(id, viewer, sight.audience, kept));
  }

  #counted(id: TagId, viewer: Viewer, audience: number, kept: Map<TagId, number>): number {
    const known = kept.get(id);
    if (known !== undefined) return known;
    const { engine, tags } = this.#index;
    // The engine's own counts know no media: their fandoms do.
    const count =
      tags.get(id)?.type === 'media'
        ? engine.count({ audience, where: this.#clauseOf(id, viewer) })
        : engine.countTerm(id, audience);
    kept.set(id, count);
    return count;
  }

  #clauseOf(id: TagId, viewer: Viewer) {
    return includeClause([id], this.#index, viewer);
  }
}
