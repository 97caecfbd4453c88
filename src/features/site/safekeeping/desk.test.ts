// Back-ups from the host's desk and by the day: written, verified and pruned by the server.
import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { withFolder } from '../../../../test/kit/backup-sample.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import type { Fields } from '../../../../test/kit/visitor.ts';
import { verifyBackup } from '../../../kit/backup/index.ts';
import { dayMs, hourMs } from '../../../kit/time/index.ts';
import { giveRole } from '../../accounts/index.ts';
import { backupsUrl } from '../urls.ts';
import { runsKept } from './limits.ts';
import { changeRun, forgetRuns, insertRun, listVerdicts } from './store.ts';

async function open(context: TestContext, database: 'sqlite' | 'postgres', folder: string) {
  const app = await makeApp(context, { database, env: { INKSTEAD_DATA: folder } });
  const { userId } = await app.member('cho');
  await giveRole(app.parts, { userId, role: 'admin', actorId: null });
  const admin = await app.as('cho');
  const send = async (fields: Fields) =>
    admin.submit(await admin.get(backupsUrl), backupsUrl, fields);
  return { app, admin, send, names: () => readdir(join(folder, 'backups')).catch(() => []) };
}

async function runChore({ app }: TestApp, name: string) {
  const chore = app.chores.find((one) => one.name === name);
  assert.ok(chore, name);
  await chore.run();
}

const runJobs = (app: TestApp) => runChore(app, 'write and verify back-ups');
const keepUp = (app: TestApp) => runChore(app, 'keep the archive safe');

eachDatabase((database) => {
  test('a back-up asked for on the desk is written, verified, and told of', (context) =>
    withFolder(async (folder) => {
      const { app, admin, send, names } = await open(context, database, folder);
      await app.parts.files.put('covers/1.png', new Uint8Array([1, 2, 3]));
      const asked = await send({ do: 'write' });
      assert.match(asked.body, /is taken in hand within seconds/);
      assert.match(asked.text, /waits/);
      const second = await send({ do: 'write' });
      assert.match(second.body, /Another one waits or runs/);
      app.clock.advance(1000);
      await runJobs(app);
      const [file = ''] = await names();
      assert.match(file, /^archive-20260301T120000000Z\.gz$/);
      assert.equal((await verifyBackup(join(folder, 'backups', file))).files, 1);
      await send({ do: 'verify', file });
      await runJobs(app);
      const page = await admin.get(backupsUrl);
      assert.match(page.text, /sound, 2026-03-01 12:00/);
      assert.match(page.text, /done: \d+ rows, 1 files, \d+ kB, in \d+ s/);
      assert.deepEqual(htmlProblems(page.body), []);
      const acts = await app.parts.database.read.selectFrom('audit').select('act').execute();
      const told = acts.map(({ act }) => act).filter((act) => act.endsWith('back-up'));
      assert.deepEqual(told, ['write back-up', 'verify back-up']);
    }));

  test('a file that was damaged is not sound, and no file elsewhere can be named', (context) =>
    withFolder(async (folder) => {
      const { app, admin, send } = await open(context, database, folder);
      await mkdir(join(folder, 'backups'), { recursive: true });
      await writeFile(join(folder, 'backups', 'mine.gz'), 'no back-up');
      await writeFile(join(folder, 'secret.gz'), 'secret');
      await send({ do: 'verify', file: 'mine.gz' });
      await runJobs(app);
      const page = await admin.get(backupsUrl);
      assert.match(page.text, /not sound: /);
      assert.equal((await send({ do: 'verify', file: '../secret.gz' })).status, 422);
      assert.equal((await send({ do: 'nothing' })).status, 422);
    }));

  test('that a file was sound is known for good, however much was done since', async (t) => {
    const { database: db } = (await makeApp(t, { database })).parts;
    const known = await db.write(async (transaction) => {
      const at = (id: number) => ({ id, asked_at: id });
      for (const id of [1, 2, 3]) {
        await insertRun(transaction, { ...at(id), act: 'verify', file: id < 3 ? 'a.gz' : 'b.gz' });
        await changeRun(transaction, id, { ended_at: id, problem: id === 1 ? 'torn' : null });
      }
      for (let id = 4; id < 4 + runsKept + 5; id++) {
        await insertRun(transaction, { ...at(id), act: 'write', file: `${id}.gz` });
      }
      await forgetRuns(transaction);
      const rows = await transaction.selectFrom('safekeeping_runs').select('id').execute();
      return { rows: rows.length, oldest: Math.min(...rows.map(({ id }) => id)) };
    });
    assert.deepEqual(known, { rows: runsKept + 2, oldest: 2 });
    const verdicts = await listVerdicts(db.read);
    assert.equal(verdicts.get('a.gz')?.problem, null);
  });

  test('one is written each day if the host wishes it, and the old ones go', (context) =>
    withFolder(async (folder) => {
      const { app, send, names } = await open(context, database, folder);
      await keepUp(app);
      await runJobs(app);
      assert.deepEqual(await names(), []);
      await send({ do: 'settings', daily: '1', days: '3', weeks: '0', outbox_days: '7' });
      for (let hour = 0; hour < 6 * 24; hour += 12) {
        await keepUp(app);
        await runJobs(app);
        app.clock.advance(12 * hourMs);
      }
      const kept = (await names()).sort();
      const days = kept.map((name) => name.slice(0, 'archive-20260304'.length));
      assert.deepEqual(days, ['archive-20260304', 'archive-20260305', 'archive-20260306']);
    }));
});

test('mail that was never sent goes from the outbox after its days', (context) =>
  withFolder(async (folder) => {
    const { app, send } = await open(context, 'sqlite', folder);
    const outbox = join(folder, 'outbox');
    await mkdir(outbox, { recursive: true });
    const mails = ['20260101T000000000Z-old.eml', '20260225T000000000Z-new.eml', 'other.txt'];
    for (const name of mails) await writeFile(join(outbox, name), '');
    await keepUp(app);
    assert.deepEqual((await readdir(outbox)).sort(), mails.slice(1).sort());
    await send({ do: 'settings', days: '7', weeks: '4', outbox_days: '0' });
    app.clock.advance(400 * dayMs);
    await keepUp(app);
    assert.equal((await readdir(outbox)).length, 2);
  }));

test('a process that ends takes its back-up up again later, and leaves nothing half', (context) =>
  withFolder(async (folder) => {
    const { app, send, names } = await open(context, 'sqlite', folder);
    await send({ do: 'write' });
    const running = runJobs(app);
    await app.app.close();
    await running;
    assert.deepEqual(
      (await names()).filter((name) => name.endsWith('.part')),
      [],
    );
    app.clock.advance(hourMs);
    const other = await app.another();
    await other.chores.find(({ name }) => name === 'write and verify back-ups')?.run();
    assert.equal((await names()).length, 1);
  }));
