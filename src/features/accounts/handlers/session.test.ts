import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { type DatabaseKind, eachDatabase } from '../../../../test/kit/database.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import type { Fields, Visit, Visitor } from '../../../../test/kit/visitor.ts';
import { hashPassword } from '../../../kit/passwords/index.ts';
import { minuteMs } from '../../../kit/time/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { createPerson } from '../index.ts';
import { logInTriesOfAddress } from '../limits.ts';
import { updateUser } from '../store/people.ts';
import { takeTries, trySubject } from '../throttle.ts';

const password = 'seven purple kettles';
const failed = "The password or user name you entered doesn't match our records";

type WithAda = TestApp & { readonly adaId: Parameters<typeof updateUser>[1] };

async function appWithAda(t: TestContext, database: DatabaseKind): Promise<WithAda> {
  const made = await makeApp(t, { database });
  const { parts } = made;
  const passwordHash = await hashPassword(password);
  const person = { login: 'Ada', email: 'ada@example.org', passwordHash, ids: parts.ids, now: 1 };
  const { userId } = await parts.database.write((tx) => createPerson(tx, person));
  return { ...made, adaId: userId };
}

async function logIn(visitor: Visitor, fields: Fields, from = '/users/login'): Promise<Visit> {
  const page = await visitor.get(from);
  return visitor.submit(page, '/users/login', fields, { follow: false });
}

const right: Fields = { 'user[login]': 'ada', 'user[password]': password };
const wrong: Fields = { 'user[login]': 'ada', 'user[password]': 'not the password' };

eachDatabase((database) => {
  test('the right password opens a session, by user name or mail address', async (t) => {
    const { guest } = await appWithAda(t, database);
    for (const name of ['ada', 'ADA', 'ada@example.org', 'Ada@Example.org', ' Ada ']) {
      const visitor = guest();
      const answer = await logIn(visitor, { ...right, 'user[login]': name });
      assert.equal(answer.status, 303, name);
      assert.equal(answer.response.headers.get('location'), '/users/Ada');
      const page = await visitor.get('/users/logout');
      assert.match(page.body, /<body class="logged-in">/);
    }
  });

  test('a wrong password and an unknown name get the same answer', async (t) => {
    const { guest } = await appWithAda(t, database);
    const answers: Visit[] = [];
    const names = ['ada', 'nobody', 'nobody@example.org', 'ada@example.org', '', "'", 'a\0b'];
    for (const name of names) {
      answers.push(await logIn(guest(), { ...wrong, 'user[login]': name }));
    }
    for (const answer of answers) {
      assert.equal(answer.status, 200);
      assert.ok(answer.body.includes(failed));
      assert.ok(answer.markup.find((element) => element.id === 'new_user'));
      assert.deepEqual(htmlProblems(answer.body), []);
    }
    const typed = answers[0]?.markup.find((element) => element.id === 'user_login');
    assert.equal(typed?.attribute('value'), 'ada');
    assert.ok(!answers[0]?.body.includes('not the password'));
  });

  test('log-in leads back to the page asked for, and never to another site', async (t) => {
    const { guest } = await appWithAda(t, database);
    const to = async (from: string) => {
      const answer = await logIn(guest(), right, from);
      return answer.response.headers.get('location');
    };
    assert.equal(await to('/users/login?return_to=%2Fworks%2F7%3Fpage%3D2'), '/works/7?page=2');
    assert.equal(await to('/users/login?return_to=%2F%2Felsewhere.example'), '/users/Ada');
    const forged = await logIn(guest(), { ...right, return_to: 'https://elsewhere.example' });
    assert.equal(forged.response.headers.get('location'), '/users/Ada');
  });

  test('a page asked for survives a wrong password', async (t) => {
    const { guest } = await appWithAda(t, database);
    const visitor = guest();
    const page = await visitor.get('/users/login?return_to=%2Fworks%2F7');
    const again = await visitor.submit(page, '/users/login', wrong);
    const answer = await visitor.submit(again, '/users/login', right, { follow: false });
    assert.equal(answer.response.headers.get('location'), '/works/7');
  });

  test('log-in gives a new session, and the one before it ends', async (t) => {
    const { guest } = await appWithAda(t, database);
    const visitor = guest();
    await logIn(visitor, right);
    const before = visitor.cookies.get('inkstead_session') as string;
    const page = await visitor.get('/users/logout');
    const fields = { ...right, authenticity_token: tokenOf(page) };
    await visitor.post('/users/login', fields, { follow: false });
    const after = visitor.cookies.get('inkstead_session') as string;
    assert.notEqual(after, before);
    const thief = guest();
    thief.cookies.set('inkstead_session', before);
    assert.match((await thief.get('/users/login')).body, /<body class="logged-out">/);
  });

  test('the cookie lasts two weeks, or three months for who is remembered', async (t) => {
    const { guest } = await appWithAda(t, database);
    const cookie = async (fields: Fields) => {
      const answer = await logIn(guest(), fields);
      return answer.response.headers.getSetCookie().find((one) => one.includes('session')) ?? '';
    };
    assert.match(await cookie(right), /Max-Age=1209600; HttpOnly$/);
    const remembered = await cookie({ ...right, 'user[remember_me]': '1' });
    assert.match(remembered, /SameSite=Lax; Max-Age=7948800; HttpOnly$/);
  });

  test('after ten wrong passwords the eleventh try waits, from that address only', async (t) => {
    const { guest, clock, app } = await appWithAda(t, database);
    for (let count = 0; count < 10; count++) {
      assert.equal((await logIn(guest(), wrong)).status, 200);
    }
    const refused = await logIn(guest(), right);
    assert.equal(refused.status, 429);
    assert.equal(refused.response.headers.get('retry-after'), '900');
    assert.match(refused.text, /Too many tries/);
    assert.ok(refused.markup.find((element) => element.id === 'new_user'));
    const elsewhere = await logInFrom(app, '198.51.100.9');
    assert.equal(elsewhere.status, 303);
    clock.advance(15 * minuteMs);
    assert.equal((await logIn(guest(), right)).status, 303);
  });

  test('tries are counted by what was typed: a name tells nothing of an address', async (t) => {
    const { guest } = await appWithAda(t, database);
    for (const name of ['ada', ' ADA ', 'Ada', 'ada', 'ada', 'ada', 'ada', 'ada', 'ada', 'ada']) {
      await logIn(guest(), { ...wrong, 'user[login]': name });
    }
    assert.equal((await logIn(guest(), right)).status, 429);
    const address = { ...right, 'user[login]': 'ada@example.org' };
    assert.equal((await logIn(guest(), address)).status, 303);
  });

  test('after fifty failures an address waits, whatever name it tries next', async (t) => {
    const { guest, parts } = await appWithAda(t, database);
    await countFailures(parts, 49);
    assert.equal((await logIn(guest(), { ...wrong, 'user[login]': 'nobody' })).status, 200);
    assert.equal((await logIn(guest(), right)).status, 429);
  });

  test('what succeeds is not counted', async (t) => {
    const { guest, parts } = await appWithAda(t, database);
    await countFailures(parts, 49);
    assert.equal((await logIn(guest(), right)).status, 303);
    assert.equal((await logIn(guest(), right)).status, 303);
  });

  test('only who knows the password learns that an account is pending or suspended', async (t) => {
    const { guest, parts, adaId } = await appWithAda(t, database);
    for (const [state, words] of [
      ['pending', /follow the link/],
      ['suspended', /suspended/],
    ] as const) {
      await parts.database.write((tx) => updateUser(tx, adaId, { state }));
      assert.match((await logIn(guest(), right)).text, words);
      assert.ok((await logIn(guest(), wrong)).body.includes(failed));
    }
  });
});

test('an account without a password cannot be logged in to', async (t) => {
  const { as, guest } = await makeApp(t);
  await as('ada');
  const answer = await logIn(guest(), { 'user[login]': 'ada', 'user[password]': '' });
  assert.ok(answer.body.includes(failed));
});

test('a password in an address is refused, for GET and for POST', async (t) => {
  const { guest } = await makeApp(t);
  const address = '/users/login?user%5Blogin%5D=ada&user%5Bpassword%5D=x';
  assert.equal((await guest().get(address)).status, 400);
  const visitor = guest();
  const page = await visitor.get('/users/login');
  const fields = { ...right, authenticity_token: tokenOf(page) };
  assert.equal((await visitor.post(address, fields)).status, 400);
});

test('log-in without the form’s token is refused and changes nothing', async (t) => {
  const { guest } = await makeApp(t);
  const visitor = guest();
  assert.equal((await visitor.post('/users/login', right)).status, 403);
  const page = await visitor.get('/users/login');
  const token = tokenOf(page);
  const other = guest();
  await other.get('/users/login');
  const stolen = await other.post('/users/login', { ...right, authenticity_token: token });
  assert.equal(stolen.status, 403);
});

test('programs get a token for their own session, which logs in', async (t) => {
  const { guest } = await appWithAda(t, 'sqlite');
  const visitor = guest();
  const answer = await visitor.get('/token_dispenser.json');
  assert.equal(answer.response.headers.get('content-type'), 'application/json; charset=utf-8');
  assert.match(answer.response.headers.get('cache-control') ?? '', /no-store/);
  assert.equal(answer.response.headers.get('access-control-allow-origin'), null);
  const { token } = answer.json<{ token: string }>();
  assert.equal((await visitor.get('/token_dispenser.json')).json()['token'], token);
  const fields = { ...right, authenticity_token: token };
  assert.equal((await visitor.post('/users/login', fields, { follow: false })).status, 303);
  assert.notEqual((await visitor.get('/token_dispenser.json')).json()['token'], token);
});

test('looking at the log-out page ends nothing; its button does', async (t) => {
  const { guest } = await appWithAda(t, 'sqlite');
  const visitor = guest();
  await logIn(visitor, right);
  const session = visitor.cookies.get('inkstead_session') as string;
  const page = await visitor.get('/users/logout');
  assert.deepEqual(htmlProblems(page.body), []);
  assert.match((await visitor.get('/users/logout')).body, /<body class="logged-in">/);
  const answer = await visitor.submit(page, '/users/logout', {}, { follow: false });
  assert.equal(answer.status, 303);
  assert.equal(visitor.cookies.get('inkstead_session'), undefined);
  visitor.cookies.set('inkstead_session', session);
  const after = await visitor.get('/users/logout');
  assert.match(after.body, /<body class="logged-out">/);
  assert.match(after.text, /not logged in/);
});

test('the log-in page has the markup that tools read', async (t) => {
  const { guest } = await makeApp(t);
  const page = await guest().get('/users/login?return_to=%2Fworks');
  assert.deepEqual(htmlProblems(page.body), []);
  const main = page.markup.find((element) => element.id === 'main');
  assert.equal(main?.className, 'sessions-new system session region');
  const form = page.markup.find((element) => element.id === 'new_user');
  assert.equal(form?.attribute('action'), '/users/login');
  assert.equal(form?.attribute('method'), 'post');
  const names = form?.all('input').map((input) => input.attribute('name'));
  assert.deepEqual(names, [
    'authenticity_token',
    'return_to',
    'user[login]',
    'user[password]',
    'user[remember_me]',
  ]);
});

test('a member who opens the log-in page is led on', async (t) => {
  const { as } = await makeApp(t);
  const ada = await as('ada');
  const plain = await ada.get('/users/login', { follow: false });
  assert.equal(plain.response.headers.get('location'), '/users/ada');
  const asked = await ada.get('/users/login?return_to=%2Fworks', { follow: false });
  assert.equal(asked.response.headers.get('location'), '/works');
});

/** Failures of this address with names that do not matter. */
async function countFailures(parts: Parts, count: number): Promise<void> {
  const address = { subject: trySubject(parts, 'log-in', '127.0.0.1'), limit: logInTriesOfAddress };
  for (let failure = 0; failure < count; failure++) await takeTries(parts, [address]);
}

function tokenOf(page: Visit): string {
  const field = page.markup.find((one) => one.attribute('name') === 'authenticity_token');
  return field?.attribute('value') ?? '';
}

/** Logs in by another address than the others of the test. */
async function logInFrom(app: TestApp['app'], peer: string): Promise<Response> {
  const origin = 'http://127.0.0.1:4700';
  const dispensed = await app.fetch(new Request(`${origin}/token_dispenser.json`), { peer });
  const cookie = dispensed.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { token } = (await dispensed.json()) as { token: string };
  const body = new URLSearchParams({ ...(right as object), authenticity_token: token });
  return app.fetch(
    new Request(`${origin}/users/login`, { method: 'POST', body, headers: { cookie } }),
    { peer },
  );
}
