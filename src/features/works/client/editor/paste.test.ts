import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picturesLike } from '../../../../text/editing.ts';
import { parseSource } from '../../../../text/sanitise/source-tree.ts';
import { cleanPaste } from './paste.ts';

const paste = (html: string, field: 'chapter' | 'summary' = 'chapter') =>
  cleanPaste(parseSource(html), field);

test('pictures are left out of what is pasted, and that is said', () => {
  const source = '<p>a <img src="https://elsewhere.example/x.png" alt="a cat"> b</p>';
  assert.deepEqual(paste(source), { html: '<p>a b</p>', note: 'picturesLeftOut' });
  assert.equal(paste('<p>a</p>').note, null);
});

test('pictures of the work itself are pasted as they are', () => {
  const find = picturesLike(/^\/works\/1\/images\/x\.jpg$/, 'https://archive.example');
  const source = '<p><img src="https://archive.example/works/1/images/x.jpg" alt="a cat"></p>';
  const { html, note } = cleanPaste(parseSource(source), 'chapter', find);
  assert.match(html, /^<p><img src="\/works\/1\/images\/x\.jpg" alt="a cat" /);
  assert.equal(note, null);
});

test('lines that a page wraps in its source are not lines of the text', () => {
  assert.equal(paste('<p>one\ntwo\n\nthree</p>').html, '<p>one two three</p>');
});

test('a summary takes no headings and no classes', () => {
  assert.equal(paste('<h1 class="big">a</h1>', 'summary').html, '<p><strong>a</strong></p>');
});

test('what is copied out of Word and Google Docs comes without its dress', () => {
  const word = "<p class=MsoNormal style='mso-x:y'><span lang=EN-US>a<o:p></o:p></span></p>";
  assert.equal(paste(word).html, '<p>a</p>');
  const docs = '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr">a</p></b>';
  assert.equal(paste(docs).html, '<p>a</p>');
});

const online = (words: string, more = '') =>
  `<div class="OutlineElement Ltr SCXW1 BCX0"><p class="Paragraph SCXW1" ${more}>` +
  `<span lang="EN-GB" class="TextRun SCXW1"><span class="NormalTextRun SCXW1">${words}</span>` +
  '</span><span class="EOP SCXW1">\u00a0</span></p></div>';

test('what is copied out of Word on the web comes as out of Word', () => {
  const run = '<span class="TextRun" style="font-style:italic"><span>so</span></span>';
  const text = `${online(`one ${run}`)}${online('two', 'role="heading" aria-level="2"')}`;
  assert.equal(paste(text).html, '<p>one <i>so</i></p><h4>two</h4>');
  const item = (words: string, level: number) =>
    '<div class="ListContainerWrapper SCXW1 BCX0"><ul class="BulletListStyle1" role="list">' +
    `<li data-aria-level="${level}" class="OutlineElement SCXW1"><p class="Paragraph SCXW1">` +
    `<span class="TextRun">${words}</span><span class="EOP">\u00a0</span></p></li></ul></div>`;
  const nested = '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>';
  assert.equal(paste(item('a', 1) + item('b', 2) + item('c', 1)).html, nested);
  const numbered = (item('a', 1) + item('b', 1)).replace(/(<\/?)ul/g, '$1ol');
  assert.equal(paste(numbered).html, '<ol><li>a</li><li>b</li></ol>');
  const li = (words: string) => {
    const paragraphs = words.replace(/\w+/g, '<p>$&</p>');
    return `<li data-aria-level="1" class="OutlineElement SCXW1">${paragraphs}</li>`;
  };
  const longer = `<ul>${li('a')}${li('b more')}${li('c')}</ul>`;
  const kept = '<ul><li><p>a</p></li><li><p>b</p><p>more</p></li><li><p>c</p></li></ul>';
  assert.equal(paste(longer).html.replace(/ (?=<)/g, ''), kept);
});

test('what a style sheet says of the words is kept, and its classes are not', () => {
  const sheet =
    '<style><!-- /* a */ p.p1 {margin: 0; text-align: center} ' +
    'span.s1, span.x {font-style: italic} b {font-weight: 400} ' +
    'span.MsoHyperlink {text-decoration: underline} --></style>';
  const text =
    '<p class="p1">a <span class="s1">b</span> <a href="https://x.example/" class="MsoHyperlink">' +
    'c</a> <span class="s1" style="font-style: normal">d</span></p>';
  const link = '<a href="https://x.example/" rel="nofollow ugc noopener">c</a>';
  assert.equal(paste(sheet + text).html, `<p class="u-centre">a <i>b</i> ${link} d</p>`);
});

test('boxes and classes of other pages do not come along, those of this archive do', () => {
  const page =
    '<div class="userstuff"><div align="left"><p class="x">a</p></div><div>b</div></div>';
  assert.equal(paste(page).html, '<p>a</p><p>b</p>');
  const own = '<p class="u-letter x">a</p>';
  assert.equal(paste(own).html, '<p class="u-letter">a</p>');
});

test('a smile that Word has made a letter of is one again', () => {
  const span = (font: string) => `<p>Joy <span style='font-family:${font}'>J</span></p>`;
  assert.equal(paste(span('Wingdings')).html, '<p>Joy \u263a</p>');
  assert.equal(paste(span('Arial')).html, '<p>Joy J</p>');
});
