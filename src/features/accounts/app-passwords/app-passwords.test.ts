// App passwords: made with the account's own, good for what they were made for, and revoked.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { type DatabaseKind, eachDatabase } from '../../../../test/kit/database.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import type { Fields, Visit, Visitor } from '../../../../test/kit/visitor.ts';
import { hashPassword } from '../../../kit/passwords/index.ts';
import { setPassword } from '../actions/password.ts';
import { createPerson, identifyAppPassword, identifyToken, openSession } from '../index.ts';
import { findUser } from '../store/people.ts';

const password = 'seven purple kettles';
const page = '/users/ada/preferences/apps';

type Scene = TestApp & {
  readonly inside: Visitor;
  readonly userId: Parameters<typeof findUser>[1];
  readonly ask: (fields: Fields) => Promise<Visit>;
  /** The status of a call of the API with that name and word. */
  readonly call: (pair: string, method?: string, path?: string) => Promise<number>;
};

async function setScene(t: TestContext, database: DatabaseKind): Promise<Scene> {
  const app = await makeApp(t, { database });
  const { parts } = app;
  const passwordHash = await hashPassword(password);
  const person = { login: 'ada', email: null, passwordHash, ids: parts.ids, now: 1 };
  const { userId } = await parts.database.write((tx) => createPerson(tx, person));
  const inside = app.guest();
  inside.cookies.set('inkstead_session', await openSession(parts, userId));
  const ask = async (fields: Fields) =>
    inside.submit(await inside.get(page), page, {
      label: 'Reader in the kitchen',
      'scopes[]': 'read',
      'user[current_password]': password,
      ...fields,
    });
  const call = async (pair: string, method = 'GET', path = '/works') => {
    const authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const url = `http://127.0.0.1:4700/api/v1${path}`;
    const body = method === 'GET' ? null : '{}';
    const request = new Request(url, { method, headers, body });
    return (await app.app.fetch(request, { peer: '127.0.0.1' })).status;
  };
  return { ...app, inside, userId, ask, call };
}

function wordOn(shown: Visit): string {
  return /\b[a-z2-7]{26}\b/.exec(shown.text)?.[0] ?? '';
}

eachDatabase((database) => {
  test('an app password is shown once, reads the API, and no more than that', async (t) => {
    const { ask, call, inside } = await setScene(t, database);
    const made = await ask({});
    assert.deepEqual(htmlProblems(made.body), []);
    assert.equal(made.response.headers.get('cache-control'), 'no-store');
    const word = wordOn(made);
    assert.notEqual(word, '');
    const list = await inside.get('/users/ada/sessions');
    assert.match(list.text, /Reader in the kitchen.*Last used ?never/);
    assert.ok(!list.body.includes(word));
    assert.equal(await call(`ada:${word}`), 200);
    assert.equal(await call(`ADA:${word.toUpperCase().replace(/(.{4})/g, '$1 ')}`), 200);
    assert.equal(await call(`ada:${word}`, 'POST'), 403);
    const after = await inside.get('/users/ada/sessions');
    assert.match(after.text, /Last used ?2026-03-01/);
    assert.deepEqual(htmlProblems(after.body), []);
  });

  test('one with the scope to write is let through to what writing asks', async (t) => {
    const { ask, call } = await setScene(t, database);
    const word = wordOn(await ask({ 'scopes[]': ['read', 'write'] }));
    assert.equal(await call(`ada:${word}`, 'POST'), 422);
  });

  test('one posts once its owner has agreed to the policy on its page', async (t) => {
    const { app, ask, inside } = await setScene(t, database);
    const word = wordOn(await ask({ 'scopes[]': ['read', 'write'] }));
    const authorization = `Basic ${Buffer.from(`ada:${word}`).toString('base64')}`;
    const work = {
      title: 'Tides',
      language: 'en',
      rating: 'General Audiences',
      warnings: ['No Archive Warnings Apply'],
      fandoms: ['Harbour Lights'],
      chapters: [{ text: 'High.' }],
    };
    const post = async (body: unknown) => {
      const headers = { authorization, 'content-type': 'application/json' };
      const url = 'http://127.0.0.1:4700/api/v1/works';
      const request = new Request(url, { method: 'POST', headers, body: JSON.stringify(body) });
      const answer = await app.fetch(request, { peer: '127.0.0.1' });
      const { type, detail } = (await answer.json()) as { type?: string; detail?: string };
      return { status: answer.status, said: `${type} ${detail}` };
    };
    const refused = await post(work);
    assert.equal(refused.status, 403);
    assert.match(refused.said, /consent-needed.*http:\/\/127\.0\.0\.1:4700\/policy/);
    assert.equal((await post({ ...work, post: false })).status, 201);
    const asked = await inside.submit(await inside.get('/policy'), '/policy', {});
    assert.equal(asked.status, 422);
    assert.deepEqual(htmlProblems(asked.body), []);
    const agreed = await inside.submit(asked, '/policy', { policy: '1' });
    assert.match(agreed.text, /You agreed to this version on 01 Mar 2026/);
    assert.equal((await post(work)).status, 201);
  });

  test('what does not belong together is refused alike', async (t) => {
    const { ask, call, as } = await setScene(t, database);
    await as('ben');
    const word = wordOn(await ask({}));
    const md5 = createHash('md5').update(word).digest('hex');
    const pairs = [`ben:${word}`, `ada:${password}`, 'ada:', ':', 'ada', '', `ada:${md5}`];
    for (const pair of pairs) assert.equal(await call(pair), 401, pair);
  });

  test('readers that send the MD5 are known by the one door, and by that alone', async (t) => {
    const { ask, parts } = await setScene(t, database);
    const word = wordOn(await ask({}));
    const { read } = parts.database;
    const md5 = createHash('md5').update(word).digest('hex');
    const known = await identifyAppPassword(read, 'Ada', { md5 });
    assert.equal(known?.member.login, 'ada');
    assert.deepEqual([...(known?.scopes ?? [])], ['read']);
    for (const sent of [{ md5: word }, { md5: '' }, { word: md5 }, { word: '' }]) {
      assert.equal(await identifyAppPassword(read, 'ada', sent), null);
    }
    assert.equal(await identifyToken(read, word), null);
    const rows = await read.selectFrom('api_tokens').selectAll().execute();
    assert.ok(!JSON.stringify(rows).includes(word) && !JSON.stringify(rows).includes(md5));
  });

  test('revoked, or after the host has set a password, it is refused', async (t) => {
    const { ask, call, inside, parts, userId } = await setScene(t, database);
    const [one, two] = [wordOn(await ask({})), wordOn(await ask({}))];
    const list = await inside.get('/users/ada/sessions');
    const revoke = list.markup.find((each) => each.attribute('name') === 'revoke');
    const fields = { revoke: revoke?.attribute('value') ?? '' };
    await inside.submit(list, '/users/ada/sessions', fields);
    const statuses = [await call(`ada:${one}`), await call(`ada:${two}`)];
    assert.deepEqual(statuses.sort(), [200, 401]);
    const user = await findUser(parts.database.read, userId);
    assert.ok(user);
    await setPassword(parts, user, 'nine green teapots');
    assert.deepEqual([await call(`ada:${one}`), await call(`ada:${two}`)], [401, 401]);
  });

  test('making one needs a name for it, something it may do, and the password', async (t) => {
    const { ask, parts } = await setScene(t, database);
    for (const [fields, words] of [
      [{ label: ' ' }, /Say what it is for/],
      [{ label: 'x'.repeat(101) }, /at most 100 characters/],
      [{ 'scopes[]': 'admin' }, /Choose at least one/],
      [{ 'user[current_password]': 'x' }, /not your current password/],
    ] as const) {
      const refused = await ask(fields);
      assert.equal(refused.status, 422);
      assert.match(refused.text, words);
      assert.deepEqual(htmlProblems(refused.body), []);
    }
    const rows = await parts.database.read.selectFrom('api_tokens').selectAll().execute();
    assert.equal(rows.length, 0);
  });
});
