// What is said between the thread that holds the engine and those that answer for it. Plain data.
import type { Change } from '../changes.ts';
import type { Packed, Shape } from '../engine.ts';
import type { Answer, Clause, Query, Question } from '../query.ts';
import type { SharedEngine } from '../shared-engine.ts';

/** Messages are taken in order: a question sees every change that was told before it. */
export type ToThread =
  | { readonly kind: 'attach'; readonly shape: Shape; readonly shared: SharedEngine }
  | { readonly kind: 'changes'; readonly changes: readonly Change[] }
  | { readonly kind: 'query'; readonly number: number; readonly query: Query }
  | { readonly kind: 'count'; readonly number: number; readonly questions: readonly Question[] }
  | {
      readonly kind: 'terms';
      readonly number: number;
      readonly ids: readonly number[];
      readonly audience: number;
    }
  | { readonly kind: 'pack'; readonly number: number };

/** One for each question, with its number. */
export type FromThread =
  | { readonly kind: 'answer'; readonly number: number; readonly answer: Answer }
  | { readonly kind: 'counted'; readonly number: number; readonly counts: readonly number[] }
  | { readonly kind: 'packed'; readonly number: number; readonly packed: Packed }
  | { readonly kind: 'failed'; readonly number: number; readonly reason: string };

/** A thread, from outside. Nothing is heard of it after `end`. */
export type Thread = {
  post(message: ToThread): void;
  end(): Promise<void>;
};

/** Starts a thread that runs `answerOnThread`. `ended`: once, when it has died by itself. */
export type StartThread = (on: {
  readonly message: (message: FromThread) => void;
  readonly ended: (reason: string) => void;
}) => Thread;

/** The question with its sets of documents as numbers side by side, which are copied at once. */
export function sendable<Asked extends Question>(question: Asked): Asked {
  return { ...question, where: sendableClause(question.where) };
}

function sendableClause(clause: Clause): Clause {
  if (clause.kind === 'documents') {
    const isFlat = clause.ids instanceof Float64Array;
    return { kind: 'documents', ids: isFlat ? clause.ids : Float64Array.from(clause.ids) };
  }
  if (clause.kind === 'not') return { kind: 'not', of: sendableClause(clause.of) };
  if (clause.kind !== 'all' && clause.kind !== 'any') return clause;
  return { kind: clause.kind, of: clause.of.map(sendableClause) };
}
