// Every tag with its relatives and names, in memory; what filters need of it is told to the engine.
import type { Engine } from '../../../engine/index.ts';
import type { Reader } from '../../../kit/sql/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import { lookKey } from '../../../text/index.ts';
import {
  findTagsByIds,
  listIdsBelow,
  listMetatagEdges,
  listParentEdges,
  listTagsAfter,
  type Tag,
  type TagType,
  tagTypes,
} from '../../tags/index.ts';
import { EdgeSet } from './edges.ts';
import { NameIndex } from './name-index.ts';
import { step } from './step.ts';

/** A tag with what look-ups need, held in memory. */
export type KnownTag = Tag & { readonly lookKey: string };

/** No tags at first: `load`, then `apply` for those that have changed. */
export class KnownTags {
  readonly byId = new Map<TagId, KnownTag>();
  readonly byType = new Map<TagType, Set<TagId>>(tagTypes.map((type) => [type, new Set()]));
  readonly names = new NameIndex((id) => this.byId.get(id)?.lookKey ?? '');
  readonly parents = new EdgeSet();
  readonly #metatags = new EdgeSet();
  readonly #shortWords = new Map<string, TagId>();
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The vocabulary tag that a short word of its type stands for. */
  ofShortWord(type: TagType, word: string): TagId | null {
    return this.#shortWords.get(`${type}:${word.toLowerCase()}`) ?? null;
  }

  async load(reader: Reader): Promise<void> {
    for (let after = 0; ; ) {
      const some = await listTagsAfter(reader, after, step);
      for (const tag of some) this.#put(tag);
      after = some.at(-1)?.id ?? 0;
      if (some.length < step) break;
    }
    for (const edge of await listMetatagEdges(reader))
      this.#metatags.add(edge.metatag, edge.subtag);
    for (const edge of await listParentEdges(reader)) this.parents.add(edge.parent, edge.child);
    for (const id of this.byId.keys()) this.#tellEngine(id);
  }

  /** Reads tags and their edges afresh; answers with those that bear another name than before. */
  async apply(reader: Reader, ids: readonly TagId[]): Promise<TagId[]> {
    const renamed: TagId[] = [];
    for (const some of inSteps(ids)) {
      for (const tag of (await findTagsByIds(reader, some)).values()) {
        const before = this.byId.get(tag.id);
        if (before !== undefined && before.name !== tag.name) renamed.push(tag.id);
        this.#put({ ...tag, lookKey: lookKey(tag.name) });
      }
      // An act upon one tag moves edges of those below it, before and after.
      const below = await listIdsBelow(reader, some);
      await this.#readParents(reader, [...some, ...this.parents.belowAny(some), ...below.children]);
      await this.#readMetatags(reader, [
        ...some,
        ...this.#metatags.belowAny(some),
        ...below.subtags,
      ]);
    }
    return renamed;
  }

  async #readParents(reader: Reader, ids: readonly TagId[]): Promise<void> {
    for (const some of inSteps([...new Set(ids)])) {
      const edges = await listParentEdges(reader, some);
      for (const id of some) this.parents.clearAbove(id);
      for (const { parent, child } of edges) this.parents.add(parent, child);
    }
  }

  async #readMetatags(reader: Reader, ids: readonly TagId[]): Promise<void> {
    for (const some of inSteps([...new Set(ids)])) {
      const edges = await listMetatagEdges(reader, some);
      for (const id of some) this.#metatags.clearAbove(id);
      for (const { metatag, subtag } of edges) this.#metatags.add(metatag, subtag);
      for (const id of some) this.#tellEngine(id);
    }
  }

  #put(read: KnownTag): void {
    // Each row brings strings of its own: of these few words one copy is enough.
    const tag = { ...read, type: oneCopy(read.type), status: oneCopy(read.status) };
    const before = this.byId.get(tag.id);
    this.byId.set(tag.id, tag);
    this.byType.get(tag.type)?.add(tag.id);
    if (before === undefined) this.names.add(tag.id);
    else if (before.lookKey !== tag.lookKey) this.names.renamed();
    if (tag.shortWord !== null) this.#shortWords.set(`${tag.type}:${tag.shortWord}`, tag.id);
  }

  #tellEngine(id: TagId): void {
    const tag = this.byId.get(id);
    // A medium stands on no work: its fandoms do.
    if (tag === undefined || tag.type === 'media') return;
    const metatags = [...(this.#metatags.above.get(id) ?? [])];
    this.#engine.putTerm({ id, group: tag.type, synonymOf: tag.synonymOf, metatags });
  }
}

const words = new Map<string, string>();

function oneCopy<Word extends string>(word: Word): Word {
  const kept = words.get(word);
  if (kept === undefined) words.set(word, word);
  return (kept ?? word) as Word;
}

function* inSteps(ids: readonly TagId[]): Generator<readonly TagId[]> {
  for (let at = 0; at < ids.length; at += step) yield ids.slice(at, at + step);
}
