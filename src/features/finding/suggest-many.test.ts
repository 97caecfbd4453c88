// Suggestions for words that very many names have, without an archive around them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngineBuilder, type Engine, type Query } from '../../engine/index.ts';
import type { TagId } from '../../shared/ids.ts';
import { randomFrom } from '../../shared/synthetic-draws.ts';
import { guest } from '../../shared/viewer.ts';
import type { Tag } from '../tags/index.ts';
import { audienceOfViewer } from '../works/index.ts';
import type { Finding } from './finding.ts';
import { KnownTags } from './index/known-tags.ts';
import { LiveEngine } from './index/live-engine.ts';
import { worksShape } from './index/shape.ts';
import type { WorksIndex } from './index/works-index.ts';
import { narrowMost } from './limits.ts';
import { suggestNames } from './suggest.ts';

const fandom = 1 as TagId;
const guests = audienceOfViewer(guest);
const everybody = 255;

test('the most used of very many are those that a look at each finds', async () => {
  const tags = manyTags();
  const { engine, suggested } = findingOf(tags);
  for (const term of ['t', 't e', 't t', 'e t', 'th']) {
    const found = (await suggested(term)).map(({ works }) => works);
    assert.equal(found.length, 15, term);
    assert.deepEqual(found, scanned(tags, term, engine), term);
  }
});

test('what was named or merged since is among them at once', async () => {
  const tags = manyTags();
  const { known, offered } = findingOf(tags);
  const [top = ''] = await offered('t e');
  const tag = tags.find(({ name }) => name === top) as Tag;
  // Its synonym, by which it would be found still, goes its own way.
  known.put(tagOf(tag.id + 1, 'Quiet'));
  known.put({ ...tag, name: 'Tern Echo' });
  assert.equal((await offered('t e'))[0], 'Tern Echo');
  known.put({ ...tag, status: 'synonym', synonymOf: fandom, name: 'Tern Echo' });
  known.byId.bindSynonyms();
  const found = await offered('t e');
  assert.equal(found.length, 15);
  assert.ok(!found.includes('Tern Echo'));
});

test('what has come to a chosen fandom leads at once, and what has left it does not', async () => {
  const tags = manyTags();
  const { known, suggested } = findingOf(tags);
  const near = async () => (await suggested('t e', [fandom])).map(({ tag }) => tag.id);
  const rare = tags.findLast(({ status }) => status === 'canonical') as Tag;
  const edge = [known.byId.placeOf(fandom), known.byId.placeOf(rare.id)] as const;
  assert.ok(!(await near()).includes(rare.id));
  known.put({ ...rare, name: 'Tern Echo' });
  known.parentEdges.add(edge[0], known.byId.placeOf(rare.id));
  assert.equal((await near())[0], rare.id);
  known.parentEdges.clearAbove(known.byId.placeOf(rare.id));
  assert.ok(!(await near()).includes(rare.id));
});

test('the most used that fit are offered, a chosen fandom’s first, as by a scan', async () => {
  for (const [seed, count, share] of [
    [1, 400, 5],
    [2, 3_000, 9],
    [3, narrowMost * 3, 4],
    // Of so few at home not enough fit, and others come behind.
    [4, narrowMost * 3, 3_000],
  ] as const) {
    const random = randomFrom(seed);
    const tags = randomTags(count, random);
    const atHome = new Set(tags.filter((_, at) => at % share === 0).map(({ id }) => id));
    const { engine, known, suggested } = findingOf([tagOf(fandom, 'Quiet'), ...tags]);
    for (const id of atHome)
      known.parentEdges.add(known.byId.placeOf(fandom), known.byId.placeOf(id));
    for (let turn = 0; turn < 60; turn++) {
      const term = randomTerm(random);
      const isChosen = turn % 2 === 1;
      const expected = scanned(tags, term, engine, isChosen ? atHome : new Set());
      const found = await suggested(term, isChosen ? [fandom] : []);
      // What nearly fits may come behind.
      const counts = found.slice(0, expected.length).map(({ works }) => works);
      assert.deepEqual(counts, expected, `seed ${seed}: ${term}`);
      // In between, names change.
      const at = 1 + Math.floor(random() * (count - 1));
      tags[at] = { ...(tags[at] as Tag), name: randomName(random) };
      known.put(tags[at] as Tag);
      known.byId.bindSynonyms();
    }
  }
});

const letters = ['ma', 'mo', 'ta', 'te', 'so'];

function randomName(random: () => number): string {
  const word = () => letters[Math.floor(random() * 5)]! + letters[Math.floor(random() * 5)]!;
  return Array.from({ length: 1 + Math.floor(random() * 3) }, word).join(' ');
}

function randomTerm(random: () => number): string {
  const words = randomName(random).split(' ');
  return words.map((word) => word.slice(0, 1 + Math.floor(random() * 4))).join(' ');
}

/** One in three a synonym of the canonical before it. */
function randomTags(count: number, random: () => number): Tag[] {
  return Array.from({ length: count }, (_, at) => {
    const tag = tagOf(at + 2, randomName(random));
    const synonymOf = (at + 1) as TagId;
    return at % 3 === 2 ? { ...tag, status: 'synonym', synonymOf } : tag;
  });
}

/** By looking at every name: how many works the first of those have that the term leads to. */
function scanned(
  tags: readonly Tag[],
  term: string,
  engine: Engine,
  atHome: ReadonlySet<TagId> = new Set(),
): number[] {
  const typed = term.split(' ').toSorted((a, b) => b.length - a.length);
  const fits = (name: string) => {
    const left = name.split(' ');
    return typed.every((word) => {
      const at = left.findIndex((own) => own.startsWith(word));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
  };
  const found = new Map<TagId, number>();
  const named = new Map<TagId, number>();
  for (const { id, name, synonymOf } of tags) {
    if (!fits(name.toLowerCase())) continue;
    const meant = synonymOf ?? id;
    const works = engine.countTerm(meant, guests);
    found.set(meant, works);
    if (name === term) named.set(meant, works);
  }
  const inOrder = (some: ReadonlyMap<TagId, number>) =>
    [...some]
      .sort(([a, of], [b, other]) => Number(atHome.has(b)) - Number(atHome.has(a)) || other - of)
      .map(([, works]) => works);
  for (const id of named.keys()) found.delete(id);
  return [...inOrder(named), ...inOrder(found)].slice(0, 15);
}

function tagOf(id: number, name: string): Tag {
  const plain = { status: 'canonical', synonymOf: null, shortWord: null } as const;
  return { id: id as TagId, type: 'freeform', name, adult: false, sortOrder: 0, ...plain };
}

/** Twice as many as are looked at one by one; each third a synonym of the one before. */
function manyTags(): Tag[] {
  const tags = [tagOf(fandom, 'Fandom')];
  for (let id = 2; id < narrowMost * 2; id++) {
    const tag = tagOf(
      id,
      `T${id} ${id % 4 === 0 ? 'The' : 'Echo'} ${id % 5 === 0 ? 'Two' : 'One'}`,
    );
    const synonymOf = (id - 1) as TagId;
    tags.push(id % 3 === 0 ? { ...tag, status: 'synonym', synonymOf } : tag);
  }
  return tags;
}

/** The first canonicals are used the more often the lower their numbers are. */
function engineOf(tags: readonly Tag[]): Engine {
  const builder = createEngineBuilder(worksShape);
  for (const { id, type, synonymOf } of tags) {
    builder.putTerm({ id, group: type, synonymOf, metatags: [] });
  }
  for (let id = 1; id <= 200; id++) {
    const terms = Array.from({ length: 201 - id }, (_, at) => at * 3 + 2);
    builder.putDocument({ id, audience: everybody, terms, numbers: {}, texts: {} });
  }
  const packing = builder.finish();
  let step = packing.next();
  while (!step.done) step = packing.next();
  return step.value;
}

function findingOf(tags: readonly Tag[]) {
  const engine = engineOf(tags);
  const known = new KnownTags(new LiveEngine(engine));
  for (const tag of tags) known.put(tag);
  known.byId.bindSynonyms();
  const index: Partial<WorksIndex> = {
    engine,
    tags: known.byId,
    names: known.names,
    packedTags: known,
    audienceOf: () => everybody,
    life: { query: async (query: Query) => engine.query(query) } as WorksIndex['life'],
  };
  const finding: Partial<Finding> = {
    index: async () => index as WorksIndex,
    count: async (_viewer, ids) => ids.map((id) => engine.countTerm(id, guests)),
    draftTags: async () => [],
  };
  const suggested = (term: string, fandoms: readonly TagId[] = []) =>
    suggestNames(finding as Finding, guest, { type: null, term, limit: 15, fandoms });
  const offered = async (term: string) => (await suggested(term)).map(({ tag }) => tag.name);
  return { engine, known, suggested, offered };
}
