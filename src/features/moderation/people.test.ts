// Deciding about people: warnings, suspensions and bans, what is noted of them, and who may not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import type { Visitor } from '../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { addMember, formTokenOf } from '../../../test/security/scene.ts';
import { dayMs, hourMs } from '../../kit/time/index.ts';
import { giveRole, openSession, takeRole } from '../accounts/index.ts';
import { acts } from './rulings/acts.ts';

const why = { policy: 'harassment', reason: 'Three reports.', words: 'Leave ben alone.' };

async function press(who: Visitor, address: string, fields: Record<string, string>) {
  return who.submit(await who.get(address), address, fields);
}

async function send(who: Visitor, address: string, fields: Record<string, string>) {
  return who.post(address, { authenticity_token: await formTokenOf(who), ...fields });
}

async function giveKudos(app: TestApp, who: Visitor): Promise<number> {
  return (await send(who, `/works/${await placeTestWork(app, { by: 'ben' })}/kudos`, {})).status;
}

eachDatabase((database) => {
  test('a warning is told with its words, appealed against, and taken back', async (t) => {
    const app = await makeApp(t, { database });
    const [ada, dee] = [await app.as('ada'), await app.as('dee')];
    const refused = await press(dee, '/moderation/people/ada', { ...why, words: '', do: 'warn' });
    assert.equal(refused.status, 422);
    await press(dee, '/moderation/people/ada', { ...why, do: 'warn' });
    assert.match((await ada.get('/users/ada/notices')).text, /Moderators warn you/);
    const list = await ada.get('/decisions');
    const [warning = ''] = list.links.filter((href) => /^\/decisions\/\d+$/.test(href));
    assert.match((await ada.get(warning)).text, /Leave ben alone\./);
    await press(ada, warning, { appeal: 'He began.' });
    const back = await press(dee, '/moderation/people/ada', { reason: 'True.', do: 'unwarn' });
    assert.match(back.text, /warn person by dee\. Three reports\./);
    assert.match((await ada.get('/decisions')).text, /take back their warning/);
    assert.ok((await giveKudos(app, ada)) < 400);
  });

  test('who is suspended is told until when, and acts again when it is lifted', async (t) => {
    const app = await makeApp(t, { database });
    const [ada, dee] = [await app.as('ada'), await app.as('dee')];
    const address = '/moderation/people/ada';
    assert.equal((await press(dee, address, { ...why, do: 'suspend', days: '2' })).status, 422);
    const done = await press(dee, address, { ...why, do: 'suspend', days: '7' });
    assert.match(done.text, /Suspended until 2026-03-08/);
    assert.match((await ada.get('/decisions')).text, /suspended your account until 2026-03-08/);
    assert.equal(await giveKudos(app, ada), 403);
    await press(dee, address, { reason: 'Settled.', do: 'lift' });
    assert.ok((await giveKudos(app, ada)) < 400);
    assert.match((await ada.get('/decisions')).text, /opened your account again/);
  });

  test('who is banned is logged out, appeals, and another moderator lifts it', async (t) => {
    const app = await makeApp(t, { database });
    const [ada, dee] = [await app.as('ada'), await app.as('dee')];
    const { visitor: gus } = await addMember(app, 'gus', ['moderator']);
    await press(dee, '/moderation/people/ada', { ...why, do: 'ban' });
    assert.equal((await ada.get('/takeout')).path, '/users/login?return_to=%2Ftakeout');
    const { userId } = await app.member('ada');
    ada.cookies.set('inkstead_session', await openSession(app.parts, userId));
    const works = await ada.get('/works');
    assert.equal(works.status, 403);
    assert.ok(works.links.includes('/decisions'));
    const { links } = await ada.get('/decisions');
    const decision = links.find((href) => /^\/decisions\/\d+$/.test(href)) ?? '';
    await press(ada, decision, { appeal: 'It was not me.' });
    const cases = (await gus.get('/moderation/cases')).links;
    const appeal = cases.find((href) => /cases\/\d+$/.test(href)) ?? '';
    assert.equal((await press(dee, appeal, { do: 'lift', reason: 'Mine.' })).status, 403);
    await press(gus, appeal, { do: 'lift', reason: 'Somebody else.' });
    assert.equal((await ada.get('/works')).status, 200);
  });

  test('what was planned waits for the end of a suspension or a ban', async (t) => {
    const app = await makeApp(t, { database });
    const [ada, dee] = [await app.as('ada'), await app.as('dee')];
    const work = await placeTestWork(app, { work: { expectedChapters: null } });
    const plan = async (title: string, postAt: string) => {
      const form = await ada.get(`/works/${work}/chapters/new`);
      const fields = { title, text: '<p>Then.</p>', do: 'draft' };
      await ada.submit(form, `/works/${work}/chapters`, { ...fields, postAt });
    };
    await plan('Lanterns', '2026-03-01T14:00');
    const runJobs = app.app.chores.find(({ name }) => name === 'run jobs') ?? assert.fail();
    const isPosted = async (title: string) => {
      await runJobs.run();
      return (await dee.get(`/works/${work}?view_full_work=true`)).body.includes(title);
    };
    await press(dee, '/moderation/people/ada', { ...why, do: 'suspend', days: '7' });
    app.clock.advance(3 * hourMs);
    assert.equal(await isPosted('Lanterns'), false);
    await press(dee, '/moderation/people/ada', { ...why, do: 'suspend', days: '1' });
    assert.equal(await isPosted('Lanterns'), false);
    app.clock.advance(dayMs);
    assert.equal(await isPosted('Lanterns'), true);
    await plan('Harbour lights', '2026-03-02T20:00');
    await press(dee, '/moderation/people/ada', { ...why, do: 'ban' });
    app.clock.advance(dayMs);
    assert.equal(await isPosted('Harbour lights'), false);
    await press(dee, '/moderation/people/ada', { reason: 'Settled.', do: 'lift' });
    assert.equal(await isPosted('Harbour lights'), true);
  });

  test('two admins who ban each other leave one', async (t) => {
    const app = await makeApp(t, { database });
    const { visitor: flo } = await addMember(app, 'flo', ['admin', 'moderator']);
    const { visitor: hal } = await addMember(app, 'hal', ['admin', 'moderator']);
    const ban = { ...why, do: 'ban' };
    const answers = await Promise.all([
      send(flo, '/moderation/people/hal', ban),
      send(hal, '/moderation/people/flo', ban),
    ]);
    const open = await app.parts.database.read.selectFrom('bars').selectAll().execute();
    assert.equal(open.length, 1, answers.map(({ status }) => status).join());
  });
});

test('of moderators and admins only an admin decides, and nobody of themself', async (t) => {
  const app = await makeApp(t);
  const dee = await app.as('dee');
  const { visitor: flo, userId } = await addMember(app, 'flo', ['admin', 'moderator']);
  await addMember(app, 'gus', ['moderator']);
  for (const login of ['flo', 'gus', 'dee']) {
    for (const act of acts) {
      const sent = { ...why, do: act, days: '7' };
      const answer = await send(dee, `/moderation/people/${login}`, sent);
      assert.equal(answer.status, 403, `${act} ${login}`);
    }
    const span = { from: '2026-03-01T11:00', to: '2026-03-01T13:00', do: 'undo' };
    for (const [place, fields] of [
      ['notes', { note: 'x' }],
      ['undo', { ...why, ...span }],
    ] as const) {
      const answer = await send(dee, `/moderation/people/${login}/${place}`, fields);
      assert.equal(answer.status, 403, `${place} ${login}`);
    }
  }
  const own = await placeTestWork(app, { by: 'dee' });
  for (const act of acts) {
    const address = `/moderation/works/${own}`;
    assert.equal((await send(dee, address, { ...why, do: act, days: '7' })).status, 403, act);
    const about = { ...why, do: act, days: '7' };
    assert.equal((await send(flo, '/moderation/people/flo', about)).status, 403, act);
  }
  assert.equal((await send(flo, '/moderation/people/gus', { ...why, do: 'ban' })).status, 200);
  await giveRole(app.parts, {
    userId: (await app.member('dee')).userId,
    role: 'admin',
    actorId: null,
  });
  await send(dee, '/moderation/people/flo', { ...why, do: 'ban' });
  // The one who is left keeps the role, whatever the other could do if they were not banned.
  const change = {
    userId: (await app.member('dee')).userId,
    role: 'admin',
    actorId: userId,
  } as const;
  assert.equal((await takeRole(app.parts, change)).ok, false);
});

test('what moderators note of a person is for moderators, with who and when', async (t) => {
  const app = await makeApp(t);
  const [ada, dee] = [await app.as('ada'), await app.as('dee')];
  const address = '/moderation/people/ada/notes';
  const page = await dee.get('/moderation/people/ada');
  assert.equal((await dee.submit(page, address, { note: ' ' })).status, 422);
  const noted = await dee.submit(page, address, { note: 'Wrote to us kindly.' });
  assert.match(noted.text, /Wrote to us kindly\. 2026-03-01, dee/);
  const { visitor: gus } = await addMember(app, 'gus', ['moderator']);
  assert.match((await gus.get('/moderation/people/ada')).text, /Wrote to us kindly/);
  assert.equal((await ada.get('/moderation/people/ada')).status, 403);
  assert.doesNotMatch((await ada.get('/decisions')).text, /kindly/);
});
