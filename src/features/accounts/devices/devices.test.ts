// Whom a log-in from a new device is told to, and what makes a device known.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { type DatabaseKind, eachDatabase } from '../../../../test/kit/database.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import type { Visit, Visitor } from '../../../../test/kit/visitor.ts';
import { hashPassword } from '../../../kit/passwords/index.ts';
import { dayMs, hourMs } from '../../../kit/time/index.ts';
import { createPerson, createToken, identifyToken } from '../index.ts';
import { updateUser } from '../store/people.ts';
import { newLogInMailsMost } from './limits.ts';

const password = 'seven purple kettles';
const next = 'nine green teapots';
const withMail = { INKSTEAD_SMTP_URL: 'smtp://127.0.0.1:2525' };
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const device = 'inkstead_device';
// Hashing is most of such a test's time.
const passwordHash = await hashPassword(password);

type Scene = TestApp & {
  readonly id: (login: string) => Parameters<typeof updateUser>[1];
  /** The subjects of the mails of new log-ins since the last call. */
  readonly told: () => readonly string[];
};

async function scene(t: TestContext, database: DatabaseKind, env = withMail): Promise<Scene> {
  const app = await makeApp(t, { database, env });
  const { parts, mail } = app;
  const ids = new Map<string, Parameters<typeof updateUser>[1]>();
  for (const login of ['ada', 'ben']) {
    const person = { login, email: `${login}@example.org`, passwordHash, ids: parts.ids, now: 1 };
    const made = await parts.database.write((tx) => createPerson(tx, person));
    ids.set(login, made.userId);
  }
  let read = 0;
  const told = () => {
    const since = mail.sent.slice(read).filter(({ subject }) => /new log-in/.test(subject));
    read = mail.sent.length;
    return since.map(({ to }) => to);
  };
  return { ...app, id: (login) => ids.get(login) as never, told };
}

async function logIn(visitor: Visitor, login = 'ada', word = password): Promise<Visit> {
  visitor.cookies.delete('inkstead_session');
  const page = await visitor.get('/users/login');
  const fields = { 'user[login]': login, 'user[password]': word };
  const headers = { 'user-agent': firefox };
  const options = { follow: false, headers };
  const answer = await visitor.submit(page, '/users/login', fields, options);
  assert.equal(answer.status, 303);
  return answer;
}

async function logOut(visitor: Visitor): Promise<void> {
  await visitor.submit(await visitor.get('/users/logout'), '/users/logout', {});
}

eachDatabase((database) => {
  test('a log-in from a new device is told of by mail, from a known one never', async (t) => {
    const { guest, mail, parts, id, told } = await scene(t, database);
    const zone = { time_zone: 'Asia/Tokyo' };
    await parts.database.write((tx) => updateUser(tx, id('ada'), zone));
    const visitor = guest();
    const answer = await logIn(visitor);
    const { to = '', subject = '', text = '' } = mail.sent[0] ?? {};
    assert.deepEqual([to, subject], ['ada@example.org', 'A new log-in: ada']);
    assert.match(text, /When: 2026-03-01 21:00 \(Asia\/Tokyo\)\nWith: Firefox, Linux\n/);
    assert.match(text, /http:\/\/127\.0\.0\.1:4700\/users\/ada\/sessions/);
    assert.match(text, /http:\/\/127\.0\.0\.1:4700\/users\/password\/new/);
    const cookies = answer.response.headers.getSetCookie();
    const set = cookies.find((cookie) => cookie.startsWith(device)) ?? '';
    assert.match(set, /^inkstead_device=[\w-]{43}; Path=\/users; .*Max-Age=34560000; HttpOnly/);
    assert.equal(told().length, 1);
    await logOut(visitor);
    await logIn(visitor);
    assert.deepEqual(told(), []);
    await logIn(guest());
    assert.deepEqual(told(), ['ada@example.org']);
  });

  test('a browser is known to each account in it, and gets a new word each time', async (t) => {
    const { guest, told } = await scene(t, database);
    const visitor = guest();
    const words = new Set<string | undefined>();
    for (const login of ['ada', 'ben']) {
      await logIn(visitor, login);
      words.add(visitor.cookies.get(device));
      await logOut(visitor);
    }
    assert.deepEqual(told(), ['ada@example.org', 'ben@example.org']);
    for (const login of ['ada', 'ben', 'ada']) {
      await logIn(visitor, login);
      words.add(visitor.cookies.get(device));
      await logOut(visitor);
    }
    assert.deepEqual(told(), []);
    assert.equal(words.size, 5);
  });

  test('a word that was planted, copied, forged or is too old makes no device known', async (t) => {
    const { guest, told, clock, parts } = await scene(t, database);
    const attacker = guest();
    await logIn(attacker, 'ben');
    const planted = attacker.cookies.get(device) as string;
    const victim = guest();
    victim.cookies.set(device, planted);
    await logIn(victim);
    await logOut(victim);
    attacker.cookies.set(device, planted);
    told();
    await logIn(attacker);
    assert.deepEqual(told(), ['ada@example.org'], 'planted');
    const copied = victim.cookies.get(device) as string;
    await logIn(victim);
    assert.deepEqual(told(), []);
    for (const word of [copied, '', 'x', `${copied}x`, "'"]) {
      const other = guest();
      other.cookies.set(device, word);
      await logIn(other);
      assert.deepEqual(told(), ['ada@example.org'], word);
    }
    clock.advance(400 * dayMs);
    await logIn(victim);
    assert.deepEqual(told(), [], 'on its last day');
    clock.advance(400 * dayMs + 1);
    await logIn(victim);
    assert.deepEqual(told(), ['ada@example.org'], 'after it');
    const rows = await parts.database.read.selectFrom('known_devices').selectAll().execute();
    assert.ok(!JSON.stringify(rows).includes(victim.cookies.get(device) as string));
  });

  test('a new password makes every device new, and ends tokens where that is asked', async (t) => {
    const { guest, told, parts, id } = await scene(t, database);
    const [here, elsewhere] = [guest(), guest()];
    await logIn(elsewhere);
    await logIn(here);
    const bearer = await createToken(parts, id('ada'), ['read'], 'reader');
    told();
    const page = await here.get('/users/ada/preferences');
    assert.deepEqual(htmlProblems(page.body), []);
    const fields = { 'user[current_password]': password, 'user[password]': next };
    await here.submit(page, '/preferences/password', fields);
    assert.ok(await identifyToken(parts.database.read, bearer));
    await logOut(here);
    await logIn(here, 'ada', next);
    assert.deepEqual(told(), []);
    await logIn(elsewhere, 'ada', next);
    assert.deepEqual(told(), ['ada@example.org']);
    const again = {
      'user[current_password]': next,
      'user[password]': password,
      'user[end_tokens]': '1',
    };
    await here.submit(await here.get('/users/ada/preferences'), '/preferences/password', again);
    assert.equal(await identifyToken(parts.database.read, bearer), null);
  });

  test('ending all other sessions makes their devices new', async (t) => {
    const { guest, told } = await scene(t, database);
    const [here, elsewhere] = [guest(), guest()];
    await logIn(elsewhere);
    await logIn(here);
    told();
    await here.submit(await here.get('/users/ada/sessions'), '/sessions', { end: 'others' });
    await logIn(elsewhere);
    assert.deepEqual(told(), ['ada@example.org']);
    await logOut(here);
    await logIn(here);
    assert.deepEqual(told(), []);
  });

  test('so many mails of new log-ins go out in an hour, and no more', async (t) => {
    const { guest, told, clock } = await scene(t, database);
    for (let count = 0; count < newLogInMailsMost + 2; count++) await logIn(guest());
    assert.equal(told().length, newLogInMailsMost);
    clock.advance(hourMs);
    await logIn(guest());
    assert.equal(told().length, 1);
  });
});

test('a browser’s own words stand in no mail', async (t) => {
  const { guest, mail } = await scene(t, 'sqlite');
  const visitor = guest();
  const page = await visitor.get('/users/login');
  const fields = { 'user[login]': 'ada', 'user[password]': password };
  const headers = { 'user-agent': 'Confirm it at http://evil.example' };
  await visitor.submit(page, '/users/login', fields, { follow: false, headers });
  assert.match(mail.sent[0]?.text ?? '', /With: a browser or program that did not say its name/);
  assert.ok(!mail.sent[0]?.text.includes('evil'));
});

test('where no mail leaves the machine, none is kept of log-ins', async (t) => {
  const { guest, mail } = await scene(t, 'sqlite', {} as never);
  await logIn(guest());
  assert.equal(mail.sent.length, 0);
});

test('registering makes the browser known and tells nobody', async (t) => {
  const { guest, mail, told } = await scene(t, 'sqlite');
  const visitor = guest();
  const page = await visitor.get('/users/register');
  const fields = {
    'user[login]': 'gus',
    'user[email]': 'gus@example.org',
    'user[password]': password,
    'user[policy]': '1',
    'user[age]': '1',
  };
  await visitor.submit(page, '/users/register', fields);
  const link = /(\/users\/open\?token=\S+)/.exec(mail.sent.at(-1)?.text ?? '')?.[1] ?? '';
  await visitor.submit(await visitor.get(link), '/users/open', {});
  await logOut(visitor);
  await logIn(visitor, 'gus');
  assert.deepEqual(told(), []);
});
