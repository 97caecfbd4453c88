// Every tag with its relatives and names, in memory; what filters need of it is told to the engine.
import type { Reader } from '../../../kit/sql/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import {
  findTagsByIds,
  listIdsBelow,
  listMetatagEdges,
  listOldNames,
  listParentEdges,
  listTagsAfter,
  type Tag,
  type TagType,
  tagTypes,
} from '../../tags/index.ts';
import { EdgeSet } from './edges.ts';
import { KeptUses } from './kept-uses.ts';
import type { LiveEngine } from './live-engine.ts';
import { NameIndex } from './name-index.ts';
import { OldNameTable } from './old-names.ts';
import type { Cell, SavedCells } from './saved-cells.ts';
import { step } from './step.ts';
import { TagTable } from './tag-table.ts';

export type { KnownTag, TagsById } from './tag-table.ts';

/** Direct relatives of one kind, by tag. */
export type Edges = { get(tag: TagId): ReadonlySet<TagId> | undefined };

/** The tags of a type. To make the set of a large type takes a while; it is kept. */
export type TagsByType = { get(type: TagType): ReadonlySet<TagId> };

type PlaceOfTag = (place: number) => number[];

/** No tags at first: `load`, then `apply` for those that have changed. */
export class KnownTags {
  /** By id, and in packed columns by place. */
  readonly byId = new TagTable();
  readonly names = new NameIndex(this.byId);
  readonly oldNames = new OldNameTable();
  readonly uses = new KeptUses(this.byId);
  /** Between places of `byId`. */
  readonly parentEdges = new EdgeSet();
  readonly metatagEdges = new EdgeSet();
  readonly parents = this.#edges((place) => this.parentEdges.above(place));
  readonly children = this.#edges((place) => this.parentEdges.below(place));
  readonly byType: TagsByType = { get: (type) => this.#ofType(type) };
  readonly #shortWords = new Map<string, TagId>();
  readonly #types = new Map<TagType, ReadonlySet<TagId>>();
  readonly #engine: LiveEngine;

  constructor(engine: LiveEngine) {
    this.#engine = engine;
  }

  /** The vocabulary tag that a short word of its type stands for. */
  ofShortWord(type: TagType, word: string): TagId | null {
    return this.#shortWords.get(`${type}:${word.toLowerCase()}`) ?? null;
  }

  async load(reader: Reader): Promise<void> {
    for (let after = 0; ; ) {
      const some = await listTagsAfter(reader, after, step);
      for (const tag of some) this.put(tag, tag.lookKey);
      after = some.at(-1)?.id ?? 0;
      if (some.length < step) break;
    }
    this.byId.bindSynonyms();
    this.byId.trim();
    await this.#readOldNames(reader);
    const metatags = await listMetatagEdges(reader);
    this.metatagEdges.load(
      metatags.map(({ metatag }) => this.byId.placeFor(metatag)),
      metatags.map(({ subtag }) => this.byId.placeFor(subtag)),
    );
    const parents = await listParentEdges(reader);
    this.parentEdges.load(
      parents.map(({ parent }) => this.byId.placeFor(parent)),
      parents.map(({ child }) => this.byId.placeFor(child)),
    );
    for (const id of this.byId.keys()) this.#tellEngine(id);
  }

  /** Everything as it is now, as `restore` takes it; later changes write to none of it. */
  saved(): SavedCells {
    const [parents, metatags] = [this.parentEdges.saved(), this.metatagEdges.saved()];
    return new Map<string, Cell>([
      ...this.byId.saved(),
      ['parents up', parents.up],
      ['parents down', parents.down],
      ['metatags up', metatags.up],
      ['metatags down', metatags.down],
    ]);
  }

  /** Takes what `saved` gave, in place of a load; old names, which are few, are read. */
  async restore(cells: SavedCells, reader: Reader): Promise<void> {
    const edges = (name: string) => cells.get(name) as Float64Array;
    this.byId.restore(cells);
    this.parentEdges.restore(edges('parents up'), edges('parents down'));
    this.metatagEdges.restore(edges('metatags up'), edges('metatags down'));
    for (const [place, word] of this.byId.shortWords()) {
      const type = tagTypes[this.byId.typeAt(place)];
      this.#shortWords.set(`${type}:${word}`, this.byId.idAt(place));
    }
    await this.#readOldNames(reader);
  }

  async #readOldNames(reader: Reader): Promise<void> {
    for (const { tag, nameKey } of await listOldNames(reader)) this.oldNames.add(tag, nameKey);
  }

  /** Reads tags and their edges afresh; answers with those that bear another name than before. */
  async apply(reader: Reader, ids: readonly TagId[]): Promise<TagId[]> {
    const renamed: TagId[] = [];
    for (const some of inSteps(ids)) {
      for (const tag of (await findTagsByIds(reader, some)).values()) {
        if (this.put(tag)) renamed.push(tag.id);
      }
      this.byId.bindSynonyms();
      for (const id of some) this.oldNames.clear(id);
      for (const { tag, nameKey } of await listOldNames(reader, some)) {
        this.oldNames.add(tag, nameKey);
      }
      // An act upon one tag moves edges of those below it, before and after.
      const below = await listIdsBelow(reader, some);
      const children = this.#below(this.parentEdges, some);
      const subtags = this.#below(this.metatagEdges, some);
      await this.#readParents(reader, [...some, ...children, ...below.children]);
      await this.#readMetatags(reader, [...some, ...subtags, ...below.subtags]);
    }
    return renamed;
  }

  async #readParents(reader: Reader, ids: readonly TagId[]): Promise<void> {
    for (const some of inSteps([...new Set(ids)])) {
      const edges = await listParentEdges(reader, some);
      const between = edges.map(({ parent, child }) => [parent, child] as const);
      this.#replace(this.parentEdges, some, between);
    }
  }

  async #readMetatags(reader: Reader, ids: readonly TagId[]): Promise<void> {
    for (const some of inSteps([...new Set(ids)])) {
      const edges = await listMetatagEdges(reader, some);
      const between = edges.map(({ metatag, subtag }) => [metatag, subtag] as const);
      this.#replace(this.metatagEdges, some, between);
      for (const id of some) this.#tellEngine(id);
    }
  }

  #replace(
    edges: EdgeSet,
    lower: readonly TagId[],
    between: readonly (readonly [above: TagId, below: TagId])[],
  ): void {
    for (const id of lower) edges.clearAbove(this.byId.placeFor(id));
    for (const [above, below] of between) {
      edges.add(this.byId.placeFor(above), this.byId.placeFor(below));
    }
  }

  /** As the database has it, edges aside; true: the tag was here under another name. */
  put(tag: Tag, key?: string): boolean {
    const { place, moved } = this.byId.put(tag, key);
    this.#types.delete(tag.type);
    if (tag.shortWord !== null) this.#shortWords.set(`${tag.type}:${tag.shortWord}`, tag.id);
    if (moved < 0) return false;
    this.parentEdges.move(moved, place);
    this.metatagEdges.move(moved, place);
    this.uses.move(moved, place);
    return this.byId.keyAt(moved) !== '';
  }

  #tellEngine(id: TagId): void {
    const tag = this.byId.get(id);
    // A medium stands on no work: its fandoms do.
    if (tag === undefined || tag.type === 'media') return;
    const metatags = this.metatagEdges.above(this.byId.placeOf(id)).map((at) => this.byId.idAt(at));
    this.#engine.putTerm({ id, group: tag.type, synonymOf: tag.synonymOf, metatags });
  }

  #below(edges: EdgeSet, ids: readonly TagId[]): TagId[] {
    return ids.flatMap((id) =>
      edges.below(this.byId.placeFor(id)).map((place) => this.byId.idAt(place)),
    );
  }

  #edges(placesOf: PlaceOfTag): Edges {
    return {
      get: (id) => {
        const place = this.byId.placeOf(id);
        const places = place < 0 ? [] : placesOf(place);
        return places.length === 0 ? undefined : new Set(places.map((at) => this.byId.idAt(at)));
      },
    };
  }

  #ofType(type: TagType): ReadonlySet<TagId> {
    const kept = this.#types.get(type);
    if (kept !== undefined) return kept;
    const wanted = tagTypes.indexOf(type);
    const found = new Set<TagId>();
    for (let place = 0; place < this.byId.end; place++) {
      if (this.byId.typeAt(place) === wanted) found.add(this.byId.idAt(place));
    }
    this.#types.set(type, found);
    return found;
  }
}

function* inSteps(ids: readonly TagId[]): Generator<readonly TagId[]> {
  for (let at = 0; at < ids.length; at += step) yield ids.slice(at, at + step);
}
