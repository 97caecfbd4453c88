// What a change costs the engine: an act upon a tag never touches the works that bear it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../../test/kit/app.ts';
import { postWork } from '../../../../test/kit/post-work.ts';
import { metatag, synonym, tagId, wrangle } from '../../../../test/kit/wrangling.ts';
import type { Change } from '../../../engine/index.ts';
import { headPosition } from '../../../kit/sql/index.ts';
import { audiences } from '../../works/index.ts';
import { buildCopy, catchUp } from './index-copy.ts';

test('wrangling costs the engine changes of terms alone', async (context) => {
  const app = await makeApp(context);
  const { read } = app.parts.database;
  for (let at = 0; at < 5; at++) {
    await postWork(app, 'ada', { title: `Lamp ${at}`, freeforms: ['slow burning', 'Tea'] });
  }
  const copy = await buildCopy(read, { generation: 0, now: app.clock.now() });
  const changes: Change[] = [];
  copy.live.tellOthers((change) => void changes.push(change));
  const tag = await tagId(app, 'freeform:slow burning');
  await synonym(app, 'freeform:slow burning', 'freeform:Slow Burn');
  await metatag(app, 'freeform:Drinks', 'freeform:Tea');
  await wrangle(app, { kind: 'rename', tag, name: 'Slow Burning' });
  const head = await headPosition(read);
  await catchUp(copy, read, { head, now: app.clock.now() });
  assert.deepEqual(new Set(changes.map(({ kind }) => kind)), new Set(['putTerm']));
  const term = await tagId(app, 'freeform:Slow Burn');
  assert.equal(copy.engine.countTerm(term, audiences.members), 5);
  assert.equal(copy.tags.byId.get(tag)?.name, 'Slow Burning');
});
