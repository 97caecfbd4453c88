import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { parent, tagId } from '../../../test/kit/wrangling.ts';
import { guest } from '../../shared/viewer.ts';
import { childrenOf } from './children.ts';
import { createFinding } from './finding.ts';

test('of many children the most used of each type are named, the others counted', async (t) => {
  const app = await makeApp(t);
  for (const name of ['Ada', 'Bea', 'Cho']) await parent(app, 'fandom:Tide', `character:${name}`);
  await parent(app, 'fandom:Tide', 'freeform:Rain');
  await postWork(app, 'ada', { characters: ['Cho', 'Bea'] });
  await postWork(app, 'ada', { characters: ['Cho'] });
  const finding = createFinding(app.parts);
  const tide = await tagId(app, 'fandom:Tide');
  const { tags, more } = await childrenOf(finding, guest, tide, 1);
  assert.deepEqual(
    tags.map(({ name }) => name),
    ['Cho', 'Rain'],
  );
  assert.deepEqual(more, { character: 2 });
  const all = await childrenOf(finding, guest, tide, 3);
  assert.deepEqual([all.tags.length, all.more], [4, {}]);
  assert.deepEqual(await childrenOf(finding, guest, await tagId(app, 'character:Ada'), 3), {
    tags: [],
    more: {},
  });
});
