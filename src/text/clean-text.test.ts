import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanText, type TextFormat } from './clean-text.ts';

function clean(source: string, format: TextFormat = 'html'): string {
  const cleaned = cleanText(source, format, 'chapter');
  assert.ok(cleaned.ok);
  return cleaned.html;
}

function problemOf(source: string, format: TextFormat = 'html'): string {
  const cleaned = cleanText(source, format, 'chapter');
  assert.ok(!cleaned.ok);
  return cleaned.problem;
}

test('in plain text blank lines part paragraphs, newlines break, and nothing is markup', () => {
  assert.equal(
    clean('one <b>\r\ntwo & three\n\n  four\n\n\n\nfive', 'text'),
    '<p>one &lt;b&gt;<br>two &amp; three</p><p>four</p><p class="u-gap">five</p>',
  );
});

test('Markdown goes through the same rebuilding', () => {
  assert.equal(
    clean(
      '# T\n\none *two*\nthree\n\n<script>x</script><b onclick="x">b</b>\n\n- a\n- b',
      'markdown',
    ),
    '<h4>T</h4><p>one <em>two</em> three</p><p><b>b</b></p><ul><li>a</li><li>b</li></ul>',
  );
});

test('nothing comes of nothing', () => {
  for (const format of ['html', 'markdown', 'text'] as const) {
    assert.equal(clean('', format), '');
    assert.equal(clean(' \n\t\n ', format), '');
  }
});

test('formatting tags that ten thousand paragraphs would reopen are refused', () => {
  const tags = Array.from({ length: 2_500 }, (_, at) => `<b class=c${at}>`).join('');
  assert.equal(problemOf(tags + '<p>x'.repeat(10_000)), 'too-deep');
  const few = '<b><i><u><s><em><strong><code><small><tt><big><font><strike>';
  assert.equal(problemOf(few + '<p>x'.repeat(10_000)), 'too-many-elements');
});

test('a paragraph break copies the formats around it, and copies are counted', () => {
  const formats = '<b><i><u><s><em><strong><code><small>';
  assert.equal(problemOf(formats + 'x\n\n'.repeat(20_000)), 'too-many-elements');
  const title = `<b title="${'t'.repeat(500)}">`;
  assert.equal(problemOf(title + 'x\n\n'.repeat(40_000)), 'too-many-elements');
});

test('markup ten thousand deep is refused', () => {
  for (const name of ['div', 'b', 'blockquote', 'ul><li', 'table><tr><td', 'span']) {
    assert.equal(problemOf(`${`<${name}>`.repeat(10_000)}x`), 'too-deep', name);
  }
  assert.equal(problemOf('>'.repeat(10_000), 'markdown'), 'too-deep');
});

test('depth is bounded to the element, and what was accepted is accepted again', () => {
  const deep = clean(`${'<div>'.repeat(255)}x`);
  assert.equal(clean(deep), deep);
  assert.equal(problemOf(`${'<div>'.repeat(256)}x`), 'too-deep');
});

test('elements are bounded to the element, and what was accepted is accepted again', () => {
  const many = clean(`${'x<br>'.repeat(99_999)}x`);
  assert.equal(clean(many), many);
  assert.equal(problemOf(`${'x<br>'.repeat(100_000)}x`), 'too-many-elements');
});

test('a short text may have more elements than a quarter of its characters', () => {
  assert.equal(clean('<p>x'.repeat(300)).match(/<p>/g)?.length, 300);
  assert.equal(problemOf('<p>'.repeat(20_000)), 'too-many-elements');
});

test('a chapter of 510,000 characters of prose is no trouble', () => {
  const sentence = '“No,” she said, and turned the lamp down. ';
  const paragraphs = `${sentence.repeat(10)}\n\n`.repeat(1_200).slice(0, 510_000);
  assert.equal(clean(paragraphs, 'text').match(/<p>/g)?.length, 1_200);
  assert.equal(clean(paragraphs), clean(paragraphs, 'text'));
  const whole = sentence.repeat(12_000).slice(0, 510_000).trim();
  assert.equal(clean(whole), `<p>${whole}</p>`);
});

test('half a million marks on one letter are thirty', () => {
  const html = clean(`a${'\u0301\u0323'.repeat(250_000)}`);
  assert.ok(html.length < 50);
  assert.equal(clean(html), html);
});
