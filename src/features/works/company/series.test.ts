// Series as their creators make and keep them, through the forms.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { postWork } from '../../../../test/kit/post-work.ts';
import type { Fields } from '../../../../test/kit/visitor.ts';
import type { SeriesId, WorkId } from '../../../shared/ids.ts';
import { acceptInvitation, inviteCreators } from './actions/creators.ts';
import { undeleteSeries } from './actions/edit-series.ts';
import { putAt } from './actions/places.ts';

async function edit(app: TestApp, work: { readonly id: WorkId }, fields: Fields, by = 'ada') {
  const visitor = await app.as(by as CastName);
  const form = await visitor.get(`/works/${work.id}/edit`);
  return visitor.submit(form, `/works/${work.id}`, fields, { follow: false });
}

async function seriesCalled(app: TestApp, title: string): Promise<number> {
  const { id } = await app.parts.database.read
    .selectFrom('series')
    .select('id')
    .where('title', '=', title)
    .executeTakeFirstOrThrow();
  return id;
}

async function placesIn(app: TestApp, series: number): Promise<string[]> {
  const page = await app.guest().get(`/series/${series}`);
  return page.markup.withClass('blurb').map((blurb) => {
    const number = blurb.withClass('series')[0]?.all('strong')[0]?.text;
    return `${number} ${blurb.all('h4')[0]?.all('a')[0]?.text}`;
  });
}

eachDatabase((database) => {
  describe('a series', () => {
    it('is made on the form of a work, and takes further works by number', async (test) => {
      const app = await makeApp(test, { database });
      const spring = await postWork(app, 'ada', { title: 'Spring' });
      const summer = await postWork(app, 'ada', { title: 'Summer' });
      const prologue = await postWork(app, 'ada', { title: 'Prologue' });
      assert.equal((await edit(app, spring, { seriesNew: 'The Year' })).status, 303);
      const id = await seriesCalled(app, 'The Year');
      await edit(app, summer, { seriesAdd: String(id) });
      await edit(app, prologue, { seriesAdd: String(id), seriesNumber: '1' });
      assert.deepEqual(await placesIn(app, id), ['1 Prologue', '2 Spring', '3 Summer']);
      const works = await app.guest().get('/works?work_search[query]=series:yes');
      assert.equal(works.markup.withClass('blurb').length, 3);
    });

    it('loses a work whose number is emptied, and the work is in no series then', async (test) => {
      const app = await makeApp(test, { database });
      const spring = await postWork(app, 'ada', { title: 'Spring' });
      await edit(app, spring, { seriesNew: 'The Year' });
      const id = await seriesCalled(app, 'The Year');
      await edit(app, spring, { [`series[${id}]`]: '' });
      const none = await app.guest().get('/works?work_search[query]=series:yes');
      assert.equal(none.markup.withClass('blurb').length, 0);
      assert.equal((await app.guest().get(`/series/${id}`)).status, 404);
      assert.match((await (await app.as('ada')).get(`/series/${id}`)).text, /No work of this/);
    });

    it('is described, ordered and finished on a form of its own', async (test) => {
      const app = await makeApp(test, { database });
      const spring = await postWork(app, 'ada', { title: 'Spring' });
      const summer = await postWork(app, 'ada', { title: 'Summer' });
      await edit(app, spring, { seriesNew: 'The Year' });
      const id = await seriesCalled(app, 'The Year');
      await edit(app, summer, { seriesAdd: String(id) });
      const ada = await app.as('ada');
      const form = await ada.get((await ada.get(`/series/${id}`)).link('Edit series'));
      const page = await ada.submit(form, `/series/${id}`, {
        title: 'Four Seasons',
        summary: '<p>Weather.</p><script>x</script>',
        complete: '1',
        [`number[${spring.id}]`]: '5',
      });
      assert.match(page.text, /Four Seasons.*Weather\..*Complete: ?Yes/s);
      assert.doesNotMatch(page.body, /<script>x/);
      assert.deepEqual(await placesIn(app, id), ['2 Summer', '5 Spring']);
      const wrong = { title: '', [`number[${spring.id}]`]: 'soon' };
      const refused = await ada.submit(form, `/series/${id}`, wrong);
      assert.equal(refused.status, 422);
      assert.ok(refused.links.includes('#title'));
      assert.match(refused.text, /whole number from 1 to 9,999/);
    });

    it('goes with its works kept, and comes back for 30 days', async (test) => {
      const app = await makeApp(test, { database });
      const spring = await postWork(app, 'ada', { title: 'Spring' });
      await edit(app, spring, { seriesNew: 'The Year' });
      const id = await seriesCalled(app, 'The Year');
      const ada = await app.as('ada');
      const asked = await ada.get(`/series/${id}/delete`);
      const undo = await ada.submit(asked, `/series/${id}/delete`, {});
      assert.equal((await app.guest().get(`/series/${id}`)).status, 404);
      assert.equal((await (await app.as('ben')).get(`/series/${id}`)).status, 404);
      for (const path of [`/series/${id}`, `/series/${id}/edit`]) {
        const gone = await ada.get(path);
        assert.equal(gone.status, 410, path);
        assert.ok(gone.links.includes(`/series/${id}/undelete`), path);
      }
      for (const path of ['/users/ada', '/users/ada/works/manage']) {
        assert.match((await ada.get(path)).link('The Year (series)'), /undelete$/);
      }
      assert.doesNotMatch((await (await app.as('ben')).get('/users/ada')).text, /The Year/);
      const page = await app.guest().get(`/works/${spring.id}`);
      assert.doesNotMatch(page.text, /The Year/);
      const back = await ada.submit(undo, `/series/${id}/undelete`, {});
      assert.match(back.text, /Spring/);
      await ada.submit(await ada.get(`/series/${id}/delete`), `/series/${id}/delete`, {});
      app.clock.advance(31 * 24 * 3600 * 1000);
      const late = undeleteSeries(app.parts, await app.member('ada'), id as SeriesId);
      await assert.rejects(late, { status: 410 });
    });

    it('takes works of its own creators only', async (test) => {
      const app = await makeApp(test, { database });
      const spring = await postWork(app, 'ada', { title: 'Spring' });
      await edit(app, spring, { seriesNew: 'The Year' });
      const id = await seriesCalled(app, 'The Year');
      const tea = await postWork(app, 'ben', { title: 'Tea' });
      const refused = await edit(app, tea, { seriesAdd: String(id) }, 'ben');
      assert.equal(refused.status, 422);
      assert.match(refused.text, /You have no such series/);
      assert.deepEqual(await placesIn(app, id), ['1 Spring']);
    });

    it('is changed by a co-creator of its works once they are let in', async (test) => {
      const app = await makeApp(test, { database });
      const spring = await postWork(app, 'ada', { title: 'Spring' });
      await edit(app, spring, { seriesNew: 'The Year' });
      const id = await seriesCalled(app, 'The Year');
      const [ada, ben] = [await app.member('ada'), await app.member('ben')];
      await inviteCreators(app.parts, ada, spring.id, ['ben']);
      await acceptInvitation(app.parts, ben, spring.id, null);
      const visitor = await app.as('ben');
      assert.equal((await visitor.get(`/series/${id}/edit`)).status, 403);
      const form = await (await app.as('ada')).get(`/series/${id}/edit`);
      await (await app.as('ada')).submit(form, `/series/${id}`, { creators: String(ben.userId) });
      assert.equal((await visitor.get(`/series/${id}/edit`)).status, 200);
    });

    it('names on its form no work that its creator may not see', async (test) => {
      const app = await makeApp(test, { database });
      const spring = await postWork(app, 'ada', { title: 'Spring' });
      await edit(app, spring, { seriesNew: 'The Year' });
      const id = await seriesCalled(app, 'The Year');
      const secret = await postWork(app, 'ben', { title: 'Secret', post: false });
      await app.parts.database.write((transaction) =>
        transaction
          .insertInto('series_works')
          .values({ series_id: id as never, work_id: secret.id, position: 2 })
          .execute(),
      );
      const form = await (await app.as('ada')).get(`/series/${id}/edit`);
      assert.doesNotMatch(form.body, /Secret/);
      assert.match(form.text, /Number of a work that you cannot see/);
    });

    it('is listed for its creator, and for guests as far as they see its works', async (test) => {
      const app = await makeApp(test, { database });
      const open = await postWork(app, 'ada', { title: 'Open' });
      const locked = await postWork(app, 'ada', { title: 'Locked', restricted: true });
      const masked = await postWork(app, 'ada', { title: 'Masked', anonymous: true });
      await edit(app, open, { seriesNew: 'First' });
      await edit(app, locked, { seriesNew: 'Second' });
      await edit(app, masked, { seriesNew: 'Third' });
      const titles = async (name: 'guest' | CastName) => {
        const visitor = name === 'guest' ? app.guest() : await app.as(name);
        const page = await visitor.get('/users/ada/series');
        return page.markup.withClass('series').flatMap((each) => each.all('h3').map((h) => h.text));
      };
      assert.deepEqual([...new Set(await titles('guest'))], ['First by ada']);
      assert.deepEqual([...new Set(await titles('ben'))], ['First by ada', 'Second by ada']);
      assert.equal(new Set(await titles('ada')).size, 3);
      assert.match((await app.guest().get('/users/ada')).text, /Series \(1\)/);
    });
  });
});

describe('a number in a series', () => {
  const at = (...positions: number[]) =>
    positions.map((position) => ({ workId: position as WorkId, position }));
  const numbers = (others: ReturnType<typeof at>, position: number) =>
    putAt(others, 99 as WorkId, position).map((place) => place.position);

  it('moves those on it and after it up, as far as there is no gap', () => {
    assert.deepEqual(numbers(at(1, 2, 3), 2), [1, 2, 3, 4]);
    assert.deepEqual(numbers(at(1, 2, 5), 2), [1, 2, 3, 5]);
    assert.deepEqual(numbers(at(1, 5), 3), [1, 3, 5]);
  });
});
