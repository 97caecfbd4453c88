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
import { createNameIndex } from './name-index.ts';
import { step } from './step.ts';

/** A tag with what look-ups need, held in memory. */
export type KnownTag = Tag & { readonly lookKey: string };

/** Direct edges from one tag to others. */
export type Edges = ReadonlyMap<TagId, ReadonlySet<TagId>>;

export type KnownTags = ReturnType<typeof createKnownTags>;

/** No tags yet: `load` first, then `apply` for those that have changed. */
export function createKnownTags(engine: Engine) {
  const tags = new Map<TagId, KnownTag>();
  const names = createNameIndex();
  const byType = new Map<TagType, Set<TagId>>(tagTypes.map((type) => [type, new Set()]));
  const shortWords = new Map<string, TagId>();
  const parents = edges();
  const metatags = edges();

  const put = (tag: KnownTag) => {
    tags.set(tag.id, tag);
    names.put(tag.id, tag.lookKey);
    byType.get(tag.type)?.add(tag.id);
    if (tag.shortWord !== null) shortWords.set(`${tag.type}:${tag.shortWord}`, tag.id);
  };
  const putTerm = ({ id, type, synonymOf }: Tag) => {
    // A medium stands on no work: its fandoms do.
    if (type === 'media') return;
    engine.putTerm({ id, group: type, synonymOf, metatags: [...(metatags.up.get(id) ?? [])] });
  };

  const load = async (reader: Reader) => {
    for (let after = 0; ; ) {
      const some = await listTagsAfter(reader, after, step);
      for (const tag of some) put(tag);
      after = some.at(-1)?.id ?? 0;
      if (some.length < step) break;
    }
    for (const { metatag, subtag } of await listMetatagEdges(reader)) metatags.add(metatag, subtag);
    for (const { parent, child } of await listParentEdges(reader)) parents.add(parent, child);
    for (const tag of tags.values()) putTerm(tag);
  };

  /** Reads tags and their edges afresh; answers with those that bear another name than before. */
  const apply = async (reader: Reader, ids: readonly TagId[]): Promise<TagId[]> => {
    const renamed: TagId[] = [];
    for (const some of inSteps(ids)) {
      for (const tag of (await findTagsByIds(reader, some)).values()) {
        const before = tags.get(tag.id);
        if (before !== undefined && before.name !== tag.name) renamed.push(tag.id);
        put({ ...tag, lookKey: lookKey(tag.name) });
      }
      // An act upon one tag moves edges of those below it, before and after.
      const below = await listIdsBelow(reader, some);
      const children = new Set([...some, ...parents.below(some), ...below.children]);
      const subtags = new Set([...some, ...metatags.below(some), ...below.subtags]);
      for (const each of inSteps([...children])) {
        for (const id of each) parents.clear(id);
        for (const edge of await listParentEdges(reader, each))
          parents.add(edge.parent, edge.child);
      }
      for (const each of inSteps([...subtags])) {
        for (const id of each) metatags.clear(id);
        for (const edge of await listMetatagEdges(reader, each)) {
          metatags.add(edge.metatag, edge.subtag);
        }
      }
      for (const id of subtags) {
        const tag = tags.get(id);
        if (tag !== undefined) putTerm(tag);
      }
    }
    return renamed;
  };

  return {
    tags: tags as ReadonlyMap<TagId, KnownTag>,
    names,
    byType: byType as ReadonlyMap<TagType, ReadonlySet<TagId>>,
    /** The vocabulary tag that a short word of its type stands for. */
    shortWord: (type: TagType, word: string): TagId | null =>
      shortWords.get(`${type}:${word.toLowerCase()}`) ?? null,
    parents: parents.up as Edges,
    children: parents.down as Edges,
    load,
    apply,
  };
}

function edges() {
  const up = new Map<TagId, Set<TagId>>();
  const down = new Map<TagId, Set<TagId>>();
  return {
    up,
    down,
    add(above: TagId, below: TagId) {
      add(up, below, above);
      add(down, above, below);
    },
    /** Forgets what stands above the tag. */
    clear(below: TagId) {
      for (const above of up.get(below) ?? []) down.get(above)?.delete(below);
      up.delete(below);
    },
    below: (ids: readonly TagId[]) => ids.flatMap((id) => [...(down.get(id) ?? [])]),
  };
}

function add(from: Map<TagId, Set<TagId>>, id: TagId, to: TagId): void {
  const known = from.get(id);
  if (known === undefined) from.set(id, new Set([to]));
  else known.add(to);
}

function* inSteps(ids: readonly TagId[]): Generator<readonly TagId[]> {
  for (let at = 0; at < ids.length; at += step) yield ids.slice(at, at + step);
}
