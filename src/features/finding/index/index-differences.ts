// Whether a copy of the index says what the database says: every work's terms, columns, sort keys,
// audience and creators, every tag's meaning.
import type { Document, Term } from '../../../engine/index.ts';
import type { Reader } from '../../../kit/sql/index.ts';
import { nextTurn } from '../../../kit/time/index.ts';
import type { TagId, WorkId } from '../../../shared/ids.ts';
import {
  findTagsByIds,
  listMetatagEdges,
  listParentEdges,
  listTagsAfter,
  type Tag,
} from '../../tags/index.ts';
import { type IndexedWork, listIndexedWorks } from '../../works/index.ts';
import type { IndexCopy } from './index-copy.ts';
import { facetGroups } from './shape.ts';
import { step } from './step.ts';

/** One thing that index and database do not say alike. */
export type Difference = {
  readonly of: 'work' | 'tag';
  readonly id: number;
  /** What is different: `terms`, `words`, `audience` ...; `presence`: only one of them has it. */
  readonly what: string;
  readonly inIndex: string;
  readonly inDatabase: string;
};

export type Comparing = {
  readonly reader: Reader;
  /** Brings the copy to the newest change and its counters to the newest count. */
  readonly refresh: () => Promise<void>;
  readonly progress: (compared: number) => void;
};

// People go on writing meanwhile: what differs is looked at again, as both then are.
const looksMax = 4;

/** Every difference that is one when both are of the same moment. */
export async function* differencesOf(
  copy: IndexCopy,
  comparing: Comparing,
): AsyncGenerator<Difference> {
  yield* ofWorks(copy, comparing);
  yield* ofStrayWorks(copy, comparing);
  yield* ofTags(copy, comparing);
}

async function* ofWorks(copy: IndexCopy, comparing: Comparing): AsyncGenerator<Difference> {
  let compared = 0;
  for (let after = 0; ; ) {
    const works = await listIndexedWorks(comparing.reader, { after, limit: step });
    const doubtful = works.filter((work) => ofWork(copy, work).length > 0).map(({ id }) => id);
    yield* settled(copy, comparing, doubtful);
    compared += works.length;
    comparing.progress(compared);
    after = works.at(-1)?.id ?? 0;
    if (works.length < step) return;
    await nextTurn();
  }
}

/** Works that the index has and the database has not. */
async function* ofStrayWorks(copy: IndexCopy, comparing: Comparing): AsyncGenerator<Difference> {
  const held: WorkId[] = [];
  for (const { id } of copy.engine.documents()) held.push(id as WorkId);
  for (const some of inSteps(held)) {
    const there = await listIndexedWorks(comparing.reader, { ids: some });
    const known = new Set(there.map(({ id }) => id));
    const strays = some.filter((id) => !known.has(id));
    yield* settled(copy, comparing, strays);
    await nextTurn();
  }
}

async function* settled(
  copy: IndexCopy,
  { reader, refresh }: Comparing,
  doubtful: readonly WorkId[],
): AsyncGenerator<Difference> {
  let left = doubtful;
  let found: Difference[] = [];
  for (let look = 0; look < looksMax && left.length > 0; look++) {
    await refresh();
    const works = new Map<WorkId, IndexedWork>();
    for (let at = 0; at < left.length; at += step) {
      const read = await listIndexedWorks(reader, { ids: left.slice(at, at + step) });
      for (const work of read) works.set(work.id, work);
    }
    found = left.flatMap((id) => {
      const work = works.get(id);
      return work === undefined ? ofAbsent(copy, id) : ofWork(copy, work);
    });
    left = [...new Set(found.map(({ id }) => id as WorkId))];
  }
  yield* found;
}

function ofAbsent(copy: IndexCopy, id: WorkId): Difference[] {
  return copy.engine.hasDocument(id) ? [presence('work', id, true)] : [];
}

function ofWork(copy: IndexCopy, work: IndexedWork): Difference[] {
  const { id } = work;
  const held = copy.engine.document(id);
  if (held === null) return [presence('work', id, false)];
  const found = inWords(held);
  const meant = inWords(copy.works.documentOf(work));
  found['creators'] = inOrder(copy.works.creators.of(id).map(({ pseudId }) => pseudId));
  meant['creators'] = inOrder(work.creators.map(({ pseudId }) => pseudId));
  return [...new Set([...Object.keys(found), ...Object.keys(meant)])].flatMap((what) => {
    const [inIndex = 'nothing', inDatabase = 'nothing'] = [found[what], meant[what]];
    return inIndex === inDatabase ? [] : [{ of: 'work', id, what, inIndex, inDatabase }];
  });
}

function inWords({ audience, terms, numbers, texts }: Document): Record<string, string> {
  const words: Record<string, string> = { audience: String(audience), terms: inOrder(terms) };
  for (const [name, value] of Object.entries(numbers)) {
    if (value !== null) words[name] = String(value);
  }
  for (const [name, value] of Object.entries(texts)) words[`order by ${name}`] = value;
  return words;
}

async function* ofTags(copy: IndexCopy, comparing: Comparing): AsyncGenerator<Difference> {
  const { reader, refresh } = comparing;
  let doubtful = await doubtfulTags(copy, reader);
  let found: Difference[] = [];
  for (let look = 0; look < looksMax && doubtful.size > 0; look++) {
    await refresh();
    const held = new Map<number, Term>();
    for (const term of copy.engine.terms()) if (doubtful.has(term.id)) held.set(term.id, term);
    found = [];
    for (const some of inSteps([...doubtful])) {
      const meant = await meantTerms(reader, some);
      for (const id of some) found.push(...ofTerm(copy, id, held.get(id), meant.get(id)));
    }
    doubtful = new Set(found.map(({ id }) => id));
  }
  yield* found;
}

/** Tags by id that one look finds different; those that only one of them has among them. */
async function doubtfulTags(copy: IndexCopy, reader: Reader): Promise<Set<number>> {
  const groups = new Set<string>(facetGroups);
  const terms: Term[] = [];
  for (const term of copy.engine.terms()) if (groups.has(term.group)) terms.push(term);
  const doubtful = new Set<number>();
  for (const some of inSteps(terms)) {
    const meant = await meantTerms(
      reader,
      some.map(({ id }) => id),
    );
    for (const term of some) {
      if (ofTerm(copy, term.id, term, meant.get(term.id)).length > 0) doubtful.add(term.id);
    }
    await nextTurn();
  }
  const held = Float64Array.from(terms, ({ id }) => id).sort();
  for (let after = 0; ; ) {
    const tags = await listTagsAfter(reader, after, step);
    for (const { id, type } of tags) {
      if (type !== 'media' && !holds(held, id)) doubtful.add(id);
      if (!copy.tags.byId.has(id)) doubtful.add(id);
    }
    after = tags.at(-1)?.id ?? 0;
    if (tags.length < step) return doubtful;
    await nextTurn();
  }
}

type Meant = {
  readonly tag: Tag;
  readonly metatags: readonly number[];
  readonly parents: readonly number[];
};

/** What the database says of these tags. */
async function meantTerms(reader: Reader, ids: readonly number[]): Promise<Map<number, Meant>> {
  const tags = await findTagsByIds(reader, ids as readonly TagId[]);
  const edges = await listMetatagEdges(reader, ids as readonly TagId[]);
  const above = Map.groupBy(edges, ({ subtag }) => subtag);
  const ties = await listParentEdges(reader, ids as readonly TagId[]);
  const parents = Map.groupBy(ties, ({ child }) => child);
  return new Map(
    Array.from(tags, ([id, tag]) => {
      const metatags = (above.get(id) ?? []).map(({ metatag }) => metatag);
      const own = (parents.get(id) ?? []).map(({ parent }) => parent);
      return [id, { tag, metatags, parents: own }];
    }),
  );
}

function ofTerm(
  copy: IndexCopy,
  id: number,
  term: Term | undefined,
  meant: Meant | undefined,
): Difference[] {
  const known = copy.tags.byId.get(id as TagId);
  if (meant === undefined) {
    return term === undefined && known === undefined ? [] : [presence('tag', id, true)];
  }
  const { tag, metatags, parents } = meant;
  const isTerm = tag.type !== 'media';
  if (known === undefined || (isTerm && term === undefined)) return [presence('tag', id, false)];
  const pairs: [what: string, inIndex: unknown, inDatabase: unknown][] = [
    ['name', known.name, tag.name],
    ['status', known.status, tag.status],
    ['type', isTerm ? term?.group : known.type, tag.type],
    ['parents', inOrder([...(copy.tags.parents.get(tag.id) ?? [])]), inOrder(parents)],
    ['synonym of', isTerm ? term?.synonymOf : known.synonymOf, tag.synonymOf],
    ['metatags', isTerm ? inOrder(term?.metatags ?? []) : '', isTerm ? inOrder(metatags) : ''],
  ];
  return pairs
    .filter(([, inIndex, inDatabase]) => inIndex !== inDatabase)
    .map(([what, inIndex, inDatabase]) => {
      return { of: 'tag', id, what, inIndex: String(inIndex), inDatabase: String(inDatabase) };
    });
}

function presence(of: Difference['of'], id: number, inIndex: boolean): Difference {
  const [there, gone] = ['there', 'not there'];
  return inIndex
    ? { of, id, what: 'presence', inIndex: there, inDatabase: gone }
    : { of, id, what: 'presence', inIndex: gone, inDatabase: there };
}

function inOrder(ids: readonly number[]): string {
  return [...new Set(ids)].sort((a, b) => a - b).join(' ');
}

function holds(sorted: Float64Array, id: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < id) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === id;
}

function* inSteps<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += step) yield items.slice(at, at + step);
}
