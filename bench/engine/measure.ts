// Every figure of the table of budgets, taken in a process of its own.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, saveEngine } from '../../src/engine/index.ts';
import { type Changes, changesOf, type Merge, mergeOf, mergesFor, rewrite } from './changes.ts';
import { secondsOf } from './clock.ts';
import { folderStorage, plainWriteSeconds } from './disk.ts';
import { archiveFolder } from './make-archive.ts';
import { forgetMost, type Held, heldNow, mostHeld } from './memory.ts';
import { PackedArchive, type Summary } from './packed-archive.ts';
import { type Recorded, readRecorded, type Wanted } from './recorded.ts';
import { buildEngine, differing, inSlices, timesOf } from './serving.ts';

/** Plain data: what the process that measures leaves to the one that prints. */
export type Measured = {
  readonly archive: Summary;
  readonly build: { readonly seconds: number; readonly most: number };
  readonly memory: { readonly before: Held; readonly built: Held; readonly serving: Held };
  readonly kinds: readonly string[];
  readonly totals: readonly number[];
  /** Milliseconds by question. */
  readonly cold: readonly number[];
  readonly warm: readonly number[];
  /** The same questions without facets. */
  readonly pageOnly: readonly number[];
  readonly checked: number;
  readonly wrong: readonly string[];
  readonly changes: Changes;
  readonly merges: readonly Merge[];
  readonly compaction: Compaction;
  readonly save: { readonly seconds: number; readonly bytes: number; readonly disk: number };
};

/** Packing anew what has gathered, in slices on the serving thread. */
export type Compaction = {
  readonly changes: number;
  readonly ms: number;
  readonly longestMs: number;
  readonly most: number;
};

/** Where the process that measures saves the engine for the one that loads it. */
export function savedFolder(wanted: Wanted): string {
  return join(archiveFolder(wanted.works, wanted.seed), 'saved');
}

/** Builds, asks, changes and saves. The archive must be recorded. */
export async function measure(wanted: Wanted): Promise<Measured> {
  const archive = new PackedArchive(archiveFolder(wanted.works, wanted.seed));
  const recorded = readRecorded(wanted);
  const before = heldNow();
  forgetMost();
  const { result: engine, seconds } = await secondsOf(() => buildEngine(archive));
  const build = { seconds, most: mostHeld() };
  const built = heldNow();
  const asked = ask(engine, recorded, wanted.works);
  const serving = heldNow();
  const wrong = differing(engine, recorded, wanted.works);
  const changes = changesOf(engine, archive);
  const merges = mergesFor(archive).map(([from, into]) => mergeOf(engine, from, into));
  const stillWrong = differing(engine, recorded, wanted.works);
  const compaction = compacted(engine, archive);
  const wrongAfter = differing(engine, recorded, wanted.works);
  const save = await saved(engine, wanted);
  archive.close();
  return {
    archive: archive.summary,
    build,
    memory: { before, built, serving },
    kinds: recorded.asked.map(({ kind }) => kind),
    ...asked,
    checked: recorded.expected.length,
    wrong: [
      ...wrong,
      ...stillWrong.map((each) => `${each} after changes`),
      ...wrongAfter.map((each) => `${each} after compaction`),
    ],
    changes,
    merges,
    compaction,
    save,
  };
}

function ask(engine: Engine, recorded: Recorded, works: number) {
  const { times: cold, totals } = timesOf(engine, recorded, works);
  // The better of two: the machine does other things meanwhile.
  const first = timesOf(engine, recorded, works).times;
  const again = timesOf(engine, recorded, works).times;
  const pageOnly = timesOf(engine, recorded, works, ({ facets: _, ...query }) => query).times;
  return { totals, cold, warm: first.map((ms, at) => Math.min(ms, again[at]!)), pageOnly };
}

function compacted(engine: Engine, archive: PackedArchive): Compaction {
  const changes = rewrite(engine, archive, Math.min(100_000, Math.ceil(archive.works / 20)));
  forgetMost();
  const { ms, longestMs } = inSlices(engine.compaction());
  return { changes, ms, longestMs, most: mostHeld() };
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
