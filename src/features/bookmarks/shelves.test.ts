// Shelves: a person's own groups of bookmarks in their own order, for themselves or for everybody.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { listHeading, listTitles } from '../../../test/kit/lists.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import type { Visit, Visitor } from '../../../test/kit/visitor.ts';

const home = '/users/ben/shelves';

/** Ben bookmarks three works onto a new shelf, the last of them privately. */
async function shelve(app: TestApp): Promise<{ ben: Visitor; shelf: string }> {
  const ben = await app.as('ben');
  for (const title of ['One', 'Two', 'Three']) {
    const { id } = await postWork(app, 'ada', { title, freeforms: [`About ${title}`] });
    const page = await ben.get(`/works/${id}`);
    await ben.submit(page, `/works/${id}/bookmarks`, {
      'bookmark[new_shelf]': 'Rainy days',
      'bookmark[private]': title === 'Three' ? '1' : '0',
    });
    app.clock.advance(60_000);
  }
  return { ben, shelf: (await ben.get(home)).link('Rainy days') };
}

/** The order form's fields by the labels of their items. */
function numbers(form: Visit, wanted: Readonly<Record<string, string>>): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [label, number] of Object.entries(wanted)) {
    const found = form.markup.all('label').find((each) => each.text === label);
    const id = found?.attribute('for');
    const input = form.markup.all('input').find((each) => each.attribute('id') === id);
    fields[input?.attribute('name') ?? ''] = number;
  }
  return fields;
}

eachDatabase((database) => {
  test('a bookmark is put on a shelf, whose order its owner gives it', async (t) => {
    const app = await makeApp(t, { database });
    const { ben, shelf } = await shelve(app);
    const page = await ben.get(shelf);
    assert.equal(listHeading(page), '3 Bookmarks on Rainy days by ben');
    assert.deepEqual(listTitles(page), ['One', 'Two', 'Three']);
    assert.deepEqual(htmlProblems(page.body), []);
    const form = await ben.get(page.link('Change this shelf'));
    assert.deepEqual(htmlProblems(form.body), []);
    const wrong = await ben.submit(form, shelf, numbers(form, { One: 'first' }));
    assert.equal(wrong.status, 422);
    await ben.submit(form, shelf, numbers(form, { One: '9', Three: '', Two: '5' }));
    assert.deepEqual(listTitles(await ben.get(shelf)), ['Two', 'One']);
    assert.deepEqual(listTitles(await ben.get(`${shelf}?q=sort:title`)), ['One', 'Two']);
    assert.equal(listTitles(await ben.get('/users/ben/bookmarks')).length, 3);
    const found = await ben.get('/works?q=shelf:"rainy days" sort:title');
    assert.deepEqual(listTitles(found), ['One', 'Two']);
    for (const list of ['/works', '/works/search']) {
      const nowhere = await ben.get(`${list}?q=shelf:Nowhere`);
      assert.deepEqual(listTitles(nowhere), []);
      assert.match(nowhere.text, /You have no shelf named “Nowhere”/);
    }
    const book = await ben.get((await ben.get(shelf)).link('HTML'));
    assert.match(book.body, /Two.*One/s);
  });

  test('a bookmark stands on several; other forms leave its shelves alone', async (t) => {
    const app = await makeApp(t, { database });
    const { ben, shelf } = await shelve(app);
    const made = await ben.submit(await ben.get(home), home, { 'shelf[name]': 'Short' });
    assert.equal(listHeading(made), '0 Bookmarks on Short by ben');
    const work = (await ben.get(shelf)).link('One');
    const page = await ben.get(work);
    const boxes = page.markup.all('input').filter((each) => {
      return each.attribute('name') === 'bookmark[shelves][]' && each.attribute('value') !== '';
    });
    assert.deepEqual(
      boxes.map((box) => box.attribute('checked') !== undefined),
      [true, false],
    );
    const both = boxes.map((box) => box.attribute('value') as string);
    const kept = { 'bookmark[shelves][]': both };
    await ben.submit(page, '/bookmarks/', kept);
    const short = (await ben.get(home)).link('Short');
    assert.deepEqual(listTitles(await ben.get(short)), ['One']);
    const { token } = (await ben.get('/token_dispenser.json')).json<{ token: string }>();
    // As other people's tools send it.
    const sent = { authenticity_token: token, 'bookmark[bookmarker_notes]': 'New.' };
    await ben.post(`${work}/bookmarks`, sent);
    assert.match((await ben.get(short)).text, /New\./);
    const again = await ben.get(work);
    await ben.submit(again, '/bookmarks/', { 'bookmark[shelves][]': '' });
    assert.deepEqual(listTitles(await ben.get(short)), []);
    const taken = await ben.submit(await ben.get(home), home, { 'shelf[name]': 'RAINY  days' });
    assert.match(taken.text, /You have a shelf of this name/);
    await ben.submit(await ben.get(`${short}/delete`), '/delete', {});
    assert.equal((await ben.get(short)).status, 404);
    const order = await ben.submit(await ben.get(home), home, { 'shelf[name]': 'First' });
    assert.equal(order.status, 200);
    const ordering = await ben.get(home);
    const swapped = numbers(ordering, { First: '1', 'Rainy days': '2' });
    const shown = await ben.submit(ordering, `${home}/order`, swapped);
    assert.match(shown.text, /First.*Rainy days/s);
  });

  test('a private shelf is its owner’s; a public one tells no private bookmark', async (t) => {
    const app = await makeApp(t, { database });
    const { ben, shelf } = await shelve(app);
    const others = [app.guest(), await app.as('cho'), await app.as('dee')];
    for (const who of others) {
      const book = `/downloads/list/works.html?of=shelf:${shelf.split('/')[2]}`;
      for (const address of [shelf, `${shelf}/feed.atom`, book]) {
        assert.equal((await who.get(address)).status, 404, address);
      }
      assert.doesNotMatch((await who.get(home)).text, /Rainy days/);
    }
    await ben.submit(await ben.get(`${shelf}/edit`), shelf, { 'shelf[public]': '1' });
    for (const who of others) {
      assert.match((await who.get(home)).text, /Rainy days 2 Bookmarks/);
      const page = await who.get(shelf);
      assert.equal(listHeading(page), '2 Bookmarks on Rainy days by ben');
      assert.deepEqual(listTitles(page), ['One', 'Two']);
      const feed = await who.get(`${shelf}/feed.json`);
      assert.match(feed.body, /One/);
      for (const { body } of [page, feed]) assert.doesNotMatch(body, /Three/);
      assert.doesNotMatch((await who.get(`${shelf}/edit`)).text, /Change the shelf/);
    }
    const cho = await app.as('cho');
    const { token } = (await cho.get('/token_dispenser.json')).json<{ token: string }>();
    const sent = { authenticity_token: token, 'shelf[name]': 'Mine' };
    assert.equal((await cho.post(shelf, sent)).status, 403);
    assert.equal((await cho.post(`${shelf}/delete`, sent)).status, 403);
    assert.equal((await cho.post(home, sent)).status, 403);
  });
});
