// Who made which work, for questions that only a creator may ask (all works), and creators by
// their names (works that bear their names only: an anonymous work adds nothing there). The engine
// holds it as terms; beside it stand the names, and who made the few anonymous works.
import type { PseudId, UserId, WorkId } from '../../../shared/ids.ts';
import { lookKey } from '../../../text/index.ts';
import type { IndexedWork } from '../../works/index.ts';
import type { LiveEngine } from './live-engine.ts';

/** One name on a work, and whose it is. */
export type Signature = { readonly pseudId: PseudId; readonly userId: UserId };

/** What cannot be told from the engine, as plain data. */
export type SavedCreators = {
  /** Pseud, its person, and the keys of both their names. */
  readonly pseuds: readonly (readonly [PseudId, UserId, string, string])[];
  /** Anonymous works: id, and who made them. */
  readonly anonymous: readonly (readonly [WorkId, readonly Signature[]])[];
};

type Pseud = { readonly userId: UserId; readonly names: readonly [string, string] };

// Sets of the works of a few people, between two changes.
const keptSetsMax = 100;

/** Nobody at first. */
export class Creators {
  readonly #engine: LiveEngine;
  readonly #pseuds = new Map<PseudId, Pseud>();
  readonly #byName = new Map<string, PseudId | Set<PseudId>>();
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
      this.#nameAs(pseudId, { userId, names: [lookKey(name), lookKey(login)] });
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
      const userId = this.#pseuds.get(pseudId)?.userId;
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
    const found = this.#byName.get(lookKey(name));
    if (found === undefined) return [];
    return typeof found === 'object' ? [...found] : [found];
  }

  saved(): SavedCreators {
    return {
      pseuds: Array.from(this.#pseuds, ([id, { userId, names }]) => [id, userId, ...names]),
      anonymous: [...this.#anonymous],
    };
  }

  /** Takes what `saved` gave, or parts of it, into an empty one. */
  restore({ pseuds, anonymous }: SavedCreators): void {
    for (const [id, userId, ...names] of pseuds) this.#nameAs(id, { userId, names });
    for (const [id, signatures] of anonymous) this.#anonymous.set(id, signatures);
  }

  #nameAs(pseudId: PseudId, pseud: Pseud): void {
    const before = this.#pseuds.get(pseudId);
    const [name, login] = pseud.names;
    if (before?.names[0] === name && before.names[1] === login) return;
    for (const old of before?.names ?? []) this.#unname(old, pseudId);
    this.#pseuds.set(pseudId, pseud);
    for (const one of new Set(pseud.names)) {
      const known = this.#byName.get(one);
      if (known === undefined) this.#byName.set(one, pseudId);
      else if (typeof known === 'object') known.add(pseudId);
      else if (known !== pseudId) this.#byName.set(one, new Set([known, pseudId]));
    }
  }

  #unname(name: string, pseudId: PseudId): void {
    const known = this.#byName.get(name);
    if (typeof known === 'object') known.delete(pseudId);
    else if (known === pseudId) this.#byName.delete(name);
  }

  // Who made a work is nothing that a facet of it may list.
  #putTerm(id: number, group: 'creator' | 'owner'): void {
    this.#engine.putTerm({ id, group, synonymOf: null, metatags: [], counted: false });
  }
}
