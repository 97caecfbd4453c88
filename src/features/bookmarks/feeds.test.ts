import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { placeTestWork } from '../../../test/kit/works.ts';

eachDatabase((database) => {
  test('a feed of bookmarks tells what is public of them, of nobody who is hidden', async (t) => {
    const app = await makeApp(t, { database });
    const ben = await app.as('ben');
    const wishes = [
      [{ title: 'Open' }, {}],
      [{ title: 'Own', restricted: true }, {}],
      [{ title: 'Quiet' }, { 'bookmark[private]': '1' }],
    ] as const;
    for (const [work, fields] of wishes) {
      const id = await placeTestWork(app, { work });
      await ben.submit(await ben.get(`/works/${id}`), '/bookmarks', fields);
    }
    const page = await app.guest().get('/users/ben/bookmarks');
    const href = page.markup.withClass('rss')[0]?.attribute('href');
    assert.equal(href, '/users/ben/bookmarks/feed.atom');
    // A public address is the same for everybody, its owner included.
    for (const who of [app.guest(), ben]) {
      const { items } = (await who.get('/users/ben/bookmarks/feed.json')).json<{
        items: { title: string }[];
      }>();
      assert.deepEqual(
        items.map(({ title }) => title),
        ['Open'],
      );
    }
    const { userId } = await app.member('ben');
    await app.parts.database.write((transaction) =>
      transaction.updateTable('users').set({ hidden: 1 }).where('id', '=', userId).execute(),
    );
    assert.equal((await app.guest().get('/users/ben/bookmarks/feed.json')).status, 404);
    assert.equal((await app.guest().get('/users/nobody/gifts/feed.atom')).status, 404);
  });
});
