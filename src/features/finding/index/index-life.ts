// The life of a process's index: loaded or built at the first question, followed at every other,
// saved now and then, and replaced while it answers when a newer one is asked for.
import type { Answer, Query, Question } from '../../../engine/index.ts';
import { EnginePool } from '../../../engine/workers/index.ts';
import { headPosition } from '../../../kit/sql/index.ts';
import { minuteMs, nextTurn, secondMs } from '../../../kit/time/index.ts';
import { buildCopy, catchUp, type IndexCopy } from './index-copy.ts';
import { loadIndex, readSaved, type SavedIndex, saveIndex } from './saved-index.ts';
import { findOrMakeLife, type Life, readLife } from './store.ts';
import type { IndexParts } from './works-index.ts';

/** How often to look after the index. */
export const indexUpkeepMs = 20 * secondMs;

// To catch up with fewer takes less than the saving.
const changesWorthSaving = 1000;
// However few there are.
const saveEveryMs = 30 * minuteMs;
// What stopping is worth waiting for.
const changesWorthSavingAtClose = 100;

export class IndexLife {
  readonly #parts: IndexParts;
  #copy: IndexCopy | null = null;
  #pool: EnginePool | null = null;
  #following: Promise<void> = Promise.resolve();
  #upkeep: Promise<void> = Promise.resolve();
  readonly #closing = new AbortController();
  /** Of the file on this disk, as far as this process knows. */
  #saved = { position: -1, at: 0 };
  /** What lies there could not be used. */
  #isRefused = false;

  constructor(parts: IndexParts) {
    this.#parts = parts;
  }

  /** The copy that answers. `follow` has been awaited before. */
  get copy(): IndexCopy {
    if (this.#copy === null) throw notLoaded();
    return this.#copy;
  }

  /** Brings the index to the newest change; the first call loads it. */
  follow(): Promise<void> {
    // One at a time: whoever asks meanwhile waits for a look at the log that starts after it.
    return this.#inTurn(async () => {
      const { database, clock, log } = this.#parts;
      if (this.#copy === null) this.#answerWith(await this.#open());
      const head = await headPosition(database.read);
      if (head < this.copy.engine.position) {
        log.warn({ head }, 'the database is older than the index, which is built anew');
        this.#answerWith(await this.#build(this.copy.generation));
      }
      await catchUp(this.copy, database.read, { head, now: clock.now() });
    });
  }

  /** Loads the index, so that the first question need not wait; gives up when it is closed. */
  async warmUp(): Promise<void> {
    await this.follow().catch((error: Error) => {
      if (!this.#closing.signal.aborted) throw error;
    });
  }

  /** As `Engine.query`; what takes long is answered on another thread. */
  query(query: Query): Promise<Answer> {
    return this.#pool === null ? Promise.reject(notLoaded()) : this.#pool.query(query);
  }

  /** `Engine.count` of each; what takes long is counted on another thread. */
  counts(questions: readonly Question[]): Promise<readonly number[]> {
    return this.#pool === null ? Promise.reject(notLoaded()) : this.#pool.counts(questions);
  }

  /** `Engine.countTerms`; many that were not counted before are counted on another thread. */
  countsOfTerms(ids: readonly number[], audience: number): Promise<readonly number[]> {
    if (this.#pool === null) return Promise.reject(notLoaded());
    return this.#pool.countsOfTerms(ids, audience);
  }

  /** To be called now and then: packs and saves what is worth it, takes a newer copy asked for. */
  upkeep(): Promise<void> {
    return this.#alone(async () => {
      if (this.#copy === null) return;
      const life = await readLife(this.#parts.database.read);
      if (life !== null && life.generation > this.#copy.generation) await this.#renew(life);
      await this.#pool?.compact();
      await this.#saveIfWorthIt(changesWorthSaving, saveEveryMs);
    });
  }

  /** Saves what is worth it and ends. */
  close(): Promise<void> {
    this.#closing.abort();
    return this.#alone(async () => {
      await this.#following;
      if (this.#copy === null) return;
      await this.#pool?.close();
      await this.#saveIfWorthIt(changesWorthSavingAtClose, Number.POSITIVE_INFINITY);
    });
  }

  /** Saves now; false while another process saves. */
  async save(): Promise<boolean> {
    const { database, random, indexFiles, clock } = this.#parts;
    const lock = await indexFiles.lock();
    if (lock === null) return false;
    try {
      const life = await findOrMakeLife(database, random);
      // Begun between two steps of following; both go on together.
      const saving = await this.#inTurn(async () => [saveIndex(this.#parts, this.copy, life)]);
      const { position } = await (saving[0] as Promise<SavedIndex>);
      this.#saved = { position, at: clock.now() };
      this.#isRefused = false;
    } finally {
      await lock.release();
    }
    return true;
  }

  async #saveIfWorthIt(changes: number, everyMs: number): Promise<void> {
    const { position } = this.copy.engine;
    const { clock, indexFiles } = this.#parts;
    const behind = position - this.#saved.position;
    const isOld = clock.now() - this.#saved.at >= everyMs;
    if (this.#saved.position >= 0 && behind < changes && !(behind > 0 && isOld)) return;
    const there = await readSaved(indexFiles);
    const isFresh =
      typeof there === 'object' &&
      there.generation >= this.copy.generation &&
      position - there.position < changes;
    // Another process on this disk has been at it.
    if (isFresh && this.#saved.position < 0 && !this.#isRefused) {
      this.#saved = { position: there.position, at: there.savedAt };
      return;
    }
    await this.save();
  }

  #answerWith(copy: IndexCopy): void {
    const { engineThreads, log } = this.#parts;
    this.#copy?.live.tellOthers(null);
    this.#copy = copy;
    if (this.#pool !== null) this.#pool.replace(copy.engine);
    else {
      this.#pool = new EnginePool(copy.engine, {
        threads: engineThreads.most,
        start: engineThreads.start,
        ...(engineThreads.heavyFrom && { heavyFrom: engineThreads.heavyFrom }),
        turn: nextTurn,
        died: (reason) => log.error({ reason }, 'a thread of the search engine has died'),
      });
    }
    const pool = this.#pool;
    copy.live.tellOthers((change) => pool.tell(change));
  }

  async #open(): Promise<IndexCopy> {
    const life = await readLife(this.#parts.database.read);
    return (await this.#load(life)) ?? this.#build(life?.generation ?? 0);
  }

  /** Null, and why in the log, if there is none that can be used. */
  async #load(life: Life | null): Promise<IndexCopy | null> {
    const { database, indexFiles, log } = this.#parts;
    try {
      const loaded = await loadIndex(indexFiles, database.read, life);
      if (loaded.kind === 'absent') return null;
      if (loaded.kind === 'loaded') {
        const { position, savedAt, works } = loaded.saved;
        this.#saved = { position, at: savedAt };
        log.info({ works, position }, 'the saved index is loaded');
        return loaded.copy;
      }
      log.warn({ reason: loaded.reason }, 'the saved index is not used, a new one is built');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ reason }, 'the saved index cannot be read, a new one is built');
    }
    this.#isRefused = true;
    return null;
  }

  #build(generation: number): Promise<IndexCopy> {
    const { database, clock } = this.#parts;
    const { signal } = this.#closing;
    return buildCopy(database.read, { generation, now: clock.now(), signal });
  }

  /** Makes a copy of that generation beside the one that answers, and lets it answer. */
  async #renew(life: Life): Promise<void> {
    const { database, clock, log } = this.#parts;
    const next = (await this.#load(life)) ?? (await this.#build(life.generation));
    await this.#inTurn(async () => {
      const head = await headPosition(database.read);
      await catchUp(next, database.read, { head, now: clock.now() });
      this.#answerWith(next);
    });
    log.info({ generation: life.generation }, 'a new index answers');
  }

  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const acting = this.#following.then(act);
    this.#following = acting.then(ignore, ignore);
    return acting;
  }

  #alone(act: () => Promise<void>): Promise<void> {
    const acting = this.#upkeep.then(act);
    this.#upkeep = acting.catch(ignore);
    return acting;
  }
}

function notLoaded(): Error {
  return new Error('the index is asked before it is loaded');
}

function ignore(): void {}
