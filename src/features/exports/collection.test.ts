// A series, or any list, as one book: what the asker sees of it and nothing else, in its order.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { addSeries } from '../works/index.ts';
import { formats } from './formats.ts';

async function placeSeries(app: TestApp) {
  const two = [{ title: 'Dawn', source: '<p>One.</p><h2>Later</h2>' }, { title: 'Dusk' }];
  const first = await placeTestWork(app, {
    work: { title: 'The First', expectedChapters: 2, endNotes: '<p>Of the first.</p>' },
    chapters: two,
  });
  const second = await placeTestWork(app, { work: { title: 'The Second' } });
  const members = await placeTestWork(app, { work: { title: 'For Members', restricted: true } });
  const draft = await placeTestWork(app, { work: { title: 'Not Yet' }, post: false });
  const { userId } = await app.member('ada');
  const ids = [first, second, members, draft];
  return app.parts.database.write((transaction) =>
    addSeries(transaction, app.parts.ids, {
      title: 'Harbour Nights',
      summary: '<p>All nights.</p>',
      notes: '',
      by: userId,
      at: app.clock.now(),
      works: ids.map((id, at) => ({ id, position: at + 1 })),
    }),
  );
}

test('a series is one book of the works that the asker sees, in every format', async (t) => {
  const app = await makeApp(t);
  const id = await placeSeries(app);
  const page = await app.guest().get(`/series/${id}`);
  for (const { extension } of formats.filter((one) => one.extension !== 'pdf')) {
    const href = page.links.find((one) =>
      one.includes(`/downloads/series/${id}/Harbour_Nights.${extension}`),
    );
    assert.ok(href, extension);
    const book = await app.guest().get(href);
    assert.equal(book.status, 200);
    assert.match(book.response.headers.get('content-security-policy') ?? '', /^sandbox/);
    if (extension === 'epub') continue;
    const places = [
      'Harbour Nights',
      'The First',
      'Chapter 1: Dawn',
      'Of the first.',
      'The Second',
    ];
    let at = -1;
    for (const words of places) {
      const next = book.body.indexOf(words, at + 1);
      assert.ok(next > at, `${extension}: ${words}`);
      at = next;
    }
    assert.doesNotMatch(book.body, /For Members|Not Yet/);
  }
  const member = await (await app.as('ben')).get(`/downloads/series/${id}/x.txt`);
  assert.match(member.body, /For Members/);
  assert.equal(member.response.headers.get('cache-control'), 'private, no-store');
  const { body } = await app.guest().get(`/downloads/series/${id}/x.html`);
  assert.deepEqual(htmlProblems(body), []);
  assert.equal((await app.guest().get('/downloads/series/77/x.epub')).status, 404);
});

test('a list is one book of what its query finds for the asker', async (t) => {
  const app = await makeApp(t);
  await placeSeries(app);
  const list = await app.guest().get('/downloads/list/x.md?q=title:second&title=Mine');
  assert.match(list.body, /^title: "Mine"$/m);
  assert.match(list.body, /^## The Second$/m);
  assert.doesNotMatch(list.body, /The First/);
  assert.equal((await app.guest().get('/downloads/list/x.md?q=nothing-has-this')).status, 404);
  const all = await app.guest().get('/downloads/list/x.txt');
  assert.match(all.body, /The First/);
  assert.doesNotMatch(all.body, /For Members|Not Yet/);
});

/** The link to a format that the page offers for its list. */
function bookHref(page: { readonly links: readonly string[] }, extension: string): string {
  const href = page.links.find((one) => one.startsWith(`/downloads/list/works.${extension}`));
  assert.ok(href, `no ${extension}`);
  return href;
}

test('every page of works offers them as one book, with its filter', async (t) => {
  const app = await makeApp(t);
  await placeSeries(app);
  const named = 'work_search%5Bquery%5D=title%3Asecond';
  const pages = ['/works', '/works/search', '/users/ada/works', '/users/ada/pseuds/ada/works'];
  const lists = [
    ...pages.map((path) => `${path}?${named}`),
    `/tags/Harbour%20Lights/works?${named}`,
  ];
  for (const path of lists) {
    const page = await app.guest().get(path);
    assert.equal(page.status, 200, path);
    assert.match(page.body, /Its first 100 works that you can see/);
    const book = await app.guest().get(bookHref(page, 'md'));
    assert.match(book.body, /^## The Second$/m, path);
    assert.doesNotMatch(book.body, /The First|For Members|Not Yet/, path);
  }
  const series = await app.guest().get('/users/ada/series');
  const all = await app.guest().get(bookHref(series, 'md'));
  assert.match(all.body, /^title: "Series by ada"$/m);
  assert.match(all.body, /The First.*The Second/s);
  const ada = await app.as('ada');
  const own = await ada.get(bookHref(await ada.get('/users/ada'), 'txt'));
  assert.match(own.body, /For Members/);
  assert.doesNotMatch(own.body, /Not Yet/);
  const others = await app.guest().get('/users/ada');
  assert.ok(!others.links.some((one) => one.startsWith('/downloads/list/')));
});

test('a list that the asker may not know is no book', async (t) => {
  const app = await makeApp(t);
  await placeSeries(app);
  for (const list of ['tag:999999', 'tag:x', 'person:nobody', 'gifts:ada', 'gifts:nobody', 'x:1']) {
    const { status } = await app.guest().get(`/downloads/list/x.epub?of=${list}`);
    assert.equal(status, 404, list);
  }
  // What no guest may read names no list to them.
  const only = { work: { restricted: true }, tags: { fandom: ['Members Only Place'] } };
  await placeTestWork(app, only);
  const ada = await app.as('ada');
  const href = bookHref(await ada.get('/tags/Members%20Only%20Place/works'), 'md');
  assert.match((await ada.get(href)).body, /^title: "Works in Members Only Place"$/m);
  assert.equal((await app.guest().get(href)).status, 404);
});
