import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import type { Fields, Visit, Visitor } from '../../../../test/kit/visitor.ts';
import { addMember } from '../../../../test/security/scene.ts';
import { dayMs } from '../../../kit/time/index.ts';
import { listAudit } from '../index.ts';
import { invitationMs } from './limits.ts';

const env = { INKSTEAD_REGISTRATION: 'invite', INKSTEAD_SMTP_URL: 'smtp://127.0.0.1:2525' };
const fay: Fields = {
  'user[login]': 'fay',
  'user[email]': 'fay@example.org',
  'user[password]': 'seven purple kettles',
  'user[policy]': '1',
  'user[age]': '1',
};

async function askFor(app: TestApp, email: string): Promise<Visit> {
  const visitor = app.guest();
  return visitor.submit(await visitor.get('/invitations'), '/invitations', { email });
}

/** The link in the last mail to the address. */
function linkTo(app: TestApp, email: string): string {
  const mail = app.mail.sent.findLast(({ to }) => to === email);
  return /http:\/\/127\.0\.0\.1:4700(\/\S+[?]\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

async function register(visitor: Visitor, link: string, more: Fields = {}): Promise<Visit> {
  const page = await visitor.get(link);
  return visitor.submit(page, '/users/register', { ...fay, ...more });
}

async function openQueue(app: TestApp, count: string): Promise<Visit> {
  const { visitor } = await addMember(app, 'flo', ['admin']);
  const desk = await visitor.get('/admin/invitations');
  assert.deepEqual(htmlProblems(desk.body), []);
  const answer = await visitor.submit(desk, '/admin/invitations/queue', { first: count });
  await app.app.chores.find(({ name }) => name === 'send mail')?.run();
  return answer;
}

eachDatabase((database) => {
  test('who waits is invited in turn, and the code opens one account', async (t) => {
    const app = await makeApp(t, { database, env });
    for (const email of ['fay@example.org', 'gus@example.org']) {
      assert.match((await askFor(app, email)).text, /A mail is on its way/);
      app.clock.advance(1);
    }
    const place = await app.guest().get(linkTo(app, 'gus@example.org'));
    assert.match(place.text, /You are number 2\. 2 people wait/);
    assert.equal(place.response.headers.get('referrer-policy'), 'no-referrer');
    assert.match((await openQueue(app, '1')).body, /One invitation is on its way/);
    assert.match((await app.guest().get(linkTo(app, 'gus@example.org'))).text, /You are the next/);
    const link = linkTo(app, 'fay@example.org');
    assert.match(link, /^\/users\/register\?invitation=/);
    assert.match((await register(app.guest(), link)).text, /A mail is on its way to fay/);
    // Until it is opened the same person may register again, and nobody else.
    const other = { 'user[login]': 'hal', 'user[email]': 'hal@example.org' };
    assert.match((await register(app.guest(), link, other)).text, /has been used/);
    assert.equal((await register(app.guest(), link)).status, 200);
    const opener = app.guest();
    const step = await opener.get(linkTo(app, 'fay@example.org'));
    assert.equal((await opener.submit(step, '/users/open', {})).path, '/users/fay');
    assert.match((await app.guest().get(link)).text, /That invitation has been used/);
    assert.equal((await listAudit(app.parts.database.read, 'invitations', 0)).length, 1);
  });

  test('a member gives what an admin granted, and it is kept who came by whom', async (t) => {
    const app = await makeApp(t, { database, env });
    const { visitor: flo } = await addMember(app, 'flo', ['admin']);
    const ada = await app.as('ada');
    const own = '/users/ada/preferences/invitations';
    assert.match((await ada.get(own)).text, /You have none to give/);
    const desk = await flo.get('/admin/invitations');
    await flo.submit(desk, '/admin/invitations/shares', { login: 'ada', count: '1' });
    const given = await ada.submit(await ada.get(own), own, { email: 'fay@example.org' });
    assert.match(given.text, /You have none to give.*fay@example\.org: not used yet/);
    assert.deepEqual(htmlProblems(given.body), []);
    assert.match(app.mail.sent.at(-1)?.text ?? '', /^ada invites you/);
    const first = linkTo(app, 'fay@example.org');
    // Taken back, it opens nothing and can be given again.
    assert.match((await ada.submit(given, '/delete', {})).text, /You have one to give/);
    assert.match((await app.guest().get(first)).text, /has been used, was taken back/);
    await ada.submit(await ada.get(own), own, { email: 'fay@example.org' });
    await register(app.guest(), linkTo(app, 'fay@example.org'));
    assert.match((await ada.get(own)).text, /came as fay/);
    const listed = (await flo.get('/admin/invitations')).text;
    assert.match(listed, /fay@example\.org ?ada 2026-03-01 ?fay/);
  });

  test('an address that waits or has an account is answered like any other', async (t) => {
    const app = await makeApp(t, { database, env });
    await app.as('ada');
    const same = (visit: Visit) => visit.text.replaceAll(/\S+@example\.org/g, 'X');
    const first = await askFor(app, 'fay@example.org');
    const early = linkTo(app, 'fay@example.org');
    const again = await askFor(app, 'FAY@example.org');
    const known = await askFor(app, 'ada@example.org');
    assert.equal(same(first), same(again));
    assert.equal(same(first), same(known));
    assert.match(app.mail.sent.at(-1)?.text ?? '', /It has one already: ada/);
    // One place, by the newest link.
    assert.equal((await app.guest().get(early)).status, 404);
    assert.match((await app.guest().get(linkTo(app, 'FAY@example.org'))).text, /One person waits/);
  });

  test('the archive invites so many each day by itself', async (t) => {
    const app = await makeApp(t, { database, env });
    const { visitor: flo } = await addMember(app, 'flo', ['admin']);
    const desk = await flo.get('/admin/invitations');
    await flo.submit(desk, '/admin/invitations/daily', { daily: '1' });
    for (const email of ['fay@example.org', 'gus@example.org']) await askFor(app, email);
    const daily = app.app.chores.find(({ name }) => name === 'invite from the queue');
    const waiting = async () =>
      /(\w+) (?:person|people) waits?\./.exec((await flo.get('/admin/invitations')).text)?.[1];
    await daily?.run();
    assert.equal(await waiting(), 'One');
    app.clock.advance(dayMs - 1);
    await daily?.run();
    assert.equal(await waiting(), 'One');
    app.clock.advance(1);
    await daily?.run();
    assert.equal(await waiting(), undefined);
  });
});

test('who leaves the queue is forgotten', async (t) => {
  const app = await makeApp(t, { env });
  await askFor(app, 'fay@example.org');
  const visitor = app.guest();
  const link = linkTo(app, 'fay@example.org');
  const place = await visitor.get(link);
  assert.deepEqual(htmlProblems(place.body), []);
  assert.match((await visitor.submit(place, '/invitations/place', {})).body, /is forgotten/);
  const rows = await app.parts.database.read.selectFrom('invitation_queue').selectAll().execute();
  assert.deepEqual(rows, []);
  const gone = await app.guest().get(link);
  assert.equal(gone.status, 404);
  assert.deepEqual(htmlProblems(gone.body), []);
});

test('an invitation works for 30 days', async (t) => {
  const app = await makeApp(t, { env });
  await askFor(app, 'fay@example.org');
  await openQueue(app, '5');
  const link = linkTo(app, 'fay@example.org');
  app.clock.advance(invitationMs - 1);
  assert.ok((await app.guest().get(link)).form('/users/register'));
  app.clock.advance(1);
  assert.match((await app.guest().get(link)).text, /older than 30 days/);
});

test('what is no number of invitations comes back beside its field', async (t) => {
  const app = await makeApp(t, { env });
  for (const count of ['', '0', '-1', '1.5', '1001', 'many']) {
    const fresh = count === '' ? await openQueue(app, count) : null;
    if (fresh !== null) assert.equal(fresh.status, 422);
  }
  const { visitor } = await addMember(app, 'hal', ['admin']);
  for (const count of ['0', '-1', '1.5', '1001', 'many']) {
    const desk = await visitor.get('/admin/invitations');
    const to = '/admin/invitations/shares';
    const refused = await visitor.submit(desk, to, { login: '', count });
    assert.equal(refused.status, 422, count);
    assert.deepEqual(htmlProblems(refused.body), []);
  }
  const desk = await visitor.get('/admin/invitations');
  const nobody = await visitor.submit(desk, '/shares', { login: 'zed', count: '1' });
  assert.match(nobody.text, /nobody by the name zed/);
});
