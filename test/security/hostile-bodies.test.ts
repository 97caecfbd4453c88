// Bodies that nobody means well with: too large, not UTF-8, cut short, deep, endless, tangled. Each
// is refused with one clear answer before it costs much, and changes nothing.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eachDatabase } from '../kit/database.ts';
import { origin, type Visit } from '../kit/visitor.ts';
import { bodyFor } from './access-requests.ts';
import { type Caller, everything, type Scene, setScene } from './scene.ts';

const megabyte = 1_000_000;

describe('a body of 20 MB', () => {
  test('that says its length is refused before any of it is read', async (t) => {
    const scene = await setScene(t);
    const before = await everything(scene.app);
    for (const [path, headers] of places(scene)) {
      const { body, taken } = endless();
      const said = { ...headers, 'content-length': String(20 * megabyte) };
      const answer = await send(scene, path, said, body);
      assert.equal(answer.status, 413, path);
      // A stream is asked for one piece as soon as it is made.
      assert.ok(taken() <= 1, `${path}: ${taken()} MB were read`);
      await isClear(answer);
    }
    assert.deepEqual(await everything(scene.app), before);
  });

  test('that comes piece by piece is refused as soon as it is too much', async (t) => {
    const scene = await setScene(t);
    const before = await everything(scene.app);
    for (const [path, headers] of places(scene)) {
      const { body, taken } = endless();
      const answer = await send(scene, path, headers, body);
      assert.equal(answer.status, 413, path);
      assert.ok(taken() <= 18, `${path}: ${taken()} MB were read`);
      await isClear(answer);
    }
    assert.deepEqual(await everything(scene.app), before);
  });

  test('of which less is announced than comes is refused like any other', async (t) => {
    const scene = await setScene(t);
    for (const [path, headers] of places(scene)) {
      const { body, taken } = endless();
      const answer = await send(scene, path, { ...headers, 'content-length': '10' }, body);
      assert.equal(answer.status, 413, path);
      assert.ok(taken() <= 18, `${path}: ${taken()} MB were read`);
    }
  });
});

/** A form as a page sends it, a form without an address, and a call. */
function places(scene: Scene): [string, Record<string, string>][] {
  const { visitor, bearer } = scene.caller('ada');
  const cookie = `inkstead_session=${visitor.cookies.get('inkstead_session')}`;
  const form = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
  const call = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
  return [
    ['/works', form],
    ['/users/login', { ...form, cookie: '' }],
    ['/works', { ...form, 'content-type': 'multipart/form-data; boundary=x' }],
    ['/no-such-page', form],
    ['/api/v1/works', call],
    [`/api/v1/works/${scene.work.id}/chapters`, call],
  ];
}

/** Gives a megabyte whenever it is asked, and counts how often that was. */
function endless(): { body: ReadableStream<Uint8Array>; taken: () => number } {
  const piece = new Uint8Array(megabyte).fill(0x61);
  let taken = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(stream) {
      taken += 1;
      if (taken > 30) stream.close();
      else stream.enqueue(piece);
    },
  });
  return { body, taken: () => taken };
}

function send(
  { app }: Scene,
  path: string,
  headers: Record<string, string>,
  body: ReadableStream<Uint8Array>,
): Promise<Response> {
  const init = { method: 'POST', headers, body, duplex: 'half' };
  return app.app.fetch(new Request(new URL(path, origin), init as RequestInit));
}

async function isClear(answer: Response): Promise<void> {
  const text = await answer.text();
  assert.match(text, /more than \d+ MB, the most this address takes\. Nothing was changed\./);
}

test('a form of millions of fields is refused before it is taken apart', async (t) => {
  const scene = await setScene(t);
  const before = await everything(scene.app);
  const { visitor } = scene.caller('ada');
  for (const body of [
    '&'.repeat(4 * megabyte),
    'a=&'.repeat(megabyte),
    'warnings=16&'.repeat(30_000),
  ]) {
    const page = await visitor.send('POST', '/works', body);
    assert.equal(page.status, 413);
    assert.match(page.text, /more than 20000 fields/);
  }
  assert.deepEqual(await everything(scene.app), before);
});

test('a form that is not UTF-8 is refused, and a lone percent sign is a sign', async (t) => {
  const scene = await setScene(t);
  const { visitor, formToken } = scene.caller('ada');
  const before = await everything(scene.app);
  const good = bodyFor('POST /works', scene, formToken);
  for (const broken of ['%ff', '%ED%A0%80', '%C0%AF', '\xff']) {
    const bytes = Buffer.from(`${good}&summary=${broken}`, 'latin1');
    const page = await visitor.send('POST', '/works', bytes);
    assert.equal(page.status, 400, broken);
    assert.match(page.text, /not UTF-8 text\. Nothing was changed\./);
  }
  assert.deepEqual(await everything(scene.app), before);
  const page = await visitor.send('POST', '/works', `${good}&summary=100%+sure%`);
  assert.match(page.text, /100% sure%/);
});

const garbage: readonly (readonly [string, string])[] = [
  ['multipart/form-data', 'hello'],
  ['multipart/form-data; boundary=', '--\r\n--'],
  ['multipart/form-data; boundary=x', 'hello'],
  ['multipart/form-data; boundary=x', '--x\r\n'.repeat(50_000)],
  ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'],
  ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data\r\n\r\nb\r\n--x--'],
  ['multipart/form-data; boundary=x', `--x\r\n${'A: b\r\n'.repeat(50_000)}\r\nb\r\n--x--\r\n`],
  ['multipart/form-data; boundary="x', '--x\r\n\r\n\r\n--x--\r\n'],
];

test('a multipart form that is broken is refused, and one of a file holds no fields', async (t) => {
  const scene = await setScene(t);
  const { visitor } = scene.caller('ada');
  const before = await everything(scene.app);
  for (const [type, body] of garbage) {
    const page = await visitor.send('POST', '/works', body, { headers: { 'content-type': type } });
    assert.ok(page.status === 400 || page.status === 403, `${page.status} ${body.slice(0, 60)}`);
  }
  const file = new FormData();
  file.set('authenticity_token', new Blob([scene.caller('ada').formToken]), 'token.txt');
  const sent = new Request(origin, { method: 'POST', body: file });
  const headers = { 'content-type': sent.headers.get('content-type') ?? '' };
  const page = await visitor.send('POST', '/works', await sent.arrayBuffer(), { headers });
  assert.equal(page.status, 403);
  assert.deepEqual(await everything(scene.app), before);
});

test('a page’s form is taken as a form and nothing else', async (t) => {
  const scene = await setScene(t);
  const { visitor, formToken } = scene.caller('ada');
  const before = await everything(scene.app);
  const body = JSON.stringify({ authenticity_token: formToken, title: 'x' });
  for (const type of ['application/json', 'text/plain', 'application/xml']) {
    const page = await visitor.send('POST', '/works', body, { headers: { 'content-type': type } });
    assert.equal(page.status, 415, type);
  }
  assert.deepEqual(await everything(scene.app), before);
});

test('what is not JSON, or JSON of another shape, names what is wrong', async (t) => {
  const scene = await setScene(t);
  const ada = scene.caller('ada');
  const before = await everything(scene.app);
  const statuses: [string, number][] = [
    ['{', 400],
    ['{"title":"x",}', 400],
    ['\ufeff{}', 422],
    ['null', 422],
    ['"x"', 422],
    ['17', 422],
    ['[]', 422],
    [JSON.stringify('x'.repeat(megabyte)), 422],
    ['['.repeat(100_000) + ']'.repeat(100_000), 422],
    [`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 422],
    ['['.repeat(100_000), 400],
    [`{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 422],
    [`{"fandoms":[${'{"name":'.repeat(100_000)}1${'}'.repeat(100_000)}]}`, 422],
    ['{"__proto__":{"title":"x"},"constructor":{"prototype":{"post":false}}}', 422],
  ];
  for (const [body, status] of statuses) {
    const answer = await post(ada, '/api/v1/works', body);
    assert.equal(answer.status, status, body.slice(0, 60));
    assert.match(answer.response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  }
  const latin1 = await post(ada, '/api/v1/works', Buffer.from('{"title":"\xff"}', 'latin1'));
  assert.equal(latin1.status, 400);
  assert.deepEqual(await everything(scene.app), before);
});

test('numbers beyond any sense are refused by the name of their field', async (t) => {
  const scene = await setScene(t);
  const ada = scene.caller('ada');
  const before = await everything(scene.app);
  const wrong: [string, string][] = [
    ['"expectedChapters":1e300', 'expectedChapters'],
    ['"expectedChapters":1e999', 'expectedChapters'],
    ['"expectedChapters":-1', 'expectedChapters'],
    ['"expectedChapters":1.5', 'expectedChapters'],
    ['"expectedChapters":9007199254740993', 'expectedChapters'],
    ['"fandoms":[9007199254740991]', 'fandoms'],
    ['"fandoms":[1e999]', 'fandoms[0]'],
    ['"warnings":[-16]', 'warnings'],
    ['"rating":{"id":1e21}', 'rating.id'],
    ['"as":9007199254740991', 'as'],
  ];
  for (const [field, name] of wrong) {
    const answer = await post(ada, '/api/v1/works', soundBody(field));
    assert.equal(answer.status, 422, field);
    assert.deepEqual(fieldsOf(answer), [name], field);
  }
  assert.deepEqual(await everything(scene.app), before);
});

test('a list of millions is refused by its name before its entries are looked at', async (t) => {
  const scene = await setScene(t);
  const ada = scene.caller('ada');
  const before = await everything(scene.app);
  const lists: [string, string][] = [
    ['chapters', '{},'.repeat(megabyte)],
    ['warnings', '16,'.repeat(megabyte)],
    ['fandoms', '"a",'.repeat(megabyte)],
  ];
  for (const [name, entries] of lists) {
    const body = soundBody(`"${name}":[${entries.slice(0, -1)}]`);
    const answer = await post(ada, '/api/v1/works', body);
    assert.equal(answer.status, 422, name);
    assert.deepEqual(fieldsOf(answer), [name]);
  }
  const ids = Array.from({ length: 9_000 }, (_, at) => at + 1_000_000);
  for (const name of ['warnings', 'categories', 'fandoms']) {
    const answer = await post(ada, '/api/v1/works', soundBody(`"${name}":${JSON.stringify(ids)}`));
    assert.equal(answer.status, 422, name);
    assert.ok(answer.body.length < 2_000);
  }
  assert.deepEqual(await everything(scene.app), before);
});

test('megabytes that would show nothing are refused by the name of their field', async (t) => {
  const scene = await setScene(t);
  const { visitor, formToken } = scene.caller('ada');
  const good = bodyFor('POST /works', scene, formToken);
  const before = await everything(scene.app);
  const comments = encodeURIComponent('<!-- -->'.repeat(600_000));
  for (const name of ['summary', 'notes', 'endNotes', 'chapter[text]']) {
    const page = await visitor.send('POST', '/works', `${good}&${name}=${comments}`);
    assert.equal(page.status, 422, name);
    const field = page.markup.find((element) => element.attribute('name') === name);
    assert.equal(field?.attribute('aria-invalid'), 'true', name);
  }
  const profile = `authenticity_token=${formToken}&profile[text]=${comments}`;
  const page = await visitor.send('POST', '/users/ada/preferences/profile', profile);
  assert.equal(page.status, 422);
  assert.deepEqual(await everything(scene.app), before);
});

eachDatabase((database) => {
  const odd = 'a\0b\ud800c\udfffd\u202ee\ufffff';
  const name = 'ab\ufffdc\ufffddef';

  test('signs that no text may hold do no harm in a call, on either database', async (t) => {
    const scene = await setScene(t, { database });
    const ada = scene.caller('ada');
    const texts = { title: odd, summary: odd, notes: odd, endNotes: odd };
    const names = { fandoms: [odd], relationships: [odd], characters: [odd], freeforms: [odd] };
    const chapters = [
      { ...texts, html: `<p>${odd}</p>` },
      { ...texts, text: odd },
      { ...texts, markdown: odd },
    ];
    const sound = JSON.parse(soundBody('"post":true')) as object;
    const body = JSON.stringify({ ...sound, ...texts, ...names, chapters });
    const made = await post(ada, '/api/v1/works?chapters=html', body);
    assert.equal(made.status, 201, made.body);
    const work = made.json<{ id: number; title: string; fandoms: { name: string }[] }>();
    assert.equal(work.title, name);
    assert.deepEqual(
      work.fandoms.map((tag) => tag.name),
      [name],
    );
    assert.doesNotMatch(made.body, /\\u0000|\\ud800|\\udfff/);
    for (const path of [
      `/works/${work.id}?view_full_work=true`,
      `/works/${work.id}/edit`,
      `/downloads/${work.id}/work.epub`,
      `/downloads/${work.id}/work.html`,
      `/downloads/${work.id}/work.txt`,
      `/downloads/${work.id}/work.md`,
      `/tags/${encodeURIComponent(name)}/works`,
    ]) {
      assert.equal((await ada.visitor.get(path)).status, 200, path);
    }
  });

  test('nor in a form', async (t) => {
    const scene = await setScene(t, { database });
    const { visitor, formToken } = scene.caller('ada');
    const good = Object.fromEntries(new URLSearchParams(bodyFor('POST /works', scene, formToken)));
    const chapter = { 'chapter[text]': odd, 'chapter[title]': odd, 'chapter[notes]': odd };
    const page = await visitor.post('/works', { ...good, ...chapter, title: odd, fandoms: odd });
    assert.equal(page.status, 200);
    assert.match(page.text, new RegExp(name));
    for (const field of ['language', 'rating', 'as', 'expectedChapters', 'revision', 'do']) {
      const answer = await visitor.post('/works', { ...good, [field]: odd }, { follow: false });
      assert.ok([303, 422].includes(answer.status), `${field}: ${answer.status}`);
    }
    for (const path of ['/users/login', '/users/register', '/users/password/new']) {
      const guest = scene.caller('guest');
      const fields = { 'user[login]': odd, 'user[email]': `${odd}@x.y`, 'user[password]': odd };
      const sent = { ...fields, authenticity_token: guest.formToken };
      const { status } = await guest.visitor.post(path, sent, { follow: false });
      assert.ok(status === 200 || status === 422, `${path}: ${status}`);
    }
  });
});

function soundBody(last: string): string {
  return (
    '{"title":"x","language":"en","rating":10,"fandoms":["a"],"warnings":[16],' +
    `"chapters":[{"html":"x"}],${last}}`
  );
}

function post({ visitor, bearer }: Caller, path: string, body: BodyInit): Promise<Visit> {
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
  return visitor.send('POST', path, body, { headers, follow: false });
}

function fieldsOf(answer: Visit): string[] {
  return answer.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field);
}
