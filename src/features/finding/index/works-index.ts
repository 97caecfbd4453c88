// This process's copy of the index: loaded from the database, then kept in step with the change
// log. `follow` is awaited before every answer, so that a list knows every change that was
// acknowledged before it was asked for.
import type { Engine } from '../../../engine/index.ts';
import { headPosition, listChanges, type Reader } from '../../../kit/sql/index.ts';
import { type Clock, minuteMs, secondMs } from '../../../kit/time/index.ts';
import type { TagId, UserId, WorkId } from '../../../shared/ids.ts';
import type { TagType } from '../../tags/index.ts';
import { listCountedSince, listIndexedWorks, listOwnWorkIds } from '../../works/index.ts';
import type { Creators } from './creators.ts';
import type { Edges } from './edges.ts';
import { type KnownTag, KnownTags } from './known-tags.ts';
import { KnownWorks } from './known-works.ts';
import type { NameIndex } from './name-index.ts';
import { createWorksEngine } from './shape.ts';
import { step } from './step.ts';
import type { WordIndex } from './word-index.ts';

export type { KnownTag } from './known-tags.ts';

/** What is held of all works and tags, for whoever may see them: `sight.ts` says who may. */
export type WorksIndex = {
  readonly engine: Engine;
  /** Words of title, summary, creators and tag names. */
  readonly words: WordIndex;
  readonly titles: WordIndex;
  /** Every tag by id. */
  readonly tags: ReadonlyMap<TagId, KnownTag>;
  readonly names: NameIndex;
  readonly byType: ReadonlyMap<TagType, ReadonlySet<TagId>>;
  /** The vocabulary tag that a short word of its type stands for: `teen` among ratings. */
  shortWord(type: TagType, word: string): TagId | null;
  /** Direct parents and children by id. */
  readonly parents: Edges;
  readonly children: Edges;
  readonly creators: Creators;
  /** The mask of who may see a work in lists; 0 for one that is in none. */
  audienceOf(id: number): number;
  /** The number that stands for a language among the engine's terms; null: no work is in it. */
  languageTerm(language: string): number | null;
  /** BCP 47 tags of languages that some work is or was in. */
  languages(): readonly string[];
  /**
   * Brings the copy to the newest change; the first call loads it whole. Counters, which no
   * change tells of, are at most ten seconds behind.
   */
  follow(reader: Reader): Promise<void>;
};

type State = {
  readonly engine: Engine;
  readonly tags: KnownTags;
  readonly works: KnownWorks;
  readonly clock: Clock;
  isLoaded: boolean;
  /** When counters were last read. */
  countedAt: number;
};

const countersEveryMs = 10 * secondMs;
// A transaction writes its time before it commits, and clocks of processes differ.
const countersOverlapMs = minuteMs;

export function createWorksIndex(clock: Clock): WorksIndex {
  const engine = createWorksEngine();
  const tags = new KnownTags(engine);
  const works = new KnownWorks(engine, tags);
  const state: State = { engine, tags, works, clock, isLoaded: false, countedAt: 0 };
  let following: Promise<void> = Promise.resolve();
  return {
    engine,
    tags: tags.byId,
    names: tags.names,
    byType: tags.byType,
    shortWord: (type, word) => tags.ofShortWord(type, word),
    parents: tags.parents.above,
    children: tags.parents.below,
    words: works.words,
    titles: works.titles,
    creators: works.creators,
    audienceOf: (id) => works.audienceOf(id),
    languageTerm: (language) => works.languageTerm(language),
    languages: () => works.languages(),
    follow(reader) {
      // One at a time: whoever asks meanwhile waits for a look at the log that starts after it.
      following = following.then(
        () => catchUp(state, reader),
        () => catchUp(state, reader),
      );
      return following;
    },
  };
}

async function catchUp(state: State, reader: Reader): Promise<void> {
  const head = await headPosition(reader);
  if (!state.isLoaded) {
    state.countedAt = state.clock.now();
    await state.tags.load(reader);
    await loadWorks(state, reader);
    // The log's end was read first: what came in while loading is applied once more, unharmed.
    state.engine.position = head;
    state.isLoaded = true;
  }
  while (state.engine.position < head) {
    const changes = await listChanges(reader, state.engine.position, step);
    const ids = (kind: string) => [
      ...new Set(changes.filter((one) => one.kind === kind).map((one) => one.subject_id)),
    ];
    const renamed = await state.tags.apply(reader, ids('tag') as TagId[]);
    state.works.forgetNames(renamed);
    await applyWorks(state, reader, [
      ...(ids('work') as WorkId[]),
      ...(await worksOfUsers(reader, ids('user') as UserId[])),
      ...(renamed.flatMap((tag) => state.engine.documentsWith(tag)) as WorkId[]),
    ]);
    state.engine.position = changes.at(-1)?.position ?? head;
  }
  await readCounters(state, reader);
}

async function readCounters(state: State, reader: Reader): Promise<void> {
  const now = state.clock.now();
  if (now - state.countedAt < countersEveryMs) return;
  for (const counted of await listCountedSince(reader, state.countedAt - countersOverlapMs)) {
    for (const name of ['hits', 'kudos', 'comments', 'bookmarks'] as const) {
      state.engine.setNumber(counted.id, name, counted[name]);
    }
  }
  state.countedAt = now;
}

async function loadWorks(state: State, reader: Reader): Promise<void> {
  for (let after = 0; ; ) {
    const works = await listIndexedWorks(reader, { after, limit: step });
    for (const work of works) state.works.put(work);
    after = works.at(-1)?.id ?? 0;
    if (works.length < step) break;
  }
}

/** Works that bear the names of these people. */
async function worksOfUsers(reader: Reader, users: readonly UserId[]): Promise<WorkId[]> {
  const works: WorkId[] = [];
  for (const user of users) works.push(...(await listOwnWorkIds(reader, user)));
  return works;
}

async function applyWorks(state: State, reader: Reader, ids: readonly WorkId[]): Promise<void> {
  const { tags, works } = state;
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
