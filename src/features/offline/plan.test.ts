// What a device is told to fetch, and what it hears of works that it has.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { setWorkHidden } from '../works/index.ts';

type Plan = {
  readonly reader: string;
  readonly list: { readonly title: string } | null;
  readonly works: readonly { id: number; title: string; stamp: string; pages: string[] }[];
  readonly sentences: { readonly done: string };
};

eachDatabase((database) => {
  test('a device is told of works that its reader sees, and of no others', async (t) => {
    const app = await makeApp(t, { database });
    const open = await postWork(app, 'ada', { title: 'Open', chapters: ['One.', 'Two.'] });
    const members = await postWork(app, 'ada', { title: 'Members', restricted: true });
    const adult = await postWork(app, 'ada', { title: 'Grown', rating: 'Explicit' });
    const draft = await postWork(app, 'ada', { title: 'Draft', post: false });
    const [guest, ben, ada] = [app.guest(), await app.as('ben'), await app.as('ada')];
    const plan = async (who: typeof guest, of: string) => {
      const answer = await who.get(`/kept/plan?of=${of}`);
      return answer.status === 200 ? answer.json<Plan>() : answer.status;
    };
    const titles = async (who: typeof guest, of: string) => {
      const found = await plan(who, of);
      return typeof found === 'number' ? found : found.works.map(({ title }) => title);
    };

    assert.deepEqual(await titles(guest, `work:${open.id}`), ['Open']);
    assert.deepEqual(await titles(guest, `work:${members.id}`), []);
    assert.deepEqual(await titles(ben, `work:${members.id}`), ['Members']);
    assert.deepEqual(await titles(ada, `work:${draft.id}`), []);
    assert.deepEqual(await titles(guest, 'person:ada'), ['Open']);
    assert.deepEqual(await titles(ben, 'person:ada'), ['Members', 'Open']);
    for (const asked of ['', 'work:x', 'work:', 'shelf:1', 'nothing:1', 'one-series:7']) {
      const found = await titles(guest, asked);
      assert.ok(
        found === 404 || (Array.isArray(found) && found.length === 0),
        `${asked}: ${found}`,
      );
    }

    assert.deepEqual(await titles(guest, `work:${adult.id}`), [], 'the gate stands before it');
    assert.deepEqual(await titles(guest, `work:${adult.id}&view_adult=true`), ['Grown']);
    const page = `/kept/works/${adult.id}/chapters/${adult.chapters[0]?.id}`;
    assert.equal((await app.guest().get(page)).status, 403);

    const [guests, bens, adas] = await Promise.all(
      [guest, ben, ada].map(async (who) => ((await plan(who, 'person:ada')) as Plan).reader),
    );
    assert.equal(guests, 'guest');
    assert.ok(bens !== adas && /^[\w-]{22}$/.test(String(bens)));
  });

  test('a device hears what has changed, and of what is gone nothing', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada', { chapters: ['One.', 'Two.'] });
    const ben = await app.as('ben');
    const news = async () => {
      const { works } = (await ben.get(`/kept/news?works=${work.id}.999`)).json<Plan>();
      return works.map(({ stamp }) => stamp);
    };
    const [first] = await news();
    const there = `/works/${work.id}/chapters/${work.chapters[1]?.id}`;
    await ben.submit(await ben.get(there), '/place', {});
    const [{ place } = { place: null }] = (await ben.get(`/kept/news?works=${work.id}`)).json<{
      works: { place: { page: string } | null }[];
    }>().works;
    assert.equal(place?.page, `/kept${there}`);
    assert.deepEqual(await news(), [first]);
    const ada = await app.as('ada');
    const chapter = `/works/${work.id}/chapters/${work.chapters[1]?.id}`;
    await ada.submit(await ada.get(`${chapter}/edit`), chapter, { text: '<p>Anew.</p>' });
    const [second] = await news();
    assert.ok(second !== undefined && second !== first);
    await ada.submit(await ada.get(`/works/${work.id}/edit`), `/works/${work.id}`, { title: 'X' });
    assert.ok(![first, second].includes((await news())[0]));
    await app.parts.database.write((transaction) =>
      setWorkHidden(transaction, work.id, true, app.clock.now()),
    );
    assert.deepEqual(await news(), []);
    const many = Array.from({ length: 101 }, (_, at) => at + 1).join('.');
    for (const wrong of [many, 'x', '1.-2']) {
      assert.equal((await ben.get(`/kept/news?works=${wrong}`)).status, 422, wrong);
    }
  });

  test('a kept chapter holds no token, no name and no way to others', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada', { chapters: ['One.', 'Two.'] });
    const ben = await app.as('ben');
    const page = await ben.get(`/kept/works/${work.id}/chapters/${work.chapters[0]?.id}`);
    assert.match(page.text, /One\./);
    assert.doesNotMatch(page.body, /csrf-token|\bben\b|authenticity_token" value="[^"]/);
    assert.equal((await ben.get(`/kept/works/${work.id}/chapters/999999`)).status, 404);
  });

  test('whose works a device may keep is told to its worker alone', async (t) => {
    const app = await makeApp(t, { database });
    const asked = { headers: { 'service-worker-navigation-preload': 'true' } };
    const headerOf = async (init: RequestInit) => {
      const answer = await app.app.fetch(new Request(`${app.parts.settings.url}/about`, init));
      return answer.headers.get('inkstead-reader');
    };
    assert.equal(await headerOf({}), null);
    assert.equal(await headerOf(asked), 'guest');
    assert.equal(await headerOf(asked), 'guest', 'also with what is kept for all guests');
    const [[name, value] = []] = (await app.as('ben')).cookies;
    const headers = { ...asked.headers, cookie: `${name}=${value}` };
    assert.match(String(await headerOf({ headers })), /^[\w-]{22}$/);
  });
});
