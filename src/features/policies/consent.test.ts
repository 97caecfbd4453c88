// Consent to the policy, as creators are asked for it, and the versions that everybody can read.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { placeTestWork } from '../../../test/kit/works.ts';
import { giveRole } from '../accounts/index.ts';

const choices = {
  title: 'Tides',
  rating: '10',
  warnings: '16',
  fandoms: 'Harbour Lights',
  language: 'en',
  'chapter[text]': '<p>High.</p>',
  do: 'post',
};

async function post(app: TestApp, fields: Record<string, string>) {
  const ada = await app.as('ada');
  return ada.submit(await ada.get('/works/new'), '/works', { ...choices, ...fields });
}

async function writePage(app: TestApp, page: string, said: string) {
  const { userId } = await app.member('cho');
  await giveRole(app.parts, { userId, role: 'admin', actorId: null });
  const admin = await app.as('cho');
  const form = await admin.get('/admin/settings');
  return admin.submit(form, '/admin/settings', { [`page[${page}]`]: said });
}

function consents(app: TestApp) {
  return app.parts.database.read
    .selectFrom('policy_consents')
    .select(['version', 'agreed_at'])
    .orderBy('version')
    .execute();
}

eachDatabase((database) => {
  it('is asked for once for each version, and kept with the time', async (t) => {
    const app = await makeApp(t, { database });
    assert.equal((await post(app, {})).status, 422);
    assert.equal((await post(app, { policy: '1' })).status, 200);
    const at = app.clock.now();
    assert.deepEqual(await consents(app), [{ version: 1, agreed_at: at }]);
    const form = await (await app.as('ada')).get('/works/new');
    assert.doesNotMatch(form.body, /name="policy"/);
    assert.match(form.text, /sexual content involving minors.*You agreed to it on 01 Mar 2026/);
    assert.equal((await post(app, {})).status, 200);
    await writePage(app, 'policy', 'No sexual content involving minors. No cats, either.');
    // A form that was opened before says nothing of the new version.
    const late = await post(app, { policy: '1' });
    assert.equal(late.status, 422);
    assert.match(late.body, /name="policy" value="2"/);
    app.clock.advance(1000);
    assert.equal((await post(app, { policy: '2' })).status, 200);
    const both = [
      { version: 1, agreed_at: at },
      { version: 2, agreed_at: at + 1000 },
    ];
    assert.deepEqual(await consents(app), both);
  });

  it('is asked for before a draft is posted by its button', async (t) => {
    const app = await makeApp(t, { database });
    const ada = await app.as('ada');
    const work = await placeTestWork(app, { post: false });
    const asked = await ada.submit(await ada.get(`/works/${work}`), '/post', {});
    assert.equal(asked.status, 422);
    assert.equal((await app.guest().get(`/works/${work}`)).status, 404);
    await ada.submit(asked, '/post', { policy: '1' });
    assert.equal((await app.guest().get(`/works/${work}`)).status, 200);
  });

  it('every version of a page stays to be read, the one that Inkstead brought first', async (t) => {
    const app = await makeApp(t, { database });
    const guest = app.guest();
    assert.match((await guest.get('/terms/versions')).text, /never been changed/);
    await writePage(app, 'terms', 'Be *kind*.');
    await writePage(app, 'terms', 'Be kind and *brief*.');
    assert.match((await guest.get('/terms')).text, /brief.*In force since 01 Mar 2026/);
    const list = await guest.get('/terms/versions');
    const links = list.links.filter((href) => href.startsWith('/terms/versions/'));
    assert.deepEqual(
      links,
      [3, 2, 1].map((number) => `/terms/versions/${number}`),
    );
    const [third, second, first] = await Promise.all(links.map((href) => guest.get(href)));
    assert.match(third?.body ?? '', /<em>brief<\/em>/);
    assert.match(second?.text ?? '', /Version 2.*not in force any more.*Be kind\./);
    assert.match(first?.text ?? '', /It is yours alone/);
    assert.match((await guest.get('/policy/versions')).text, /never been changed/);
  });
});
