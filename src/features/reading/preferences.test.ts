import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { say } from '../../../test/kit/comments.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import type { Visit } from '../../../test/kit/visitor.ts';

const dark = { theme: 'dark', font: 'sans', size: 'xl', width: 'wide', spacing: 'loose' };

test('a guest keeps their choices on the device', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada');
  const guest = app.guest();
  const done = await guest.submit(await guest.get('/reading'), '/reading', dark);
  assert.match(done.body, /Your reading preferences are kept\./);
  assert.deepEqual(shownAs(done), dark);
  assert.deepEqual(shownAs(await guest.get(`/works/${work.id}`)), dark);
  assert.equal(shownAs(await app.guest().get(`/works/${work.id}`))['theme'], 'auto');
});

test('who wants no counts is not told how many comments there are', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada');
  const ben = await app.as('ben');
  await say(ben, work.id, 'Lovely.');
  const link = async () =>
    (await ben.get(`/works/${work.id}`)).markup.find((one) => one.id === 'show_comments_link')
      ?.text;
  assert.match((await link()) ?? '', /^\s*Comments \(1\)\s*$/);
  await ben.submit(await ben.get('/reading'), '/reading', { counts: 'hidden' });
  assert.match((await link()) ?? '', /^\s*Comments\s*$/);
});

test('a panel on a page that every guest gets alike leads to a page to keep it', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada');
  const guest = app.guest();
  const page = await guest.get(`/works/${work.id}`);
  const panel = page.markup.find((one) => one.attribute('action') === '/reading');
  assert.equal(panel?.attribute('method'), 'get');
  const query = new URLSearchParams({ ...dark, return_to: `/works/${work.id}` });
  const tried = await guest.get(`/reading?${query}`);
  assert.deepEqual(shownAs(tried), dark);
  assert.equal(guest.cookies.has('inkstead_reading'), false);
  const back = await guest.submit(tried, '/reading', {});
  assert.equal(back.path, `/works/${work.id}`);
  assert.deepEqual(shownAs(back), dark);
});

test('a member’s choice is kept in the account, and a device’s own goes before it', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada');
  const address = `/works/${work.id}`;
  const ben = await app.as('ben');
  const onWork = await ben.get(address);
  const panel = onWork.markup.find((one) => one.attribute('action') === '/reading');
  assert.equal(panel?.attribute('method'), 'post');
  const page = await ben.get(`/reading?return_to=${address}`);
  const back = await ben.submit(page, '/reading', dark);
  assert.equal(back.path, address);
  assert.deepEqual(shownAs(back), dark);
  const elsewhere = await app.as('ben');
  assert.deepEqual(shownAs(await elsewhere.get(address)), dark);
  elsewhere.cookies.set('inkstead_reading', 'sepia.serif.s.narrow.tight');
  assert.equal(shownAs(await elsewhere.get(address))['theme'], 'sepia');
});

test('words that are no choice fall to what is usual', async (t) => {
  const app = await makeApp(t);
  const guest = app.guest();
  const typed = { ...dark, theme: '"><script>', size: 'huge' };
  const done = await guest.submit(await guest.get('/reading'), '/reading', typed);
  assert.deepEqual(shownAs(done), { ...dark, theme: 'auto', size: 'm' });
});

test('the way back leads nowhere outside the archive', async (t) => {
  const app = await makeApp(t);
  const guest = app.guest();
  const addresses = ['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example'];
  for (const address of addresses) {
    const page = await guest.get(`/reading?return_to=${encodeURIComponent(address)}`);
    const done = await guest.submit(page, '/reading', { ...dark, return_to: address });
    assert.equal(done.path, '/reading', address);
  }
});

test('a forged form keeps nothing', async (t) => {
  const app = await makeApp(t);
  const ben = await app.as('ben');
  const answer = await ben.post('/reading', { ...dark, authenticity_token: 'forged' });
  assert.equal(answer.status, 403);
  assert.equal(ben.cookies.has('inkstead_reading'), false);
});

/** The choices as the document says them. */
function shownAs(page: Visit): Record<string, string | undefined> {
  const { root } = page.markup;
  return Object.fromEntries(
    Object.keys(dark).map((choice) => [choice, root.attribute(`data-${choice}`)]),
  );
}
