import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanText, type TextField } from '../clean-text.ts';

function clean(source: string, field: TextField = 'chapter'): string {
  const cleaned = cleanText(source, 'html', field);
  assert.ok(cleaned.ok);
  return cleaned.html;
}

test('a newline between words is a break, a blank line parts paragraphs', () => {
  assert.equal(clean('one\ntwo\n\nthree'), '<p>one<br>two</p><p>three</p>');
  assert.equal(clean('one\r\ntwo\r\n \t\r\nthree'), '<p>one<br>two</p><p>three</p>');
});

test('two breaks in a row part paragraphs as a blank line does', () => {
  assert.equal(clean('<p>one<br>two<br><br>three</p>'), '<p>one<br>two</p><p>three</p>');
  assert.equal(clean('one<br>\n<br />\ntwo'), '<p>one</p><p>two</p>');
});

test('a break with a newline after it is one break', () => {
  assert.equal(clean('one<br>\ntwo'), '<p>one<br>two</p>');
});

test('three or more breaks leave a gap before the next paragraph', () => {
  const gap = '<p>one</p><p class="u-gap">two</p>';
  assert.equal(clean('one\n\n\ntwo'), gap);
  assert.equal(clean('one<br><br><br><br>two'), gap);
  assert.equal(clean('<p>one</p><p>&nbsp;</p><p>two</p>'), gap);
  assert.equal(clean('<p>one</p><p><br></p><p>two</p>'), gap);
  assert.equal(clean('<p>one</p><br><p>two</p>'), gap);
});

test('a gap goes on neither the first paragraph nor the second half of a parted one', () => {
  assert.equal(clean('<br><br>one'), '<p>one</p>');
  assert.equal(
    clean('a<p class="u-gap">one<br><br>two</p>'),
    '<p>a</p><p class="u-gap">one</p><p>two</p>',
  );
});

test('blank lines between paragraphs that are there already mean nothing', () => {
  assert.equal(clean('<p>one</p>\n\n\n\n<p>two</p>\n'), '<p>one</p><p>two</p>');
});

test('a break at either end of a paragraph goes', () => {
  assert.equal(clean('<p>one<br></p><p>two</p>'), '<p>one</p><p>two</p>');
});

test('empty paragraphs and formats go, and what held nothing else', () => {
  assert.equal(clean('<p></p><p> <b></b></p>one<blockquote><p></p></blockquote>'), '<p>one</p>');
});

test('loose words get paragraphs in quotations, divisions and details too', () => {
  assert.equal(
    clean('<blockquote>one\n\ntwo</blockquote>'),
    '<blockquote><p>one</p><p>two</p></blockquote>',
  );
  assert.equal(
    clean('<div>one<p>two</p>three</div>'),
    '<div><p>one</p><p>two</p><p>three</p></div>',
  );
  assert.equal(
    clean('<details><summary>S</summary>one</details>'),
    '<details><summary>S</summary><p>one</p></details>',
  );
});

test('a block inside a line of words is lifted out, and open formats go on in it', () => {
  assert.equal(
    clean('<b>one<div>two</div>three</b>'),
    '<p><b>one</b></p><div><p><b>two</b></p></div><p><b>three</b></p>',
  );
  assert.equal(clean('<i><p>one</p><p>two</p></i>'), '<p><i>one</i></p><p><i>two</i></p>');
  assert.equal(
    clean('a<span lang="de">b<table><tr><td>c</table>d</span></p>'),
    '<p>a<span lang="de">b</span></p>' +
      '<table><tbody><tr><td><span lang="de">c</span></td></tr></tbody></table>' +
      '<p><span lang="de">d</span></p>',
  );
});

test('a parted paragraph hands its attributes to both halves', () => {
  assert.equal(
    clean('<p class="verse" dir="rtl">one\n\ntwo</p>'),
    '<p class="u-verse" dir="rtl">one</p><p class="u-verse" dir="rtl">two</p>',
  );
});

test('an unclosed heading does not swallow the chapter', () => {
  assert.equal(clean('<h3>Title<p>one</p><p>two</p>'), '<h4>Title</h4><p>one</p><p>two</p>');
});

test('nothing is added inside lists, tables, headings and ruby', () => {
  const untouched = [
    '<ul><li>one two</li></ul>',
    '<table><tbody><tr><td>one two</td></tr></tbody></table>',
    '<h4>one two</h4>',
    '<p><ruby>漢 <rp>(</rp><rt>a b</rt><rp>)</rp></ruby></p>',
  ];
  for (const html of untouched) assert.equal(clean(html.replace(/ (?=t|<|b)/g, '\n\n')), html);
});

test('white space in preformatted text stays, but for blanks at the ends of lines', () => {
  assert.equal(clean('<pre>\n\n  a  \n\tb <i>c</i></pre>'), '<pre>\n\n  a\n\tb <i>c</i></pre>');
});

test('white space elsewhere is one space, outside the format that ended or began with it', () => {
  assert.equal(clean(' one  <b> two\t</b>three '), '<p>one <b>two</b> three</p>');
});

test('spaces that do not break stay', () => {
  assert.equal(clean('<p>&nbsp;&nbsp;one&nbsp;two</p>'), '<p>\u00a0\u00a0one\u00a0two</p>');
});

test('a summary has no classes, so no gaps, and its headings are bold paragraphs', () => {
  assert.equal(
    clean('<h2 class="x">T</h2><center>one</center>\n\n\ntwo<br><br><br>three', 'summary'),
    '<p><strong>T</strong></p><div><p>one</p></div><p>two</p><p>three</p>',
  );
});
