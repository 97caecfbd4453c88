// The table of notes on people, as migration 0037 leaves it.
import type { Milliseconds } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';

export interface PersonNotesTable {
  id: number;
  user_id: UserId;
  by_id: UserId;
  words: string;
  at: Milliseconds;
}

declare module '../../../kit/sql/index.ts' {
  interface Tables {
    person_notes: PersonNotesTable;
  }
}
