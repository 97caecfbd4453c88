// What every answer carries, whoever asks: policy, caching, cookies; where redirects lead; what
// files are called; what the log keeps to itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createToken, firstAdminLink } from '../../src/features/accounts/index.ts';
import { sql } from '../../src/kit/sql/index.ts';
import { makeApp, type TestApp } from '../kit/app.ts';
import { origin, type Visit, Visitor } from '../kit/visitor.ts';
import { placeTestWork } from '../kit/works.ts';
import { addressFor, nameOf } from './access-requests.ts';
import { accessTable } from './access-table.ts';
import { callers, formTokenOf, setScene } from './scene.ts';

const pages = accessTable.filter(({ method }) => method === 'GET');

test('every answer has a strict policy and is of one type', async (t) => {
  const scene = await setScene(t);
  const refused = ['/no-such-page', '/works/%ff', '/works/1', '/api/v1/works/1', '/api/none'];
  for (const name of callers) {
    for (const path of [...pages.map((row) => addressFor(scene, row)), ...refused]) {
      const { response } = await scene.caller(name).visitor.get(path, { follow: false });
      const policy = response.headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/, path);
      if (!path.startsWith('/downloads')) assert.doesNotMatch(policy, /unsafe|https?:|\*/, path);
      else assert.match(policy, /^sandbox; default-src 'none'; style-src 'unsafe-inline';/, path);
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff', path);
      assert.match(response.headers.get('vary') ?? '', /\bCookie\b.*\bAuthorization\b/, path);
      assert.equal(response.headers.get('access-control-allow-origin'), null, path);
    }
  }
});

test('only what is the same for every guest without cookies is public', async (t) => {
  const scene = await setScene(t);
  let shared = 0;
  for (const row of pages) {
    const path = addressFor(scene, row);
    const first = await scene.app.guest().get(path, { follow: false });
    const second = await scene.app.guest().get(path, { follow: false });
    if (cachingOf(first) === 'public, no-cache') {
      shared += 1;
      assert.equal(first.body, second.body, path);
      assert.deepEqual(first.response.headers.getSetCookie(), [], path);
      assert.equal(first.status, 200);
    } else {
      assert.match(cachingOf(first), /^(private, )?no-store$/, path);
    }
    for (const name of callers) {
      const visit = await scene.caller(name).visitor.get(path, { follow: false });
      assert.match(cachingOf(visit), /^(private, )?no-store$/, `${path} for ${name}`);
    }
  }
  assert.ok(shared > 15);
});

test('a call with a token is answered to its owner alone', async (t) => {
  const scene = await setScene(t);
  for (const row of pages) {
    const headers = { authorization: `Bearer ${scene.caller('ben').bearer}` };
    const visit = await scene.app.guest().get(addressFor(scene, row), { headers, follow: false });
    assert.match(cachingOf(visit), /^(private, )?no-store$/, nameOf(row));
  }
});

test('no cache keeps what a guest may not see, nor the page in its place', async (t) => {
  const app = await makeApp(t);
  const restricted = await placeTestWork(app, { work: { restricted: true } });
  const draft = await placeTestWork(app, { post: false });
  const guest = app.guest();
  for (const path of [
    `/works/${restricted}`,
    `/works/${draft}`,
    `/downloads/${restricted}/work.epub`,
    `/downloads/${draft}/work.epub`,
    '/works/12345',
    '/works/new',
  ]) {
    const asked = new Visitor(app.app.fetch);
    assert.equal(cachingOf(await asked.get(path, { follow: false })), 'private, no-store', path);
    assert.equal(cachingOf(await guest.get(path, { follow: false })), 'private, no-store', path);
  }
  const ben = await app.as('ben');
  const book = await ben.get(`/downloads/${restricted}/work.epub`);
  assert.equal(book.status, 200);
  assert.equal(cachingOf(book), 'private, no-store');
});

test('what was public is private at once when it is withheld', async (t) => {
  const app = await makeApp(t);
  const id = await placeTestWork(app);
  const ada = await app.as('ada');
  assert.equal(cachingOf(await app.guest().get(`/works/${id}`)), 'public, no-cache');
  const edit = await ada.get(`/works/${id}/edit`);
  await ada.submit(edit, `/works/${id}`, { restricted: '1' });
  const after = await app.guest().get(`/works/${id}`);
  assert.doesNotMatch(after.body, /The lamp was lit/);
  assert.equal(cachingOf(after), 'private, no-store');
});

test('HEAD answers as GET does, without a body', async (t) => {
  const scene = await setScene(t);
  for (const name of ['guest', 'ada'] as const) {
    for (const row of pages) {
      const path = addressFor(scene, row);
      const { visitor } = scene.caller(name);
      const got = await visitor.get(path, { follow: false });
      const head = await visitor.send('HEAD', path, undefined, { follow: false });
      assert.equal(head.status, got.status, `${path} for ${name}`);
      assert.equal(head.body, '');
      for (const header of ['content-type', 'cache-control', 'location', 'content-disposition']) {
        assert.equal(head.response.headers.get(header), got.response.headers.get(header), path);
      }
    }
  }
});

test('another host’s name is refused with 421, and this machine’s are not', async (t) => {
  const { app } = await makeApp(t, { env: { INKSTEAD_URL: 'https://archive.example' } });
  const ask = (host: string, path: string) => app.fetch(new Request(`http://${host}${path}`));
  for (const host of [
    'evil.example',
    'archive.example.evil.example',
    'archive.example:81',
    '10.0.0.1',
  ]) {
    for (const path of ['/', '/works/new', '/api/v1/works', '/token_dispenser.json']) {
      assert.equal((await ask(host, path)).status, 421, `${host}${path}`);
    }
  }
  for (const host of ['archive.example', '127.0.0.1:9', 'localhost:4700', '[::1]:4700']) {
    assert.equal((await ask(host, '/')).status, 200, host);
  }
});

test('the name of the host that was asked stands on no page', async (t) => {
  const app = await makeApp(t);
  const id = await placeTestWork(app);
  for (const path of ['/', `/works/${id}`, '/works', '/robots.txt', '/api/v1/works']) {
    const answer = await app.app.fetch(new Request(`http://localhost:9999${path}`));
    assert.doesNotMatch(await answer.text(), /localhost/, path);
  }
});

const elsewhere = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/%5Cevil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  'https://evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/\t/evil.example',
  ' /evil',
  '/\r\nSet-Cookie: a=b',
  '//evil.example/%2f..',
  '@evil.example',
];

test('nobody is led off the site by what an address says', async (t) => {
  const scene = await setScene(t);
  const ben = scene.caller('ben');
  for (const to of elsewhere) {
    const query = `return_to=${encodeURIComponent(to)}`;
    const asked = [
      await ben.visitor.get(`/users/login?${query}`, { follow: false }),
      await ben.visitor.post(
        '/reading',
        { authenticity_token: ben.formToken, theme: 'dark', return_to: to },
        { follow: false },
      ),
      await scene.app.guest().get(`/works/new?${query}`, { follow: false }),
      await scene.app.guest().get(`/${encodeURIComponent(to)}`, { follow: false }),
    ];
    for (const visit of asked) staysHere(visit, to);
    const form = await scene.app.guest().get(`/users/login?${query}`);
    const field = form.markup.find((element) => element.attribute('name') === 'return_to');
    const kept = field?.attribute('value') ?? '/';
    assert.equal(new URL(kept, origin).origin, origin, to);
  }
});

function staysHere({ response, body }: Visit, to: string): void {
  const location = response.headers.get('location');
  if (location === null) return;
  assert.equal(new URL(location, origin).origin, origin, `${JSON.stringify(to)}: ${location}`);
  assert.equal(response.headers.get('set-cookie')?.includes('a=b') ?? false, false);
  assert.equal(body, '');
}

test('a download’s name fits a header and a disk, whatever the title', async (t) => {
  const titles = [
    'A "quoted"; filename="evil.exe"',
    'Line\r\nSet-Cookie: a=b',
    '../../etc/passwd',
    '\u202egpj.exe',
    'left\u200e and right',
    'a\u0000b',
    '日本語 😀',
    '...',
    'CON',
    '%22%0d%0a',
    "it's (a) *star*",
    'x'.repeat(255),
    '😀'.repeat(255),
  ];
  for (const title of titles) {
    const app = await makeApp(t);
    const id = await placeTestWork(app, { work: { title } });
    for (const format of ['epub', 'html', 'txt', 'md']) {
      const { response } = await app.guest().get(`/downloads/${id}/x.${format}`);
      assert.equal(response.status, 200);
      const said = response.headers.get('content-disposition') ?? '';
      const shape = /^attachment; filename="([\w .-]+)"; filename\*=UTF-8''([\w.%!~-]+)$/;
      const [, plain = '', encoded = ''] = shape.exec(said) ?? [];
      const name = decodeURIComponent(encoded);
      assert.ok(plain.endsWith(`.${format}`) && name.endsWith(`.${format}`), said);
      assert.doesNotMatch(name, /[\p{Cc}\p{Cf}/\\:*?"<>|]|^\./u, said);
      assert.doesNotMatch(plain, /^\./);
      assert.ok(said.length < 1_500);
      assert.deepEqual(response.headers.getSetCookie(), []);
    }
  }
});

test('the log holds no password, no token and nothing that was written', async (t) => {
  const app = await makeApp(t);
  const [word, wrong] = ['the word of kay', 'wrong-password-of-kay'];
  const written = 'A sentence that nobody may log.';
  const guest = app.guest();
  const token = { authenticity_token: await formTokenOf(guest) };
  const fields = { 'user[login]': 'kay', 'user[email]': 'kay@example.org', 'user[password]': word };
  const ticked = { 'user[age]': '1', 'user[policy]': '1' };
  const registered = app.guest();
  const first = { authenticity_token: await formTokenOf(registered), ...fields, ...ticked };
  assert.equal((await registered.post('/users/register', first)).status, 200);
  await guest.post('/users/login', { ...token, ...fields, 'user[password]': wrong });
  await guest.post(`/users/login?user[password]=${encodeURIComponent(word)}`, token);
  const link = (await firstAdminLink(app.parts)) ?? '';
  for (const path of [link, link.replace(/^.first-admin/, '$&/'), `${link}/`]) {
    await guest.get(path);
    for (const method of ['HEAD', 'PUT', 'DELETE']) await guest.send(method, path, undefined);
    for (const body of ['', 'x=%ff', '&'.repeat(50_000)]) await guest.send('POST', path, body);
  }
  const secretOfLink = link.split('/').at(-1) ?? '';
  for (const name of ['open', 'password/edit', 'email/confirm']) {
    await guest.get(`/users/${name}?token=${secretOfLink}`);
  }
  const { userId } = await app.member('ada');
  const bearer = await createToken(app.parts, userId, ['read'], 'x');
  const headers = { authorization: `Bearer ${bearer}` };
  await guest.get(`/api/v1/works?q=${encodeURIComponent(written)}`, { headers });
  await causeDefects(app, link, written);
  const logged = JSON.stringify(app.logLines);
  assert.match(logged, /a defect ended a request.*first-admin/);
  const session = registered.cookies.get('inkstead_session') ?? '';
  const tokens = [secretOfLink, bearer, session, first.authenticity_token];
  for (const secret of [word, wrong, written, ...tokens]) {
    assert.ok(secret.length > 10);
    assert.ok(!logged.includes(secret), `the log holds ${secret}`);
    assert.ok(!logged.includes(encodeURIComponent(secret)));
  }
});

/** Tables are away while they are needed: failures of ours, logged with where they happened. */
async function causeDefects(app: TestApp, link: string, written: string): Promise<void> {
  const takeAway = (table: string) =>
    app.parts.database.write((transaction) =>
      sql.raw(`alter table ${table} rename to ${table}_elsewhere`).execute(transaction),
    );
  const ada = await app.as('ada');
  const form = await ada.get('/works/new');
  await takeAway('chapters');
  const choices = { title: written, rating: '10', warnings: '16', fandoms: 'x', language: 'en' };
  const typed = { ...choices, policy: '1', 'chapter[text]': written };
  const page = await ada.submit(form, '/works', typed);
  assert.equal(page.status, 500);
  assert.ok(page.body.includes(written), 'what was typed is lost');
  assert.doesNotMatch(page.body, /chapters_elsewhere|\bat .*\.ts:/);
  await takeAway('one_time_links');
  assert.equal((await app.guest().get(link)).status, 500);
}

function cachingOf({ response }: Visit): string {
  return response.headers.get('cache-control') ?? '';
}
