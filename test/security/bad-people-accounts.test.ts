// Who fishes for accounts, plants or steals sessions, copies names, or locks everybody out.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createPerson, openSession } from '../../src/features/accounts/index.ts';
import { askInvitationUrl } from '../../src/features/accounts/urls.ts';
import { hashPassword } from '../../src/kit/passwords/index.ts';
import { makeApp, type TestApp } from '../kit/app.ts';
import { rules, say } from '../kit/comments.ts';
import { type Fields, type Visit, Visitor } from '../kit/visitor.ts';
import { placeTestWork } from '../kit/works.ts';
import { counting, logOf, tellsOf } from './bad-people.ts';
import { addMember, formTokenOf } from './scene.ts';

const password = 'seven purple kettles';
const next = 'nine green teapots';
const passwordHash = await hashPassword(password);
const env = { INKSTEAD_SMTP_URL: 'smtp://127.0.0.1:2525' };
const cookie = 'inkstead_session';

type WithGus = TestApp & { readonly userId: Parameters<typeof openSession>[1] };

async function withGus(t: TestContext, more: Readonly<Record<string, string>> = {}) {
  const app = await makeApp(t, { env: { ...env, ...more } });
  const { parts } = app;
  const person = { login: 'gus', email: 'gus@example.org', passwordHash, ids: parts.ids, now: 1 };
  const { userId } = await parts.database.write((tx) => createPerson(tx, person));
  return { ...app, userId } satisfies WithGus;
}

async function send(who: Visitor, path: string, fields: Fields): Promise<Visit> {
  const sent = { authenticity_token: await formTokenOf(who), ...fields };
  return who.post(path, sent, { follow: false });
}

const logIn = (who: Visitor, name: string, word: string) =>
  send(who, '/users/login', { 'user[login]': name, 'user[password]': word });

async function isIn(who: Visitor): Promise<boolean> {
  return /logged in as gus/.test((await who.get('/users/logout')).text);
}

test('no form tells which mail addresses have an account', async (t) => {
  const tried = counting(t);
  let made = 0;
  const doors: Readonly<Record<string, (who: Visitor, email: string) => Promise<Visit>>> = {
    'log-in': (who, email) => logIn(who, email, 'not the password'),
    reset: (who, email) => send(who, '/users/password/new', { 'user[login]': email }),
    register: (who, email) =>
      send(who, '/users/register', {
        'user[login]': `new_${made++}`,
        'user[email]': email,
        'user[password]': password,
        'user[policy]': '1',
        'user[age]': '1',
      }),
  };
  const app = await withGus(t);
  const unknown = ['none@example.org', 'GUSS@example.org', 'gus@example.com'];
  for (const [door, knock] of Object.entries(doors)) {
    const at = async (email: string) => tellsOf(await knock(app.guest(), email), [email]);
    const known = await at('gus@example.org');
    for (const email of ['GUS@Example.org', ...unknown]) {
      assert.equal(await at(email), known, `${door} ${email}`);
      tried();
    }
  }
  const invited = await withGus(t, { INKSTEAD_REGISTRATION: 'invite' });
  const ask = async (email: string) =>
    tellsOf(await send(invited.guest(), askInvitationUrl, { email }), [email]);
  const known = await ask('gus@example.org');
  assert.ok(known.startsWith('200'));
  for (const email of unknown) {
    assert.equal(await ask(email), known, `invite ${email}`);
    tried();
  }
  const inside = new Visitor(app.app.fetch, await openSession(app.parts, app.userId));
  await app.as('ada');
  const moves = async (email: string) =>
    tellsOf(
      await send(inside, '/users/gus/preferences/email', {
        'user[email]': email,
        'user[email_password]': password,
      }),
      [email],
    );
  const taken = await moves('ada@example.org');
  for (const email of unknown) {
    assert.equal(await moves(email), taken, `new address ${email}`);
    tried();
  }
});

test('guessing by name does not tell whose a mail address is', async (t) => {
  const tried = counting(t);
  const app = await withGus(t);
  for (let count = 0; count < 11; count++) {
    await logIn(app.guest(), 'gus', `guess ${count}`);
    tried();
  }
  assert.equal((await logIn(app.guest(), 'gus', 'guess')).status, 429);
  const answers: string[] = [];
  for (const email of ['gus@example.org', 'none@example.org']) {
    answers.push(tellsOf(await logIn(app.guest(), email, 'guess'), [email]));
    tried();
  }
  assert.equal(answers[0], answers[1]);
});

test('a password in a log-in that fails is in no log, nor the name', async (t) => {
  const app = await withGus(t);
  await logIn(app.guest(), 'gus', 'a secret that was mistyped');
  await logIn(app.guest(), 'a secret in the wrong field', 'x');
  assert.ok(!/a secret/.test(logOf(app)));
});

test('a session that was planted is not the one that a log-in opens', async (t) => {
  const tried = counting(t);
  const app = await withGus(t);
  const attacker = app.guest();
  await attacker.get('/users/login');
  const guests = attacker.cookies.get(cookie) as string;
  const ben = await app.as('ben');
  const members = ben.cookies.get(cookie) as string;
  const made = 'g.AAAAAAAAAAAAAAAAAAAAAA';
  for (const planted of [guests, members, made, 'A'.repeat(43), 'x', '']) {
    const victim = app.guest();
    victim.cookies.set(cookie, planted);
    const entered = await logIn(victim, 'gus', password);
    tried();
    assert.equal(entered.status, 303, planted);
    assert.notEqual(victim.cookies.get(cookie), planted);
    assert.equal(await isIn(victim), true);
    const holder = app.guest();
    holder.cookies.set(cookie, planted);
    assert.equal(await isIn(holder), false, `${planted} opens nothing`);
    // A form token that was fetched with the planted session is of no use in the new one.
    const old = await formTokenOf(holder);
    const forged = { authenticity_token: old, end: 'others' };
    assert.equal((await victim.post('/users/gus/sessions', forged)).status, 403);
    tried();
  }
  // Ben's own session was in the victim's browser: logging in ends it.
  assert.match((await ben.get('/users/logout')).text, /not logged in/);
});

test('a cookie that was stolen opens nothing once its session has ended', async (t) => {
  const tried = counting(t);
  const ends: Readonly<Record<string, (app: WithGus, owner: Visitor) => Promise<unknown>>> = {
    'logging out': (_app, owner) => send(owner, '/users/logout', {}),
    'ending it from elsewhere': async (app) => {
      const other = new Visitor(app.app.fetch, await openSession(app.parts, app.userId));
      await send(other, '/users/gus/sessions', { end: 'others' });
    },
    'a new password': (_app, owner) =>
      send(owner, '/users/gus/preferences/password', {
        'user[current_password]': password,
        'user[password]': next,
      }),
    'a reset': async (app) => {
      const other = app.guest();
      await send(other, '/users/password/new', { 'user[login]': 'gus' });
      const [, token = ''] = /edit\?token=(\S+)/.exec(app.mail.sent.at(-1)?.text ?? '') ?? [];
      await send(other, '/users/password/edit', { token, 'user[password]': next });
    },
    'its time': async (app) => app.clock.advance(15 * 24 * 3_600_000),
  };
  for (const [how, end] of Object.entries(ends)) {
    const app = await withGus(t);
    const owner = new Visitor(app.app.fetch, await openSession(app.parts, app.userId));
    const thief = app.guest();
    thief.cookies.set(cookie, owner.cookies.get(cookie) as string);
    const token = await formTokenOf(thief);
    assert.equal(await isIn(thief), true, how);
    await end(app, owner);
    thief.cookies.set(cookie, thief.cookies.get(cookie) as string);
    assert.equal(await isIn(thief), false, how);
    const form = { authenticity_token: token, adult_consent: '1' };
    const acted = await thief.post('/users/gus/preferences', form, { follow: false });
    assert.ok([302, 401, 403].includes(acted.status), `${how}: ${acted.status}`);
    tried(3);
  }
});

// Letters of other scripts, digits for letters, marks and what is not seen.
const alike = [
  'аda_lace',
  'Αda lace',
  'ada‑lace',
  'ADA lace',
  'ada\u200blace',
  'ada lace ',
  'ada_1ace',
];

test('nobody takes a name that looks like somebody’s', async (t) => {
  const tried = counting(t);
  const app = await makeApp(t);
  await addMember(app, 'ada_lace');
  const { visitor: eve } = await addMember(app, 'eve_rook');
  const work = await placeTestWork(app, { by: 'ada' });
  await rules(app, work, 'everyone');
  for (const name of alike) {
    const asPseud = await send(eve, '/users/eve_rook/preferences/pseuds', { 'pseud[name]': name });
    assert.equal(asPseud.status, 422, `pseud ${name}`);
    const asLogin = await send(app.guest(), '/users/register', {
      'user[login]': name.trim().replace(' ', '_'),
      'user[email]': 'new@example.org',
      'user[password]': password,
      'user[policy]': '1',
      'user[age]': '1',
    });
    assert.equal(asLogin.status, 422, `user name ${name}`);
    const asGuest = await send(app.guest(), `/works/${work}/comments`, {
      'comment[name]': name,
      'comment[email]': 'eve@example.org',
      'comment[text]': `Signed ${name}.`,
    });
    assert.equal(asGuest.status, 422, `guest ${name}`);
    assert.match(asGuest.text, /name/i);
    tried(3);
  }
  for (const name of ['admin', 'Mоderator', 'inkstead', 'anonymous']) {
    const said = await say(app.guest(), work, 'Obey.', {
      'comment[name]': name,
      'comment[email]': 'eve@example.org',
    });
    assert.equal(said.status, 422, name);
    tried();
  }
});

test('the last admin cannot leave the archive without one', async (t) => {
  const tried = counting(t);
  const app = await makeApp(t);
  const { visitor: flo } = await addMember(app, 'flo_admin', ['admin', 'moderator']);
  const roles = async () =>
    (
      await app.parts.database.read
        .selectFrom('user_roles')
        .select('role')
        .where('role', '=', 'admin')
        .execute()
    ).length;
  const kept = await send(flo, '/admin/people/flo_admin', { role: 'admin', do: 'take' });
  assert.equal(kept.status, 422, kept.text);
  assert.match(kept.text, /last admin/);
  tried();
  const dee = await app.as('dee');
  for (const [who, what] of [
    [flo, 'suspend'],
    [flo, 'ban'],
    [flo, 'hide'],
    [dee, 'suspend'],
    [dee, 'ban'],
    [dee, 'hide'],
  ] as const) {
    const why = { policy: 'other', reason: 'x', words: 'x', days: '7', do: what };
    const answer = await send(who, '/moderation/people/flo_admin', why);
    assert.ok([403, 422].includes(answer.status), `${what}: ${answer.status}`);
    tried();
  }
  assert.equal(await roles(), 1);
  assert.equal((await flo.get('/admin')).status, 200);
});

test('moderators and wranglers decide nothing about themselves', async (t) => {
  const tried = counting(t);
  const app = await makeApp(t);
  const dee = await app.as('dee');
  const { userId } = await app.member('dee');
  for (const what of ['hide', 'show', 'warn', 'unwarn', 'suspend', 'lift', 'ban']) {
    const why = { policy: 'other', reason: 'x', words: 'x', days: '7', do: what };
    const answer = await send(dee, '/moderation/people/dee', why);
    assert.equal(answer.status, 403, what);
    tried();
  }
  for (const role of ['admin', 'archivist', 'wrangler', 'moderator']) {
    const answer = await send(dee, '/admin/people/dee', { role, do: 'give' });
    assert.equal(answer.status, 403, role);
    tried();
  }
  assert.equal((await send(dee, '/moderation/people/dee/notes', { note: 'Good.' })).status, 403);
  const audit = await app.parts.database.read.selectFrom('audit').selectAll().execute();
  assert.deepEqual(audit.filter(({ subject_id }) => subject_id === userId).length, 0);
});
