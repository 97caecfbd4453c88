// One thread of the pool, with the questions that it has not answered yet.
import type { Change } from '../changes.ts';
import type { Engine, Packed } from '../engine.ts';
import type { Answer, Query, Question } from '../query.ts';
import {
  type FromThread,
  type StartThread,
  sendable,
  type Thread,
  type ToThread,
} from './messages.ts';

type Waiting = {
  readonly answered: (message: FromThread) => void;
  readonly failed: (error: Error) => void;
};

// So many are told at once, or with the next question: some 20 microseconds each to copy.
const changesAtOnce = 64;

/** Started; `attach` it before anything else. */
export class EngineThread {
  readonly #thread: Thread;
  readonly #turn: () => Promise<void>;
  readonly #waiting = new Map<number, Waiting>();
  #gathered: Change[] = [];
  // What had changed before it was attached, while that is being told; what waits until it is.
  #telling: Iterator<Change> | null = null;
  #held: ToThread[] = [];
  #questions = 0;
  #isEnding = false;
  #whenIdle: (() => void) | null = null;

  constructor(start: StartThread, turn: () => Promise<void>, died: (reason: string) => void) {
    this.#turn = turn;
    this.#thread = start({
      message: (message) => this.#take(message),
      ended: (reason) => {
        if (this.#isEnding) return;
        this.#isEnding = true;
        died(reason);
        this.#giveUp(reason);
      },
    });
  }

  /** Questions without an answer yet. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /**
   * Gives it the engine as it is now. Where much has changed since that was packed, it is told in
   * turns, and questions wait for the end of it: they are then answered as things are there.
   */
  attach(engine: Engine): void {
    const { shape, packed, position } = engine;
    this.#gathered = [];
    const telling = engine.since()[Symbol.iterator]();
    this.#post({ kind: 'attach', shape, shared: { packed, since: [], position } });
    this.#telling = this.#tellSome(telling) ? telling : null;
    if (this.#telling === null) this.#postHeld();
    else void this.#tellRest(telling);
  }

  tell(change: Change): void {
    this.#gathered.push(change);
    if (this.#telling === null && this.#gathered.length >= changesAtOnce) this.#flush();
  }

  async query(query: Query): Promise<Answer> {
    const message = await this.#ask((number) => ({
      kind: 'query',
      number,
      query: sendable(query),
    }));
    if (message.kind !== 'answer') throw new Error('a thread answered something else');
    return message.answer;
  }

  async counts(questions: readonly Question[]): Promise<readonly number[]> {
    const message = await this.#ask((number) => ({
      kind: 'count',
      number,
      questions: questions.map(sendable),
    }));
    if (message.kind !== 'counted') throw new Error('a thread answered something else');
    return message.counts;
  }

  async countsOfTerms(ids: readonly number[], audience: number): Promise<readonly number[]> {
    const message = await this.#ask((number) => ({ kind: 'terms', number, ids, audience }));
    if (message.kind !== 'counted') throw new Error('a thread answered something else');
    return message.counts;
  }

  async pack(): Promise<Packed> {
    const message = await this.#ask((number) => ({ kind: 'pack', number }));
    if (message.kind !== 'packed') throw new Error('a thread answered something else');
    return message.packed;
  }

  /** At once: questions under way fail. */
  async end(): Promise<void> {
    this.#isEnding = true;
    this.#giveUp('the thread was ended');
    await this.#thread.end();
  }

  /** Once its questions are answered. */
  async endWhenIdle(): Promise<void> {
    if (this.#waiting.size > 0) {
      await new Promise<void>((idle) => {
        this.#whenIdle = idle;
      });
    }
    await this.end();
  }

  #ask(messageOf: (number: number) => ToThread): Promise<FromThread> {
    const number = this.#questions++;
    return new Promise((answered, failed) => {
      if (this.#isEnding) throw new Error('the thread has ended');
      this.#waiting.set(number, { answered, failed });
      this.#flush();
      if (this.#telling === null) this.#post(messageOf(number));
      else this.#held.push(messageOf(number));
    });
  }

  #take(message: FromThread): void {
    const waiting = this.#waiting.get(message.number);
    this.#waiting.delete(message.number);
    if (message.kind === 'failed') waiting?.failed(new Error(message.reason));
    else waiting?.answered(message);
    this.#settle();
  }

  #giveUp(reason: string): void {
    for (const { failed } of this.#waiting.values()) failed(new Error(reason));
    this.#waiting.clear();
    this.#settle();
  }

  #settle(): void {
    if (this.#waiting.size === 0) this.#whenIdle?.();
  }

  // False once all is told.
  #tellSome(telling: Iterator<Change>): boolean {
    const changes: Change[] = [];
    for (let next = telling.next(); next.done !== true; next = telling.next()) {
      changes.push(next.value);
      if (changes.length === changesAtOnce) break;
    }
    if (changes.length > 0) this.#post({ kind: 'changes', changes });
    return changes.length === changesAtOnce;
  }

  async #tellRest(telling: Iterator<Change>): Promise<void> {
    do {
      await this.#turn();
      // Ended, or attached anew.
      if (this.#isEnding || this.#telling !== telling) return;
    } while (this.#tellSome(telling));
    this.#telling = null;
    // Some of these are told a second time, which changes nothing: each says how a thing is.
    this.#flush();
    this.#postHeld();
  }

  #postHeld(): void {
    for (const message of this.#held.splice(0)) this.#post(message);
  }

  #flush(): void {
    if (this.#telling !== null) return;
    while (this.#gathered.length > 0) {
      this.#post({ kind: 'changes', changes: this.#gathered.splice(0, changesAtOnce) });
    }
  }

  #post(message: ToThread): void {
    if (!this.#isEnding) this.#thread.post(message);
  }
}
