// The writing check as its writer meets it: findings above the form, and nothing typed is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import type { Visit, Visitor } from '../../../test/kit/visitor.ts';
import { placeTestWork } from '../../../test/kit/works.ts';

const slips =
  'She walked to the the harbour and looked at the water.\r\n\r\n' +
  'He opened the window & leaned out. It was to late for the ferry.';

const to = '/desk/check';

function found(page: Visit): string[] {
  return page.markup.root
    .withClass('findings')
    .flatMap((list) => list.all('mark').map((m) => m.text));
}

/** The key that the button beside a finding sends. */
function dismissal(page: Visit, quote: string): string {
  const items = page.markup.root.withClass('findings')[0]?.all('li') ?? [];
  const item = items.find((one) => one.all('mark')[0]?.text === quote);
  return item?.all('button')[0]?.attribute('value') ?? '';
}

async function checkChapter(writer: Visitor, address: string, fields = {}): Promise<Visit> {
  const page = await writer.get(`${address}/new`);
  return writer.submit(page, address, { format: 'text', text: slips, ...fields }, { to });
}

eachDatabase((database) => {
  test('a chapter comes back with what was found, where, and why', async (t) => {
    const app = await makeApp(t, { database });
    const ada = await app.as('ada');
    const chapters = `/works/${await placeTestWork(app)}/chapters`;
    const page = await checkChapter(ada, chapters, { title: 'The ferry' });
    assert.equal(page.status, 200);
    assert.deepEqual(found(page), ['the the', 'to']);
    assert.match(page.text, /2 things to look at in 24 words/);
    assert.match(page.text, /Was “too” meant\? The two sound alike/);
    assert.deepEqual(htmlProblems(page.body), []);
    const form = page.form(chapters);
    const area = form.all('textarea').find((one) => one.attribute('name') === 'text');
    assert.match(area?.text ?? '', /window & leaned out/);
    assert.match(page.body, /value="The ferry"/);
    assert.equal((await ada.get(`${chapters}/new`)).status, 200);
  });

  test('what is dismissed stays dismissed for its writer alone, until they say', async (t) => {
    const app = await makeApp(t, { database });
    const [ada, ben] = [await app.as('ada'), await app.as('ben')];
    const chapters = `/works/${await placeTestWork(app)}/chapters`;
    const first = await checkChapter(ada, chapters);
    const dismiss = dismissal(first, 'to');
    const second = await checkChapter(ada, chapters, { dismiss });
    assert.deepEqual(found(second), ['the the']);
    assert.match(second.text, /1 is not shown, because you dismissed it/);
    const moved = await checkChapter(ada, chapters, { text: `A new beginning.\n\n${slips}` });
    assert.deepEqual(found(moved), ['the the'], 'the same words elsewhere');
    const other = `/works/${await placeTestWork(app, { by: 'ben' })}/chapters`;
    assert.deepEqual(found(await checkChapter(ben, other)), ['the the', 'to']);
    const again = await checkChapter(ada, chapters, { dismiss: 'none' });
    assert.deepEqual(found(again), ['the the', 'to']);
  });

  test('a work in another language is told that the check knows English only', async (t) => {
    const app = await makeApp(t, { database });
    const ada = await app.as('ada');
    const chapters = `/works/${await placeTestWork(app, { work: { language: 'de' } })}/chapters`;
    const page = await checkChapter(ada, chapters);
    assert.deepEqual(found(page), []);
    assert.match(page.text, /knows English only, and this work is in another language: Deutsch/);
  });
});

test('a new work is checked before it is saved, and nothing is saved by it', async (t) => {
  const app = await makeApp(t);
  const ada = await app.as('ada');
  const fields = { title: 'Low tide', 'chapter[text]': `<p>${slips}</p>`, language: 'en' };
  const page = await ada.submit(await ada.get('/works/new'), '/works', fields, { to });
  assert.deepEqual(found(page), ['the the', 'to']);
  assert.match(page.body, /value="Low tide"/);
  assert.deepEqual(htmlProblems(page.body), []);
  assert.doesNotMatch((await ada.get('/users/ada/drafts')).text, /Low tide/);
});

test('the same slip twice is listed twice, and what is too much is said', async (t) => {
  const app = await makeApp(t);
  const ada = await app.as('ada');
  const chapters = `/works/${await placeTestWork(app)}/chapters`;
  const one = 'She came to the the quay at dusk.';
  const twice = await checkChapter(ada, chapters, { text: `${one}\n\nHe slept.\n\n${one}` });
  assert.deepEqual(found(twice), ['the the', 'the the']);
  assert.deepEqual(htmlProblems(twice.body), []);
  const many = await checkChapter(ada, chapters, { text: `${one}\n\n`.repeat(301) });
  assert.match(many.text, /More than 300 things to look at in 2,408 words/);
  assert.match(many.text, /Only the first 100 are listed/);
});

test('a script is answered with places in the text as the field has it', async (t) => {
  const app = await makeApp(t);
  const ada = await app.as('ada');
  const chapters = `/works/${await placeTestWork(app)}/chapters`;
  const form = await ada.get(`${chapters}/new`);
  const headers = { accept: 'application/json' };
  const sent = { format: 'text', text: slips };
  const answer = await ada.submit(form, chapters, sent, { to, headers });
  const { findings, words } = JSON.parse(answer.body);
  const typed = slips.replaceAll('\r\n', '\n');
  const quoted = findings.map((one: { start: number; end: number }) =>
    typed.slice(one.start, one.end),
  );
  assert.deepEqual([words, quoted], [24, ['the the', 'to']]);
  const nobodys = await (await app.as('ben')).submit(form, chapters, sent, { to, headers });
  assert.equal(nobodys.status, 403);
});
