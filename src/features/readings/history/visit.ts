// What a person has opened, and whether they want that to be remembered.
import type { WorkId } from '../../../shared/ids.ts';

export type Visit = {
  readonly work: WorkId;
  readonly firstAt: number;
  readonly lastAt: number;
  /** How often they came back after `visitGapMs` at the least. */
  readonly times: number;
};

/** `unasked`: nothing is kept, and they may be asked. */
export type HistoryChoice = 'kept' | 'off' | 'unasked';

/** What was cleared and can be had back; null: nothing. */
export type Cleared = { readonly works: number; readonly until: number };
