// Names that a program might stumble over: those of JavaScript's own objects, of SQL, of nothing
// that can be seen. They are names like others, or refused as names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eachDatabase } from '../kit/database.ts';
import { placeTestWork } from '../kit/works.ts';
import { bodyFor } from './access-requests.ts';
import { addMember, everything, setScene } from './scene.ts';

const awkward = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'then',
  'null',
  'undefined',
  'NaN',
  'true',
];

eachDatabase((database) => {
  test('a tag may be called as JavaScript calls its own things', async (t) => {
    const scene = await setScene(t, { database });
    const names = [...awkward, "'; drop table works --", 'a"b', '#1', '0'];
    const wishes = { fandom: names.slice(0, 3), character: names, freeform: names };
    const id = await placeTestWork(scene.app, { tags: wishes });
    const guest = scene.app.guest();
    const { text } = await guest.get(`/works/${id}`);
    for (const name of names) {
      assert.ok(text.includes(name), name);
      const listed = await guest.get(
        `/tags/${encodeURIComponent(name).replaceAll('%23', '*h*')}/works`,
      );
      assert.equal(listed.status, 200, name);
      const query = new URLSearchParams({ include: `freeform:${name}`, facets: '1' });
      const answer = await guest.get(`/api/v1/works?${query}`);
      const list = answer.json<{ total: number; facets: { freeform: { name: string }[] } }>();
      assert.equal(list.total, 1, name);
      assert.ok(list.facets.freeform.length >= 10);
      const asked = new URLSearchParams({ q: name, type: 'freeform' });
      assert.equal((await guest.get(`/api/v1/tags?${asked}`)).status, 200, name);
    }
  });
});

test('somebody may be called as JavaScript calls its own things', async (t) => {
  const scene = await setScene(t);
  // The others are kept for the archive itself.
  const logins = awkward.slice(0, 7);
  for (const login of logins) {
    assert.equal((await scene.app.guest().get(`/users/${login}`)).status, 404, login);
  }
  for (const login of logins) {
    const { visitor } = await addMember(scene.app, login);
    for (const page of ['', '/profile', '/works', `/pseuds/${login}`]) {
      assert.equal((await scene.app.guest().get(`/users/${login}${page}`)).status, 200, login);
    }
    assert.equal((await visitor.get(`/users/${login}/preferences`)).status, 200, login);
  }
});

test('fields and parameters called like that are ignored', async (t) => {
  const scene = await setScene(t);
  const { visitor, formToken } = scene.caller('ada');
  const odd = awkward.flatMap((name) => [`${name}=1`, `${name}[${name}]=1`, `works[${name}]=1`]);
  const good = bodyFor('POST /works', scene, formToken);
  const posted = await visitor.send('POST', '/works', `${odd.join('&')}&${good}`, {
    follow: false,
  });
  assert.equal(posted.status, 303);
  assert.equal((await visitor.get(`/works?${odd.join('&')}`)).status, 200);
  assert.equal((await visitor.get(`/api/v1/works?${odd.join('&')}`)).status, 200);
  assert.equal(Object.hasOwn(Object.prototype, '1'), false);
});

const unseen = [
  '',
  ' ',
  '\t\n',
  '\u00a0',
  '\u3000',
  '\u200b',
  '\u200d',
  '\u2060\u00ad',
  '\u202e',
  '\ufeff',
];

test('a tag of nothing but spaces and signs that do not show is none', async (t) => {
  const scene = await setScene(t);
  const { visitor, formToken, bearer } = scene.caller('ada');
  const good = Object.fromEntries(new URLSearchParams(bodyFor('POST /works', scene, formToken)));
  const before = await everything(scene.app);
  for (const name of unseen) {
    for (const fandoms of [name, `${name},${name}`, `,${name},,`]) {
      const page = await visitor.post('/works', { ...good, fandoms });
      assert.equal(page.status, 422, JSON.stringify(fandoms));
      const field = page.markup.find((element) => element.attribute('name') === 'fandoms');
      assert.equal(field?.attribute('aria-invalid'), 'true');
    }
    const body = {
      title: 'x',
      language: 'en',
      rating: 10,
      warnings: [16],
      chapters: [{ html: 'x' }],
    };
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
    for (const sent of [{ fandoms: [name] }, { fandoms: ['a'], freeforms: ['b', name] }]) {
      const json = JSON.stringify({ ...body, ...sent });
      const answer = await visitor.send('POST', '/api/v1/works', json, { headers });
      assert.equal(answer.status, 422, JSON.stringify(sent));
      const { errors } = answer.json<{ errors: { field: string }[] }>();
      const field = 'freeforms' in sent ? 'freeforms' : 'fandoms';
      assert.ok(errors.every((error) => error.field === field));
    }
  }
  assert.deepEqual(await everything(scene.app), before);
});

test('a title, a text, a pseud of nothing that shows is none', async (t) => {
  const scene = await setScene(t);
  const { visitor, formToken } = scene.caller('ada');
  const good = Object.fromEntries(new URLSearchParams(bodyFor('POST /works', scene, formToken)));
  const before = await everything(scene.app);
  for (const nothing of unseen) {
    const title = await visitor.post('/works', { ...good, title: nothing });
    assert.equal(title.status, 422, JSON.stringify(nothing));
    for (const text of [nothing, `<p>${nothing}</p>`, '<script>x</script>', '<!-- x -->']) {
      const page = await visitor.post('/works', { ...good, 'chapter[text]': text });
      assert.equal(page.status, 422, JSON.stringify(text));
    }
    const pseud = { authenticity_token: formToken, 'pseud[name]': nothing };
    const page = await visitor.post('/users/ada/preferences/pseuds', pseud);
    assert.equal(page.status, 422, JSON.stringify(nothing));
  }
  assert.deepEqual(await everything(scene.app), before);
});
