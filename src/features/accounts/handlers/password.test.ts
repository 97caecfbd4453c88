import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { makeApp } from '../../../../test/kit/app.ts';
import { type DatabaseKind, eachDatabase } from '../../../../test/kit/database.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import type { Visit, Visitor } from '../../../../test/kit/visitor.ts';
import type { MailMessage } from '../../../kit/mail/index.ts';
import { hashPassword } from '../../../kit/passwords/index.ts';
import { dayMs } from '../../../kit/time/index.ts';
import { createPerson, openSession } from '../index.ts';
import { resetsOfAddress } from '../limits.ts';

const password = 'seven purple kettles';
const next = 'nine green teapots';
const withMail = { INKSTEAD_SMTP_URL: 'smtp://127.0.0.1:2525' };

async function appWithAda(t: TestContext, database: DatabaseKind) {
  const made = await makeApp(t, { database, env: withMail });
  const { parts } = made;
  const passwordHash = await hashPassword(password);
  const person = { login: 'ada', email: 'ada@example.org', passwordHash, ids: parts.ids, now: 1 };
  const ada = await parts.database.write((tx) => createPerson(tx, person));
  const session = async (remember = false) => {
    const visitor = made.guest();
    visitor.cookies.set('inkstead_session', await openSession(parts, ada.userId, { remember }));
    return visitor;
  };
  return { ...made, ada, session };
}

async function askFor(visitor: Visitor, name: string): Promise<Visit> {
  const page = await visitor.get('/users/password/new');
  return visitor.submit(page, '/users/password/new', { 'user[login]': name });
}

function linkIn(mail: MailMessage | undefined): string {
  return /http:\/\/127\.0\.0\.1:4700(\/users\/\S+token=\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

async function logsIn(visitor: Visitor, word: string): Promise<boolean> {
  const page = await visitor.get('/users/login');
  const fields = { 'user[login]': 'ada', 'user[password]': word };
  return (await visitor.submit(page, '/users/login', fields, { follow: false })).status === 303;
}

eachDatabase((database) => {
  test('a forgotten password is replaced by the link in the mail, once', async (t) => {
    const { guest, mail, session } = await appWithAda(t, database);
    const elsewhere = await session();
    await askFor(guest(), 'Ada@example.org');
    assert.equal(mail.sent[0]?.to, 'ada@example.org');
    const link = linkIn(mail.sent[0]);
    const visitor = guest();
    const page = await visitor.get(link);
    assert.equal(page.response.headers.get('referrer-policy'), 'no-referrer');
    assert.deepEqual(htmlProblems(page.body), []);
    const fields = { 'user[password]': next };
    const answer = await visitor.submit(page, '/users/password/edit', fields, { follow: false });
    assert.equal(answer.response.headers.get('location'), '/users/ada');
    assert.match((await visitor.get('/users/logout')).text, /logged in as ada/);
    assert.match((await elsewhere.get('/users/logout')).text, /not logged in/);
    assert.equal(await logsIn(guest(), password), false);
    assert.equal(await logsIn(guest(), next), true);
    assert.match(mail.sent[1]?.subject ?? '', /was changed/);
    assert.equal((await guest().get(link)).status, 404);
    const token = link.split('=')[1] as string;
    const again = await visitor.get('/users/password/new');
    const formToken = again.markup.find((one) => one.attribute('name') === 'authenticity_token');
    const sent = { token, authenticity_token: formToken?.attribute('value') ?? '' };
    const twice = await visitor.post('/users/password/edit', { ...sent, ...fields });
    assert.equal(twice.status, 404);
  });

  test('the link lasts 24 hours, and only the newest works', async (t) => {
    const { guest, mail, clock } = await appWithAda(t, database);
    await askFor(guest(), 'ada');
    await askFor(guest(), 'ada');
    assert.equal((await guest().get(linkIn(mail.sent[0]))).status, 404);
    clock.advance(dayMs - 1);
    assert.equal((await guest().get(linkIn(mail.sent[1]))).status, 200);
    clock.advance(1);
    assert.equal((await guest().get(linkIn(mail.sent[1]))).status, 404);
  });

  test('a new password that may not be leaves the link as it is', async (t) => {
    const { guest, mail } = await appWithAda(t, database);
    await askFor(guest(), 'ada');
    const visitor = guest();
    const page = await visitor.get(linkIn(mail.sent[0]));
    const refused = await visitor.submit(page, '/users/password/edit', { 'user[password]': 'x' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /at least 10 characters/);
    assert.deepEqual(htmlProblems(refused.body), []);
    const fields = { 'user[password]': next };
    const answer = await visitor.submit(refused, '/users/password/edit', fields, { follow: false });
    assert.equal(answer.status, 303);
  });

  test('known and unknown names are answered alike; three mails an hour go out', async (t) => {
    const { guest, mail } = await appWithAda(t, database);
    const known = await askFor(guest(), 'ada');
    for (const name of ['nobody', 'nobody@example.org', '', 'a\0b', '%']) {
      assert.equal((await askFor(guest(), name)).text, known.text);
    }
    assert.deepEqual(htmlProblems(known.body), []);
    for (let count = 0; count < 5; count++) await askFor(guest(), 'ada');
    assert.equal(mail.sent.length, 3);
  });

  test('an address asks so many times an hour, then waits', async (t) => {
    const { guest } = await appWithAda(t, database);
    for (let count = 0; count < resetsOfAddress.most; count++) {
      assert.equal((await askFor(guest(), 'nobody')).status, 200);
    }
    const refused = await askFor(guest(), 'nobody');
    assert.equal(refused.status, 429);
    assert.ok(refused.response.headers.get('retry-after'));
  });

  test('a password is changed by who knows it; every other session ends', async (t) => {
    const { guest, mail, session } = await appWithAda(t, database);
    const [here, elsewhere] = [await session(true), await session()];
    const before = here.cookies.get('inkstead_session');
    const page = await here.get('/users/ada/preferences');
    const wrong = { 'user[current_password]': 'not this one', 'user[password]': next };
    const refused = await here.submit(page, '/preferences/password', wrong);
    assert.equal(refused.status, 422);
    assert.match(refused.text, /not your current password/);
    assert.deepEqual(htmlProblems(refused.body), []);
    const fields = { 'user[current_password]': password, 'user[password]': next };
    const short = { ...fields, 'user[password]': '123456789' };
    assert.equal((await here.submit(refused, '/preferences/password', short)).status, 422);
    const done = await here.submit(refused, '/preferences/password', fields);
    assert.match(done.body, /Your password is changed/);
    assert.notEqual(here.cookies.get('inkstead_session'), before);
    assert.match((await elsewhere.get('/users/logout')).text, /not logged in/);
    assert.equal(await logsIn(guest(), next), true);
    assert.equal(await logsIn(guest(), password), false);
    assert.match(mail.sent[0]?.subject ?? '', /password was changed/);
    assert.equal(mail.sent[0]?.to, 'ada@example.org');
    assert.ok(!JSON.stringify(mail.sent).includes(next));
  });

  test('a remembered session stays one through the change of the password', async (t) => {
    const { session } = await appWithAda(t, database);
    const here = await session(true);
    const page = await here.get('/users/ada/preferences');
    const fields = { 'user[current_password]': password, 'user[password]': next };
    const answer = await here.submit(page, '/preferences/password', fields, { follow: false });
    const cookies = answer.response.headers.getSetCookie().join('\n');
    assert.match(cookies, /inkstead_session=[^\n]+Max-Age=7948800/);
  });

  test('guesses at the current password are counted', async (t) => {
    const { session } = await appWithAda(t, database);
    const here = await session();
    const page = await here.get('/users/ada/preferences');
    const wrong = { 'user[current_password]': 'not this one', 'user[password]': next };
    for (let count = 0; count < 10; count++) {
      assert.equal((await here.submit(page, '/preferences/password', wrong)).status, 422);
    }
    const fields = { 'user[current_password]': password, 'user[password]': next };
    assert.equal((await here.submit(page, '/preferences/password', fields)).status, 429);
  });

  test('a new mail address counts once its link is used; the old one hears of it', async (t) => {
    const { guest, mail, session } = await appWithAda(t, database);
    const here = await session();
    const page = await here.get('/users/ada/preferences');
    const fields = { 'user[email]': 'new@example.org', 'user[email_password]': password };
    const done = await here.submit(page, '/preferences/email', fields);
    assert.match(done.body, /on its way to the new address/);
    assert.match(done.text, /It is ada@example\.org now/);
    assert.equal(mail.sent[0]?.to, 'new@example.org');
    const visitor = guest();
    const step = await visitor.get(linkIn(mail.sent[0]));
    assert.deepEqual(htmlProblems(step.body), []);
    await visitor.submit(step, '/users/email/confirm', {});
    assert.match((await here.get('/users/ada/preferences')).text, /It is new@example\.org now/);
    assert.equal(mail.sent[1]?.to, 'ada@example.org');
    assert.equal((await guest().get(linkIn(mail.sent[0]))).status, 404);
  });

  test('a mail address that another account has is answered alike and not taken', async (t) => {
    const { as, mail, session } = await appWithAda(t, database);
    await as('ben');
    const here = await session();
    const page = await here.get('/users/ada/preferences');
    const fields = { 'user[email]': 'ben@example.org', 'user[email_password]': password };
    const done = await here.submit(page, '/preferences/email', fields);
    assert.match(done.body, /on its way to the new address/);
    assert.match(mail.sent[0]?.text ?? '', /It has one already: ben/);
    assert.equal(linkIn(mail.sent[0]), '');
    const wrong = { ...fields, 'user[email_password]': 'not this one' };
    const refused = await here.submit(page, '/preferences/email', wrong);
    assert.equal(refused.status, 422);
    assert.deepEqual(htmlProblems(refused.body), []);
    const typed = refused.markup.find((element) => element.id === 'user_email');
    assert.equal(typed?.attribute('value'), 'ben@example.org');
  });
});

test('without mail the link is kept for the host, and the page says so', async (t) => {
  const { guest, as, mail } = await makeApp(t);
  await as('ada');
  const answer = await askFor(guest(), 'ada');
  assert.match(answer.text, /sends no mail itself/);
  assert.equal(mail.sent.length, 1);
});

test('mail that the server does not take is logged without its text', async (t) => {
  const { guest, as, logLines, parts } = await makeApp(t);
  await as('ada');
  Object.assign(parts.mail, { send: () => Promise.reject(new Error('no room')) });
  assert.equal((await askFor(guest(), 'ada')).status, 200);
  const line = logLines.find(({ level }) => level === 'warn');
  assert.equal(line?.message, 'a job failed and is put off');
  assert.ok(!JSON.stringify(line).includes('token='));
});
