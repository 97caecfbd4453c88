import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { runDueJobs } from '../jobs/index.ts';
import { dayMs, hourMs, minuteMs } from '../time/index.ts';
import { type MailMessage, MailRefused, mailSender, queueMail } from './index.ts';

const letter: MailMessage = { to: 'ada@example.org', subject: 'Hello', text: 'token=secret' };

const queue = ({ parts }: TestApp, message: MailMessage | null, key?: string) =>
  parts.database.write((transaction) => queueMail(transaction, parts, message, key));

const send = ({ parts }: TestApp) => runDueJobs(parts, [mailSender(parts)]);

const rows = ({ parts }: TestApp) =>
  parts.database.read.selectFrom('queued_mail').selectAll().execute();

function refuse({ parts }: TestApp, temporary: boolean): () => void {
  const { send: before } = parts.mail;
  const error = new MailRefused('the mail server did not take it (ECONNREFUSED)', { temporary });
  Object.assign(parts.mail, { send: () => Promise.reject(error) });
  return () => void Object.assign(parts.mail, { send: before });
}

eachDatabase((database) => {
  it('mail goes out once, after what caused it is kept, and leaves nothing behind', async (t) => {
    const app = await makeApp(t, { database });
    await queue(app, letter);
    assert.equal(app.mail.sent.length, 0);
    await Promise.all([send(app), send(app)]);
    await send(app);
    assert.deepEqual(
      app.mail.sent.map(({ id, ...message }) => message),
      [letter],
    );
    assert.deepEqual(await rows(app), []);
  });

  it('mail of what failed is not sent', async (t) => {
    const app = await makeApp(t, { database });
    const { parts } = app;
    const failing = parts.database.write(async (transaction) => {
      await queueMail(transaction, parts, letter);
      throw new Error('it was not to be');
    });
    await assert.rejects(failing, /not to be/);
    await send(app);
    assert.equal(app.mail.sent.length, 0);
  });

  it('while the mail server is away nothing is lost, and no mail is doubled', async (t) => {
    const app = await makeApp(t, { database });
    const back = refuse(app, true);
    await queue(app, letter);
    for (let minute = 0; minute < 30; minute += 1) {
      await send(app);
      app.clock.advance(minuteMs);
    }
    assert.equal((await rows(app)).length, 1);
    back();
    app.clock.advance(hourMs);
    await send(app);
    assert.equal(app.mail.sent.length, 1);
    assert.match(app.mail.sent[0]?.id ?? '', /^mail-\d+$/);
  });

  it('mail refused for good, or for two days, is given up and said in the log', async (t) => {
    const app = await makeApp(t, { database });
    const back = refuse(app, false);
    await queue(app, letter);
    await send(app);
    assert.deepEqual(await rows(app), []);
    back();
    refuse(app, true);
    await queue(app, letter);
    await send(app);
    app.clock.advance(2 * dayMs);
    await send(app);
    assert.deepEqual(await rows(app), []);
    const lines = app.logLines.filter(({ message }) => message === 'a mail is given up');
    assert.equal(lines.length, 2);
    assert.ok(!JSON.stringify(app.logLines).includes('secret'));
    assert.ok(!JSON.stringify(app.logLines).includes('ada@'));
  });

  it('of mails with one key the first is sent, for a month', async (t) => {
    const app = await makeApp(t, { database });
    await queue(app, letter, 'weekly ada 9');
    await send(app);
    await queue(app, letter, 'weekly ada 9');
    await send(app);
    assert.equal(app.mail.sent.length, 1);
    const [row] = await rows(app);
    assert.equal(row?.message, '');
    app.clock.advance(31 * dayMs);
    await queue(app, letter);
    await send(app);
    assert.deepEqual(await rows(app), []);
  });

  it('a mail to nobody is queued as one to somebody is, and goes nowhere', async (t) => {
    const app = await makeApp(t, { database });
    await queue(app, null);
    assert.equal((await rows(app)).length, 1);
    await send(app);
    assert.equal(app.mail.sent.length, 0);
    assert.deepEqual(await rows(app), []);
  });
});
