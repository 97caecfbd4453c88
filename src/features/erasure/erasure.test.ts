import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { answer, idOf, push, say } from '../../../test/kit/comments.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import type { Fields, Visit, Visitor } from '../../../test/kit/visitor.ts';
import { countOf, newWork, placeTestWork } from '../../../test/kit/works.ts';
import { makeToken } from '../../../test/security/scene.ts';
import { dayMs } from '../../kit/time/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import type { Member } from '../../shared/viewer.ts';
import { findMember, giveRole, listAudit } from '../accounts/index.ts';
import { createWork } from '../works/index.ts';

const password = 'seven purple kettles';
const address = '/users/fay/preferences/erase';

type Leaver = { readonly app: TestApp; readonly fay: Visitor; readonly member: Member };

async function bringFay(app: TestApp): Promise<Leaver> {
  const fay = app.guest();
  await fay.submit(await fay.get('/users/register'), '/users/register', {
    'user[login]': 'fay',
    'user[email]': 'fay@example.org',
    'user[password]': password,
    'user[policy]': '1',
    'user[age]': '1',
  });
  const member = await findMember(app.parts.database.read, 'fay');
  assert.ok(member !== null);
  return { app, fay, member };
}

async function write(
  { app, member }: Leaver,
  title: string,
  more: { readonly post?: boolean; readonly series?: string } = {},
): Promise<WorkId> {
  const { post = true } = more;
  const made = await createWork(app.parts, member, newWork({ work: { title }, post }));
  assert.ok(made.ok);
  return made.value;
}

async function leave({ fay }: Leaver, wish: Fields = {}): Promise<Visit> {
  const choices = await fay.get(address);
  const preview = await fay.submit(choices, address, wish);
  assert.deepEqual(htmlProblems(preview.body), []);
  const sent = { 'user[current_password]': password, do: 'erase' };
  return fay.submit(preview, address, sent);
}

async function run(app: TestApp, chore: string): Promise<void> {
  await app.app.chores.find(({ name }) => name === chore)?.run();
}

async function logIn(app: TestApp): Promise<Visit> {
  const visitor = app.guest();
  const page = await visitor.get('/users/login');
  const sent = { 'user[login]': 'fay', 'user[password]': password };
  return visitor.submit(page, '/users/login', sent);
}

/** Ben makes the work with her. */
async function share({ app, fay }: Leaver, work: WorkId): Promise<void> {
  const ben = await app.as('ben');
  await push(fay, `/works/${work}/creators`, { coCreators: 'ben' });
  await push(ben, `/works/${work}/creators/accept`, {});
}

/** Everything that a person may leave on an archive beside works. */
async function live({ app, fay, member }: Leaver, others: WorkId): Promise<void> {
  const eli = await app.as('eli');
  await say(fay, others, 'Fay was here.');
  await push(fay, `/works/${others}/kudos`, {});
  const kept = { 'bookmark[notes]': 'Mine', 'bookmark[tags]': 'Own, Tags' };
  await push(fay, `/works/${others}/bookmarks`, kept);
  await push(fay, `/works/${others}/mark_for_later`, {});
  const form = await fay.get('/filters/new?q=lamp');
  await fay.submit(form, '/filters', { name: 'Lamps' });
  const asked = await fay.get('/mutes/new?person=ben');
  await fay.submit(asked, '/mutes', {});
  await answer(eli, await idOf(app, 'Fay was here.'), 'She was.');
  await push(fay, '/blocks', { person: 'eli' });
  await push(eli, '/blocks', { person: 'fay' });
  await push(fay, '/users/fay/preferences/pseuds', { 'pseud[name]': 'Fay Lamp' });
  await push(fay, '/users/fay/preferences/profile', { 'profile[text]': 'About fay.' });
  await push(fay, '/report', { about: `work:${others}`, reason: 'other', words: 'Look at this.' });
  await push(fay, '/autosave', {
    autosave_window: 'abcdefghijklmnopqrstuv',
    autosave_kind: 'work-new',
    title: 'Typed',
  });
  await makeToken(app, member.userId, ['read']);
}

// What `live` leaves, so that its going shows.
const wanted = [
  'api_tokens.user_id',
  'autosaves.user_id',
  'blocks.blocked_id',
  'blocks.blocker_id',
  'bookmarks.user_id',
  'comments.user_id',
  'inbox.user_id',
  'kudos.user_id',
  'mutes.user_id',
  'notices.user_id',
  'pseuds.look_key',
  'readings.user_id',
  'reports.reporter_id',
  'saved_filters.user_id',
  'sessions.user_id',
  'users.profile_html',
  'work_creators.pseud_id',
];

/** Where the person still stands: table and column, for numbers and for words. */
async function tracesOf(app: TestApp, numbers: readonly number[]): Promise<string[]> {
  const { read } = app.parts.database;
  const found = new Set<string>();
  for (const { name } of await read.introspection.getTables()) {
    const rows = await read
      .selectFrom(name as 'works')
      .selectAll()
      .execute();
    for (const [column, value] of rows.flatMap((row) => Object.entries(row))) {
      const isNumber = numbers.includes(Number(value));
      const isWord = typeof value === 'string' && /fay(?!lamp)/i.test(value);
      if (isNumber || isWord) found.add(`${name}.${column}`);
    }
  }
  return [...found].sort();
}

eachDatabase((database) => {
  test('who deletes their account leaves nothing but what the page says', async (t) => {
    const app = await makeApp(t, { database });
    const leaver = await bringFay(app);
    const others = await placeTestWork(app);
    const stays = await write(leaver, 'Staying');
    const goes = await write(leaver, 'Going');
    const draft = await write(leaver, 'Drafted', { post: false });
    const shared = await write(leaver, 'Shared');
    await share(leaver, shared);
    await live(leaver, others);
    const present = await findMember(app.parts.database.read, 'fay');
    const numbers = [leaver.member.userId, ...(present?.pseuds.map(({ id }) => id) ?? [])];
    const before = await tracesOf(app, numbers);
    assert.deepEqual(
      wanted.filter((column) => !before.includes(column)),
      [],
    );
    const closed = await leave(leaver, { works: 'stay', 'except[]': [String(goes)] });
    assert.match(closed.text, /The account fay is closed, and deleted on 31 Mar 2026/);
    assert.match((await leaver.fay.get('/users/logout')).text, /You are not logged in/);
    const guest = app.guest();
    assert.equal((await guest.get('/users/fay')).status, 404);
    assert.equal((await guest.get(`/works/${goes}`)).status, 410);
    assert.equal((await guest.get(`/works/${stays}`)).status, 200);
    app.clock.advance(30 * dayMs + 2);
    await run(app, 'run jobs');
    assert.match((await guest.get(`/works/${stays}`)).text, /orphan_account/);
    assert.match((await guest.get(`/works/${shared}`)).text, /ben/);
    for (const gone of [goes, draft]) {
      assert.equal((await guest.get(`/works/${gone}`)).status, 404);
    }
    assert.match(
      (await guest.get(`/works/${others}/comments`)).text,
      /A deleted account.*was here/,
    );
    assert.equal(await countOf(app, 'kudos', others), 1);
    assert.equal(await countOf(app, 'bookmarks', others), 0);
    assert.deepEqual(await tracesOf(app, numbers), [
      'audit.subject_id',
      'changes.subject_id',
      'comments.html',
      'comments.source',
      'queued_mail.message',
      'used_logins.login_key',
      'used_logins.look_key',
      'used_logins.user_id',
      'users.id',
    ]);
    const { userId } = leaver.member;
    const [act] = await listAudit(app.parts.database.read, 'user', userId);
    assert.equal(act?.act, 'erase account');
    assert.match((await logIn(app)).text, /doesn't match/);
  });

  test('who logs in within 30 days is back with all that they had', async (t) => {
    const app = await makeApp(t, { database });
    const leaver = await bringFay(app);
    const goes = await write(leaver, 'Going');
    const draft = await write(leaver, 'Drafted', { post: false });
    await leave(leaver, { works: 'delete' });
    app.clock.advance(30 * dayMs);
    await run(app, 'run jobs');
    assert.match((await logIn(app)).path, /^\/users\/fay/);
    await run(app, 'run jobs');
    const guest = app.guest();
    assert.equal((await guest.get(`/works/${goes}`)).status, 200);
    assert.equal((await guest.get('/users/fay')).status, 200);
    app.clock.advance(2 * dayMs);
    await run(app, 'run jobs');
    assert.match((await logIn(app)).path, /^\/users\/fay/);
    const rows = await app.parts.database.read.selectFrom('works').select('deleted_at').execute();
    assert.deepEqual(
      rows.map((row) => row.deleted_at),
      [null, null],
      `and ${draft}`,
    );
  });
});

test('comments and works go where that is chosen, and the pseud stays where that is', async (t) => {
  const app = await makeApp(t);
  const leaver = await bringFay(app);
  const others = await placeTestWork(app);
  const stays = await write(leaver, 'Staying');
  await say(leaver.fay, others, 'Nobody answers this.');
  await leave(leaver, { works: 'stay', name: 'keep', comments: 'delete' });
  app.clock.advance(30 * dayMs + 2);
  await run(app, 'run jobs');
  const guest = app.guest();
  assert.match((await guest.get(`/works/${others}/comments`)).text, /no comments/i);
  const page = await guest.get(`/works/${stays}`);
  assert.match(page.text, /fay/);
  assert.ok(page.links.includes('/users/orphan_account/pseuds/fay'));
});

test('a wrong password and the last admin are refused, and nothing is changed', async (t) => {
  const app = await makeApp(t);
  const leaver = await bringFay(app);
  await write(leaver, 'Staying');
  const wrong = { 'user[current_password]': 'eight purple kettles', do: 'erase' };
  const preview = await leaver.fay.submit(await leaver.fay.get(address), address, {});
  const refused = await leaver.fay.submit(preview, address, wrong);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /not your current password/);
  assert.deepEqual(htmlProblems(refused.body), []);
  const { userId } = leaver.member;
  await giveRole(app.parts, { userId, role: 'admin', actorId: null });
  const last = await leave(leaver, { works: 'delete' });
  assert.equal(last.status, 422);
  assert.match(last.text, /This is the last admin/);
  assert.equal((await app.guest().get('/users/fay')).status, 200);
  assert.match((await leaver.fay.get('/users/logout')).text, /logged in as fay/);
});
