// What a member has marked is a condition of every list of theirs, and of nobody else's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { listHeading, listTitles } from '../../../test/kit/lists.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import type { Visit, Visitor } from '../../../test/kit/visitor.ts';

const states = { Later: 'to-read', Now: 'reading', Done: 'read', Left: 'dropped' } as const;
const addressOf = (query: string) => `/works?q=${encodeURIComponent(query)}`;

/** Five works, four of which ben has marked. */
async function shelf(app: TestApp): Promise<Visitor> {
  const ben = await app.as('ben');
  for (const title of ['Later', 'Now', 'Done', 'Left', 'Unknown'] as const) {
    const freeforms = title === 'Done' || title === 'Left' ? ['Rain'] : ['Snow'];
    const { id } = await postWork(app, 'ada', { title, freeforms });
    const state = title === 'Unknown' ? null : states[title];
    if (state !== null) await ben.submit(await ben.get(`/works/${id}`), '/reading', { state });
  }
  return ben;
}

function facetOf(page: Visit, tag: string): string | undefined {
  const names = page.markup.withClass('tag-choices').flatMap((group) => group.all('li'));
  return names.find((item) => item.text.startsWith(tag))?.text.match(/\d+/)?.[0];
}

eachDatabase((database) => {
  test('state: finds what one has marked, with exact totals and facets', async (t) => {
    const app = await makeApp(t, { database });
    const ben = await shelf(app);
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['state:reading', ['Now']],
      ['state:read,dropped', ['Done', 'Left']],
      ['state:none', ['Unknown']],
      ['state:none OR state:later', ['Later', 'Unknown']],
      ['-state:read', ['Later', 'Left', 'Now', 'Unknown']],
      ['-state:none freeform:Rain', ['Done', 'Left']],
      ['state:odd', []],
    ];
    for (const [query, found] of cases) {
      const page = await ben.get(addressOf(query));
      assert.deepEqual(listTitles(page).sort(), found, query);
      assert.match(listHeading(page) ?? '', new RegExp(`^${found.length} Work`), query);
    }
    const page = await ben.get(addressOf('state:read,dropped,later'));
    assert.deepEqual([facetOf(page, 'Rain'), facetOf(page, 'Snow')], ['2', '1']);
    assert.deepEqual(htmlProblems(page.body), []);
    assert.match(page.text, /Remove: My reading: To read or Read or Dropped/);
    const without = await ben.get(page.link('Remove: My reading: To read or Read or Dropped'));
    assert.equal(listTitles(without).length, 5);
    assert.match((await ben.get(addressOf('state:odd'))).text, /There is no “odd” for “state:”/);
  });

  test('the form says the same, and a saved filter keeps it', async (t) => {
    const app = await makeApp(t, { database });
    const ben = await shelf(app);
    const page = await ben.get('/works?work_search[state]=none&work_search[state]=reading');
    assert.deepEqual(listTitles(page).sort(), ['Now', 'Unknown']);
    const form = await ben.get(page.link('Save this filter'));
    const saved = await ben.submit(form, '/filters', { name: 'Open' });
    assert.match(saved.text, /Open state:reading,none/);
    assert.deepEqual(listTitles(await ben.get(saved.link('Open'))).sort(), ['Now', 'Unknown']);
    await ben.submit(saved, '/default', {});
    assert.deepEqual(listTitles(await ben.get('/works')).sort(), ['Now', 'Unknown']);
  });

  test('nobody else finds anything by it, and guests are told why', async (t) => {
    const app = await makeApp(t, { database });
    await shelf(app);
    const guest = app.guest();
    for (const who of [guest, await app.as('cho'), await app.as('dee'), await app.as('ada')]) {
      for (const query of ['state:read', 'in:bookmarks', '-state:none']) {
        assert.deepEqual(listTitles(await who.get(addressOf(query))), [], query);
      }
      assert.equal(listTitles(await who.get(addressOf('state:none -state:read'))).length, 5);
      assert.equal((await who.get('/works')).markup.withClass('own').length, 0);
    }
    const told = await guest.get(addressOf('state:read'));
    assert.match(told.text, /Log in first: a guest has nothing of it/);
    assert.doesNotMatch(told.text, /Where I stand/);
    const feed = await guest.get('/works/feed.atom?q=state:read');
    assert.match(feed.body, /<subtitle>This asks for what you have marked/);
    assert.doesNotMatch(feed.body, /<entry/);
  });

  test('every list says where its reader stands', async (t) => {
    const app = await makeApp(t, { database });
    const ben = await shelf(app);
    const done = await ben.get(addressOf('state:read'));
    const work = done.link('Done');
    await ben.submit(await ben.get(work), '/bookmarks', { 'bookmark[rec]': '1' });
    const ada = await app.as('ada');
    await ada.submit(await ada.get(`${work}/edit`), work, { seriesNew: 'Tides' });
    const series = (await ben.get(work)).link('Tides');
    const lists = ['/', '/works', '/works/search?q=Done', '/tags/Rain/works', '/users/ada', series];
    for (const list of [...lists, '/users/ada/works', '/users/ben/bookmarks', '/bookmarks']) {
      const marked = await ben.get(list);
      assert.match(marked.text, /Done by ada Read/, list);
      assert.doesNotMatch((await ada.get(list)).text, /Done by ada Read/, list);
    }
  });
});
