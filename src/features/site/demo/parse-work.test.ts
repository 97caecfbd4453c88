import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DemoFileError, parseWork } from './parse-work.ts';

const header = [
  'title: The Slow Kettle',
  'creators: ada_lamp; ben_ink/Ben by Night',
  'language: en',
  'rating: General Audiences',
  'warnings: No Archive Warnings Apply',
  'fandoms: A Book | A Film',
  'posted: 2026-01-02',
];

function fileOf(lines: readonly string[], text = 'It boiled.'): string {
  return [...lines, '---', text, ''].join('\n');
}

/** The header with the line of one key replaced, or taken away. */
function headerWith(key: string, line: string | null): string[] {
  const lines = header.filter((one) => !one.startsWith(`${key}:`));
  return line === null ? lines : [...lines, line];
}

test('a file without chapter lines is one untitled chapter, whole and public', () => {
  const work = parseWork('01-kettle.html', fileOf(header));
  assert.equal(work.title, 'The Slow Kettle');
  assert.deepEqual(work.creators, [
    { login: 'ada_lamp', pseud: 'ada_lamp' },
    { login: 'ben_ink', pseud: 'Ben by Night' },
  ]);
  assert.deepEqual(work.fandoms, ['A Book', 'A Film']);
  assert.deepEqual([work.restricted, work.anonymous, work.expected], [false, false, 1]);
  assert.deepEqual([work.categories, work.series, work.summary], [[], [], '']);
  assert.deepEqual(work.chapters, [
    { title: '', summary: '', notes: '', endNotes: '', posted: '2026-01-02', source: 'It boiled.' },
  ]);
});

test('the ending of the name says in what format the text is', () => {
  assert.equal(parseWork('a.html', fileOf(header)).format, 'html');
  assert.equal(parseWork('a.md', fileOf(header)).format, 'markdown');
  assertRefused('a.txt', fileOf(header), 1, /ends in neither/);
});

test('chapters have titles, words about them and days of their own', () => {
  const text = [
    '=== On',
    'summary: It is put on.',
    'notes: Mind the handle.',
    '',
    'First.',
    '',
    'Second.',
    '===',
    'posted: 2026-02-03',
    'endNotes: More to come.',
    '',
    'Third.',
    '=== Off',
    '',
    'Fourth.',
  ].join('\n');
  const work = parseWork('a.html', fileOf([...header, 'expected: ?'], text));
  assert.equal(work.expected, null);
  assert.deepEqual(
    work.chapters.map(({ title, posted, source }) => [title, posted, source]),
    [
      ['On', '2026-01-02', 'First.\n\nSecond.'],
      ['', '2026-02-03', 'Third.'],
      ['Off', '2026-02-03', 'Fourth.'],
    ],
  );
  assert.equal(work.chapters[0]?.summary, 'It is put on.');
  assert.equal(work.chapters[0]?.notes, 'Mind the handle.');
  assert.equal(work.chapters[1]?.endNotes, 'More to come.');
});

test('line ends of any kind and a byte-order mark change nothing', () => {
  const plain = parseWork('a.html', fileOf(header, 'One.\n\nTwo.'));
  const other = `\ufeff${fileOf(header, 'One.\n\nTwo.').replaceAll('\n', '\r\n')}`;
  assert.deepEqual(parseWork('a.html', other), plain);
});

test('a work has a place in each of its series', () => {
  const work = parseWork('a.html', fileOf([...header, 'series: Tea #2 | Slow Things #11']));
  assert.deepEqual(work.series, [
    { title: 'Tea', position: 2 },
    { title: 'Slow Things', position: 11 },
  ]);
});

const refusals: readonly (readonly [string, string, string | null, number, RegExp])[] = [
  ['a missing title', 'title', null, 1, /needs "title"/],
  ['an empty title', 'title', 'title: ', 7, /needs "title"/],
  ['a missing fandom', 'fandoms', null, 1, /needs "fandoms"/],
  ['a missing day', 'posted', null, 1, /needs "posted"/],
  ['a line that is no field', 'x', 'and so on', 8, /is not "key: value": and so on/],
  ['an unknown key', 'x', 'mood: calm', 8, /"mood" is not one of/],
  ['a key given twice', 'x', 'title: Again', 8, /says "title" twice/],
  ['an unknown rating', 'rating', 'rating: Spicy', 7, /"Spicy" is not one of: Not Rated/],
  ['an unknown warning', 'warnings', 'warnings: Puns', 7, /"Puns" is not one of/],
  ['an unknown category', 'x', 'categories: Gen | Cat', 8, /"Cat" is not one of/],
  ['an empty place in a list', 'x', 'characters: A || B', 8, /empty place in "characters"/],
  ['a tag given twice', 'x', 'freeforms: A | A', 8, /repeats itself in "freeforms"/],
  ['a short log-in', 'creators', 'creators: me', 7, /"me" is not "login"/],
  ['an empty pseud', 'creators', 'creators: ada_lamp/', 7, /"ada_lamp\/" is not "login"/],
  ['no language', 'language', 'language: the English', 7, /not a language tag/],
  ['an unusual spelling', 'language', 'language: EN', 7, /"EN" is not a language tag/],
  ['a series without a place', 'x', 'series: Tea', 8, /"Tea" is not "Title #1"/],
  ['a day that does not exist', 'posted', 'posted: 2026-02-30', 7, /not a day/],
  ['a day in other figures', 'posted', 'posted: 2 May 2026', 7, /not a day/],
  ['a switch that is not yes', 'x', 'restricted: no', 8, /"restricted" is "yes" or absent/],
  ['fewer chapters than there are', 'x', 'expected: 0', 8, /a number from 1 on/],
];

for (const [what, key, line, at, problem] of refusals) {
  test(`${what} is refused with its line`, () => {
    assertRefused('a.html', fileOf(headerWith(key, line)), at, problem);
  });
}

test('a file without the end of its header is refused', () => {
  assertRefused('a.html', header.join('\n'), 1, /no line "---"/);
});

test('a work without text is refused where the text should be', () => {
  assertRefused('a.html', fileOf(header, '\n'), 9, /a chapter without text/);
});

test('a chapter without text is refused where the text should be', () => {
  const text = '=== One\n\nText.\n=== Two\nnotes: N.\n\n\n';
  assertRefused('a.html', fileOf([...header, 'expected: 2'], text), 16, /a chapter without text/);
});

test('text ahead of the first chapter is refused', () => {
  assertRefused('a.html', fileOf(header, '\nOops.\n=== One\n\nText.'), 10, /ahead of its first/);
});

test('a chapter whose text follows without a blank line is refused', () => {
  const text = '=== One\nText.\n=== Two\n\nText.';
  assertRefused('a.html', fileOf([...header, 'expected: 2'], text), 10, /no blank line ahead/);
});

test('a chapter is not posted before the one ahead of it', () => {
  const text = '=== One\n\nText.\n=== Two\nposted: 2026-01-01\n\nText.';
  assertRefused('a.html', fileOf([...header, 'expected: 2'], text), 14, /is before the chapter/);
});

test('a work of several chapters says how many there will be', () => {
  const text = '=== One\n\nText.\n=== Two\n\nText.';
  assertRefused('a.html', fileOf(header, text), 1, /"\?" or a number from 2 on/);
  assert.equal(parseWork('a.html', fileOf([...header, 'expected: 3'], text)).expected, 3);
});

function assertRefused(file: string, content: string, line: number, problem: RegExp): void {
  assert.throws(
    () => parseWork(file, content),
    (error) => {
      assert.ok(error instanceof DemoFileError);
      assert.match(error.message, problem);
      assert.equal(error.message.startsWith(`${file}:${line}: `), true, error.message);
      assert.deepEqual([error.file, error.line], [file, line]);
      return true;
    },
  );
}
