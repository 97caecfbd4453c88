// What machines that watch the archive are told, and what guests are not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { postWork } from '../../../test/kit/post-work.ts';

const token = 'a-lamp-in-the-long-harbour';
const authorization = `Bearer ${token}`;

eachDatabase((database) => {
  test('who knows the token reads the whole health, as JSON and as numbers', async (t) => {
    const app = await makeApp(t, { database, env: { INKSTEAD_HEALTH_TOKEN: token } });
    await postWork(app, 'ada', {});
    const guest = app.guest();
    const health = await guest.get('/health', { headers: { authorization } });
    const told = health.json() as Record<string, unknown>;
    assert.deepEqual([health.status, told['status']], [200, 'concern']);
    assert.deepEqual(told['concerns'], ['no-backup']);
    assert.deepEqual(Object.keys(told).slice(2), [
      'version',
      'database',
      'disk',
      'index',
      'jobs',
      'mail',
      'backup',
    ]);
    const metrics = await guest.get('/metrics', { headers: { authorization } });
    const type = metrics.response.headers.get('content-type') ?? '';
    assert.match(type, /^text\/plain; version=0\.0\.4/);
    const lines = metrics.body.trimEnd().split('\n');
    for (const line of lines) {
      assert.match(line, /^# (HELP|TYPE) inkstead_\w+ \S|^inkstead_\w+(\{version="[^"]+"\})? \d+$/);
    }
    assert.ok(lines.includes('inkstead_jobs_failed 0'));
    assert.ok(lines.some((line) => /^inkstead_changes_position [1-9]/.test(line)));
  });
});

test('without the token, or with another, health says ok and there are no numbers', async (t) => {
  const app = await makeApp(t, { env: { INKSTEAD_HEALTH_TOKEN: token } });
  const guest = app.guest();
  for (const sent of ['', 'Bearer', `Bearer ${token}x`, `Basic ${token}`]) {
    const health = await guest.get('/health', { headers: { authorization: sent } });
    assert.deepEqual([health.status, health.json()], [200, { status: 'ok' }]);
    assert.equal((await guest.get('/metrics', { headers: { authorization: sent } })).status, 404);
  }
  const headers = { authorization: 'Bearer null' };
  const unset = (await makeApp(t)).guest();
  assert.deepEqual((await unset.get('/health', { headers })).json(), {
    status: 'ok',
  });
  assert.equal((await unset.get('/metrics', { headers })).status, 404);
});
