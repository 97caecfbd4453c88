import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../../../test/kit/app.ts';
import { eachDatabase } from '../../../../test/kit/database.ts';
import { htmlProblems } from '../../../../test/kit/html-validate.ts';
import type { Visit } from '../../../../test/kit/visitor.ts';
import { guest as guestViewer } from '../../../shared/viewer.ts';
import { createToken, findPerson, identifyToken, openSession } from '../index.ts';
import { profileMost, profileTitleMost } from '../limits.ts';
import { findUserByLogin } from '../store/people.ts';

const ownPages = [
  '/users/ada/preferences',
  '/users/ada/preferences/pseuds',
  '/users/ada/preferences/profile',
  '/users/ada/sessions',
];

function problemAt(answer: Visit, id: string): string {
  return answer.markup.find((element) => element.id === `${id}-problem`)?.text ?? '';
}

test('a person’s own pages are theirs alone', async (t) => {
  const { as, guest } = await makeApp(t);
  const ada = await as('ada');
  const others = [await as('ben'), await as('dee')];
  for (const path of ownPages) {
    const page = await ada.get(path);
    assert.equal(page.status, 200, path);
    assert.deepEqual(htmlProblems(page.body), [], path);
    for (const other of others) assert.equal((await other.get(path)).status, 403, path);
    const led = await guest().get(path, { follow: false });
    const back = `/users/login?return_to=${encodeURIComponent(path)}`;
    assert.equal(led.response.headers.get('location'), back);
  }
  assert.equal((await ada.get('/users/ADA/preferences')).status, 200);
});

test('nobody changes what is another’s, with a token of their own', async (t) => {
  const { as, parts } = await makeApp(t);
  await as('ada');
  const ben = await as('ben');
  const own = await ben.get('/users/ben/preferences');
  const token = own.markup.find((one) => one.attribute('name') === 'authenticity_token');
  const fields = { authenticity_token: token?.attribute('value') ?? '', adult_consent: '1' };
  const below = [
    '',
    '/password',
    '/email',
    '/pseuds',
    '/profile',
    '/pseuds/1',
    '/pseuds/1/default',
  ];
  for (const path of [...below.map((each) => `/preferences${each}`), '/sessions']) {
    assert.equal((await ben.post(`/users/ada${path}`, fields)).status, 403, path);
  }
  const user = await findUserByLogin(parts.database.read, 'ada');
  assert.equal(user?.adult_consent, 0);
});

eachDatabase((database) => {
  test('how a person reads and what they consent to is kept with the account', async (t) => {
    const { as } = await makeApp(t, { database });
    const ada = await as('ada');
    ada.cookies.set('inkstead_reading', 'dark.serif.m.medium.normal');
    const page = await ada.get('/users/ada/preferences');
    const fields = { 'reading[theme]': 'sepia', 'reading[size]': 'xl', adult_consent: '1' };
    const done = await ada.submit(page, '/users/ada/preferences', fields);
    assert.match(done.body, /data-theme="sepia"[^>]*data-size="xl"/);
    assert.match(done.body, /Saved\./);
    const chosen = done.markup.find((one) => one.id === 'adult_consent');
    assert.notEqual(chosen?.attribute('checked'), undefined);
    const unknown = { 'reading[theme]': 'neon', 'reading[size]': 'xl.dark' };
    const after = await ada.submit(done, '/users/ada/preferences', unknown);
    assert.match(after.body, /data-theme="auto"/);
  });

  test('pseuds are added, renamed and chosen; refusals keep what was typed', async (t) => {
    const { as } = await makeApp(t, { database });
    await as('ben');
    const ada = await as('ada');
    const list = await ada.get('/users/ada/preferences/pseuds');
    const refused = await ada.submit(list, '/preferences/pseuds', { 'pseud[name]': 'Ben' });
    assert.equal(refused.status, 422);
    assert.match(problemAt(refused, 'pseud_name'), /somebody else/);
    assert.deepEqual(htmlProblems(refused.body), []);
    const typed = refused.markup.find((one) => one.id === 'pseud_name');
    assert.equal(typed?.attribute('value'), 'Ben');
    const added = await ada.submit(list, '/preferences/pseuds', { 'pseud[name]': 'Night Owl' });
    assert.match(added.text, /Night Owl/);
    const chosen = await ada.submit(added, '/default', {});
    assert.match(chosen.text, /Night Owl New works are posted under this one/);
    const address = chosen.link('Rename');
    const edit = await ada.get(address);
    assert.deepEqual(htmlProblems(edit.body), []);
    const again = await ada.submit(edit, address, { 'pseud[name]': 'x'.repeat(41) });
    assert.equal(again.status, 422);
    assert.deepEqual(htmlProblems(again.body), []);
    const renamed = await ada.submit(edit, address, { 'pseud[name]': 'Early Bird' });
    assert.match(renamed.text, /Early Bird/);
    assert.doesNotMatch(renamed.text, /Night Owl/);
    for (const id of ['1', 'x', '0', '9'.repeat(30)]) {
      assert.equal((await ada.get(`/users/ada/preferences/pseuds/${id}`)).status, 404);
    }
  });

  test('a profile is kept as typed beside what was cleaned of it', async (t) => {
    const { as, parts } = await makeApp(t, { database });
    const ada = await as('ada');
    const page = await ada.get('/users/ada/preferences/profile');
    const source = 'I write <em>at night</em>.';
    const fields = { 'profile[title]': 'About  me', 'profile[text]': source };
    const saved = await ada.submit(page, '/preferences/profile', fields);
    assert.match(saved.body, /Saved\./);
    const person = await findPerson(parts.database.read, guestViewer, 'ada');
    assert.equal(person?.profile.title, 'About me');
    assert.equal(person?.profile.source, source);
    assert.match(person?.profile.html ?? '', /<em>at night<\/em>/);
  });

  test('the title and the text of a profile are bounded', async (t) => {
    const { as } = await makeApp(t, { database });
    const ada = await as('ada');
    const page = await ada.get('/users/ada/preferences/profile');
    const save = (title: string, text: string) =>
      ada.submit(page, '/preferences/profile', { 'profile[title]': title, 'profile[text]': text });
    assert.equal((await save('字'.repeat(profileTitleMost), '')).status, 200);
    const long = await save('字'.repeat(profileTitleMost + 1), '');
    assert.match(problemAt(long, 'profile_title'), /at most 255/);
    // The cleaned HTML counts: a paragraph around the text takes seven characters.
    const fits = 'a'.repeat(profileMost - '<p></p>'.length);
    assert.equal((await save('', fits)).status, 200);
    const over = await save('', 'a'.repeat(profileMost + 1));
    assert.match(problemAt(over, 'profile_text'), /at most 5,000/);
    assert.deepEqual(htmlProblems(over.body), []);
  });

  test('sessions are listed and ended one by one or all others', async (t) => {
    const { as, guest, parts } = await makeApp(t, { database });
    const ada = await as('ada');
    const userId = (await findUserByLogin(parts.database.read, 'ada'))?.id as never;
    const open = async (client: string) => {
      const visitor = guest();
      visitor.cookies.set('inkstead_session', await openSession(parts, userId, { client }));
      return visitor;
    };
    const phone = await open('A <Phone>');
    const page = await ada.get('/users/ada/sessions');
    assert.deepEqual(htmlProblems(page.body), []);
    assert.match(page.text, /A <Phone>/);
    assert.match(page.text, /This session/);
    const one = page.markup
      .all('input')
      .find((input) => input.attribute('name') === 'end' && input.attribute('value') !== 'others');
    await ada.submit(page, '/users/ada/sessions', { end: one?.attribute('value') ?? '' });
    assert.match((await phone.get('/users/logout')).text, /not logged in/);
    const [two, three] = [await open('Two'), await open('Three')];
    const again = await ada.get('/users/ada/sessions');
    const ended = await ada.submit(again, '/users/ada/sessions', { end: 'others' });
    assert.match(ended.body, /Ended\./);
    for (const visitor of [two, three]) {
      assert.match((await visitor.get('/users/logout')).text, /not logged in/);
    }
    assert.match((await ada.get('/users/logout')).text, /logged in as ada/);
  });

  test('a program’s token is listed and revoked', async (t) => {
    const { as, parts } = await makeApp(t, { database });
    const ada = await as('ada');
    const userId = (await findUserByLogin(parts.database.read, 'ada'))?.id as never;
    const token = await createToken(parts, userId, ['read'], 'My e-reader');
    const page = await ada.get('/users/ada/sessions');
    assert.match(page.text, /My e-reader/);
    assert.deepEqual(htmlProblems(page.body), []);
    assert.ok(!page.body.includes(token));
    const done = await ada.submit(page, '/users/ada/sessions', {});
    assert.doesNotMatch(done.text, /My e-reader/);
    assert.equal(await identifyToken(parts.database.read, token), null);
  });

  test('without mail a new mail address counts at once', async (t) => {
    const { as, parts } = await makeApp(t, { database });
    const ada = await as('ada');
    const page = await ada.get('/users/ada/preferences');
    // The cast has no password, so no address is changed in its name.
    const fields = { 'user[email]': 'new@example.org', 'user[email_password]': 'anything' };
    const refused = await ada.submit(page, '/preferences/email', fields);
    assert.match(problemAt(refused, 'user_email_password'), /not your current password/);
    const user = await findUserByLogin(parts.database.read, 'ada');
    assert.equal(user?.email, 'ada@example.org');
  });
});
