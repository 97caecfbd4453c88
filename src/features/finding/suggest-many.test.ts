// Suggestions for words that very many names have, without an archive around them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngineBuilder, type Engine } from '../../engine/index.ts';
import type { TagId } from '../../shared/ids.ts';
import { guest } from '../../shared/viewer.ts';
import type { Tag } from '../tags/index.ts';
import type { Finding } from './finding.ts';
import { KnownTags } from './index/known-tags.ts';
import { LiveEngine } from './index/live-engine.ts';
import { worksShape } from './index/shape.ts';
import type { WorksIndex } from './index/works-index.ts';
import { narrowMost } from './limits.ts';
import { suggestNames } from './suggest.ts';

const fandom = 1 as TagId;

test('the most used of very many are those that a look at each finds', async () => {
  const { offered, offeredByAll } = findingOf(manyTags());
  for (const term of ['t', 't e', 't t', 'e t', 'th']) {
    const found = await offered(term);
    assert.equal(found.length, 15, term);
    assert.deepEqual(found, await offeredByAll(term), term);
  }
});

test('what was named or merged since is among them at once', async () => {
  const tags = manyTags();
  const { known, offered, offeredByAll } = findingOf(tags);
  const [top = ''] = await offered('t e');
  const tag = tags.find(({ name }) => name === top) as Tag;
  // Its synonym, by which it would be found still, goes its own way.
  known.put(tagOf(tag.id + 1, 'Quiet'));
  known.put({ ...tag, name: 'Tern Echo' });
  assert.equal((await offered('t e'))[0], 'Tern Echo');
  const merged = { status: 'synonym', synonymOf: fandom } as const;
  known.put({ ...tag, ...merged, name: 'Tern Echo' });
  known.byId.bindSynonyms();
  const found = await offered('t e');
  assert.ok(!found.includes('Tern Echo'));
  assert.deepEqual(found, await offeredByAll('t e'));
});

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
    builder.putDocument({ id, audience: 7, terms, numbers: {}, texts: {} });
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
    audienceOf: () => 7,
  };
  const finding: Partial<Finding> = {
    index: async () => index as WorksIndex,
    count: async (_viewer, ids) => ids.map((id) => engine.countTerm(id, 1)),
    draftTags: async () => [],
  };
  const names = async (term: string, fandoms: readonly TagId[]) => {
    const asked = { type: null, term, limit: 15, fandoms };
    const found = await suggestNames(finding as Finding, guest, asked);
    return found.map(({ tag }) => tag.name);
  };
  return {
    known,
    offered: (term: string) => names(term, []),
    // With a fandom chosen that has no tags, each name is looked at.
    offeredByAll: (term: string) => names(term, [fandom]),
  };
}
