// Forms that the person did not send: without their token, with another's, from another site.
// Whatever the form holds, nothing is changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSession } from '../../src/features/accounts/index.ts';
import { origin, Visitor } from '../kit/visitor.ts';
import { addressFor, bodyFor, nameOf } from './access-requests.ts';
import { accessTable } from './access-table.ts';
import { everything, formTokenOf, type Scene, setScene } from './scene.ts';

// Mail programs post to the first: the address holds a secret in place of a form's token. The
// second changes a cookie alone.
const withoutToken = ['/notices/unsubscribe/:token', '/announcements/:id/dismiss'];

const forms = accessTable.filter(
  ({ method, path }) =>
    method !== 'GET' && !path.startsWith('/api/') && !withoutToken.includes(path),
);

test('a form is taken with the token of the person’s own session and no other', async (t) => {
  const scene = await setScene(t);
  const { visitor, formToken } = scene.caller('ada');
  const wrong: Readonly<Record<string, string>> = {
    'that is missing': '',
    'that is forged': 'A'.repeat(formToken.length),
    'with one letter changed': `${formToken.slice(0, -1)}${formToken.endsWith('A') ? 'B' : 'A'}`,
    'cut short': formToken.slice(0, 20),
    'of another member': scene.caller('ben').formToken,
    'of a moderator': scene.caller('dee').formToken,
    'of a guest': scene.caller('guest').formToken,
    'of another session of hers': await formTokenOf(await anotherSession(scene)),
    'that is the session itself': visitor.cookies.get('inkstead_session') ?? '',
  };
  const before = await everything(scene.app);
  for (const row of forms) {
    for (const [which, token] of Object.entries(wrong)) {
      const body = bodyFor(nameOf(row), scene, token);
      const { status } = await visitor.send('POST', addressFor(scene, row), body);
      assert.equal(status, 403, `${nameOf(row)} with a token ${which}`);
    }
  }
  assert.deepEqual(await everything(scene.app), before);
});

test('a member’s token is of no use in a guest’s hands', async (t) => {
  const scene = await setScene(t);
  const { formToken } = scene.caller('ada');
  const before = await everything(scene.app);
  for (const row of forms) {
    const body = bodyFor(nameOf(row), scene, formToken);
    const withoutSession = await scene.app.guest().send('POST', addressFor(scene, row), body);
    assert.equal(withoutSession.status, 403, nameOf(row));
    const { visitor } = scene.caller('guest');
    const guest = await visitor.send('POST', addressFor(scene, row), body);
    assert.equal(guest.status, 403, nameOf(row));
  }
  assert.deepEqual(await everything(scene.app), before);
});

const foreign: readonly Readonly<Record<string, string>>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: `${origin}.evil.example` },
  { origin: 'http://127.0.0.1:4701' },
  { referer: 'https://evil.example/works/new' },
  { referer: `https://evil.example/?${origin}` },
  { referer: 'nonsense' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://evil.example', referer: `${origin}/works/new` },
  { origin, 'sec-fetch-site': 'cross-site' },
];

test('a form sent from another site changes nothing, though its token is right', async (t) => {
  const scene = await setScene(t);
  const { visitor, formToken } = scene.caller('ada');
  const before = await everything(scene.app);
  for (const row of forms) {
    for (const headers of foreign) {
      const body = bodyFor(nameOf(row), scene, formToken);
      const visit = await visitor.send('POST', addressFor(scene, row), body, { headers });
      assert.equal(visit.status, 403, `${nameOf(row)} with ${JSON.stringify(headers)}`);
    }
  }
  assert.deepEqual(await everything(scene.app), before);
});

test('a form sent from another site, where cookies stay away, ends no log-in', async (t) => {
  const scene = await setScene(t);
  for (const path of ['/works', '/nowhere']) {
    const stranger = scene.app.guest();
    const headers = { origin: 'null', 'sec-fetch-site': 'cross-site' };
    assert.ok((await stranger.send('POST', path, 'a=b', { headers })).status >= 403);
    assert.deepEqual([...stranger.cookies.keys()], []);
  }
});

test('a form is taken from the site itself, and from tools that say nothing', async (t) => {
  const scene = await setScene(t);
  const { visitor, formToken } = scene.caller('ada');
  const own: readonly Readonly<Record<string, string>>[] = [
    {},
    { origin },
    { referer: `${origin}/works/new` },
    { referer: '' },
    { origin, referer: `${origin}/`, 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
  ];
  for (const headers of own) {
    const body = bodyFor('POST /works', scene, formToken);
    const visit = await visitor.send('POST', '/works', body, { headers, follow: false });
    assert.equal(visit.status, 303, JSON.stringify(headers));
  }
});

test('a token in a header counts as one in the form, and a wrong one outweighs it', async (t) => {
  const scene = await setScene(t);
  const { visitor, formToken } = scene.caller('ada');
  const send = async (token: string, header: string) => {
    const headers = { 'x-csrf-token': header };
    const body = bodyFor('POST /works', scene, token);
    return (await visitor.send('POST', '/works', body, { headers, follow: false })).status;
  };
  assert.equal(await send('', formToken), 303);
  assert.equal(await send(formToken, 'forged'), 403);
});

test('another method cannot be smuggled past the token', async (t) => {
  const scene = await setScene(t);
  const { visitor } = scene.caller('ada');
  const before = await everything(scene.app);
  const { id } = scene.work;
  const tries = [
    visitor.send('GET', `/works/${id}?_method=delete&authenticity_token=x`, undefined),
    visitor.send('POST', `/works/${id}/delete`, '_method=get'),
    visitor.send('POST', `/api/v1/works/${id}`, '_method=delete'),
    visitor.send('POST', `/api/../works/${id}/delete`, ''),
    visitor.send('POST', `//works//${id}/delete/`, ''),
    visitor.send('DELETE', `/works/${id}/delete`, ''),
  ];
  for (const visit of await Promise.all(tries)) {
    assert.ok(visit.status === 200 || visit.status >= 400, visit.path);
  }
  assert.deepEqual(await everything(scene.app), before);
});

test('what was typed into a form that is refused stands on the page of refusal', async (t) => {
  const scene = await setScene(t);
  const { visitor } = scene.caller('ada');
  const typed = 'A long afternoon at the harbour, in many words.';
  const fields = { 'chapter[text]': typed, 'user[password]': 'the word that opens everything' };
  const page = await visitor.post('/works', { ...fields, authenticity_token: 'old' });
  assert.equal(page.status, 403);
  assert.ok(page.body.includes(typed));
  assert.ok(!page.body.includes('the word that opens everything'));
});

async function anotherSession({ app }: Scene): Promise<Visitor> {
  const { userId } = await app.member('ada');
  return new Visitor(app.app.fetch, await openSession(app.parts, userId));
}
