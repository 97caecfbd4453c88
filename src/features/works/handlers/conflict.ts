// A form that was refused although nothing in it is wrong: what is shown above it then.

import type { Html } from '../../../kit/html/index.ts';
import { type FieldError, Refused } from '../../../kit/http/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { text } from '../messages.ts';
import { conflictPart } from '../pages/conflict.ts';
import type { FieldDifference } from '../pages/differences.ts';
import { findRevisionMaker, type Revised } from '../store/revisions.ts';

export type RefusedForm = {
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly preview?: Html;
  /** Both versions are shown: saving again means it. */
  readonly conflict: boolean;
};

/** That there is no room for what was typed, as an error of its form; anything else is thrown. */
export function noRoom(error: unknown): {
  readonly ok: false;
  readonly errors: readonly FieldError[];
} {
  if (!(error instanceof Refused) || error.status !== 413) throw error;
  return { ok: false, errors: [{ field: '', detail: error.message }] };
}

/** What changed meanwhile, or that there is no room; anything else is thrown again. */
export async function refusedForm(
  parts: Parts,
  error: unknown,
  thing: Revised,
  both: () => Promise<{
    readonly fields: readonly FieldDifference[];
    readonly address: string;
    readonly theirText: string | null;
  }>,
): Promise<RefusedForm> {
  if (!(error instanceof Refused)) throw error;
  const errors = [{ field: '', detail: error.message }];
  if (error.status === 413) return { status: 413, errors, conflict: false };
  if (error.status !== 412) throw error;
  const maker = await findRevisionMaker(parts.database.read, thing);
  const meanwhile = [{ field: '', detail: text.changedMeanwhile() }];
  if (maker === null) return { status: 409, errors: meanwhile, conflict: true };
  const preview = conflictPart({ ...maker, ...(await both()) });
  return { status: 409, errors: meanwhile, preview, conflict: true };
}
