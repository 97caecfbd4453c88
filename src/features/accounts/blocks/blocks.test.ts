// Who blocks whom: the pages, and what the two can no longer do to each other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { placeTestWork } from '../../../../test/kit/works.ts';
import { block, isKeptFromWork } from './actions.ts';

async function blocks(app: TestApp, blocker: CastName, blocked: CastName): Promise<void> {
  const { userId } = await app.member(blocked);
  assert.ok(await block(app.parts, await app.member(blocker), userId));
}

eachDatabase((database) => {
  test('a person is blocked from their page, unblocked in a list of one’s own', async (t) => {
    const app = await makeApp(t, { database });
    const [ada] = [await app.as('ada'), await app.as('eli')];
    const asked = await ada.get((await ada.get('/users/eli')).link('Block this person'));
    assert.match(asked.text, /Block eli\?.*can still read what you post/s);
    const done = await ada.submit(asked, '/blocks', {});
    assert.match(done.body, /eli is blocked\./);
    assert.match(done.text, /eli/);
    assert.doesNotMatch((await (await app.as('eli')).get('/blocks')).text, /ada/);
    const other = await (await app.as('eli')).submit(
      await (await app.as('eli')).get('/blocks'),
      '/blocks',
      { person: 'nobody_here' },
    );
    assert.equal(other.status, 422);
    assert.match(other.text, /There is nobody called nobody_here\./);
    const list = await ada.get('/blocks');
    assert.match((await ada.submit(list, '/delete', {})).text, /You have blocked nobody/);
  });

  test('nobody blocks themselves, and nobody takes off another’s block', async (t) => {
    const app = await makeApp(t, { database });
    const [ada, eli] = [await app.as('ada'), await app.as('eli')];
    const own = await ada.submit(await ada.get('/blocks'), '/blocks', { person: 'Ada' });
    assert.match(own.text, /You cannot block yourself/);
    await blocks(app, 'ada', 'eli');
    const to = (await ada.get('/blocks')).form('/delete').attribute('action') ?? '';
    const page = await eli.get('/blocks');
    assert.equal((await eli.submit(page, '/blocks', {}, { to })).status, 404);
    assert.match((await ada.get('/blocks')).text, /eli/);
  });

  test('neither invites nor gives to the other, whoever of them blocked', async (t) => {
    const app = await makeApp(t, { database });
    await app.member('ben');
    await blocks(app, 'ada', 'eli');
    for (const [by, whom] of [['ada', 'eli'] as const, ['eli', 'ada'] as const]) {
      const work = await placeTestWork(app, { by });
      const who = await app.as(by);
      const creators = `/works/${work}/creators`;
      const asking = await who.get(creators);
      const asked = await who.submit(asking, creators, { coCreators: whom });
      assert.equal(asked.status, 422);
      assert.match(asked.text, new RegExp(`You cannot ask ${whom}\\.`));
      const form = await who.get(`/works/${work}/edit`);
      const given = await who.submit(form, `/works/${work}`, { gifts: whom });
      assert.equal(given.status, 422);
      assert.match(given.text, new RegExp(`You cannot give ${whom} works\\.`));
      const other = await who.submit(asking, creators, { coCreators: 'ben' });
      assert.equal(other.status, 200);
    }
  });

  test('neither names a work after one of the other’s; both still read', async (t) => {
    const app = await makeApp(t, { database });
    const parent = await placeTestWork(app, { work: { restricted: true } });
    const own = await placeTestWork(app, { by: 'eli' });
    await blocks(app, 'ada', 'eli');
    const eli = await app.as('eli');
    const form = await eli.get(`/works/${own}/related`);
    const refused = await eli.submit(form, `/works/${own}/related`, { url: `/works/${parent}` });
    assert.match(refused.text, /You cannot name works of its creators here/);
    assert.equal((await eli.get(`/works/${parent}`)).status, 200);
  });

  test('a ban from one work is from that work, and counts only from its creators', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app);
    const other = await placeTestWork(app);
    const [ada, ben, eli] = [
      await app.member('ada'),
      await app.member('ben'),
      await app.member('eli'),
    ];
    const kept = (id: typeof work, creator: typeof ada) =>
      isKeptFromWork(app.parts.database.read, eli.userId, {
        id,
        creatorIds: [creator.userId],
        anonymous: false,
      });
    await block(app.parts, ada, eli.userId, work);
    await block(app.parts, ada, eli.userId, work);
    assert.equal(await kept(work, ada), true);
    assert.equal(await kept(work, ben), false);
    assert.equal(await kept(other, ada), false);
    assert.match((await (await app.as('ada')).get('/blocks')).text, /eli, from one work only/);
  });

  test('whom one has blocked cannot be told from where one may not comment', async (t) => {
    const app = await makeApp(t, { database });
    const id = await placeTestWork(app);
    const [ada, eli] = [await app.member('ada'), await app.member('eli')];
    const kept = (anonymous: boolean) =>
      isKeptFromWork(app.parts.database.read, eli.userId, {
        id,
        creatorIds: [ada.userId],
        anonymous,
      });
    await blocks(app, 'eli', 'ada');
    assert.deepEqual([await kept(false), await kept(true)], [true, false]);
    await blocks(app, 'ada', 'eli');
    assert.equal(await kept(true), true);
  });
});
