import assert from 'node:assert/strict';
import { test } from 'node:test';
import { titleSortKey } from './title-sort.ts';

function sorted(language: string, titles: string[]): string[] {
  const keys = titles.map((title) => ({ title, key: titleSortKey(title, language) }));
  return keys.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ title }) => title);
}

test('an article of the title’s own language does not count', () => {
  assert.equal(titleSortKey('The Cat', 'en'), 'cat');
  assert.equal(titleSortKey('“An Apple”', 'en-GB'), 'apple');
  assert.equal(titleSortKey("L'Été", 'fr'), 'ete');
  assert.equal(titleSortKey('L’Été', 'fr'), 'ete');
  assert.equal(titleSortKey('Die Reise', 'de'), 'reise');
  assert.equal(titleSortKey('El Río', 'es'), 'rio');
  assert.equal(titleSortKey("Un'Estate", 'it'), 'estate');
  assert.equal(titleSortKey('Os Dias', 'pt-BR'), 'dias');
  assert.equal(titleSortKey('’t Huis', 'nl'), 'huis');
  assert.equal(titleSortKey('Die Hard', 'en'), 'die hard');
});

test('a title that is an article keeps it, and so does a word that begins like one', () => {
  assert.equal(titleSortKey('The', 'en'), 'the');
  assert.equal(titleSortKey('Theory', 'en'), 'theory');
  assert.equal(titleSortKey("A's", 'en'), 'as');
});

test('numbers sort by their value', () => {
  assert.deepEqual(sorted('en', ['Part 10', 'Part 2', 'Part 007', 'Part 1000']), [
    'Part 2',
    'Part 007',
    'Part 10',
    'Part 1000',
  ]);
});

test('leading signs, case and accents do not count', () => {
  assert.deepEqual(sorted('en', ['...and then', 'Élan', 'zebra', '"Ember"', 'a bird']), [
    '...and then',
    'a bird',
    'Élan',
    '"Ember"',
    'zebra',
  ]);
});

test('a title of signs alone, or in an unknown language, still has a key', () => {
  assert.equal(titleSortKey('...', 'en'), '...');
  assert.equal(titleSortKey('The Cat', 'constructor'), 'the cat');
  assert.equal(titleSortKey('黒猫', 'ja'), '黒猫');
});
