// The JSON API as a tool meets it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import type { Visit, VisitOptions } from '../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { type ApiScope, createToken } from '../accounts/index.ts';

type Json = Record<string, unknown>;

const sound = {
  title: 'Letters from the Night Ferry',
  language: 'en',
  rating: 'General Audiences',
  warnings: ['No Archive Warnings Apply'],
  fandoms: ['Harbour Lights'],
  characters: ['Keeper'],
  chapters: [{ text: 'One.\n\nTwo.' }],
};

/** Calls the API as one of the cast, or as a guest. */
async function caller(app: TestApp, name: CastName | null, scopes: ApiScope[] = ['read', 'write']) {
  const token =
    name === null
      ? null
      : await createToken(app.parts, (await app.member(name)).userId, scopes, 'test');
  const visitor = app.guest();
  return (method: string, path: string, body?: unknown, headers: VisitOptions['headers'] = {}) =>
    visitor.send(method, `/api/v1${path}`, body === undefined ? undefined : JSON.stringify(body), {
      follow: false,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    });
}

const fieldsOf = (answer: Visit) =>
  (answer.json().errors as { field: string }[]).map((error) => error.field);

eachDatabase((database) => {
  describe('creating a work', () => {
    it('answers 201 with the work, its address and an ETag', async (test) => {
      const app = await makeApp(test, { database });
      const call = await caller(app, 'ada');
      const made = await call('POST', '/works', sound);
      assert.equal(made.status, 201);
      const work = made.json<Json & { id: number; chapters: Json[] }>();
      assert.match(String(work.url), new RegExp(`/works/${work.id}$`));
      assert.equal(work.complete, true);
      assert.equal(work.words, 2);
      assert.match(made.response.headers.get('etag') ?? '', /^"/);
      assert.deepEqual(work.rating, {
        id: 10,
        name: 'General Audiences',
        canonical: true,
        synonymOf: null,
      });
      const read = await call('GET', `/works/${work.id}?chapters=html`);
      const [chapter] = read.json<{ chapters: Json[] }>().chapters;
      assert.equal(chapter?.html, '<p>One.</p><p>Two.</p>');
    });

    it('takes back the object that came out', async (test) => {
      const app = await makeApp(test, { database });
      const call = await caller(app, 'ada');
      const first = (await call('POST', '/works', sound)).json<Json & { id: number }>();
      const again = await call('GET', `/works/${first.id}?chapters=source`);
      const second = await call('POST', '/works', again.json());
      assert.equal(second.status, 201);
      const { id: _one, url: _two, ...same } = second.json();
      const { id: _three, url: _four, ...expected } = first;
      assert.deepEqual(withoutIds(same), withoutIds(expected));
    });

    it('with post: false keeps a draft that others do not find', async (test) => {
      const app = await makeApp(test, { database });
      const call = await caller(app, 'ada');
      const { id } = (await call('POST', '/works', { ...sound, post: false })).json();
      assert.equal((await call('GET', `/works/${id}`)).status, 200);
      assert.equal((await (await caller(app, 'ben'))('GET', `/works/${id}`)).status, 404);
    });

    it('names every wrong field', async (test) => {
      const app = await makeApp(test, { database });
      const call = await caller(app, 'ada');
      const shape = await call('POST', '/works', { title: 7, chapters: [{ text: 'x' }] });
      assert.equal(shape.status, 422);
      assert.match(shape.response.headers.get('content-type') ?? '', /problem\+json/);
      assert.deepEqual(fieldsOf(shape), ['title', 'language', 'rating', 'warnings', 'fandoms']);
      const chapters = [{ text: 'x' }, { html: ' ' }];
      const rules = await call('POST', '/works', { ...sound, rating: 'Spicy', chapters });
      assert.deepEqual(fieldsOf(rules), ['chapters[1].html']);
      const tags = await call('POST', '/works', { ...sound, rating: 'Spicy', fandoms: ['a,b'] });
      assert.deepEqual(fieldsOf(tags), ['rating', 'fandoms']);
      const rows = await app.parts.database.read.selectFrom('works').select('id').execute();
      assert.deepEqual(rows, []);
    });

    it('needs a token with the scope write', async (test) => {
      const app = await makeApp(test, { database });
      const nobody = await caller(app, null);
      assert.equal((await nobody('POST', '/works', sound)).status, 401);
      const reader = await caller(app, 'ada', ['read']);
      assert.equal((await reader('POST', '/works', sound)).status, 403);
      const forged = await nobody('GET', '/works', undefined, { authorization: 'Bearer nonsense' });
      assert.equal(forged.status, 401);
    });

    it('is done once for one Idempotency-Key, and refused for another body', async (test) => {
      const app = await makeApp(test, { database });
      const call = await caller(app, 'ada');
      const key = { 'idempotency-key': 'import-1' };
      const first = await call('POST', '/works', sound, key);
      const second = await call('POST', '/works', sound, key);
      assert.deepEqual([second.status, second.json().id], [201, first.json().id]);
      const other = await call('POST', '/works', { ...sound, title: 'Other' }, key);
      assert.equal(other.status, 409);
      app.clock.advance(86_400_001);
      const later = await call('POST', '/works', sound, key);
      assert.notEqual(later.json().id, first.json().id);
    });

    it('of two equal calls at the same time makes one work', async (test) => {
      const app = await makeApp(test, { database });
      const call = await caller(app, 'ada');
      const key = { 'idempotency-key': 'twice' };
      const both = await Promise.all([1, 2].map(() => call('POST', '/works', sound, key)));
      assert.deepEqual(
        both.map((answer) => answer.status),
        [201, 201],
      );
      assert.equal(both[0]?.json().id, both[1]?.json().id);
    });
  });

  describe('changing a work', () => {
    it('replaces what is sent, clears by null, and leaves the rest', async (test) => {
      const app = await makeApp(test, { database });
      const call = await caller(app, 'ada');
      const body = { ...sound, summary: '<p>Old.</p>', notes: 'Kept.' };
      const { id } = (await call('POST', '/works', body)).json();
      const patch = { title: 'New', summary: null, freeforms: ['Fluff'] };
      const changed = (await call('PATCH', `/works/${id}`, patch)).json<Json>();
      assert.equal(changed.title, 'New');
      assert.equal(changed.summary, '');
      assert.equal(changed.notes, '<p>Kept.</p>');
      assert.equal((changed.freeforms as Json[])[0]?.name, 'Fluff');
      assert.equal((changed.characters as Json[])[0]?.name, 'Keeper');
      const refused = await call('PATCH', `/works/${id}`, { chapters: [] });
      assert.deepEqual([refused.status, fieldsOf(refused)], [422, ['chapters']]);
    });

    it('honours If-Match', async (test) => {
      const app = await makeApp(test, { database });
      const call = await caller(app, 'ada');
      const made = await call('POST', '/works', sound);
      const { id } = made.json();
      const etag = { 'if-match': made.response.headers.get('etag') ?? '' };
      assert.equal((await call('PATCH', `/works/${id}`, { title: 'A' }, etag)).status, 200);
      assert.equal((await call('PATCH', `/works/${id}`, { title: 'B' }, etag)).status, 412);
      assert.equal((await call('DELETE', `/works/${id}`, undefined, etag)).status, 412);
      const other = { 'if-match': '"1-1"' };
      assert.equal((await call('PATCH', `/works/${id}`, { title: 'C' }, other)).status, 412);
    });

    it('has another ETag when a creator’s name changes, and for who sees more', async (test) => {
      const app = await makeApp(test, { database });
      const call = await caller(app, 'ada');
      const { id } = (await call('POST', '/works', sound)).json<{ id: number }>();
      await call('POST', `/works/${id}/chapters`, { text: 'A draft.', post: false });
      const reader = await caller(app, 'ben');
      const etag = (await reader('GET', `/works/${id}`)).response.headers.get('etag') ?? '';
      const seen = { 'if-none-match': etag };
      assert.equal((await reader('GET', `/works/${id}`, undefined, seen)).status, 304);
      assert.equal((await call('GET', `/works/${id}`, undefined, seen)).status, 200);
      await app.parts.database.write((transaction) =>
        transaction
          .updateTable('pseuds')
          .set({ name: 'Ada L' })
          .where('name', '=', 'ada')
          .execute(),
      );
      assert.equal((await reader('GET', `/works/${id}`, undefined, seen)).status, 200);
    });

    it('keeps both of two changes that meet', async (test) => {
      const app = await makeApp(test, { database });
      const call = await caller(app, 'ada');
      const { id } = (await call('POST', '/works', sound)).json<{ id: number }>();
      const patches = [{ title: 'Both' }, { summary: 'Kept.' }, { notes: 'All.' }];
      const answers = await Promise.all(
        patches.map((patch) => call('PATCH', `/works/${id}`, patch)),
      );
      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 200, 200],
      );
      const { title, summary, notes } = (await call('GET', `/works/${id}`)).json();
      assert.deepEqual([title, summary, notes], ['Both', '<p>Kept.</p>', '<p>All.</p>']);
    });

    it('of somebody else’s work is refused', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app);
      const ben = await caller(app, 'ben');
      assert.equal((await ben('PATCH', `/works/${id}`, { title: 'Mine' })).status, 403);
      assert.equal((await ben('DELETE', `/works/${id}`)).status, 403);
    });

    it('by deleting it can be undone', async (test) => {
      const app = await makeApp(test, { database });
      const call = await caller(app, 'ada');
      const { id } = (await call('POST', '/works', sound)).json();
      assert.equal((await call('DELETE', `/works/${id}`)).status, 204);
      assert.equal((await call('GET', `/works/${id}`)).status, 410);
      assert.equal((await call('POST', `/works/${id}/undelete`)).status, 200);
      assert.equal((await call('GET', `/works/${id}`)).status, 200);
    });
  });

  describe('chapters', () => {
    it('are added, changed, moved and deleted', async (test) => {
      const app = await makeApp(test, { database });
      const call = await caller(app, 'ada');
      const { id } = (await call('POST', '/works', { ...sound, expectedChapters: null })).json();
      const made = await call('POST', `/works/${id}/chapters`, { title: 'Two', html: '<p>b</p>' });
      assert.equal(made.status, 201);
      const chapter = `/works/${id}/chapters/${made.json().id}`;
      const patch = { markdown: '*c*', position: 1 };
      const changed = (await call('PATCH', chapter, patch)).json();
      assert.deepEqual([changed.html, changed.position], ['<p><em>c</em></p>', 1]);
      assert.equal(changed.title, 'Two');
      assert.equal((await call('DELETE', chapter)).status, 204);
      assert.equal((await call('GET', chapter)).status, 404);
    });
  });

  describe('a list', () => {
    it('is filtered, counted and paged to its very end', async (test) => {
      const app = await makeApp(test, { database });
      for (const title of ['A', 'B', 'C']) {
        await placeTestWork(app, { work: { title }, tags: { freeform: ['Fluff'] } });
      }
      await placeTestWork(app, { work: { title: 'D' } });
      const call = await caller(app, null);
      const query = '/works?include=freeform:Fluff&sort=title&limit=2&facets=1';
      const first = (await call('GET', query)).json<ListJson>();
      assert.equal(first.total, 3);
      assert.deepEqual(first.facets.freeform?.[0]?.count, 3);
      const second = (await call('GET', `${query}&after=${first.next}`)).json<ListJson>();
      const titles = [...first.items, ...second.items].map((work) => work.title);
      assert.deepEqual(titles, ['A', 'B', 'C']);
      assert.equal(second.next, null);
      assert.equal((await call('GET', '/works?exclude=freeform:Fluff')).json<ListJson>().total, 1);
    });

    it('keeps restricted works from guests, and says so when one is asked for', async (test) => {
      const app = await makeApp(test, { database });
      const id = await placeTestWork(app, { work: { restricted: true } });
      const nobody = await caller(app, null);
      assert.equal((await nobody('GET', '/works')).json<ListJson>().total, 0);
      const refused = await nobody('GET', `/works/${id}`);
      assert.equal(refused.status, 401);
      assert.match(String(refused.json().type), /members-only$/);
      const ben = await caller(app, 'ben');
      assert.equal((await ben('GET', '/works')).json<ListJson>().total, 1);
    });

    it('refuses a forged cursor and a limit out of bounds', async (test) => {
      const call = await caller(await makeApp(test, { database }), null);
      for (const query of ['after=forged', 'limit=0', 'limit=101', 'limit=x']) {
        assert.equal((await call('GET', `/works?${query}`)).status, 400, query);
      }
    });
  });
});

type ListJson = {
  total: number;
  items: { title: string }[];
  next: string | null;
  facets: Record<string, { count: number }[]>;
};

function withoutIds(work: Json): Json {
  const { chapters, ...rest } = work;
  return { ...rest, chapters: (chapters as Json[]).map(({ id: _id, ...chapter }) => chapter) };
}

describe('the API', () => {
  it('is described by an OpenAPI document that names every route', async (test) => {
    const app = await makeApp(test);
    const call = await caller(app, null);
    const { openapi, paths } = (await call('GET', '/openapi.json')).json<{
      openapi: string;
      paths: Record<string, Json>;
    }>();
    assert.equal(openapi, '3.1.0');
    for (const { method, path, access } of app.app.routes) {
      if (access !== 'tokens') continue;
      const described = path.replace('/api/v1', '').replace(/:(\w+)/g, '{$1}');
      assert.ok(paths[described]?.[method.toLowerCase()], `${method} ${described}`);
    }
  });

  it('answers with how much of the budget is left, and 429 when it is spent', async (test) => {
    const app = await makeApp(test);
    const call = await caller(app, null);
    let answer = await call('GET', '/works');
    const left = Number(answer.response.headers.get('ratelimit-remaining'));
    for (let at = 0; at <= left; at++) answer = await call('GET', '/works');
    assert.equal(answer.status, 429);
    assert.ok(Number(answer.response.headers.get('retry-after')) > 0);
    const admin = await caller(app, 'ada', ['admin']);
    assert.equal((await admin('GET', '/works')).status, 200);
  });

  it('answers what it does not know with a problem document', async (test) => {
    const call = await caller(await makeApp(test), null);
    for (const path of ['/nothing', '/works/0', '/works/9007199254740993', '/tags/x']) {
      const answer = await call('GET', path);
      assert.equal(answer.status, 404, path);
      assert.equal(answer.json().status, 404);
    }
    const method = await call('PUT', '/works');
    assert.equal(method.status, 405);
  });

  it('offers tags while one types', async (test) => {
    const app = await makeApp(test);
    await placeTestWork(app, { tags: { rating: ['General Audiences'] } });
    const call = await caller(app, 'ada');
    const { items } = (await call('GET', '/tags?q=harb&type=fandom')).json<{ items: Json[] }>();
    assert.deepEqual(
      items.map((tag) => tag.name),
      ['Harbour Lights'],
    );
  });
});
