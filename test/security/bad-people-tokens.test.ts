// Who guesses at links and tokens, or keeps dead ones: nothing opens, nothing changes, and the log
// holds none of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createToken } from '../../src/features/accounts/index.ts';
import { stopToken } from '../../src/features/notices/unsubscribe.ts';
import type { TestApp } from '../kit/app.ts';
import { counting, guessesAt, logOf } from './bad-people.ts';
import { everything, formTokenOf, type Scene, setScene } from './scene.ts';

const env = { INKSTEAD_SMTP_URL: 'smtp://127.0.0.1:2525', INKSTEAD_LOG: 'trace' };

/** Tables that count tries and nothing else. */
const counted = ['tries'];

async function state(app: TestApp) {
  const all = { ...(await everything(app)) };
  for (const name of counted) delete all[name];
  return all;
}

function tokenIn(app: TestApp, pattern: RegExp): string {
  for (const { text } of [...app.mail.sent].reverse()) {
    const [, token] = pattern.exec(text) ?? [];
    if (token !== undefined) return token;
  }
  throw new Error(`no mail with ${pattern}`);
}

async function realTokens({ app, caller }: Scene) {
  const { visitor: ada, formToken } = caller('ada');
  const guest = app.guest();
  const guestToken = await formTokenOf(guest);
  await guest.post('/users/password/new', {
    authenticity_token: guestToken,
    'user[login]': 'ben',
  });
  await guest.post('/users/register', {
    authenticity_token: guestToken,
    'user[login]': 'gus_new',
    'user[email]': 'gus@example.org',
    'user[password]': 'seven purple kettles',
    'user[policy]': '1',
    'user[age]': '1',
  });
  const made = await ada.post('/users/ada/feeds', { authenticity_token: formToken, of: 'works' });
  const [, feed = ''] = /\/feeds\/([\w-]+)\.atom/.exec(made.body) ?? [];
  assert.notEqual(feed, '');
  const { userId } = await app.member('ada');
  return {
    feed,
    reset: tokenIn(app, /password\/edit\?token=(\S+)/),
    open: tokenIn(app, /users\/open\?token=(\S+)/),
    stop: stopToken(app.parts.secret, userId),
    bearer: await createToken(app.parts, userId, ['read', 'write'], 'a program'),
  };
}

test('links that were guessed open nothing and change nothing', async (t) => {
  const tried = counting(t);
  const scene = await setScene(t, { env });
  const { app } = scene;
  const real = await realTokens(scene);
  const before = await state(app);
  const visitor = app.guest();
  const formToken = await formTokenOf(visitor);
  const link = encodeURIComponent;
  const reads = (guess: string) => [
    `/feeds/${link(guess)}.atom`,
    `/feeds/${link(guess)}.json`,
    `/users/password/edit?token=${link(guess)}`,
    `/users/open?token=${link(guess)}`,
    `/users/email/confirm?token=${link(guess)}`,
    `/notices/unsubscribe/${link(guess)}`,
    `/claims/${link(guess)}`,
    `/first-admin/${link(guess)}`,
    `/invitations/place?token=${link(guess)}`,
  ];
  const forms = ['/users/password/edit', '/users/open', '/users/email/confirm'];
  const guesses = Object.values(real).flatMap((token) => guessesAt(token));
  for (const guess of guesses) {
    for (const path of reads(guess)) {
      const { status } = await visitor.get(path, { follow: false });
      assert.ok(status === 404 || status === 400, `${path}: ${status}`);
      tried();
    }
    for (const path of forms) {
      const sent = { authenticity_token: formToken, token: guess, 'user[password]': 'x y z x y z' };
      assert.equal((await visitor.post(path, sent)).status, 404, `${path} ${guess}`);
      tried();
    }
    const stop = await visitor.post(`/notices/unsubscribe/${link(guess)}`, {});
    assert.ok([400, 404].includes(stop.status), `${guess}: ${stop.status}`);
    tried();
  }
  assert.deepEqual(await state(app), before);
});

test('one kind of token is no other kind', async (t) => {
  const tried = counting(t);
  const scene = await setScene(t, { env });
  const { app } = scene;
  const real = await realTokens(scene);
  const before = await state(app);
  const visitor = app.guest();
  const doors: Readonly<Record<keyof typeof real, (token: string) => string>> = {
    feed: (token) => `/feeds/${token}.atom`,
    reset: (token) => `/users/password/edit?token=${token}`,
    open: (token) => `/users/open?token=${token}`,
    stop: (token) => `/notices/unsubscribe/${token}`,
    bearer: () => '/api/v1/me',
  };
  for (const [kind, token] of Object.entries(real)) {
    for (const [door, at] of Object.entries(doors)) {
      if (door === kind) continue;
      const headers: Record<string, string> =
        door === 'bearer' ? { authorization: `Bearer ${token}` } : {};
      const { status } = await visitor.get(at(token), { headers, follow: false });
      assert.ok([401, 404].includes(status), `${kind} at ${door}: ${status}`);
      tried();
    }
    const basic = Buffer.from(`ada:${token}`).toString('base64');
    const headers = { authorization: `Basic ${basic}` };
    assert.equal((await visitor.get('/api/v1/me', { headers })).status, 401, kind);
    // In the place of a session it is nobody.
    const other = app.guest();
    other.cookies.set('inkstead_session', token);
    assert.match((await other.get('/users/logout')).text, /not logged in/);
    tried(2);
  }
  assert.deepEqual(await state(app), before);
});

test('tokens of programs that were guessed are refused with 401', async (t) => {
  const tried = counting(t);
  const scene = await setScene(t, { env });
  const { bearer } = await realTokens(scene);
  const before = await state(scene.app);
  const visitor = scene.app.guest();
  for (const guess of guessesAt(bearer)) {
    if (/[^\x20-\x7e]/.test(guess)) continue;
    const headers = { authorization: `Bearer ${guess}`, 'content-type': 'application/json' };
    for (const [method, path] of [
      ['GET', '/api/v1/works'],
      ['POST', '/api/v1/works'],
      ['DELETE', `/api/v1/works/${scene.work.id}`],
    ] as const) {
      const body = method === 'GET' ? undefined : '{}';
      const { status } = await visitor.send(method, path, body, { headers });
      assert.equal(status, 401, `${method} ${guess}`);
      tried();
    }
  }
  assert.deepEqual(await state(scene.app), before);
});

test('a link is dead once it is used, revoked or replaced', async (t) => {
  const tried = counting(t);
  const scene = await setScene(t, { env });
  const { app, caller } = scene;
  const real = await realTokens(scene);
  const { visitor: ada } = caller('ada');
  const feed = `/feeds/${real.feed}.atom`;
  assert.equal((await app.guest().get(feed)).status, 200);
  const page = await ada.get('/users/ada/feeds');
  await ada.submit(page, '/delete', {});
  assert.equal((await app.guest().get(feed)).status, 404);
  const visitor = app.guest();
  const sent = { authenticity_token: await formTokenOf(visitor), token: real.open };
  assert.equal((await visitor.post('/users/open', sent, { follow: false })).status, 303);
  const again = { ...sent, authenticity_token: await formTokenOf(visitor) };
  assert.equal((await visitor.post('/users/open', again)).status, 404);
  tried(2);
});

test('the log holds no token, wherever it stood', async (t) => {
  const scene = await setScene(t, { env });
  const { app } = scene;
  const real = await realTokens(scene);
  const visitor = app.guest();
  for (const token of Object.values(real)) {
    for (const path of [
      `/feeds/${token}.atom`,
      `/feeds/${token}`,
      `/users/password/edit?token=${token}`,
      `/users/open?token=${token}`,
      `/notices/unsubscribe/${token}`,
      `/claims/${token}`,
      `/first-admin/${token}`,
    ]) {
      await visitor.get(path, { headers: { authorization: `Bearer ${token}` } });
      await visitor.post(path, { token });
    }
  }
  const log = logOf(app);
  assert.match(log, /\/feeds\/:token/);
  for (const [kind, token] of Object.entries(real)) assert.ok(!log.includes(token), kind);
});
