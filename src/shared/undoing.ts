// Undoing what an account did in a time span: each feature undoes its own kind of thing, one at a
// time, and keeps what it needs to bring it back.
import {
  countFound,
  type Found,
  listFound,
  type Milliseconds,
  type Reader,
  type Transaction,
} from '../kit/sql/index.ts';
import type { UserId } from './ids.ts';
import type { Parts } from './parts.ts';

export const undoneKinds = [
  'works',
  'chapters',
  'comments',
  'kudos',
  'bookmarks',
  'tag-acts',
  'invitations',
] as const;
export type UndoneKind = (typeof undoneKinds)[number];

/** Whose doings, and from when to when; both ends are included. */
export type UndoSpan = {
  readonly user: UserId;
  readonly from: Milliseconds;
  readonly to: Milliseconds;
};

export type UndoDoing = {
  readonly transaction: Transaction;
  readonly parts: Parts;
  readonly at: Milliseconds;
  /** The moderator. */
  readonly by: UserId;
};

export type Undoer = {
  readonly kind: UndoneKind;
  /** How many there are to undo now. */
  count(reader: Reader, span: UndoSpan): Promise<number>;
  /** Those still to be undone whose number is below `below`, the highest first. */
  list(reader: Reader, span: UndoSpan, below: number, most: number): Promise<number[]>;
  /** What `restore` will need; null: it is undone already, or must stay. Refused: it stays. */
  undo(doing: UndoDoing, thing: number): Promise<string | null>;
  /** Brings it back as far as it still can be. */
  restore(doing: UndoDoing, thing: number, kept: string): Promise<void>;
};

/** `count` and `list` of the things whose numbers a query finds. */
export function foundBy(
  query: (reader: Reader, span: UndoSpan) => Found,
): Pick<Undoer, 'count' | 'list'> {
  return {
    count: (reader, span) => countFound(reader, query(reader, span)),
    list: (reader, span, below, most) => listFound(reader, query(reader, span), below, most),
  };
}
