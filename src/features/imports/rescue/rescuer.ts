// Rescues texts on a thread of its own, so that a long one holds up nobody else.
import { askedThread } from '../../../kit/threads/asked-thread.ts';
import type { Rescued, RescueOptions } from '../../../text/index.ts';
import { rescueAnswerMs, rescueIdleMs, rescuesWaitingMost } from './limits.ts';

/** What the thread is asked. */
export type AskedOfRescuer = { readonly source: string; readonly look: Look };
/** Where paragraphs are looked for. */
export type Look = NonNullable<RescueOptions['look']>;

export type Rescuer = {
  /** Throws `Unanswered` when too many texts wait, or this one took too long. */
  rescue(source: string, look: Look): Promise<Rescued>;
  close(): Promise<void>;
};

/** Starts nothing until the first text comes. */
export function createRescuer(): Rescuer {
  const module = new URL('rescuer-thread.ts', import.meta.url);
  const thread = askedThread<AskedOfRescuer, Rescued>(module, {
    answerMs: rescueAnswerMs,
    idleMs: rescueIdleMs,
    waitingMost: rescuesWaitingMost,
  });
  return { rescue: (source, look) => thread.ask({ source, look }), close: () => thread.end() };
}
