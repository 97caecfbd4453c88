// The tables of undoings, as migration 0046 leaves them.
import type { Milliseconds } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { UndoneKind } from '../../../shared/undoing.ts';

declare const brand: unique symbol;
export type UndoingId = number & { readonly [brand]: 'undoing' };

export interface UndoingsTable {
  id: UndoingId;
  user_id: UserId;
  by_id: UserId;
  from_at: Milliseconds;
  to_at: Milliseconds;
  at: Milliseconds;
  state: 'doing' | 'done' | 'returning' | 'returned';
  /** Which kind is next while it is being done; null: the first. */
  kind: UndoneKind | null;
  /** Things of that kind with a lower number are next. */
  below: number;
  /** How many were undone. */
  things: number;
}

export interface UndoneThingsTable {
  undoing_id: UndoingId;
  position: number;
  kind: UndoneKind;
  thing_id: number;
  kept: string;
}

declare module '../../../kit/sql/index.ts' {
  interface Tables {
    undoings: UndoingsTable;
    undone_things: UndoneThingsTable;
  }
}
