// Feeds of lists: what stands in them, and what must not.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { minuteMs } from '../../kit/time/index.ts';
import { placeInSeries } from '../works/index.ts';

type JsonFeed = {
  readonly title: string;
  readonly home_page_url: string;
  readonly feed_url: string;
  readonly next_url?: string;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly authors: readonly { readonly name: string }[];
    readonly tags: readonly string[];
    readonly content_html: string;
  }[];
};

const site = 'http://127.0.0.1:4700';

async function feed(app: TestApp, path: string): Promise<JsonFeed> {
  const { response, body } = await app.guest().get(path);
  assert.equal(response.status, 200, path);
  assert.equal(response.headers.get('content-type'), 'application/feed+json');
  return JSON.parse(body) as JsonFeed;
}

const titles = ({ items }: JsonFeed) => items.map(({ title }) => title);

test('a list of works is a JSON feed, with its filter and the newest first', async (t) => {
  const app = await makeApp(t);
  const tea = await postWork(app, 'ada', { title: 'Tea', summary: '<b>Hot</b>' });
  app.clock.advance(minuteMs);
  await postWork(app, 'ada', { title: 'Cake', chapters: ['One.'], expectedChapters: 3 });
  const all = await feed(app, '/works/feed.json?work_search[sort_column]=title');
  assert.deepEqual(titles(all), ['Cake', 'Tea']);
  assert.equal(all.items[1]?.id, `${site}/works/${tea.id}`);
  assert.deepEqual(all.items[1]?.authors, [{ name: 'ada' }]);
  assert.deepEqual(all.items[1]?.tags, ['Tidewater Chronicles']);
  assert.match(all.items[1]?.content_html ?? '', /<b>Hot<\/b>/);
  assert.equal(all.home_page_url, `${site}/works`);
  const page = await app.guest().get('/works?work_search[complete]=T');
  const link = page.markup.withClass('rss')[0]?.attribute('href') ?? '';
  const filtered = await feed(app, link.replace('.atom', '.json'));
  assert.deepEqual(titles(filtered), ['Tea']);
  assert.match(page.body, /<link rel="alternate" type="application\/feed\+json"/);
});

test('a feed says when it last changed, and is not sent again until it does', async (t) => {
  const app = await makeApp(t);
  await postWork(app, 'ada');
  const { response } = await app.guest().get('/works/feed.json');
  assert.equal(response.headers.get('last-modified'), 'Sun, 01 Mar 2026 12:00:00 GMT');
  const headers = { 'if-none-match': response.headers.get('etag') ?? '' };
  assert.equal((await app.guest().get('/works/feed.json', { headers })).status, 304);
});

test('a person, a pseud and a series have feeds of their works', async (t) => {
  const app = await makeApp(t);
  const ada = await app.member('ada');
  const first = await postWork(app, 'ada', { title: 'First' });
  await postWork(app, 'ben', { title: 'Other' });
  const { parts } = app;
  const at = app.clock.now();
  const wanted = { title: 'All of it', owner: ada.userId, work: first.id, at, position: null };
  const series = await parts.database.write((transaction) =>
    placeInSeries(transaction, parts.ids, wanted),
  );
  assert.deepEqual(titles(await feed(app, '/users/ada/feed.json')), ['First']);
  assert.deepEqual(titles(await feed(app, '/users/ada/pseuds/ada/feed.json')), ['First']);
  assert.deepEqual(titles(await feed(app, `/series/${series}/feed.json`)), ['First']);
  const page = await app.guest().get('/users/ada/works');
  assert.equal(page.markup.withClass('rss')[0]?.attribute('href'), '/users/ada/feed.atom');
});

test('a work has a feed of its chapters, without their text', async (t) => {
  const app = await makeApp(t);
  const chapters = [{ title: 'Dawn', source: 'Secret words.' }, { source: 'More.' }];
  const work = await postWork(app, 'ada', { title: 'Day', chapters });
  const shown = await feed(app, `/works/${work.id}/feed.json`);
  assert.deepEqual(titles(shown).sort(), ['Day: Chapter 2', 'Day: Dawn']);
  assert.ok(!JSON.stringify(shown).includes('Secret'));
  const adult = await postWork(app, 'ada', { title: 'Night', rating: 'Explicit', chapters });
  assert.ok(!titles(await feed(app, `/works/${adult.id}/feed.json`)).includes('Night: Dawn'));
});

describe('no feed tells anybody what a guest may not see', () => {
  const standings = {
    'a draft': { post: false },
    'a restricted work': { restricted: true },
    'an unrevealed work': { unrevealed: true },
    'a hidden work': { hidden: true },
  } as const;
  for (const [name, wishes] of Object.entries(standings)) {
    test(name, async (t) => {
      const app = await makeApp(t);
      const made = await postWork(app, 'ada', {
        title: 'Withheld',
        freeforms: ['Quiet'],
        ...wishes,
      });
      const lists = ['/works/feed', '/users/ada/feed', '/users/ada/pseuds/ada/feed'];
      for (const visitor of [app.guest(), await app.as('ben'), await app.as('ada')]) {
        for (const path of lists) {
          for (const format of ['atom', 'json']) {
            const { body, status } = await visitor.get(`${path}.${format}`);
            assert.equal(status, 200, path);
            assert.ok(!body.includes('Withheld') && !body.includes('Quiet'), `${path}.${format}`);
          }
        }
        assert.equal((await visitor.get(`/works/${made.id}/feed.atom`)).status, 404);
        assert.equal((await visitor.get('/tags/Quiet/feed.json')).status, 404);
      }
    });
  }

  test('an anonymous work under its creator’s name', async (t) => {
    const app = await makeApp(t);
    const work = await postWork(app, 'ada', { title: 'Masked', anonymous: true });
    assert.deepEqual(titles(await feed(app, '/users/ada/feed.json')), []);
    for (const path of ['/works/feed.json', `/works/${work.id}/feed.json`]) {
      const shown = await feed(app, path);
      assert.deepEqual(shown.items[0]?.authors, [{ name: 'Anonymous' }]);
      assert.ok(!JSON.stringify(shown.items).includes('ada'), path);
    }
  });
});
