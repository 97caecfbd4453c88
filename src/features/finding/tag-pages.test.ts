// Pages of tags, their works and feeds, and the ways to them.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import type { Visit } from '../../../test/kit/visitor.ts';
import { canonical, metatag, parent, synonym, tagId } from '../../../test/kit/wrangling.ts';

const stay = { follow: false } as const;

eachDatabase((database) => {
  test('a tag’s page names its family, each with the works found by it', async (t) => {
    const app = await makeApp(t, { database });
    await metatag(app, 'freeform:Pining', 'freeform:Slow Burn');
    await metatag(app, 'freeform:Slow Burn', 'freeform:Glacial Burn');
    await parent(app, 'fandom:Tide', 'freeform:Slow Burn');
    await postWork(app, 'ada', { freeforms: ['Slowburn'] });
    await postWork(app, 'ada', { freeforms: ['Glacial Burn'] });
    await synonym(app, 'freeform:Slowburn', 'freeform:Slow Burn');
    const page = await app.guest().get('/tags/Slow%20Burn');
    assert.ok(page.text.includes('A canonical freeform.'));
    assert.deepEqual(family(page), {
      Synonyms: ['Slowburn 1'],
      Fandoms: ['Tide 0'],
      Metatags: ['Pining 2'],
      Subtags: ['Glacial Burn 1'],
    });
    assert.equal(page.link('2 Works'), '/tags/Slow%20Burn/works');
    const fandom = await app.guest().get('/tags/Tide');
    assert.deepEqual(family(fandom), { 'Additional tags': ['Slow Burn 2'] });
  });

  test('a synonym’s page points to its canonical, its works are there', async (t) => {
    const app = await makeApp(t, { database });
    await postWork(app, 'ada', { title: 'Tea', freeforms: ['Slowburn'] });
    await synonym(app, 'freeform:Slowburn', 'freeform:Slow Burn');
    const page = await app.guest().get('/tags/Slowburn');
    assert.equal(page.link('Slow Burn'), '/tags/Slow%20Burn');
    const works = await app.guest().get('/tags/Slowburn/works?q=tea&page=1', stay);
    assert.equal(works.status, 302);
    assert.equal(works.response.headers.get('location'), '/tags/Slow%20Burn/works?q=tea&page=1');
  });

  test('a tag that was merged leads on where it was, also without works', async (t) => {
    const app = await makeApp(t, { database });
    await synonym(app, 'freeform:Slowburn', 'freeform:Slow Burn');
    const page = await app.guest().get('/tags/Slowburn');
    assert.equal(page.link('Slow Burn'), '/tags/Slow%20Burn');
    const works = await app.guest().get('/tags/Slowburn/works', stay);
    assert.equal(works.response.headers.get('location'), '/tags/Slow%20Burn/works');
  });

  test('an old name leads to the new one for ever', async (t) => {
    const app = await makeApp(t, { database });
    await canonical(app, 'fandom:Tidewater');
    await giveOldName(app, await tagId(app, 'fandom:Tidewater'), 'high tide');
    for (const rest of ['', '/works', '/works?q=tea']) {
      const answer = await app.guest().get(`/tags/High%20Tide${rest}`, stay);
      assert.equal(answer.status, 301);
      assert.equal(answer.response.headers.get('location'), `/tags/Tidewater${rest}`);
    }
  });

  test('an unwrangled tag has its own page and list', async (t) => {
    const app = await makeApp(t, { database });
    await postWork(app, 'ada', { title: 'Tea', freeforms: ['goats - mostly'] });
    const page = await app.guest().get('/tags/Goats%20-%20Mostly');
    assert.ok(page.text.includes('no wrangler has looked at it yet'));
    const works = await app.guest().get('/tags/goats%20-%20mostly/works');
    assert.equal(works.markup.all('h2')[0]?.text, '1 Work in goats - mostly');
  });
});

describe('addresses of tags', () => {
  test('signs that an address cannot hold are written as tools write them', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada', { relationships: ['A/B & C.D?#'] });
    const list = await app.guest().get('/works');
    const address = list.link('A/B & C.D?#');
    assert.equal(address, '/tags/A*s*B%20*a*%20C*d*D*q**h*/works');
    assert.equal((await app.guest().get(address)).status, 200);
    assert.equal((await app.guest().get(address.replace('/works', ''))).status, 200);
  });

  test('a tag may be named as a page is', async (t) => {
    const app = await makeApp(t);
    await canonical(app, 'freeform:search');
    const found = await app.guest().get('/tags/search?q=search');
    const address = found.link('search') ?? '';
    assert.equal((await app.guest().get(address)).markup.all('h2')[0]?.text, 'search');
    assert.equal((await app.guest().get(`${address}/works`)).status, 200);
    assert.equal((await app.guest().get('/tags/search/works')).status, 200);
  });

  test('of types that share a name the first is meant, with links to others', async (t) => {
    const app = await makeApp(t);
    await canonical(app, 'freeform:Marsh', 'character:Marsh', 'fandom:Marsh');
    await postWork(app, 'ada', { title: 'Free', freeforms: ['Marsh'] });
    await postWork(app, 'ada', { title: 'Person', characters: ['Marsh'] });
    const visitor = app.guest();
    const first = await visitor.get('/tags/Marsh/works');
    assert.equal(first.markup.all('h2')[0]?.text, '0 Works in Marsh');
    assert.equal(first.link('character'), '/tags/Marsh/works?type=character');
    assert.equal(first.link('freeform'), '/tags/Marsh/works?type=freeform');
    const second = await visitor.get('/tags/Marsh/works?type=freeform');
    assert.ok(second.text.includes('Free') && !second.text.includes('Person'));
    assert.equal(second.link('fandom'), '/tags/Marsh/works');
    assert.equal(second.link('About this tag'), '/tags/Marsh?type=freeform');
    const form = second.markup.find((one) => one.id === 'work-filters');
    const type = form?.find((one) => one.attribute('name') === 'type');
    assert.equal(type?.attribute('value'), 'freeform');
    assert.equal((await visitor.get('/tags/Marsh?type=relationship')).status, 404);
    const page = await visitor.get('/tags/Marsh');
    assert.equal(page.link('character'), '/tags/Marsh?type=character');
  });

  test('a synonym of a tag whose name several types share leads to the right one', async (t) => {
    const app = await makeApp(t);
    await canonical(app, 'fandom:Marsh');
    await postWork(app, 'ada', { characters: ['The Marsh'] });
    await synonym(app, 'character:The Marsh', 'character:Marsh');
    const answer = await app.guest().get('/tags/The%20Marsh/works', stay);
    assert.equal(answer.response.headers.get('location'), '/tags/Marsh/works?type=character');
  });

  test('a name without its accents leads to the tag that has them', async (t) => {
    const app = await makeApp(t);
    await canonical(app, 'character:Éowyn');
    const answer = await app.guest().get('/tags/eowyn/works', stay);
    assert.equal(answer.status, 302);
    assert.equal(answer.response.headers.get('location'), '/tags/%C3%89owyn/works');
  });

  test('a name that is no tag is not found, however it is written', async (t) => {
    const app = await makeApp(t);
    for (const path of [
      '/tags/Nobody',
      '/tags/Nobody/works',
      '/tags/Nobody/feed.atom',
      '/tags/%00',
    ]) {
      assert.equal((await app.guest().get(path)).status, 404, path);
    }
    assert.equal((await app.guest().get('/tags/%ff')).status, 400);
    assert.equal((await app.guest().get('/media/Nobody/fandoms')).status, 404);
  });
});

describe('feeds', () => {
  test('a feed is Atom with the newest works, page by page, by number or by name', async (t) => {
    const app = await makeApp(t);
    for (let at = 1; at <= 26; at++) {
      await postWork(app, 'ada', { title: `Work ${at} <& more>`, summary: '<b>Bold</b> & brave' });
      app.clock.advance(1000);
    }
    const id = await tagId(app, 'fandom:Tidewater Chronicles');
    const list = await app.guest().get('/tags/Tidewater%20Chronicles/works');
    const link = list.markup.withClass('rss')[0]?.attribute('href');
    assert.equal(link, `/tags/${id}/feed.atom`);
    const feed = await app.guest().get(`/tags/${id}/feed.atom`);
    assert.equal(feed.response.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
    assert.equal((feed.body.match(/<entry /g) ?? []).length, 25);
    assert.ok(feed.body.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<feed '));
    assert.ok(feed.body.includes('<title>Work 26 &lt;&amp; more&gt;</title>'));
    assert.ok(!feed.body.includes('<title>Work 1 &'));
    assert.ok(feed.body.includes('&lt;b&gt;Bold&lt;/b&gt; &amp;amp; brave'));
    assert.ok(feed.body.includes('<updated>2026-03-01T12:00:25.000Z</updated>'));
    const named = await app.guest().get('/tags/Tidewater%20Chronicles/feed.atom');
    assert.match(named.body, /<title>Work 26 /);
    const next = /<link rel="next"[^>]* href="http:[^"]*?(\/tags[^"]*)"/.exec(feed.body)?.[1] ?? '';
    const rest = await app.guest().get(next);
    assert.equal((rest.body.match(/<entry /g) ?? []).length, 1);
    assert.ok(!rest.body.includes('rel="next"'));
  });

  test('a tag that no guest may know has no link to a feed', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada', { freeforms: ['Members alone'], restricted: true });
    const ben = await app.as('ben');
    for (const path of ['/tags/Members%20alone', '/tags/Members%20alone/works']) {
      assert.ok(!(await ben.get(path)).body.includes('feed.atom'), path);
    }
    assert.equal((await ben.get('/tags/Members%20alone/feed.atom')).status, 404);
  });

  test('every element of a feed is closed, and an empty feed is a feed', async (t) => {
    const app = await makeApp(t);
    await canonical(app, 'fandom:Marsh & Sons "Ltd"');
    await postWork(app, 'ada', { title: 'One', anonymous: true });
    for (const name of ['Marsh%20*a*%20Sons%20%22Ltd%22', 'Tidewater%20Chronicles']) {
      const { body, status } = await app.guest().get(`/tags/${name}/feed.atom`);
      assert.equal(status, 200);
      assert.deepEqual(unclosed(body), []);
      for (const wanted of ['<id>', '<updated>', '<title>', '<author>']) {
        assert.ok(body.includes(wanted), wanted);
      }
    }
    const { body } = await app.guest().get('/tags/Tidewater%20Chronicles/feed.atom');
    assert.ok(body.includes('<author><name>Anonymous</name></author>'));
  });

  test('a feed that has not changed is not sent again', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada');
    const first = await app.guest().get('/tags/Tidewater%20Chronicles/feed.atom');
    const headers = { 'if-none-match': first.response.headers.get('etag') ?? '' };
    const path = '/tags/Tidewater%20Chronicles/feed.atom';
    assert.equal((await app.guest().get(path, { headers })).status, 304);
    await postWork(app, 'ada');
    assert.equal((await app.guest().get(path, { headers })).status, 200);
  });
});

describe('ways to begin', () => {
  test('media name their fandoms, the most used first; those in none have a place', async (t) => {
    const app = await makeApp(t);
    await parent(app, 'media:Books', 'fandom:Tide');
    await parent(app, 'media:Books', 'fandom:The Anchor');
    await parent(app, 'media:Films', 'fandom:Unused');
    await postWork(app, 'ada', { fandoms: ['Tide', 'The Anchor', 'Homeless'] });
    await postWork(app, 'ada', { fandoms: ['Tide'] });
    const page = await app.guest().get('/media');
    assert.deepEqual(
      page.markup.withClass('medium').map((one) => one.text),
      ['Books Tide 2 The Anchor 1', 'Not in a medium yet Homeless 1'],
    );
    const books = await app.guest().get(page.link('Books'));
    assert.deepEqual(
      books.markup.all('h3').map((one) => one.text),
      ['A', 'T'],
    );
    assert.equal(books.link('The Anchor'), '/tags/The%20Anchor/works');
    assert.ok(!books.text.includes('Homeless'));
  });

  test('all fandoms stand from A to Z, with signs and other scripts in their places', async (t) => {
    const app = await makeApp(t);
    const fandoms = ['Zebra', '1984', 'An Apple', 'éclair', 'Ночь', '苔の子', '狐'];
    await postWork(app, 'ada', { fandoms });
    const page = await app.guest().get('/fandoms');
    assert.deepEqual(
      page.markup.all('h3').map((one) => one.text),
      ['#', 'A', 'E', 'Z', 'Н', '文'],
    );
    assert.deepEqual(family(page)['文']?.length, 2);
  });

  test('languages name how many works are in each', async (t) => {
    const app = await makeApp(t);
    await postWork(app, 'ada', { language: 'de' });
    await postWork(app, 'ada', { language: 'de' });
    await postWork(app, 'ada', { language: 'he' });
    const page = await app.guest().get('/languages');
    assert.deepEqual(
      page.markup
        .withClass('relatives')[0]
        ?.all('li')
        .map((one) => one.text),
      ['Deutsch 2', 'עברית 1'],
    );
    const list = await app.guest().get(page.link('Deutsch'));
    assert.equal(list.markup.all('h2')[0]?.text, '2 Works');
  });

  test('tags are searched by the beginnings of their words', async (t) => {
    const app = await makeApp(t);
    await canonical(app, 'freeform:Slow Burn', 'character:Burnt Slowly');
    await postWork(app, 'ada', { freeforms: ['Slowburn', 'Slow Burn'] });
    await synonym(app, 'freeform:Slowburn', 'freeform:Slow Burn');
    const search = async (query: string) => {
      const page = await app.guest().get(`/tags/search?${query}`);
      return (
        page.markup
          .withClass('tag index')[0]
          ?.all('li')
          .map((one) => one.text) ?? []
      );
    };
    assert.deepEqual(await search('q=slo bu'), [
      'Freeform Slow Burn 1',
      'Character Burnt Slowly 0',
    ]);
    assert.deepEqual(await search('q=slowb'), ['Freeform Slowburn synonym of Slow Burn 1']);
    assert.deepEqual(await search('q=burn&type=character'), ['Character Burnt Slowly 0']);
    assert.deepEqual(await search('q=nothing'), []);
    assert.deepEqual(await search('q='), []);
  });

  test('pages of tags are valid HTML', async (t) => {
    const app = await makeApp(t);
    const empty = ['/media', '/fandoms', '/languages', '/tags/search', '/tags/search?q=x'];
    for (const path of empty)
      assert.deepEqual(htmlProblems((await app.guest().get(path)).body), [], path);
    await parent(app, 'media:Books', 'fandom:Tide');
    await metatag(app, 'fandom:Sea', 'fandom:Tide');
    await canonical(app, 'freeform:Tide');
    await postWork(app, 'ada', { fandoms: ['Tide', 'Zoo'], freeforms: ['Tide'] });
    const full = ['/tags/Tide', '/tags/Tide/works', '/media/Books/fandoms', '/tags/search?q=t'];
    for (const path of [...empty, ...full]) {
      const page = await app.guest().get(path);
      assert.equal(page.status, 200, path);
      assert.deepEqual(htmlProblems(page.body), [], path);
    }
  });
});

/** Lists of a page by the heading before them. */
function family(page: Visit): Record<string, string[]> {
  const main = page.markup.find((one) => one.id === 'main');
  const lists = main?.all('ul').filter((one) => /relatives|tree/.test(one.className)) ?? [];
  const names = (main?.all('h3') ?? []).map((one) => one.text);
  return Object.fromEntries(
    names.map((name, at) => [name, (lists[at]?.all('li') ?? []).map((one) => one.text)]),
  );
}

/** A rename's trace, until there is an act that renames. */
async function giveOldName(app: TestApp, id: Awaited<ReturnType<typeof tagId>>, key: string) {
  await app.parts.database.write(async (transaction) => {
    const old = { type: 'fandom', name_key: key, tag_id: id } as const;
    await transaction.insertInto('tag_old_names').values(old).execute();
  });
}

/** Names of elements that a strict reader would find open, or closed twice. */
function unclosed(xml: string): string[] {
  const open: string[] = [];
  for (const [, end, name = '', rest = ''] of xml.matchAll(
    /<(\/?)([a-z]+)((?:"[^"]*"|[^">])*)>/g,
  )) {
    if (rest.endsWith('/')) continue;
    if (end === '') open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return open;
}
