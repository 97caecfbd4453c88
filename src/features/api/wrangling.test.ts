// Wrangling through the API, as a tool of wranglers uses it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { canonical, tagId } from '../../../test/kit/wrangling.ts';
import { type ApiScope, createToken } from '../accounts/index.ts';

type Wrangled = {
  readonly canonical: boolean;
  readonly synonymOf: number | null;
  readonly acts: readonly number[];
};

async function calling(app: TestApp, scopes: readonly ApiScope[] = ['read', 'wrangle']) {
  const { userId } = await app.member('cho');
  const bearer = await createToken(app.parts, userId, scopes, 'test');
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
  return (id: number, what: string, body: unknown) =>
    app.guest().send('POST', `/api/v1/tags/${id}/${what}`, JSON.stringify(body), { headers });
}

eachDatabase((database) => {
  describe('wrangling through the API', () => {
    it('makes canonical, ties, merges, and undoes by the act’s number', async (test) => {
      const app = await makeApp(test, { database });
      await placeTestWork(app, { tags: { fandom: ['Harbour'], freeform: ['Tea', 'Hot Tea'] } });
      await canonical(app, 'fandom:Harbour', 'freeform:Drinks');
      const call = await calling(app);
      const [tea, hot] = [await tagId(app, 'freeform:Tea'), await tagId(app, 'freeform:Hot Tea')];
      const made = await call(tea, 'canonical', { canonical: true });
      assert.equal(made.json<Wrangled>().canonical, true);
      await call(tea, 'parents', { add: 'Harbour' });
      await call(tea, 'metatags', { add: [{ name: 'Drinks' }] });
      const merged = await call(hot, 'synonym', { of: { id: tea } });
      assert.equal(merged.json<Wrangled>().synonymOf, tea);
      const works = await app.guest().get('/api/v1/works?include=freeform:Drinks');
      assert.equal(works.json<{ total: number }>().total, 1);
      const [act] = made.json<Wrangled>().acts;
      const refused = await call(tea, 'undo', { act });
      assert.equal(refused.status, 409);
      assert.match(refused.body, /Act \d+ stands on it/);
      const undone = await call(hot, 'undo', { act: merged.json<Wrangled>().acts[0] });
      assert.equal(undone.json<Wrangled>().synonymOf, null);
      assert.equal((await call(hot, 'undo', { act })).status, 404);
      const again = await call(hot, 'synonym', { of: tea });
      assert.equal(again.status, 200);
      assert.equal((await call(hot, 'synonym', { of: null })).json<Wrangled>().synonymOf, null);
    });

    it('refuses what is malformed, unknown or not for this token', async (test) => {
      const app = await makeApp(test, { database });
      await placeTestWork(app, { tags: { freeform: ['Tea'] } });
      await placeTestWork(app, { post: false, tags: { freeform: ['Secret Plans'] } });
      const tea = await tagId(app, 'freeform:Tea');
      const secret = await tagId(app, 'freeform:Secret Plans');
      const call = await calling(app);
      const statuses: number[] = [];
      for (const [id, what, body] of [
        [tea, 'canonical', { canonical: 'yes' }],
        [tea, 'synonym', {}],
        [tea, 'synonym', { of: 'Secret Plans' }],
        [tea, 'synonym', { of: secret }],
        [tea, 'parents', {}],
        [secret, 'canonical', { canonical: true }],
        [5, 'canonical', { canonical: true }],
      ] as const) {
        statuses.push((await call(id, what, body)).status);
      }
      assert.deepEqual(statuses, [422, 422, 422, 422, 422, 404, 404]);
      const writing = await calling(app, ['read', 'write']);
      assert.equal((await writing(tea, 'canonical', { canonical: true })).status, 403);
    });
  });
});
