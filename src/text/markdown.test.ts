import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanText } from './clean-text.ts';

function clean(source: string): string {
  const cleaned = cleanText(source, 'markdown', 'chapter');
  assert.ok(cleaned.ok);
  return cleaned.html;
}

const rel = 'rel="nofollow ugc noopener"';

test('the marks of everyday Markdown mean what they mean elsewhere', () => {
  assert.equal(
    clean('*a* _b_ **c** __d__ ***e*** ~~f~~ `g` snake_case_word'),
    '<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong> <em><strong>e</strong></em> ' +
      '<del>f</del> <code>g</code> snake_case_word</p>',
  );
  assert.equal(
    clean('> a\n> b\n\n1. c\n2. d\n   - e\n\n***\n\nf  \ng'),
    '<blockquote><p>a b</p></blockquote><ol><li>c</li><li>d<ul><li>e</li></ul></li></ol><hr>' +
      '<p>f<br>g</p>',
  );
  assert.equal(
    clean('| a | b |\n|---|--:|\n| c | d |'),
    '<table><thead><tr><th scope="col">a</th><th class="u-right" scope="col">b</th></tr></thead>' +
      '<tbody><tr><td>c</td><td class="u-right">d</td></tr></tbody></table>',
  );
  assert.equal(clean('- [x] a\n- [ ] b'), '<ul><li>☑ a</li><li>☐ b</li></ul>');
  assert.equal(clean('```\na *b*\n```'), '<pre><code>a *b*\n</code></pre>');
  assert.equal(clean('\\*a\\* &#42;b&#42; &lt;i&gt;'), '<p>*a* *b* &lt;i&gt;</p>');
});

test('addresses of pages become links without the stop after them, mail addresses do not', () => {
  const link = (href: string, words: string) => `<a href="${href}" ${rel}>${words}</a>`;
  assert.equal(
    clean('See https://a.example/b_(c), (https://a.example/d) and www.a.example.'),
    `<p>See ${link('https://a.example/b_(c)', 'https://a.example/b_(c)')}, ` +
      `(${link('https://a.example/d', 'https://a.example/d')}) and ` +
      `${link('http://www.a.example/', 'www.a.example')}.</p>`,
  );
  assert.equal(clean('ada@a.example https://'), '<p>ada@a.example https://</p>');
  assert.equal(clean('[a](/works/1) [b](javascript:x)'), `<p>${link('/works/1', 'a')} b</p>`);
});

test('quotes in quotes are bounded', () => {
  assert.ok(cleanText('> '.repeat(20), 'markdown', 'chapter').ok);
  const deep = cleanText(`${'> '.repeat(21)}a`, 'markdown', 'chapter');
  assert.ok(!deep.ok && deep.problem === 'too-deep');
});

test('a paragraph that is a tangle of signs comes out as it was typed', () => {
  const tangle = '_a*'.repeat(20_000);
  assert.equal(
    clean(`*a*\n\n${tangle}\n\n*b*`),
    `<p><em>a</em></p><p>${tangle}</p><p><em>b</em></p>`,
  );
});

test('a table is laid out within bounds, or stays text', () => {
  const wide = `${'|a'.repeat(1_000)}|\n${'|-'.repeat(1_000)}|\n${'|b\n'.repeat(1_000)}`;
  assert.doesNotMatch(clean(wide), /<table>/);
});
