// A list is true at once: what is posted, changed, wrangled and counted is in the next answer of
// every process.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { eachDatabase } from '../../../test/kit/database.ts';
import { listHeading as heading, listTitles as titles } from '../../../test/kit/lists.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { Visitor } from '../../../test/kit/visitor.ts';
import { soundWork } from '../../../test/kit/works.ts';
import { canonical, metatag, parent, synonym, tagId } from '../../../test/kit/wrangling.ts';
import { recordChange } from '../../kit/sql/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import { addCounts, changeWork } from '../works/index.ts';

// A guest with any cookie is answered afresh: kept pages do not follow counters.
const afresh = { headers: { cookie: 'known=1' } } as const;

eachDatabase((database) => {
  test('a posted work is in every list at once, in a second process too', async (t) => {
    const app = await makeApp(t, { database });
    const second = new Visitor((await app.another()).fetch);
    assert.equal(heading(await second.get('/works')), '0 Works');
    await postWork(app, 'ada', { title: 'Tea', freeforms: ['Kettles'] });
    for (const visitor of [app.guest(), second]) {
      assert.deepEqual(titles(await visitor.get('/works')), ['Tea']);
      assert.deepEqual(titles(await visitor.get('/tags/Kettles/works')), ['Tea']);
      assert.deepEqual(titles(await visitor.get('/works?q=kettles')), ['Tea']);
    }
  });

  test('a change is in every list at once', async (t) => {
    const app = await makeApp(t, { database });
    const wishes = { title: 'Tea', freeforms: ['Kettles'], chapters: ['They sat.'] };
    const work = await postWork(app, 'ada', wishes);
    const guest = app.guest();
    assert.deepEqual(titles(await guest.get('/works?q=tea')), ['Tea']);
    const second = new Visitor((await app.another()).fetch);
    await second.get('/works');
    const changed = await changeWork(app.parts, await app.member('ada'), work.id, {
      work: {
        ...soundWork,
        title: 'Coffee',
        language: 'de',
        tags: { ...soundWork.tags, fandom: [{ name: 'Mugs' }] },
      },
    });
    assert.ok(changed.ok);
    for (const visitor of [guest, second]) {
      assert.deepEqual(titles(await visitor.get('/works?q=tea')), []);
      assert.deepEqual(titles(await visitor.get('/tags/Mugs/works')), ['Coffee']);
      assert.equal((await visitor.get('/tags/Kettles/works')).status, 404);
      assert.deepEqual(titles(await visitor.get('/works?work_search[language_id]=de')), ['Coffee']);
    }
  });

  test('what wranglers do counts for the next question, in a second process too', async (t) => {
    const app = await makeApp(t, { database });
    const second = new Visitor((await app.another()).fetch);
    await postWork(app, 'ada', { title: 'One', freeforms: ['Slowburn'] });
    await postWork(app, 'ben', { title: 'Two', freeforms: ['Slow Burn'] });
    const address = '/tags/Slow%20Burn/works';
    assert.deepEqual(titles(await second.get(address)), ['Two']);
    await synonym(app, 'freeform:Slowburn', 'freeform:Slow Burn');
    assert.deepEqual(titles(await second.get(address)), ['Two', 'One']);
    await metatag(app, 'freeform:Pining', 'freeform:Slow Burn');
    assert.deepEqual(titles(await second.get('/tags/Pining/works')), ['Two', 'One']);
    await parent(app, 'media:Books', 'fandom:Tidewater Chronicles');
    assert.deepEqual(titles(await second.get('/works?include=media:Books')), ['Two', 'One']);
  });

  test('edges that a synonym hands over are the canonical’s for a running process', async (t) => {
    const app = await makeApp(t, { database });
    await parent(app, 'fandom:Old Tide', 'character:Oda');
    await metatag(app, 'freeform:Old Pining', 'freeform:Slow Burn');
    await canonical(app, 'character:Odile');
    const characters = ['Odile'];
    await postWork(app, 'ada', { title: 'One', freeforms: ['Slow Burn'], characters });
    const guest = app.guest();
    assert.deepEqual(titles(await guest.get('/tags/Old%20Pining/works')), ['One']);
    await synonym(app, 'fandom:Old Tide', 'fandom:Tide');
    await synonym(app, 'freeform:Old Pining', 'freeform:Pining');
    assert.deepEqual(titles(await guest.get('/tags/Pining/works')), ['One']);
    const fandom = await tagId(app, 'fandom:Tide');
    const suggested = await guest.get(`/autocomplete/character?term=o&fandom=${fandom}`);
    const names = (JSON.parse(suggested.body) as { name: string }[]).map(({ name }) => name);
    assert.deepEqual(names, ['Oda', 'Odile']);
    assert.ok((await guest.get('/tags/Tide')).text.includes('Oda'));
  });
});

test('an order by hits is ten seconds behind at most, in a second process too', async (t) => {
  const app = await makeApp(t);
  const first = await postWork(app, 'ada', { title: 'First' });
  const second = await postWork(app, 'ada', { title: 'Second' });
  const visitors = [app.guest(), new Visitor((await app.another()).fetch)];
  const byHits = async (visitor: Visitor) =>
    titles(await visitor.get('/works?work_search[sort_column]=hits', afresh));
  for (const visitor of visitors) assert.deepEqual(await byHits(visitor), ['Second', 'First']);
  const { parts, clock } = app;
  const count = (hits: readonly (readonly [WorkId, number])[]) =>
    parts.database.write((transaction) =>
      addCounts(transaction, 'hits', new Map(hits), clock.now()),
    );
  await count([[first.id, 5]]);
  clock.advance(10_000);
  for (const visitor of visitors) assert.deepEqual(await byHits(visitor), ['First', 'Second']);
  await count([[second.id, 6]]);
  clock.advance(10_000);
  for (const visitor of visitors) assert.deepEqual(await byHits(visitor), ['Second', 'First']);
});

test('a person’s new name is found, the old one is not', async (t) => {
  const app = await makeApp(t);
  const ada = await app.member('ada');
  await postWork(app, 'ada', { title: 'Tea' });
  const guest = app.guest();
  assert.deepEqual(titles(await guest.get('/works?work_search[creators]=ada')), ['Tea']);
  await app.parts.database.write(async (transaction) => {
    const id = ada.pseuds[0]?.id as number;
    await transaction
      .updateTable('pseuds')
      .set({ name: 'Moth' })
      .where('id', '=', id as never)
      .execute();
    await recordChange(transaction, 'user', [ada.userId], app.clock.now());
  });
  assert.deepEqual(titles(await guest.get('/works?work_search[creators]=moth')), ['Tea']);
  assert.deepEqual(titles(await guest.get('/works?q=moth')), ['Tea']);
});
