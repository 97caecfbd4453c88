// The tables of full text that both databases share, as migration 0008 leaves them. The indexes
// themselves are in storage/.
import type { Flag } from '../../kit/sql/index.ts';
import type { ChapterId, WorkId } from '../../shared/ids.ts';

/** One thing that is indexed. */
export interface TextRowsTable {
  /** Its place in the index; a text that changed gets a new one. */
  number: number;
  work_id: WorkId;
  /** 0: title, summary and notes of the work itself. */
  chapter_id: ChapterId | 0;
  /** 1: everybody; 2: members. */
  audience: number;
  /** Of the filling that wrote it. */
  generation: number;
  /** Changes with the text. */
  mark: string;
}

/** How far the index is: one row. */
export interface TextStateTable {
  id: number;
  /** Grows with every change of the index: whoever prepared one on another turn begins again. */
  turn: number;
  /** The analysis that the newest generation is of; 0: nothing yet. */
  analysis: number;
  generation: number;
  /** All changes of the change log up to here are in the index. */
  position: number;
  /** Works up to this id are in the newest generation. */
  filled_to: number;
  filled: Flag;
}

declare module '../../kit/sql/index.ts' {
  interface Tables {
    text_rows: TextRowsTable;
    text_state: TextStateTable;
  }
}
