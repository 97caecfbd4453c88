// Suggestions while typing among a million tags, 100,000 of them canonical and as many synonyms,
// against SQLite's full-text index of the same names. `node bench/finding/autocomplete.ts [tags]`
import Database from 'better-sqlite3';
import { createEngineBuilder, type Engine, type Query } from '../../src/engine/index.ts';
import type { Finding } from '../../src/features/finding/finding.ts';
import { EdgeSet } from '../../src/features/finding/index/edges.ts';
import { KeptUses } from '../../src/features/finding/index/kept-uses.ts';
import type { KnownTags } from '../../src/features/finding/index/known-tags.ts';
import { NameIndex } from '../../src/features/finding/index/name-index.ts';
import { worksShape } from '../../src/features/finding/index/shape.ts';
import { TagTable } from '../../src/features/finding/index/tag-table.ts';
import type { WorksIndex } from '../../src/features/finding/index/works-index.ts';
import { tagsNamedInText } from '../../src/features/finding/names-in-text.ts';
import { suggestNames } from '../../src/features/finding/suggest.ts';
import type { Tag } from '../../src/features/tags/index.ts';
import { audienceOfViewer } from '../../src/features/works/index.ts';
import type { TagId } from '../../src/shared/ids.ts';
import { randomFrom } from '../../src/shared/synthetic-draws.ts';
import { guest } from '../../src/shared/viewer.ts';
import { lookKey } from '../../src/text/index.ts';
import { readNames } from '../../src/text/names/index.ts';
import { type Clocked, clocked, clockedAsync } from '../engine/clock.ts';
import { machine, print, printTable, quantile } from '../machine.ts';
import { recordedTerms, syntheticTags } from './synthetic-tags.ts';

const count = Number(process.argv[2] ?? 1_000_000);
const works = Math.ceil(count / 10);
const seed = 11;
const questionsOfEach = 100;
const offered = 15;
const guests = audienceOfViewer(guest);
const everybody = 255;
// One canonical in so many is at home in the fandom that is chosen.
const childShare = 10;

print(machine());
const random = randomFrom(seed);
const { tags, vocabulary } = syntheticTags(count, random);

const before = memory();
const started = performance.now();
const table = new TagTable();
for (const tag of tags) table.put(tag);
table.bindSynonyms();
table.trim();
const stored = memory();
const names = new NameIndex(table);
names.named('settle');
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const bytes = (from: number, to: number) => ((to - from) / count).toFixed(0);
print(
  `${count} names: ${bytes(before, stored)} bytes a tag packed, ` +
    `${bytes(stored, memory())} for finding them; ready in ${seconds} s`,
);
const maps = memory();
const peerMap = new Map(tags.map((tag) => [tag.id, { ...tag, lookKey: lookKey(tag.name) }]));
print(`as objects in a Map, without an index of names: ${bytes(maps, memory())} bytes a tag`);
peerMap.clear();

const isOf = (type: Tag['type']) => (tag: Tag) => tag.type === type && tag.status === 'canonical';
const chosen = tags.find(isOf('fandom'))!;
const engine = engineOf(tags);
const index = indexOf(engine);
const peer = peerOf(tags);
const rows: string[][] = [];
const recorded = Object.entries(recordedTerms(tags, questionsOfEach, random));
const inFandom = recorded.map(([kind, terms]) => [`${kind}, in a fandom`, terms] as const);
for (const [kind, terms] of [...recorded, ...inFandom]) {
  const fandoms = kind.endsWith('in a fandom') ? [chosen.id] : [];
  await measured(terms.slice(0, 10), fandoms);
  const times = await measured(terms, fandoms);
  const of = (clock: 'own' | 'wall', share: number) =>
    quantile(
      times.map((time) => time[clock]),
      share,
    );
  const isPeers = fandoms.length === 0 && !kind.startsWith('mistyped');
  const others = !isPeers ? null : terms.map((term) => clocked(() => peer(term)));
  const theirs = [0.5, 0.99].map((share) =>
    others
      ? quantile(
          others.map(({ own }) => own),
          share,
        )
      : null,
  );
  const own = [0.5, 0.99].map((share) => of('own', share));
  rows.push([
    kind,
    String(terms.length),
    ...[...own, of('own', 1), of('wall', 0.99)].map((ms) => ms.toFixed(2)),
    ...theirs.map((ms) => ms?.toFixed(2) ?? 'none'),
    ...theirs.map((ms, at) => (ms === null ? '' : (ms / own[at]!).toFixed(1))),
  ]);
}
print('\nmilliseconds of the thread itself, and on the wall; goals: 10 own, 30 on the wall at p99');
print('SQLite: FTS5 with prefixes 1-3, by uses, no slips\n');
const heading = ['typed', 'n', 'p50', 'p99', 'most', 'wall p99'];
printTable([...heading, 'SQLite p50', 'SQLite p99', 'ratio p50', 'ratio p99'], rows);

await measureText();

async function measured(terms: readonly string[], fandoms: TagId[]): Promise<Clocked[]> {
  const times: Clocked[] = [];
  for (const term of terms) {
    const asked = { type: 'freeform', term, limit: offered, fandoms } as const;
    times.push(await clockedAsync(() => suggestNames(index, guest, asked)));
  }
  return times;
}

/** Names of a text of 100,000 words, one word in thirty a name, looked up among all tags. */
async function measureText(): Promise<void> {
  const cast = Array.from({ length: 300 }, () => tags[Math.floor(random() * count)]!.name);
  const lines = Array.from({ length: 2_000 }, () =>
    Array.from({ length: 50 }, (_, at) =>
      at % 30 === 7 ? cast[Math.floor(random() ** 2 * cast.length)] : vocabulary[at],
    ).join(' '),
  );
  const start = performance.now();
  const read = readNames([{ source: lines.join('\n\n'), format: 'text' }]);
  const ms = (time: number) => time.toFixed(0);
  print(`a text of ${read.words} words: read in ${ms(performance.now() - start)} ms; goal: 1 s`);
  const wanted = { type: 'character', names: read.names.map(({ name }) => name) } as const;
  for (const fandoms of [[], [chosen.id]]) {
    const from = performance.now();
    const { result, longest } = await held(() =>
      tagsNamedInText(index, guest, { ...wanted, fandoms }),
    );
    const known = [...result.values()].filter((some) => some.length > 0).length;
    print(
      `${read.names.length} names looked up in ${ms(performance.now() - from)} ms, a fandom ` +
        `${fandoms.length === 0 ? 'not ' : ''}chosen; others waited for ${ms(longest)} ms at ` +
        `most; ${known} are characters'`,
    );
  }
}

/** With the longest time in milliseconds during which nothing else had its turn. */
async function held<Result>(work: () => Promise<Result>) {
  let [longest, last, ended] = [0, performance.now(), false];
  const turn = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!ended) setImmediate(turn);
  };
  setImmediate(turn);
  const result = await work();
  ended = true;
  turn();
  return { result, longest };
}

function engineOf(all: readonly Tag[]): Engine {
  const builder = createEngineBuilder(worksShape);
  for (const { id, type, synonymOf } of all) {
    builder.putTerm({ id, group: type, synonymOf, metatags: [] });
  }
  for (let at = 0; at < works; at++) {
    const terms = Array.from({ length: 12 }, () => {
      const place = Math.floor(random() ** 4 * (count / 10)) * 10;
      return (all[random() < 0.7 ? place : Math.floor(random() * count)] as Tag).id;
    });
    builder.putDocument({ id: at + 1, audience: everybody, terms, numbers: {}, texts: {} });
  }
  const packing = builder.finish();
  let step = packing.next();
  while (!step.done) step = packing.next();
  return step.value;
}

/** Finding over what was made here, without a database. */
function indexOf(own: Engine): Finding {
  const parentEdges = new EdgeSet();
  const places = tags
    .filter((tag) => tag.status === 'canonical')
    .map(({ id }) => table.placeOf(id));
  const below = places.filter((_, at) => at % childShare === 0);
  parentEdges.load(
    below.map(() => table.placeOf(chosen.id)),
    below,
  );
  const packed = {
    byId: table,
    names,
    parentEdges,
    metatagEdges: new EdgeSet(),
    uses: new KeptUses(table),
  };
  const known: Partial<WorksIndex> = {
    engine: own,
    tags: table,
    names,
    packedTags: packed as unknown as KnownTags,
    creators: { of: () => [], namedOn: () => [] } as unknown as WorksIndex['creators'],
    audienceOf: () => everybody,
    life: { query: async (query: Query) => own.query(query) } as WorksIndex['life'],
  };
  const finding: Partial<Finding> = {
    index: async () => known as WorksIndex,
    count: async (_viewer, ids) => ids.map((id) => own.countTerm(id, guests)),
    draftTags: async () => [],
  };
  return finding as Finding;
}

function peerOf(all: readonly Tag[]): (term: string) => unknown {
  const database = new Database(':memory:');
  database.exec("create virtual table names using fts5 (name, content='', prefix='1 2 3')");
  database.exec('create table tags (n integer primary key, type text, canonical int, uses int)');
  const name = database.prepare('insert into names (rowid, name) values (?, ?)');
  const tag = database.prepare('insert into tags values (?, ?, ?, ?)');
  database.transaction(() => {
    all.forEach((one, at) => {
      name.run(at + 1, lookKey(one.name));
      tag.run(
        at + 1,
        one.type,
        Number(one.status === 'canonical'),
        engine.countTerm(one.id, guests),
      );
    });
  })();
  const asked = database.prepare(
    `select n from names join tags on n = names.rowid where names match ? and type = 'freeform'
      order by canonical desc, uses desc limit ${offered}`,
  );
  return (term) =>
    asked.all(
      term
        .split(' ')
        .map((word) => `"${word}"*`)
        .join(' '),
    );
}

/** Bytes held by the heap and by arrays outside it. */
function memory(): number {
  // Arrays outside the heap are given back a round later.
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
