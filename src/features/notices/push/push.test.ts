// Browsers that are told of notices.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import { postWork } from '../../../../test/kit/post-work.ts';
import type { Visitor } from '../../../../test/kit/visitor.ts';
import { hourMs, minuteMs } from '../../../kit/time/index.ts';

const own = '/users/ben/notices/devices';
const endpoint = 'https://push.example/phone';

/** What the page's script fills in. */
async function add(app: TestApp, visitor: Visitor, fields: Readonly<Record<string, string>> = {}) {
  const page = await visitor.get(own);
  assert.deepEqual(htmlProblems(page.body), []);
  const token = page.markup
    .all('input')
    .find((input) => input.attribute('name') === 'authenticity_token')
    ?.attribute('value');
  const answer = await visitor.post(own, {
    authenticity_token: token ?? '',
    ...{ endpoint, key: 'BKey', auth: 'Auth', ...fields },
  });
  // What happens after it, happens later.
  app.clock.advance(minuteMs);
  return answer;
}

async function askBen(app: TestApp, title: string): Promise<string> {
  const ada = await app.as('ada');
  const { id } = await postWork(app, 'ada', { title });
  const page = await ada.get(`/works/${id}/creators`);
  assert.equal((await ada.submit(page, '/creators', { coCreators: 'ben' })).status, 200);
  return String(id);
}

/** What browsers were told since the last time. */
async function told(app: TestApp) {
  await app.app.chores.find(({ name }) => name === 'send pushes')?.run();
  return app.push.sent.splice(0).map(({ message }) => JSON.parse(message) as { body: string });
}

const devices = (app: TestApp) =>
  app.parts.database.read.selectFrom('push_devices').selectAll().execute();

eachDatabase((database) => {
  it('a browser is told how much is new, what it is only if its owner ticked that', async (t) => {
    const app = await makeApp(t, { database });
    const ben = await app.as('ben');
    assert.equal((await add(app, ben)).status, 200);
    await askBen(app, 'Lamps');
    assert.deepEqual(await told(app), [
      { title: '127.0.0.1:4700', body: 'One thing is new for you', path: '/users/ben/notices' },
    ]);
    // Not one upon the other.
    app.clock.advance(minuteMs);
    await askBen(app, 'Boats');
    await askBen(app, 'Nets');
    assert.deepEqual(await told(app), []);
    app.clock.advance(10 * minuteMs);
    assert.deepEqual(
      (await told(app)).map(({ body }) => body),
      ['2 things are new for you'],
    );
    await add(app, ben, { titles: '1' });
    assert.equal((await devices(app)).length, 1);
    app.clock.advance(hourMs);
    await askBen(app, 'Ropes');
    const [line] = await told(app);
    assert.equal(line?.body, 'ada asks you to be a co-creator of “Ropes”.');
  });

  it('nothing is told of what cannot be seen any more, was read, or is not wanted', async (t) => {
    const app = await makeApp(t, { database });
    const ben = await app.as('ben');
    await add(app, ben, { titles: '1' });
    const id = await askBen(app, 'Lamps');
    const ada = await app.as('ada');
    await ada.submit(await ada.get(`/works/${id}/delete`), '/delete', {});
    assert.deepEqual(await told(app), []);
    await askBen(app, 'Boats');
    await ben.submit(await ben.get('/users/ben/notices'), '/notices/read', {});
    app.clock.advance(hourMs);
    assert.deepEqual(await told(app), []);
    const choices = await ben.get('/users/ben/notices/choices');
    await ben.submit(choices, '/choices', { 'way[creator-invitation]': 'never' });
    await askBen(app, 'Nets');
    assert.deepEqual(await told(app), []);
  });

  it('a browser that is gone is forgotten, and one that fails is tried again', async (t) => {
    const app = await makeApp(t, { database });
    await add(app, await app.as('ben'));
    await askBen(app, 'Lamps');
    app.push.outcome = 'failed';
    assert.deepEqual(await told(app), []);
    assert.equal((await devices(app))[0]?.failures, 1);
    // However much comes in meanwhile: a service that is away for an hour loses nobody.
    for (const title of ['Nets', 'Ropes']) {
      await askBen(app, title);
      await told(app);
    }
    assert.equal((await devices(app))[0]?.failures, 1);
    app.push.outcome = 'sent';
    assert.deepEqual(await told(app), []);
    app.clock.advance(10 * minuteMs);
    assert.equal((await told(app)).length, 1);
    assert.equal((await devices(app))[0]?.failures, 0);
    app.push.outcome = 'gone';
    app.clock.advance(hourMs);
    await askBen(app, 'Boats');
    await told(app);
    assert.deepEqual(await devices(app), []);
  });

  it('a browser is told until it is removed, or its session ends', async (t) => {
    const app = await makeApp(t, { database });
    const ben = await app.as('ben');
    await add(app, ben);
    const page = await ben.get(own);
    assert.match(page.text, /\(this one\)/);
    assert.equal((await (await app.as('ada')).get(own)).status, 403);
    const [{ id } = { id: 0 }] = await devices(app);
    const others = await (await app.as('ada')).get('/users/ada/notices/devices');
    const theft = await (await app.as('ada')).submit(others, '/devices', { remove: String(id) });
    assert.equal(theft.status, 404);
    await ben.submit(page, '/devices', { remove: String(id) });
    assert.match((await ben.get(own)).text, /No browser of yours/);
    await add(app, ben);
    await ben.submit(await ben.get('/users/logout'), '/logout', {});
    await askBen(app, 'Lamps');
    assert.deepEqual(await told(app), []);
    assert.deepEqual(await devices(app), []);
  });

  it('only places where browsers take messages are kept, ten at most', async (t) => {
    const app = await makeApp(t, { database });
    const ben = await app.as('ben');
    for (const bad of ['http://127.0.0.1/x', 'https://elsewhere.example/', '']) {
      assert.equal((await add(app, ben, { endpoint: bad })).status, 422, bad);
    }
    for (let n = 0; n < 10; n += 1) {
      assert.equal((await add(app, ben, { endpoint: `${endpoint}/${n}` })).status, 200);
    }
    assert.equal((await add(app, ben)).status, 422);
    assert.equal((await add(app, ben, { endpoint: `${endpoint}/9` })).status, 200);
  });
});
