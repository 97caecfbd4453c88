import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp, type TestApp } from '../../../test/kit/app.ts';
import { type PostWishes, postWork } from '../../../test/kit/post-work.ts';
import type { WorkId } from '../../shared/ids.ts';
import { addSeries } from '../works/index.ts';

test('a series tells of its works in order, with tools’ facts before them', async (t) => {
  const app = await makeApp(t);
  const id = await postSeries(app, [{ title: 'Spring' }, { title: 'Summer', expectedChapters: 3 }]);
  const page = await app.guest().get(`/series/${id}`);
  assert.equal(page.markup.find((one) => one.id === 'main')?.className, 'series-show region');
  const [facts] = page.markup.withClass('series meta group');
  const terms = facts?.all('dt').map(({ text }) => text);
  assert.deepEqual(terms, [
    'Creator:',
    'Series Begun:',
    'Series Updated:',
    'Description:',
    'Stats:',
    'Words:',
    'Works:',
    'Complete:',
  ]);
  const values = facts
    ?.withClass('stats')[0]
    ?.all('dd')
    .map(({ text }) => text);
  assert.deepEqual(values, ['6', '2', 'No']);
  const titles = page.markup.all('h4').map((heading) => heading.all('a')[0]?.text);
  assert.deepEqual(titles, ['Spring', 'Summer']);
});

test('a series has twenty works on a page', async (t) => {
  const app = await makeApp(t);
  const wishes = Array.from({ length: 21 }, (_, at) => ({ title: `Part ${at + 1}.` }));
  const id = await postSeries(app, wishes);
  const guest = app.guest();
  const first = await guest.get(`/series/${id}`);
  assert.equal(first.markup.withClass('blurb').length, 20);
  assert.ok(first.links.includes(`/series/${id}?page=2`));
  const second = await guest.get(`/series/${id}?page=2`);
  assert.match(second.text, /Part 21\./);
  assert.equal(second.markup.withClass('blurb').length, 1);
  assert.equal((await guest.get(`/series/${id}?page=3`)).status, 404);
});

test('works that a viewer may not see are no part of the series they see', async (t) => {
  const app = await makeApp(t);
  const wishes = [
    { title: 'Open' },
    { title: 'Locked', restricted: true },
    { title: 'Hushed', hidden: true },
    { title: 'Wrapped', unrevealed: true },
    { title: 'Masked', anonymous: true },
  ];
  const id = await postSeries(app, wishes);
  const guest = await app.guest().get(`/series/${id}`);
  assert.doesNotMatch(guest.text, /Locked|Hushed|Wrapped/);
  assert.match(guest.text, /Works: ?2/);
  assert.match(guest.text, /Creator: ?ada, Anonymous/);
  const ben = await (await app.as('ben')).get(`/series/${id}`);
  assert.match(ben.text, /Works: ?3/);
});

test('a series without a work to be seen is not found', async (t) => {
  const app = await makeApp(t);
  const id = await postSeries(app, [{ restricted: true }]);
  assert.equal((await app.guest().get(`/series/${id}`)).status, 404);
  assert.equal((await (await app.as('ben')).get(`/series/${id}`)).status, 200);
});

test('a work leads to those before and after it in a series, past what is not seen', async (t) => {
  const app = await makeApp(t);
  const wishes = [{ title: 'One' }, { title: 'Two', restricted: true }, { title: 'Three' }];
  const id = await postSeries(app, wishes);
  const series = await app.guest().get(`/series/${id}`);
  const [first, third] = [series.link('One'), series.link('Three')];
  const page = await app.guest().get(first);
  assert.equal(page.link('Next Work →'), third);
  assert.match(page.body, new RegExp(`>Part 1 of <a href="/series/${id}">The Year</a></span>`));
  assert.match(page.text, /Next in “The Year” ?Three/);
  assert.equal((await app.guest().get(third)).link('← Previous Work'), first);
});

async function postSeries(app: TestApp, wishes: readonly PostWishes[]): Promise<number> {
  const works: { id: WorkId; position: number }[] = [];
  for (const [at, wish] of wishes.entries()) {
    const { id } = await postWork(app, 'ada', wish);
    works.push({ id, position: at + 1 });
  }
  const { userId } = await app.member('ada');
  const facts = { title: 'The Year', summary: '<p>Four seasons.</p>', notes: '' };
  const at = app.clock.now();
  return app.parts.database.write((transaction) =>
    addSeries(transaction, app.parts.ids, { ...facts, by: userId, at, works }),
  );
}
