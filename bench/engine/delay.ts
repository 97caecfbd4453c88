// How long whoever comes to the serving thread waits for it, while it answers the mix, takes
// changes, packs and saves: with threads for what is heavy, as the product has them.
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  type Change,
  type Document,
  type Engine,
  type Query,
  saveEngine,
} from '../../src/engine/index.ts';
import { EnginePool, type FromThread, type ToThread } from '../../src/engine/workers/index.ts';
import { startThread } from '../../src/kit/threads/index.ts';
import { nextTurn } from '../../src/kit/time/index.ts';
import { quantile } from '../machine.ts';
import { folderStorage } from './disk.ts';
import { queryOf } from './fixed-mix.ts';
import { loadSaved } from './load.ts';
import { archiveFolder } from './make-archive.ts';
import { PackedArchive } from './packed-archive.ts';
import { type Recorded, readRecorded, type Wanted } from './recorded.ts';

/** Milliseconds until the thread is free, for one who comes each millisecond. */
export type Delay = {
  readonly while: string;
  readonly seconds: number;
  readonly questions: number;
  readonly heavy: number;
  /** p50, p99 and the most. */
  readonly waited: readonly number[];
  /** The same without what others on the machine took from the thread. */
  readonly own: readonly number[];
};

export type DelayMeasured = { readonly threads: number; readonly delays: readonly Delay[] };

const questionsASecond = 25;
const changesASecond = 20;
const phaseSeconds = 8;

/** Loads what `measure` saved and serves the recorded mix through a pool. */
export async function measureDelay(wanted: Wanted): Promise<DelayMeasured> {
  const archive = new PackedArchive(archiveFolder(wanted.works, wanted.seed));
  const engine = await loadSaved(wanted);
  const serving = new Serving(engine, archive, readRecorded(wanted));
  await serving.warmUp();
  const every = () => true;
  const delays: Delay[] = [
    await serving.phase('no questions', () => false, phaseLasts()),
    await serving.phase('light questions', (isHeavy) => !isHeavy, phaseLasts()),
    await serving.phase('light and heavy questions', every, phaseLasts()),
  ];
  await serving.gather();
  const packing = serving.pool.compact();
  const packed = Promise.race([serving.packed, packing]);
  delays.push(await serving.phase('packing on a thread', every, packed));
  const after = packing.then(phaseLasts);
  delays.push(await serving.phase('taking what was packed', every, after));
  if (!(await packing)) throw new Error('nothing was packed');
  delays.push(await serving.phase('saving', every, savedTo(engine, wanted)));
  await serving.pool.close();
  archive.close();
  return { threads: serving.threads, delays };
}

function phaseLasts(): Promise<void> {
  return new Promise((over) => setTimeout(over, phaseSeconds * 1000));
}

async function savedTo(engine: Engine, wanted: Wanted): Promise<void> {
  const folder = join(archiveFolder(wanted.works, wanted.seed), 'delayed');
  mkdirSync(folder, { recursive: true });
  await saveEngine(engine, folderStorage(folder));
  rmSync(folder, { recursive: true });
}

/** An engine with its pool, and those who come to it. */
class Serving {
  readonly pool: EnginePool;
  readonly threads = Math.max(1, availableParallelism() - 1);
  /** Once a thread has packed the engine. */
  readonly packed: Promise<void>;
  readonly #engine: Engine;
  readonly #archive: PackedArchive;
  #documents: Generator<Document>;
  // Made before anybody waits: what text finds is no work of the engine's.
  readonly #questions: readonly Query[];
  #asked = 0;
  #changed = 0;

  constructor(engine: Engine, archive: PackedArchive, recorded: Recorded) {
    this.#engine = engine;
    this.#archive = archive;
    this.#documents = archive.documents();
    this.#questions = recorded.asked.map((asked) => queryOf(asked, archive.works));
    const module = new URL('../../src/engine-thread.ts', import.meta.url);
    const packed = Promise.withResolvers<void>();
    this.packed = packed.promise;
    this.pool = new EnginePool(engine, {
      threads: this.threads,
      turn: nextTurn,
      start: (on) =>
        startThread<ToThread, FromThread>(module, {
          ...on,
          message: (message) => {
            if (message.kind === 'packed') packed.resolve();
            on.message(message);
          },
        }),
    });
  }

  /** Asks everything once: threads start, and what is kept between questions is made. */
  async warmUp(): Promise<void> {
    for (const question of this.#questions) {
      await this.pool.query(question);
      await nextTurn();
    }
  }

  /** Changes until packing is due, with questions between, as they come. */
  async gather(): Promise<void> {
    while (!this.#engine.compactionDue) {
      for (let at = 0; at < 50; at++) this.#change();
      await this.pool.query(this.#nextQuestion());
      await nextTurn();
    }
  }

  /** Serves until then. `wants`: which questions are asked, by whether they are heavy. */
  async phase(
    name: string,
    wants: (isHeavy: boolean) => boolean,
    until: Promise<unknown>,
  ): Promise<Delay> {
    const start = performance.now();
    const watch = new DelayWatch();
    let heavy = 0;
    const asking = setInterval(() => ask(), 1000 / questionsASecond);
    const changing = setInterval(() => this.#change(), 1000 / changesASecond);
    const answers: Promise<unknown>[] = [];
    const ask = (): void => {
      for (let tries = 0; tries < 20; tries++) {
        const query = this.#nextQuestion();
        const isHeavy = this.pool.isHeavy(query);
        if (!wants(isHeavy)) continue;
        heavy += Number(isHeavy);
        answers.push(this.pool.query(query));
        return;
      }
    };
    await until;
    const seconds = (performance.now() - start) / 1000;
    clearInterval(asking);
    clearInterval(changing);
    const { waited, own } = watch.end();
    await Promise.all(answers);
    return { while: name, seconds, questions: answers.length, heavy, waited, own };
  }

  #nextQuestion(): Query {
    return this.#questions[this.#asked++ % this.#questions.length]!;
  }

  /** A work changes and is as before at the next; every other change counts a visitor. */
  #change(): void {
    let next = this.#documents.next();
    if (next.done === true) {
      this.#documents = this.#archive.documents();
      next = this.#documents.next();
    }
    const document: Document = next.value;
    const change: Change =
      this.#changed++ % 2 === 0
        ? { kind: 'putDocument', document: { ...document, audience: 3 - document.audience } }
        : { kind: 'setNumber', id: document.id, column: 'hits', value: this.#changed };
    this.#engine.apply(change);
    this.pool.tell(change);
  }
}

/** Looks at the thread each millisecond, and at what it worked meanwhile. */
class DelayWatch {
  readonly #waited: number[] = [];
  readonly #own: number[] = [];
  #last = performance.now();
  #worked = workedMs();
  #timer: NodeJS.Timeout;

  constructor() {
    this.#timer = setTimeout(() => this.#look(), 1);
  }

  end(): { waited: number[]; own: number[] } {
    clearTimeout(this.#timer);
    this.#look();
    clearTimeout(this.#timer);
    const of = (times: number[]): number[] => [0.5, 0.99, 1].map((at) => quantile(times, at));
    return { waited: of(this.#waited), own: of(this.#own) };
  }

  #look(): void {
    const [now, worked] = [performance.now(), workedMs()];
    const late = Math.max(0, now - this.#last - 1);
    const own = Math.min(late, worked - this.#worked);
    // Those who came earlier in the same wait waited less.
    for (let at = 0; at <= late; at++) {
      this.#waited.push(late - at);
      this.#own.push(Math.max(0, own - at));
    }
    [this.#last, this.#worked] = [now, worked];
    this.#timer = setTimeout(() => this.#look(), 1);
  }
}

function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
