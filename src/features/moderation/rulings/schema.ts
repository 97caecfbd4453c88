// The tables of rulings, as migration 0037 leaves them.
import type { Milliseconds } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Act, SubjectKind } from './acts.ts';

declare const brand: unique symbol;
export type RulingId = number & { readonly [brand]: 'ruling' };

export interface RulingsTable {
  id: RulingId;
  subject_kind: SubjectKind;
  subject_id: number;
  /** What it was called then; of a person, the log-in name. */
  title: string;
  act: Act;
  /** Of a suspension: when it ends. */
  until: Milliseconds | null;
  /** One of the reasons for which things are reported; empty where something is given back. */
  reason: string;
  /** To those whose it is. */
  words: string;
  by_id: UserId;
  at: Milliseconds;
  appeal_words: string | null;
  appealed_at: Milliseconds | null;
  /** Null: an appeal waits, or there is none. */
  answered_at: Milliseconds | null;
}

export interface RulingPeopleTable {
  ruling_id: RulingId;
  user_id: UserId;
}

declare module '../../../kit/sql/index.ts' {
  interface Tables {
    rulings: RulingsTable;
    ruling_people: RulingPeopleTable;
  }
}
