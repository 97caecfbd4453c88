import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, testStart } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { hashToken } from '../../kit/ids/index.ts';
import { dayMs, hourMs } from '../../kit/time/index.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { closeOtherSessions, closeSessionOf } from './actions/sessions.ts';
import { revokeToken } from './actions/tokens.ts';
import {
  closeAllSessions,
  closeSession,
  createPerson,
  createToken,
  hidePerson,
  identifySession,
  identifyToken,
  openSession,
  savePreferences,
  touchSession,
} from './index.ts';
import { updateUser } from './store/people.ts';
import { listSessions } from './store/sessions.ts';

function create(parts: Parts, login: string): Promise<Member> {
  const person = { login, email: null, passwordHash: null, ids: parts.ids, now: 1 };
  return parts.database.write((transaction) => createPerson(transaction, person));
}

function identify(parts: Parts, token: string) {
  return identifySession(parts.database.read, token, parts.clock.now());
}

eachDatabase((database) => {
  test('a session stands for its person, with pseuds and roles', async (t) => {
    const { parts } = await makeApp(t, { database });
    const ada = await create(parts, 'ada');
    const token = await openSession(parts, ada.userId, { client: 'A Browser' });
    assert.match(token, /^[A-Za-z0-9_-]{43}$/);
    const identity = await identify(parts, token);
    assert.deepEqual(identity?.member, ada);
    assert.equal(identity?.reading, null);
    const looks = { theme: 'sepia', font: 'sans', size: 'l', width: 'wide', spacing: 'loose' };
    const reading = { ...looks, counts: 'hidden', skins: 'hidden' };
    await savePreferences(parts, ada, { reading: reading as never, adultConsent: true });
    const after = await identify(parts, token);
    assert.equal(after?.reading, 'sepia.sans.l.wide.loose.hidden.hidden');
    assert.equal(after?.member.adultConsent, true);
  });

  test('the table holds no token that opens a session', async (t) => {
    const { parts } = await makeApp(t, { database });
    const ada = await create(parts, 'ada');
    const token = await openSession(parts, ada.userId);
    const [session] = await listSessions(parts.database.read, ada.userId, testStart);
    assert.equal(session?.token_hash, hashToken(token));
    assert.equal(await identify(parts, session?.token_hash as string), null);
  });

  test('a session ends after two weeks, a remembered one after three months', async (t) => {
    const { parts, clock } = await makeApp(t, { database });
    const ada = await create(parts, 'ada');
    const short = await openSession(parts, ada.userId);
    const long = await openSession(parts, ada.userId, { remember: true });
    clock.advance(14 * dayMs - 1);
    assert.ok(await identify(parts, short));
    clock.advance(1);
    assert.equal(await identify(parts, short), null);
    clock.advance(78 * dayMs - 1);
    assert.ok(await identify(parts, long));
    clock.advance(1);
    assert.equal(await identify(parts, long), null);
  });

  test('a suspended or pending account has no session; a hidden one does', async (t) => {
    const { parts } = await makeApp(t, { database });
    const ada = await create(parts, 'ada');
    const token = await openSession(parts, ada.userId);
    const bearer = await createToken(parts, ada.userId, ['read'], 'reader');
    for (const state of ['suspended', 'pending'] as const) {
      await parts.database.write((tx) => updateUser(tx, ada.userId, { state }));
      assert.equal(await identify(parts, token), null);
      assert.equal(await identifyToken(parts.database.read, bearer), null);
    }
    await parts.database.write((tx) => updateUser(tx, ada.userId, { state: 'open' }));
    await parts.database.write((tx) => hidePerson(tx, ada.userId, 2));
    assert.ok(await identify(parts, token));
    assert.ok(await identifyToken(parts.database.read, bearer));
  });

  test('closing one session leaves the others, closing all leaves none', async (t) => {
    const { parts } = await makeApp(t, { database });
    const ada = await create(parts, 'ada');
    const ben = await create(parts, 'ben');
    const open = () => openSession(parts, ada.userId);
    const [one, two, three] = [await open(), await open(), await open()];
    const bens = await openSession(parts, ben.userId);
    await closeSession(parts, one);
    assert.equal(await identify(parts, one), null);
    await closeSessionOf(parts, ben, hashToken(two));
    await closeSessionOf(parts, ada, 'x\0');
    assert.ok(await identify(parts, two), 'another’s session is not ended');
    await closeSessionOf(parts, ada, hashToken(two));
    assert.equal(await identify(parts, two), null);
    const four = await open();
    await closeOtherSessions(parts, ada, three);
    assert.equal(await identify(parts, four), null);
    assert.ok(await identify(parts, three));
    await closeAllSessions(parts, ada.userId);
    assert.equal(await identify(parts, three), null);
    assert.ok(await identify(parts, bens));
  });

  test('when a session was seen is written at most once an hour', async (t) => {
    const { parts, clock } = await makeApp(t, { database });
    const ada = await create(parts, 'ada');
    const token = await openSession(parts, ada.userId);
    const seen = async () => (await identify(parts, token))?.seenAt as number;
    clock.advance(hourMs - 1);
    await touchSession(parts, token, await seen());
    assert.equal(await seen(), testStart);
    clock.advance(1);
    await touchSession(parts, token, await seen());
    assert.equal(await seen(), testStart + hourMs);
  });

  test('a browser’s name is kept short and clean', async (t) => {
    const { parts } = await makeApp(t, { database });
    const ada = await create(parts, 'ada');
    await openSession(parts, ada.userId, { client: `x\0${'y'.repeat(300)}` });
    const [session] = await listSessions(parts.database.read, ada.userId, testStart);
    assert.equal(session?.client, `x${'y'.repeat(199)}`);
  });

  test('a token stands for its person and its scopes until it is revoked', async (t) => {
    const { parts } = await makeApp(t, { database });
    const ada = await create(parts, 'ada');
    const ben = await create(parts, 'ben');
    const token = await createToken(parts, ada.userId, ['read', 'write', 'read'], 'my script');
    const identity = await identifyToken(parts.database.read, token);
    assert.equal(identity?.member.login, 'ada');
    assert.deepEqual([...(identity?.scopes ?? [])], ['read', 'write']);
    const tokenId = identity?.tokenId as number;
    await revokeToken(parts, ben, tokenId);
    assert.ok(await identifyToken(parts.database.read, token), 'only the owner revokes');
    await revokeToken(parts, ada, tokenId);
    assert.equal(await identifyToken(parts.database.read, token), null);
    for (const wrong of ['', 'inkstead_', token.slice(1), hashToken(token)]) {
      assert.equal(await identifyToken(parts.database.read, wrong), null);
    }
  });
});
