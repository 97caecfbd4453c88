// Who may use which address. The table has a row for every route, and a route without one fails:
// whoever adds an address says there what each kind of person gets at it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../kit/app.ts';
import { addressFor, bodyFor, nameOf } from './access-requests.ts';
import { type AccessRow, accessTable } from './access-table.ts';
import { type CallerName, callers, everything, makeToken, type Scene, setScene } from './scene.ts';

type Said = Pick<AccessRow, 'method' | 'path' | 'access'>;

const changingCalls = accessTable.filter(
  ({ access, method }) => access === 'tokens' && method !== 'GET',
);

test('every route has a row in the access table, and every row a route', async (t) => {
  const { app } = await makeApp(t);
  const said = (each: Said) => `${nameOf(each)} ${each.access}`;
  const rows = new Set(accessTable.map(said));
  const routes = new Set(app.routes.map(said));
  assert.deepEqual([...routes.difference(rows)], [], 'routes without a row');
  assert.deepEqual([...rows.difference(routes)], [], 'rows without a route');
  assert.equal(rows.size, accessTable.length, 'a row stands twice');
});

test('a page gives everybody what the access table says, and changes nothing', async (t) => {
  const scene = await setScene(t);
  const before = await everything(scene.app);
  for (const row of accessTable.filter(({ method }) => method === 'GET')) {
    assert.deepEqual(await statuses(scene, row, callers), row.expected, nameOf(row));
  }
  assert.deepEqual(await everything(scene.app), before);
});

for (const row of accessTable.filter(({ method }) => method !== 'GET')) {
  test(`${nameOf(row)} changes nothing for those who may not`, async (t) => {
    const scene = await setScene(t);
    const refused = callers.filter((name) => isTurnedAway(row.expected[name]));
    const others = callers.filter((name) => !isTurnedAway(row.expected[name]));
    const before = await everything(scene.app);
    const found = await statuses(scene, row, refused);
    assert.deepEqual(await everything(scene.app), before);
    assert.deepEqual({ ...found, ...(await statuses(scene, row, others)) }, row.expected);
  });
}

test('a token that only reads changes nothing, and an unknown one is refused', async (t) => {
  const scene = await setScene(t);
  const { userId } = await scene.app.member('ada');
  const reading = await makeToken(scene.app, userId, ['read']);
  const before = await everything(scene.app);
  for (const row of changingCalls) {
    for (const [bearer, expected] of [
      [reading, 403],
      ['inkstead_forged', 401],
    ] as const) {
      const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
      const body = bodyFor(nameOf(row), scene, '');
      const guest = scene.app.guest();
      const { status } = await guest.send(row.method, addressFor(scene, row), body, { headers });
      assert.equal(status, expected, nameOf(row));
    }
  }
  assert.deepEqual(await everything(scene.app), before);
});

test('a session is no token: the API takes none from a cookie', async (t) => {
  const scene = await setScene(t);
  const before = await everything(scene.app);
  for (const row of changingCalls) {
    const body = bodyFor(nameOf(row), scene, '');
    const headers = { 'content-type': 'application/json' };
    const { visitor } = scene.caller('ada');
    const { status } = await visitor.send(row.method, addressFor(scene, row), body, { headers });
    assert.equal(status, 401, nameOf(row));
  }
  assert.deepEqual(await everything(scene.app), before);
});

test('a draft is found by nobody but its creators, at no address', async (t) => {
  const scene = await setScene(t, { work: { post: false } });
  const before = await everything(scene.app);
  for (const row of accessTable.filter(({ path }) => /works\/:id|chapters|downloads/.test(path))) {
    for (const name of callers.filter((each) => each !== 'ada')) {
      // Whoever is turned away at the door is told the same of a draft as of any other work.
      const atDoor = [302, 401].includes(row.expected[name]) || mayNotEnter(row, name);
      const expected = atDoor ? row.expected[name] : 404;
      const status = await statusOf(scene, row, name);
      assert.equal(status, expected, `${nameOf(row)} for ${name}`);
    }
  }
  assert.deepEqual(await everything(scene.app), before);
});

function isTurnedAway(status: number): boolean {
  return [401, 403, 404].includes(status);
}

function mayNotEnter({ access, expected }: AccessRow, name: CallerName): boolean {
  if (expected[name] !== 403) return false;
  return name === 'guest' || ['moderators', 'archivists', 'admins', 'stewards'].includes(access);
}

async function statuses(
  scene: Scene,
  row: AccessRow,
  names: readonly CallerName[],
): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const name of names) found[name] = await statusOf(scene, row, name);
  return found;
}

async function statusOf(scene: Scene, row: AccessRow, name: CallerName): Promise<number> {
  const { visitor, formToken, bearer } = scene.caller(name);
  const path = addressFor(scene, row);
  const isCall = row.access === 'tokens';
  const headers: Record<string, string> = {};
  if (isCall && bearer !== null) headers['authorization'] = `Bearer ${bearer}`;
  if (isCall) headers['content-type'] = 'application/json';
  const body = row.method === 'GET' ? undefined : bodyFor(nameOf(row), scene, formToken);
  const visit = await visitor.send(row.method, path, body, { headers, follow: false });
  return visit.status;
}
