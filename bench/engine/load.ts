// Loading a saved engine, in a process that holds nothing else.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadEngine } from '../../src/engine/index.ts';
import { secondsOf } from './clock.ts';
import { folderStorage, forgetCached, plainReadSeconds } from './disk.ts';
import { savedFolder } from './measure.ts';
import { forgetMost, type Held, heldNow, mostHeld } from './memory.ts';
import { shape } from './packed-archive.ts';
import { readRecorded, type Wanted } from './recorded.ts';
import { differing } from './serving.ts';

/** What loading took. `disk` is bytes a second of reading the same file plainly. */
export type LoadMeasured = {
  readonly seconds: number;
  readonly most: number;
  readonly before: Held;
  readonly after: Held;
  readonly disk: number;
  /** Whether the system forgot the file before each reading. */
  readonly fromDisk: boolean;
  readonly wrong: readonly string[];
};

/** Loads what `measure` saved, checks it, and takes the saved file away. */
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
  const { result: loaded, seconds } = await secondsOf(() =>
    loadEngine(shape, folderStorage(folder)),
  );
  const most = mostHeld();
  if (loaded.kind !== 'loaded') throw new Error(`the saved engine is ${JSON.stringify(loaded)}`);
  const after = heldNow();
  const wrong = differing(loaded.engine, recorded, wanted.works);
  rmSync(folder, { recursive: true });
  return { seconds, most, before, after, disk: bytes / plain, fromDisk, wrong };
}
