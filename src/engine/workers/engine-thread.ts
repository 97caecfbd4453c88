// One thread of the pool, with the questions that it has not answered yet.
import type { Change } from '../changes.ts';
import type { Engine, Packed } from '../engine.ts';
import type { Answer, Query, Question } from '../query.ts';
import type { FromThread, StartThread, Thread, ToThread } from './messages.ts';

type Waiting = {
  readonly answered: (message: FromThread) => void;
  readonly failed: (error: Error) => void;
};

// Told together with the next question, or so many at once.
const changesGatheredMax = 256;

/** Started; `attach` it before anything else. */
export class EngineThread {
  readonly #thread: Thread;
  readonly #waiting = new Map<number, Waiting>();
  #gathered: Change[] = [];
  #questions = 0;
  #isEnding = false;
  #whenIdle: (() => void) | null = null;

  constructor(start: StartThread, died: (reason: string) => void) {
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

  /** Gives it the engine as it is now. */
  attach(engine: Engine): void {
    this.#gathered = [];
    this.#post({ kind: 'attach', shape: engine.shape, shared: engine.share() });
  }

  tell(change: Change): void {
    this.#gathered.push(change);
    if (this.#gathered.length >= changesGatheredMax) this.#flush();
  }

  async query(query: Query): Promise<Answer> {
    this.#flush();
    const message = await this.#ask((number) => ({ kind: 'query', number, query }));
    if (message.kind !== 'answer') throw new Error('a thread answered something else');
    return message.answer;
  }

  async counts(questions: readonly Question[]): Promise<readonly number[]> {
    this.#flush();
    const message = await this.#ask((number) => ({ kind: 'count', number, questions }));
    if (message.kind !== 'counted') throw new Error('a thread answered something else');
    return message.counts;
  }

  async pack(): Promise<Packed> {
    this.#flush();
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
      this.#post(messageOf(number));
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

  #flush(): void {
    if (this.#gathered.length === 0) return;
    this.#post({ kind: 'changes', changes: this.#gathered });
    this.#gathered = [];
  }

  #post(message: ToThread): void {
    if (!this.#isEnding) this.#thread.post(message);
  }
}
