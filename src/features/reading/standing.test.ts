import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { deleteWork, type Work } from '../works/index.ts';

const addressesOf = (work: Work) => [
  `/works/${work.id}`,
  `/works/${work.id}?view_full_work=true`,
  `/works/${work.id}/navigate`,
  `/works/${work.id}/chapters/${work.chapters[0]?.id}`,
  `/chapters/${work.chapters[0]?.id}`,
];

test('a guest on a restricted work is asked to log in and learns nothing of it', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', {
    title: 'Hidden treasure',
    restricted: true,
    chapters: ['Gold.', 'Silver.'],
  });
  for (const address of addressesOf(work)) {
    const page = await app.guest().get(address);
    assert.equal(page.status, 200, address);
    assert.match(page.text, /This work is only available to registered users of the Archive\./);
    assert.doesNotMatch(page.body, /treasure|Gold|Silver|ada/, address);
  }
});

test('the form on a members-only page can be sent, and leads back to the work', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { restricted: true });
  const guest = app.guest();
  const page = await guest.get(`/works/${work.id}/navigate`);
  const typed = { 'user[login]': 'nobody', 'user[password]': 'wrong' };
  const answer = await guest.submit(page, '/users/login', typed);
  assert.match(answer.body, /The password or user name you entered doesn't match our records/);
  const returnTo = answer.markup.find((one) => one.attribute('name') === 'return_to');
  assert.equal(returnTo?.attribute('value'), `/works/${work.id}/navigate`);
});

test('members read restricted works, marked with a lock', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { restricted: true, chapters: ['Gold.'] });
  const page = await (await app.as('ben')).get(`/works/${work.id}`);
  assert.match(page.text, /Gold\./);
  const lock = page.markup.withClass('title heading')[0]?.all('img')[0];
  assert.equal(lock?.attribute('alt'), '(Restricted)');
  assert.equal(lock?.attribute('title'), 'Restricted');
});

test('an unrevealed work says that it will be revealed, and nothing else', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { title: 'A gift', unrevealed: true });
  for (const address of addressesOf(work)) {
    const page = await (await app.as('ben')).get(address);
    assert.equal(page.status, 200, address);
    assert.match(page.text, /This work is part of an ongoing challenge and will be revealed soon!/);
    assert.doesNotMatch(page.text, /A gift|tea/, address);
  }
  assert.match((await (await app.as('ada')).get(`/works/${work.id}`)).text, /A gift/);
});

test('an anonymous work names nobody but to its creators and moderators', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { anonymous: true, chapters: ['One.', 'Two.'] });
  for (const address of addressesOf(work)) {
    const page = await (await app.as('ben')).get(address);
    assert.match(page.text, /Anonymous/, address);
    assert.doesNotMatch(page.body, /\/users\/ada|>ada</, address);
  }
  assert.match((await (await app.as('dee')).get(`/works/${work.id}`)).text, /ada/);
});

test('a hidden work is there for its creators and moderators only', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { hidden: true });
  for (const address of addressesOf(work)) {
    assert.equal((await app.guest().get(address)).status, 404, address);
    assert.equal((await (await app.as('ben')).get(address)).status, 404, address);
    assert.equal((await (await app.as('dee')).get(address)).status, 200, address);
    assert.equal((await (await app.as('ada')).get(address)).status, 200, address);
  }
});

test('a draft is there for its creators only', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { post: false });
  for (const address of addressesOf(work)) {
    assert.equal((await app.guest().get(address)).status, 404, address);
    assert.equal((await (await app.as('dee')).get(address)).status, 404, address);
    assert.equal((await (await app.as('ada')).get(address)).status, 200, address);
  }
});

test('a deleted work is gone for who could see it and unknown to others', async (t) => {
  const app = await makeApp(t);
  const open = await postWork(app, 'ada');
  const restricted = await postWork(app, 'ada', { restricted: true });
  const ada = await app.member('ada');
  for (const work of [open, restricted]) await deleteWork(app.parts, ada, work.id);
  assert.equal((await app.guest().get(`/works/${open.id}`)).status, 410);
  assert.equal((await app.guest().get(`/works/${restricted.id}`)).status, 404);
  assert.equal((await (await app.as('ben')).get(`/works/${restricted.id}`)).status, 410);
});

test('numbers that are no work’s, and words that are no numbers, are not found', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada');
  const addresses = [
    '/works/1',
    '/works/0',
    '/works/01',
    '/works/-1',
    '/works/1e3',
    '/works/9007199254740993',
    '/works/abc/navigate',
    `/works/${work.id}/chapters/x`,
    `/works/${work.id}/chapters/1`,
    '/chapters/99999999999999999999',
    '/chapters/1',
    '/series/1',
    '/series/x',
  ];
  for (const address of addresses) {
    const page = await app.guest().get(address);
    assert.equal(page.status, 404, address);
    assert.match(page.text, /Error 404/);
  }
});

test('a trailing slash and doubled slashes are the same address', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada');
  for (const address of [`/works/${work.id}/`, `/works//${work.id}`]) {
    assert.equal((await app.guest().get(address)).status, 200, address);
  }
});
