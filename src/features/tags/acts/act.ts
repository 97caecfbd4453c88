// What a wrangling act is: what is asked for, what it changed, and how it is kept.
import type { Milliseconds } from '../../../kit/sql/index.ts';
import type { TagId, UserId } from '../../../shared/ids.ts';
import type { TagStatus, TagType } from '../tag.ts';

/** Acts upon one tag alone. */
export const loneActs = ['canonise', 'decanonise', 'free', 'unwrangleable', 'wrangleable'] as const;
/** Acts that tie a tag to another, the target, or part them. */
export const pairActs = [
  'synonym',
  'add-parent',
  'remove-parent',
  'add-metatag',
  'remove-metatag',
] as const;

/** What can be done to a tag. For the parents and metatags the target is the one above. */
export type Act =
  | { readonly kind: (typeof loneActs)[number]; readonly tag: TagId }
  | { readonly kind: (typeof pairActs)[number]; readonly tag: TagId; readonly target: TagId }
  | { readonly kind: 'rename'; readonly tag: TagId; readonly name: string };
/** The word for an act; `undo` is an act too. */
export type ActKind = Act['kind'] | 'undo';

/** How a tag stands: its status, and what it is a synonym of. */
export type Standing = { readonly status: TagStatus; readonly synonymOf: TagId | null };

/** An edge between two tags: a parent and its child, a metatag and its subtag. */
export type Tie = {
  readonly fact: 'parent' | 'metatag';
  readonly above: TagId;
  readonly below: TagId;
};

/** One fact that an act changed, with what undo needs to change it back. */
export type Step =
  | {
      readonly fact: 'standing';
      readonly tag: TagId;
      readonly from: Standing;
      readonly to: Standing;
    }
  | { readonly fact: 'name'; readonly tag: TagId; readonly from: string; readonly to: string }
  | {
      readonly fact: 'old-name';
      readonly type: TagType;
      /** `caseKey` of the name. */
      readonly key: string;
      readonly from: TagId | null;
      readonly to: TagId | null;
    }
  | (Tie & { readonly there: boolean });

/** What a mover keeps of what it moved, so that it can bring it back: JSON. */
export type Kept =
  | string
  | number
  | boolean
  | null
  | readonly Kept[]
  | { readonly [key: string]: Kept };

/** What is kept of an act besides its columns. */
export type ActDetail = {
  /** What was asked for; for an undo what was undone, through any number of undos. */
  readonly about: Act;
  readonly steps: readonly Step[];
  /** What other features moved along, by the mover's name. */
  readonly moved: Readonly<Record<string, Kept>>;
  /** An undo that brought back what other features had moved. */
  readonly movedBack?: true;
  /** An undo that undid an undo: the act stands again. */
  readonly again?: true;
};

/** An act that was done. */
export type KeptAct = {
  readonly id: number;
  /** The order of acts: each has a greater one than those before it. */
  readonly position: number;
  readonly at: Milliseconds;
  /** Null: an act of the operator. */
  readonly by: UserId | null;
  readonly kind: ActKind;
  readonly tag: TagId;
  readonly target: TagId | null;
  /** Acts that were done together share it: the id of the first. */
  readonly batch: number;
  readonly undoes: number | null;
  /** The act that undid this one and stands; null: this one stands. */
  readonly undoneBy: number | null;
  readonly detail: ActDetail;
};
