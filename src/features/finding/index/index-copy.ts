// One copy of the index: made of the database, and brought along the change log in commit order.
import type { Engine } from '../../../engine/index.ts';
import { headPosition, listChanges, type Reader } from '../../../kit/sql/index.ts';
import { minuteMs, nextTurn, secondMs } from '../../../kit/time/index.ts';
import type { TagId, UserId, WorkId } from '../../../shared/ids.ts';
import {
  type Languages,
  listCountedSince,
  listIndexedWorks,
  listOwnWorkIds,
  readLanguages,
} from '../../works/index.ts';
import { KnownTags } from './known-tags.ts';
import { KnownWorks } from './known-works.ts';
import { LiveEngine } from './live-engine.ts';
import { step } from './step.ts';

/** Works, tags and the engine that knows them; empty, or over an engine that was loaded. */
export class IndexCopy {
  readonly live: LiveEngine;
  readonly tags: KnownTags;
  readonly works: KnownWorks;
  /** Neither built nor saved with the rest: read when it first catches up. */
  #languages: Languages | null = null;
  /** When counters were last read: epoch milliseconds. */
  countedAt = 0;
  /** Which wish for a new copy it answers; see `readLife`. */
  readonly generation: number;

  constructor(generation: number, loaded: Engine | null) {
    this.generation = generation;
    this.live = new LiveEngine(loaded);
    this.tags = new KnownTags(this.live);
    this.works = new KnownWorks(this.live);
  }

  get engine(): Engine {
    return this.live.engine;
  }

  get languages(): Languages {
    if (this.#languages === null) throw new Error('the copy has not caught up');
    return this.#languages;
  }

  /** Reads the languages where they are not known yet, or have changed. */
  async readLanguages(reader: Reader, changed: boolean): Promise<void> {
    if (changed || this.#languages === null) this.#languages = await readLanguages(reader);
  }
}

const countersEveryMs = 10 * secondMs;
// A transaction writes its time before it commits, and clocks of processes differ.
const countersOverlapMs = minuteMs;

// So many take some 5 ms, for which requests wait.
const worksAtOnce = 100;

/** What the building has read so far is told now and then. */
export type Building = {
  readonly generation: number;
  readonly now: number;
  readonly progress?: (works: number) => void;
  /** Once aborted, the building throws before its next step. */
  readonly signal?: AbortSignal;
};

/** A copy made of all that the database holds; whoever else waits goes first between its steps. */
export async function buildCopy(reader: Reader, building: Building): Promise<IndexCopy> {
  const copy = new IndexCopy(building.generation, null);
  copy.countedAt = building.now;
  // The log's end is read first: what comes in meanwhile is applied once more, unharmed.
  const head = await headPosition(reader);
  await copy.tags.load(reader);
  await loadWorks(copy, reader, building);
  for (const _ of copy.works.creators.pseuds.packing()) await nextTurn();
  await copy.live.pack();
  copy.engine.position = head;
  return copy;
}

async function loadWorks(copy: IndexCopy, reader: Reader, building: Building): Promise<void> {
  let read = 0;
  for (let after = 0; ; ) {
    building.signal?.throwIfAborted();
    const works = await listIndexedWorks(reader, { after, limit: worksAtOnce });
    for (const work of works) copy.works.put(work);
    read += works.length;
    building.progress?.(read);
    after = works.at(-1)?.id ?? 0;
    if (works.length < worksAtOnce) break;
    await nextTurn();
  }
}

export type CatchingUp = {
  /** The position to come to. */
  readonly head: number;
  readonly now: number;
  /** Counters to this very moment. */
  readonly countersToo?: boolean;
};

/** Brings the copy to the position, and its counters to at most ten seconds ago. */
export async function catchUp(
  copy: IndexCopy,
  reader: Reader,
  { head, now, countersToo = false }: CatchingUp,
): Promise<void> {
  const { engine } = copy;
  await copy.readLanguages(reader, false);
  while (engine.position < head) {
    const changes = await listChanges(reader, engine.position, step);
    const ids = (kind: string) => [
      ...new Set(changes.filter((one) => one.kind === kind).map((one) => one.subject_id)),
    ];
    await copy.tags.apply(reader, ids('tag') as TagId[]);
    await applyWorks(copy, reader, [
      ...(ids('work') as WorkId[]),
      ...(await worksOfUsers(reader, ids('user') as UserId[])),
    ]);
    await copy.readLanguages(reader, ids('language').length > 0);
    engine.position = changes.at(-1)?.position ?? head;
    if (engine.position < head) await nextTurn();
  }
  const sinceCounters = Math.abs(now - copy.countedAt);
  if (countersToo || sinceCounters >= countersEveryMs) await readCounters(copy, reader, now);
}

async function readCounters(copy: IndexCopy, reader: Reader, now: number): Promise<void> {
  for (const counted of await listCountedSince(reader, copy.countedAt - countersOverlapMs)) {
    for (const name of ['hits', 'kudos', 'comments', 'bookmarks'] as const) {
      copy.live.setNumber(counted.id, name, counted[name]);
    }
  }
  copy.countedAt = now;
}

/** Works that bear the names of these people. */
async function worksOfUsers(reader: Reader, users: readonly UserId[]): Promise<WorkId[]> {
  const works: WorkId[] = [];
  for (const user of users) works.push(...(await listOwnWorkIds(reader, user)));
  return works;
}

async function applyWorks(copy: IndexCopy, reader: Reader, ids: readonly WorkId[]): Promise<void> {
  const { tags, works } = copy;
  const once = [...new Set(ids)];
  for (let at = 0; at < once.length; at += step) {
    const some = once.slice(at, at + step);
    const found = await listIndexedWorks(reader, { ids: some });
    const unknown = found.flatMap((work) => work.tagIds).filter((id) => !tags.byId.has(id));
    // Tags are born with the work that first bears them, without a change of their own.
    await tags.apply(reader, [...new Set(unknown)]);
    for (const work of found) works.put(work);
    const present = new Set(found.map((work) => work.id));
    for (const id of some) if (!present.has(id)) works.remove(id);
  }
}
