// The tables of reports and cases, as migration 0028 leaves them.
import type { Milliseconds } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';

declare const brand: unique symbol;
export type CaseId = number & { readonly [brand]: 'case' };

export const caseStates = ['new', 'taken', 'waiting', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];
export type CaseOutcome = 'acted' | 'nothing';

export interface CasesTable {
  id: CaseId;
  subject_kind: string;
  subject_id: number;
  state: CaseState;
  taken_by: UserId | null;
  /** Null while it is open. */
  outcome: CaseOutcome | null;
  opened_at: Milliseconds;
  changed_at: Milliseconds;
}

export interface CasePeopleTable {
  case_id: CaseId;
  user_id: UserId;
}

export interface CaseEvidenceTable {
  id: number;
  case_id: CaseId;
  at: Milliseconds;
  title: string;
  /** The path it stood at. */
  address: string;
  /** Of works and chapters: grows with every change. */
  revision: number | null;
  /** SHA-256 of title and body. */
  hash: string;
  /** Plain text. */
  body: string;
}

export interface ReportsTable {
  id: number;
  case_id: CaseId;
  evidence_id: number;
  /** Null: a guest. */
  reporter_id: UserId | null;
  reason: string;
  words: string;
  at: Milliseconds;
}

export interface CaseNotesTable {
  id: number;
  case_id: CaseId;
  by_id: UserId;
  words: string;
  at: Milliseconds;
}

declare module '../../../kit/sql/index.ts' {
  interface Tables {
    cases: CasesTable;
    case_people: CasePeopleTable;
    case_evidence: CaseEvidenceTable;
    reports: ReportsTable;
    case_notes: CaseNotesTable;
  }
}
