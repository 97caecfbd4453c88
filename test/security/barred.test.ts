// What members may not do whose account moderators have suspended or banned: every address of the
// access table is called by them. A new address is closed to them unless `src/barred.ts` names it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barred } from '../../src/barred.ts';
import { barPerson } from '../../src/features/accounts/index.ts';
import { dayMs } from '../../src/kit/time/index.ts';
import type { Bar } from '../../src/shared/viewer.ts';
import { makeApp, testStart } from '../kit/app.ts';
import { addressFor, bodyFor, nameOf } from './access-requests.ts';
import { type AccessRow, accessTable } from './access-table.ts';
import { type CallerName, everything, type Scene, setScene } from './scene.ts';

const members = ['ben', 'ada', 'cho', 'dee'] as const satisfies readonly CallerName[];
const until = testStart + 7 * dayMs;
const roleAccess = ['moderators', 'wranglers', 'archivists', 'admins'];

async function bar(scene: Scene, { kind }: Pick<Bar, 'kind'>): Promise<void> {
  const { parts } = scene.app;
  for (const name of members) {
    const { userId } = await scene.app.member(name);
    await parts.database.write(async (transaction) => {
      const bar: Bar = { kind, until: kind === 'banned' ? null : until };
      // Their sessions as if they had logged in again.
      const sessions = await transaction.selectFrom('sessions').selectAll().execute();
      await barPerson(transaction, userId, bar, parts.clock.now());
      await transaction.deleteFrom('sessions').execute();
      await transaction.insertInto('sessions').values(sessions).execute();
    });
  }
}

async function answerTo(scene: Scene, row: AccessRow, name: CallerName) {
  const { visitor, formToken, bearer } = scene.caller(name);
  const headers: Record<string, string> = {};
  if (row.path.startsWith('/api/')) {
    headers['authorization'] = `Bearer ${bearer}`;
    headers['content-type'] = 'application/json';
  }
  const body = row.method === 'GET' ? undefined : bodyFor(nameOf(row), scene, formToken);
  return visitor.send(row.method, addressFor(scene, row), body, { headers, follow: false });
}

const refusal = { suspended: /have suspended your account until/, banned: /closed your account/ };

async function assertClosed(scene: Scene, rows: readonly AccessRow[], kind: Bar['kind']) {
  const before = await everything(scene.app);
  for (const row of rows) {
    for (const name of members) {
      const answer = await answerTo(scene, row, name);
      assert.equal(answer.status, 403, `${nameOf(row)} for ${name}`);
      assert.match(answer.body, refusal[kind], nameOf(row));
    }
  }
  assert.deepEqual(await everything(scene.app), before);
}

test('what is open to those who are barred are addresses that there are', async (t) => {
  const { app } = await makeApp(t);
  const names = new Set(app.routes.map(nameOf));
  const open = barred.openToSuspended.union(barred.openToBanned);
  assert.deepEqual([...open.difference(names)], []);
});

test('a suspended member changes nothing that others see, and uses no role', async (t) => {
  const scene = await setScene(t);
  await bar(scene, { kind: 'suspended' });
  const open = barred.openToSuspended.union(barred.openToBanned);
  const closed = accessTable.filter(
    (row) => !open.has(nameOf(row)) && (row.method !== 'GET' || roleAccess.includes(row.access)),
  );
  assert.ok(closed.length > 100);
  await assertClosed(scene, closed, 'suspended');
});

test('a suspended member reads and does what is theirs, as before', async (t) => {
  const scene = await setScene(t);
  await bar(scene, { kind: 'suspended' });
  const open = barred.openToSuspended.union(barred.openToBanned);
  const rows = accessTable.filter(
    (row) => open.has(nameOf(row)) || (row.method === 'GET' && !roleAccess.includes(row.access)),
  );
  for (const row of rows) {
    assert.doesNotMatch((await answerTo(scene, row, 'ada')).body, refusal.suspended, nameOf(row));
  }
});

test('a banned member reads nothing either, but why, and takes out what is theirs', async (t) => {
  const scene = await setScene(t);
  await bar(scene, { kind: 'banned' });
  const closed = accessTable.filter((row) => !barred.openToBanned.has(nameOf(row)));
  await assertClosed(scene, closed, 'banned');
  for (const path of ['/takeout', '/decisions', '/policy', '/users/logout']) {
    assert.equal((await scene.caller('ada').visitor.get(path)).status, 200, path);
  }
});

test('a suspension is over by itself when its time has come', async (t) => {
  const scene = await setScene(t);
  await bar(scene, { kind: 'suspended' });
  const { visitor, formToken } = scene.caller('ben');
  const kudos = () =>
    visitor.post(`/works/${scene.work.id}/kudos`, { authenticity_token: formToken });
  assert.equal((await kudos()).status, 403);
  scene.app.clock.advance(7 * dayMs);
  assert.ok((await kudos()).status < 400);
});
