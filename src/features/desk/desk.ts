// Checks texts on a thread of its own, so that a long chapter holds up nobody else.
import { createHash } from 'node:crypto';
import { askedThread } from '../../kit/threads/asked-thread.ts';
import type { CheckedText, Finding, TextFormat, TextNames } from '../../text/index.ts';
import { checkAnswerMs, checkIdleMs, checksWaitingMost } from './limits.ts';

/** A text as it was typed. */
export type TypedText = { readonly source: string; readonly format: TextFormat };

/** What the thread is asked. */
export type AskedOfDesk =
  | { readonly kind: 'check'; readonly text: TypedText }
  | { readonly kind: 'names'; readonly texts: readonly TypedText[] };

export type Desk = {
  /** Throws `Unanswered` when too many texts wait, or this one took too long; so do all. */
  check(text: TypedText): Promise<CheckedText>;
  /** Who and what the texts speak of, read as one. */
  readNames(texts: readonly TypedText[]): Promise<TextNames>;
  close(): Promise<void>;
};

/** Starts nothing until the first text comes. */
export function createDesk(): Desk {
  const module = new URL('desk-thread.ts', import.meta.url);
  const thread = askedThread<AskedOfDesk, CheckedText | TextNames>(module, {
    answerMs: checkAnswerMs,
    idleMs: checkIdleMs,
    waitingMost: checksWaitingMost,
  });
  return {
    check: async (text) => (await thread.ask({ kind: 'check', text })) as CheckedText,
    readNames: async (texts) => (await thread.ask({ kind: 'names', texts })) as TextNames,
    close: () => thread.end(),
  };
}

/** The same for the same slip among the same words, wherever in a text they have moved to. */
export function findingKey({ rule, reason, before, quote, after }: Finding): string {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const around = [words(before).slice(-2), words(quote), words(after).slice(0, 2)];
  const said = JSON.stringify([rule, reason, ...around]);
  return createHash('sha256').update(said).digest('base64url').slice(0, 22);
}
