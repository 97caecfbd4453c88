// A read-only archive: every address that changes something refuses, whoever asks, but for those
// that let people in and out and those at which admins work.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saveSiteSettings } from '../../src/features/site/site-settings.ts';
import { addressFor, bodyFor, nameOf } from './access-requests.ts';
import { type AccessRow, accessTable } from './access-table.ts';
import { callers, everything, type Scene, setScene } from './scene.ts';

/** Besides the admins' own. */
const stillOpen = [
  'POST /users/login',
  'POST /users/login/step',
  'POST /users/logout',
  'POST /moderation/switches',
  'POST /announcements/:id/dismiss',
];

const changing = accessTable.filter(({ method }) => method !== 'GET');
const closed = changing.filter(
  (row) => row.access !== 'admins' && !stillOpen.includes(nameOf(row)),
);

async function shut(t: Parameters<typeof setScene>[0]): Promise<Scene> {
  const scene = await setScene(t);
  const by = await scene.app.member('dee');
  assert.deepEqual(await saveSiteSettings(scene.app.parts, by, { readOnly: true }), []);
  return scene;
}

function send(scene: Scene, row: AccessRow, name: (typeof callers)[number]) {
  const { visitor, formToken, bearer } = scene.caller(name);
  const isCall = row.access === 'tokens';
  const headers: Record<string, string> = {};
  if (isCall && bearer !== null) headers['authorization'] = `Bearer ${bearer}`;
  if (isCall) headers['content-type'] = 'application/json';
  const body = bodyFor(nameOf(row), scene, formToken);
  return visitor.send(row.method, addressFor(scene, row), body, { headers, follow: false });
}

test('nothing is changed by anybody at any address of a read-only archive', async (t) => {
  const scene = await shut(t);
  const before = await everything(scene.app);
  let asked = 0;
  for (const row of closed) {
    for (const name of callers) {
      asked += 1;
      const { status, response, body } = await send(scene, row, name);
      // Who may never come here is told that, as on any other day.
      const isUninvited = status === 403 && row.expected[name] === 403;
      if (isUninvited) continue;
      assert.equal(status, 503, `${nameOf(row)} for ${name}`);
      assert.equal(response.headers.get('retry-after'), '600', nameOf(row));
      const isCall = row.access === 'tokens';
      assert.match(body, isCall ? /"type":"[^"]*read-only"/ : /read-only at the moment/);
    }
  }
  assert.deepEqual(await everything(scene.app), before);
  t.diagnostic(`${asked} requests refused`);
});

test('people come in and go out, and admins work, while the archive is read-only', async (t) => {
  const scene = await shut(t);
  const open = changing.filter((row) => !closed.includes(row));
  for (const row of open.filter((each) => !nameOf(each).includes('logout'))) {
    for (const name of callers) {
      const { status } = await send(scene, row, name);
      assert.notEqual(status, 503, `${nameOf(row)} for ${name}`);
    }
  }
});

test('every page of a read-only archive says so, and what was typed comes back', async (t) => {
  const scene = await shut(t);
  const page = await scene.app.guest().get('/about');
  assert.match(page.body, /read-only at the moment/);
  const { visitor, formToken } = scene.caller('ben');
  const typed = {
    authenticity_token: formToken,
    'comment[text]': 'Long and dear to me, all of it.',
  };
  const refused = await visitor.post(`/works/${scene.work.id}/comments`, typed);
  assert.match(refused.body, /Long and dear to me, all of it\./);
});
