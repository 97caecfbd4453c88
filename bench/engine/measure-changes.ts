// Changes, merges and a compaction of what `measure` saved, in a process of its own.
import type { Engine } from '../../src/engine/index.ts';
import { type Changes, changesOf, type Merge, mergeOf, mergesFor, rewrite } from './changes.ts';
import type { Clocked } from './clock.ts';
import { loadSaved } from './load.ts';
import { archiveFolder } from './make-archive.ts';
import { forgetMost, type Held, heldNow, mostHeld } from './memory.ts';
import { PackedArchive } from './packed-archive.ts';
import { readRecorded, type Wanted } from './recorded.ts';
import { differing, inSlices } from './serving.ts';

/** Plain data. */
export type Changed = {
  readonly before: Held;
  readonly changes: Changes;
  readonly merges: readonly Merge[];
  readonly compaction: Compaction;
  readonly wrong: readonly string[];
};

/** Packing anew what has gathered, in slices on the serving thread. */
export type Compaction = {
  readonly changes: number;
  readonly ms: number;
  readonly longest: Clocked;
  readonly most: number;
};

/** Loads, changes, merges, packs anew; answers are checked in between. */
export async function measureChanges(wanted: Wanted): Promise<Changed> {
  const archive = new PackedArchive(archiveFolder(wanted.works, wanted.seed));
  const recorded = readRecorded(wanted);
  const before = heldNow();
  const engine = await loadSaved(wanted);
  const changes = changesOf(engine, archive);
  const merges = mergesFor(archive).map(([from, into]) => mergeOf(engine, from, into));
  const wrong = differing(engine, recorded, wanted.works);
  const compaction = compacted(engine, archive);
  const wrongAfter = differing(engine, recorded, wanted.works);
  archive.close();
  return {
    before,
    changes,
    merges,
    compaction,
    wrong: [
      ...wrong.map((each) => `${each} after changes`),
      ...wrongAfter.map((each) => `${each} after compaction`),
    ],
  };
}

function compacted(engine: Engine, archive: PackedArchive): Compaction {
  const changes = rewrite(engine, archive, Math.min(100_000, Math.ceil(archive.works / 20)));
  forgetMost();
  const { ms, longest } = inSlices(engine.compaction());
  return { changes, ms, longest, most: mostHeld() };
}
