import assert from 'node:assert/strict';
import { it, test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import type { Visitor } from '../../../test/kit/visitor.ts';
import { dayMs, minuteMs } from '../../kit/time/index.ts';
import { mailTime } from './mail-times.ts';

const withMail = { INKSTEAD_SMTP_URL: 'smtp://127.0.0.1:2525' };
const own = '/users/ben/notices';

/** Ada asks ben to be a creator of a work of hers. */
async function askBen(app: TestApp, title: string): Promise<string> {
  const ada = await app.as('ada');
  const { id } = await postWork(app, 'ada', { title });
  const page = await ada.get(`/works/${id}/creators`);
  assert.equal((await ada.submit(page, '/creators', { coCreators: 'ben' })).status, 200);
  return String(id);
}

async function choose(ben: Visitor, way: string): Promise<void> {
  const page = await ben.get(`${own}/choices`);
  assert.equal(
    (await ben.submit(page, '/choices', { 'way[creator-invitation]': way })).status,
    200,
  );
}

const run = async (app: TestApp) => {
  for (const name of ['run jobs', 'send mail']) {
    await app.app.chores.find((chore) => chore.name === name)?.run();
  }
};

eachDatabase((database) => {
  it('a notice stands on the person’s page and in the header until it is read', async (t) => {
    const app = await makeApp(t, { database });
    const ben = await app.as('ben');
    assert.match((await ben.get(own)).text, /no notices yet/);
    await askBen(app, 'Lamps');
    const page = await ben.get(own);
    assert.match(page.text, /ada asks you to be a co-creator of “Lamps”/);
    assert.match(page.body, /Notices \(1 new\)/);
    assert.deepEqual(htmlProblems(page.body), []);
    const read = await ben.submit(page, '/notices/read', {});
    assert.doesNotMatch(read.body, /1 new/);
    assert.match(read.text, /Lamps/);
    assert.match((await ben.get(`${own}?unread=1`)).text, /read all your notices/);
    assert.equal((await (await app.as('ada')).get(own)).status, 403);
  });

  it('marking all leaves what came after the page was shown', async (t) => {
    const app = await makeApp(t, { database });
    const ben = await app.as('ben');
    await askBen(app, 'First');
    const page = await ben.get(own);
    app.clock.advance(minuteMs);
    await askBen(app, 'Second');
    const after = await ben.submit(page, '/notices/read', {});
    assert.match(after.body, /Notices \(1 new\)/);
  });

  it('what a notice is about is named only while the person may see it', async (t) => {
    const app = await makeApp(t, { database });
    const ben = await app.as('ben');
    const id = await askBen(app, 'Lamps');
    const ada = await app.as('ada');
    await ada.submit(await ada.get(`/works/${id}/delete`), '/delete', {});
    const page = await ben.get(own);
    assert.doesNotMatch(page.body, /Lamps/);
    assert.match(page.text, /no longer here/);
  });

  it('mail at once brings what is new in one mail, and not one upon the other', async (t) => {
    const app = await makeApp(t, { database, env: withMail });
    await choose(await app.as('ben'), 'at-once');
    await askBen(app, 'Lamps');
    await run(app);
    await run(app);
    assert.equal(app.mail.sent.length, 1);
    assert.equal(app.mail.sent[0]?.subject, 'ada asks you to be a co-creator of “Lamps”.');
    await askBen(app, 'Boats');
    await askBen(app, 'Nets');
    await run(app);
    assert.equal(app.mail.sent.length, 1);
    app.clock.advance(10 * minuteMs);
    await run(app);
    assert.equal(app.mail.sent.length, 2);
    assert.match(app.mail.sent[1]?.text ?? '', /Nets.*Boats/s);
    assert.equal(app.mail.sent[1]?.subject, '2 things are new for you');
  });

  it('a digest comes in the morning, without what was read before', async (t) => {
    const app = await makeApp(t, { database, env: withMail });
    const ben = await app.as('ben');
    await choose(ben, 'daily');
    await askBen(app, 'Lamps');
    await ben.submit(await ben.get(own), '/notices/read', {});
    app.clock.advance(minuteMs);
    await askBen(app, 'Boats');
    await run(app);
    assert.equal(app.mail.sent.length, 0);
    app.clock.advance(dayMs);
    await run(app);
    assert.equal(app.mail.sent.length, 1);
    assert.match(app.mail.sent[0]?.text ?? '', /Boats/);
    assert.doesNotMatch(app.mail.sent[0]?.text ?? '', /Lamps/);
  });

  it('who wants none of a kind gets none of it', async (t) => {
    const app = await makeApp(t, { database, env: withMail });
    const ben = await app.as('ben');
    await choose(ben, 'never');
    await askBen(app, 'Lamps');
    await run(app);
    assert.equal(app.mail.sent.length, 0);
    assert.match((await ben.get(own)).text, /no notices yet/);
  });

  it('a mail is stopped by its header’s address, without log-in and in one step', async (t) => {
    const app = await makeApp(t, { database, env: withMail });
    const ben = await app.as('ben');
    await choose(ben, 'at-once');
    await askBen(app, 'Lamps');
    await run(app);
    const { headers = {} } = app.mail.sent[0] ?? {};
    assert.equal(headers['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click');
    const address = new URL(headers['List-Unsubscribe']?.slice(1, -1) ?? '').pathname;
    const page = await app.guest().get(address);
    assert.match(page.text, /no more mails/);
    assert.deepEqual(htmlProblems(page.body), []);
    assert.equal(page.response.headers.get('referrer-policy'), 'no-referrer');
    await askBen(app, 'Boats');
    const oneClick = { 'List-Unsubscribe': 'One-Click' };
    assert.equal((await app.guest().post(address, oneClick)).status, 200);
    app.clock.advance(dayMs);
    await askBen(app, 'Nets');
    await run(app);
    assert.equal(app.mail.sent.length, 1);
    assert.match((await ben.get(own)).text, /Nets.*Boats/);
    assert.ok(!JSON.stringify(app.logLines).includes(address.split('/').at(-1) ?? ''));
  });

  it('an address to stop mails that is made up is nobody’s', async (t) => {
    const app = await makeApp(t, { database });
    const { userId } = await app.member('ben');
    for (const token of ['x', `${userId}`, `${userId}.${'A'.repeat(43)}`]) {
      const address = `/notices/unsubscribe/${token}`;
      assert.equal((await app.guest().get(address)).status, 404);
      assert.equal((await app.guest().post(address, {})).status, 404);
    }
  });

  it('without a mail server no mail of notices is kept for anybody', async (t) => {
    const app = await makeApp(t, { database });
    await choose(await app.as('ben'), 'at-once');
    await askBen(app, 'Lamps');
    await run(app);
    assert.equal(app.mail.sent.length, 0);
  });

  it('notices that were read are forgotten after ninety days', async (t) => {
    const app = await makeApp(t, { database });
    const ben = await app.as('ben');
    await askBen(app, 'Lamps');
    await ben.submit(await ben.get(own), '/notices/read', {});
    app.clock.advance(dayMs);
    await askBen(app, 'Boats');
    app.clock.advance(90 * dayMs);
    await app.app.chores.find(({ name }) => name === 'forget old notices')?.run();
    const rows = await app.parts.database.read.selectFrom('notices').select('id').execute();
    assert.equal(rows.length, 1);
  });
});

test('a digest is there on the person’s own morning, and weekly ones on a Monday', () => {
  // A Sunday.
  const noon = Date.UTC(2026, 2, 1, 12);
  assert.equal(mailTime('daily', noon, 0, 'UTC'), Date.UTC(2026, 2, 2, 7));
  assert.equal(mailTime('daily', noon, 0, 'Asia/Tokyo'), Date.UTC(2026, 2, 1, 22));
  assert.equal(mailTime('weekly', noon + dayMs, 0, 'UTC'), Date.UTC(2026, 2, 9, 7));
});
