// Announcements: who reads which, from when until when, also on the pages kept for guests.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import type { Visit } from '../../../test/kit/visitor.ts';
import { minuteMs } from '../../kit/time/index.ts';
import { giveRole } from '../accounts/index.ts';

const words = 'The archive moves house on Sunday.';
const list = '/admin/announcements';
const unfollowed = { follow: false };

const tokenIn = (page: Visit) =>
  page.markup
    .find((input) => input.attribute('name') === 'authenticity_token')
    ?.attribute('value') ?? '';

/** What cho, the only admin, is answered who announces this. */
async function announce(app: TestApp, fields: Readonly<Record<string, string>> = {}) {
  const { userId } = await app.member('cho');
  await giveRole(app.parts, { userId, role: 'admin', actorId: null });
  const admin = await app.as('cho');
  const token = tokenIn(await admin.get(list));
  return admin.post(list, { authenticity_token: token, body: words, ...fields });
}

async function runJobs(app: TestApp): Promise<void> {
  await app.app.chores.find(({ name }) => name === 'run jobs')?.run();
}

const banner = async (visitor: { get: (path: string) => Promise<Visit> }) =>
  (await visitor.get('/about')).body.includes(words);

eachDatabase((database) => {
  test('pages kept for guests show an announcement from its beginning to its end', async (t) => {
    const app = await makeApp(t, { database });
    await announce(app, { begins: '2026-03-01T12:10', ends: '2026-03-01T12:20' });
    const seen = () => banner(app.guest());
    assert.equal(await seen(), false);
    app.clock.advance(10 * minuteMs);
    await runJobs(app);
    assert.equal(await seen(), true);
    app.clock.advance(10 * minuteMs - 1);
    await runJobs(app);
    assert.equal(await seen(), true);
    app.clock.advance(1);
    await runJobs(app);
    assert.equal(await seen(), false);
  });

  test('what is announced to members is read by no guest', async (t) => {
    const app = await makeApp(t, { database });
    await announce(app, { audience: 'members' });
    assert.deepEqual([await banner(app.guest()), await banner(await app.as('ben'))], [false, true]);
  });

  test('who has hidden an announcement does not meet it again; others do', async (t) => {
    const app = await makeApp(t, { database });
    await announce(app, { link: '/about' });
    const guest = app.guest();
    const page = await guest.get('/about?x=1');
    assert.deepEqual(htmlProblems(page.body), []);
    assert.ok(page.markup.find((one) => one.attribute('id') === 'admin-banner'));
    const forms = page.markup.all('form').map((form) => form.attribute('action') ?? '');
    const hide = forms.find((action) => action.endsWith('/dismiss')) ?? '';
    const hidden = await guest.post(hide, { return_to: '/about?x=1' }, unfollowed);
    assert.equal(hidden.response.headers.get('location'), '/about?x=1');
    assert.deepEqual([await banner(guest), await banner(app.guest())], [false, true]);
    const away = await app.guest().post(hide, { return_to: 'https://example.org/' }, unfollowed);
    assert.equal(away.response.headers.get('location'), '/');
  });

  test('what a member has hidden stays hidden on their other devices, and is theirs', async (t) => {
    const app = await makeApp(t, { database });
    await announce(app);
    const [ben, { read }] = [await app.as('ben'), app.parts.database];
    const rows = () => read.selectFrom('announcement_dismissals').selectAll().execute();
    const page = await ben.get('/about');
    const hide = page.form('/dismiss').attribute('action') ?? '';
    await ben.post(hide, {}, unfollowed);
    assert.deepEqual(await rows(), [], 'a form without its token changes the device alone');
    await ben.submit(page, '/dismiss', {}, unfollowed);
    await ben.submit(page, '/dismiss', {}, unfollowed);
    await ben.post('/announcements/17/dismiss', { authenticity_token: tokenIn(page) }, unfollowed);
    assert.equal((await rows()).length, 1);
    assert.deepEqual(
      [await banner(await app.as('ben')), await banner(await app.as('ada'))],
      [false, true],
    );
  });

  test('an announcement is edited and ended, each time written into the audit', async (t) => {
    const app = await makeApp(t, { database });
    await announce(app, { begins: '2026-03-01T13:00' });
    const admin = await app.as('cho');
    const links = (await admin.get(list)).markup.all('a').map((a) => a.attribute('href') ?? '');
    const one = links.find((href) => href.startsWith(`${list}/`)) ?? '';
    const form = await admin.get(one);
    assert.equal(
      form.markup.find((input) => input.attribute('name') === 'begins')?.attribute('value'),
      '2026-03-01T13:00',
    );
    const token = tokenIn(form);
    assert.equal(await banner(app.guest()), false);
    const fields = { authenticity_token: token, body: words };
    await admin.post(one, { ...fields, do: 'save', begins: '2026-03-01T11:00' });
    assert.equal(await banner(app.guest()), true);
    await admin.post(one, { ...fields, do: 'end' });
    assert.equal(await banner(app.guest()), false);
    const rows = await app.parts.database.read
      .selectFrom('audit')
      .select('act')
      .where('subject_kind', '=', 'announcement')
      .orderBy('id')
      .execute();
    assert.deepEqual(
      rows.map(({ act }) => act),
      ['announce', 'change announcement', 'end announcement'],
    );
  });

  test('what cannot be announced is refused with its reasons and given back', async (t) => {
    const app = await makeApp(t, { database });
    const wrong: Readonly<Record<string, string>>[] = [
      { body: ' ' },
      { body: 'x'.repeat(501) },
      { link: 'javascript:alert(1)' },
      { link: '//example.org' },
      { begins: 'tomorrow' },
      { begins: '2026-03-02T12:00', ends: '2026-03-02T12:00' },
    ];
    for (const fields of wrong) {
      const answer = await announce(app, fields);
      assert.equal(answer.status, 422, JSON.stringify(fields));
      assert.deepEqual(htmlProblems(answer.body), []);
    }
    assert.equal(await banner(app.guest()), false);
  });
});
