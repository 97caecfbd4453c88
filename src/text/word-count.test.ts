import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords, readingMinutes } from './word-count.ts';

test('words are counted once, joined by apostrophes and hyphens', () => {
  assert.equal(countWords("<p>Don’t ask: “it's a well-known fact.”</p>"), 6);
  assert.equal(countWords("<p>'Tis the season of rock 'n' roll</p>"), 7);
});

test('dashes and double hyphens part words', () => {
  assert.equal(countWords('<p>stay--go stay—go stay – go</p>'), 6);
});

test('a number is one word', () => {
  assert.equal(countWords('<p>1,000 and 3.14 at 10:30</p>'), 5);
});

test('signs alone are no words', () => {
  assert.equal(countWords('<p>* * *</p><p>…</p><p>🎉</p><hr>'), 0);
});

test('a tag inside a word does not split it, a break or a block does', () => {
  assert.equal(countWords('<p><b>W</b>ord by<br>word</p><p>here</p>'), 4);
  assert.equal(countWords('<ul><li>one</li><li>two</li></ul>'), 2);
});

test('Han, kana and Thai count by the character, Korean by the word', () => {
  assert.equal(countWords('<p>黒猫が、テーブル。</p>'), 7);
  assert.equal(countWords('<p>สวัสดี</p>'), 6);
  assert.equal(countWords('<p>한국어 단어</p>'), 2);
  assert.equal(countWords('<p>第3章 final</p>'), 4);
  assert.equal(countWords('<p>vi\u1ec7t x\u0323y</p>'), 2);
});

test('readings above characters do not count', () => {
  assert.equal(countWords('<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>x</p>'), 2);
});

test('markup that has not been cleaned is cleaned before it is counted', () => {
  assert.equal(countWords('one<p>two<script>three</script>'), 2);
});

test('reading takes a minute for 250 words, or 500 characters of Chinese and Japanese', () => {
  assert.equal(readingMinutes(0, 'en'), 0);
  assert.equal(readingMinutes(1, 'en'), 1);
  assert.equal(readingMinutes(2_500, 'en-GB'), 10);
  assert.equal(readingMinutes(5_000, 'zh-Hant'), 10);
  assert.equal(readingMinutes(250, 'constructor'), 1);
});
