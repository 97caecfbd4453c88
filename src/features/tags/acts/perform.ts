// Doing acts and undoing them: one transaction, one row for each act, and the change log last.
import type { Ids } from '../../../kit/ids/index.ts';
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { TagId, UserId } from '../../../shared/ids.ts';
import { text } from '../messages.ts';
import { countActs, findAct, insertAct, lockActs, markUndone, writeSteps } from '../store/acts.ts';
import type { Act, ActDetail, ActKind, Kept, KeptAct } from './act.ts';
import { Draft } from './draft.ts';
import type { TagMover } from './movers.ts';
import { planAct } from './plan.ts';
import { ActRefused } from './refusal.ts';
import { planUndo } from './undo.ts';

/** Who acts, when, and what moves along. */
export type Doing = {
  readonly ids: Ids;
  readonly at: number;
  /** Null: the operator. That the person is a wrangler is the caller's check. */
  readonly by: UserId | null;
  readonly movers: readonly TagMover[];
};

/** An act that was done, and for an undo what stays because it was moved since. */
export type Done = { readonly act: KeptAct; readonly left: number };

/**
 * Does acts one after another; those of one call can be undone together (their `batch`). Throws
 * ActRefused for the first that cannot be done, and then nothing may be kept of the transaction.
 * Acts of others wait meanwhile, so that each finds what the one before it left.
 */
export async function performActs(
  transaction: Transaction,
  acts: readonly Act[],
  doing: Doing,
): Promise<Done[]> {
  const book = await openBook(transaction, doing);
  for (const act of acts) {
    const draft = new Draft(transaction);
    await planAct(draft, act);
    await writeSteps(transaction, draft.steps);
    const moved = act.kind === 'synonym' ? await moveAlong(transaction, act, doing) : {};
    await book.write(act.kind, { about: act, steps: draft.steps, moved });
  }
  return book.close();
}

/**
 * Undoes acts in the order given, each by an act of its own. Throws ActRefused for the first that
 * cannot be undone, with the later acts that stand on it.
 */
export async function undoActs(
  transaction: Transaction,
  acts: readonly number[],
  doing: Doing,
): Promise<Done[]> {
  const book = await openBook(transaction, doing);
  for (const id of acts) {
    const undone = await findAct(transaction, id);
    if (undone === null) throw new ActRefused(404, text.noAct());
    const draft = new Draft(transaction);
    const left = await planUndo(draft, transaction, undone);
    await writeSteps(transaction, draft.steps);
    const { about } = undone.detail;
    const movement = await moveBack(transaction, undone, doing);
    const again = undone.kind === 'undo' && !undone.detail.again && { again: true as const };
    const detail = { about, steps: draft.steps, ...movement, ...again };
    const { act } = await book.write('undo', detail, undone.id, left);
    await settleUndone(transaction, undone, act.id);
  }
  return book.close();
}

/** Writes acts down one by one; `close` ends with the change log. */
async function openBook(transaction: Transaction, { ids, at, by }: Doing) {
  let position = await lockActs(transaction);
  const done: Done[] = [];
  const changed = new Set<TagId>();
  const batch = ids.next();
  return {
    async write(
      kind: ActKind,
      detail: ActDetail,
      undoes: number | null = null,
      left = 0,
    ): Promise<Done> {
      const { about, steps } = detail;
      const target = 'target' in about ? about.target : null;
      position++;
      const act = {
        id: done.length === 0 ? batch : ids.next(),
        position,
        at,
        by,
        kind,
        tag: about.tag,
        target,
        batch,
        undoes,
        detail,
      };
      const own = [about.tag, ...(target === null ? [] : [target])];
      const touched = [
        ...own,
        ...steps.flatMap((one) => ('to' in one && 'tag' in one ? one.tag : [])),
      ];
      await insertAct(transaction, { ...act, touched });
      for (const id of toLog(detail)) changed.add(id);
      const entry = { act: { ...act, undoneBy: null }, left };
      done.push(entry);
      return entry;
    },
    async close(): Promise<Done[]> {
      await countActs(transaction, position);
      await recordChange(transaction, 'tag', [...changed], at);
      return done;
    },
  };
}

/**
 * The tags that the change log names. Whoever follows it reads every edge of a tag that is named,
 * as it was and as it is; so the thousands of children that move with a fandom are found by it, and
 * a parent is not named because a child came to it.
 */
function toLog({ about, steps }: ActDetail): Set<TagId> {
  const named = new Set<TagId>([about.tag]);
  for (const step of steps) if ('tag' in step) named.add(step.tag);
  const ties = steps.filter((step) => 'above' in step);
  const found = new Set(ties.filter(({ above }) => named.has(above)).map(({ below }) => below));
  for (const { below } of ties) if (!found.has(below)) named.add(below);
  return named;
}

async function moveAlong(
  transaction: Transaction,
  { tag, target }: { tag: TagId; target: TagId },
  { movers, at }: Doing,
): Promise<Record<string, Kept>> {
  const moved: Record<string, Kept> = {};
  for (const mover of movers) {
    const kept = await mover.move(transaction, tag, target, at);
    if (kept !== null) moved[mover.name] = kept;
  }
  return moved;
}

/** What other features moved goes back; or along again, when what is undone is such an undo. */
async function moveBack(
  transaction: Transaction,
  { detail }: KeptAct,
  doing: Doing,
): Promise<Pick<ActDetail, 'moved' | 'movedBack'>> {
  const { about, moved, movedBack } = detail;
  if (about.kind !== 'synonym') return { moved: {} };
  if (movedBack) return { moved: await moveAlong(transaction, about, doing) };
  for (const mover of doing.movers) {
    const kept = moved[mover.name];
    if (kept === undefined) continue;
    await mover.restore(transaction, kept, about.tag, about.target, doing.at);
  }
  return { moved: {}, movedBack: true };
}

/** The act is undone; what it had undone itself stands again, and so on down the row. */
async function settleUndone(transaction: Transaction, undone: KeptAct, by: number): Promise<void> {
  await markUndone(transaction, undone.id, by);
  let stands = false;
  for (let act: KeptAct | null = undone; act !== null && act.undoes !== null; ) {
    await markUndone(transaction, act.undoes, stands ? act.id : null);
    stands = !stands;
    act = await findAct(transaction, act.undoes);
  }
}
