import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  docx,
  epub,
  fanFicFareEpub,
  ficHubEpub,
  odt,
  otwEpub,
  otwHtml,
} from '../../../../test/kit/import-files.ts';
import { sourceOfBytes } from '../../../kit/archive/index.ts';
import type { BroughtWork } from '../brought-work.ts';
import { readWorkOfFile } from './read-file.ts';

function read(name: string, content: Uint8Array | string): BroughtWork {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return readWorkOfFile(name, sourceOfBytes(bytes));
}

const texts = (work: BroughtWork) => work.chapters.map(({ source }) => source);
const titles = (work: BroughtWork) => work.chapters.map(({ title }) => title);

for (const [kind, make] of [
  ['otw-html', async () => Buffer.from(otwHtml())],
  ['otw-epub', () => otwEpub()],
] as const) {
  test(`a download of an archive is known by its structure: ${kind}`, async () => {
    const work = read(kind === 'otw-html' ? 'a.html' : 'a.epub', await make());
    assert.equal(work.kind, kind);
    assert.equal(work.title, 'The Keeper’s Cat');
    assert.deepEqual(work.creators, ['gull']);
    assert.equal(work.sourceAddress, 'https://example.org/works/4711');
    assert.deepEqual(work.tags, {
      rating: ['Teen And Up Audiences'],
      warning: ['No Archive Warnings Apply'],
      category: ['F/F'],
      fandom: ['Harbour Lights (Book Series)'],
      relationship: ['Oda Reyk/Wren Calloway'],
      character: ['Oda Reyk', 'Wren Calloway'],
      freeform: ['Letters', 'Slow Burn'],
    });
    assert.deepEqual([work.published, work.updated], ['2019-04-01', '2020-05-02']);
    assert.equal(work.expectedChapters, 3);
    assert.equal(work.language, 'English');
    assert.deepEqual(work.series, [{ title: 'Nine Winters', position: 2 }]);
    assert.match(work.summary, /A cat keeps a light/);
    assert.match(work.notes, /nobody in particular/);
    assert.match(work.endNotes, /Thank you/);
    assert.deepEqual(titles(work), ['The Lamp', 'The Tide']);
    assert.match(work.chapters[0]?.summary ?? '', /Light\./);
    assert.match(work.chapters[0]?.endNotes ?? '', /More soon/);
    assert.doesNotMatch(work.chapters[0]?.endNotes ?? '', /Mind it/);
    assert.match(work.chapters[1]?.notes ?? '', /^<p>Mind it\.<\/p>$/);
    assert.match(texts(work)[0] ?? '', /^<p>The lamp was lit\.<\/p>/);
    assert.match(texts(work)[1] ?? '', /^<p>The tide came in/);
    assert.doesNotMatch(texts(work).join(), /drop by|Preface|More soon/);
  });
}

test('labels of a download may be in any language', () => {
  const tags = {
    Altersfreigabe: ['Mature'],
    Warnungen: ['No Archive Warnings Apply'],
    Fandoms: ['Harbour Lights'],
    Beziehung: ['Oda & Wren'],
    Figuren: ['Oda Reyk'],
    Stichworte: ['Letters'],
  };
  const work = read('a.html', otwHtml({ tags }).replace('Language:', 'Sprache:'));
  assert.deepEqual(work.tags.rating, ['Mature']);
  assert.deepEqual(work.tags.category, []);
  assert.deepEqual(work.tags.relationship, ['Oda & Wren']);
  assert.deepEqual(work.tags.character, ['Oda Reyk']);
  assert.deepEqual(work.tags.freeform, ['Letters']);
  assert.equal(work.language, 'English');
});

test('labels that are known among others are believed, and no tag is lost', () => {
  const tags = {
    Rating: ['Mature'],
    Avvertimento: ['No Archive Warnings Apply'],
    Categoria: ['Gen'],
    Fandom: ['Harbour Lights'],
    Relazione: ['Oda & Wren'],
    Personaggi: ['Oda Reyk'],
    'Tag aggiuntivi': ['Letters'],
  };
  const work = read('a.html', otwHtml({ tags }));
  const { rating, warning, category, fandom, relationship, character, freeform } = work.tags;
  assert.deepEqual(
    [rating, warning, category, fandom, relationship, character, freeform],
    Object.values(tags),
  );
});

test('names under which the works of many stand are nobody’s', () => {
  const signed = (byline: string) =>
    otwHtml().replace(/<div class="byline">.*?<\/div>/, `<div class="byline">by ${byline}</div>`);
  const link = (name: string) => `<a rel="author" href="/users/x">${name}</a>`;
  assert.deepEqual(read('a.html', signed('Anonymous')).creators, []);
  const left = `${link('tern (orphan_account)')}, ${link('gull')}, ${link('orphan_account')}`;
  assert.deepEqual(read('a.html', signed(left)).creators, ['gull']);
  assert.deepEqual(read('a.html', signed('heron')).creators, ['heron']);
});

test('a heading in the notes of a chapter begins no chapter', () => {
  const notes = '<div class="meta"><p>Notes</p><blockquote><h2>Thanks</h2></blockquote></div>';
  const page = otwHtml().replace('<!--/chapter content-->', `<!--/chapter content-->${notes}`);
  const work = read('a.html', page);
  assert.deepEqual(titles(work), ['The Lamp', 'The Tide']);
  assert.match(work.chapters[0]?.endNotes ?? '', /^<h2>Thanks/);
});

test('what a writer named as downloads name their text is part of the chapter', () => {
  const inner = '<p>Rope.</p><div class="userstuff"><p>Sail.</p></div><p>Nail.</p>';
  const chapters = [
    { title: 'One', text: inner },
    { title: 'Two', text: '<p>Tar.</p>' },
  ];
  const work = read('a.html', otwHtml({ chapters }));
  assert.deepEqual(
    work.chapters.map(({ source }) => source),
    [inner, '<p>Tar.</p>'],
  );
});

test('a download says whom it is for and what it was made after', () => {
  const list =
    '<ul class="associations">' +
    '<li>For <a href="http://example.org/users/Tern/gifts">Tern</a>.</li>' +
    '<li>Inspired by <a href="http://example.org/works/5">Salt</a> by ' +
    '<a rel="author" href="http://example.org/users/egret">egret</a></li>' +
    '<li>Translation into Welsh available: <a href="http://example.org/works/6">Halen</a></li>' +
    '</ul>';
  const page = otwHtml().replace('<p>Notes</p>', `<p>Notes</p>${list}`);
  const work = read('a.html', page);
  assert.match(work.summary, /^<p>A cat keeps a light\.<\/p>$/);
  assert.match(work.notes, /nobody in particular/);
  assert.deepEqual(work.gifts, ['Tern']);
  assert.deepEqual(work.related, [
    { relation: 'inspired', url: 'http://example.org/works/5', title: 'Salt', author: 'egret' },
  ]);
  const noSummary = page.replace(/<p>Summary<\/p><blockquote.*?<\/blockquote>/s, '');
  assert.equal(read('a.html', noSummary).summary, '');
});

test('a download of one chapter has a text and no title of a chapter', () => {
  const chapters = [{ title: '', text: '<p>All of it.</p>' }];
  const work = read('a.html', otwHtml({ chapters, title: 'One Shot' }));
  assert.deepEqual(titles(work), ['']);
  assert.deepEqual(texts(work), ['<p>All of it.</p>']);
});

test('a book of FanFicFare keeps its address, its tags and its chapters', async () => {
  const work = read('salt.epub', await fanFicFareEpub());
  assert.equal(work.kind, 'fanficfare-epub');
  assert.equal(work.sourceAddress, 'https://example.net/s/42');
  assert.deepEqual(work.tags.fandom, ['Harbour Lights']);
  assert.deepEqual(work.tags.rating, ['T']);
  assert.deepEqual(work.tags.freeform, ['Adventure']);
  assert.deepEqual(work.series, [{ title: 'Salt', position: 3 }]);
  assert.deepEqual([work.published, work.updated], ['2018-01-02', '2018-03-04']);
  assert.equal(work.expectedChapters, 2);
  assert.deepEqual(titles(work), ['Salt', 'Ink']);
  assert.deepEqual(texts(work), [
    '<p>It began with salt.</p>',
    '<div><p>It ended with ink.</p></div>',
  ]);
});

test('a book of FicHub keeps its address, and its language is not believed', async () => {
  const work = read('grey.epub', await ficHubEpub());
  assert.equal(work.kind, 'fichub-epub');
  assert.equal(work.sourceAddress, 'https://example.net/s/77');
  assert.equal(work.language, '');
  assert.deepEqual(titles(work), ['Down', 'Up']);
  assert.deepEqual(texts(work), ['<p>A feather fell.</p>', '<p>It rose again.</p>']);
});

test('any book has the chapters that its table of contents names', async () => {
  const book = await epub({
    parts: [
      { path: 'cover.xhtml', body: '<p>A Book</p>' },
      { path: 'one.xhtml', body: '<h2>Dawn</h2><p>Light <a id="x"/>came.</p>' },
      { path: 'one-b.xhtml', body: '<p>And stayed.</p>' },
      { path: 'two.xhtml', body: '<h2>Dusk</h2><p>Light went.</p>' },
    ],
    contents: [
      ['one.xhtml', 'Dawn'],
      ['two.xhtml', 'Dusk'],
    ],
  });
  const work = read('book.epub', book);
  assert.equal(work.kind, 'epub');
  assert.deepEqual(titles(work), ['Dawn', 'Dusk']);
  assert.match(texts(work)[0] ?? '', /came\.<\/p>\s*<p>And stayed/);
  assert.doesNotMatch(texts(work)[0] ?? '', /Dawn/);
});

test('a page is parted at its highest heading that stands there twice', () => {
  const page =
    '<html lang="de"><title>x</title>' +
    '<h1>The Pier</h1><div><h2>Chapter 1: Wood</h2><p>a</p><h3>in</h3></div>' +
    '<h2>Chapter 2</h2><p>b</p>';
  const work = read('pier.html', page);
  assert.equal(work.title, 'The Pier');
  assert.equal(work.language, 'de');
  assert.deepEqual(titles(work), ['Wood', '']);
  assert.deepEqual(texts(work), ['<p>a</p><h3>in</h3>', '<p>b</p>']);
});

test('Markdown keeps its format, and its front matter says what the work is', () => {
  const work = read(
    'a.md',
    '---\ntitle: The Pier\nauthor: heron\nfandom: [Harbour Lights]\ntags:\n  - Letters\n' +
      'source: http://example.org/w/5\n---\n' +
      '# One\n\nText *here*.\n\n# Two\n\n```\n# no heading\n```\n',
  );
  assert.equal(work.title, 'The Pier');
  assert.deepEqual(work.creators, ['heron']);
  assert.equal(work.sourceAddress, 'https://example.org/w/5');
  assert.deepEqual(work.tags.fandom, ['Harbour Lights']);
  assert.deepEqual(work.tags.freeform, ['Letters']);
  assert.deepEqual(titles(work), ['One', 'Two']);
  assert.equal(work.chapters[0]?.format, 'markdown');
  assert.match(texts(work)[1] ?? '', /# no heading/);
});

test('plain text is parted at lines that name chapters', () => {
  const work = read('The_Pier.txt', 'The Pier\n\nChapter One\n\nWood.\n\nEpilogue\n\nNails.');
  assert.equal(work.title, 'The Pier');
  assert.deepEqual(titles(work), ['Chapter One', 'Epilogue']);
  assert.deepEqual(texts(work), ['Wood.', 'Nails.']);
  assert.equal(read('The_Pier.txt', 'Only words here.').title, 'The Pier');
});

test('the characters of a text are told from its bytes', () => {
  const words = 'The café was closed. “Naturally,” he said.';
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')]);
  const bare = Buffer.from(words, 'utf16le');
  const windows = Buffer.from('The caf\xe9 was closed. \x93Naturally,\x94 he said.', 'latin1');
  const latin = Buffer.from('<meta charset="iso-8859-15"><p>10 \xa4, caf\xe9</p>', 'latin1');
  for (const bytes of [Buffer.from(words), utf16, bare, windows]) {
    assert.equal(texts(read('a.txt', bytes))[0], words);
  }
  assert.equal(texts(read('a.html', latin))[0], '<p>10 €, café</p>');
  const twice = Buffer.from('cafÃ© cafÃ© cafÃ©');
  assert.match(read('a.txt', twice).decisions.join(), /saved wrongly/);
});

test('a Word document keeps its structure and no deleted words', async () => {
  const heading = (words: string) =>
    `<w:p><w:pPr><w:pStyle w:val="Kop1"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const plain = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const body =
    heading('Rope') +
    '<w:p><w:r><w:t xml:space="preserve">Plain </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>lean' +
    '</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t> &lt;thin&gt;</w:t></w:r>' +
    '<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>' +
    '<w:hyperlink r:id="r1"><w:r><w:t>there</w:t></w:r></w:hyperlink></w:p>' +
    plain('a').repeat(10) +
    '<w:p/>' +
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>' +
    '<w:r><w:t>first</w:t></w:r></w:p>' +
    heading('Sail') +
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr>' +
    '<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r></w:p>';
  const work = read('a.docx', await docx(body));
  assert.equal(work.kind, 'docx');
  assert.equal(work.title, 'The Well');
  assert.deepEqual(work.creators, ['heron']);
  assert.deepEqual(titles(work), ['Rope', 'Sail']);
  const [rope = '', sail = ''] = texts(work);
  assert.match(
    rope,
    /<p>Plain <em>lean<\/em> &lt;thin&gt;<a href="https:\/\/example.org\/">there<\/a><\/p>/,
  );
  assert.match(rope, /<hr>\s*<ol>\s*<li>first<\/li>\s*<\/ol>/);
  assert.equal(sail, '<p align="center">one<br>two</p>');
});

test('an ODT document keeps headings, emphasis, lists and notes', async () => {
  const body =
    '<text:h text:outline-level="1">Rope</text:h><text:p>A <text:span text:style-name="T1">thin' +
    '</text:span><text:s/>line<text:note><text:note-citation>1</text:note-citation>' +
    '<text:note-body><text:p>of hemp</text:p></text:note-body></text:note></text:p>' +
    '<text:list><text:list-item><text:p>first</text:p></text:list-item></text:list>' +
    '<text:h text:outline-level="1">Sail</text:h><text:p text:style-name="P1">Wide.</text:p>';
  const work = read('a.odt', await odt(body));
  assert.deepEqual(titles(work), ['Rope', 'Sail']);
  const [rope = '', sail = ''] = texts(work);
  assert.match(rope, /<p>A <em>thin<\/em> line \[of hemp\]<\/p>/);
  assert.match(rope, /<ul>\s*<li>first<\/li>\s*<\/ul>/);
  assert.equal(sail, '<p align="center">Wide.</p>');
});

test('rich text keeps emphasis and letters of every kind', () => {
  const source =
    '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\stylesheet{\\s1 heading 1;}}' +
    '{\\info{\\title The Well}{\\author heron}}\\pard\\s1 Rope\\par\\pard ' +
    "A {\\i thin} line, caf\\'e9 \\u8212?\\'97 done.\\par{\\*\\generator x;}" +
    '\\pard\\s1 Sail\\par\\pard\\qc Wide.\\par}';
  const work = read('a.rtf', source);
  assert.equal(work.title, 'The Well');
  assert.deepEqual(work.creators, ['heron']);
  assert.deepEqual(titles(work), ['Rope', 'Sail']);
  assert.deepEqual(texts(work), [
    '<p>A <em>thin</em> line, café —— done.</p>',
    '<p align="center">Wide.</p>',
  ]);
});
