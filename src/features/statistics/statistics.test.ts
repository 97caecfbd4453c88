// Statistics: what counters added day by day, for the creators of a work alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { dayMs } from '../../kit/time/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import { addCounts, type CountName } from '../works/index.ts';
import { growthOf } from './growth.ts';
import { createDayKeeper, dayOf } from './keep-days.ts';

async function count(app: TestApp, work: WorkId, name: CountName, added: number): Promise<void> {
  const at = app.clock.now();
  await app.parts.database.write((transaction) =>
    addCounts(transaction, name, new Map([[work, added]]), at),
  );
}

eachDatabase((database) => {
  test('the counters of a day are kept, and a day without a change has no row', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    const keep = createDayKeeper(app.parts);
    await count(app, work, 'hits', 5);
    await keep();
    await count(app, work, 'hits', 2);
    await keep();
    app.clock.advance(3 * dayMs);
    await keep();
    await count(app, work, 'kudos', 1);
    // A process that starts later goes on from what is kept.
    await createDayKeeper(app.parts)();
    const rows = await app.parts.database.read.selectFrom('work_days').selectAll().execute();
    const today = dayOf(app.clock.now());
    assert.deepEqual(
      rows.toSorted((a, b) => a.day - b.day).map(({ day, hits, kudos }) => [day, hits, kudos]),
      [
        [today - 3, 7, 0],
        [today, 7, 1],
      ],
    );
  });

  test('after more than a year only the last day of a week stays', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    const keep = createDayKeeper(app.parts);
    // Weeks begin with days that seven divides.
    app.clock.advance((7 - (dayOf(app.clock.now()) % 7)) * dayMs);
    for (let day = 0; day < 7; day++) {
      await count(app, work, 'hits', 1);
      await keep();
      app.clock.advance(dayMs);
    }
    app.clock.advance(500 * dayMs);
    await keep();
    const rows = await app.parts.database.read.selectFrom('work_days').select('hits').execute();
    assert.deepEqual(rows, [{ hits: 7 }]);
  });

  test('creators see what their works were given, per work and chapter', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app, { work: { title: '=SUM(A1)' } });
    const [ada, ben] = [await app.as('ada'), await app.as('ben')];
    await app.guest().get(`/works/${work}`);
    for (const name of ['write hits', 'keep the counts of days']) {
      await app.app.chores.find((chore) => chore.name === name)?.run();
    }
    const page = await ada.get('/users/ada/stats?days=30&measure=hits');
    assert.match(page.text, /Hits in the last 30 days/);
    assert.match(page.body, /Hits: 1 in 30 days; the most in one bar is 1\./);
    const ofWork = await ada.get(`/works/${work}/stats`);
    assert.match(
      ofWork.body,
      /<th scope="row">Chapter 1<\/th><td class="number">\d+<\/td><td class="number">1<\/td>/,
    );
    const csv = await ada.get('/users/ada/stats.csv');
    assert.match(
      csv.body,
      /^Day,Work,Hits,Kudos,Comments,Bookmarks\r\n[\d-]+,'=SUM\(A1\),1,0,0,0\r\n$/,
    );
    assert.match((await ada.get(`/works/${work}/stats.csv`)).body, /\r\nChapter 1,\d+,1\r\n$/);
    for (const path of ['/users/ada/stats', `/works/${work}/stats`, `/works/${work}/stats.csv`]) {
      assert.equal((await ben.get(path)).status, 403);
    }
    const draft = await placeTestWork(app, { post: false });
    assert.equal((await ben.get(`/works/${draft}/stats`)).status, 404);
  });
});

test('growth is what is added to the last total before, cut into bars', () => {
  const row = (work: number, day: number, hits: number) => ({
    work_id: work as WorkId,
    day,
    hits,
    kudos: 0,
    comments: 0,
    bookmarks: 0,
    counted_at: 0,
  });
  const rows = [row(1, 90, 40), row(1, 101, 45), row(1, 104, 46), row(2, 102, 3)];
  const stretches = growthOf(rows, { from: 100, to: 104 }, 3);
  assert.deepEqual(
    stretches.map(({ from, to, added }) => [from, to, added.hits]),
    [
      [100, 100, 0],
      [101, 102, 8],
      [103, 104, 1],
    ],
  );
});
