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
