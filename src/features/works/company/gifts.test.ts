// Gifts: to members and to names, shown with the work, refused by whom they are for.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { type PostWishes, postWork } from '../../../../test/kit/post-work.ts';

async function give(app: TestApp, gifts: string, wishes: PostWishes = {}) {
  await app.as('ben');
  const work = await postWork(app, 'ada', { title: 'Present', ...wishes });
  const ada = await app.as('ada');
  const form = await ada.get(`/works/${work.id}/edit`);
  const answer = await ada.submit(form, `/works/${work.id}`, { gifts });
  return { work, answer };
}

eachDatabase((database) => {
  describe('a gift', () => {
    it('is named on the work, in lists, and on the page of a member', async (test) => {
      const app = await makeApp(test, { database });
      const { work } = await give(app, 'ben, Aunt Rose');
      const guest = app.guest();
      const page = await guest.get(`/works/${work.id}`);
      assert.match(
        page.body,
        /<ul class="associations"><li>For <a href="\/users\/ben\/gifts">ben</,
      );
      assert.match(page.text, /For ben, Aunt Rose\./);
      const list = await guest.get('/works');
      assert.match(list.text, /Present by ada for ben, Aunt Rose/);
      assert.match((await guest.get('/users/ben/gifts')).text, /Present by ada/);
      assert.match((await guest.get('/users/ben/gifts/feed.atom')).body, /<title>Present</);
      assert.match((await guest.get('/users/ben')).text, /Gifts \(1\)/);
      assert.match((await guest.get('/users/ben/profile')).text, /Gifts \(1\)/);
    });

    it('that is refused is not shown as one, nor given again, until it is kept', async (test) => {
      const app = await makeApp(test, { database });
      const { work } = await give(app, 'ben');
      const ben = await app.as('ben');
      const gifts = await ben.get('/users/ben/gifts');
      const after = await ben.submit(gifts, '/gifts/refuse', {});
      assert.match(after.text, /Gifts you have refused/);
      assert.doesNotMatch((await app.guest().get(`/works/${work.id}`)).text, /For ben/);
      assert.doesNotMatch((await app.guest().get('/users/ben/gifts')).text, /Present/);
      const ada = await app.as('ada');
      const form = await ada.get(`/works/${work.id}/edit`);
      const again = await ada.submit(form, `/works/${work.id}`, { gifts: 'ben' });
      assert.equal(again.status, 422);
      assert.match(again.text, /ben has refused this gift/);
      await ben.submit(after, '/gifts/accept', {});
      assert.match((await app.guest().get(`/works/${work.id}`)).text, /For ben\./);
    });

    it('stays through another edit, and goes when its name is taken out', async (test) => {
      const app = await makeApp(test, { database });
      const { work } = await give(app, 'ben, Aunt Rose');
      const ada = await app.as('ada');
      const edit = async (fields: Record<string, string>) =>
        ada.submit(await ada.get(`/works/${work.id}/edit`), `/works/${work.id}`, fields);
      await edit({ title: 'Parcel' });
      assert.match((await app.guest().get(`/works/${work.id}`)).text, /For ben, Aunt Rose\./);
      await edit({ gifts: 'Aunt Rose' });
      assert.match((await app.guest().get(`/works/${work.id}`)).text, /For Aunt Rose\./);
      assert.equal((await edit({ gifts: 'ada' })).status, 422);
    });

    it('of a work that is not to be seen is found and answered by nobody', async (t) => {
      const app = await makeApp(t, { database });
      const states: PostWishes[] = [
        { title: 'Secret A', post: false },
        { title: 'Secret B', unrevealed: true },
        { title: 'Secret C', hidden: true },
      ];
      const works = [];
      for (const state of states) works.push((await give(app, 'ben', state)).work);
      await give(app, 'ben', { title: 'For Members', restricted: true });
      assert.doesNotMatch((await app.guest().get('/users/ben/gifts')).text, /Secret|Members/);
      const ben = await app.as('ben');
      const gifts = await ben.get('/users/ben/gifts');
      assert.doesNotMatch(gifts.text, /Secret/);
      assert.match(gifts.text, /For Members/);
      const token = { authenticity_token: (await ben.get('/token_dispenser.json')).json().token };
      for (const { id } of works) {
        const sent = await ben.post(`/works/${id}/gifts/refuse`, token as Record<string, string>);
        assert.equal(sent.status, 404);
      }
    });
  });
});
