// The history: what a person opens is kept if they say so, for them alone, until they clear it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { postWork } from '../../../../test/kit/post-work.ts';
import { Visitor } from '../../../../test/kit/visitor.ts';
import { workRemovers } from '../../../app.ts';
import { dayMs, hourMs, minuteMs } from '../../../kit/time/index.ts';
import type { UserId, WorkId } from '../../../shared/ids.ts';
import { openSession } from '../../accounts/index.ts';
import { deleteWork, purgeDeleted, setWorkHidden } from '../../works/index.ts';
import { pendingVisitsMax } from '../limits.ts';
import { writeVisits } from '../store/visits.ts';

const mine = '/users/ben/readings';

const say = async (ben: Visitor, act: string) => ben.submit(await ben.get(mine), mine, { do: act });

/** What is written, whoever's it is. */
async function rowsOf({ app, parts }: TestApp) {
  await app.chores.find(({ name }) => name === 'write visits')?.run();
  const rows = await parts.database.read.selectFrom('visits').selectAll().execute();
  return rows.map((row) => ({ work: row.work_id, times: row.times, cleared: row.cleared_at }));
}

eachDatabase((database) => {
  test('nothing is kept without a word; then once for each work, with times', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada', { title: 'Lamps', chapters: ['One.', 'Two.'] });
    const [ben, address] = [await app.as('ben'), `/works/${work.id}`];
    const first = await ben.get(address);
    assert.match(first.text, /Shall your history be kept/);
    assert.doesNotMatch((await app.guest().get(address)).text, /history/);
    assert.deepEqual(await rowsOf(app), []);
    const said = await ben.submit(first, mine, { do: 'keep' });
    assert.equal(said.path, address);
    assert.match(said.body, /From now on a history is kept/);
    assert.doesNotMatch(said.text, /Shall your history/);
    app.clock.advance(1);
    await ben.get(address);
    await ben.get(`${address}/chapters/${work.chapters[1]?.id}`);
    app.clock.advance(hourMs);
    assert.match((await ben.get(mine)).text, /1 Work .*Lamps.*Last visited: 01 Mar 2026 .*once/s);
    await ben.get(address);
    app.clock.advance(30 * minuteMs);
    await ben.get(address);
    assert.deepEqual(await rowsOf(app), [{ work: work.id, times: 2, cleared: 0 }]);
    assert.match((await ben.get(`${mine}?show=opened`)).text, /Visited 2 times/);
    for (const query of ['?q=title:lamps', '?q=-state:read&show=opened']) {
      assert.match((await ben.get(`${mine}${query}`)).text, /1 Work in my reading/, query);
    }
    assert.match((await ben.get(`${mine}?q=title:other`)).text, /0 Works/);
    assert.match((await ben.get(`${mine}?show=to-read`)).text, /0 Works/);

    const looksAhead: Record<string, string>[] = [
      { 'sec-purpose': 'prefetch;prerender' },
      { 'sec-fetch-dest': 'image' },
      { 'sec-fetch-dest': 'empty' },
    ];
    app.clock.advance(dayMs);
    for (const headers of looksAhead) await ben.get(address, { headers });
    await ben.send('HEAD', address, undefined);
    await (await app.as('ada')).get(address);
    await (await app.as('cho')).get(address);
    assert.deepEqual(await rowsOf(app), [{ work: work.id, times: 2, cleared: 0 }]);
    await say(ben, 'stop');
    app.clock.advance(dayMs);
    await ben.get(address);
    assert.deepEqual(await rowsOf(app), [{ work: work.id, times: 2, cleared: 0 }]);
  });

  test('one is removed at once; all is cleared and had back for 30 days', async (t) => {
    const app = await makeApp(t, { database });
    const works = [];
    for (const title of ['Amber', 'Birch', 'Cedar']) {
      works.push(await postWork(app, 'ada', { title }));
    }
    const [amber, birch, cedar] = works.map(({ id }) => id);
    const ben = await app.as('ben');
    await say(ben, 'keep');
    for (const id of [amber, birch, cedar]) {
      app.clock.advance(minuteMs);
      await ben.get(`/works/${id}`);
    }
    app.clock.advance(minuteMs);
    await ben.submit(await ben.get(`/works/${birch}`), '/mark_for_later', {});
    assert.match((await ben.get(mine)).text, /3 Works.*Birch.*Cedar.*Amber/s);
    const removed = await ben.submit(await ben.get(mine), `${mine}/${cedar}`, {});
    assert.match(removed.body, /It is removed from your history/);
    assert.match(removed.text, /2 Works/);
    const cleared = await say(ben, 'clear');
    assert.match(cleared.text, /1 Work .*2 works were cleared.*31 Mar 2026.*Birch/s);
    app.clock.advance(2 * hourMs);
    await ben.get(`/works/${amber}`);
    await say(ben, 'restore');
    const back = (await rowsOf(app)).sort((a, b) => a.work - b.work);
    assert.deepEqual(back, [
      { work: amber, times: 2, cleared: 0 },
      { work: birch, times: 1, cleared: 0 },
    ]);
    await say(ben, 'clear');
    app.clock.advance(1);
    await ben.get(`/works/${amber}`);
    // For good: with what was cleared of it.
    await ben.submit(await ben.get(mine), `${mine}/${amber}`, {});
    assert.deepEqual(await rowsOf(app), [{ work: birch, times: 1, cleared: app.clock.now() - 1 }]);
    await say(ben, 'forget');
    assert.deepEqual(await rowsOf(app), []);
    app.clock.advance(1);
    await ben.get(`/works/${amber}`);
    await say(ben, 'clear');
    app.clock.advance(30 * dayMs - 1);
    const { userId } = await app.member('ben');
    const later = new Visitor(app.app.fetch, await openSession(app.parts, userId));
    const forget = () => app.app.chores.find(({ name }) => name === 'forget cleared')?.run();
    await forget();
    assert.match((await later.get(mine)).text, /1 work was cleared/);
    app.clock.advance(1);
    assert.doesNotMatch((await later.get(mine)).text, /cleared/);
    await forget();
    assert.deepEqual(await rowsOf(app), []);
  });

  test('nobody else sees it; works out of sight are not in it, gone works leave it', async (t) => {
    const app = await makeApp(t, { database });
    const away = await postWork(app, 'ada', { title: 'Takenaway' });
    const ben = await app.as('ben');
    await say(ben, 'keep');
    app.clock.advance(1);
    await ben.get(`/works/${away.id}`);
    for (const name of ['ada', 'cho', 'dee'] as const) {
      const other = await app.as(name);
      const { token } = (await other.get('/token_dispenser.json')).json<{ token: string }>();
      const sent = { authenticity_token: token, do: 'clear' };
      assert.equal((await other.get(mine)).status, 403);
      assert.equal((await other.post(mine, sent)).status, 403);
      assert.equal((await other.post(`${mine}/${away.id}`, sent)).status, 403);
    }
    await app.parts.database.write((transaction) =>
      setWorkHidden(transaction, away.id, true, app.clock.now()),
    );
    const list = await ben.get(mine);
    assert.match(list.text, /0 Works/);
    assert.doesNotMatch(list.body, /Takenaway/);
    assert.equal((await rowsOf(app)).length, 1);
    await deleteWork(app.parts, await app.member('ada'), away.id);
    app.clock.advance(30 * dayMs + 1);
    await purgeDeleted(app.parts, workRemovers);
    assert.deepEqual(await rowsOf(app), []);
  });

  test('what was opened before the answer, or before the clearing, is not written', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada', { title: 'Lamps' });
    const ben = await app.as('ben');
    // Noted before the answer, written after it.
    await ben.get(`/works/${work.id}`);
    await say(ben, 'keep');
    assert.deepEqual(await rowsOf(app), []);
    app.clock.advance(1);
    await ben.get(`/works/${work.id}`);
    const user = (await app.member('ben')).userId;
    await app.parts.database.write((transaction) =>
      transaction
        .updateTable('history_choices')
        .set({ since: app.clock.now() })
        .where('user_id', '=', user)
        .execute(),
    );
    assert.deepEqual(await rowsOf(app), [], 'cleared by another process meanwhile');
  });

  test('as many visits as are noted at most can be asked about at once', async (t) => {
    const { parts } = await makeApp(t, { database });
    const visit = { work: 1 as WorkId, firstAt: 1, lastAt: 1, times: 1 };
    const all = Array.from({ length: pendingVisitsMax }, (_, at) => {
      return { ...visit, user: (1_000_000 + at) as UserId };
    });
    await parts.database.write((transaction) => writeVisits(transaction, all));
  });
});
