import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanText, type TextField } from '../clean-text.ts';

function clean(source: string, field: TextField = 'chapter'): string {
  const cleaned = cleanText(source, 'html', field);
  assert.ok(cleaned.ok);
  return cleaned.html;
}

test('items without a list get one, together', () => {
  assert.equal(clean('<li>a</li> <li>b</li>'), '<ul><li>a</li><li>b</li></ul>');
  assert.equal(clean('<dt>a</dt><dd>b</dd>'), '<dl><dt>a</dt><dd>b</dd></dl>');
});

test('a list straight in a list goes into the item before it', () => {
  assert.equal(
    clean('<ul><li>a</li><ul><li>b</li></ul></ul>'),
    '<ul><li>a<ul><li>b</li></ul></li></ul>',
  );
});

test('stray words in a list go on with the item before, or stand before the list', () => {
  assert.equal(clean('<ul>a<li>b</li>c</ul>'), '<p>a</p><ul><li>b<br>c</li></ul>');
  assert.equal(
    clean('<ul><li>a</li>b <b>c<li>d</li></b></ul>'),
    '<ul><li>a<br>b <b>c</b></li><li><b>d</b></li></ul>',
  );
});

test('a definition needs a term, a term gets an empty definition', () => {
  assert.equal(clean('<dl><dd>a</dl>'), '<div><p>a</p></div>');
  assert.equal(clean('<dl><dt>a</dl>'), '<dl><dt>a</dt><dd></dd></dl>');
});

test('numbers of items are kept in numbered lists only', () => {
  assert.equal(
    clean('<ol start="3" type="i" reversed><li value="7">a</ol>'),
    '<ol reversed start="3" type="i"><li value="7">a</li></ol>',
  );
  assert.equal(clean('<ul type="square"><li value="7">a</ul>'), '<ul><li>a</li></ul>');
});

test('the parts of a table stand in their order, and heading cells say what they head', () => {
  assert.equal(
    clean(
      '<table border="1"><tfoot><tr><td>f</tfoot><tr><th>r</th><td colspan="2">d</td></tr>' +
        '<caption>c</caption><colgroup><col span="2"></colgroup><thead><tr><th>h</thead></table>',
    ),
    '<table><caption>c</caption><colgroup><col span="2"></colgroup>' +
      '<thead><tr><th scope="col">h</th></tr></thead>' +
      '<tbody><tr><th scope="row">r</th><td colspan="2">d</td></tr></tbody>' +
      '<tfoot><tr><td>f</td></tr></tfoot></table>',
  );
});

test('a second caption joins the first, a second head is rows', () => {
  const table =
    '<table><caption>a</caption><caption>b</caption>' +
    '<thead><tr><td>c</thead><thead><tr><td>d</thead></table>';
  assert.equal(
    clean(table),
    '<table><caption>a<br>b</caption><thead><tr><td>c</td></tr></thead>' +
      '<tbody><tr><td>d</td></tr></tbody></table>',
  );
});

test('a row or cell outside a table keeps its words', () => {
  assert.equal(clean('<tr><td>a</td><td>b</td></tr>'), '<p>ab</p>');
});

test('blocks in a caption or a heading cell lose their tags, not the line they stood on', () => {
  assert.equal(
    clean('<table><caption><p>a</p><p>b</p></caption><tr><th><h2>c</h2>d</table>'),
    '<table><caption>a<br>b</caption><tbody><tr><th scope="col">c<br>d</th></tr></tbody></table>',
  );
});

test('a summary comes first in its details, and where there is none three dots do', () => {
  assert.equal(
    clean('<details open="x">a<summary>S</summary><summary>b</summary></details>'),
    '<details open><summary>S</summary><p>a</p><p>b</p></details>',
  );
  assert.equal(clean('<details>a</details>'), '<details><summary>…</summary><p>a</p></details>');
  assert.equal(clean('<summary>a</summary>'), '<p>a</p>');
});

test('a caption stands first or last in its figure and nowhere else', () => {
  assert.equal(
    clean('<figure>a<figcaption>c</figcaption>b</figure>'),
    '<figure><p>a</p><p>b</p><figcaption>c</figcaption></figure>',
  );
  assert.equal(clean('<figcaption>a</figcaption>'), '<div><p>a</p></div>');
});

test('readings stand in parentheses and only in their ruby', () => {
  assert.equal(
    clean('<ruby><b>漢</b><rt>kan</rt>字<rp>[</rp><rt>ji</rt><rp>]</rp>x</ruby>'),
    '<p><ruby><b>漢</b><rp>(</rp><rt>kan</rt><rp>)</rp>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby>x</p>',
  );
  assert.equal(clean('<rt>a</rt><ruby>b</ruby><ruby><rt>c</rt></ruby>'), '<p>abc</p>');
});

test('headings begin at h4, keep their order of rank and skip none', () => {
  assert.equal(
    clean('<h1>a</h1><h3>b</h3><h6>c</h6><h6>d</h6><h2>e</h2><h1>f</h1>'),
    '<h4>a</h4><h5>b</h5><h6>c</h6><h6>d</h6><h5>e</h5><h4>f</h4>',
  );
  assert.equal(clean('<h5>a</h5><h2>b</h2>'), '<h4>a</h4><h4>b</h4>');
});

test('a heading without words goes', () => {
  assert.equal(clean('<h2> <br></h2><h3>&nbsp;</h3>a'), '<p>a</p>');
});
