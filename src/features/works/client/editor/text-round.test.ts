// What somebody opens in the editor and saves is what it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanText } from '../../../../text/clean-text.ts';
import { cleanedTree, fieldRules, picturesLike } from '../../../../text/editing.ts';
import { markupTokens } from '../../../../text/markup-tokens.ts';
import { parseSource } from '../../../../text/sanitise/source-tree.ts';
import { countWords } from '../../../../text/word-count.ts';
import { countWordsInText } from '../../../../text/words-in-text.ts';
import { openText } from './open-text.ts';
import { makeSchema } from './schema.ts';
import { countedText } from './word-line.ts';
import { writeText } from './write-text.ts';

const schema = makeSchema();
const pictures = picturesLike(/^\/works\/1\/images\/x\.jpg$/, 'https://archive.example');

test('a text that was opened and not changed is written as it was', () => {
  fc.assert(
    fc.property(soup(), (source) => {
      const html = clean(source);
      const { doc, written } = open(html);
      doc.check();
      assert.equal(clean(writeText(doc, written)), html);
    }),
    { numRuns: 300 },
  );
});

test('a text whose every block was changed and changed back means the same', () => {
  fc.assert(
    fc.property(soup(), (source) => {
      const html = clean(source);
      assert.deepEqual(meaning(clean(writeText(open(html).doc))), meaning(html));
    }),
    { numRuns: 300 },
  );
});

test('every kind of markup that the sanitiser keeps is written back', () => {
  const rel = 'rel="nofollow ugc noopener"';
  const samples = [
    '<p class="u-centre" dir="rtl" lang="he" title="t">a <em>b</em> &amp; &lt;</p>',
    `<p><a href="/works/1?a=1&amp;b" title="&quot;" ${rel}>a</a><br>b</p>`,
    '<p>a <i>b <b>c</b></i> d<sup>2<sup>n</sup></sup></p>',
    '<p><small><small>a</small></small></p>',
    '<h4>a</h4><hr class="u-stars"><p class="u-gap">b</p>',
    '<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li><li></li></ul>',
    '<ol reversed start="3" type="a"><li value="7">a<br>b</li></ol>',
    '<dl><dt>a</dt><dd>b<p>c</p></dd></dl>',
    '<table><caption>a</caption><colgroup><col span="2"></colgroup><thead><tr>' +
      '<th scope="col">b</th></tr></thead><tbody><tr><td colspan="2">c</td></tr></tbody></table>',
    '<details open><summary>a</summary><p>b</p></details>',
    '<figure><p>a</p><figcaption>b</figcaption></figure>',
    '<blockquote cite="https://a.example/"><p>a</p></blockquote>',
    '<p>a <ruby>b<rp>(</rp><rt>c</rt><rp>)</rp></ruby> d</p>',
    '<pre>\n\na\n  b</pre><address>c</address>',
    '<figure><p><img src="/works/1/images/x.jpg" alt="" width="3" height="2" loading="lazy"></p>' +
      '</figure><p>a <a href="/x"><img src="/works/1/images/x.jpg" alt="b" loading="lazy"></a></p>',
    '<div class="u-letter"><p>a</p><div>b</div></div>',
  ];
  for (const sample of samples) {
    const html = clean(sample);
    assert.equal(clean(writeText(open(html).doc)), html);
  }
});

test('an empty text has one empty paragraph, and is written as nothing', () => {
  const { doc } = open('');
  assert.equal(doc.childCount, 1);
  assert.equal(writeText(doc), '');
});

test('words are counted as the server counts them', () => {
  fc.assert(
    fc.property(soup(), (source) => {
      const html = clean(source);
      assert.equal(countWordsInText(countedText(open(html).doc)), countWords(html), html);
    }),
    { numRuns: 300 },
  );
});

test('an empty line leaves a gap', () => {
  const { doc } = open('<p>a</p><p>b</p>');
  const gap = schema.node('doc', null, [doc.child(0), schema.node('p'), doc.child(1)]);
  assert.equal(clean(writeText(gap)), '<p>a</p><p class="u-gap">b</p>');
});

function clean(source: string): string {
  const cleaned = cleanText(source, 'html', 'chapter', pictures);
  assert.ok(cleaned.ok);
  return cleaned.html;
}

function open(html: string) {
  return openText(schema, cleanedTree(parseSource(html), fieldRules('chapter', true, pictures)));
}

/** Each character with the blocks around it in their order and its formats in any order. */
function meaning(html: string): string[] {
  const said: string[] = [];
  const open: { tag: string; format: boolean }[] = [];
  for (const token of markupTokens(html)) {
    if (token.kind === 'close') open.pop();
    else if (token.kind === 'open') {
      const tag = token.name + token.attributes;
      const format = schema.marks[token.name] !== undefined;
      if (!format) said.push(`<${tag}>`);
      if (!['br', 'hr', 'col', 'img'].includes(token.name)) open.push({ tag, format });
    } else {
      const formats = open.flatMap(({ tag, format }) => (format ? [tag] : [])).sort();
      for (const character of token.text) said.push(`${character} ${formats.join(' ')}`);
    }
  }
  return said;
}

function soup() {
  const names =
    'a b bdo blockquote br caption center cite code col colgroup dd details div dl dt em ' +
    'figcaption figure h1 h2 h5 hr i img li ol p pre q rp rt ruby small span strong sub summary ' +
    'sup table tbody td tfoot th thead tr u ul';
  const attributes = [
    '',
    ' class="verse x"',
    ' href=/a',
    ' align=center',
    ' dir=rtl',
    ' value=2',
    ' src=/works/1/images/x.jpg',
  ];
  const tag = fc.tuple(
    fc.constantFrom('<', '</', '<'),
    fc.constantFrom(...names.split(' ')),
    fc.constantFrom(...attributes),
  );
  const piece = fc.oneof(
    tag.map(([begin, name, more]) => (begin === '</' ? `</${name}>` : `<${name}${more}>`)),
    fc.constantFrom('word', 'a b', ' ', '\n', '\n\n\n', '&amp;', '&nbsp;', 'é', '\u0338'),
  );
  return fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
}
