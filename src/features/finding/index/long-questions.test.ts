// The index answers long questions on a real thread as it would itself, through every change.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../../test/kit/app.ts';
import { postWork } from '../../../../test/kit/post-work.ts';
import { synonym, tagId } from '../../../../test/kit/wrangling.ts';
import type { Query } from '../../../engine/index.ts';
import type { StartThread } from '../../../engine/workers/index.ts';
import { startThread } from '../../../kit/threads/index.ts';
import { audiences, deleteWork } from '../../works/index.ts';
import { IndexLife } from './index-life.ts';
import { facetGroups } from './shape.ts';
import { findOrMakeLife, wishForGeneration } from './store.ts';

const module = new URL('../../../engine-thread.ts', import.meta.url);

test('what a thread answers is right after posts, wrangling and a new index', async (context) => {
  const app = await makeApp(context);
  let started = 0;
  const start: StartThread = (on) => {
    started += 1;
    return startThread(module, on);
  };
  const engineThreads = { most: 1, start, heavyFrom: 1 };
  const life = new IndexLife({ ...app.parts, engineThreads });
  context.after(() => life.close());
  const first = await postWork(app, 'ada', { title: 'Lamp', freeforms: ['Slow Burn', 'Tea'] });
  const tag = await tagId(app, 'freeform:Slow Burn');
  const query: Query = {
    audience: audiences.members,
    where: { kind: 'term', term: tag },
    sort: { column: 'updated', direction: 'descending' },
    page: { number: 1, size: 20 },
    facets: { groups: facetGroups, top: 10 },
  };
  const rightTotal = async (total: number) => {
    await life.follow();
    const answer = await life.query(query);
    assert.deepEqual(answer, life.copy.engine.query(query));
    assert.equal(answer.total, total);
    assert.deepEqual(await life.counts([query, query]), [total, total]);
  };
  await rightTotal(1);
  await postWork(app, 'ben', { title: 'Oil', freeforms: ['slow burning'] });
  await rightTotal(1);
  await synonym(app, 'freeform:slow burning', 'freeform:Slow Burn');
  await rightTotal(2);
  await findOrMakeLife(app.parts.database, app.parts.random);
  await wishForGeneration(app.parts.database, 1);
  await life.upkeep();
  await postWork(app, 'ben', { title: 'Wick', freeforms: ['slow burning'] });
  await rightTotal(3);
  await deleteWork(app.parts, await app.member('ada'), first.id);
  await rightTotal(2);
  assert.equal(started, 2, 'one thread for each index');
});
