// The shape of full text in a database. Both index the same terms, which are ours; they keep them,
// find them and say how densely they stand.
import type { Reader, Transaction } from '../../../kit/sql/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import type { AnalysedText, Phrase } from '../../../text/index.ts';

export const textColumns = ['title', 'summary', 'notes', 'text'] as const;
export type TextColumn = (typeof textColumns)[number];

/** Which index: what everybody may find, or what members find besides. */
export const textAudiences = ['public', 'members'] as const;
export type TextAudience = (typeof textAudiences)[number];

/** One thing to be found: a work's own lines, or a chapter. */
export type TextEntry = {
  /** Greater than of any entry before. */
  readonly number: number;
  readonly work: WorkId;
  readonly fields: Readonly<Record<TextColumn, AnalysedText>>;
};

/** Any of the phrases, in any of the columns. */
export type TextQuestion = {
  readonly phrases: readonly Phrase[];
  readonly columns: readonly TextColumn[];
};

export type RankedWork = {
  readonly work: WorkId;
  /** From 0 to 1, both outside: how densely the words stand there, and how rare they are. */
  readonly density: number;
};

export type TextTables = {
  /** How many entries `find` may look through before others should have their turn. */
  readonly entriesAtOnce: number;
  /** How many entries `rank` can read in some tens of milliseconds. */
  readonly rankedMost: number;
  /** Adds entries, whose rows the caller writes in the same transaction. */
  put(
    transaction: Transaction,
    audience: TextAudience,
    entries: readonly TextEntry[],
  ): Promise<void>;
  remove(
    transaction: Transaction,
    audience: TextAudience,
    numbers: readonly number[],
  ): Promise<void>;
  /** Empties both indexes, even when they are damaged. */
  clear(transaction: Transaction): Promise<void>;
  /**
   * Works with an entry numbered from `from` to `to`, both included, that the question fits; a
   * work may come twice.
   */
  find(
    reader: Reader,
    audience: TextAudience,
    question: TextQuestion,
    range: { readonly from: number; readonly to: number },
  ): Promise<readonly number[]>;
  /** Of the newest fitting entries, at most `most`, how well each fits. */
  rank(
    reader: Reader,
    audience: TextAudience,
    question: TextQuestion,
    most: number,
  ): Promise<readonly RankedWork[]>;
};
