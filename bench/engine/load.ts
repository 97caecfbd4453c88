// Loading a saved engine, in a process that holds nothing else.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, loadEngine } from '../../src/engine/index.ts';
import { secondsOf } from './clock.ts';
import { folderStorage, forgetCached, plainReadSeconds } from './disk.ts';
import { savedFolder } from './measure.ts';
import { forgetMost, type Held, heldNow, mostHeld } from './memory.ts';
import { shape } from './packed-archive.ts';
import { readRecorded, type Wanted } from './recorded.ts';
import { differing, timesOf } from './serving.ts';

// Once cold, twice warm: as where the questions are timed.
const warmRounds = 3;

/** What loading took. `disk` is bytes a second of reading the same file plainly. */
export type LoadMeasured = {
  readonly seconds: number;
  readonly most: number;
  readonly before: Held;
  readonly after: Held;
  /** After the whole mix three times; absent in figures kept from before it was taken. */
  readonly served?: Held;
  readonly disk: number;
  /** Whether the system forgot the file before each reading. */
  readonly fromDisk: boolean;
  /** Seconds of loading again, when the system has all of the file in memory. */
  readonly again: number;
  readonly wrong: readonly string[];
};

/** Loads what `measure` saved, and checks it. */
export async function measureLoad(wanted: Wanted, bytes: number): Promise<LoadMeasured> {
  const folder = savedFolder(wanted);
  const recorded = readRecorded(wanted);
  const files = readdirSync(folder).map((name) => join(folder, name));
  const forgot = (): boolean => files.every(forgetCached);
  const fromDisk = forgot();
  const plain = files.reduce((sum, file) => sum + plainReadSeconds(file), 0);
  forgot();
  const before = heldNow();
  forgetMost();
  const { result: engine, seconds } = await secondsOf(() => loadSaved(wanted));
  const most = mostHeld();
  const after = heldNow();
  for (let round = 0; round < warmRounds; round++) timesOf(engine, recorded, wanted.works);
  const served = heldNow();
  const wrong = differing(engine, recorded, wanted.works);
  const { seconds: again } = await secondsOf(() => loadSaved(wanted));
  return { seconds, most, before, after, served, disk: bytes / plain, fromDisk, again, wrong };
}

/** What `measure` saved. */
export async function loadSaved(wanted: Wanted): Promise<Engine> {
  const loaded = await loadEngine(shape, folderStorage(savedFolder(wanted)));
  if (loaded.kind !== 'loaded') throw new Error(`the saved engine is ${JSON.stringify(loaded)}`);
  return loaded.engine;
}
