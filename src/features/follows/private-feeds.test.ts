// Feeds at an address of one's own.
import assert from 'node:assert/strict';
import { it, test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import type { Visit } from '../../../test/kit/visitor.ts';
import { dayMs } from '../../kit/time/index.ts';
import type { Bar } from '../../shared/viewer.ts';
import { barPerson } from '../accounts/index.ts';
import { listAt } from './feed-sources.ts';

const own = '/users/ben/feeds';

const tokenOf = ({ markup }: Visit) =>
  markup
    .all('input')
    .find((input) => input.attribute('name') === 'authenticity_token')
    ?.attribute('value') ?? '';

/** Ben makes a feed; its path without the ending. */
async function make(app: TestApp, fields: Readonly<Record<string, string>>): Promise<string> {
  const ben = await app.as('ben');
  const page = await ben.get(own);
  assert.deepEqual(htmlProblems(page.body), []);
  const ready = await ben.post(own, { ...fields, authenticity_token: tokenOf(page) });
  assert.equal(ready.status, 200, ready.text);
  assert.deepEqual(htmlProblems(ready.body), []);
  assert.equal(ready.response.headers.get('referrer-policy'), 'no-referrer');
  const [, path = ''] = /http:\/\/127\.0\.0\.1:4700(\/feeds\/[\w-]+)\.atom/.exec(ready.body) ?? [];
  return path;
}

async function titles(app: TestApp, path: string): Promise<string[]> {
  const { body, status } = await app.guest().get(`${path}.json`);
  assert.equal(status, 200);
  return (JSON.parse(body) as { items: { title: string }[] }).items.map(({ title }) => title);
}

eachDatabase((database) => {
  it('shows a list as its owner sees it: works for members, nothing muted', async (t) => {
    const app = await makeApp(t, { database });
    await postWork(app, 'ada', { title: 'For members', restricted: true });
    const muted = await postWork(app, 'ada', { title: 'Muted' });
    await postWork(app, 'eli', { title: 'Withheld', hidden: true });
    const ben = await app.as('ben');
    await ben.submit(await ben.get(`/mutes/new?work=${muted.id}`), '/mutes', {});
    const path = await make(app, { of: 'works' });
    assert.deepEqual(await titles(app, path), ['For members']);
    const page = await app.guest().get('/works/feed.json');
    assert.ok(page.body.includes('Muted') && !page.body.includes('For members'));
  });

  it('is of what one follows, of a saved filter, or of the list at an address', async (t) => {
    const app = await makeApp(t, { database });
    await postWork(app, 'ada', { title: 'Tea', freeforms: ['Rain'] });
    await postWork(app, 'eli', { title: 'Cake', chapters: ['One.'], expectedChapters: 2 });
    const ben = await app.as('ben');
    await ben.submit(await ben.get('/users/ada'), '/subscriptions', {});
    assert.deepEqual(await titles(app, await make(app, { of: 'subscriptions' })), ['Tea']);
    const filtering = await ben.get('/filters/new?q=complete:no');
    await ben.submit(filtering, '/filters', { name: 'Still going' });
    const page = await ben.get(own);
    const option = page.markup
      .all('option')
      .map((one) => one.attribute('value') ?? '')
      .find((value) => value.startsWith('filter:'));
    assert.deepEqual(await titles(app, await make(app, { of: option ?? '' })), ['Cake']);
    for (const address of ['/tags/Rain/works', 'http://127.0.0.1:4700/users/ada/works?page=2']) {
      assert.deepEqual(await titles(app, await make(app, { of: 'address', address })), ['Tea']);
    }
    for (const address of ['https://example.org/works', '/users/%E0/works', '/users/%/gifts']) {
      const asked = { of: 'address', address, authenticity_token: tokenOf(page) };
      assert.equal((await ben.post(own, asked)).status, 422, address);
    }
    assert.match((await ben.get(own)).text, /Still going.*last read 2026-03-01/s);
  });

  it('is nobody’s once it is taken back, and its token is kept nowhere', async (t) => {
    const app = await makeApp(t, { database });
    await postWork(app, 'ada', { title: 'Tea' });
    const path = await make(app, { of: 'works' });
    const token = path.split('/').at(-1) ?? '';
    const answer = await app.guest().get(`${path}.atom`);
    assert.match(answer.body, /<title>Tea<\/title>/);
    const { headers } = answer.response;
    assert.equal(headers.get('cache-control'), 'private, no-cache');
    assert.equal(headers.get('x-robots-tag'), 'noindex, nofollow');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.deepEqual(headers.getSetCookie(), []);
    const known = { headers: { 'if-none-match': headers.get('etag') ?? '' } };
    assert.equal((await app.guest().get(`${path}.atom`, known)).status, 304);
    const rows = await app.parts.database.read.selectFrom('private_feeds').selectAll().execute();
    assert.ok(!JSON.stringify(rows).includes(token));
    assert.ok(!JSON.stringify(app.logLines).includes(token));
    const ben = await app.as('ben');
    assert.equal((await (await app.as('eli')).get(own)).status, 403);
    await ben.submit(await ben.get(own), '/delete', {});
    const dead = ['/feeds/x.atom', `/feeds/${'A'.repeat(27)}.atom`, `${path}.atom`, path];
    const bodies = new Set<string>();
    for (const address of [...dead, `${path}.xml`]) {
      const gone = await app.guest().get(address);
      assert.equal(gone.status, 404, address);
      bodies.add(gone.text);
    }
    assert.equal(bodies.size, 1);
  });

  it('holds texts only if its owner says so, and none that a gate stands before', async (t) => {
    const app = await makeApp(t, { database });
    const chapters = [
      { title: 'Dawn', source: '<p>Early <a href="/tags/Tea">words</a>.</p>' },
      { title: 'Noon', source: '<p>Later.</p>' },
    ];
    const work = await postWork(app, 'ada', { title: 'Day', chapters, restricted: true });
    await postWork(app, 'ada', { title: 'Night', rating: 'Explicit', chapters });
    const plain = await make(app, { of: 'works' });
    assert.ok(!(await app.guest().get(`${plain}.json`)).body.includes('Later.'));
    const full = await make(app, { of: 'works', texts: '1' });
    const { items } = JSON.parse((await app.guest().get(`${full}.json`)).body) as {
      items: { title: string; content_html: string }[];
    };
    const withText = items.filter((item) => item.content_html.includes('Later.'));
    assert.deepEqual(
      withText.map(({ title }) => title),
      ['Day'],
    );
    const address = `/works/${work.id}`;
    const of = await make(app, { of: 'address', address, texts: '1' });
    const atom = (await app.guest().get(`${of}.atom`)).body;
    assert.match(
      atom,
      /<content type="html">[^<]*Early [^<]*http:\/\/127\.0\.0\.1:4700\/tags\/Tea/,
    );
    assert.match((await (await app.as('ben')).get(own)).text, /with texts/);
  });

  it('ends while its owner’s account is not open, and tells nothing of a list gone', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada', { title: 'Brew' });
    const path = await make(app, { of: 'address', address: `/works/${work.id}` });
    assert.equal((await titles(app, path)).length, 1);
    const { parts } = app;
    const set = (hidden: 0 | 1) =>
      parts.database.write((transaction) =>
        transaction.updateTable('works').set({ hidden }).where('id', '=', work.id).execute(),
      );
    await set(1);
    assert.equal((await app.guest().get(`${path}.atom`)).status, 404);
    assert.ok(!(await (await app.as('ben')).get(own)).body.includes('Brew'));
    await set(0);
    app.clock.advance(dayMs);
    const { userId } = await app.member('ben');
    const now = app.clock.now();
    const statusWhile = async (bar: Bar) => {
      await parts.database.write((transaction) => barPerson(transaction, userId, bar, now));
      return (await app.guest().get(`${path}.atom`)).status;
    };
    assert.equal(await statusWhile({ kind: 'banned', until: null }), 404);
    assert.equal(await statusWhile({ kind: 'suspended', until: now + dayMs }), 200);
    await parts.database.write((transaction) =>
      transaction
        .updateTable('users')
        .set({ state: 'suspended' })
        .where('id', '=', userId)
        .execute(),
    );
    assert.equal((await app.guest().get(`${path}.atom`)).status, 404);
    await parts.database.write((transaction) =>
      transaction
        .updateTable('users')
        .set({ state: 'open', leaving_at: app.clock.now() })
        .where('id', '=', userId)
        .execute(),
    );
    assert.equal((await app.guest().get(`${path}.atom`)).status, 404);
  });
});

test('an address means a list of ours, or nothing', () => {
  const at = (path: string) => listAt(new URL(path, 'http://x'), () => 7);
  assert.deepEqual(at('/tags/Tea/works?q=a&page=3'), { kind: 'tag', which: '7', query: 'q=a' });
  assert.deepEqual(at('/users/ada/pseuds/A%20b'), { kind: 'person', which: 'ada/A b', query: '' });
  assert.equal(at('/series/12/feed.json')?.kind, 'series');
  assert.equal(at('/works/search?q=tea')?.query, 'q=tea');
  for (const path of ['/', '/users/ada/preferences', '/works/12/edit', '/admin/settings']) {
    assert.equal(at(path), null, path);
  }
});
