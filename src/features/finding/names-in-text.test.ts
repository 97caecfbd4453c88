// Names of a text among very many tags, without an archive around them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngineBuilder, type Query } from '../../engine/index.ts';
import type { TagId } from '../../shared/ids.ts';
import { guest } from '../../shared/viewer.ts';
import type { Tag, TagType } from '../tags/index.ts';
import type { Finding } from './finding.ts';
import { KnownTags } from './index/known-tags.ts';
import { LiveEngine } from './index/live-engine.ts';
import { worksShape } from './index/shape.ts';
import type { WorksIndex } from './index/works-index.ts';
import { narrowMost } from './limits.ts';
import { tagsNamedInText } from './names-in-text.ts';

const fandom = 1 as TagId;

test('a name that very many bear is theirs who are at home in the fandom chosen', async () => {
  const found = await namedIn([fandom], ['Maren', 'Maren Holt', 'Holt', 'Nobody']);
  assert.deepEqual(found, {
    Maren: ['Maren Ash (Harbour Lights)', 'Maren Holt'],
    'Maren Holt': ['Maren Holt'],
    Holt: ['Maren Holt'],
    Nobody: [],
  });
});

test('with no fandom chosen only whole names are anybody’s', async () => {
  const found = await namedIn([], ['Maren', 'Maren Holt', 'Maren 77', 'Holt', 'Maren Ash']);
  assert.deepEqual(found, {
    Maren: [],
    'Maren Holt': ['Maren Holt'],
    'Maren 77': ['Maren 77'],
    Holt: [],
    'Maren Ash': ['Maren Ash (Harbour Lights)'],
  });
});

async function namedIn(fandoms: readonly TagId[], names: readonly string[]) {
  const finding = findingOf([
    tagOf(1, 'fandom', 'Harbour Lights'),
    tagOf(2, 'character', 'Maren Holt'),
    tagOf(3, 'character', 'Maren Ash (Harbour Lights)'),
    tagOf(4, 'freeform', 'Maren'),
    ...Array.from({ length: narrowMost + 1 }, (_, at) => tagOf(at + 5, 'character', `Maren ${at}`)),
  ]);
  const found = await tagsNamedInText(finding, guest, { type: 'character', names, fandoms });
  const bearers = [...found].map(([name, tags]) => [name, tags.map((tag) => tag.name)] as const);
  return Object.fromEntries(bearers);
}

function tagOf(id: number, type: TagType, name: string): Tag {
  const plain = { status: 'canonical', synonymOf: null, shortWord: null } as const;
  return { id: id as TagId, type, name, adult: false, sortOrder: 0, ...plain };
}

/** The second and the third are at home in the first. */
function findingOf(tags: readonly Tag[]): Finding {
  const packing = createEngineBuilder(worksShape).finish();
  let step = packing.next();
  while (!step.done) step = packing.next();
  const engine = step.value;
  const known = new KnownTags(new LiveEngine(engine));
  for (const tag of tags) known.put(tag);
  known.parentEdges.load([0, 0], [1, 2]);
  const index: Partial<WorksIndex> = {
    engine,
    tags: known.byId,
    names: known.names,
    packedTags: known,
    life: { query: async (query: Query) => engine.query(query) } as WorksIndex['life'],
  };
  return { index: async () => index as WorksIndex } as Partial<Finding> as Finding;
}
