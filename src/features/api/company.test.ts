// Series and co-creators through the API.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { createToken } from '../accounts/index.ts';

const sound = {
  title: 'Letters from the Night Ferry',
  language: 'en',
  rating: 'General Audiences',
  warnings: ['No Archive Warnings Apply'],
  fandoms: ['Harbour Lights'],
  chapters: [{ text: 'One.' }],
};

type Answer = {
  readonly id: number;
  readonly series: readonly { readonly title: string; readonly position: number }[];
  readonly coCreators?: readonly string[];
  readonly errors?: readonly { readonly field: string }[];
};

async function caller(app: TestApp, name: CastName) {
  const { userId } = await app.member(name);
  const token = await createToken(app.parts, userId, ['read', 'write'], 'test');
  return async (method: string, path: string, body?: unknown) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = body === undefined ? undefined : JSON.stringify(body);
    return app.guest().send(method, `/api/v1/works${path}`, sent, { headers, follow: false });
  };
}

eachDatabase((database) => {
  describe('a call', () => {
    it('puts a work in series by title, and a patch replaces them whole', async (test) => {
      const app = await makeApp(test, { database });
      const call = await caller(app, 'ada');
      const series = [{ title: 'Letters', position: 3 }, { title: 'Ferries' }];
      const made = (await call('POST', '', { ...sound, series })).json<Answer>();
      const places = made.series.map(({ title, position }) => `${position} ${title}`);
      assert.deepEqual(places, ['1 Ferries', '3 Letters']);
      const second = (await call('POST', '', { ...sound, series })).json<Answer>();
      assert.deepEqual(second.series.map(({ position }) => position).sort(), [2, 3]);
      const patched = await call('PATCH', `/${made.id}`, { series: [{ title: 'Ferries' }] });
      assert.deepEqual(
        patched.json<Answer>().series.map(({ title }) => title),
        ['Ferries'],
      );
      const kept = await call('PATCH', `/${made.id}`, { title: 'Renamed' });
      assert.equal(kept.json<Answer>().series.length, 1);
      const cleared = await call('PATCH', `/${made.id}`, { series: null });
      assert.deepEqual(cleared.json<Answer>().series, []);
    });

    it('names what is wrong with a series, and keeps nothing', async (test) => {
      const app = await makeApp(test, { database });
      const call = await caller(app, 'ada');
      for (const series of [[{ title: '' }], [{ id: 17 }], [{ title: 'A', position: 0 }]]) {
        const refused = await call('POST', '', { ...sound, series });
        assert.equal(refused.status, 422);
        assert.deepEqual(refused.json<Answer>().errors?.[0]?.field, 'series');
      }
      const works = await app.guest().get('/works');
      assert.doesNotMatch(works.text, /Night Ferry/);
    });

    it('asks co-creators, told to creators alone, and a patch replaces whom', async (test) => {
      const app = await makeApp(test, { database });
      const call = await caller(app, 'ada');
      const [ben] = [await caller(app, 'ben'), await caller(app, 'cho')];
      const made = (await call('POST', '', { ...sound, coCreators: ['ben'] })).json<Answer>();
      assert.deepEqual(made.coCreators, ['ben']);
      assert.equal((await ben('GET', `/${made.id}`)).json<Answer>().coCreators, undefined);
      const patched = await call('PATCH', `/${made.id}`, { coCreators: ['cho'] });
      assert.deepEqual(patched.json<Answer>().coCreators, ['cho']);
      const wrong = await call('PATCH', `/${made.id}`, { coCreators: ['nobody_here'] });
      assert.equal(wrong.status, 422);
      assert.equal(wrong.json<Answer>().errors?.[0]?.field, 'coCreators');
      assert.deepEqual((await call('GET', `/${made.id}`)).json<Answer>().coCreators, ['cho']);
    });
  });
});
