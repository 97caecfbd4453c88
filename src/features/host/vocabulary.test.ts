// The host's own vocabularies: changed at once for forms and searches, never taken from works.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import type { Fields } from '../../../test/kit/visitor.ts';
import { giveRole } from '../accounts/index.ts';
import { warningIds } from '../tags/index.ts';

const { death, none, violence } = warningIds;
const deathName = 'Major Character Death';

async function asAdmin(app: TestApp) {
  const { userId } = await app.member('cho');
  await giveRole(app.parts, { userId, role: 'admin', actorId: null });
  return app.as('cho');
}

async function save(app: TestApp, type: string, fields: Fields) {
  const admin = await asAdmin(app);
  const path = `/admin/vocabularies/${type}`;
  return admin.submit(await admin.get(path), path, fields);
}

async function formOfNewWork(app: TestApp) {
  return (await (await app.as('ada')).get('/works/new')).text;
}

eachDatabase((database) => {
  test('a new name and a new warning stand on forms and in searches at once', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada', { title: 'Storm', warnings: [deathName] });
    const saved = await save(app, 'warning', {
      [`name[${death}]`]: 'A Main Character Dies',
      new_name: 'Spiders',
      new_word: 'spiders',
    });
    assert.match(saved.body, /The vocabulary is saved\./);
    assert.deepEqual(htmlProblems(saved.body), []);
    const form = await formOfNewWork(app);
    assert.match(form, /A Main Character Dies/);
    assert.match(form, /Spiders/);
    const guest = app.guest();
    assert.match((await guest.get(`/works/${work.id}`)).text, /A Main Character Dies/);
    assert.match((await guest.get('/works?q=warning:death')).text, /Storm/);
    assert.match((await guest.get('/works?q=warning:"Major Character Death"')).text, /Storm/);
    assert.doesNotMatch((await guest.get('/works?q=warning:spiders')).text, /Storm|unknown/i);
  });

  test('what is not offered any more stays on works, their forms, and in searches', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada', { title: 'Storm', warnings: [deathName] });
    await save(app, 'warning', { [`offered[${death}]`]: '' });
    assert.doesNotMatch(await formOfNewWork(app), /Major Character Death/);
    const ada = await app.as('ada');
    const form = await ada.get(`/works/${work.id}/edit`);
    assert.match(form.text, /Major Character Death/);
    await ada.submit(form, `/works/${work.id}`, { title: 'Gale' });
    const guest = app.guest();
    assert.match((await guest.get(`/works/${work.id}`)).text, /Major Character Death/);
    assert.match((await guest.get('/works?q=warning:death')).text, /Gale/);
    await save(app, 'warning', { [`offered[${death}]`]: '1' });
    assert.match(await formOfNewWork(app), /Major Character Death/);
  });

  test('the order that the host gives is the order of forms', async (t) => {
    const app = await makeApp(t, { database });
    await save(app, 'warning', { [`place[${violence}]`]: '1' });
    const form = await formOfNewWork(app);
    assert.ok(form.indexOf('Graphic Depictions') < form.indexOf('Creator Chose Not'));
  });

  test('a medium that the host adds is there, and every change is in the audit', async (t) => {
    const app = await makeApp(t, { database });
    await save(app, 'media', { new_name: 'Puppet Shows', new_word: 'puppets' });
    assert.match((await (await app.as('cho')).get('/admin/vocabularies/media')).body, /Puppet/);
    const rows = await app.parts.database.read
      .selectFrom('audit')
      .select('detail')
      .where('act', '=', 'change vocabulary')
      .execute();
    const [detail] = rows.map((row) => JSON.parse(row.detail));
    assert.deepEqual(detail, { type: 'media', what: 'added', from: null, to: 'Puppet Shows' });
  });

  test('what cannot be is refused with everything that was typed', async (t) => {
    const app = await makeApp(t, { database });
    const refused = await save(app, 'warning', {
      [`name[${violence}]`]: 'Rough, Seas',
      [`word[${death}]`]: 'two words',
      [`place[${none}]`]: '0',
      new_name: 'Major Character Death',
      new_word: 'violence',
    });
    assert.equal(refused.status, 422);
    for (const reason of [
      /which no tag may hold/,
      /small letters/,
      /from 1 to/,
      /is, or once was/,
    ]) {
      assert.match(refused.text, reason);
    }
    assert.match(refused.body, /Rough, Seas/);
    assert.deepEqual(htmlProblems(refused.body), []);
    assert.doesNotMatch(await formOfNewWork(app), /Rough, Seas/);
    const more = await (await app.as('cho')).post('/admin/vocabularies/rating', {
      authenticity_token: /name="csrf-token" content="([^"]+)"/.exec(refused.body)?.[1] ?? '',
      new_name: 'Spicy',
      new_word: 'spicy',
    });
    assert.equal(more.status, 422);
    assert.match(more.text, /no other ratings/);
  });
});
