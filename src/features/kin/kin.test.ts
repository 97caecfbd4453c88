import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CastName, makeApp, type TestApp } from '../../../test/kit/app.ts';
import { push } from '../../../test/kit/comments.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { Visitor } from '../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { dayMs, hourMs } from '../../kit/time/index.ts';
import { listAudit, openSession } from '../accounts/index.ts';

const own = '/users/ada/preferences/kin';

/** So many days later, in a browser that is logged in anew. */
async function later(app: TestApp, name: CastName, days: number): Promise<Visitor> {
  app.clock.advance(days * dayMs);
  const { userId } = await app.member(name);
  return new Visitor(app.app.fetch, await openSession(app.parts, userId));
}

/** Ada has named ben, and he has accepted. */
async function nameBen(app: TestApp) {
  const ada = await app.as('ada');
  const ben = await app.as('ben');
  const named = await ada.submit(await ada.get(own), own, { login: 'ben', do: 'name' });
  assert.match(named.text, /You have named ben, who has not answered yet/);
  assert.deepEqual(htmlProblems(named.body), []);
  const asked = await ben.get('/kin/ada');
  assert.deepEqual(htmlProblems(asked.body), []);
  await ben.submit(asked, '/kin/ada', { do: 'accept' });
  return { ada, ben };
}

/** Ben has said that she is gone, and dee has believed it. */
async function believe(app: TestApp) {
  const people = await nameBen(app);
  const page = await people.ben.get('/kin/ada');
  assert.deepEqual(htmlProblems(page.body), []);
  const sent = { words: 'She died in spring.', do: 'ask' };
  await people.ben.submit(page, '/kin/ada', sent);
  const dee = await app.as('dee');
  const desk = await dee.get('/moderation/kin');
  assert.match(desk.text, /ben for ada.*She died in spring/);
  assert.deepEqual(htmlProblems(desk.body), []);
  await dee.submit(desk, '/moderation/kin/ada', { reason: 'A notice in print', do: 'grant' });
  return people;
}

eachDatabase((database) => {
  test('after a moderator and 30 silent days the kin takes the works over', async (t) => {
    const app = await makeApp(t, { database });
    const work = await placeTestWork(app, { work: { title: 'Left behind' } });
    const { ben } = await believe(app);
    const mails = app.mail.sent.filter(({ to }) => to === 'ada@example.org');
    assert.deepEqual(
      mails.map(({ subject }) => subject),
      ['Are you there?', 'Are you there? Your next of kin may act soon'],
    );
    assert.match((await ben.get('/kin/ada')).text, /You may act from 31 Mar 2026 on/);
    const early = await push(ben, '/kin/ada', { do: 'adopt' });
    assert.equal(early.status, 403);
    assert.equal((await push(ben, '/kin/ada/takeout', {})).status, 403);
    const late = await later(app, 'ben', 30);
    const open = await late.get('/kin/ada');
    assert.match(open.text, /You may act for ada now/);
    assert.deepEqual(htmlProblems(open.body), []);
    const file = await push(late, '/kin/ada/takeout', {});
    assert.equal(file.response.headers.get('content-type'), 'application/zip');
    // Nothing of hers but the works.
    assert.ok(file.body.includes('data/works.json') && !file.body.includes('data/users.json'));
    assert.match((await push(late, '/kin/ada', { do: 'adopt' })).body, /One work is yours now/);
    const page = await app.guest().get(`/works/${work}`);
    assert.match(page.text, /Left behind.*ben/);
    const { userId } = await app.member('ada');
    const acts = (await listAudit(app.parts.database.read, 'user', userId)).map(({ act }) => act);
    assert.deepEqual(acts.sort(), [
      'believe next of kin',
      'take out works as next of kin',
      'take over works as next of kin',
    ]);
  });

  test('who is there ends what was begun, by saying so or by being seen', async (t) => {
    const app = await makeApp(t, { database });
    await placeTestWork(app);
    const { ada, ben } = await believe(app);
    app.clock.advance(2 * hourMs);
    const page = await ada.get(own);
    assert.match(page.text, /ben says that you are no longer there/);
    assert.match((await ben.get('/kin/ada')).text, /ada has been here since/);
    const late = await later(app, 'ben', 30);
    assert.equal((await push(late, '/kin/ada', { do: 'orphan' })).status, 403);
  });
});

test('works are orphaned under their pseud, and nobody but the kin sees the page', async (t) => {
  const app = await makeApp(t);
  const work = await placeTestWork(app);
  await believe(app);
  for (const who of ['cho', 'dee', 'ada'] as const) {
    assert.equal((await (await app.as(who)).get('/kin/ada')).status, 404);
  }
  const ben = await later(app, 'ben', 31);
  assert.match((await push(ben, '/kin/ada', { do: 'orphan' })).body, /One work is orphaned/);
  const page = await app.guest().get(`/works/${work}`);
  assert.ok(page.links.includes('/users/orphan_account/pseuds/ada'));
});

test('the holder says that they are there, names somebody else, or nobody', async (t) => {
  const app = await makeApp(t);
  const { ada, ben } = await believe(app);
  await app.as('cho');
  const here = await ada.submit(await ada.get(own), own, { do: 'here' });
  assert.match(here.text, /ben, who has accepted/);
  await ada.submit(here, own, { login: 'cho', do: 'name' });
  assert.equal((await ben.get('/kin/ada')).status, 404);
  assert.match((await push(ada, own, { do: 'forget' })).text, /You have named nobody/);
  for (const [login, words] of [
    ['ada', /That is you/],
    ['nobody', /no member of that name/],
  ] as const) {
    const refused = await ada.submit(await ada.get(own), own, { login, do: 'name' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, words);
    assert.deepEqual(htmlProblems(refused.body), []);
  }
});

test('a moderator who is the kin decides nothing', async (t) => {
  const app = await makeApp(t);
  const ada = await app.as('ada');
  const dee = await app.as('dee');
  await push(ada, own, { login: 'dee', do: 'name' });
  await push(dee, '/kin/ada', { do: 'accept' });
  await push(dee, '/kin/ada', { words: 'Gone.', do: 'ask' });
  assert.equal((await push(dee, '/moderation/kin/ada', { do: 'grant' })).status, 403);
});
