// That lists of works are feeds too, for readers that look now and then: each page that guests may
// open and that lists works names an Atom and a JSON feed in its head; both answer, and a member
// can have the list as a private feed. The pages are those of the access table.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAt } from '../../src/features/follows/index.ts';
import { addressFor } from '../security/access-requests.ts';
import { accessTable } from '../security/access-table.ts';
import { setScene } from '../security/scene.ts';

const withoutFeed: Readonly<Record<string, string>> = {
  '/': 'the door of the archive, which leads to its lists',
  '/bookmarks': 'what many people recommend: a person’s has a feed',
  '/works/:id/bookmarks': 'what people say of one work',
  '/series/:id/bookmarks': 'what people say of one series',
  '/users/:login': 'leads to the person’s lists, which have one each',
  '/users/:login/pseuds/:pseud': 'the same',
  '/users/:login/series': 'series, which have a feed each',
};

// Empty or not.
const listsWorks = ['blurb', 'works-index', 'gifts-index', 'bookmarks-index'];
const types = ['application/atom+xml', 'application/feed+json'];

test('every list of works that guests see has an Atom and a JSON feed', async (t) => {
  const scene = await setScene(t);
  const guest = scene.app.guest();
  const missing: string[] = [];
  const listed: string[] = [];
  for (const { method, path, access } of accessTable) {
    if (method !== 'GET' || access !== 'anyone' || path in withoutFeed) continue;
    const address = addressFor(scene, { path } as Parameters<typeof addressFor>[1]);
    const page = await guest.get(address);
    if (!page.response.headers.get('content-type')?.startsWith('text/html')) continue;
    if (!listsWorks.some((name) => page.markup.withClass(name).length > 0)) continue;
    listed.push(path);
    const feeds = page.markup
      .all('link')
      .filter((link) => link.attribute('rel') === 'alternate')
      .map((link) => [link.attribute('type'), link.attribute('href') ?? ''] as const);
    for (const type of types) {
      const href = feeds.find(([of]) => of === type)?.[1];
      const answer = href === undefined ? null : await guest.get(href);
      const said = answer?.response.headers.get('content-type') ?? '';
      if (answer?.status !== 200 || !said.startsWith(type)) missing.push(`${path} ${type}`);
    }
    const meant = listAt(new URL(address, 'http://archive.example'), () => 1);
    if (meant === null) missing.push(`${path} as a private feed`);
  }
  assert.deepEqual(missing, []);
  assert.ok(listed.length >= 7, listed.join());
});
