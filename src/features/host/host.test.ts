// The host's pages: who holds which role, how the installation stands, jobs, mail.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { askForJob, runDueJobs } from '../../kit/jobs/index.ts';
import { dayMs, hourMs } from '../../kit/time/index.ts';
import { giveRole, listAudit } from '../accounts/index.ts';
import { listJobs } from './store.ts';

/** Cho as the only admin. */
async function asAdmin(app: TestApp) {
  const { userId } = await app.member('cho');
  await giveRole(app.parts, { userId, role: 'admin', actorId: null });
  return app.as('cho');
}

eachDatabase((database) => {
  test('roles are given and taken, each written down with its reason', async (t) => {
    const app = await makeApp(t, { database });
    const [admin, ada] = [await asAdmin(app), await app.as('ada')];
    const path = '/admin/people/ada';
    const given = await admin.post(path, {
      ...(await tokenOf(admin, path)),
      role: 'moderator',
      reason: 'Knows everybody.',
      do: 'give',
    });
    assert.match(given.body, /The role is given\./);
    assert.equal((await ada.get('/moderation')).status, 200);
    await admin.post(path, { ...(await tokenOf(admin, path)), role: 'moderator', do: 'take' });
    assert.equal((await ada.get('/moderation')).status, 403);
    const { userId } = await app.member('ada');
    const acts = await listAudit(app.parts.database.read, 'user', userId);
    assert.deepEqual(acts.map(({ act, reason }) => [act, reason]).sort(), [
      ['give role', 'Knows everybody.'],
      ['take role', ''],
    ]);
  });

  test('people are found by how their name begins, or by their whole address', async (t) => {
    const app = await makeApp(t, { database });
    const admin = await asAdmin(app);
    await app.member('ada');
    await app.member('ben');
    const found = async (typed: string) => {
      const { text } = await admin.get(`/admin/people?q=${encodeURIComponent(typed)}`);
      return ['ada', 'ben', 'cho'].filter((name) => text.includes(`${name}@example.org`));
    };
    assert.deepEqual(await found('AD'), ['ada']);
    assert.deepEqual(await found('ben@example.org'), ['ben']);
    assert.deepEqual(await found('%'), []);
    assert.deepEqual(await found(''), ['cho'], 'those who have a role');
  });

  test('what the archive holds is counted each day, and told as table and CSV', async (t) => {
    const app = await makeApp(t, { database });
    const admin = await asAdmin(app);
    await placeTestWork(app, { chapters: [{}, {}] });
    const chore = app.app.chores.find(({ name }) => name === 'count what the archive holds');
    await chore?.run();
    app.clock.advance(dayMs);
    await placeTestWork(app, {});
    await chore?.run();
    await chore?.run();
    const { text } = await admin.get('/admin/statistics');
    assert.match(text, /2026-03-02\s*2 \(\+1\)\s*3 \(\+1\)/);
    const rows = (await admin.get('/admin/statistics.csv')).body.trim().split('\r\n');
    assert.deepEqual(
      rows.map((row) => row.split(',').slice(0, 3)),
      [
        ['day', 'works', 'chapters'],
        ['2026-03-01', '1', '2'],
        ['2026-03-02', '2', '3'],
      ],
    );
  });

  test('a job is hurried or given up, and nobody touches one that runs', async (t) => {
    const app = await makeApp(t, { database });
    const admin = await asAdmin(app);
    const later = app.clock.now() + hourMs;
    await app.parts.database.write(async (transaction) => {
      await askForJob(transaction, { name: 'ring' }, 7, later);
      await askForJob(transaction, { name: 'ring' }, 8, later);
      await askForJob(transaction, { name: 'toll' }, 9, app.clock.now());
    });
    const { read } = app.parts.database;
    void runDueJobs(app.parts, [{ name: 'toll', run: () => new Promise<never>(() => {}) }]);
    while (!(await listJobs(read)).some(({ leasedUntil }) => leasedUntil > 0));
    const send = async (subject: string, act: string, kind = 'ring') => {
      const token = await tokenOf(admin, '/admin/jobs');
      return admin.post('/admin/jobs', { ...token, kind, subject, do: act });
    };
    assert.match((await send('7', 'retry')).body, /tried within seconds/);
    assert.match((await send('8', 'drop')).body, /is given up/);
    assert.match((await send('9', 'drop', 'toll')).body, /is done, or runs/);
    const jobs = await listJobs(read);
    assert.deepEqual(
      jobs.map(({ subject, runAt }) => [subject, runAt]),
      [
        [7, app.clock.now()],
        [9, app.clock.now()],
      ],
    );
    const acts = await listAudit(app.parts.database.read, 'job', 8);
    assert.deepEqual(
      acts.map(({ act }) => act),
      ['give up job'],
    );
  });
});

async function tokenOf(visitor: Awaited<ReturnType<TestApp['as']>>, path: string) {
  const { body } = await visitor.get(path);
  const token = /name="csrf-token" content="([^"]+)"/.exec(body)?.[1] ?? '';
  return { authenticity_token: token };
}

describe('the host’s desk', () => {
  test('keeps the last admin an admin', async (t) => {
    const app = await makeApp(t);
    const admin = await asAdmin(app);
    const path = '/admin/people/cho';
    const fields = { ...(await tokenOf(admin, path)), role: 'admin', do: 'take' };
    assert.equal((await admin.post(path, fields)).status, 422);
    assert.equal((await admin.get(path)).status, 200);
  });

  test('says how the installation stands', async (t) => {
    const app = await makeApp(t);
    const { text } = await (await asAdmin(app)).get('/admin/health');
    for (const said of ['SQLite', 'Full text', 'There is no back-up']) {
      assert.ok(text.includes(said), said);
    }
  });

  test('sends a mail to the admin alone, and says what became of it', async (t) => {
    const app = await makeApp(t, { env: { INKSTEAD_SMTP_URL: 'smtp://localhost' } });
    const admin = await asAdmin(app);
    const token = await tokenOf(admin, '/admin/health');
    const sent = await admin.post('/admin/health/mail', { ...token, to: 'eve@example.org' });
    assert.match(sent.body, /has taken the mail to cho@example\.org/);
    assert.deepEqual(
      app.mail.sent.map(({ to }) => to),
      ['cho@example.org'],
    );
  });
});
