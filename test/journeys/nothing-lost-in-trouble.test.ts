// A full disk, a database that goes away: a clear answer, nothing half done, reading where that can
// be, and everything as before when the trouble is over, without hands.
import assert from 'node:assert/strict';
import { connect, createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { createApp } from '../../src/app.ts';
import { createPerson, openSession } from '../../src/features/accounts/index.ts';
import { takeConsent } from '../../src/features/policies/index.ts';
import { migrate, openDatabase, sql } from '../../src/kit/sql/index.ts';
import { hourMs } from '../../src/kit/time/index.ts';
import type { Parts } from '../../src/shared/parts.ts';
import { unbuiltAssets } from '../../src/web/assets.ts';
import { makeApp, type TestApp, testStart } from '../kit/app.ts';
import { dialects, withEmptyAddress } from '../kit/backup-sample.ts';
import { type Visit, Visitor } from '../kit/visitor.ts';
import { placeTestWork } from '../kit/works.ts';
import { everything, makeToken } from '../security/scene.ts';

const long = 'The tide came in and the tide went out. '.repeat(5_000);

test('on a full disk a form comes back as typed, and nothing is half there', async (t) => {
  const app = await makeApp(t);
  const ada = await app.as('ada');
  const form = await ada.get('/works/new');
  // An act of its own, kept once it is said.
  await takeConsent(app.parts, await app.member('ada'), '1');
  const before = await everything(app);
  await fillDisk(app);
  const page = await sendWork(ada, form, long);
  assert.equal(page.status, 503);
  assert.equal(page.response.headers.get('retry-after'), '30');
  assert.match(page.text, /cannot write at the moment\. Nothing was changed/);
  assert.ok(page.body.includes(long), 'what was typed is lost');
  assert.deepEqual(await everything(app), before);
  await emptyDisk(app);
  assert.equal((await sendWork(ada, form, long)).status, 200);
});

test('that it cannot be written who was here keeps no member from reading', async (t) => {
  const app = await makeApp(t);
  const id = await placeTestWork(app);
  const ada = await app.as('ada');
  await app.parts.database.write((transaction) =>
    sql`create trigger full_disk before update on sessions
      begin select raise(abort, 'no room'); end`.execute(transaction),
  );
  // An hour later it would be written.
  app.clock.advance(2 * hourMs);
  assert.match((await ada.get(`/works/${id}`)).text, /The lamp was lit/);
  assert.ok(app.logLines.some(({ level }) => level === 'warn'));
});

test('on a full disk a call gets a problem document, and may be sent again', async (t) => {
  const app = await makeApp(t);
  const ada = await app.member('ada');
  const bearer = await makeToken(app, ada.userId, ['read', 'write']);
  const before = await everything(app);
  await fillDisk(app);
  const refused = await callForWork(app, bearer);
  assert.equal(refused.status, 503);
  assert.equal(refused.json()['status'], 503);
  assert.match(refused.response.headers.get('content-type') ?? '', /problem\+json/);
  assert.deepEqual(await everything(app), before);
  await emptyDisk(app);
  const made = await callForWork(app, bearer);
  assert.equal(made.status, 201);
  assert.equal((await callForWork(app, bearer)).json()['id'], made.json()['id']);
});

/** Lets SQLite's file grow no further. */
async function fillDisk(app: TestApp): Promise<void> {
  const { read } = app.parts.database;
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(read);
  await setMostPages(app, (rows[0]?.page_count ?? 0) + 4);
}

function emptyDisk(app: TestApp): Promise<void> {
  return setMostPages(app, 1_000_000);
}

async function setMostPages(app: TestApp, pages: number): Promise<void> {
  await app.parts.database.write((transaction) =>
    sql.raw(`pragma max_page_count = ${pages}`).execute(transaction),
  );
}

function sendWork(visitor: Visitor, form: Visit, text: string): Promise<Visit> {
  const choices = { title: 'Tides', rating: '10', warnings: '16', language: 'en', policy: '1' };
  const fields = { ...choices, fandoms: 'Harbour Lights', 'chapter[text]': text, do: 'post' };
  return visitor.submit(form, '/works', fields);
}

function callForWork(app: TestApp, bearer: string): Promise<Visit> {
  const body = JSON.stringify({
    title: 'Tides',
    language: 'en',
    rating: 10,
    warnings: [16],
    fandoms: ['Harbour Lights'],
    chapters: [{ text: long }],
  });
  const headers = {
    authorization: `Bearer ${bearer}`,
    'content-type': 'application/json',
    'idempotency-key': 'tides',
  };
  return app.guest().send('POST', '/api/v1/works', body, { headers, follow: false });
}

if (dialects.includes('postgres')) {
  test('connections that end under requests end nothing else', async (t) => {
    const app = await makeApp(t, { database: 'postgres' });
    const id = await placeTestWork(app);
    const ada = await app.as('ada');
    const form = await ada.get('/works/new');
    const statuses = new Set<number>();
    for (let round = 0; round < 3 || !statuses.has(503); round += 1) {
      const visits = Promise.all([
        ...Array.from({ length: 6 }, () => ada.get(`/works/${id}`)),
        ...Array.from({ length: 3 }, () => sendWork(ada, form, 'The tide came in.')),
      ]);
      await endConnections(app);
      for (const visit of await visits) statuses.add(visit.status);
    }
    assert.deepEqual([...statuses.difference(new Set([200, 503]))], []);
    assert.equal((await ada.get(`/works/${id}`)).status, 200);
    assert.equal((await sendWork(ada, form, 'The tide went out.')).status, 200);
    await noneIsHalf(app);
  });

  test('a database that is away is said, and found again when it is back', async (t) => {
    await withLine(t, async ({ parts, line }) => {
      const { fetch } = await createApp(parts, unbuiltAssets);
      const { userId } = await parts.database.write((transaction) =>
        createPerson(transaction, {
          login: 'ada',
          email: 'ada@example.org',
          passwordHash: null,
          ids: parts.ids,
          now: testStart,
        }),
      );
      const ada = new Visitor(fetch, await openSession(parts, userId));
      const form = await ada.get('/works/new');
      line.cut();
      const page = await sendWork(ada, form, long);
      assert.equal(page.status, 503);
      assert.match(page.text, /database does not answer/);
      assert.ok(page.body.includes(long), 'what was typed is lost');
      assert.equal((await new Visitor(fetch).get('/works')).status, 503);
      assert.equal((await new Visitor(fetch).get('/health')).status, 503);
      assert.equal((await new Visitor(fetch).get('/api/v1/works')).json()['status'], 503);
      line.mend();
      assert.equal((await new Visitor(fetch).get('/health')).status, 200);
      assert.equal((await sendWork(ada, form, 'The tide came in.')).status, 200);
    });
  });
}

async function endConnections(app: TestApp): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(
    app.parts.database.read,
  );
}

async function noneIsHalf({ parts }: TestApp): Promise<void> {
  const { rows } = await sql`select id from works where chapters_posted = 0
    or not exists (select 1 from chapters where work_id = works.id)
    or not exists (select 1 from work_tags where work_id = works.id)
    or not exists (select 1 from changes where kind = 'work' and subject_id = works.id)`.execute(
    parts.database.read,
  );
  assert.deepEqual(rows, []);
}

type Line = { cut(): void; mend(): void };

/** Parts on a database behind a line that can be cut. */
async function withLine(
  t: TestContext,
  use: (ends: { parts: Parts; line: Line }) => Promise<void>,
): Promise<void> {
  const app = await makeApp(t);
  await withEmptyAddress(async (address) => {
    const url = new URL(address);
    const [host, port] = [url.hostname, Number(url.port)];
    const open = new Set<Socket>();
    let isCut = false;
    const proxy = createServer((near) => {
      const far = connect(port, host);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(one);
        one
          .on('error', () => {})
          .on('close', () => {
            open.delete(one);
            other.destroy();
          });
        one.pipe(other);
      }
      if (isCut) near.destroy();
    });
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
    const at = proxy.address();
    url.port = String(typeof at === 'object' ? at?.port : '');
    const database = await openDatabase({ kind: 'postgres', url: url.href, connections: 3 });
    const line = {
      cut() {
        isCut = true;
        for (const socket of open) socket.destroy();
      },
      mend() {
        isCut = false;
      },
    };
    try {
      await migrate(database, testStart);
      await use({ parts: { ...app.parts, database }, line });
    } finally {
      line.mend();
      await database.close();
      for (const socket of open) socket.destroy();
      await new Promise((done) => proxy.close(done));
    }
  });
}
