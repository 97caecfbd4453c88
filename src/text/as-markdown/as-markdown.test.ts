// Markup becomes Markdown that a person would write, and the same markup again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanText, markdownOf, plainText } from '../index.ts';

function clean(source: string, format: 'html' | 'markdown' = 'html'): string {
  const cleaned = cleanText(source, format, 'chapter');
  assert.ok(cleaned.ok);
  return cleaned.html;
}

const samples: readonly (readonly [string, string])[] = [
  ['<p>She <em>ran</em>, and <strong>fell</strong>.</p>', 'She *ran*, and **fell**.'],
  ['<p>One</p><hr><p>Two<br>lines</p>', 'One\n\n* * *\n\nTwo\\\nlines'],
  ['<h2>Night</h2><p>Dark.</p>', '#### Night\n\nDark.'],
  ['<blockquote><p>A</p><p>B</p></blockquote>', '> A\n>\n> B'],
  ['<ul><li>one</li><li>two<ul><li>in</li></ul></li></ul>', '- one\n- two\n  - in'],
  ['<ol start="3"><li><p>one</p></li><li><p>two</p></li></ol>', '3. one\n\n4. two'],
  ['<p><a href="/works/5">here</a>!</p>', '[here](https://archive.example/works/5)!'],
  ['<p>1. *not* a list #1 &amp;amp; _x_ a_b</p>', '1\\. \\*not\\* a list #1 &amp;amp; \\_x\\_ a_b'],
  ['<p>http://a.example stays words</p>', 'http\\://a.example stays words'],
  ['<p align="center">* * *</p>', '<p class="u-centre">* * *</p>'],
  ['<pre><code>a\n\n  b</code></pre>', '```\na\n\n  b\n```'],
  ['<p><i>So</i> <b>he</b> <s>left</s></p>', '*So* **he** ~~left~~'],
  ['<p>un<em>believ</em>able <u>line</u></p>', 'un*believ*able <u>line</u>'],
];

test('Markdown is what a person would write', () => {
  for (const [html, markdown] of samples) {
    assert.equal(markdownOf(clean(html), 'https://archive.example'), markdown);
  }
});

/** Code in Markdown ends with its line, and blanks at the ends of blocks say nothing. */
function alike(html: string): string {
  return html
    .replace(/\s+<\/code><\/pre>/g, '</code></pre>')
    .replace(/(?<!<br>| ) +(?=<\/?(?:br|blockquote|d[dlt]|div|h[4-6r]|li|ol|p|t\w+|ul)\b)/g, '');
}

const signs =
  '* |*|**|_|~|`|```| |  |\n|\n\n|# |#|> |- |+ |1. |1) |--- |===|:-|\\||&amp;lt;|\\|!|[|](|(';

const pieces = [
  ...'<p>|</p>|<br>|<hr>|<em>|</em>|<strong>|</strong>|<del>|</del>|<u>|</u>'.split('|'),
  ...'<h1>|</h1>|<h3>|</h3>|<ul>|</ul>|<ol>|</ol>|<li>|</li>|<blockquote>|</blockquote>'.split('|'),
  ...'<pre>|</pre>|<code>|</code>|<div class="x">|</div>|<center>|</center>|<dl><dt>|<dd>'.split(
    '|',
  ),
  ...'<table><tr><td>|<td>|<th>|</table>|<ruby>漢<rt>kan</ruby>|<span class="y">|</span>'.split(
    '|',
  ),
  '<a href="https://x.example/a_(b)?c=1&amp;d;">',
  '<a href="/works/1" title="a &quot;b&quot;">',
  '</a>',
  ...signs.split('|'),
  ...[
    'http://',
    'www.a.b',
    'word',
    'Ein',
    'x',
    '“',
    '”',
    '。',
    '字',
    '😀',
    '.',
    ',',
    '—',
    '\u00a0',
  ],
];

test('Markdown of a text is cleaned to the same text again, and is then the same Markdown', () => {
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((all) => all.join(''));
  fc.assert(
    fc.property(texts, (source) => {
      const html = clean(source);
      const markdown = markdownOf(html, 'https://archive.example');
      const again = clean(markdown, 'markdown');
      assert.equal(words(again), words(html), markdown);
      assert.equal(markdownOf(again, 'https://archive.example'), markdown);
      const sited = html.replaceAll('href="/', 'href="https://archive.example/');
      assert.equal(alike(again), alike(sited), markdown);
    }),
    { numRuns: 300, seed: 4 },
  );
});

function words(html: string): string {
  return plainText(html).replace(/\s+/g, ' ').trim();
}
