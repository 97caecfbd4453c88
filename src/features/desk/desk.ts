// Checks texts on a thread of its own, so that a long chapter holds up nobody else.
import { createHash } from 'node:crypto';
import { askedThread } from '../../kit/threads/asked-thread.ts';
import type { CheckedText, Finding, TextFormat } from '../../text/index.ts';
import { checkAnswerMs, checkIdleMs, checksWaitingMost } from './limits.ts';

/** What the thread is asked. */
export type AskedCheck = { readonly source: string; readonly format: TextFormat };

export type Desk = {
  /** Throws `Unanswered` when too many texts wait, or this one took too long. */
  check(asked: AskedCheck): Promise<CheckedText>;
  close(): Promise<void>;
};

/** Starts nothing until the first text comes. */
export function createDesk(): Desk {
  const thread = askedThread<AskedCheck, CheckedText>(new URL('check-thread.ts', import.meta.url), {
    answerMs: checkAnswerMs,
    idleMs: checkIdleMs,
    waitingMost: checksWaitingMost,
  });
  return { check: (asked) => thread.ask(asked), close: () => thread.end() };
}

/** The same for the same slip among the same words, wherever in a text they have moved to. */
export function findingKey({ rule, reason, before, quote, after }: Finding): string {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const around = [words(before).slice(-4), words(quote), words(after).slice(0, 4)];
  const said = JSON.stringify([rule, reason, ...around]);
  return createHash('sha256').update(said).digest('base64url').slice(0, 22);
}
