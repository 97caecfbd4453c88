// Undoing what a wrangler did to tags: each act by an act of its own. One that later acts of others
// stand on stays.
import { foundBy, type UndoDoing, type Undoer } from '../../../shared/undoing.ts';
import { actsBy, findAct } from '../store/acts.ts';
import type { TagMover } from './movers.ts';
import { undoActs } from './perform.ts';

/** Acts of an account on tags. */
export function tagActsUndoer(movers: readonly TagMover[]): Undoer {
  const undoOne = async ({ transaction, parts, at, by }: UndoDoing, act: number) => {
    const [done] = await undoActs(transaction, [act], { ids: parts.ids, at, by, movers });
    return done === undefined ? null : String(done.act.id);
  };
  return {
    kind: 'tag-acts',
    ...foundBy((reader, span) => actsBy(reader, span).select('id')),
    async undo(doing, thing) {
      const act = await findAct(doing.transaction, thing);
      return act === null || act.undoneBy !== null ? null : undoOne(doing, thing);
    },
    async restore(doing, _thing, kept) {
      await undoOne(doing, Number(kept));
    },
  };
}
