// Who made which work, for questions that only a creator may ask (all works), and creators by
// their names (works that bear their names only: an anonymous work adds nothing there). The engine
// holds it as terms; beside it stand the names, and who made the few anonymous works.
import type { PseudId, UserId, WorkId } from '../../../shared/ids.ts';
import { lookKey } from '../../../text/index.ts';
import type { IndexedWork } from '../../works/index.ts';
import type { LiveEngine } from './live-engine.ts';
import { PseudNames } from './pseud-names.ts';

/** One name on a work, and whose it is. */
export type Signature = { readonly pseudId: PseudId; readonly userId: UserId };

/** Anonymous works as plain data: id, and who made them. */
export type SavedAnonymous = readonly (readonly [WorkId, readonly Signature[]])[];

// Sets of the works of a few people, between two changes.
const keptSetsMax = 100;

/** Nobody at first. */
export class Creators {
  /** Whose names works bear. */
  readonly pseuds = new PseudNames();
  readonly #engine: LiveEngine;
  readonly #anonymous = new Map<WorkId, readonly Signature[]>();
  readonly #worksOf = new Map<UserId, ReadonlySet<WorkId>>();

  constructor(engine: LiveEngine) {
    this.#engine = engine;
  }

  /** The terms by which the engine finds the work: of names that it bears, of all its makers. */
  termsOf({ creators, anonymous }: Pick<IndexedWork, 'creators' | 'anonymous'>): number[] {
    const names = anonymous ? [] : creators.map(({ pseudId }) => pseudId);
    return [...names, ...creators.map(({ userId }) => userId)];
  }

  /** Before the work is put into the engine. */
  put(work: Pick<IndexedWork, 'id' | 'creators' | 'anonymous'>): void {
    const { id, creators, anonymous } = work;
    this.#worksOf.clear();
    for (const { userId } of creators) this.#putTerm(userId, 'owner');
    if (anonymous) {
      const signatures = creators.map(({ pseudId, userId }) => ({ pseudId, userId }));
      this.#anonymous.set(id, signatures);
      return;
    }
    this.#anonymous.delete(id);
    for (const { pseudId, userId, name, login } of creators) {
      this.#putTerm(pseudId, 'creator');
      this.pseuds.put(pseudId, userId, [lookKey(name), lookKey(login)]);
    }
  }

  remove(id: WorkId): void {
    this.#worksOf.clear();
    this.#anonymous.delete(id);
  }

  /** Whoever made the work, anonymous or not: not for showing. */
  of(id: number): readonly Signature[] {
    return this.#anonymous.get(id as WorkId) ?? this.namedOn(id);
  }

  /** Those whose names the work bears: none of an anonymous one. */
  namedOn(id: number): readonly Signature[] {
    const terms = this.#engine.engine.document(id)?.terms ?? [];
    return terms.flatMap((term) => {
      const pseudId = term as PseudId;
      const userId = this.pseuds.userOf(pseudId);
      return userId === undefined ? [] : [{ pseudId, userId }];
    });
  }

  /** Works of which the person is a creator. */
  worksOf(userId: UserId): ReadonlySet<WorkId> {
    let works = this.#worksOf.get(userId);
    if (works === undefined) {
      works = new Set(this.#engine.engine.documentsWith(userId) as WorkId[]);
      if (this.#worksOf.size >= keptSetsMax) this.#worksOf.clear();
      this.#worksOf.set(userId, works);
    }
    return works;
  }

  /** Pseuds whose own name, or whose person's log-in name, looks like this. */
  named(name: string): readonly PseudId[] {
    return this.pseuds.named(lookKey(name));
  }

  /** Who made anonymous works; the pseuds are saved by themselves. */
  saved(): SavedAnonymous {
    return [...this.#anonymous];
  }

  /** Takes what `saved` gave, in an empty one. */
  restore(anonymous: SavedAnonymous): void {
    for (const [id, signatures] of anonymous) this.#anonymous.set(id, signatures);
  }

  // Who made a work is nothing that a facet of it may list.
  #putTerm(id: number, group: 'creator' | 'owner'): void {
    this.#engine.putTerm({ id, group, synonymOf: null, metatags: [], counted: false });
  }
}
