import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { fanFicFareEpub, otwEpub, otwHtml } from '../../../test/kit/import-files.ts';
import { sendFiles } from '../../../test/kit/send-files.ts';
import type { Visit, Visitor } from '../../../test/kit/visitor.ts';

const bring = (visitor: Visitor, page: Visit, fields = {}) =>
  visitor.submit(page, '/works/import/waiting', { mine: '1', do: 'bring', ...fields });

async function draftOf(app: TestApp, title: string): Promise<string> {
  const ada = await app.as('ada');
  return (await ada.get('/users/ada/drafts')).link(title);
}

eachDatabase((database) => {
  test('files are read, shown with every decision, and come in as drafts', async (t) => {
    const app = await makeApp(t, { database });
    const ada = await app.as('ada');
    const files = { 'cat.html': otwHtml(), 'salt.epub': await fanFicFareEpub(), 'x.pdf': '%PDF-1' };
    const page = await sendFiles(ada, files);
    assert.equal(page.path, '/works/import/waiting');
    for (const words of ['The Keeper’s Cat', 'A book of FanFicFare', 'https://example.net/s/42']) {
      assert.ok(page.text.includes(words), words);
    }
    assert.match(page.text, /x\.pdf Not read: It is a PDF/);
    assert.match((await ada.get('/users/ada/drafts')).text, /You have no drafts/);
    const chosen = page.markup.all('input').filter((one) => one.attribute('name') === 'works');
    const works = chosen.flatMap((one) =>
      one.attribute('checked') === undefined ? [] : (one.attribute('value') ?? ''),
    );
    assert.equal(works.length, 2);
    const done = await bring(ada, page, { works });
    assert.match(done.body, /2 works came in as drafts/);
    assert.match((await ada.get('/users/ada/drafts')).text, /Salt Letters/);
  });

  test('one work in two files comes in once, and that is said', async (t) => {
    const app = await makeApp(t, { database });
    const ada = await app.as('ada');
    const page = await sendFiles(ada, { 'cat.html': otwHtml(), 'cat.epub': await otwEpub() });
    const boxes = page.markup.all('input').filter((one) => one.attribute('name') === 'works');
    const works = boxes.map((one) => one.attribute('value') ?? '');
    assert.equal(works.length, 2);
    const done = await bring(ada, page, { works });
    assert.match(done.body, /One work came in as a draft\. One was here already/);
  });

  test('every decision can be changed before the work comes in', async (t) => {
    const app = await makeApp(t, { database });
    const ada = await app.as('ada');
    const page = await sendFiles(ada, { 'cat.html': otwHtml() });
    const form = await ada.get(page.link('Change it'));
    const changed = await ada.submit(form, '/works/import/waiting/', {
      title: 'The Other Cat',
      rating: 'Mature',
      fandoms: 'Low Harbour',
      freeforms: 'Rain, Salt',
      'chapters[1][fate]': 'join',
      'chapters[0][title]': 'All',
    });
    assert.match(changed.text, /The Other Cat/);
    await bring(ada, changed);
    const work = await ada.get(`${await draftOf(app, 'The Other Cat')}?view_full_work=true`);
    for (const words of ['Mature', 'Low Harbour', 'Salt', 'The lamp was lit', 'The Tide']) {
      assert.ok(work.text.includes(words), words);
    }
    assert.doesNotMatch(work.text, /Chapter 2/);
  });

  test('a file that could not be read is named when it is chosen all the same', async (t) => {
    const app = await makeApp(t, { database });
    const ada = await app.as('ada');
    const page = await sendFiles(ada, { 'cat.html': otwHtml(), 'x.pdf': '%PDF-1' });
    const done = await bring(ada, page, {
      works: page.markup
        .all('input')
        .filter((one) => one.attribute('name') === 'works')
        .map((one) => one.attribute('value') ?? ''),
    });
    assert.match(done.text, /“x\.pdf” did not come in: Not read: It is a PDF/);
  });

  test('what waits is its owner’s alone, and can be thrown away', async (t) => {
    const app = await makeApp(t, { database });
    const ada = await app.as('ada');
    const page = await sendFiles(ada, { 'cat.html': otwHtml() });
    const ben = await app.as('ben');
    assert.equal((await ben.get(page.link('Change it'))).status, 404);
    assert.doesNotMatch((await ben.get('/works/import/waiting')).text, /Cat/);
    const gone = await ada.submit(page, '/works/import/waiting', { do: 'discard' });
    assert.match(gone.text, /Nothing waits/);
  });

  test('nobody brings in what they do not say is theirs', async (t) => {
    const app = await makeApp(t, { database });
    const ada = await app.as('ada');
    const page = await sendFiles(ada, { 'cat.html': otwHtml() });
    const refused = await ada.submit(page, '/works/import/waiting', { do: 'bring' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Tick the box to say that the works are yours/);
  });

  test('a moderator decides about what waits by the host’s words', async (t) => {
    const app = await makeApp(t, { database });
    const dee = await app.as('dee');
    const rules = await dee.get('/moderation/held');
    await dee.submit(rules, '/moderation/held', { tags: '', words: 'brought a letter' });
    const ada = await app.as('ada');
    const page = await sendFiles(ada, { 'cat.html': otwHtml() });
    assert.match(page.text, /wait for a moderator.*It has the word “brought a letter”/);
    await bring(ada, page);
    const draft = await draftOf(app, 'The Keeper’s Cat');
    await ada.submit(await ada.get(draft), '/post', { policy: '1' });
    assert.equal((await app.guest().get(draft)).status, 404);
    const queue = await dee.get('/moderation/queue');
    assert.match(queue.text, /The Keeper’s Cat.*by ada.*brought a letter/);
    const release = `work:${draft.split('/').at(-1)}`;
    const letIn = await dee.submit(queue, '/moderation/queue', { release });
    assert.match(letIn.body, /1 is released\./);
    assert.match(letIn.text, /Nothing waits/);
    assert.equal((await app.guest().get(draft)).status, 200);
  });
});

test('the address that tools know leads to the form', async (t) => {
  const app = await makeApp(t);
  const page = await (await app.as('ada')).get('/works/new?import=true');
  assert.equal(page.path, '/works/import');
});
