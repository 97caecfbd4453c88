// Following, and what followers are told.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { recordChange } from '../../kit/sql/index.ts';
import { minuteMs } from '../../kit/time/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import { addChapter, placeInSeries } from '../works/index.ts';

async function followOn(app: TestApp, path: string, by: CastName = 'ben'): Promise<void> {
  const visitor = await app.as(by);
  const page = await visitor.get(path);
  assert.equal(page.markup.withClass('subscribe').length, 1, path);
  assert.deepEqual(htmlProblems(page.body), []);
  const after = await visitor.submit(page, '/subscriptions', { commit: 'Subscribe' });
  assert.match(after.body, /value="Unsubscribe"/);
}

async function tell(app: TestApp): Promise<void> {
  await app.app.chores.find(({ name }) => name === 'tell followers')?.run();
}

/** What stands on the person's page of notices, the newest first. */
async function told(app: TestApp, by: CastName = 'ben'): Promise<string[]> {
  await tell(app);
  const page = await (await app.as(by)).get(`/users/${by}/notices`);
  assert.deepEqual(htmlProblems(page.body), []);
  const items = page.markup.withClass('notice');
  return items.map((item) => item.all('a')[0]?.text ?? item.all('p')[0]?.text ?? '');
}

const tagOf = async (app: TestApp, name: string) => {
  const { id } = await app.parts.database.read
    .selectFrom('tags')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return id;
};

/** What a collection or a moderator does to a work, which no action of a creator can. */
async function set(
  app: TestApp,
  id: WorkId,
  facts: { unrevealed?: 0 | 1; hidden?: 0 | 1; anonymous?: 0 | 1 },
): Promise<void> {
  await app.parts.database.write(async (transaction) => {
    await transaction.updateTable('works').set(facts).where('id', '=', id).execute();
    await recordChange(transaction, 'work', [id], app.clock.now());
  });
}

eachDatabase((database) => {
  describe('a subscription', () => {
    it('is made and ended by its button, and listed', async (t) => {
      const app = await makeApp(t, { database });
      const work = await postWork(app, 'ada', { title: 'Tides' });
      const ben = await app.as('ben');
      const own = '/users/ben/subscriptions';
      assert.match((await ben.get(own)).text, /follow nothing yet/);
      await followOn(app, `/works/${work.id}`);
      await followOn(app, '/users/ada');
      await followOn(app, '/tags/Tidewater%20Chronicles');
      const page = await ben.get(own);
      assert.deepEqual(htmlProblems(page.body), []);
      for (const name of ['Tides', 'ada', 'Tidewater Chronicles']) {
        assert.ok(page.links.length > 0 && page.text.includes(name), name);
      }
      assert.equal((await ben.get(`${own}?kind=tag`)).markup.withClass('notice').length, 1);
      await ben.submit(page, '/subscriptions', { commit: 'Unsubscribe' });
      assert.equal((await ben.get(own)).markup.withClass('notice').length, 2);
    });

    it('is to nothing that the member does not see, nor to themself', async (t) => {
      const app = await makeApp(t, { database });
      const hidden = await postWork(app, 'ada', { hidden: true });
      const ben = await app.as('ben');
      const page = await ben.get('/users/ada');
      const self = (await app.member('ben')).userId;
      for (const wish of [
        { kind: 'work', id: String(hidden.id) },
        { kind: 'creator', id: String(self) },
        { kind: 'filter', id: '7' },
        { kind: 'collection', id: '7' },
        { kind: 'planet', id: '7' },
      ]) {
        const sent = await ben.submit(page, '/subscriptions', { ...wish, commit: 'Subscribe' });
        assert.equal(sent.status, 404, wish.kind);
      }
      assert.equal((await app.guest().get('/users/ada')).markup.withClass('subscribe').length, 0);
    });
  });

  describe('followers are told', () => {
    it('once of a new work, by the nearest of what they follow, and of new chapters', async (t) => {
      const app = await makeApp(t, { database });
      await postWork(app, 'ada', { title: 'Before' });
      await tell(app);
      await followOn(app, '/users/ada');
      await followOn(app, '/tags/Tidewater%20Chronicles');
      const work = await postWork(app, 'ada', { title: 'Tides', expectedChapters: 3 });
      assert.deepEqual(await told(app), ['ada has posted “Tides”']);
      const ada = await app.as('ada');
      const form = await ada.get(`/works/${work.id}/edit`);
      await ada.submit(form, `/works/${work.id}`, { title: 'High Tides' });
      assert.deepEqual(await told(app), ['ada has posted “High Tides”']);
      for (const source of ['More.', 'Yet more.']) {
        app.clock.advance(minuteMs);
        const texts = { title: '', summary: '', notes: '', endNotes: '' };
        const chapter = { ...texts, format: 'html', source } as const;
        await addChapter(app.parts, await app.member('ada'), work.id, { chapter, post: true });
      }
      assert.equal((await told(app))[0], '2 new chapters of “High Tides”');
    });

    it('of many works of one creator in one notice', async (t) => {
      const app = await makeApp(t, { database });
      await app.as('ada');
      await followOn(app, '/users/ada');
      for (const title of ['One', 'Two', 'Three']) await postWork(app, 'ada', { title });
      assert.deepEqual(await told(app), ['ada has posted 3 works']);
      await postWork(app, 'ada', { title: 'Four' });
      assert.deepEqual(await told(app), ['ada has posted 4 works']);
    });

    it('of a work in a tag, a series and by a saved filter', async (t) => {
      const app = await makeApp(t, { database });
      const { parts } = app;
      const ada = await app.member('ada');
      const at = app.clock.now();
      const first = await postWork(app, 'ada', { title: 'First' });
      const place = (work: WorkId) =>
        parts.database.write(async (transaction) => {
          const wanted = { title: 'The Year', owner: ada.userId, work, at, position: null };
          const series = await placeInSeries(transaction, parts.ids, wanted);
          await recordChange(transaction, 'work', [work], at);
          return series;
        });
      const series = await place(first.id);
      await tell(app);
      await followOn(app, `/series/${series}`, 'ben');
      await followOn(app, '/tags/Tidewater%20Chronicles', 'eli');
      const dee = await app.as('dee');
      const form = await dee.get('/filters/new?q=complete:yes');
      await dee.submit(form, '/filters', { name: 'Whole ones' });
      const filters = await dee.get('/users/dee/subscriptions');
      await dee.submit(filters, '/subscriptions', {});
      const second = await postWork(app, 'ada', { title: 'Second' });
      await place(second.id);
      assert.deepEqual(await told(app, 'ben'), ['New in The Year: “Second”']);
      assert.deepEqual(await told(app, 'eli'), ['New in Tidewater Chronicles: “Second”']);
      assert.deepEqual(await told(app, 'dee'), ['New in Whole ones: “Second”']);
    });

    it('of a work when it is revealed or shown, once', async (t) => {
      const app = await makeApp(t, { database });
      await app.as('ada');
      await followOn(app, '/users/ada');
      const late = await postWork(app, 'ada', { title: 'Late', unrevealed: true });
      const held = await postWork(app, 'ada', { title: 'Held', hidden: true });
      assert.deepEqual(await told(app), []);
      await set(app, late.id, { unrevealed: 0 });
      assert.deepEqual(await told(app), ['ada has posted “Late”']);
      await set(app, held.id, { hidden: 0 });
      assert.deepEqual(await told(app), ['ada has posted 2 works']);
      await set(app, held.id, { hidden: 1 });
      await set(app, held.id, { hidden: 0 });
      assert.deepEqual(await told(app), ['ada has posted 2 works']);
    });

    it('of an anonymous work without its creator, until it is theirs by name', async (t) => {
      const app = await makeApp(t, { database });
      await app.as('ada');
      await postWork(app, 'ben', {});
      await tell(app);
      await followOn(app, '/users/ada', 'ben');
      await followOn(app, '/tags/Tidewater%20Chronicles', 'eli');
      const work = await postWork(app, 'ada', { title: 'Masked', anonymous: true });
      assert.deepEqual(await told(app, 'ben'), []);
      assert.deepEqual(await told(app, 'eli'), ['New in Tidewater Chronicles: “Masked”']);
      await set(app, work.id, { anonymous: 0 });
      assert.deepEqual(await told(app, 'ben'), ['ada has posted “Masked”']);
      assert.equal((await told(app, 'eli')).length, 1);
    });
  });

  describe('nobody is told', () => {
    it('of what they have muted, of who is apart from them, or of their own work', async (t) => {
      const app = await makeApp(t, { database });
      await postWork(app, 'ada', { title: 'First' });
      for (const name of ['ben', 'eli', 'ada'] as const) {
        await followOn(app, '/tags/Tidewater%20Chronicles', name);
      }
      const ben = await app.as('ben');
      const muting = await ben.get(`/mutes/new?tag=${await tagOf(app, 'Tidewater Chronicles')}`);
      assert.equal((await ben.submit(muting, '/mutes', {})).status, 200);
      const eli = await app.as('eli');
      const blocking = await eli.get('/blocks/new?person=ada');
      await eli.submit(blocking, '/blocks', {});
      await tell(app);
      await postWork(app, 'ada', { title: 'Second' });
      for (const name of ['ben', 'eli', 'ada'] as const) {
        assert.deepEqual(
          (await told(app, name)).filter((line) => line.includes('Second')),
          [],
        );
      }
    });

    it('any more what became hidden after the notice was left', async (t) => {
      const app = await makeApp(t, { database });
      await app.as('ada');
      await followOn(app, '/users/ada');
      const work = await postWork(app, 'ada', { title: 'Gone' });
      assert.deepEqual(await told(app), ['ada has posted “Gone”']);
      await set(app, work.id, { hidden: 1 });
      assert.ok(!(await told(app)).join().includes('Gone'));
    });
  });

  it('two processes tell each follower once', async (t) => {
    const app = await makeApp(t, { database });
    await app.as('ada');
    await followOn(app, '/users/ada');
    await postWork(app, 'ada', { title: 'Once' });
    const other = await app.another();
    const chore = other.chores.find(({ name }) => name === 'tell followers');
    await Promise.all([tell(app), chore?.run()]);
    assert.deepEqual(await told(app), ['ada has posted “Once”']);
    await other.close();
  });
});
