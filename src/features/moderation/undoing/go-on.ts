// Going on with an undoing, one thing in a transaction, from where it stands: the request that
// began it does the first, a job the rest, and either may end anywhere.
import { Refused } from '../../../kit/http/index.ts';
import type { JobKind } from '../../../kit/jobs/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Undoer } from '../../../shared/undoing.ts';
import type { UndoingId, UndoingsTable, UndoneThingsTable } from './schema.ts';
import * as store from './store.ts';

export const undoingJob = { name: 'undo of an account' } as const;

/** The job that goes on with an undoing until it is done or brought back. */
export function accountUndoer(parts: Parts, undoers: readonly Undoer[]): JobKind {
  return {
    ...undoingJob,
    async run(subject) {
      await goOn(parts, undoers, subject as UndoingId, Number.POSITIVE_INFINITY);
    },
  };
}

// How many are looked up in one go.
const atOnce = 100;

/** Does at most so many things of it. */
export async function goOn(
  parts: Parts,
  undoers: readonly Undoer[],
  id: UndoingId,
  most: number,
): Promise<void> {
  for (let left = most; left > 0; ) {
    const undoing = await store.findUndoing(parts.database.read, id);
    if (undoing?.state === 'doing') left -= await undoSome(parts, undoers, undoing);
    else if (undoing?.state === 'returning') left -= await returnSome(parts, undoers, undoing);
    else return;
  }
}

/** How many things it went through. */
async function undoSome(
  parts: Parts,
  undoers: readonly Undoer[],
  undoing: UndoingsTable,
): Promise<number> {
  const { user_id: user, from_at: from, to_at: to } = undoing;
  const at = Math.max(
    0,
    undoers.findIndex(({ kind }) => kind === undoing.kind),
  );
  const undoer = undoers[at];
  if (undoer === undefined) throw new Error('nothing can be undone');
  const span = { user, from, to };
  const things = await undoer.list(parts.database.read, span, undoing.below, atOnce);
  for (const thing of things) await undoOne(parts, undoer, undoing, thing);
  if (things.length === atOnce) return things.length;
  const next = undoers[at + 1];
  const change =
    next === undefined
      ? ({ state: 'done' } as const)
      : { kind: next.kind, below: Number.MAX_SAFE_INTEGER };
  await parts.database.write((transaction) => store.updateUndoing(transaction, undoing.id, change));
  return things.length;
}

async function undoOne(parts: Parts, undoer: Undoer, undoing: UndoingsTable, thing: number) {
  const { kind } = undoer;
  try {
    await parts.database.write(async (transaction) => {
      const now = await store.lockUndoing(transaction, undoing.id);
      if (now?.state !== 'doing') return;
      const doing = { transaction, parts, at: parts.clock.now(), by: undoing.by_id };
      const kept = await undoer.undo(doing, thing);
      const things = now.things + (kept === null ? 0 : 1);
      await store.updateUndoing(transaction, undoing.id, { kind, below: thing, things });
      if (kept === null) return;
      const row = { undoing_id: undoing.id, position: things, kind, thing_id: thing, kept };
      await store.insertUndone(transaction, row);
    });
  } catch (error) {
    // It stands in the way of what others did since: it stays.
    if (!(error instanceof Refused)) throw error;
    await parts.database.write((transaction) =>
      store.updateUndoing(transaction, undoing.id, { kind, below: thing }),
    );
  }
}

async function returnSome(
  parts: Parts,
  undoers: readonly Undoer[],
  undoing: UndoingsTable,
): Promise<number> {
  const things = await store.listUndone(parts.database.read, undoing.id, atOnce);
  for (const thing of things) await returnOne(parts, undoers, undoing, thing);
  if (things.length < atOnce) {
    await parts.database.write((transaction) =>
      store.updateUndoing(transaction, undoing.id, { state: 'returned' }),
    );
  }
  return things.length;
}

async function returnOne(
  parts: Parts,
  undoers: readonly Undoer[],
  undoing: UndoingsTable,
  thing: UndoneThingsTable,
) {
  const undoer = undoers.find(({ kind }) => kind === thing.kind);
  try {
    await parts.database.write(async (transaction) => {
      if (!(await store.deleteUndone(transaction, thing))) return;
      const doing = { transaction, parts, at: parts.clock.now(), by: undoing.by_id };
      await undoer?.restore(doing, thing.thing_id, thing.kept);
    });
  } catch (error) {
    // What others did since stands in its way.
    if (!(error instanceof Refused)) throw error;
    await parts.database.write(async (transaction) => {
      await store.deleteUndone(transaction, thing);
    });
  }
}
