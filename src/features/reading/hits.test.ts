import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { dayMs } from '../../kit/time/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import { findWork } from '../works/index.ts';
import { createHitCounter } from './hits.ts';

eachDatabase((database) => {
  test('views are written together, one for each visitor', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada');
    const hits = createHitCounter(app.parts);
    for (const visitor of ['one', 'two', 'two', 'three']) hits.count(work.id, visitor);
    assert.equal(await hitsOf(app, work.id), 0);
    await hits.flush();
    assert.equal(await hitsOf(app, work.id), 3);
    await hits.flush();
    assert.equal(await hitsOf(app, work.id), 3);
  });
});

test('a visitor counts again the next day (UTC)', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada');
  const hits = createHitCounter(app.parts);
  hits.count(work.id, 'one');
  app.clock.advance(dayMs / 2 - 1);
  hits.count(work.id, 'one');
  await hits.flush();
  assert.equal(await hitsOf(app, work.id), 1);
  app.clock.advance(1);
  hits.count(work.id, 'one');
  await hits.flush();
  assert.equal(await hitsOf(app, work.id), 2);
});

test('views that cannot be written stay counted', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada');
  let broken = true;
  const { database } = app.parts;
  const hits = createHitCounter({
    ...app.parts,
    database: {
      ...database,
      write: (write) => {
        if (broken) throw new Error('no connection');
        return database.write(write);
      },
    },
  });
  hits.count(work.id, 'one');
  await assert.rejects(hits.flush());
  hits.count(work.id, 'two');
  broken = false;
  await hits.flush();
  assert.equal(await hitsOf(app, work.id), 2);
});

test('reading counts, fresh or from what is kept for guests, whichever chapter', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { chapters: ['One.', 'Two.'] });
  const agents = ['A', 'A', 'B', 'C'];
  for (const agent of agents) {
    await app.guest().get(`/works/${work.id}`, { headers: { 'user-agent': agent } });
  }
  const second = `/works/${work.id}/chapters/${work.chapters[1]?.id}`;
  for (const agent of ['A', 'D', 'E']) {
    await app.guest().get(second, { headers: { 'user-agent': agent } });
  }
  await (await app.as('ben')).get(second);
  await app.app.close();
  assert.equal(await hitsOf(app, work.id), 6);
});

test('creators, gates, indexes and pages fetched ahead do not count', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { rating: 'Mature' });
  const ahead = { headers: { 'sec-purpose': 'prefetch' } };
  await (await app.as('ada')).get(`/works/${work.id}`);
  for (const agent of ['A', 'B']) {
    const headers = { 'user-agent': agent };
    await app.guest().get(`/works/${work.id}`, { headers });
    await app.guest().get(`/works/${work.id}/navigate`, { headers });
  }
  await app.guest().get(`/works/${work.id}?view_adult=true`, ahead);
  await app.guest().send('HEAD', `/works/${work.id}?view_adult=true`, undefined);
  await app.app.close();
  assert.equal(await hitsOf(app, work.id), 0);
});

async function hitsOf(app: TestApp, id: WorkId): Promise<number> {
  const { work } = await findWork(app.parts.database.read, await app.member('ada'), id);
  return work?.counts.hits ?? -1;
}
