import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { outboxMail } from '../../kit/mail/index.ts';
import { verifyPassword } from '../../kit/passwords/index.ts';
import { BadUsage, CommandFailed } from '../../shared/command.ts';
import type { Parts } from '../../shared/parts.ts';
import {
  accountCommands,
  identifySession,
  identifyToken,
  listAudit,
  openSession,
} from './index.ts';
import { insertPasskey, listPasskeys } from './passkeys/store.ts';
import { findUserByLogin, listRoles } from './store/people.ts';

type Words = {
  readonly operands?: readonly string[];
  readonly options?: Readonly<Record<string, readonly string[]>>;
  readonly input?: string;
  readonly json?: boolean;
};

/** Runs a command and returns the lines it printed. */
async function run(parts: Parts, words: string, given: Words = {}): Promise<string[]> {
  const command = accountCommands.find((each) => each.words === words);
  assert.ok(command !== undefined && command.needsArchive !== false);
  const printed: string[] = [];
  await command.run({
    parts,
    operands: given.operands ?? [],
    options: new Map(Object.entries(given.options ?? {})),
    readInput: async () => given.input ?? '',
    print: (line) => printed.push(line),
    progress: () => {},
    stopped: () => new AbortController().signal,
    json: given.json ?? false,
  });
  return printed;
}

function fails(work: Promise<unknown>, words: RegExp): Promise<void> {
  return assert.rejects(work, (error) => {
    assert.ok(error instanceof CommandFailed);
    assert.match(error.message, words);
    assert.ok(!error.message.includes('\n'));
    return true;
  });
}

const password = 'seven purple kettles';
const email = ['ada@example.org'];

eachDatabase((database) => {
  test('user create makes an open account with its roles', async (t) => {
    const { parts } = await makeApp(t, { database });
    const options = { email, password: [password], role: ['admin', 'wrangler'] };
    assert.deepEqual(await run(parts, 'user create', { operands: ['ada'], options }), [
      'Made ada.',
    ]);
    const user = await findUserByLogin(parts.database.read, 'ada');
    assert.equal(user?.state, 'open');
    assert.ok(await verifyPassword(user?.password_hash ?? null, password));
    assert.deepEqual(await listRoles(parts.database.read, user?.id as never), [
      'admin',
      'wrangler',
    ]);
    assert.equal((await listAudit(parts.database.read, 'user', user?.id as number)).length, 2);
  });

  test('without --password standard input is read, without its line end', async (t) => {
    const { parts } = await makeApp(t, { database });
    const given = { operands: ['ada'], options: { email }, input: `${password}\r\n` };
    await run(parts, 'user create', given);
    const user = await findUserByLogin(parts.database.read, 'ada');
    assert.ok(await verifyPassword(user?.password_hash ?? null, password));
  });

  test('user create refuses in one line and makes nobody', async (t) => {
    const { parts } = await makeApp(t, { database });
    const options = { email, password: [password] };
    const create = (login: string, more: Words['options'] = {}) =>
      run(parts, 'user create', { operands: [login], options: { ...options, ...more } });
    await fails(create('ad'), /3 to 40/);
    await fails(create('admin'), /kept for the archive/);
    await fails(create('ada', { email: [] }), /--email/);
    await fails(create('ada', { email: ['x'] }), /not a mail address/);
    await fails(create('ada', { password: ['short'] }), /at least 10/);
    await fails(create('ada', { role: ['king'] }), /king is not a role; there are wrangler/);
    assert.equal(await findUserByLogin(parts.database.read, 'ada'), null);
    await create('ada');
    await fails(create('ADA', { email: ['b@example.org'] }), /taken/);
    await fails(create('ben'), /mail address/);
    assert.equal(await findUserByLogin(parts.database.read, 'ben'), null);
  });

  test('user role gives and takes, shows, and keeps the last admin', async (t) => {
    const { parts, as } = await makeApp(t, { database });
    await as('cho');
    const role = (...words: string[]) => run(parts, 'user role', { operands: ['cho', ...words] });
    assert.deepEqual(await role(), ['cho: wrangler']);
    assert.deepEqual(await role('+admin', '+moderator', '-wrangler'), ['cho: admin, moderator']);
    await fails(role('-admin'), /last admin/);
    await fails(role('+king'), /not a role/);
    await fails(role('moderator'), /\+moderator to give/);
    assert.deepEqual(await role('-moderator'), ['cho: admin']);
    await fails(run(parts, 'user role', { operands: ['nobody'] }), /nobody by the name/);
    // A word that is wrong stops all of them.
    await fails(role('+archivist', '+king'), /not a role/);
    assert.deepEqual(await role(), ['cho: admin']);
  });

  test('user password sets it and ends every session', async (t) => {
    const { parts, as, clock } = await makeApp(t, { database });
    await as('ada');
    const id = (await findUserByLogin(parts.database.read, 'ada'))?.id as never;
    const session = await openSession(parts, id);
    await run(parts, 'user password', { operands: ['ada'], input: `${password}\n` });
    const user = await findUserByLogin(parts.database.read, 'ada');
    assert.ok(await verifyPassword(user?.password_hash ?? null, password));
    assert.equal(await identifySession(parts.database.read, session, clock.now()), null);
    await fails(run(parts, 'user password', { operands: ['ada'], input: 'x' }), /at least 10/);
    const first = { operands: ['ada'], input: 'sunshine2024!' };
    await fails(run(parts, 'user password', first), /tried first/);
  });

  test('user password removes passkeys where that is asked', async (t) => {
    const { parts, member } = await makeApp(t, { database });
    const { userId } = await member('ada');
    const made = { user_id: userId, credential_id: 'x', public_key: 'x', sign_count: 0 };
    const passkey = { ...made, id: 1, name: 'Telephone', made_at: 1, used_at: null };
    await parts.database.write((transaction) => insertPasskey(transaction, passkey));
    const given = { operands: ['ada'], input: password };
    await run(parts, 'user password', given);
    assert.equal((await listPasskeys(parts.database.read, userId)).length, 1);
    await run(parts, 'user password', { ...given, options: { 'passkeys-off': [''] } });
    assert.deepEqual(await listPasskeys(parts.database.read, userId), []);
  });

  test('token create prints the token alone on the last line; its scope is read', async (t) => {
    const { parts, as } = await makeApp(t, { database });
    await as('ada');
    const create = (options: Words['options']) => run(parts, 'token create', { options });
    const token = (await create({ user: ['ada'] })).at(-1) ?? '';
    const identity = await identifyToken(parts.database.read, token);
    assert.equal(identity?.member.login, 'ada');
    assert.deepEqual([...(identity?.scopes ?? [])], ['read']);
    const wide = (await create({ user: ['ada'], scopes: ['read,write, wrangle'] })).at(-1) ?? '';
    const scopes = (await identifyToken(parts.database.read, wide))?.scopes ?? [];
    assert.deepEqual([...scopes], ['read', 'write', 'wrangle']);
    await fails(create({ user: ['ada'], scopes: ['all'] }), /all is not a scope/);
    await fails(create({ user: ['nobody'] }), /nobody by the name/);
    await fails(create({}), /--user/);
  });
});

test('a missing option, and a role or scope that there is not, are bad usage', async (t) => {
  const app = await makeApp(t);
  const { parts } = app;
  await app.member('ada');
  const wrong: [string, Words][] = [
    ['user create', { operands: ['cora'] }],
    ['user create', { operands: ['cora'], options: { email: ['c@example.org'], role: ['king'] } }],
    ['user role', { operands: ['ada', 'wrangler'] }],
    ['token create', {}],
    ['token create', { options: { user: ['ada'], scopes: ['everything'] } }],
  ];
  for (const [words, given] of wrong) {
    await assert.rejects(run(parts, words, given), BadUsage, words);
  }
});

test('commands give one JSON document when asked', async (t) => {
  const { parts, as } = await makeApp(t);
  await as('cho');
  const json = async (words: string, given: Words) =>
    JSON.parse((await run(parts, words, { ...given, json: true })).join('\n'));
  const role = await json('user role', { operands: ['cho'] });
  assert.deepEqual([role.login, role.roles], ['cho', ['wrangler']]);
  const token = await json('token create', { options: { user: ['cho'] } });
  assert.ok(await identifyToken(parts.database.read, token.token));
});

test('outbox shows the mail that was kept, with its links', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'inkstead-outbox-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const { parts } = await makeApp(t, { env: { INKSTEAD_DATA: folder } });
  assert.deepEqual(await run(parts, 'outbox'), ['The outbox is empty.']);
  const mail = outboxMail(join(folder, 'outbox'), parts.clock, parts.random);
  await mail.send({ to: 'ada@example.org', subject: 'A new password', text: 'The link: x' });
  const lines = (await run(parts, 'outbox')).join('\n');
  assert.match(lines, /2026-03-01T12:00:00\.000Z {2}ada@example\.org {2}A new password/);
  assert.match(lines, /The link: x/);
  const listed = await run(parts, 'outbox', { options: { list: [''] } });
  assert.doesNotMatch(listed.join('\n'), /The link/);
});
