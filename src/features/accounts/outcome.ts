// What an action answers when what was typed may not do: which field, and a sentence for it.
import type { FieldError } from '../../kit/http/index.ts';
import type { Database, Transaction } from '../../kit/sql/index.ts';

/** A refusal that the form shows: nothing was changed. */
export type Fault = {
  readonly ok: false;
  /** An empty field means the form as a whole. */
  readonly problems: readonly FieldError[];
  /** Too many tries: whole seconds after which to come back. */
  readonly waitSeconds?: number;
};
/** What was asked for, or why not. */
export type Outcome<Value> = { readonly ok: true; readonly value: Value } | Fault;

export function done<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function fault(field: string, detail: string): Fault {
  return { ok: false, problems: [{ field, detail }] };
}

export function waitFault(waitSeconds: number, detail: string): Fault {
  return { ok: false, problems: [{ field: '', detail }], waitSeconds };
}

class Undone extends Error {
  override name = 'Undone';
  readonly fault: Fault;

  constructor(found: Fault) {
    super('undone');
    this.fault = found;
  }
}

/** Runs a transaction; when it answers with a fault, nothing of it is kept. */
export async function writeUnlessFault<Value>(
  database: Database,
  work: (transaction: Transaction) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  try {
    return await database.write(async (transaction) => {
      const outcome = await work(transaction);
      if (!outcome.ok) throw new Undone(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Undone) return error.fault;
    throw error;
  }
}
