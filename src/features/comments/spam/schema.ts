// The tables of what was learnt of spam, as their migration leaves them.
import type { Milliseconds } from '../../../kit/sql/index.ts';

export interface SpamLearningTable {
  /** 1: there is one row. */
  id: number;
  /** Comments that were learnt from. */
  good: number;
  bad: number;
  learnt_at: Milliseconds;
  /** Only comments that are written later are learnt from. */
  reset_at: Milliseconds;
}

export interface SpamSignsTable {
  sign: string;
  good: number;
  bad: number;
}

declare module '../../../kit/sql/index.ts' {
  interface Tables {
    spam_learning: SpamLearningTable;
    spam_signs: SpamSignsTable;
  }
}
