// Codes at log-in: turned on, asked for, refused, and taken off.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { type DatabaseKind, eachDatabase } from '../../../../test/kit/database.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import type { Visit, Visitor } from '../../../../test/kit/visitor.ts';
import { hashPassword } from '../../../kit/passwords/index.ts';
import { minuteMs, secondMs } from '../../../kit/time/index.ts';
import { setPassword } from '../actions/password.ts';
import { createPerson, createToken, identifyToken, openSession } from '../index.ts';
import { findUser } from '../store/people.ts';
import { codeOf, stepAt } from './codes.ts';
import { codeTries } from './limits.ts';
import { findSecondStep } from './store.ts';

const password = 'seven purple kettles';
const codesPage = '/users/ada/preferences/codes';
const withMail = { INKSTEAD_SMTP_URL: 'smtp://127.0.0.1:2525' };

type Scene = TestApp & {
  readonly inside: Visitor;
  readonly userId: Parameters<typeof findUser>[1];
  readonly code: () => string;
  readonly recovery: readonly string[];
};

async function withCodes(t: TestContext, database: DatabaseKind): Promise<Scene> {
  const app = await makeApp(t, { database, env: withMail });
  const { parts } = app;
  const passwordHash = await hashPassword(password);
  const person = { login: 'ada', email: 'ada@example.org', passwordHash, ids: parts.ids, now: 1 };
  const { userId } = await parts.database.write((tx) => createPerson(tx, person));
  const inside = app.guest();
  inside.cookies.set('inkstead_session', await openSession(parts, userId));
  const off = await inside.get(codesPage);
  const wrong = await send(inside, off, 'begin', { begin_password: 'not the password' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /not your current password/);
  const begun = await send(inside, off, 'begin', { begin_password: password });
  assert.deepEqual(htmlProblems(begun.body), []);
  assert.equal(begun.response.headers.get('cache-control'), 'no-store');
  const secret = /secret=([A-Z2-7]{32})&/.exec(begun.body)?.[1] as string;
  const seed = fromBase32(secret);
  const code = () => codeOf(seed, stepAt(app.clock.now()));
  const miss = await send(inside, begun, 'confirm', { code: '000000' });
  assert.equal(miss.status, 422);
  const on = await send(inside, begun, 'confirm', { code: code() });
  assert.deepEqual(htmlProblems(on.body), []);
  const recovery = on.text.match(/[a-z2-7]{4}(-[a-z2-7]{4}){3}/g) as string[];
  assert.equal(recovery.length, 10);
  // The code that turned it on counts no second time.
  app.clock.advance(30 * secondMs);
  return { ...app, inside, userId, code, recovery };
}

function send(
  visitor: Visitor,
  page: Visit,
  what: string,
  fields: Record<string, string>,
): Promise<Visit> {
  const form = page.markup.find((one) => one.attribute('value') === what);
  assert.ok(form, `a form that does ${what}`);
  return visitor.submit(page, codesPage, { do: what, ...fields });
}

function fromBase32(word: string): Uint8Array {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...word].map((one) => letters.indexOf(one).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

async function givePassword(visitor: Visitor): Promise<Visit> {
  const page = await visitor.get('/users/login?return_to=%2Fworks');
  const fields = { 'user[login]': 'ada', 'user[password]': password };
  return visitor.submit(page, '/users/login', fields, { follow: false });
}

function giveCode(visitor: Visitor, page: Visit, code: string): Promise<Visit> {
  return visitor.submit(page, '/users/login/step', { code }, { follow: false });
}

async function isIn(visitor: Visitor): Promise<boolean> {
  return /logged in as ada/.test((await visitor.get('/users/logout')).text);
}

eachDatabase((database) => {
  test('the password alone opens nothing; with the code it leads on', async (t) => {
    const { guest, code, mail } = await withCodes(t, database);
    assert.match(mail.sent.at(-1)?.subject ?? '', /Codes at log-in are on/);
    const visitor = guest();
    const asked = await givePassword(visitor);
    assert.equal(asked.status, 200);
    assert.deepEqual(htmlProblems(asked.body), []);
    assert.equal(await isIn(visitor), false);
    const wrong = await giveCode(visitor, asked, '000000');
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /That code is not right/);
    const before = visitor.cookies.get('inkstead_session');
    const done = await giveCode(visitor, wrong, code());
    assert.equal(done.response.headers.get('location'), '/works');
    assert.notEqual(visitor.cookies.get('inkstead_session'), before);
    assert.equal(await isIn(visitor), true);
  });

  test('a code counts once, and no earlier one after it', async (t) => {
    const { guest, code, clock } = await withCodes(t, database);
    const first = code();
    const [one, two] = [guest(), guest()];
    assert.equal((await giveCode(one, await givePassword(one), first)).status, 303);
    const again = await givePassword(two);
    assert.equal((await giveCode(two, again, first)).status, 422);
    clock.advance(30 * secondMs);
    assert.equal((await giveCode(two, again, first)).status, 422);
    assert.equal((await giveCode(two, again, code())).status, 303);
  });

  test('a recovery code logs in once and tells the owner', async (t) => {
    const { guest, recovery, mail } = await withCodes(t, database);
    const [used = ''] = recovery;
    const visitor = guest();
    const page = await givePassword(visitor);
    const done = await visitor.submit(page, '/users/login/step', { code: used.toUpperCase() });
    assert.match(done.body, /by a recovery code\. 9 are left/);
    assert.ok(mail.sent.some(({ subject }) => /recovery code was used/.test(subject)));
    const other = guest();
    assert.equal((await giveCode(other, await givePassword(other), used)).status, 422);
  });

  test('after eight wrong codes the right one waits, whatever the session', async (t) => {
    const { guest, code, recovery, clock } = await withCodes(t, database);
    for (let count = 0; count < codeTries.most; count++) {
      const visitor = guest();
      assert.equal((await giveCode(visitor, await givePassword(visitor), '000000')).status, 422);
    }
    const visitor = guest();
    const page = await givePassword(visitor);
    const refused = await giveCode(visitor, page, code());
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.response.headers.get('retry-after')) > 0);
    // Guessing keeps the owner from codes, not from their account.
    assert.equal((await giveCode(visitor, page, recovery[1] as string)).status, 303);
    clock.advance(codeTries.windowMs);
    const later = guest();
    assert.equal((await giveCode(later, await givePassword(later), code())).status, 303);
  });

  test('a step begun too long ago, in another session, or forged begins again', async (t) => {
    const { guest, code, clock, parts, userId } = await withCodes(t, database);
    const visitor = guest();
    const page = await givePassword(visitor);
    const field = page.markup.find((one) => one.attribute('name') === 'ticket');
    const ticket = field?.attribute('value') ?? '';
    const other = guest();
    const own = await givePassword(other);
    const tickets = [ticket, '', 'x', `${ticket}x`, ticket.replace('.', '.x')];
    for (const stolen of tickets) {
      const fields = { code: code(), ticket: stolen };
      const answer = await other.submit(own, '/users/login/step', fields, { follow: false });
      assert.equal(answer.status, 200, stolen);
      assert.match(answer.text, /begin again with your password/);
      assert.equal(await isIn(other), false);
    }
    clock.advance(10 * minuteMs + 1);
    assert.match((await giveCode(visitor, page, code())).text, /begin again/);
    const late = await givePassword(visitor);
    const user = await findUser(parts.database.read, userId);
    assert.ok(user);
    assert.equal(await setPassword(parts, user, 'nine green teapots'), null);
    assert.match((await giveCode(visitor, late, code())).text, /begin again/);
  });

  test('a link for a new password opens no session past the code, and ends tokens', async (t) => {
    const { guest, mail, parts, userId } = await withCodes(t, database);
    const bearer = await createToken(parts, userId, ['read'], 'reader');
    const visitor = guest();
    const asking = await visitor.get('/users/password/new');
    await visitor.submit(asking, '/users/password/new', { 'user[login]': 'ada' });
    const link = /(\/users\/password\/edit\?token=\S+)/.exec(mail.sent.at(-1)?.text ?? '')?.[1];
    const page = await visitor.get(link ?? '');
    const fields = { 'user[password]': 'nine green teapots' };
    const done = await visitor.submit(page, '/users/password/edit', fields);
    assert.match(done.body, /Log in with it, and with a code/);
    assert.equal(await isIn(visitor), false);
    assert.equal(await identifyToken(parts.database.read, bearer), null);
  });

  test('new recovery codes and turning off need the password', async (t) => {
    const { guest, inside, recovery, mail } = await withCodes(t, database);
    const page = await inside.get(codesPage);
    assert.deepEqual(htmlProblems(page.body), []);
    assert.match(page.text, /10 recovery codes are left/);
    const refused = await send(inside, page, 'codes', { codes_password: '' });
    assert.equal(refused.status, 422);
    assert.deepEqual(htmlProblems(refused.body), []);
    const renewed = await send(inside, page, 'codes', { codes_password: password });
    assert.match(renewed.text, /[a-z2-7]{4}(-[a-z2-7]{4}){3}/);
    const visitor = guest();
    const old = recovery[0] as string;
    assert.equal((await giveCode(visitor, await givePassword(visitor), old)).status, 422);
    assert.equal((await send(inside, page, 'remove', { remove_password: 'x' })).status, 422);
    const off = await send(inside, page, 'remove', { remove_password: password });
    assert.match(off.body, /your password alone logs you in/);
    assert.match(mail.sent.at(-1)?.subject ?? '', /are off/);
    assert.equal((await givePassword(guest())).status, 303);
  });

  test('the database holds no recovery code, and a seed without its key is none', async (t) => {
    const { parts, userId, recovery, code, guest, logLines } = await withCodes(t, database);
    const row = await findSecondStep(parts.database.read, userId);
    const rows = await parts.database.read.selectFrom('recovery_codes').selectAll().execute();
    const kept = JSON.stringify([row, rows]);
    for (const one of recovery) assert.ok(!kept.includes(one.replaceAll('-', '')));
    await parts.database.write((tx) =>
      tx
        .updateTable('second_steps')
        .set({ locked_seed: `${row?.locked_seed.slice(0, -4)}AAAA` })
        .execute(),
    );
    const visitor = guest();
    assert.equal((await giveCode(visitor, await givePassword(visitor), code())).status, 422);
    assert.match(JSON.stringify(logLines), /locked with another key/);
    const page = await givePassword(visitor);
    assert.equal((await giveCode(visitor, page, recovery[2] as string)).status, 303);
    assert.match((await visitor.get(codesPage)).text, /has lost the key/);
  });
});
