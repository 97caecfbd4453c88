import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerpt, plainText } from './plain-text.ts';

test('blocks are parted by blank lines, breaks are newlines, links are their text', () => {
  assert.equal(
    plainText('<p>one<br>two &amp; <a href="/x">three</a></p><blockquote><p>four</p></blockquote>'),
    'one\ntwo & three\n\nfour',
  );
});

test('a gap is one blank line more, a rule is three stars', () => {
  assert.equal(
    plainText('<p>a</p><p class="u-gap">b</p><hr><p class="u-gapless">c</p>'),
    'a\n\n\nb\n\n* * *\n\nc',
  );
});

test('items stand behind a hyphen or their number', () => {
  assert.equal(
    plainText('<ol start="3"><li>a</li><li>b<ul><li>c</li></ul></li></ol><p>d</p>'),
    '3. a\n4. b\n  - c\n\nd',
  );
});

test('cells are parted by tabs and rows by newlines', () => {
  assert.equal(
    plainText('<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>'),
    'a\tb\nc',
  );
});

test('readings stand in parentheses, quotations in marks, preformatted text as it is', () => {
  assert.equal(
    plainText('<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> <q>a</q></p><pre>b\n  c</pre>'),
    '漢(kan) “a”\n\nb\n  c',
  );
});

test('markup that has not been cleaned shows no tags', () => {
  assert.equal(plainText('a<script>x</script><p>b &lt;i&gt;'), 'a\n\nb <i>');
});

test('an excerpt is one line, cut between words, never longer than asked', () => {
  const html = '<p>The lamp burned low.</p><p>“No,” she said.</p>';
  assert.equal(excerpt(html, 100), 'The lamp burned low. “No,” she said.');
  assert.equal(excerpt(html, 24), 'The lamp burned low…');
  assert.equal(excerpt(html, 12), 'The lamp…');
  assert.equal(excerpt('<p>黒猫が月を見ていた</p>', 5), '黒猫が月…');
  assert.equal(excerpt('<p>🎉🎉🎉🎉</p>', 3), '🎉🎉…');
});
