// Building, the fixed mix cold and warm, and saving, in a process of its own.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, saveEngine } from '../../src/engine/index.ts';
import { type Clocked, secondsOf } from './clock.ts';
import { folderStorage, plainWriteSeconds } from './disk.ts';
import { archiveFolder } from './make-archive.ts';
import { forgetMost, type Held, heldNow, mostHeld } from './memory.ts';
import { PackedArchive, type Summary } from './packed-archive.ts';
import { type Recorded, readRecorded, type Wanted } from './recorded.ts';
import { buildEngine, differing, timesOf } from './serving.ts';

/** Plain data: what the process that measures leaves to the one that prints. */
export type Measured = {
  readonly archive: Summary;
  /** `own`: seconds of the processor, of all threads of the process. */
  readonly build: { readonly seconds: number; readonly own: number; readonly most: number };
  readonly memory: { readonly before: Held; readonly built: Held; readonly serving: Held };
  readonly kinds: readonly string[];
  readonly totals: readonly number[];
  /** By question. */
  readonly cold: readonly Clocked[];
  readonly warm: readonly Clocked[];
  /** The same questions without facets. */
  readonly pageOnly: readonly Clocked[];
  readonly checked: number;
  readonly wrong: readonly string[];
  readonly save: { readonly seconds: number; readonly bytes: number; readonly disk: number };
};

/** Where the process that measures saves the engine for the one that loads it. */
export function savedFolder(wanted: Wanted): string {
  return join(archiveFolder(wanted.works, wanted.seed), 'saved');
}

/** Builds, asks and saves. The archive must be recorded. */
export async function measure(wanted: Wanted): Promise<Measured> {
  const archive = new PackedArchive(archiveFolder(wanted.works, wanted.seed));
  const recorded = readRecorded(wanted);
  const before = heldNow();
  forgetMost();
  const worked = process.cpuUsage();
  const { result: engine, seconds } = await secondsOf(() => buildEngine(archive));
  const { user, system } = process.cpuUsage(worked);
  const build = { seconds, own: (user + system) / 1e6, most: mostHeld() };
  const built = heldNow();
  const asked = ask(engine, recorded, wanted.works);
  const serving = heldNow();
  const wrong = differing(engine, recorded, wanted.works);
  const save = await saved(engine, wanted);
  archive.close();
  return {
    archive: archive.summary,
    build,
    memory: { before, built, serving },
    kinds: recorded.asked.map(({ kind }) => kind),
    ...asked,
    checked: recorded.expected.length,
    wrong,
    save,
  };
}

function ask(engine: Engine, recorded: Recorded, works: number) {
  const { times: cold, totals } = timesOf(engine, recorded, works);
  // The better of two: the machine does other things meanwhile.
  const first = timesOf(engine, recorded, works).times;
  const again = timesOf(engine, recorded, works).times;
  const pageOnly = timesOf(engine, recorded, works, ({ facets: _, ...query }) => query).times;
  return { totals, cold, warm: first.map((one, at) => better(one, again[at]!)), pageOnly };
}

function better(one: Clocked, other: Clocked): Clocked {
  return { wall: Math.min(one.wall, other.wall), own: Math.min(one.own, other.own) };
}

async function saved(engine: Engine, wanted: Wanted): Promise<Measured['save']> {
  const folder = savedFolder(wanted);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const storage = folderStorage(folder);
  let bytes = 0;
  const counted = {
    ...storage,
    write: (name: string, pieces: Iterable<Uint8Array>) =>
      storage.write(
        name,
        counting(pieces, (length) => (bytes += length)),
      ),
  };
  const { seconds } = await secondsOf(() => saveEngine(engine, counted));
  const plain = join(folder, 'plain');
  const disk = bytes / plainWriteSeconds(plain, bytes);
  rmSync(plain);
  return { seconds, bytes, disk };
}

function* counting(
  pieces: Iterable<Uint8Array>,
  add: (bytes: number) => void,
): Generator<Uint8Array> {
  for (const each of pieces) {
    add(each.length);
    yield each;
  }
}
