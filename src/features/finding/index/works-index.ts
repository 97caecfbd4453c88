// This process's copy of the index: loaded from the database, then kept in step with the change
// log. `follow` is awaited before every answer, so that a list knows every change that was
// acknowledged before it was asked for.
import type { Engine } from '../../../engine/index.ts';
import { headPosition, listChanges, type Reader } from '../../../kit/sql/index.ts';
import type { TagId, WorkId } from '../../../shared/ids.ts';
import { lookKey, plainText, words } from '../../../text/index.ts';
import {
  findTagsByIds,
  listMetatagEdges,
  listParentEdges,
  listTagsAfter,
  type Tag,
} from '../../tags/index.ts';
import { audienceOfWork, type IndexedWork, listIndexedWorks } from '../../works/index.ts';
import { createWorksEngine } from './shape.ts';
import { memoryWordIndex, type WordIndex } from './word-index.ts';

/** A tag with what look-ups need, held in memory. */
export type KnownTag = Tag & { readonly lookKey: string };

export type WorksIndex = {
  readonly engine: Engine;
  readonly words: WordIndex;
  /** Every tag by id. */
  readonly tags: ReadonlyMap<TagId, KnownTag>;
  /** Direct parents and children by id. */
  readonly parents: ReadonlyMap<TagId, ReadonlySet<TagId>>;
  readonly children: ReadonlyMap<TagId, ReadonlySet<TagId>>;
  /** The number that stands for a language among the engine's terms. */
  languageTerm(language: string): number;
  /** BCP 47 tags of languages that some work is in. */
  languages(): readonly string[];
  /** Who made a work, for questions that only a creator may ask. */
  creatorsOf(id: number): readonly number[];
  /** Brings the copy to the newest change; the first call loads it whole. */
  follow(reader: Reader): Promise<void>;
};

// How many rows one step of loading takes: small enough for other requests to run between.
const step = 500;

export function createWorksIndex(): WorksIndex {
  const state = newState();
  let following: Promise<void> = Promise.resolve();
  return {
    ...state,
    languageTerm: (language) => languageTerm(state, language),
    languages: () => [...state.languageTerms.keys()],
    creatorsOf: (id) => state.creators.get(id) ?? [],
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

type State = ReturnType<typeof newState>;

function newState() {
  return {
    engine: createWorksEngine(),
    words: memoryWordIndex(),
    tags: new Map<TagId, KnownTag>(),
    parents: new Map<TagId, Set<TagId>>(),
    children: new Map<TagId, Set<TagId>>(),
    languageTerms: new Map<string, number>(),
    /** User ids by work. */
    creators: new Map<number, readonly number[]>(),
    isLoaded: false,
  };
}

async function catchUp(state: State, reader: Reader): Promise<void> {
  const head = await headPosition(reader);
  if (!state.isLoaded) {
    await load(state, reader);
    // The log's end was read first: what came in while loading is applied once more, unharmed.
    state.engine.position = head;
    state.isLoaded = true;
  }
  while (state.engine.position < head) {
    const changes = await listChanges(reader, state.engine.position, step);
    const ids = (kind: string) => [
      ...new Set(changes.filter((one) => one.kind === kind).map((one) => one.subject_id)),
    ];
    await applyTags(state, reader, ids('tag') as TagId[]);
    await applyWorks(state, reader, ids('work') as WorkId[]);
    state.engine.position = changes.at(-1)?.position ?? head;
  }
}

async function load(state: State, reader: Reader): Promise<void> {
  let after = 0;
  for (;;) {
    const tags = await listTagsAfter(reader, after, step);
    for (const tag of tags) state.tags.set(tag.id, tag);
    after = tags.at(-1)?.id ?? 0;
    if (tags.length < step) break;
  }
  const metatags = Map.groupBy(await listMetatagEdges(reader), (edge) => edge.subtag);
  for (const tag of state.tags.values()) {
    putTerm(
      state,
      tag,
      (metatags.get(tag.id) ?? []).map((edge) => edge.metatag),
    );
  }
  for (const { parent, child } of await listParentEdges(reader)) addEdge(state, parent, child);
  after = 0;
  for (;;) {
    const works = await listIndexedWorks(reader, { after, limit: step });
    for (const work of works) putWork(state, work);
    after = works.at(-1)?.id ?? 0;
    if (works.length < step) break;
  }
}

async function applyTags(state: State, reader: Reader, ids: readonly TagId[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await findTagsByIds(reader, ids);
  const metatags = Map.groupBy(await listMetatagEdges(reader, ids), (edge) => edge.subtag);
  for (const tag of found.values()) {
    state.tags.set(tag.id, { ...tag, lookKey: lookKey(tag.name) });
    putTerm(
      state,
      tag,
      (metatags.get(tag.id) ?? []).map((edge) => edge.metatag),
    );
  }
  const edges = await listParentEdges(reader, ids);
  for (const id of ids) {
    for (const parent of state.parents.get(id) ?? []) state.children.get(parent)?.delete(id);
    state.parents.delete(id);
  }
  for (const { parent, child } of edges) addEdge(state, parent, child);
}

async function applyWorks(state: State, reader: Reader, ids: readonly WorkId[]): Promise<void> {
  for (let at = 0; at < ids.length; at += step) {
    const some = ids.slice(at, at + step);
    const works = await listIndexedWorks(reader, { ids: some });
    const unknown = works.flatMap((work) => work.tagIds).filter((id) => !state.tags.has(id));
    // Tags are born with the work that first bears them, without a change of their own.
    await applyTags(state, reader, [...new Set(unknown)]);
    for (const work of works) putWork(state, work);
    const present = new Set(works.map((work) => work.id));
    for (const id of some) if (!present.has(id)) removeWork(state, id);
  }
}

function putTerm({ engine }: State, tag: Tag, metatags: readonly TagId[]): void {
  if (tag.type === 'media') return;
  engine.putTerm({ id: tag.id, group: tag.type, synonymOf: tag.synonymOf, metatags });
}

function addEdge(state: State, parent: TagId, child: TagId): void {
  add(state.parents, child, parent);
  add(state.children, parent, child);
}

function add(edges: Map<TagId, Set<TagId>>, from: TagId, to: TagId): void {
  const known = edges.get(from);
  if (known === undefined) edges.set(from, new Set([to]));
  else known.add(to);
}

function putWork(state: State, work: IndexedWork): void {
  const { id, anonymous } = work;
  // An anonymous work bears no term of its creators, so no question finds it by them.
  const named = anonymous ? [] : work.creators;
  for (const { pseudId } of named) {
    state.engine.putTerm({ id: pseudId, group: 'creator', synonymOf: null, metatags: [] });
  }
  state.engine.putDocument({
    id,
    audience: audienceOfWork(work.state),
    terms: [
      ...work.tagIds,
      ...named.map((creator) => creator.pseudId),
      languageTerm(state, work.language),
    ],
    numbers: {
      words: work.words,
      updated: work.updatedAt,
      posted: work.postedAt,
      hits: work.hits,
      kudos: work.kudos,
      comments: work.comments,
      bookmarks: work.bookmarks,
      chapters: work.chaptersPosted,
      complete: work.complete ? 1 : 0,
      series: work.inSeries ? 1 : 0,
    },
    texts: {
      title: work.titleKey,
      creator: named.length === 0 ? 'anonymous' : lookKey(named[0]?.name ?? ''),
    },
  });
  state.creators.set(
    id,
    work.creators.map((creator) => creator.userId),
  );
  state.words.put(id, wordsOfWork(state, work, named));
}

function* wordsOfWork(
  state: State,
  work: IndexedWork,
  named: IndexedWork['creators'],
): Generator<string> {
  yield* words(work.title, work.language);
  yield* words(plainText(work.summary), work.language);
  for (const { name, login } of named) yield* words(`${name} ${login}`, 'en');
  for (const tag of work.tagIds) yield* words(state.tags.get(tag)?.name ?? '', 'en');
}

function removeWork(state: State, id: WorkId): void {
  state.engine.removeDocument(id);
  state.words.remove(id);
  state.creators.delete(id);
}

// Below every made id and away from the vocabulary's: languages have no id of their own.
const firstLanguageTerm = 2_000_000;

function languageTerm(state: State, language: string): number {
  let term = state.languageTerms.get(language);
  if (term === undefined) {
    term = firstLanguageTerm + state.languageTerms.size;
    state.languageTerms.set(language, term);
    state.engine.putTerm({ id: term, group: 'language', synonymOf: null, metatags: [] });
  }
  return term;
}
