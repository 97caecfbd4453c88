import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { Refused } from '../../kit/http/index.ts';
import { headPosition } from '../../kit/sql/index.ts';
import type { PseudId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import { guest, type Member } from '../../shared/viewer.ts';
import { addPseud, makeDefaultPseud, renamePseud } from './actions/pseuds.ts';
import {
  createPerson,
  findPerson,
  findPseud,
  giveRole,
  hidePerson,
  listAudit,
  listPseuds,
  type NewPerson,
  pseudsByIds,
  takeRole,
  unhidePerson,
} from './index.ts';
import { pseudsPerPersonMost } from './limits.ts';
import { listRoles } from './store/people.ts';

function create(parts: Parts, login: string, more: Partial<NewPerson> = {}): Promise<Member> {
  const person = { login, email: null, passwordHash: null, ids: parts.ids, now: 1, ...more };
  return parts.database.write((transaction) => createPerson(transaction, person));
}

async function refuses(work: Promise<unknown>, field: string, words = /./): Promise<void> {
  await assert.rejects(work, (error) => {
    assert.ok(error instanceof Refused);
    assert.equal(error.status, 422);
    assert.equal(error.options.errors?.[0]?.field, field);
    assert.match(error.message, words);
    return true;
  });
}

/** Opens the connections that two writers need, so that they really meet. */
async function connectTwice({ database }: Parts): Promise<void> {
  await Promise.all([headPosition(database.read), headPosition(database.read)]);
}

function problemOf(outcome: { ok: boolean; problems?: readonly { detail: string }[] }): string {
  assert.equal(outcome.ok, false);
  return outcome.problems?.[0]?.detail ?? '';
}

eachDatabase((database) => {
  test('a new person has a pseud of the log-in name, which is the default', async (t) => {
    const { parts } = await makeApp(t, { database });
    const ada = await create(parts, 'Ada', { pseuds: ['Ada L', 'ada'], roles: ['wrangler'] });
    const [first, second] = await listPseuds(parts.database.read, ada.userId);
    assert.deepEqual([first?.name, first?.isDefault], ['Ada', true]);
    assert.deepEqual([second?.name, second?.isDefault], ['Ada L', false]);
    assert.deepEqual(
      ada.pseuds.map(({ name }) => name),
      ['Ada', 'Ada L'],
    );
    assert.deepEqual(await listRoles(parts.database.read, ada.userId), ['wrangler']);
    assert.ok((await headPosition(parts.database.read)) > 0);
  });

  test('a log-in name is unique without regard to case', async (t) => {
    const { parts } = await makeApp(t, { database });
    await create(parts, 'Ada');
    await refuses(create(parts, 'aDA'), 'login', /taken/);
    const found = await findPerson(parts.database.read, guest, 'ADA');
    assert.equal(found?.login, 'Ada');
  });

  test('of two who take names that look alike at once, one gets theirs', async (t) => {
    const { parts } = await makeApp(t, { database });
    await connectTwice(parts);
    const tries = await Promise.allSettled([create(parts, 'modern'), create(parts, 'modem')]);
    assert.deepEqual(tries.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  });

  test('no name is confusable with the log-in name of somebody else', async (t) => {
    const { parts } = await makeApp(t, { database });
    const ada = await create(parts, 'ada_l', { pseuds: ['Countess'] });
    const ben = await create(parts, 'ben');
    await refuses(create(parts, 'Ada_1'), 'login');
    // The pen name that somebody has cannot become another's log-in name.
    await refuses(create(parts, 'countess'), 'login');
    for (const name of ['Ada L', 'аda-1', 'ADA_L']) {
      assert.match(problemOf(await addPseud(parts, ben, name)), /looks like/, name);
    }
    assert.ok((await addPseud(parts, ada, 'Ada L')).ok, 'one’s own log-in name may be varied');
    assert.ok((await addPseud(parts, ben, 'Countess')).ok, 'pen names may be shared');
    // The log-in name counts when no pseud bears it any more, too.
    const gus = await create(parts, 'gus_x');
    await renamePseud(parts, gus, gus.pseuds[0]?.id as PseudId, 'Somebody Else');
    await refuses(create(parts, 'gus__x'), 'login', /looks like/);
  });

  test('a refused person leaves nothing behind', async (t) => {
    const { parts } = await makeApp(t, { database });
    await create(parts, 'ada');
    const before = await headPosition(parts.database.read);
    await refuses(create(parts, 'ben', { pseuds: ['ada'] }), 'pseud');
    assert.equal(await findPerson(parts.database.read, guest, 'ben'), null);
    assert.equal(await headPosition(parts.database.read), before);
    await create(parts, 'ben');
  });

  test('a mail address belongs to one account, in any case', async (t) => {
    const { parts } = await makeApp(t, { database });
    await create(parts, 'ada', { email: 'ada@example.org' });
    await refuses(create(parts, 'ben', { email: 'Ada@Example.ORG' }), 'email');
  });

  test('pseuds are unique per person without regard to case', async (t) => {
    const { parts } = await makeApp(t, { database });
    const ada = await create(parts, 'ada');
    assert.ok((await addPseud(parts, ada, ' Night  Owl ')).ok);
    assert.match(problemOf(await addPseud(parts, ada, 'night owl')), /already/);
    assert.match(problemOf(await addPseud(parts, ada, '')), /at least one/);
    assert.match(problemOf(await addPseud(parts, ada, 'x'.repeat(41))), /at most 40/);
    assert.ok((await addPseud(parts, ada, 'x'.repeat(40))).ok);
    const found = await findPseud(parts.database.read, guest, 'ADA', 'NIGHT OWL');
    assert.equal(found?.name, 'Night Owl');
  });

  test('a person has at most a hundred pseuds', async (t) => {
    const { parts } = await makeApp(t, { database });
    const pseuds = Array.from({ length: pseudsPerPersonMost - 2 }, (_, at) => `pen ${at}`);
    const ada = await create(parts, 'ada', { pseuds });
    assert.ok((await addPseud(parts, ada, 'the last')).ok);
    assert.match(problemOf(await addPseud(parts, ada, 'one more')), /100/);
  });

  test('a pseud is renamed by its owner alone, also in case only', async (t) => {
    const { parts } = await makeApp(t, { database });
    const ada = await create(parts, 'ada');
    const ben = await create(parts, 'ben');
    const id = ada.pseuds[0]?.id as PseudId;
    assert.ok((await renamePseud(parts, ada, id, 'ADA')).ok);
    assert.match(problemOf(await renamePseud(parts, ada, id, 'ben')), /looks like/);
    await assert.rejects(renamePseud(parts, ben, id, 'mine'), { status: 404 });
    const [pseud] = await pseudsByIds(parts.database.read, [id, 12 as PseudId]);
    assert.deepEqual(pseud, { id, name: 'ADA', userId: ada.userId, login: 'ada' });
  });

  test('one pseud is the default, and its owner chooses which', async (t) => {
    const { parts } = await makeApp(t, { database });
    const ada = await create(parts, 'ada', { pseuds: ['Second'] });
    const ben = await create(parts, 'ben');
    const second = ada.pseuds[1]?.id as PseudId;
    await makeDefaultPseud(parts, ada, second);
    const pseuds = await listPseuds(parts.database.read, ada.userId);
    assert.deepEqual(
      pseuds.map(({ name, isDefault }) => [name, isDefault]),
      [
        ['Second', true],
        ['ada', false],
      ],
    );
    await assert.rejects(makeDefaultPseud(parts, ben, second), { status: 404 });
  });

  test('a hidden person is seen by themselves and by moderators', async (t) => {
    const { parts } = await makeApp(t, { database });
    const { read } = parts.database;
    const ada = await create(parts, 'ada');
    const ben = await create(parts, 'ben', { roles: ['wrangler', 'admin'] });
    const dee = await create(parts, 'dee', { roles: ['moderator'] });
    await parts.database.write((transaction) => hidePerson(transaction, ada.userId, 2));
    for (const viewer of [guest, ben]) {
      assert.equal(await findPerson(read, viewer, 'ada'), null);
      assert.equal(await findPseud(read, viewer, 'ada', 'ada'), null);
    }
    for (const viewer of [ada, dee]) {
      assert.equal((await findPerson(read, viewer, 'ada'))?.hidden, true);
      assert.equal((await findPseud(read, viewer, 'ada', 'ada'))?.login, 'ada');
    }
    await parts.database.write((transaction) => unhidePerson(transaction, ada.userId, 3));
    assert.equal((await findPerson(read, guest, 'ada'))?.hidden, false);
  });

  test('what is no name finds nobody, whatever it holds', async (t) => {
    const { parts } = await makeApp(t, { database });
    const { read } = parts.database;
    for (const name of ['', 'a\0b', '\ud800', '%', "'", 'x'.repeat(10_000)]) {
      assert.equal(await findPerson(read, guest, name), null);
      assert.equal(await findPseud(read, guest, name, name), null);
      assert.equal(await findPseud(read, guest, 'ada', name), null);
    }
  });

  test('roles are a set; giving and taking them is written down', async (t) => {
    const { parts } = await makeApp(t, { database });
    const { read } = parts.database;
    const ada = await create(parts, 'ada', { roles: ['admin'] });
    const ben = await create(parts, 'ben');
    const change = { userId: ben.userId, actorId: ada.userId, reason: 'knows the tags' } as const;
    await giveRole(parts, { ...change, role: 'wrangler' });
    await giveRole(parts, { ...change, role: 'wrangler' });
    await giveRole(parts, { ...change, role: 'moderator' });
    assert.ok((await takeRole(parts, { ...change, role: 'wrangler' })).ok);
    assert.ok((await takeRole(parts, { ...change, role: 'archivist' })).ok);
    assert.deepEqual(await listRoles(read, ben.userId), ['moderator']);
    const entries = await listAudit(read, 'user', ben.userId);
    assert.deepEqual(
      entries.map(({ act, detail }) => [act, detail?.['role']]),
      [
        ['take role', 'wrangler'],
        ['give role', 'moderator'],
        ['give role', 'wrangler'],
      ],
    );
    assert.equal(entries[0]?.actorId, ada.userId);
    assert.equal(entries[0]?.reason, 'knows the tags');
  });

  test('the last admin keeps the role, even when two take each other’s at once', async (t) => {
    const { parts } = await makeApp(t, { database });
    const ada = await create(parts, 'ada', { roles: ['admin'] });
    const take = (userId: Member['userId']) =>
      takeRole(parts, { userId, role: 'admin', actorId: null });
    assert.match(problemOf(await take(ada.userId)), /last admin/);
    const ben = await create(parts, 'ben', { roles: ['admin'] });
    await connectTwice(parts);
    const taken = await Promise.all([take(ada.userId), take(ben.userId)]);
    assert.equal(taken.filter(({ ok }) => ok).length, 1);
  });

  test('an account that cannot log in does not count as the admin who stays', async (t) => {
    const { parts } = await makeApp(t, { database });
    const ada = await create(parts, 'ada', { roles: ['admin'] });
    await create(parts, 'ben', { roles: ['admin'], state: 'pending' });
    const taken = await takeRole(parts, { userId: ada.userId, role: 'admin', actorId: null });
    assert.match(problemOf(taken), /last admin/);
  });
});
