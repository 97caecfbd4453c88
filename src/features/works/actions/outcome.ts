// What actions answer with, and how nothing is kept of a refused one.
import type { FieldError } from '../../../kit/http/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { Parts } from '../../../shared/parts.ts';

/** What an action made, or everything that was wrong with what was sent. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

class Undone extends Error {
  override name = 'Undone';
}

/** Runs a transaction that may find errors of fields; with any, nothing of it is kept. */
export async function keepUnlessErrors<Value>(
  parts: Pick<Parts, 'database'>,
  work: (transaction: Transaction) => Promise<{ value: Value; errors: readonly FieldError[] }>,
): Promise<Outcome<Value>> {
  let found: readonly FieldError[] = [];
  try {
    const value = await parts.database.write(async (transaction) => {
      const result = await work(transaction);
      found = result.errors;
      if (found.length > 0) throw new Undone();
      return result.value;
    });
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Undone) return { ok: false, errors: found };
    throw error;
  }
}
