// Works taken home as EPUB: sound in the eyes of epubcheck, whatever stands in them, and the same
// bytes each time.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { makeApp } from '../../../test/kit/app.ts';
import { hostileMarkup, testBook } from '../../../test/kit/books.ts';
import { drawPicture } from '../../../test/kit/pictures.ts';
import type { Parts } from '../../shared/parts.ts';
import { guest } from '../../shared/viewer.ts';
import { placeDemo } from '../site/index.ts';
import { findWork, readChapters } from '../works/index.ts';
import { collectBooks } from './collection.ts';
import { contentsFile } from './epub/contents.ts';
import { packageDocument } from './epub/package.ts';
import { chapterFile } from './epub/pages.ts';
import { type Book, htmlFile, makeBook, markdownFile, textFile, writeEpub } from './index.ts';
import { pdfDocument } from './pdf/document.ts';
import { packBook } from './pdf/packed-book.ts';

const siteUrl = 'https://archive.example';

async function demoBooks(parts: Parts): Promise<Book[]> {
  const rows = await parts.database.read
    .selectFrom('works')
    .select('id')
    .where('restricted', '=', 0)
    .orderBy('title_key')
    .execute();
  const books: Book[] = [];
  for (const { id } of rows) {
    const { work } = await findWork(parts.database.read, guest, id);
    assert.ok(work);
    const ids = work.chapters.map((chapter) => chapter.id);
    books.push(makeBook(work, await readChapters(parts.database.read, work, ids), siteUrl));
  }
  return books;
}

function collected(books: readonly Book[]): Book {
  const about = {
    id: 9,
    title: 'All',
    url: `${siteUrl}/series/9`,
    siteUrl,
    summary: '',
    notes: '',
  };
  return collectBooks(books, { ...about, leftOut: 2 });
}

/** Fails with what epubcheck says of it. */
async function assertSound(book: Book): Promise<void> {
  const result = await EpubCheck.validate(await writeEpub(book));
  const said = result.messages
    .filter(({ severity }) => severity !== 'usage' && severity !== 'info')
    .map(({ severity, message, location }) => `${severity}: ${message} ${location?.path ?? ''}`);
  assert.deepEqual(said, [], book.title);
}

describe('an EPUB', () => {
  it('is sound for one of each kind in the demo, and for all of it as one book', async (test) => {
    const { parts } = await makeApp(test);
    await placeDemo(parts);
    const books = await demoBooks(parts);
    const kinds = new Map(books.map((one) => [`${one.direction} ${one.isOneShot}`, one]));
    for (const book of kinds.values()) await assertSound(book);
    await assertSound(collected(books));
  });

  it('is sound whatever people write', async () => {
    const names = Array.from({ length: 75 }, (_, at) => `Tag "${at}" 😀 <&> ]]> ${at}\u0301`);
    const odd = testBook([hostileMarkup, ''], {
      title: `${'😀'.repeat(200)} <i>"&amp;`,
      creators: [{ name: 'a<b>&"', url: null }],
      language: 'ar',
      direction: 'rtl',
      tags: [{ type: 'freeform', names }],
      series: [{ id: 7 as never, title: 'A & <B>', position: 3 }],
      summary: '<p>S</p>',
      endNotes: '<p>E</p>',
    });
    await assertSound(odd);
  });

  it('holds the pictures of its texts and its own cover, and says so', async () => {
    const bytes = await drawPicture();
    const address = '/works/5/images/a.jpg';
    const about = { width: 40, height: 30, type: 'image/jpeg', bytes, cover: false } as const;
    const shown = { ...about, file: 'a.jpg', address, alt: '' };
    const cover = { ...about, file: 'b.jpg', address: '', alt: 'The harbour', cover: true };
    const html =
      `<p>A <img src="${address}" alt="lamp &amp; cat" width="40" height="30" loading="lazy">` +
      '<img src="/works/5/images/gone.jpg" alt="what is gone" width="1" height="1"></p>';
    const [chapter] = testBook(['<p>x</p>']).chapters;
    const chapters = [{ ...chapter!, html }];
    const book = testBook([], { pictures: [shown, cover], chapters });
    await assertSound(book);
    const page = chapterFile(book, chapters[0]!).markup.source;
    assert.match(
      page,
      /<img src="pictures\/a\.jpg" alt="lamp &amp; cat" width="40" height="30"\/>/,
    );
    assert.match(page, /<a href="https:[^"]*\/gone\.jpg">what is gone<\/a>/);
    const { source } = packageDocument(book, []);
    assert.match(source, /alternativeText/);
    assert.match(source, /id="cover-image" href="pictures\/b\.jpg" media-type="image\/jpeg"/);
    assert.doesNotMatch(source, /cover\.svg/);
    const file = htmlFile(book);
    assert.match(file, /<img src="data:image\/jpeg;base64,[^"]+" alt="lamp &amp; cat"/);
    assert.match(file, /<a href="https:[^"]*\/gone\.jpg">what is gone<\/a>/);
    assert.match(markdownFile(book), /!\[lamp & cat\]\(https:\/\/archive\.example\/works\/5/);
    assert.match(textFile(book), /\[lamp & cat \(https:\/\/archive\.example\/works\/5\/images/);
    const next = { ...book, id: 6, chapters: chapters.map((one) => ({ ...one, id: 9 })) };
    await assertSound(collected([book, next]));
  });

  it('has in a book of several the language, direction and style of each work', async () => {
    const css = (color: string) => `#workskin p {\n  color: ${color};\n}\n`;
    const works = [
      testBook(['<p>Rain.</p>'], { id: 1, skin: css('navy') }),
      testBook(['<p>مطر</p>'], { id: 2, language: 'ar', direction: 'rtl' }),
      testBook(['<p>Snow.</p>'], { id: 3, skin: css('teal') }),
    ].map((one) => ({
      ...one,
      chapters: one.chapters.map((each) => ({ ...each, id: one.id * 10 })),
    }));
    const book = collected(works);
    await assertSound(book);
    const pages = new Map(
      book.chapters.map((one) => [one.id, chapterFile(book, one).markup.source]),
    );
    assert.match(pages.get(10) ?? '', /href="skin\.css"/);
    assert.match(pages.get(20) ?? '', /lang="ar" xml:lang="ar" dir="rtl"/);
    assert.doesNotMatch(pages.get(20) ?? '', /skin|workskin/);
    assert.match(pages.get(30) ?? '', /lang="en"[\s\S]*href="skin-2\.css"/);
    assert.match(htmlFile(book), /id="chapter-20" lang="ar" dir="rtl"/);
    assert.doesNotMatch(packBook(book), /workskin/);
    const set = pdfDocument(book, []);
    assert.match(set, /lang: "ar", dir: rtl[\s\S]*مطر[\s\S]*lang: "en", dir: ltr[\s\S]*Snow/);
  });

  it('is sound with five hundred chapters and with one of 510,000 characters', async () => {
    const many = Array.from({ length: 500 }, (_, at) => `<p>Part ${at}.</p><h2>Scene</h2>`);
    const long = '<p>The lamps of the harbour are lit from the sea inward.</p>'.repeat(8_500);
    await assertSound(testBook([...many, long]));
  });

  it('has headings below chapters in its contents, and chapters below works', () => {
    const one = testBook(['<h2>Night & day</h2><p>x</p><h3>Late</h3><p>y</p>', '<p>z</p>']);
    const book = collected([one, { ...one, id: 6, title: 'Next' }]);
    const files = book.chapters.map((chapter) => chapterFile(book, chapter));
    const contents = contentsFile(book, files).markup.source;
    const links = [...contents.matchAll(/<ol>|<\/ol>|href="([^"]*)"/g)].map(
      ([whole, href]) => href ?? whole,
    );
    assert.equal(
      links.slice(1, links.indexOf('cover.xhtml')).join(' '),
      '<ol> chapter-5.xhtml <ol> chapter-1.xhtml <ol> chapter-1.xhtml#heading-1 <ol> ' +
        'chapter-1.xhtml#heading-2 </ol> </ol> chapter-2.xhtml </ol> chapter-6.xhtml <ol> ' +
        'chapter-1.xhtml <ol> chapter-1.xhtml#heading-1 <ol> chapter-1.xhtml#heading-2 </ol> ' +
        '</ol> chapter-2.xhtml </ol> </ol> <ol>',
    );
    assert.match(contents, />Night &amp; day</);
  });

  it('tells of its accessibility what is true of this book', () => {
    const said = (source: string) => packageDocument(testBook([source]), []).source;
    assert.match(said('<ruby>漢<rt>kan</ruby>'), /accessibilityFeature">rubyAnnotations</);
    assert.doesNotMatch(said('<p>x</p>'), /rubyAnnotations|conformsTo|It has tables/);
    assert.match(said('<table><tr><td>x</table>'), /accessibilitySummary">[^<]*It has tables/);
  });

  it('names a series in both manners', () => {
    const series = [{ id: 7 as never, title: 'Nights', position: 2 }];
    const { source } = packageDocument(testBook([''], { series }), []);
    assert.match(source, /belongs-to-collection" id="series-1">Nights</);
    assert.match(source, /group-position">2</);
    assert.match(source, /name="calibre:series" content="Nights"/);
    assert.match(source, /name="calibre:series_index" content="2"/);
  });

  it('has the same bytes each time', async () => {
    const book = testBook([hostileMarkup]);
    assert.deepEqual(await writeEpub(book), await writeEpub(book));
  });
});
