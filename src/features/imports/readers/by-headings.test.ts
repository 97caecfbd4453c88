// Headings by their words: none of them is lost, and lines of the contents are no chapters.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { epub } from '../../../../test/kit/import-files.ts';
import { sourceOfBytes } from '../../../kit/archive/index.ts';
import { readEpub } from './epub.ts';
import { readHtmlFile } from './html-file.ts';
import { readMarkdownFile, readPlainText } from './plain-text.ts';

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

test('a heading below which nothing stands any more ends the last chapter', () => {
  const page = '<h2>Rope</h2><p>Hemp.</p><h2>Sail</h2><p>Flax.</p><h2>Finis</h2>';
  assert.deepEqual(
    readHtmlFile(Buffer.from(page)).chapters.map(({ source }) => source),
    ['<p>Hemp.</p>', '<p>Flax.</p><h3>Finis</h3>'],
  );
  const { chapters } = readMarkdownFile(
    Buffer.from('## Rope\n\nHemp.\n\n## Sail\n\nFlax.\n\n## Finis'),
  );
  assert.deepEqual(
    chapters.map(({ source }) => source),
    ['Hemp.', 'Flax.\n\n### Finis'],
  );
  const lines = ['Chapter 1', 'Hemp.', 'Chapter 2', 'Flax.', 'Epilogue'];
  assert.deepEqual(ofText(lines), ['Hemp.', 'Flax.\n\nEpilogue']);
});

test('only the word for a chapter and its number are taken off a heading', () => {
  const headings = ['Day 1', 'Chapter 2: Rain', 'Hoofdstuk 3', '4. Snow', 'Route 5'];
  const page = headings.map((one) => `<h2>${one}</h2><p>x</p>`).join('');
  assert.deepEqual(
    readHtmlFile(Buffer.from(page)).chapters.map(({ title }) => title),
    ['Day 1', 'Rain', '', 'Snow', 'Route 5'],
  );
});

test('the one heading above the chapters of a part of a book is of its first', async () => {
  const chapter = (name: string) => `<h2 id="${name}">${name}</h2><p>x</p>`;
  const parts = [
    { path: 'a.xhtml', body: `<h1>The Sea</h1>${chapter('Rain')}${chapter('Snow')}` },
    { path: 'b.xhtml', body: chapter('Hail') },
  ];
  const contents = [
    ['a.xhtml#Rain', 'Rain'],
    ['a.xhtml#Snow', 'Snow'],
    ['b.xhtml#Hail', 'Hail'],
  ] as const;
  const { chapters } = readEpub(sourceOfBytes(await epub({ parts, contents })));
  assert.deepEqual(
    chapters.map(({ title, source }) => [title, source]),
    [
      ['Rain', '<h3>The Sea</h3><p>x</p>'],
      ['Snow', '<p>x</p>'],
      ['Hail', '<p>x</p>'],
    ],
  );
});
