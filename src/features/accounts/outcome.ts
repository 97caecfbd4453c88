// What an action answers when what was typed may not do: which field, and a sentence for it.
import type { FieldError } from '../../kit/http/index.ts';

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
