// What a member saves is theirs, stays right while tags change, and a default filter is in every
// list until it is turned off there.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { htmlProblems } from '../../../test/kit/html-validate.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import type { Fields, Visit, Visitor } from '../../../test/kit/visitor.ts';
import { canonical, tagId } from '../../../test/kit/wrangling.ts';
import { createToken } from '../accounts/index.ts';
import { performActs, previewActs, undoActs } from '../tags/index.ts';
import { filtersMover } from './index.ts';

function titles(page: Visit): string[] {
  const blurbs = page.markup.root.withClass('blurb');
  return blurbs.map((blurb) => blurb.all('h4')[0]?.all('a')[0]?.text ?? '').sort();
}

/** The lines below a list's heading. */
function withheld(page: Visit): string {
  return page.markup.root
    .withClass('withheld')
    .map((line) => line.text)
    .join(' | ');
}

async function save(member: Visitor, list: string, fields: Fields): Promise<Visit> {
  const form = await member.get((await member.get(list)).link('Save this filter'));
  return member.submit(form, '/filters', fields);
}

async function library(app: TestApp): Promise<void> {
  await postWork(app, 'ada', { title: 'One', fandoms: ['Tide'], freeforms: ['Pining'] });
  await postWork(app, 'ada', { title: 'Two', fandoms: ['Tide'], expectedChapters: null });
  await postWork(app, 'ben', { title: 'Three', fandoms: ['Marsh'], freeforms: ['Longing'] });
}

eachDatabase((database) => {
  test('a filter is saved from a list by a name, and opened there and elsewhere', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const eli = await app.as('eli');
    const list = '/tags/Tide/works?q=-freeform:Pining sort:title';
    const saved = await save(eli, list, { name: 'No pining' });
    assert.match(saved.text, /No pining -freeform:Pining sort:title For: Works in Tide/);
    assert.deepEqual(htmlProblems(saved.body), []);
    const opened = await eli.get(saved.link('No pining'));
    assert.match(opened.path, /^\/tags\/Tide\/works\?/);
    assert.deepEqual(titles(opened), ['Two']);
    assert.deepEqual(titles(await eli.get(saved.link('In all works'))), ['Three', 'Two']);
    assert.equal((await app.guest().get(list)).links.join().includes('/filters/new'), false);
  });

  test('it is renamed, changed and deleted by its member alone', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const eli = await app.as('eli');
    const saved = await save(eli, '/works?q=fandom:Tide', { name: 'Tide' });
    const href = saved.link('Change');
    const ben = await app.as('ben');
    assert.equal((await ben.get(href)).status, 404);
    assert.equal((await ben.get(saved.link('Tide'))).status, 404);
    const id = href.split('/')[2];
    const changed = await eli.submit(await eli.get(href), `/filters/${id}`, {
      name: 'Marsh',
      query: 'fandom:Marsh',
    });
    assert.match(changed.body, /Changed\./);
    assert.match(changed.text, /Marsh fandom:Marsh For: All works/);
    assert.deepEqual(titles(await eli.get(changed.link('Marsh'))), ['Three']);
    const gone = await eli.submit(changed, '/delete', {});
    assert.match(gone.body, /Deleted\./);
    assert.match(gone.text, /You have saved no filter yet\./);
  });

  test('a default filter is in every list and its counts, until it is turned off', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const eli = await app.as('eli');
    const saved = await save(eli, '/works?q=complete:yes', { name: 'Finished', default: '1' });
    assert.match(saved.text, /Finished Default/);
    const list = await eli.get('/works');
    assert.deepEqual(titles(list), ['One', 'Three']);
    assert.match(list.text, /^Works 2 Works/);
    assert.equal(withheld(list), 'Your default filter Finished keeps out 1 work. Turn it off here');
    assert.deepEqual(htmlProblems(list.body), []);
    assert.deepEqual(titles(await eli.get('/tags/Tide/works')), ['One']);
    assert.deepEqual(titles(await eli.get('/works/search?q=fandom:Tide')), ['One']);
    const lifted = await eli.get(list.link('Turn it off here'));
    assert.deepEqual(titles(lifted), ['One', 'Three', 'Two']);
    assert.match(withheld(lifted), /off in this list/);
    assert.deepEqual(titles(await eli.get(lifted.link('Turn it on again'))), ['One', 'Three']);
    assert.equal(titles(await (await app.as('ben')).get('/works')).length, 3);
    const bearer = await createToken(app.parts, (await app.member('eli')).userId, ['read'], 'test');
    const headers = { authorization: `Bearer ${bearer}` };
    const total = async (query: string) =>
      (await app.guest().get(`/api/v1/works?${query}`, { headers })).json<{ total: number }>()
        .total;
    assert.deepEqual([await total(''), await total('filter=off')], [2, 3]);
    const ended = await eli.submit(await eli.get('/filters'), '/default', {});
    assert.match(ended.body, /You have no default filter any more\./);
    const off = await eli.get('/works?filter=off&muted=show');
    assert.equal(titles(off).length, 3);
    assert.doesNotMatch(off.text, /off in this list|you have muted/);
  });

  test('one default filter at most, and it goes when it is deleted', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    const eli = await app.as('eli');
    await save(eli, '/works?q=fandom:Tide', { name: 'Tide', default: '1' });
    const lifted = '/works?filter=off&q=fandom:Marsh';
    const both = await save(eli, lifted, { name: 'Marsh', default: '1' });
    assert.equal(both.markup.withClass('mark').length, 1);
    assert.deepEqual(titles(await eli.get('/works')), ['Three']);
    const marsh = both.markup.all('form').find((form) => /Delete/.test(form.text));
    await eli.submit(both, marsh?.attribute('action') ?? '', {});
    assert.equal(titles(await eli.get('/works')).length, 3);
  });

  test('filters follow a tag that is renamed or becomes a synonym, and come back', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    await canonical(app, 'freeform:Pining', 'freeform:Longing');
    const eli = await app.as('eli');
    const query = 'freeform:Longing (freeform:Longing OR kudos>5)';
    await save(eli, `/works?q=${query}`, { name: 'Longing' });
    await save(eli, '/tags/Longing/works?q=complete:yes', { name: 'Of the tag' });
    const from = await tagId(app, 'freeform:Longing');
    const to = await tagId(app, 'freeform:Pining');
    const doing = {
      ids: app.parts.ids,
      at: app.clock.now(),
      by: null,
      movers: [filtersMover],
    };
    const { write, read } = app.parts.database;
    const act = { kind: 'synonym', tag: from, target: to } as const;
    assert.equal((await previewActs(read, [act], [filtersMover])).filters, 2);
    const queries = async () => {
      const rows = await read
        .selectFrom('saved_filters')
        .select(['query', 'list_tag_id'])
        .orderBy('name')
        .execute();
      return rows.map((row) => [row.query, row.list_tag_id]);
    };
    const before = await queries();
    const [done] = await write((transaction) => performActs(transaction, [act], doing));
    assert.deepEqual(await queries(), [
      [`freeform:#${to} (freeform:#${to} OR kudos>5)`, null],
      ['complete:yes', to],
    ]);
    const shown = await eli.get('/filters');
    assert.match(shown.text, /freeform:Pining \(freeform:Pining OR kudos>5\)/);
    assert.match(shown.text, /Works in Pining/);
    assert.deepEqual(titles(await eli.get(shown.link('Longing'))), ['One', 'Three']);
    await write((transaction) => undoActs(transaction, [done?.act.id ?? 0], doing));
    assert.deepEqual(await queries(), before);
    const renaming = { kind: 'rename', tag: from, name: 'Yearning' } as const;
    await write((transaction) => performActs(transaction, [renaming], doing));
    const renamed = await eli.get('/filters');
    assert.match(renamed.text, /freeform:Yearning \(freeform:Yearning OR kudos>5\)/);
    assert.deepEqual(titles(await eli.get(renamed.link('Longing'))), ['Three']);
  });

  test('a filter that was changed after its tag moved stays as it was changed', async (t) => {
    const app = await makeApp(t, { database });
    await library(app);
    await canonical(app, 'freeform:Pining', 'freeform:Longing');
    const eli = await app.as('eli');
    const saved = await save(eli, '/works?q=freeform:Longing', { name: 'Longing' });
    const tag = await tagId(app, 'freeform:Longing');
    const target = await tagId(app, 'freeform:Pining');
    const doing = { ids: app.parts.ids, at: app.clock.now(), by: null, movers: [filtersMover] };
    const { write, read } = app.parts.database;
    const act = { kind: 'synonym', tag, target } as const;
    const [done] = await write((transaction) => performActs(transaction, [act], doing));
    const form = await eli.get(saved.link('Change'));
    await eli.submit(form, '/filters', { query: 'freeform:Pining complete:yes' });
    await write((transaction) => undoActs(transaction, [done?.act.id ?? 0], doing));
    const row = await read.selectFrom('saved_filters').select('query').executeTakeFirst();
    assert.equal(row?.query, `freeform:#${target} complete:yes`);
  });
});

describe('what is refused', () => {
  test('a filter needs a name of its own and something to say', async (t) => {
    const app = await makeApp(t);
    await library(app);
    const eli = await app.as('eli');
    await save(eli, '/works?q=fandom:Tide', { name: 'Tide' });
    const form = await eli.get('/filters/new?q=fandom:Marsh');
    const refused = async (fields: Fields) => {
      const page = await eli.submit(form, '/filters', fields);
      assert.equal(page.status, 422);
      assert.deepEqual(htmlProblems(page.body), []);
      return page.text;
    };
    assert.match(await refused({ name: '' }), /Give the filter a name/);
    assert.match(await refused({ name: 'TIDE' }), /You have a filter of this name/);
    assert.match(await refused({ name: 'x'.repeat(101) }), /up to 100 characters/);
    assert.match(await refused({ name: 'A', query: ' ' }), /Say what the filter lets through/);
    assert.match(await refused({ name: 'A', query: '(' }), /Say what the filter lets through/);
    assert.match(await refused({ name: 'A', query: 'x'.repeat(10_001) }), /up to 10000 characters/);
  });

  test('nobody keeps more than 200', async (t) => {
    const app = await makeApp(t);
    const eli = await app.as('eli');
    const { userId } = await app.member('eli');
    await app.parts.database.write(async (transaction) => {
      const rows = Array.from({ length: 200 }, (_, at) => ({
        id: (at + 1) as never,
        user_id: userId,
        name: `Filter ${at}`,
        name_key: `filter ${at}`,
        query: 'tea',
        list_path: '/works',
        list_tag_id: null,
        created_at: 1,
        updated_at: 1,
      }));
      await transaction.insertInto('saved_filters').values(rows).execute();
    });
    const form = await eli.get('/filters/new?q=tea');
    const page = await eli.submit(form, '/filters', { name: 'One more' });
    assert.equal(page.status, 422);
    assert.match(page.text, /You keep 200 filters/);
  });

  test('a list elsewhere on the web is none', async (t) => {
    const app = await makeApp(t);
    const eli = await app.as('eli');
    const form = await eli.get('/filters/new?q=tea&list=//example.org/works');
    const saved = await eli.submit(form, '/filters', { name: 'Tea' });
    const opened = await eli.get(saved.link('Tea'), { follow: false });
    assert.equal(opened.response.headers.get('location'), '/works?work_search%5Bquery%5D=tea');
  });

  test('what was not understood is said beside the filter', async (t) => {
    const app = await makeApp(t);
    const eli = await app.as('eli');
    const form = await eli.get('/filters/new?q=fandom:Nowhere');
    const saved = await eli.submit(form, '/filters', { name: 'Nowhere' });
    assert.match(saved.text, /There is no tag named “Nowhere”\./);
  });
});
