// Languages as the host keeps them: changed at once for pages, forms, filters, files and imports.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import type { Fields } from '../../../test/kit/visitor.ts';
import { giveRole } from '../accounts/index.ts';
import { languagesDeskUrl } from './urls.ts';

async function asAdmin(app: TestApp) {
  const { userId } = await app.member('cho');
  await giveRole(app.parts, { userId, role: 'admin', actorId: null });
  return app.as('cho');
}

async function save(app: TestApp, fields: Fields) {
  const admin = await asAdmin(app);
  return admin.submit(await admin.get(languagesDeskUrl), languagesDeskUrl, fields);
}

eachDatabase((database) => {
  test('a language that the host adds can be written in, read, found and filtered', async (t) => {
    const app = await makeApp(t, { database });
    const page = await save(app, {
      new_code: 'TLH',
      new_name: ' tlhIngan  Hol ',
      new_direction: 'rtl',
    });
    assert.match(page.body, /The vocabulary is saved\./);
    assert.deepEqual(htmlProblems(page.body), []);
    const form = await (await app.as('ada')).get('/works/new');
    assert.match(form.body, /<option value="tlh">tlhIngan Hol<\/option>/);
    const work = await postWork(app, 'ada', { title: 'Honour', language: 'tlh' });
    await postWork(app, 'ada', { title: 'Storm' });
    const guest = app.guest();
    const read = await guest.get(`/works/${work.id}`);
    assert.match(read.body, /<dd class="language" lang="tlh">tlhIngan Hol<\/dd>/);
    assert.match(read.body, /role="article" lang="tlh" dir="rtl"/);
    for (const query of ['language:tlh', 'language:"tlhingan hol"', 'language:Klingon']) {
      const list = await guest.get(`/works?q=${encodeURIComponent(query)}`);
      assert.match(list.text, /Honour/, query);
      assert.doesNotMatch(list.text, /Storm/, query);
    }
    const book = await guest.get(`/downloads/${work.id}/x.html`);
    assert.match(book.body, /tlhIngan Hol/);
  });

  test('a new name holds at once everywhere, and the old one is still found', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada', { title: 'Sturm', language: 'de' });
    const guest = app.guest();
    const path = `/works/${work.id}`;
    assert.match((await guest.get(path)).text, /Deutsch/);
    await save(app, { 'name[de]': 'Teutsch' });
    assert.match((await guest.get(path)).text, /Teutsch/);
    assert.match((await guest.get('/languages')).text, /Teutsch/);
    const list = await guest.get('/works?q=language:Deutsch');
    assert.match(list.text, /Sturm/);
    assert.match(list.body, /<option value="de" selected>Teutsch<\/option>/);
    assert.match((await guest.get('/works?q=language:teutsch')).text, /Sturm/);
  });

  test('a language that is not offered stays on its works and in searches', async (t) => {
    const app = await makeApp(t, { database });
    const work = await postWork(app, 'ada', { title: 'Sturm', language: 'de' });
    await save(app, { 'offered[de]': '' });
    const ada = await app.as('ada');
    const newWork = await ada.get('/works/new');
    assert.doesNotMatch(newWork.body, /value="de"/);
    const form = await ada.get(`/works/${work.id}/edit`);
    assert.match(form.body, /<option value="de" selected>Deutsch/);
    await ada.submit(form, `/works/${work.id}`, { title: 'Drang' });
    const guest = app.guest();
    assert.match((await guest.get('/works?q=language:de')).text, /Drang/);
    assert.match((await guest.get('/works')).body, /<option value="de">Deutsch/);
    assert.match((await ada.get(`/works/${work.id}`)).text, /Deutsch/);
  });

  test('the order is the host’s, and every change is in the audit', async (t) => {
    const app = await makeApp(t, { database });
    await save(app, { 'place[he]': '1', 'direction[la]': 'rtl' });
    const form = await (await app.as('ada')).get('/works/new');
    assert.ok(form.body.indexOf('value="he"') < form.body.indexOf('value="en"'));
    const rows = await app.parts.database.read
      .selectFrom('audit')
      .select('detail')
      .where('act', '=', 'change language')
      .orderBy('id')
      .execute();
    const details = rows.map(({ detail }) => JSON.parse(detail));
    assert.deepEqual(details[0], { language: 'he', what: 'place', from: 62, to: 1 });
    assert.deepEqual(details[1], { language: 'la', what: 'direction', from: 'ltr', to: 'rtl' });
    assert.equal(details.length, 2);
  });

  test('what cannot be is refused with everything that was typed', async (t) => {
    const app = await makeApp(t, { database });
    const refused = await save(app, {
      'name[fr]': 'Deutsch',
      'name[it]': ' ',
      'place[la]': '0',
      new_code: 'english',
      new_name: 'Suomi',
    });
    assert.equal(refused.status, 422);
    for (const reason of [
      /Deutsch is the name of another language too/,
      /A language needs a name/,
      /from 1 to 300/,
      /A code is one of BCP 47/,
      /Suomi is the name of another language too/,
    ]) {
      assert.match(refused.text, reason);
    }
    assert.match(refused.body, /value="english"/);
    assert.deepEqual(htmlProblems(refused.body), []);
    const twice = await save(app, { new_code: 'iw', new_name: 'Ivrit' });
    assert.match(twice.text, /That code is in the list: עברית/);
    const admin = await app.as('cho');
    const form = await admin.get(languagesDeskUrl);
    const tags = [...form.body.matchAll(/name="offered\[([^\]]+)\]"/g)].map(([, tag]) => tag);
    const none = Object.fromEntries(tags.map((tag) => [`offered[${tag}]`, '']));
    const empty = await admin.submit(form, languagesDeskUrl, none);
    assert.match(empty.text, /At least one language has to be on the forms/);
  });
});
