// Who made which work, for questions that only a creator may ask (all works), and creators by
// their names (works that bear their names only: an anonymous work adds nothing there).
import type { PseudId, UserId, WorkId } from '../../../shared/ids.ts';
import { lookKey } from '../../../text/index.ts';
import type { IndexedWork } from '../../works/index.ts';

type WorkCreators = IndexedWork['creators'];

export type Creators = {
  put(id: WorkId, creators: WorkCreators, named: WorkCreators): void;
  remove(id: WorkId): void;
  /** Whoever made the work, anonymous or not: not for showing. */
  of(id: number): WorkCreators;
  /** Those whose names the work bears: none of an anonymous one. */
  namedOn(id: number): WorkCreators;
  /** Works of which the person is a creator. */
  worksOf(userId: UserId): ReadonlySet<WorkId>;
  /** Pseuds whose own name, or whose person's log-in name, looks like this. */
  named(name: string): readonly PseudId[];
};

const none: ReadonlySet<never> = new Set<never>();

export function createCreators(): Creators {
  const ofWork = new Map<number, WorkCreators>();
  const namedOn = new Map<number, WorkCreators>();
  const ofUser = new Map<UserId, Set<WorkId>>();
  const byName = new Map<string, Set<PseudId>>();
  const namesOf = new Map<PseudId, readonly string[]>();

  const remove = (id: WorkId) => {
    for (const { userId } of ofWork.get(id) ?? []) {
      const works = ofUser.get(userId);
      works?.delete(id);
      if (works?.size === 0) ofUser.delete(userId);
    }
    ofWork.delete(id);
    namedOn.delete(id);
  };

  const nameAs = (pseudId: PseudId, names: readonly string[]) => {
    const before = namesOf.get(pseudId) ?? [];
    if (before.length === names.length && before.every((name, at) => name === names[at])) return;
    for (const name of before) byName.get(name)?.delete(pseudId);
    for (const name of names) {
      const pseuds = byName.get(name);
      if (pseuds === undefined) byName.set(name, new Set([pseudId]));
      else pseuds.add(pseudId);
    }
    namesOf.set(pseudId, names);
  };

  return {
    put(id, creators, named) {
      remove(id);
      ofWork.set(id, creators);
      namedOn.set(id, named);
      for (const { userId } of creators) {
        const works = ofUser.get(userId);
        if (works === undefined) ofUser.set(userId, new Set([id]));
        else works.add(id);
      }
      for (const { pseudId, name, login } of named)
        nameAs(pseudId, [lookKey(name), lookKey(login)]);
    },
    remove,
    of: (id) => ofWork.get(id) ?? [],
    namedOn: (id) => namedOn.get(id) ?? [],
    worksOf: (userId) => ofUser.get(userId) ?? none,
    named: (name) => [...(byName.get(lookKey(name)) ?? [])],
  };
}
