// Works as PDF: set in every script there are letters for, the same bytes each time, whatever
// stands in them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../test/kit/app.ts';
import { hostileMarkup, testBook } from '../test/kit/books.ts';
import { drawPicture } from '../test/kit/pictures.ts';
import { placeTestWork } from '../test/kit/works.ts';
import { packBook } from './features/exports/index.ts';
import { fontFamilies, lackingScripts } from './features/exports/pdf/fonts.ts';
import { runModule } from './kit/processes/index.ts';

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
  const book = testBook([hostileMarkup, '<p>Two.</p>'], {
    title: `${'😀'.repeat(200)} "quoted" #text`,
    creators: [{ name: 'a"da', url: null }],
    language: 'zh-Hant',
    direction: 'rtl',
    tags: [{ type: 'freeform', names: Array.from({ length: 75 }, (_, at) => `"${at}" #[😀]\\`) }],
    endNotes: '<p>Thanks.</p>',
  });
  const [first, second] = await Promise.all([
    runModule(program, packBook(book), limits),
    runModule(program, packBook(book), limits),
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

test('pictures of the texts are set, and those that are not there are words', async () => {
  const address = `/works/5/images/${'0a'.repeat(16)}.png`;
  const bytes = await drawPicture({ format: 'png', width: 30, height: 900 });
  const about = { file: 'a.png', alt: '', cover: false, width: 30, height: 900 };
  const [chapter] = testBook(['<p>x</p>']).chapters;
  const image = (src: string) =>
    `<img src="${src}" alt="a &quot;lamp&quot;" width="30" height="900">`;
  const html = `<p>A ${image(address)} ${image('/works/5/images/gone.jpg')} b</p>`;
  const book = testBook([], {
    pictures: [{ ...about, address, type: 'image/png', bytes }],
    chapters: [{ ...chapter!, html }],
  });
  const [pictured, plain] = await Promise.all(
    [book, { ...book, pictures: [] }].map((one) => runModule(program, packBook(one), limits)),
  );
  const isPictured = (pdf?: Buffer) => /\/Subtype\s*\/Image/.test(pdf?.toString('latin1') ?? '');
  assert.deepEqual([isPictured(pictured), isPictured(plain)], [true, false]);
});
