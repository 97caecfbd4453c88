// Questions that take long are answered on other threads, over shared memory, so that the thread
// that holds the engine goes on serving. What a thread cannot answer is answered in place.

import { createEngineBuilder } from '../builder.ts';
import type { Change } from '../changes.ts';
import type { Engine } from '../engine.ts';
import type { Answer, Query, Question } from '../query.ts';
import { EngineThread } from './engine-thread.ts';
import type { StartThread } from './messages.ts';

/** How a pool is made. */
export type PoolOptions = {
  /** Threads at most; with 0 everything is answered in place. They start when they are needed. */
  readonly threads: number;
  readonly start: StartThread;
  /** Questions that cost as much go to a thread; `heavyFrom` if absent. */
  readonly heavyFrom?: number;
  /** Lets everything else that waits go first. */
  readonly turn: () => Promise<void>;
  /** Told once of each thread that has died. */
  readonly died?: (reason: string) => void;
};

/**
 * What a question costs (`Engine.cost`) from which it is worth a thread: less takes some
 * milliseconds, sending it and its answer a half.
 */
export const heavyFrom = 30_000;
// Everything is counted already, and its orders are kept: only at this size are they slow to make.
const everythingHeavyFrom = 500_000;
// Threads that die one after the other die of something that a new one has too.
const deathsMax = 3;

/** Answers for one engine at a time. It must be told every change of it: `tell`. */
export class EnginePool {
  readonly #options: PoolOptions;
  readonly #heavyFrom: number;
  #engine: Engine;
  #threads: EngineThread[] = [];
  #deaths = 0;
  #packing: EngineThread | null = null;
  #isClosed = false;

  constructor(engine: Engine, options: PoolOptions) {
    this.#engine = engine;
    this.#options = options;
    // To send a whole engine would take longer than any answer.
    this.#heavyFrom = options.heavyFrom ?? (sharesMemory() ? heavyFrom : Infinity);
  }

  /** Threads that run now. */
  get running(): number {
    return this.#threads.length;
  }

  /** Whether a question goes to a thread. */
  isHeavy(query: Question): boolean {
    const from = this.#heavyFrom;
    if (!this.#hasThreads || this.#engine.documentCount < from) return false;
    if (query.where.kind === 'everything') {
      return this.#engine.documentCount >= Math.max(from, everythingHeavyFrom);
    }
    return this.#engine.cost(query) >= from;
  }

  /** As `Engine.query`, of the engine as it is at the call. */
  async query(query: Query): Promise<Answer> {
    const engine = this.#engine;
    if (!this.isHeavy(query)) return engine.query(query);
    return (await this.#onThread((thread) => thread.query(query))) ?? engine.query(query);
  }

  /** `Engine.count` of each, in the order given. */
  async counts(questions: readonly Question[]): Promise<readonly number[]> {
    const engine = this.#engine;
    const inPlace = () => questions.map((question) => engine.count(question));
    if (!this.#areHeavy(questions)) return inPlace();
    return (await this.#onThread((thread) => thread.counts(questions))) ?? inPlace();
  }

  /** `Engine.countTerms`; what was counted before is there at once. */
  async countsOfTerms(ids: readonly number[], audience: number): Promise<readonly number[]> {
    const engine = this.#engine;
    const inPlace = () => engine.countTerms(ids, audience);
    const isLight = engine.termCounts.costOf(ids, audience) < this.#heavyFrom;
    if (isLight || !this.#hasThreads) return inPlace();
    return (await this.#onThread((thread) => thread.countsOfTerms(ids, audience))) ?? inPlace();
  }

  /** After each change of the engine, in order. */
  tell(change: Change): void {
    for (const thread of this.#threads) thread.tell(change);
    this.#packing?.tell(change);
  }

  /** From here on another engine is asked. Questions under way are answered by the former. */
  replace(engine: Engine): void {
    this.#engine = engine;
    const former = this.#threads;
    this.#threads = [];
    const packing = this.#packing;
    this.#packing = null;
    void packing?.end();
    for (const thread of former) void thread.endWhenIdle();
  }

  /**
   * Packs the engine anew if that is due: on a thread of its own, or in place in slices where there
   * are none. True: it was packed. One at a time.
   */
  async compact(): Promise<boolean> {
    const engine = this.#engine;
    if (this.#isClosed || this.#packing !== null || !engine.compactionDue) return false;
    if (!this.#hasThreads) {
      const isGone = () => this.#isClosed || this.#engine !== engine;
      return this.#inSlices(engine.compaction(), isGone);
    }
    const thread = this.#start();
    engine.keepChanges();
    this.#packing = thread;
    try {
      const packed = await thread.pack();
      await thread.end();
      const isGone = () => this.#packing !== thread;
      if (isGone() || !(await this.#inSlices(engine.adopting(packed), isGone))) return false;
      // Over the new memory, so that the old is free.
      for (const other of this.#threads) other.attach(engine);
      return true;
    } catch {
      return false;
    } finally {
      engine.keepChanges(false);
      if (this.#packing === thread) this.#packing = null;
      await thread.end();
    }
  }

  /** Ends every thread; what comes later is answered in place. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const threads = [...this.#threads, ...(this.#packing === null ? [] : [this.#packing])];
    this.#threads = [];
    this.#packing = null;
    await Promise.all(threads.map((thread) => thread.end()));
  }

  get #hasThreads(): boolean {
    return this.#options.threads > 0 && !this.#isClosed && this.#deaths < deathsMax;
  }

  // Many that are light may be heavy together.
  #areHeavy(questions: readonly Question[]): boolean {
    if (!this.#hasThreads || this.#engine.documentCount < this.#heavyFrom) return false;
    let cost = 0;
    for (const question of questions) {
      cost += this.#engine.cost(question);
      if (cost >= this.#heavyFrom) return true;
    }
    return false;
  }

  /** False: it was given up before the end. */
  async #inSlices(slices: Iterable<void>, isGivenUp: () => boolean): Promise<boolean> {
    for (const _ of slices) {
      await this.#options.turn();
      if (isGivenUp()) return false;
    }
    return true;
  }

  /** Null: the thread has failed, and the question is to be answered in place. */
  async #onThread<Result>(ask: (thread: EngineThread) => Promise<Result>): Promise<Result | null> {
    const answer = await ask(this.#leastBusy()).catch(() => null);
    if (answer !== null) this.#deaths = 0;
    return answer;
  }

  #leastBusy(): EngineThread {
    const [least] = [...this.#threads].sort((a, b) => a.waiting - b.waiting);
    const isRoom = this.#threads.length < this.#options.threads;
    if (least !== undefined && (least.waiting === 0 || !isRoom)) return least;
    const thread = this.#start();
    this.#threads.push(thread);
    return thread;
  }

  #start(): EngineThread {
    const { start, turn } = this.#options;
    const thread = new EngineThread(start, turn, (reason) => {
      this.#threads = this.#threads.filter((one) => one !== thread);
      this.#deaths += 1;
      this.#options.died?.(reason);
    });
    thread.attach(this.#engine);
    return thread;
  }
}

let isShared: boolean | null = null;

/** Whether engines have a packed part that threads share, as one that was built shows. */
function sharesMemory(): boolean {
  if (isShared === null) {
    const builder = createEngineBuilder({ groups: ['group'], columns: ['number'], texts: [] });
    builder.putDocument({ id: 1, audience: 1, terms: [1], numbers: { number: 1 }, texts: {} });
    const packing = builder.finish();
    let step = packing.next();
    while (!step.done) step = packing.next();
    isShared = Object.keys(step.value.packed.arrays).length > 0;
  }
  return isShared;
}
