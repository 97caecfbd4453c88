// What a member reads and has opened, through the API: theirs alone, under a scope of its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { minuteMs } from '../../kit/time/index.ts';
import { type ApiScope, createToken } from '../accounts/index.ts';

type Item = {
  readonly work: { readonly id: number; readonly title: string };
  readonly state: string | null;
  readonly chapter: { readonly id: number; readonly number: number } | null;
  readonly visit: { readonly times: number } | null;
};

async function caller(app: TestApp, name: CastName, scopes: ApiScope[] = ['library']) {
  const token = await createToken(app.parts, (await app.member(name)).userId, scopes, 'test');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return (method: string, path: string, body?: unknown) =>
    app
      .guest()
      .send(method, `/api/v1${path}`, body === undefined ? undefined : JSON.stringify(body), {
        headers,
      });
}

eachDatabase((database) => {
  test('marks and the history are listed, set and removed by their owner alone', async (t) => {
    const app = await makeApp(t, { database });
    const long = await postWork(app, 'ada', { title: 'Long', chapters: ['One.', 'Two.'] });
    const short = await postWork(app, 'ada', { title: 'Short' });
    const call = await caller(app, 'ben');
    const place = { paragraph: 3, mark: 7, within: 10, share: 250 };
    const second = long.chapters[1]?.id;
    const said = { state: 'reading', chapter: second, place };
    const marked = await call('PUT', `/readings/${long.id}`, said);
    assert.equal(marked.status, 200);
    assert.deepEqual(marked.json<Item>().chapter, { id: second, number: 2 });
    assert.deepEqual(marked.json()['place'], place);
    const again = await call('PUT', `/readings/${long.id}`, { state: 'read' });
    assert.deepEqual(again.json()['place'], place, 'what is not sent stays');
    const none = await call('PUT', `/readings/${long.id}`, { state: 'read', chapter: null });
    assert.deepEqual([none.json()['chapter'], none.json()['place']], [null, null]);
    for (const wrong of [{ state: 'odd' }, { state: 'read', chapter: 1 }, {}]) {
      assert.equal((await call('PUT', `/readings/${long.id}`, wrong)).status, 422);
    }

    assert.deepEqual((await call('GET', '/history')).json(), {
      keeps: null,
      works: 0,
      cleared: null,
    });
    assert.equal((await call('PATCH', '/history', { keeps: true })).json()['keeps'], true);
    app.clock.advance(minuteMs);
    await (await app.as('ben')).get(`/works/${short.id}`);
    const list = (await call('GET', '/readings')).json<{ total: number; items: Item[] }>();
    assert.equal(list.total, 2);
    const told = list.items.map(({ work, state, visit }) => [work.title, state, visit?.times]);
    assert.deepEqual(told, [
      ['Short', null, 1],
      ['Long', 'read', undefined],
    ]);
    const first = await call('GET', '/readings?limit=1');
    const { next } = first.json<{ next: string }>();
    const rest = await call('GET', `/readings?limit=1&after=${next}`);
    assert.equal(rest.json<{ items: Item[] }>().items[0]?.work.title, 'Long');
    for (const [query, total] of [
      ['show=opened', 1],
      ['show=read', 1],
      ['q=title:long', 1],
      ['q=state:none', 1],
    ]) {
      assert.equal((await call('GET', `/readings?${query}`)).json()['total'], total, String(query));
    }

    const cleared = await call('DELETE', '/history');
    assert.deepEqual(cleared.json()['works'], 0);
    assert.equal((await call('GET', '/readings')).json()['total'], 1);
    assert.equal((await call('POST', '/history/restore')).json()['works'], 1);
    assert.equal((await call('DELETE', `/history/${short.id}`)).status, 204);
    assert.equal((await call('DELETE', `/readings/${long.id}`)).status, 204);
    assert.equal((await call('GET', '/readings')).json()['total'], 0);

    const other = await caller(app, 'cho');
    await call('PUT', `/readings/${long.id}`, { state: 'dropped' });
    assert.equal((await other('GET', `/readings/${long.id}`)).json()['state'], null);
    const reader = await caller(app, 'ben', ['read', 'write']);
    assert.equal((await reader('GET', '/readings')).status, 403);
    assert.equal((await reader('PATCH', '/history', { keeps: true })).status, 403);
  });
});
