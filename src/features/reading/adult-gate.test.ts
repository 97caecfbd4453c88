import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../test/kit/app.ts';
import { postWork } from '../../../test/kit/post-work.ts';
import { defaultReading } from '../../shared/reading.ts';
import { savePreferences } from '../accounts/index.ts';

const sentence =
  'This work could have adult content. If you continue, ' +
  'you have agreed that you are willing to see such content.';
const adultRatings = ['Mature', 'Explicit', 'Not Rated'];

for (const rating of adultRatings) {
  test(`a work rated ${rating} asks before it is shown`, async (t) => {
    const app = await makeApp(t);
    const work = await postWork(app, 'ada', { rating, chapters: ['Secret one.', 'Secret two.'] });
    const addresses = [
      `/works/${work.id}`,
      `/works/${work.id}?view_full_work=true`,
      `/works/${work.id}/chapters/${work.chapters[1]?.id}`,
      `/chapters/${work.chapters[1]?.id}`,
    ];
    for (const address of addresses) {
      const page = await app.guest().get(address);
      assert.equal(page.status, 200, address);
      assert.ok(page.body.includes(`>${sentence}<`), address);
      assert.doesNotMatch(page.body, /Secret/, address);
    }
  });
}

test('works of other ratings do not ask', async (t) => {
  const app = await makeApp(t);
  for (const rating of ['General Audiences', 'Teen And Up Audiences']) {
    const work = await postWork(app, 'ada', { rating, chapters: ['Not secret.'] });
    assert.match((await app.guest().get(`/works/${work.id}`)).text, /Not secret/);
  }
});

test('“Yes, Continue” leads to what was asked for, and no other work asks again', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { rating: 'Mature', chapters: ['One.', 'Two.'] });
  const other = await postWork(app, 'ada', { rating: 'Explicit', chapters: ['Other.'] });
  const guest = app.guest();
  const gate = await guest.get(`/works/${work.id}?view_full_work=true`);
  const link = gate.link('Yes, Continue');
  assert.equal(link, `/works/${work.id}?view_full_work=true&view_adult=true`);
  assert.match((await guest.get(link)).text, /One\..*Two\./);
  assert.match((await guest.get(`/works/${other.id}`)).text, /Other\./);
});

test('consent in the address holds for a client that keeps no cookies', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { rating: 'Mature', chapters: ['Secret.'] });
  const page = await app.guest().get(`/works/${work.id}?view_adult=true`);
  assert.match(page.text, /Secret/);
});

test('the cookie alone is consent, also of a client that never asked', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { rating: 'Mature', chapters: ['Secret.'] });
  const headers = { cookie: 'view_adult=true' };
  assert.match((await app.guest().get(`/works/${work.id}`, { headers })).text, /Secret/);
});

test('consent may be given on any address, and scripts may read the cookie', async (t) => {
  const app = await makeApp(t);
  for (const address of ['/users/login?view_adult=true', '/reading?view_adult=true']) {
    const visit = await app.guest().get(address);
    const cookie = visit.response.headers
      .getSetCookie()
      .find((one) => one.startsWith('view_adult'));
    assert.match(cookie ?? '', /^view_adult=true; /, address);
    assert.doesNotMatch(cookie ?? '', /HttpOnly/, address);
  }
});

test('an answer that gives one guest consent is given to no other', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { rating: 'Mature', chapters: ['Secret.'] });
  for (const _ of [1, 2]) {
    const agreed = await app.guest().get(`/works/${work.id}?view_adult=true`);
    assert.equal(agreed.response.headers.get('cache-control'), 'private, no-store');
    assert.ok(agreed.response.headers.getSetCookie().length > 0);
    const plain = await app.guest().get(`/works/${work.id}`);
    assert.doesNotMatch(plain.text, /Secret/);
    assert.deepEqual(plain.response.headers.getSetCookie(), []);
  }
});

test('members are asked unless their preferences say never', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { rating: 'Mature', chapters: ['Secret.'] });
  const ben = await app.as('ben');
  const gate = await ben.get(`/works/${work.id}`);
  assert.doesNotMatch(gate.text, /Secret/);
  assert.equal(gate.link('Open preferences'), '/users/ben/preferences');
  const member = await app.member('ben');
  const wish = { reading: defaultReading, adultConsent: true };
  await savePreferences(app.parts, member, wish);
  assert.match((await ben.get(`/works/${work.id}`)).text, /Secret/);
});

test('nobody is asked about their own work', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { rating: 'Explicit', chapters: ['Secret.'] });
  assert.match((await (await app.as('ada')).get(`/works/${work.id}`)).text, /Secret/);
});

test('the chapter index has no adult gate', async (t) => {
  const app = await makeApp(t);
  const work = await postWork(app, 'ada', { rating: 'Explicit', chapters: ['One.', 'Two.'] });
  const page = await app.guest().get(`/works/${work.id}/navigate`);
  assert.match(page.text, /1\. Chapter 1.*2\. Chapter 2/);
});
