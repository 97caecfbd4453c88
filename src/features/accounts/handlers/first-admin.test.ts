import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import { dayMs } from '../../../kit/time/index.ts';
import { firstAdminLink, giveRole, listAudit } from '../index.ts';
import { findUserByLogin, listRoles } from '../store/people.ts';

const fields = {
  'user[login]': 'hedda',
  'user[email]': 'hedda@example.org',
  'user[password]': 'seven purple kettles',
};

eachDatabase((database) => {
  test('the first-run link makes one admin, by POST, once', async (t) => {
    const { guest, parts } = await makeApp(t, { database });
    const link = (await firstAdminLink(parts)) ?? '';
    assert.match(link, /^\/first-admin\/[A-Za-z0-9_-]{22}$/);
    const [one, two] = [guest(), guest()];
    const [page, other] = [await one.get(link), await two.get(link)];
    assert.equal(page.response.headers.get('referrer-policy'), 'no-referrer');
    assert.deepEqual(htmlProblems(page.body), []);
    assert.equal(await findUserByLogin(parts.database.read, 'hedda'), null);
    const made = await one.submit(page, link, fields, { follow: false });
    assert.equal(made.response.headers.get('location'), '/admin/setup');
    const user = await findUserByLogin(parts.database.read, 'hedda');
    assert.deepEqual(await listRoles(parts.database.read, user?.id as never), ['admin']);
    const [entry] = await listAudit(parts.database.read, 'user', user?.id as number);
    assert.deepEqual([entry?.act, entry?.actorId], ['give role', null]);
    const late = await two.submit(other, link, { ...fields, 'user[login]': 'gus' });
    assert.equal(late.status, 404);
    assert.equal(await findUserByLogin(parts.database.read, 'gus'), null);
    assert.equal(await firstAdminLink(parts), null, 'an archive with an admin gives no link');
  });

  test('of two who use the link at once, one becomes admin', async (t) => {
    const { guest, parts } = await makeApp(t, { database });
    const link = (await firstAdminLink(parts)) ?? '';
    const tries = ['hedda', 'gus'].map(async (login) => {
      const visitor = guest();
      const page = await visitor.get(link);
      const email = `${login}@example.org`;
      const sent = { ...fields, 'user[login]': login, 'user[email]': email };
      return (await visitor.submit(page, link, sent, { follow: false })).status;
    });
    assert.deepEqual((await Promise.all(tries)).sort(), [303, 404]);
  });

  test('a member takes the role with one button', async (t) => {
    const { as, parts } = await makeApp(t, { database });
    const ada = await as('ada');
    const link = (await firstAdminLink(parts)) ?? '';
    const page = await ada.get(link);
    assert.match(page.text, /Make ada the admin/);
    assert.deepEqual(htmlProblems(page.body), []);
    assert.equal((await ada.submit(page, link, {}, { follow: false })).status, 303);
    const user = await findUserByLogin(parts.database.read, 'ada');
    assert.deepEqual(await listRoles(parts.database.read, user?.id as never), ['admin']);
  });

  test('the link ends after 24 hours, with the next one, and when there is an admin', async (t) => {
    const { as, guest, parts, clock } = await makeApp(t, { database });
    const first = (await firstAdminLink(parts)) ?? '';
    const second = (await firstAdminLink(parts)) ?? '';
    assert.equal((await guest().get(first)).status, 404);
    clock.advance(dayMs - 1);
    assert.equal((await guest().get(second)).status, 200);
    clock.advance(1);
    assert.equal((await guest().get(second)).status, 404);
    const third = (await firstAdminLink(parts)) ?? '';
    const visitor = guest();
    const page = await visitor.get(third);
    await as('ada');
    const ada = await findUserByLogin(parts.database.read, 'ada');
    await giveRole(parts, { userId: ada?.id as never, role: 'admin', actorId: null });
    assert.equal((await guest().get(third)).status, 404);
    assert.equal((await visitor.submit(page, third, fields)).status, 404);
  });

  test('a name that may not be leaves the link as it is', async (t) => {
    const { guest, parts } = await makeApp(t, { database });
    const link = (await firstAdminLink(parts)) ?? '';
    const visitor = guest();
    const page = await visitor.get(link);
    const refused = await visitor.submit(page, link, { ...fields, 'user[login]': 'admin' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /kept for the archive/);
    assert.deepEqual(htmlProblems(refused.body), []);
    assert.equal((await visitor.submit(refused, link, fields, { follow: false })).status, 303);
  });
});

test('a made-up link is nobody’s', async (t) => {
  const { guest, as } = await makeApp(t);
  for (const token of ['x', 'A'.repeat(22), '%00', "'"]) {
    assert.equal((await guest().get(`/first-admin/${token}`)).status, 404);
    assert.equal((await (await as('ada')).get(`/first-admin/${token}`)).status, 404);
  }
});
