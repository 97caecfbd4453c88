// Headings by their words: none of them is lost, and lines of the contents are no chapters.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHtmlFile } from './html-file.ts';
import { readPlainText } from './plain-text.ts';

const page = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const ofPage = (lines: readonly string[]) =>
  readHtmlFile(Buffer.from(page(lines))).chapters.map(({ source }) => source);
const ofText = (lines: readonly string[]) =>
  readPlainText(Buffer.from(lines.join('\n\n'))).chapters.map(({ source }) => source);

test('the heading of a part that holds chapters stands in the first of them', () => {
  const lines = ['Part One', 'Chapter 1', 'Rope.', 'Chapter 2', 'Sail.', 'Part Two', 'Chapter 3'];
  const said = [...lines, 'Nail.'];
  assert.deepEqual(ofPage(said), [
    '<h3>Part One</h3><p>Rope.</p>',
    '<p>Sail.</p>',
    '<h3>Part Two</h3><p>Nail.</p>',
  ]);
  assert.deepEqual(ofText(said), ['Part One\n\nRope.', 'Sail.', 'Part Two\n\nNail.']);
});

test('lines of a table of contents come into no chapter', () => {
  const contents = ['Chapter 1', 'Chapter 2'];
  const lines = [...contents, 'Chapter 1', 'Rope.', 'Chapter 2', 'Sail.'];
  assert.deepEqual(ofPage(lines), ['<p>Rope.</p>', '<p>Sail.</p>']);
  assert.deepEqual(ofText(lines), ['Rope.', 'Sail.']);
});
