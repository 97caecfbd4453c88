// Bookmarks leave and come back with all that was said of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { listTitles } from '../../../test/kit/lists.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import type { Visit, Visitor } from '../../../test/kit/visitor.ts';
import { tidyTagName } from '../tags/index.ts';
import { readTable, writeCsv } from './transfer/as-csv.ts';
import { readJson, writeJson } from './transfer/as-json.ts';
import type { Entry } from './transfer/entry.ts';

const own = '/users/ben/bookmarks';

const line = fc.oneof(fc.string(), fc.constantFrom('=1+1', "'-x", 'a "b"', 'x, y', '@home', '+1'));
const words = line.map((typed) => tidyTagName(typed.replaceAll(/[,，、،﹐､]/gu, ' ')));
const entry: fc.Arbitrary<Entry> = fc.record(
  {
    kind: fc.constantFrom('work', 'series', 'elsewhere', 'gone'),
    address: fc.webUrl(),
    title: line,
    creators: line,
    fandoms: line,
    notes: fc.array(line).map((lines) => lines.join('\n')),
    tags: fc.uniqueArray(
      words.filter((word) => word !== ''),
      { maxLength: 4, selector: (word) => word.toLowerCase() },
    ),
    rec: fc.boolean(),
    private: fc.boolean(),
    shelves: fc.array(
      line.filter((name) => name.trim() !== '' && !/[\r\n]/.test(name)),
      { maxLength: 3 },
    ),
    at: fc.option(fc.integer({ min: 0, max: Date.UTC(2100, 1) })),
  },
  { noNullPrototype: true },
);

test('what is written is read back, as JSON and as a table', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (entries) => {
      assert.deepEqual(readJson(writeJson(entries), 99), entries);
      assert.deepEqual(readTable(writeCsv(entries), 99), entries);
    }),
  );
});

test('a cell that a spreadsheet would calculate is text', () => {
  const [plain] = fc.sample(entry, 1);
  const table = writeCsv([{ ...(plain as Entry), title: '=HYPERLINK("x")' }]);
  assert.match(table, /,"'=HYPERLINK\(""x""\)",/);
});

test('what is no file of bookmarks is read as none', () => {
  for (const text of ['', '{', '[1, null]', '{"bookmarks": 3}', 'null']) {
    assert.deepEqual(readJson(text, 9) ?? [], [], text);
  }
  assert.equal(readTable('title,notes\na,b', 9), null);
  const [odd] = readTable('Notes,ADDRESS,extra\nhm,https://example.org/,x', 9) ?? [];
  assert.deepEqual([odd?.address, odd?.notes, odd?.at], ['https://example.org/', 'hm', null]);
});

async function send(visitor: Visitor, content: string): Promise<Visit> {
  const page = await visitor.get('/bookmarks/import');
  const token = page.form('/bookmarks/import').all('input')[0]?.attribute('value') ?? '';
  const data = new FormData();
  data.append('authenticity_token', token);
  data.append('file', new File([content], 'bookmarks'));
  const body = new Response(data);
  const headers = { 'content-type': body.headers.get('content-type') ?? '' };
  return visitor.send('POST', '/bookmarks/import', await body.arrayBuffer(), { headers });
}

/** A work, a series, a thing elsewhere, one of them privately and on a shelf. */
async function keeper(app: TestApp): Promise<Visitor> {
  const ben = await app.as('ben');
  const work = await postWork(app, 'ada', { title: 'Here' });
  const ada = await app.as('ada');
  const edit = await ada.get(`/works/${work.id}/edit`);
  await ada.submit(edit, `/works/${work.id}`, { seriesNew: 'Tides' });
  await ben.submit(await ben.get(`/works/${work.id}`), '/bookmarks', {
    'bookmark[bookmarker_notes]': '<p>Good <b>tea</b></p>',
    'bookmark[tag_string]': 'cosy, again',
    'bookmark[rec]': '1',
    'bookmark[new_shelf]': 'Rainy days',
  });
  app.clock.advance(60_000);
  const series = (await ben.get(`/works/${work.id}`)).link('Tides');
  await ben.submit(await ben.get(series), '/bookmarks', {});
  app.clock.advance(60_000);
  await ben.submit(await ben.get('/bookmarks/new'), '/bookmarks', {
    'bookmark[address]': 'https://example.org/far',
    'bookmark[title]': 'Far away',
    'bookmark[private]': '1',
  });
  return ben;
}

eachDatabase((database) => {
  test('all of them go and come back as they were, once', async (t) => {
    const app = await makeApp(t, { database });
    const ben = await keeper(app);
    const before = await ben.get('/bookmarks/export.json');
    const table = await ben.get('/bookmarks/export.csv');
    for (const file of [before.body, table.body]) {
      for (;;) {
        const list = await ben.get(own);
        if (listTitles(list).length === 0) break;
        await ben.submit(await ben.get(list.link('Delete')), '/delete', {});
      }
      app.clock.advance(60_000);
      const plan = await send(ben, file);
      assert.match(plan.text, /3 new bookmarks, 0 that you have, 0 named twice, 0 that cannot/);
      assert.deepEqual(htmlProblems(plan.body), []);
      assert.equal(listTitles(await ben.get(own)).length, 0);
      const done = await ben.submit(plan, '/bookmarks/import', {});
      assert.match(done.body, /3 bookmarks are kept, 0 changed/);
      assert.equal((await ben.get('/bookmarks/export.json')).body, before.body);
      const again = await ben.submit(await send(ben, file), '/bookmarks/import', {});
      assert.match(again.body, /0 bookmarks are kept, 0 changed/);
    }
    const other = await app.as('cho');
    assert.doesNotMatch((await other.get('/bookmarks/export.json')).body, /Far away/);
  });

  test('works are found by where they came from, and nothing unseen is told', async (t) => {
    const app = await makeApp(t, { database });
    const hidden = await postWork(app, 'ada', { title: 'Takenaway', hidden: true });
    const brought = await postWork(app, 'ada', { title: 'Brought' });
    const { userId } = await app.member('ada');
    await app.parts.database.write((transaction) =>
      transaction
        .insertInto('imports')
        .values({
          id: 7,
          owner_id: userId,
          brought_by: userId,
          work_id: brought.id,
          digest: 'd',
          source_address: 'https://example.net/works/5',
          file_name: 'a.html',
          kind: 'html',
          decisions: '[]',
          brought_at: 1,
        })
        .execute(),
    );
    const ben = await app.as('ben');
    const lines = [
      'address,title,shelves',
      `${app.parts.settings.url}/works/${hidden.id},x,`,
      'https://www.example.net/works/5/chapters/9,,Rainy',
      'http://example.net/works/5,,',
      'javascript:alert(1),y,',
      'https://example.org/1,,Rainy',
    ];
    const plan = await send(ben, lines.join('\n'));
    assert.match(plan.text, /2 new bookmarks, 0 that you have, 1 named twice, 2 that cannot/);
    assert.doesNotMatch(plan.text, /Takenaway/);
    await ben.submit(plan, '/bookmarks/import', {});
    assert.deepEqual(listTitles(await ben.get(own)).sort(), ['Brought', 'https://example.org/1']);
    const found = await ben.get('/works?q=shelf:Rainy');
    assert.deepEqual(listTitles(found), ['Brought']);
    const notes = 'address,notes\nhttps://example.net/works/5,Changed';
    const next = await send(ben, notes);
    await ben.submit(next, '/bookmarks/import', { existing: 'replace' });
    assert.match((await ben.get(own)).text, /Changed/);
    for (const nonsense of ['', 'nothing', '{"bookmarks":[]}']) {
      assert.equal((await send(ben, nonsense)).status, 422, nonsense);
    }
  });
});
