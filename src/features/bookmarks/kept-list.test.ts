// Bookmarks with the filters of works: the owner's all, of others' what their viewer may see.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { listHeading, listTitles } from '../../../test/kit/lists.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import type { Visitor } from '../../../test/kit/visitor.ts';

const own = '/users/ben/bookmarks';

/** Ben keeps four works, one privately, one for members, and a thing elsewhere. */
async function keeper(app: TestApp): Promise<Visitor> {
  const ben = await app.as('ben');
  const works = [
    { title: 'Rainy', freeforms: ['Rain'], fandoms: ['Tide'] },
    { title: 'Snowy', freeforms: ['Snow'], fandoms: ['Tide'] },
    { title: 'Secret', freeforms: ['Rain'], fandoms: ['Marsh'] },
    { title: 'Inside', freeforms: ['Rain'], fandoms: ['Marsh'], restricted: true },
  ];
  for (const wishes of works) {
    const { id } = await postWork(app, 'ada', wishes);
    app.clock.advance(60_000);
    await ben.submit(await ben.get(`/works/${id}`), `/works/${id}/bookmarks`, {
      'bookmark[bookmarker_notes]': `Note of ${wishes.title}.`,
      'bookmark[tag_string]': wishes.title === 'Rainy' ? 'cosy' : '',
      'bookmark[rec]': wishes.title === 'Snowy' ? '1' : '0',
      'bookmark[private]': wishes.title === 'Secret' ? '1' : '0',
    });
  }
  app.clock.advance(60_000);
  await ben.submit(await ben.get('/bookmarks/new'), '/bookmarks', {
    'bookmark[address]': 'https://example.org/far',
    'bookmark[title]': 'Far away',
  });
  return ben;
}

eachDatabase((database) => {
  test('one’s own are filtered like works, the last bookmarked first', async (t) => {
    const app = await makeApp(t, { database });
    const ben = await keeper(app);
    const whole = await ben.get(own);
    assert.equal(listHeading(whole), '5 Bookmarks by ben');
    assert.deepEqual(listTitles(whole), ['Far away', 'Inside', 'Secret', 'Snowy', 'Rainy']);
    assert.deepEqual(htmlProblems(whole.body), []);
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['q=freeform:Rain', ['Inside', 'Secret', 'Rainy']],
      ['q=-freeform:Rain', ['Snowy']],
      ['q=fandom:Tide', ['Snowy', 'Rainy']],
      ['q=freeform:Rain sort:-bookmarked', ['Rainy', 'Secret', 'Inside']],
      ['q=freeform:Rain sort:title', ['Inside', 'Rainy', 'Secret']],
      ['work_search[sort_column]=title_to_sort_on', ['Inside', 'Rainy', 'Secret', 'Snowy']],
      ['q=in:recs', ['Snowy']],
      ['tag=cosy', ['Rainy']],
      ['tag=cosy%26q=fandom:Marsh', []],
    ];
    for (const [query, titles] of cases) {
      const page = await ben.get(`${own}?${query}`);
      assert.deepEqual(listTitles(page), titles, query);
      assert.match(listHeading(page) ?? '', new RegExp(`^${titles.length} Bookmark`), query);
      assert.deepEqual(htmlProblems(page.body), [], query);
    }
    const filtered = await ben.get(`${own}?q=fandom:Tide`);
    assert.match(filtered.text, /Filters find works: 1 bookmark of a series/);
    assert.match(filtered.text, /Note of Snowy.*Note of Rainy/s);
    assert.match(filtered.link('EPUB'), /of=bookmarks%3Aben/);
    const book = await ben.get(filtered.link('HTML'));
    assert.match(book.body, /Snowy.*Rainy/s);
    assert.doesNotMatch(book.body, /Secret/);
    const inAll = await ben.get('/works?q=in:bookmarks -in:recs sort:title');
    assert.deepEqual(listTitles(inAll), ['Inside', 'Rainy', 'Secret']);
  });

  test('of others’ the public ones are found, of works that the viewer sees', async (t) => {
    const app = await makeApp(t, { database });
    await keeper(app);
    const seen = new Map([
      [app.guest(), ['Far away', 'Snowy', 'Rainy']],
      [await app.as('cho'), ['Far away', 'Inside', 'Snowy', 'Rainy']],
    ]);
    for (const [who, titles] of seen) {
      assert.deepEqual(listTitles(await who.get(own)), titles);
      const page = await who.get(`${own}?q=freeform:Rain`);
      assert.deepEqual(
        listTitles(page),
        titles.filter((title) => title === 'Inside' || title === 'Rainy'),
      );
      assert.doesNotMatch(page.body, /Secret/);
      assert.doesNotMatch((await who.get(`${own}?q=sort:title`)).body, /Secret/);
      const book = await who.get('/downloads/list/works.html?of=bookmarks:ben');
      assert.doesNotMatch(book.body, /Secret/);
      assert.equal(book.body.includes('Inside'), titles.includes('Inside'));
    }
  });

  test('what the viewer has muted is not among others’, and counted as left out', async (t) => {
    const app = await makeApp(t, { database });
    await keeper(app);
    const cho = await app.as('cho');
    const work = (await cho.get(own)).link('Rainy').split('/')[2];
    await cho.submit(await cho.get(`/mutes/new?work=${work}`), '/mutes', {});
    const page = await cho.get(own);
    assert.equal(listHeading(page), '3 Bookmarks by ben');
    assert.deepEqual(listTitles(page), ['Far away', 'Inside', 'Snowy']);
    assert.match(page.text, /Muted: 1 work/);
    assert.deepEqual(listTitles(await cho.get(page.link('Show them'))).length, 4);
    assert.deepEqual(listTitles(await cho.get(`${own}?q=freeform:Rain`)), ['Inside']);
  });
});
