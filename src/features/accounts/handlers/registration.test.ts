import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, testStart } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import type { Fields, Visit, Visitor } from '../../../../test/kit/visitor.ts';
import type { MailMessage } from '../../../kit/mail/index.ts';
import { dayMs } from '../../../kit/time/index.ts';
import { registerPerson } from '../index.ts';
import { registrationsOfAddress } from '../limits.ts';
import { findUserByLogin } from '../store/people.ts';
import { takeTries, trySubject } from '../throttle.ts';

const fields: Fields = {
  'user[login]': 'fay',
  'user[email]': 'fay@example.org',
  'user[password]': 'seven purple kettles',
  'user[policy]': '1',
  'user[age]': '1',
};
const withMail = { INKSTEAD_SMTP_URL: 'smtp://127.0.0.1:2525' };

async function register(visitor: Visitor, more: Fields = {}): Promise<Visit> {
  const page = await visitor.get('/users/register');
  const sent = { ...fields, ...more };
  return visitor.submit(page, '/users/register', sent, { follow: false });
}

function linkIn(mail: MailMessage | undefined): string {
  const link = /http:\/\/127\.0\.0\.1:4700(\S+)/.exec(mail?.text.split('\n\n')[1] ?? '');
  return link?.[1] ?? '';
}

function problemAt(answer: Visit, id: string): string | undefined {
  return answer.markup.find((element) => element.id === `${id}-problem`)?.text;
}

eachDatabase((database) => {
  test('without mail an account opens at once, logged in', async (t) => {
    const { guest, parts, mail } = await makeApp(t, { database });
    const visitor = guest();
    const answer = await register(visitor);
    assert.equal(answer.status, 303);
    assert.equal(answer.response.headers.get('location'), '/users/fay');
    assert.match((await visitor.get('/users/logout')).text, /logged in as fay/);
    const user = await findUserByLogin(parts.database.read, 'fay');
    const { policy_accepted_at: at, policy_accepted_version: version } = user ?? {};
    assert.deepEqual([at, version], [testStart, 1]);
    assert.match(user?.password_hash ?? '', /^\$argon2id\$/);
    assert.equal(mail.sent.length, 0);
  });

  test('with mail an account opens by the link in it, once', async (t) => {
    const { guest, mail } = await makeApp(t, { database, env: withMail });
    const visitor = guest();
    const answer = await register(visitor);
    assert.equal(answer.status, 200);
    assert.match(answer.text, /A mail is on its way to fay@example\.org/);
    assert.equal(mail.sent[0]?.to, 'fay@example.org');
    const link = linkIn(mail.sent[0]);
    const step = await guest().get(link);
    assert.equal(step.status, 200);
    assert.equal(step.response.headers.get('referrer-policy'), 'no-referrer');
    // Looking opens nothing: the button does.
    const opener = guest();
    const page = await opener.get(link);
    const opened = await opener.submit(page, '/users/open', {}, { follow: false });
    assert.equal(opened.response.headers.get('location'), '/users/fay');
    assert.match((await opener.get('/users/logout')).text, /logged in as fay/);
    assert.equal((await guest().get(link)).status, 404);
    const twice = await opener.get('/token_dispenser.json');
    const sent = { token: link.split('=')[1] as string, authenticity_token: twice.json()['token'] };
    assert.equal((await opener.post('/users/open', sent as Fields)).status, 404);
  });

  test('the link in the mail works for 24 hours, and then the name is free again', async (t) => {
    const { guest, mail, clock } = await makeApp(t, { database, env: withMail });
    await register(guest());
    const link = linkIn(mail.sent[0]);
    clock.advance(dayMs - 1);
    assert.equal((await guest().get(link)).status, 200);
    const taken = await register(guest(), { 'user[email]': 'else@example.org' });
    assert.match(problemAt(taken, 'user_login') ?? '', /taken/);
    clock.advance(2);
    assert.equal((await guest().get(link)).status, 404);
    const free = await register(guest(), { 'user[email]': 'else@example.org' });
    assert.equal(free.status, 200);
  });

  test('who registers again with the same name and address gets a new link', async (t) => {
    const { guest, mail } = await makeApp(t, { database, env: withMail });
    await register(guest());
    assert.equal((await register(guest())).status, 200);
    assert.equal((await guest().get(linkIn(mail.sent[0]))).status, 404);
    assert.equal((await guest().get(linkIn(mail.sent[1]))).status, 200);
  });

  test('a known mail address is answered like an unknown one', async (t) => {
    const { guest, as, mail } = await makeApp(t, { database, env: withMail });
    await as('ada');
    const known = await register(guest(), { 'user[email]': 'ADA@example.org' });
    const unknown = await register(guest(), {
      'user[login]': 'gus',
      'user[email]': 'gus@example.org',
    });
    const same = (visit: Visit) => visit.text.replaceAll(/\S+@example\.org/g, 'X');
    assert.equal(same(known), same(unknown));
    assert.equal(known.status, unknown.status);
    // The owner of the address hears of it; nobody gets a link that opens anything.
    assert.match(mail.sent[0]?.text ?? '', /It has one already: ada/);
    assert.equal(linkIn(mail.sent[0]), '/users/password/new');
    // The name is taken either way, so trying it again tells nothing either.
    for (const login of ['fay', 'gus']) {
      const other = { 'user[login]': login, 'user[email]': 'else@example.org' };
      const answer = await register(guest(), other);
      assert.match(problemAt(answer, 'user_login') ?? '', /taken/);
    }
  });

  test('without mail a mail address that has an account is named as taken', async (t) => {
    const { guest, as } = await makeApp(t, { database });
    await as('ada');
    const answer = await register(guest(), { 'user[email]': 'ada@example.org' });
    assert.equal(answer.status, 422);
    assert.match(problemAt(answer, 'user_email') ?? '', /Another account/);
  });

  test('a mailbox gets three such mails an hour, whoever asks', async (t) => {
    const { guest, mail } = await makeApp(t, { database, env: withMail });
    for (const login of ['gus', 'hal', 'ivy', 'jon', 'kim']) {
      assert.equal((await register(guest(), { 'user[login]': login })).status, 200);
    }
    assert.equal(mail.sent.length, 3);
  });

  test('what a person typed comes back with every problem beside its field', async (t) => {
    const { guest, as } = await makeApp(t, { database });
    await as('ada');
    const answer = await register(guest(), {
      'user[login]': 'x!',
      'user[email]': 'nowhere',
      'user[password]': 'short',
      'user[policy]': '0',
      'user[age]': '',
    });
    assert.equal(answer.status, 422);
    assert.deepEqual(htmlProblems(answer.body), []);
    for (const name of ['login', 'email', 'password', 'policy', 'age']) {
      assert.ok(problemAt(answer, `user_${name}`), name);
    }
    const typedIn = (id: string) =>
      answer.markup.find((element) => element.id === id)?.attribute('value');
    assert.equal(typedIn('user_login'), 'x!');
    assert.equal(typedIn('user_email'), 'nowhere');
    assert.ok(!answer.body.includes('short"'), 'passwords are not sent back');
    const looks = await register(guest(), { 'user[login]': 'ADA' });
    assert.match(problemAt(looks, 'user_login') ?? '', /taken/);
    assert.ok(
      looks.markup.find((one) => one.id === 'user_policy')?.attribute('checked') !== undefined,
    );
  });
});

test('a password has 10 characters at least and 1,000 bytes at most', async (t) => {
  const { guest } = await makeApp(t);
  const tried = async (password: string) =>
    problemAt(await register(guest(), { 'user[password]': password }), 'user_password');
  assert.match((await tried('123456789')) ?? '', /at least 10/);
  assert.match((await tried('é'.repeat(501))) ?? '', /at most 1,000 bytes/);
  assert.match((await tried('FAY@example.org')) ?? '', /too easy/);
  const longest = 'sevéen purplé kettles'.repeat(50).slice(0, 900);
  assert.equal(await tried(`${longest}é`), undefined);
  const ten = await register(guest(), {
    'user[login]': 'gus',
    'user[email]': 'gus@example.org',
    'user[password]': '😀🫖🌊🕯🦉🐚🌙🍞🧶🪁',
  });
  assert.equal(ten.status, 303);
});

test('a mail address has 254 characters at most and is only one', async (t) => {
  const { guest } = await makeApp(t);
  const tried = async (email: string) =>
    problemAt(await register(guest(), { 'user[email]': email }), 'user_email');
  for (const email of ['a', '@', 'a@', 'a b@c', 'a@b,c@d', 'a@b\r\nBcc: x@y', '<a@b>', 'a@b@c']) {
    assert.ok(await tried(email), email);
  }
  assert.ok(await tried(`${'a'.repeat(243)}@example.org`));
  assert.equal(await tried(`${'a'.repeat(242)}@example.org`), undefined);
});

test('registration by invitation or closed takes nobody unasked and says so', async (t) => {
  for (const [value, words, asks] of [
    ['invite', /by invitation/, true],
    ['closed', /closed/, false],
  ] as const) {
    const { guest, parts } = await makeApp(t, { env: { INKSTEAD_REGISTRATION: value } });
    const visitor = guest();
    const page = await visitor.get('/users/register');
    assert.match(page.text, words);
    assert.deepEqual(htmlProblems(page.body), []);
    const token = (await visitor.get('/token_dispenser.json')).json()['token'] as string;
    const sent = { ...fields, authenticity_token: token };
    assert.equal((await visitor.post('/users/register', sent)).status, 403);
    const wish = { login: 'fay', email: 'fay@example.org', password: 'seven purple kettles' };
    const consents = {
      acceptsPolicy: true,
      oldEnough: true,
      client: '',
      device: null,
      clientAddress: '::1',
    };
    assert.equal((await registerPerson(parts, { ...wish, ...consents })).ok, false);
    assert.equal(await findUserByLogin(parts.database.read, 'fay'), null);
    const links = (await visitor.get('/users/login')).links;
    assert.ok(!links.includes('/users/register'));
    assert.equal(links.includes('/invitations'), asks);
  }
});

test('an address registers so many accounts an hour, then waits', async (t) => {
  const { guest, parts } = await makeApp(t, { env: withMail });
  const subject = trySubject(parts, 'register', '127.0.0.1');
  const limit = registrationsOfAddress;
  for (let count = 1; count < limit.most; count++) await takeTries(parts, [{ subject, limit }]);
  assert.equal((await register(guest())).status, 200);
  const refused = await register(guest(), { 'user[login]': 'gus' });
  assert.equal(refused.status, 429);
  assert.equal(refused.response.headers.get('retry-after'), '3600');
  const typed = refused.markup.find((element) => element.id === 'user_login');
  assert.equal(typed?.attribute('value'), 'gus');
});

test('the pages of registering are valid and the old address leads to them', async (t) => {
  const { guest, mail } = await makeApp(t, { env: withMail });
  const page = await guest().get('/users/new');
  assert.equal(page.path, '/users/register');
  assert.deepEqual(htmlProblems(page.body), []);
  const sent = await register(guest());
  assert.deepEqual(htmlProblems(sent.body), []);
  assert.deepEqual(htmlProblems((await guest().get(linkIn(mail.sent[0]))).body), []);
  const gone = await guest().get('/users/open?token=x');
  assert.equal(gone.status, 404);
  assert.deepEqual(htmlProblems(gone.body), []);
});
