// No line of Markdown is lost to what is known of the work, and code is none of its structure.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMarkdownFile, readPlainText } from './plain-text.ts';

const chaptersOf = (lines: readonly string[]) => {
  const { title, creators, chapters } = readMarkdownFile(Buffer.from(lines.join('\n')));
  return { title, creators, chapters: chapters.map((one) => [one.title, one.source]) };
};
const two = ['', '## One', '', 'Rope.', '', '## Two', '', 'Sail.', ''];

test('a line above the chapters is text where facts say the title and who wrote it', () => {
  const facts = ['---', 'title: The Pier', 'author: Tern', '---'];
  const given = { title: 'The Pier', creators: ['Tern'] };
  const chapters = [
    ['One', 'Rope.'],
    ['Two', 'Sail.'],
  ];
  assert.deepEqual(chaptersOf([...facts, 'by Tern', ...two]), { ...given, chapters });
  for (const line of ['For those at sea', 'By Candlelight']) {
    const kept = { ...given, chapters: [['', line], ...chapters] };
    assert.deepEqual(chaptersOf([...facts, line, ...two]), kept);
  }
});

test('a line that begins like a byline and names nobody is text', () => {
  const above = 'The Pier\n\nBy the light of the moon\n\n';
  const source = `${above}Chapter 1\n\nRope.\n\nChapter 2\n\nSail.`;
  const { creators, chapters } = readPlainText(Buffer.from(source));
  assert.deepEqual(creators, []);
  assert.equal(chapters[0]?.source, 'By the light of the moon');
});

test('what stands above the chapters of an archive’s file is read, and code is code', () => {
  const facts = ['---', 'title: The Pier', 'language: en', 'source: https://a.example/works/12'];
  const code = ['```', '## no chapter', '```'];
  const body = [
    '---',
    '',
    '# The Pier',
    '',
    'At dawn.',
    '',
    '## One',
    '',
    ...code,
    '',
    '## Two',
    '',
  ];
  assert.deepEqual(chaptersOf([...facts, ...body, 'Sail.']).chapters, [
    ['', 'At dawn.'],
    ['One', code.join('\n')],
    ['Two', 'Sail.'],
  ]);
  const blank = [...facts, '---', ...Array<string>(900_000).fill(''), 'Sail.'];
  assert.deepEqual(chaptersOf(blank).chapters, [['', 'Sail.']]);
});

test('dashes below a sentence part scenes and make no chapter', () => {
  const scenes = ['She left.', '---', 'He came.', '', 'They met.', '---', 'It rained.'];
  assert.deepEqual(chaptersOf(scenes).chapters, [['', scenes.join('\n')]]);
  const titled = ['One', '---', 'Rope.', '', 'Two', '---', 'Sail.'];
  assert.deepEqual(chaptersOf(titled).chapters, [
    ['One', 'Rope.'],
    ['Two', 'Sail.'],
  ]);
});

test('notes of the greatest length are facts, and no text', () => {
  const notes = JSON.stringify(`<p>${'<a href="https://a.example/">sail</a> '.repeat(1_200)}</p>`);
  const facts = ['---', 'title: The Pier', 'author: Tern', `notes: ${notes}`, '---'];
  const { title, chapters } = chaptersOf([...facts, 'Rope.']);
  assert.equal(title, 'The Pier');
  assert.deepEqual(chapters, [['', 'Rope.']]);
});
