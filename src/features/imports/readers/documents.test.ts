// What programs for writing put into their files beside what their writers see.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docx, epub, odt } from '../../../../test/kit/import-files.ts';
import { sourceOfBytes, writeZip } from '../../../kit/archive/index.ts';
import { cleanText } from '../../../text/index.ts';
import type { BroughtWork } from '../brought-work.ts';
import { readWorkOfFile } from './read-file.ts';

function read(name: string, content: Uint8Array | string): BroughtWork {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return readWorkOfFile(name, sourceOfBytes(bytes));
}

const texts = (work: BroughtWork) => work.chapters.map(({ source }) => source);
const titles = (work: BroughtWork) => work.chapters.map(({ title }) => title);
const run = (words: string, marks = '') => `<w:r><w:rPr>${marks}</w:rPr><w:t>${words}</w:t></w:r>`;
const paragraph = (inside: string, style = '') =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}</w:pPr>${inside}</w:p>`;

const styles = {
  path: 'word/styles.xml',
  text: `<w:styles><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="Kop1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:styleId="Dream"><w:name w:val="Dream"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:styleId="Waking"><w:name w:val="Waking"/><w:basedOn w:val="Dream"/>
<w:rPr><w:i w:val="0"/><w:b/></w:rPr></w:style>
<w:style w:styleId="Toc"><w:name w:val="toc 1"/></w:style></w:styles>`,
};

function notesOfWord(kind: 'footnote' | 'endnote', notes: Readonly<Record<number, string>>) {
  const own = `<w:${kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>
</w:${kind}><w:${kind} w:type="continuationSeparator" w:id="0"><w:p/></w:${kind}>`;
  const said = Object.entries(notes).map(
    ([id, words]) => `<w:${kind} w:id="${id}">${paragraph(run(words))}</w:${kind}>`,
  );
  return { path: `word/${kind}s.xml`, text: `<w:n>${own}${said.join('')}</w:n>` };
}

test('notes of Word, at the foot or the end, stand below the chapter they are of', async () => {
  const refer = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const body =
    paragraph(run('Rope'), 'Kop1') +
    paragraph(run('Hemp') + refer('footnote', 7) + refer('endnote', 7)) +
    paragraph(run('Sail'), 'Kop1') +
    paragraph(run('Linen') + refer('footnote', 3));
  const notes = [
    notesOfWord('footnote', { 3: 'Of flax.', 7: 'Of a plant.', 9: 'Deleted.' }),
    notesOfWord('endnote', { 7: 'See the last page.' }),
  ];
  const work = read('a.docx', await docx(body, notes));
  assert.deepEqual(texts(work), [
    '<p>Hemp<sup>[1][2]</sup></p>\n<p>[1] Of a plant.</p>\n<p>[2] See the last page.</p>',
    '<p>Linen<sup>[3]</sup></p>\n<p>[3] Of flax.</p>',
  ]);
});

test('a note of a heading stands below its chapter', async () => {
  const refer = '<w:r><w:footnoteReference w:id="1"/></w:r>';
  const headings = [paragraph(run('Rope') + refer, 'Kop1'), paragraph(run('Sail'), 'Kop1')];
  const body = `${headings[0]}${paragraph(run('Hemp'))}${headings[1]}${paragraph(run('Flax'))}`;
  const work = read('a.docx', await docx(body, [notesOfWord('footnote', { 1: 'Old.' })]));
  assert.deepEqual(texts(work), ['<p>Hemp</p>\n<p>[1] Old.</p>', '<p>Flax</p>']);
});

test('the title of a document is no chapter, and its own table of contents no text', async () => {
  const body =
    paragraph(run('The Long Pier'), 'Titel') +
    paragraph(run('by Tern and Gull')) +
    paragraph(run('Rope 1'), 'Toc') +
    paragraph(run('Rope'), 'Kop1') +
    paragraph(run('Hemp.')) +
    paragraph(run('Sail'), 'Kop1') +
    paragraph(run('Linen.'));
  const work = read('a.docx', await docx(body, [styles]));
  assert.equal(work.title, 'The Long Pier');
  assert.deepEqual(work.creators, ['Tern', 'Gull']);
  assert.deepEqual(titles(work), ['Rope', 'Sail']);
  assert.deepEqual(texts(work), ['<p>Hemp.</p>', '<p>Linen.</p>']);
  const title = '<text:p text:style-name="Title">The Long Pier</text:p>';
  const head = (words: string) => `<text:h text:outline-level="1">${words}</text:h>`;
  const written = await odt(`${title}${head('Rope')}<text:p>a</text:p>${head('Sail')}
<text:p>b</text:p>`);
  assert.equal(read('a.odt', written).title, 'The Long Pier');
});

test('what a style makes of a paragraph is kept, and what it hides is not', async () => {
  const body =
    paragraph(run('Asleep. ') + run('Up.', '<w:i w:val="0"/>'), 'Dream') +
    paragraph(run('Awake.'), 'Waking') +
    paragraph(`${run('Seen.')}${run('Hidden.', '<w:vanish/>')}`) +
    '<w:p><w:r><w:t>one</w:t><w:br w:type="textWrapping"/><w:t>two</w:t></w:r></w:p>';
  const [source = ''] = texts(read('a.docx', await docx(body, [styles])));
  assert.equal(
    source,
    '<p><em>Asleep. </em>Up.</p>\n<p><strong>Awake.</strong></p>\n<p>Seen.</p>\n<p>one<br>two</p>',
  );
});

test('chapters without styles are known by their words, and by nothing less', async () => {
  const lines = ['The Pier', 'by Tern', 'Chapter 1', 'Wood.', 'Chapter 2: Nails', 'Iron.'];
  const body = lines.map((words) => paragraph(run(words))).join('');
  const work = read('a.docx', await docx(body, [{ path: 'docProps/core.xml', text: '<c/>' }]));
  assert.equal(work.title, 'The Pier');
  assert.deepEqual(work.creators, ['Tern']);
  assert.deepEqual(titles(work), ['', 'Nails']);
  assert.deepEqual(texts(work), ['<p>Wood.</p>', '<p>Iron.</p>']);
  const once = read('a.html', '<p>Chapter 1 was dull.</p><p>So he shut the book.</p>');
  assert.equal(once.chapters.length, 1);
  const page = read('a.html', '<center><b>Part One</b></center><p>a</p><div>Part Two</div>b');
  assert.deepEqual(titles(page), ['Part One', 'Part Two']);
  const dedicated = '<h1>Pier</h1><p>For all who wait.</p><h2>a</h2><p>b</p><h2>c</h2><p>d</p>';
  assert.equal(read('a.html', dedicated).chapters.length, 3);
});

test('a document that was saved in the cloud is one, whatever number its text has', async () => {
  const text = `<w:document><w:body>${paragraph(run('Words.'))}</w:body></w:document>`;
  const written = await writeZip([{ path: 'word/document2.xml', text }], { modified: 0 });
  assert.deepEqual(texts(read('a.docx', written)), ['<p>Words.</p>']);
});

test('emphasis that only a style sheet makes is kept, in a page and in a book', async () => {
  const sheet = '.c1{font-style:italic}.c2 {font-weight:700} p.mid{text-align:center}';
  const body =
    '<p class="mid">A <span class="c1">thin</span> <span class="c2">line</span></p><p>b</p>';
  const clean = (work: BroughtWork) => {
    const cleaned = cleanText(work.chapters[0]?.source ?? '', 'html', 'chapter');
    // A class may be a work skin's.
    return cleaned.ok ? cleaned.html.replace(/<\/?span[^>]*>| u-\w+(?=")/g, '') : '';
  };
  const page = `<html><head><style>${sheet}</style></head><body>${body}</body></html>`;
  const expected = /<p class="u-centre">A <i>thin<\/i> <b>line<\/b><\/p>\s*<p>b<\/p>/;
  assert.match(clean(read('a.html', page)), expected);
  const head = '<link rel="stylesheet" type="text/css" href="../css/book.css"/>';
  const book = await epub({
    parts: [{ path: 'text/a.xhtml', head, body }],
    more: [{ path: 'css/book.css', text: sheet }],
  });
  assert.match(clean(read('a.epub', book)), expected);
});

test('underlined headings of Markdown part it, and lines above rules do not', () => {
  const work = read(
    'a.md',
    'The Pier\n====\n\n*by Tern*\n\nOne\n---\n\nWood.\n\nTwo\n---\n\nNails.\n',
  );
  assert.equal(work.title, 'The Pier');
  assert.deepEqual(work.creators, ['Tern']);
  assert.deepEqual(titles(work), ['One', 'Two']);
  const bold = read('c.md', 'The Pier\n\n**Chapter 1**\n\nWood.\n\n**Chapter 2**\n\nNails.\n');
  assert.deepEqual([bold.title, ...texts(bold)], ['The Pier', 'Wood.', 'Nails.']);
  const scenes = read('b.md', 'He left\nthe house.\n---\n\nHe came back.\n');
  assert.equal(scenes.chapters.length, 1);
});

test('a text names who wrote it below its title', () => {
  const work = read('a.txt', 'The Pier\n\nby Tern\n\nChapter 1\n\nWood.\n\nChapter 2\n\nNails.\n');
  assert.deepEqual(work.creators, ['Tern']);
  assert.deepEqual(texts(work), ['Wood.', 'Nails.']);
  const short = read('a.txt', 'The Pier\n\nby Tern\n\nAll of it stands here.\n');
  assert.deepEqual([short.title, ...short.creators], ['The Pier', 'Tern']);
  assert.deepEqual(texts(short), ['All of it stands here.']);
});

test('rich text has the letters of its fonts, and its notes in brackets', () => {
  const fonts =
    '{\\fonttbl{\\f0\\fnil Times;}{\\f1\\fnil\\fcharset204 Arial Cyr;}{\\f2\\fcharset128 Mincho;}}';
  const source =
    `{\\rtf1\\ansi\\ansicpg1252\\deff0${fonts}\\f0 caf\\'e9 {\\f1 \\'ec\\'e0\\'ff\\'ea} ` +
    "{\\f2 \\'93\\'94\\'83A}\\plain\\'e9{\\footnote\\pard\\plain\\s9 a note\\par}.\\par}";
  assert.deepEqual(texts(read('a.rtf', source)), ['<p>café маяк 灯アé [a note ].</p>']);
  const mac = "{\\rtf1\\mac\\ansicpg10000\\deff0 it\\'d5s\\par}";
  assert.deepEqual(texts(read('a.rtf', mac)), ['<p>it’s</p>']);
});

test('a letter of two bytes is one letter, wherever the program broke its line', () => {
  const head = '{\\rtf1\\ansi\\ansicpg932\\deff0{\\fonttbl{\\f0\\fcharset128 Mincho;}}\\f0 ';
  const source = `${head}\\'82\r\n\\'a0\\'83\\{ \\'95\\\\x\\par}`;
  assert.deepEqual(texts(read('a.rtf', source)), ['<p>あボ 表x</p>']);
});

test('a book that names its parts in other letters than they have is whole', async () => {
  const text = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Words.</p></body></html>';
  const more = [{ path: 'text/one.xhtml', text }];
  const book = await epub({ parts: [], spine: ['Text/One.xhtml'], more });
  assert.deepEqual(texts(read('a.epub', book)), ['<p>Words.</p>']);
});

test('a chapter that no table of contents names begins with a heading', async () => {
  const head = '<title>The Pier</title>';
  const book = await epub({
    metadata: '<dc:title>The Pier</dc:title><dc:creator>Tern</dc:creator>',
    parts: [
      { path: 'half.xhtml', head, body: '<h1>The Pier</h1><p>by Tern</p>' },
      { path: 'one.xhtml', head, body: '<h2>Wood</h2><p>Oak.</p>' },
      { path: 'one-b.xhtml', head, body: '<p>Ash.</p><h3>Bark</h3><p>Rough.</p>' },
      { path: 'two.xhtml', head, body: '<h2>Nails</h2><p>Iron.</p>' },
    ],
    contents: [['one.xhtml', 'Wood']],
  });
  const work = read('a.epub', book);
  assert.deepEqual(titles(work), ['Wood', 'Nails']);
  assert.match(texts(work)[0] ?? '', /Oak.*Ash.*<h3>Bark<\/h3>.*Rough/s);
});

test('a short chapter in any letters that begins with the title is no title page', async () => {
  const book = await epub({
    metadata: '<dc:title>Причал</dc:title><dc:creator>Чайка</dc:creator>',
    parts: [
      { path: 'a.xhtml', body: '<h1>Причал</h1><p>Чайка</p>' },
      { path: 'b.xhtml', body: '<p>Причал был пуст, и все лодки ушли в море.</p>' },
    ],
  });
  assert.deepEqual(texts(read('a.epub', book)), [
    '<p>Причал был пуст, и все лодки ушли в море.</p>',
  ]);
});

test('Word’s looks of before a change are gone, and its text boxes and signs are not', async () => {
  const before = '<w:rPrChange><w:rPr><w:b/><w:vanish/></w:rPr></w:rPrChange>';
  const moved = '<w:pPrChange><w:pPr><w:pStyle w:val="Kop1"/></w:pPr></w:pPrChange>';
  const box = (inside: string) => `<w:txbxContent>${inside}</w:txbxContent>`;
  const drawn = `<mc:Choice><w:drawing><wps:txbx>${box(paragraph(run('Come home.')))}</wps:txbx>
</w:drawing></mc:Choice><mc:Fallback><w:pict>${box(paragraph(run('Come home.')))}</w:pict>
</mc:Fallback>`;
  const sign = '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>';
  const body =
    paragraph(run('Kept.', before)).replace('</w:pPr>', `${moved}</w:pPr>`) +
    paragraph(`${run('It said')}<w:r>${drawn}</w:r>${run(' so ')}${sign}`) +
    paragraph('<w:r><w:t>One</w:t><w:br w:type="page"/><w:t>two</w:t></w:r>');
  const work = read('a.docx', await docx(body));
  assert.deepEqual(texts(work), [
    '<p>Kept.</p>\n<p>It said so \u263a</p>\n<p>Come home.</p>\n<p>One two</p>',
  ]);
  assert.doesNotMatch(work.decisions.join(' '), /picture/);
});

test('rich text keeps the letters beside a sign, words in cells apart, and raw bytes', () => {
  const text = (inside: string) => texts(read('a.rtf', `{\\rtf1\\ansi ${inside}\\par}`));
  assert.deepEqual(text('{\\uc1\\u8217}Hemp {\\b\\u8212}Flax'), [
    '<p>\u2019Hemp <strong>\u2014</strong>Flax</p>',
  ]);
  assert.deepEqual(text('\\trowd one\\cell two\\cell\\row\\pard End'), [
    '<p>one</p>\n<p>two</p>\n<p>End</p>',
  ]);
  assert.deepEqual(text('\x93Yes\x94 caf\xe9'), ['<p>\u201cYes\u201d caf\u00e9</p>']);
  assert.deepEqual(text('kept {\\deleted gone }{\\v hidden }also'), ['<p>kept also</p>']);
  assert.deepEqual(text('one\\page two\\u0?'), ['<p>one two</p>']);
});

test('paragraphs of a note in an ODT do not run into each other', async () => {
  const note = '<text:note-body><text:p>One</text:p><text:p>two</text:p></text:note-body>';
  const work = read('a.odt', await odt(`<text:p>Rope<text:note>${note}</text:note>.</text:p>`));
  assert.deepEqual(texts(work), ['<p>Rope [One two] .</p>']);
});

test('a page that says it is UTF-16 in single bytes is not believed', () => {
  const page = (words: string) => `<meta charset="utf-16"><p>caf\xe9 ${words}</p>`;
  for (const words of ['a', 'ab']) {
    assert.deepEqual(texts(read('a.html', page(words))), [`<p>caf\u00e9 ${words}</p>`]);
  }
});

test('lines between two breaks at the top of Markdown are text where they are no facts', () => {
  for (const said of ['It was a dark night.', 'Oda: Where are you?\nWren: Here.']) {
    const work = read('a.md', `---\n${said}\n\n---\n\nMore.\n`);
    assert.match(texts(work).join(), new RegExp(`${said.replace(/\?/g, '.')}[^]*More`));
  }
  const facts = 'title: Rope\nsummary: |\n  Hemp\n  and flax.\nnotes: Of\n  old.';
  const { title, summary, notes, chapters } = read('a.md', `---\n${facts}\n---\nMore.\n`);
  assert.deepEqual([title, summary, notes], ['Rope', 'Hemp\nand flax.', 'Of old.']);
  assert.deepEqual(
    chapters.map(({ source }) => source),
    ['More.'],
  );
});
