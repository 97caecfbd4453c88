import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { push } from '../../../../test/kit/comments.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import type { Fields, Visit, Visitor } from '../../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../../test/kit/works.ts';
import { hashPassword } from '../../../kit/passwords/index.ts';
import { dayMs } from '../../../kit/time/index.ts';
import { hidePerson } from '../index.ts';
import { updateUser } from '../store/people.ts';

const password = 'seven purple kettles';

async function bringAda(app: TestApp): Promise<Visitor> {
  const ada = await app.as('ada');
  const { userId } = await app.member('ada');
  const hash = await hashPassword(password);
  await app.parts.database.write((transaction) =>
    updateUser(transaction, userId, { password_hash: hash }),
  );
  return ada;
}

async function rename(who: Visitor, from: string, to: string, more: Fields = {}): Promise<Visit> {
  const page = await who.get(`/users/${from}/preferences/name`);
  assert.deepEqual(htmlProblems(page.body), []);
  const sent = { 'user[login]': to, 'user[current_password]': password, ...more };
  return who.submit(page, '/preferences/name', sent);
}

async function leadsTo(app: TestApp, path: string): Promise<string | null> {
  const answer = await app.guest().get(path, { follow: false });
  return answer.status === 301 ? answer.response.headers.get('location') : String(answer.status);
}

eachDatabase((database) => {
  test('old addresses lead to the new name, and the name is nobody else’s', async (t) => {
    const app = await makeApp(t, { database });
    const ada = await bringAda(app);
    const work = await placeTestWork(app);
    const done = await rename(ada, 'ada', 'Moth');
    assert.match(done.body, /You are called Moth now/);
    assert.equal(done.path, '/users/Moth/preferences');
    assert.match((await app.guest().get(`/works/${work}`)).text, /Moth/);
    assert.equal(await leadsTo(app, '/users/ADA'), '/users/Moth');
    assert.equal(await leadsTo(app, '/users/ada/works?page=1'), '/users/Moth/works?page=1');
    assert.equal(
      await leadsTo(app, '/users/ada/pseuds/ada/works'),
      '/users/Moth/pseuds/Moth/works',
    );
    assert.equal(await leadsTo(app, '/users/ada/feed.atom'), '/users/Moth/feed.atom');
    assert.equal(await leadsTo(app, '/users/nobody'), '404');
    assert.match(app.mail.sent.at(-1)?.text ?? '', /^ada at .* is now called Moth/);
    const guest = app.guest();
    const form = await guest.get('/users/register');
    const taken = await guest.submit(form, '/users/register', {
      'user[login]': 'ada',
      'user[email]': 'other@example.org',
      'user[password]': password,
      'user[policy]': '1',
      'user[age]': '1',
    });
    assert.match(taken.text, /That user name is taken/);
    // Within the week no other; after it, also the old one again.
    assert.match((await ada.get('/users/moth/preferences/name')).text, /again on 08 Mar 2026/);
    const soon = { 'user[login]': 'lamp', 'user[current_password]': password };
    const refused = await push(ada, '/users/moth/preferences/name', soon);
    assert.match(refused.text, /can be changed every 7 days/);
    app.clock.advance(7 * dayMs);
    assert.match((await rename(ada, 'Moth', 'ada')).body, /You are called ada now/);
    assert.equal(await leadsTo(app, '/users/moth'), '/users/ada');
    assert.equal(await leadsTo(app, '/users/ada'), '200');
  });

  test('a name that is or looks like somebody’s, and a wrong password, are refused', async (t) => {
    const app = await makeApp(t, { database });
    const ada = await bringAda(app);
    await app.as('ben');
    for (const [name, words] of [
      ['BEN', /is taken/],
      ['x', /3 to 40/],
      ['admin', /kept for the archive/],
      ['ada', /your user name already/],
    ] as const) {
      const refused = await rename(ada, 'ada', name);
      assert.equal(refused.status, 422, name);
      assert.match(refused.text, words);
      assert.deepEqual(htmlProblems(refused.body), []);
    }
    const wrong = { 'user[current_password]': 'eight purple kettles' };
    assert.match((await rename(ada, 'ada', 'moth', wrong)).text, /not your current password/);
    assert.equal(await leadsTo(app, '/users/ada'), '200');
  });
});

test('the pseud of the old name stays where that is chosen', async (t) => {
  const app = await makeApp(t);
  const ada = await bringAda(app);
  await placeTestWork(app);
  await rename(ada, 'ada', 'moth', { with_pseud: [] });
  assert.equal(await leadsTo(app, '/users/ada/pseuds/ada'), '/users/moth/pseuds/ada');
});

test('what somebody hidden is called now is told to nobody', async (t) => {
  const app = await makeApp(t);
  await rename(await bringAda(app), 'ada', 'moth');
  const { userId } = await app.member('ada');
  const now = app.clock.now();
  await app.parts.database.write((transaction) => hidePerson(transaction, userId, now));
  assert.equal(await leadsTo(app, '/users/ada'), '404');
});
