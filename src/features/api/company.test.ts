// Series and co-creators through the API.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { block, createToken } from '../accounts/index.ts';

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
  readonly gifts: readonly { readonly name: string; readonly login: string | null }[];
  readonly relatedWorks: readonly { readonly id: number | null; readonly title: string }[];
  readonly errors?: readonly { readonly field: string }[];
};

const elsewhereUntitled = { url: 'https://tide.example/2' };

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

    it('gives works and takes gifts back, and reads its own answer as the same', async (test) => {
      const app = await makeApp(test, { database });
      const [call] = [await caller(app, 'ada'), await caller(app, 'ben')];
      const gifts = ['ben', 'A Friend'];
      const made = (await call('POST', '', { ...sound, gifts })).json<Answer>();
      const both = [
        { name: 'ben', login: 'ben' },
        { name: 'A Friend', login: null },
      ];
      assert.deepEqual(made.gifts, both);
      assert.match((await app.guest().get('/users/ben/gifts')).text, /Night Ferry/);
      const same = await call('PATCH', `/${made.id}`, { gifts: made.gifts });
      assert.deepEqual(same.json<Answer>().gifts, both);
      const kept = await call('PATCH', `/${made.id}`, { title: 'Renamed' });
      assert.deepEqual(kept.json<Answer>().gifts, both);
      const none = await call('PATCH', `/${made.id}`, { gifts: null });
      assert.deepEqual(none.json<Answer>().gifts, []);
      const own = await call('PATCH', `/${made.id}`, { gifts: ['ada'] });
      assert.equal(own.json<Answer>().errors?.[0]?.field, 'gifts');
    });

    it('names what a work was made after, and keeps the consent of what stays', async (test) => {
      const app = await makeApp(test, { database });
      const [call, ben] = [await caller(app, 'ada'), await caller(app, 'ben')];
      const parent = (await ben('POST', '', { ...sound, title: 'The Tide' })).json<Answer>();
      const elsewhere = { url: 'https://tide.example/1', title: 'Ebb', author: 'Someone' };
      const relatedWorks = [
        { relation: 'inspired', id: parent.id },
        { relation: 'translation', ...elsewhere },
      ];
      const made = (await call('POST', '', { ...sound, relatedWorks })).json<Answer>();
      assert.deepEqual(
        made.relatedWorks.map(({ id, title }) => [id, title]),
        [
          [parent.id, 'The Tide'],
          [null, 'Ebb'],
        ],
      );
      const page = await app.guest().get(`/works/${made.id}`);
      assert.match(page.text, /Inspired by The Tide by ben/);
      const reader = await app.as('ben');
      const asked = await reader.get('/users/ben/invitations');
      await reader.submit(asked, '/related/answer', { do: 'show' });
      const shown = async () => (await app.guest().get(`/works/${parent.id}`)).text;
      const again = { relatedWorks: made.relatedWorks.toReversed() };
      const turned = await call('PATCH', `/${made.id}`, again);
      assert.deepEqual(
        turned.json<Answer>().relatedWorks.map(({ id }) => id),
        [null, parent.id],
      );
      assert.match(await shown(), /Night Ferry/);
      const other = [{ relation: 'translation', id: parent.id }];
      await call('PATCH', `/${made.id}`, { relatedWorks: other });
      assert.doesNotMatch(await shown(), /Night Ferry/);
      for (const wrong of [{ id: made.id }, { id: 99 }, { url: 'ftp://x' }, elsewhereUntitled]) {
        const sent = { relatedWorks: [...other, { relation: 'inspired', ...wrong }] };
        const refused = await call('PATCH', `/${made.id}`, sent);
        assert.equal(refused.json<Answer>().errors?.[0]?.field, 'relatedWorks[1]');
      }
      const twice = await call('PATCH', `/${made.id}`, { relatedWorks: [...other, ...other] });
      assert.equal(twice.json<Answer>().errors?.[0]?.field, 'relatedWorks');
      const none = await call('PATCH', `/${made.id}`, { relatedWorks: null });
      assert.deepEqual(none.json<Answer>().relatedWorks, []);
    });

    it('cannot name works of somebody who keeps the caller away', async (test) => {
      const app = await makeApp(test, { database });
      const [call, ben] = [await caller(app, 'ada'), await caller(app, 'ben')];
      const parent = (await ben('POST', '', { ...sound, title: 'The Tide' })).json<Answer>();
      await block(app.parts, await app.member('ben'), (await app.member('ada')).userId);
      const relatedWorks = [{ relation: 'inspired', id: parent.id }];
      const refused = await call('POST', '', { ...sound, relatedWorks });
      assert.equal(refused.status, 422);
      assert.equal(refused.json<Answer>().errors?.[0]?.field, 'relatedWorks');
    });
  });
});
