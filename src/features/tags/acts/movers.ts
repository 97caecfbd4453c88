// Rows of other features that belong to a tag, and go along when it becomes another's synonym.
// Each feature's door offers its part; app.ts gives the list to whatever does acts.
import type { Milliseconds, Reader, Transaction } from '../../../kit/sql/index.ts';
import type { TagId, UserId } from '../../../shared/ids.ts';
import type { Kept } from './act.ts';

/** What an act touches of a feature's rows. */
export type Touched = {
  /** Saved filters that name one of the tags. */
  readonly filters: number;
  /** Whoever those rows belong to. */
  readonly people: readonly UserId[];
};

/** The part of one feature: followers, favourites, saved filters, who looks after a fandom. */
export type TagMover = {
  /** Kept with what it moved: it stays the same for ever, and no two movers share it. */
  readonly name: string;
  /** What would move or change its meaning with these tags. Reads only. */
  touched(reader: Reader | Transaction, tags: readonly TagId[]): Promise<Touched>;
  /**
   * Moves what stands at one tag to another, one of each; answers with what `restore` needs of it,
   * null when nothing stood there. Writes nothing to the change log.
   */
  move(transaction: Transaction, from: TagId, to: TagId, at: Milliseconds): Promise<Kept | null>;
  /** Brings back what it moved from one tag to the other and nobody has moved or removed since. */
  restore(
    transaction: Transaction,
    kept: Kept,
    from: TagId,
    to: TagId,
    at: Milliseconds,
  ): Promise<void>;
};
