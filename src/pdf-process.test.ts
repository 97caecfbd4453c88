// Works as PDF: set in every script there are letters for, the same bytes each time, whatever
// stands in them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../test/kit/app.ts';
import { placeTestWork } from '../test/kit/works.ts';
import type { Book } from './features/exports/index.ts';
import { fontFamilies, lackingScripts } from './features/exports/pdf/fonts.ts';
import { runModule } from './kit/processes/index.ts';
import { cleanText } from './text/index.ts';

const program = new URL('pdf-process.ts', import.meta.url);
const limits = { mostMs: 60_000 };

test('the PDF of a work is what its page offers', async (t) => {
  const app = await makeApp(t);
  const id = await placeTestWork(app);
  const { response } = await app.guest().get(`/downloads/${id}/x.pdf`);
  assert.equal(response.headers.get('content-type'), 'application/pdf');
  assert.match(
    response.headers.get('content-disposition') ?? '',
    /filename="The Keepers Cat\.pdf"/,
  );
});

test('whatever people write is set, in the same bytes each time', async () => {
  const nested = `${'<blockquote><ul><li>'.repeat(60)}deep${'</li></ul></blockquote>'.repeat(60)}`;
  const markup = [
    '<p>"#panic()" \\ $x$ `raw` *a* _b_ <b>#eval("1")</b> ]; #read("/etc/passwd") // @x =</p>',
    `<p>${'<i><b><u>'.repeat(20)}marks</p>`,
    '<p>كان يا ما كان (Low Harbour) 123 בעיר הנמל 苔の便り 한글 😀👩‍👩‍👧</p>',
    '<table><tr><th colspan="9">a<td>b<tr><td rowspan="5">c</table><pre>  x\n\n "y"</pre><hr>',
    `<table><tr>${'<td>x'.repeat(400)}</table><p align="center">mid</p><p align="right">end</p>`,
    '<ruby>漢<rt>kan</ruby><dl><dt>t<dd>d</dl><ol start="-3"><li>one</ol><h2>In</h2><details>',
    `<a href="/works/1">here</a> <a href="https://x.example/?a=&quot;b">there</a> ${nested}`,
    `<p>${'x'.repeat(5000)}</p><p>${'😀'.repeat(300)}</p><p>ภาษาไทย \u202e\u0301</p>`,
  ].join('');
  const cleaned = cleanText(markup, 'html', 'chapter');
  assert.ok(cleaned.ok);
  const book = bookOf(cleaned.html);
  const [first, second] = await Promise.all([
    runModule(program, JSON.stringify(book), limits),
    runModule(program, JSON.stringify(book), limits),
  ]);
  assert.equal(first.toString('latin1', 0, 5), '%PDF-');
  assert.deepEqual(first, second);
  // The works of three scripts, and no more: fonts are embedded by what is used of them.
  assert.ok(first.length < 1_000_000, `${first.length} bytes`);
});

test('scripts without letters are named, others are not', () => {
  const has = (codePoint: number) =>
    codePoint < 0x500 || (codePoint > 0x3000 && codePoint < 0xa000);
  assert.deepEqual(lackingScripts('Ærø, 苔 ภาษา ไทย कथा 😀 ★', has), ['Devanagari', 'Thai']);
});

test('Han characters are drawn as readers of the language know them', () => {
  const before = (language: string, one: string, other: string) =>
    fontFamilies(language).indexOf(one) < fontFamilies(language).indexOf(other);
  assert.ok(before('ja', 'Sawarabi Mincho', 'ZCOOL XiaoWei'));
  assert.ok(before('zh-Hans', 'ZCOOL XiaoWei', 'Sawarabi Mincho'));
  assert.ok(before('ko', 'Song Myung', 'Sawarabi Mincho'));
});

function bookOf(html: string): Book {
  const nothing = { summary: '', notes: '', endNotes: '' };
  const chapter = { words: 9, posted: true, publishedAt: 0, html, ...nothing };
  const tags = Array.from({ length: 75 }, (_, at) => `Tag "${at}" 😀 #[${at}]\\`);
  return {
    ...nothing,
    id: 5,
    url: 'https://archive.example/works/5',
    siteUrl: 'https://archive.example',
    title: `${'😀'.repeat(200)} "quoted" #text`,
    byline: 'ada',
    creators: [{ name: 'a"da', url: null }],
    language: 'zh-Hant',
    languageName: '中文',
    direction: 'rtl',
    editedAt: Date.UTC(2026, 1, 3),
    publishedAt: null,
    tags: [{ type: 'freeform', names: tags }],
    series: [],
    facts: [],
    isOneShot: false,
    endNotes: '<p>Thanks.</p>',
    chapters: ['One', ''].map((title, at) => ({
      ...chapter,
      title,
      position: at + 1,
      id: (at + 1) as Book['chapters'][number]['id'],
    })),
  };
}
