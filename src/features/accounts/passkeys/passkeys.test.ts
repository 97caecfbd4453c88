// Passkeys, with an authenticator in software: made, used, removed, and every way to cheat refused.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { type DatabaseKind, eachDatabase } from '../../../../test/kit/database.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import type { Visit, Visitor } from '../../../../test/kit/visitor.ts';
import { hashPassword } from '../../../kit/passwords/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import { createPerson, openSession } from '../index.ts';
import { updateUser } from '../store/people.ts';
import { challengeMs } from './limits.ts';

const origin = 'https://harbour.example';
const env = { INKSTEAD_URL: origin, INKSTEAD_SMTP_URL: 'smtp://127.0.0.1:2525' };
const password = 'seven purple kettles';
const passwordHash = await hashPassword(password);
const page = (login: string) => `/users/${login}/preferences/passkeys`;

type Key = {
  readonly id: string;
  readonly handle: string;
  readonly secret: KeyObject;
  readonly spki: string;
  readonly raw: Buffer;
  /** How often it has signed; a device that does not count stays at 0. */
  count: number;
};

type Cheat = {
  readonly origin?: string;
  readonly type?: string;
  readonly site?: string;
  readonly flags?: number;
  readonly challenge?: string;
  readonly crossOrigin?: boolean;
};

function newKey(handle: string, kind: 'ec' | 'rsa' = 'ec'): Key {
  const pair =
    kind === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 });
  const spki = pair.publicKey.export({ format: 'der', type: 'spki' });
  const { x = '', y = '', n = '' } = pair.publicKey.export({ format: 'jwk' });
  const raw = Buffer.concat([x, y, n].map((part) => Buffer.from(part, 'base64url')));
  const id = createHash('sha256').update(spki).digest('base64url');
  return { id, handle, secret: pair.privateKey, spki: spki.toString('base64url'), raw, count: 0 };
}

function clientData(type: string, challenge: string, cheat: Cheat): Buffer {
  const said = {
    type: cheat.type ?? type,
    challenge: Buffer.from(cheat.challenge ?? challenge).toString('base64url'),
    origin: cheat.origin ?? origin,
    ...(cheat.crossOrigin && { crossOrigin: true }),
  };
  return Buffer.from(JSON.stringify(said));
}

function authenticatorData(key: Key, flags: number, site = 'harbour.example'): Buffer {
  const head = Buffer.alloc(37);
  createHash('sha256').update(site).digest().copy(head);
  head.writeUInt8(flags, 32);
  head.writeUInt32BE(key.count, 33);
  if ((flags & 0x40) === 0) return head;
  const id = Buffer.from(key.id, 'base64url');
  const size = Buffer.alloc(18);
  size.writeUInt16BE(id.length, 16);
  // Around the numbers stand the map's own bytes, which nobody reads.
  return Buffer.concat([head, size, id, Buffer.from([0xa5, 1, 2]), key.raw]);
}

function make(key: Key, challenge: string, cheat: Cheat = {}): Record<string, string> {
  const data = authenticatorData(key, cheat.flags ?? 0x45, cheat.site);
  return {
    client_data: clientData('webauthn.create', challenge, cheat).toString('base64url'),
    authenticator_data: data.toString('base64url'),
    public_key: key.spki,
  };
}

function give(key: Key, challenge: string, cheat: Cheat = {}): Record<string, string> {
  const client = clientData('webauthn.get', challenge, cheat);
  const data = authenticatorData(key, cheat.flags ?? 0x05, cheat.site);
  const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
  return {
    credential: key.id,
    handle: key.handle,
    client_data: client.toString('base64url'),
    authenticator_data: data.toString('base64url'),
    signature: sign('sha256', signed, key.secret).toString('base64url'),
  };
}

type Scene = TestApp & {
  readonly inside: (login: string) => Promise<Visitor>;
  readonly ids: Readonly<Record<string, UserId>>;
};

async function scene(t: TestContext, database: DatabaseKind): Promise<Scene> {
  const app = await makeApp(t, { database, env });
  const { parts } = app;
  const ids: Record<string, UserId> = {};
  for (const login of ['ada', 'ben']) {
    const person = { login, email: `${login}@example.org`, passwordHash, ids: parts.ids, now: 1 };
    ids[login] = (await parts.database.write((tx) => createPerson(tx, person))).userId;
  }
  const inside = async (login: string) => {
    const visitor = app.guest();
    visitor.cookies.set('inkstead_session', await openSession(parts, ids[login] as UserId));
    return visitor;
  };
  return { ...app, inside, ids };
}

type Offer = { readonly challenge: string; readonly handle: string; readonly known: string[] };

async function offerFor(visitor: Visitor, login: string): Promise<[Visit, Offer]> {
  // The first form on a page that lists some removes one.
  const fields = { do: 'begin', remove: '', 'user[current_password]': password };
  const shown = await visitor.submit(await visitor.get(page(login)), '/passkeys', fields);
  return [shown, asked(shown, 'data-make')];
}

function asked<Value = Offer>(shown: Visit, attribute: string): Value {
  const part = shown.markup.find((one) => one.attribute(attribute) !== undefined);
  return JSON.parse(part?.attribute(attribute) ?? 'null') as Value;
}

async function addKey(visitor: Visitor, login: string, name: string, kind?: 'rsa'): Promise<Key> {
  const [shown, offer] = await offerFor(visitor, login);
  const key = newKey(offer.handle, kind);
  const done = await visitor.submit(shown, '/passkeys', { name, ...make(key, offer.challenge) });
  assert.match(done.body, /The passkey is added/);
  return key;
}

async function logInWith(
  visitor: Visitor,
  key: Key,
  cheat: Cheat & { readonly sent?: Record<string, string> } = {},
): Promise<Visit> {
  const shown = await visitor.get('/users/login?return_to=%2Fworks');
  const { challenge } = asked<Offer>(shown, 'data-give');
  const sent = { ...give(key, challenge, cheat), ...cheat.sent };
  return visitor.submit(shown, '/users/login/passkey', sent, { follow: false });
}

async function isIn(visitor: Visitor): Promise<boolean> {
  return /logged in as ada/.test((await visitor.get('/users/logout')).text);
}

eachDatabase((database) => {
  test('a passkey is added by who knows the password, named, listed and told of', async (t) => {
    const { inside, mail, guest } = await scene(t, database);
    const visitor = await inside('ada');
    const first = await visitor.get(page('ada'));
    assert.deepEqual(htmlProblems(first.body), []);
    const wrong = await visitor.submit(first, '/passkeys', { 'user[current_password]': 'no' });
    assert.equal(wrong.status, 422);
    const [shown, offer] = await offerFor(visitor, 'ada');
    assert.deepEqual(htmlProblems(shown.body), []);
    assert.equal(shown.response.headers.get('cache-control'), 'no-store');
    assert.ok(!offer.handle.includes('ada'));
    const key = await addKey(visitor, 'ada', 'Telephone ‮x');
    assert.match(mail.sent.at(-1)?.subject ?? '', /passkey was added/);
    const listed = await visitor.get(page('ada'));
    assert.match(listed.text, /Telephone x Made2026-03-01Last usednever/);
    assert.deepEqual(htmlProblems(listed.body), []);
    assert.deepEqual((await offerFor(visitor, 'ada'))[1].known, [key.id]);
    const entering = guest();
    assert.equal((await logInWith(entering, key)).response.headers.get('location'), '/works');
    assert.match((await visitor.get(page('ada'))).text, /Last used2026-03-01/);
  });

  test('a passkey logs in without password or code, on every kind of device', async (t) => {
    const { inside, guest, mail } = await scene(t, database);
    const visitor = await inside('ada');
    for (const kind of [undefined, 'rsa'] as const) {
      const key = await addKey(visitor, 'ada', `key ${kind}`, kind);
      const entering = guest();
      const before = (await entering.get('/users/login')).path;
      const planted = entering.cookies.get('inkstead_session');
      assert.equal((await logInWith(entering, key)).status, 303, before);
      assert.notEqual(entering.cookies.get('inkstead_session'), planted);
      assert.equal(await isIn(entering), true);
      assert.match(mail.sent.at(-1)?.subject ?? '', /A new log-in: ada/);
    }
  });

  test('what is forged, replayed, too late or of another logs nobody in', async (t) => {
    const { inside, guest, clock, logLines } = await scene(t, database);
    const [ada, ben] = [await inside('ada'), await inside('ben')];
    const key = await addKey(ada, 'ada', 'hers');
    const bens = await addKey(ben, 'ben', 'his');
    const stranger = newKey(key.handle);
    const cheats: Readonly<Record<string, Parameters<typeof logInWith>[2]>> = {
      'another origin': { origin: 'https://evil.example' },
      'an origin that begins alike': { origin: `${origin}.evil.example` },
      'another site': { site: 'evil.example' },
      'in a frame': { crossOrigin: true },
      'the other ceremony': { type: 'webauthn.create' },
      'nobody present': { flags: 0x04 },
      'nobody verified': { flags: 0x01 },
      'a challenge of nobody': { challenge: 'x'.repeat(43) },
      'no challenge': { challenge: '' },
      'another signature': { sent: { signature: give(stranger, 'x')['signature'] ?? '' } },
      'no signature': { sent: { signature: '' } },
      'a signature that is none': { sent: { signature: 'AAAA' } },
      'another’s handle': { sent: { handle: bens.handle } },
      'no handle': { sent: { handle: '' } },
      'another’s key': { sent: { credential: bens.id } },
      'a key nobody has': { sent: { credential: stranger.id } },
      'data that is cut': { sent: { authenticator_data: 'AAAA' } },
      'data that is no base64url': { sent: { client_data: '{"type":"webauthn.get"}' } },
      'an array': { sent: { client_data: Buffer.from('[]').toString('base64url') } },
    };
    const visitor = guest();
    for (const [what, cheat] of Object.entries(cheats)) {
      const answer = await logInWith(visitor, key, cheat);
      assert.equal(answer.status, 422, what);
      assert.match(answer.text, /is not known here/, what);
      assert.equal(await isIn(visitor), false, what);
    }
    assert.deepEqual(htmlProblems((await logInWith(visitor, stranger)).body), []);
    // A challenge is one session's, once, for an hour.
    const shown = await visitor.get('/users/login');
    const sent = give(key, asked<Offer>(shown, 'data-give').challenge);
    const other = guest();
    const theirs = await other.get('/users/login');
    assert.equal((await other.submit(theirs, '/users/login/passkey', sent)).status, 422);
    const cookies = new Map(visitor.cookies);
    const go = { follow: false };
    assert.equal((await visitor.submit(shown, '/users/login/passkey', sent, go)).status, 303);
    for (const [name, value] of cookies) visitor.cookies.set(name, value);
    assert.equal((await visitor.submit(shown, '/users/login/passkey', sent, go)).status, 422);
    const late = await visitor.get('/users/login');
    const lateSent = give(key, asked<Offer>(late, 'data-give').challenge);
    clock.advance(challengeMs + 1);
    assert.equal((await visitor.submit(late, '/users/login/passkey', lateSent)).status, 422);
    assert.equal(await isIn(visitor), false);
    const lines = logLines.filter(({ message }) => message === 'a passkey was refused');
    assert.equal(lines.length, Object.keys(cheats).length + 4);
    assert.ok(!JSON.stringify(lines).includes(key.id) && !JSON.stringify(lines).includes('ada'));
  });

  test('a counter that goes back is refused: there may be a copy', async (t) => {
    const { inside, guest } = await scene(t, database);
    const key = await addKey(await inside('ada'), 'ada', 'counts');
    const tried = async (count: number) => {
      key.count = count;
      return (await logInWith(guest(), key)).status;
    };
    assert.deepEqual(
      [await tried(0), await tried(5), await tried(5), await tried(4), await tried(0)],
      [303, 303, 422, 422, 422],
    );
    assert.equal(await tried(6), 303);
  });

  test('a new passkey is taken for its own offer and key, once', async (t) => {
    const { inside, ids, parts } = await scene(t, database);
    const [ada, ben] = [await inside('ada'), await inside('ben')];
    const [shown, offer] = await offerFor(ada, 'ada');
    const key = newKey(offer.handle);
    const { challenge } = offer;
    const [, bens] = await offerFor(ben, 'ben');
    const wrong: Readonly<Record<string, Record<string, string>>> = {
      'another origin': make(key, challenge, { origin: 'http://harbour.example' }),
      'another site': make(key, challenge, { site: 'example' }),
      'nobody verified': make(key, challenge, { flags: 0x41 }),
      'no key': make(key, challenge, { flags: 0x05 }),
      'the other ceremony': make(key, challenge, { type: 'webauthn.get' }),
      'a challenge of nobody': make(key, 'nobody’s'),
      'another’s offer': make(key, bens.challenge),
      'another key': { ...make(key, challenge), public_key: newKey('').spki },
      'no name': { ...make(key, challenge), name: ' ' },
      'a long name': { ...make(key, challenge), name: 'x'.repeat(61) },
    };
    for (const [what, fields] of Object.entries(wrong)) {
      const answer = await ada.submit(shown, '/passkeys', { name: 'x', ...fields });
      assert.equal(answer.status, 422, what);
    }
    const right = { name: 'x', ...make(key, challenge) };
    assert.match((await ada.submit(shown, '/passkeys', right)).body, /is added/);
    assert.equal((await ada.submit(shown, '/passkeys', right)).status, 422, 'replayed');
    const [again, second] = await offerFor(ada, 'ada');
    const twice = await ada.submit(again, '/passkeys', {
      name: 'x',
      ...make(key, second.challenge),
    });
    assert.match(twice.text, /known already/);
    const rows = await parts.database.read.selectFrom('passkeys').select('user_id').execute();
    assert.deepEqual(rows, [{ user_id: ids['ada'] }]);
  });

  test('a passkey that is removed, or whose account is closed, opens nothing', async (t) => {
    const { inside, guest, ids, parts, mail } = await scene(t, database);
    const [ada, ben] = [await inside('ada'), await inside('ben')];
    const key = await addKey(ada, 'ada', 'hers');
    const id = (await ada.get(page('ada'))).markup
      .find((one) => one.attribute('name') === 'remove')
      ?.attribute('value');
    const none = await ben.get(page('ben'));
    await ben.submit(none, '/passkeys', { remove: id ?? '' });
    const state = (to: 'suspended' | 'open') =>
      parts.database.write((tx) => updateUser(tx, ids['ada'] as UserId, { state: to }));
    await state('suspended');
    assert.match((await logInWith(guest(), key)).text, /suspended/);
    await state('open');
    assert.equal((await logInWith(guest(), key)).status, 303);
    await ada.submit(await ada.get(page('ada')), '/passkeys', {});
    assert.match(mail.sent.at(-1)?.subject ?? '', /passkey was removed/);
    assert.equal((await logInWith(guest(), key)).status, 422);
  });

  test('who resets the password is asked whether passkeys go too', async (t) => {
    const { inside, guest, mail } = await scene(t, database);
    const key = await addKey(await inside('ada'), 'ada', 'hers');
    const reset = async (fields: Record<string, string>) => {
      const visitor = guest();
      const asking = await visitor.get('/users/password/new');
      await visitor.submit(asking, '/users/password/new', { 'user[login]': 'ada' });
      const link = /(\/users\/password\/edit\?token=\S+)/.exec(mail.sent.at(-1)?.text ?? '')?.[1];
      const shown = await visitor.get(link ?? '');
      assert.deepEqual(htmlProblems(shown.body), []);
      await visitor.submit(shown, '/users/password/edit', fields, { follow: false });
      return shown;
    };
    await reset({ 'user[password]': 'nine green teapots', 'user[drop_passkeys]': '0' });
    assert.equal((await logInWith(guest(), key)).status, 303);
    await reset({ 'user[password]': 'ten green teapots' });
    assert.equal((await logInWith(guest(), key)).status, 422);
    const without = await reset({ 'user[password]': 'eleven green teapots' });
    assert.ok(!without.text.includes('passkeys'));
  });
});

test('where browsers make no passkeys nobody is asked for one', async (t) => {
  for (const url of ['http://127.0.0.1:4700', 'https://192.0.2.7', 'http://harbour.example']) {
    const app = await makeApp(t, { env: { INKSTEAD_URL: url } });
    assert.ok(!(await app.guest().get('/users/login')).body.includes('passkey'));
    const ada = await app.as('ada');
    assert.match((await ada.get(page('ada'))).text, /Browsers make no passkeys here/);
  }
});
