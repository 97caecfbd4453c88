// The query language: what each form means, and what is said of what cannot be understood.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseQuery, printQuery, queryClausesMax, queryFields } from './index.ts';

const fields = queryFields(
  [
    { name: 'fandom', kind: 'names' },
    { name: 'character', kind: 'names' },
    { name: 'rating', kind: 'names' },
    { name: 'creator', kind: 'names', also: ['creators'] },
    { name: 'title', kind: 'words' },
    { name: 'text', kind: 'words' },
    { name: 'words', kind: 'number', also: ['word_count'] },
    { name: 'kudos', kind: 'number' },
    { name: 'updated', kind: 'date' },
    { name: 'complete', kind: 'flag' },
    { name: 'crossover', kind: 'flag' },
    { name: 'otp', kind: 'flag' },
    { name: 'sort', kind: 'order', also: ['sorted'] },
  ],
  [{ name: 'kudos' }, { name: 'words' }, { name: 'random', seeded: true }],
);

/** The canonical text, which a property holds to be the same tree. */
function read(text: string): string {
  return printQuery(parseQuery(text, fields));
}

function warned(text: string): (readonly [string, string])[] {
  return parseQuery(text, fields).warnings.map(
    ({ code, start, end }) => [code, text.slice(start, end)] as const,
  );
}

function means(cases: readonly (readonly [string, string])[]): void {
  for (const [text, canonical] of cases) {
    test(`${text} means ${canonical}`, () => {
      assert.equal(read(text), canonical);
      assert.deepEqual(warned(text), []);
    });
  }
}

describe('words', () => {
  means([
    ['slow burn', 'slow burn'],
    ['"slow  burn"', '"slow burn"'],
    ['lighthouse*', 'lighthouse*'],
    ['“slow burn” „langsam“ «x»', '"slow burn" "langsam" «x»'],
    ['"slow burn”', '"slow burn"'],
    ['"say \\"hello\\""', '"say \\"hello\\""'],
    ['title:tea,coffee', 'title:tea,coffee'],
    ['title:"a storm" text:"exact words"', 'title:"a storm" text:"exact words"'],
    ['A & B', 'A B'],
    ['Marsh: the beginning', 'Marsh: the beginning'],
    ['M/M', 'M/M'],
  ]);
});

describe('joining', () => {
  means([
    ['rain OR snow', 'rain OR snow'],
    ['rain | snow || hail', 'rain OR snow OR hail'],
    ['rain AND snow && hail', 'rain snow hail'],
    ['rain AND snow OR hail', '(rain snow) OR hail'],
    ['rain (snow OR hail)', 'rain (snow OR hail)'],
    ['NOT rain', '-rain'],
    ['-rain -"snow storm" -(a b)', '-rain -"snow storm" -(a b)'],
    ['!rain +snow', '-rain snow'],
    ['NOT NOT rain', 'rain'],
    ['rain or snow and not hail', 'rain or snow and not hail'],
    ['((rain))', 'rain'],
    ['（rain｜snow）hail', '(rain OR snow) hail'],
  ]);

  test('OR beside conditions that stand together is read, and said', () => {
    const { warnings } = parseQuery('storm rain OR snow', fields);
    assert.deepEqual(
      warnings.map(({ code, near }) => [code, near]),
      [['mixed', '(storm rain) OR snow']],
    );
    assert.deepEqual(warned('storm (rain OR snow)'), []);
  });
});

describe('names', () => {
  means([
    ['fandom:"Star Trek"', 'fandom:"Star Trek"'],
    ['fandom:Tide', 'fandom:Tide'],
    ['FANDOM：Tide', 'fandom:Tide'],
    ['fandom: "Star Trek" tea', 'fandom:"Star Trek" tea'],
    ['-character:Q', '-character:Q'],
    ['rating:teen,general', 'rating:teen,general'],
    ['rating:teen, general', 'rating:teen,general'],
    ['rating:teen, kudos>5', 'rating:teen kudos>5'],
    ['fandom:“Star Trek”，"Tide"', 'fandom:"Star Trek",Tide'],
    ['fandom:(Tide OR "Star Trek")', 'fandom:Tide OR fandom:"Star Trek"'],
    ['fandom:#501', 'fandom:#501'],
    ['fandom:"#501"', 'fandom:"#501"'],
    ['fandom:Re:Zero', 'fandom:"Re:Zero"'],
    ['character:"Star*"', 'character:"Star*"'],
    ['character:Star*', 'character:Star*'],
    ['creators:ada', 'creator:ada'],
  ]);
});

describe('numbers', () => {
  means([
    ['words:1000', 'words:1000'],
    ['words:1000-5000', 'words:1000-5000'],
    ['words:1,000–5.000', 'words:1000-5000'],
    ['words:1k..5k', 'words:1000-5000'],
    ['words: 1000 - 5000', 'words:1000-5000'],
    ['words>1000', 'words>1000'],
    ['words > 1.5k', 'words>1500'],
    ['words:>=1m', 'words>=1000000'],
    ['words≤500', 'words<=500'],
    ['words<500', 'words<500'],
    ['words = 100', 'words:100'],
    ['word_count:10k+', 'words>=10000'],
    ['kudos:[100 TO 500]', 'kudos:100-500'],
    ['kudos:{100 TO *}', 'kudos>100'],
    ['kudos<0', 'kudos<0'],
    ['words kudos', 'words kudos'],
  ]);
});

describe('days', () => {
  means([
    ['updated:2024', 'updated:2024-01-01..2024-12-31'],
    ['updated:2024-05', 'updated:2024-05-01..2024-05-31'],
    ['updated:2024-05-09', 'updated:2024-05-09'],
    ['updated:2023-2024', 'updated:2023-01-01..2024-12-31'],
    ['updated:2024-01..2024-02', 'updated:2024-01-01..2024-02-29'],
    ['updated>2024', 'updated:2025-01-01..'],
    ['updated:>=2024', 'updated:2024-01-01..'],
    ['updated<2024-05', 'updated:..2024-04-30'],
    ['updated:[2024 TO *]', 'updated:2024-01-01..'],
    ['updated:<7d', 'updated:<7d'],
    ['updated:>2 weeks', 'updated:>2w'],
    ['updated < 3 months ago', 'updated:<3mo'],
    ['updated:1-2y', 'updated:1-2y'],
    ['updated:<12h', 'updated:<12h'],
  ]);
});

describe('yes and no, and order', () => {
  means([
    ['complete:yes crossover:no otp:true', 'complete:yes crossover:no otp:yes'],
    ['complete:F', 'complete:no'],
    ['-complete:no', 'complete:yes'],
    ['sort:kudos', 'sort:kudos'],
    ['sort:-kudos tea', 'tea sort:-kudos'],
    ['sort:random(7)', 'sort:random(7)'],
    ['sort:<kudos', 'sort:kudos descending'],
    ['sorted by:>kudos', 'sort:kudos ascending'],
    ['sort by: words asc', 'sort:words ascending'],
  ]);
});

describe('what is not understood', () => {
  const cases: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
    ['colour:red tea', 'colour:red tea', [['unknownField', 'colour:red']]],
    ['fandon:"a b"', 'fandon: "a b"', [['unknownField', 'fandon:"a b"']]],
    ['swords>5', 'swords>5', [['unknownField', 'swords>5']]],
    ['fandom: kudos>5', 'kudos>5', [['emptyField', 'fandom:']]],
    ['fandom:', '', [['emptyField', 'fandom:']]],
    ['words:many tea', 'tea', [['notNumber', 'words:many']]],
    ['words:1.5', '', [['notNumber', 'words:1.5']]],
    ['updated:soon', '', [['notDate', 'updated:soon']]],
    ['updated:2024-02-30', '', [['notDate', 'updated:2024-02-30']]],
    ['complete:maybe', '', [['notFlag', 'complete:maybe']]],
    ['sort:shoes', '', [['notOrder', 'sort:shoes']]],
    ['sort:words sort:kudos', 'sort:kudos', [['orderTwice', 'sort:words']]],
    ['words:5000-1000', 'words:1000-5000', [['backwards', 'words:5000-1000']]],
    ['updated:2024-2023', 'updated:2023-01-01..2024-12-31', [['backwards', 'updated:2024-2023']]],
    ['fandom:"Star Trek tea', 'fandom:"Star Trek tea"', [['openQuote', '"']]],
    ['(rain snow', 'rain snow', [['openParenthesis', '(']]],
    ['rain) snow', 'rain snow', [['closing', ')']]],
    ['rain OR', 'rain', [['dangling', 'OR']]],
    ['OR rain', 'rain', [['dangling', 'OR']]],
    ['rain OR OR snow', 'rain OR snow', [['dangling', 'OR']]],
    [
      'AND rain AND',
      'rain',
      [
        ['dangling', 'AND'],
        ['dangling', 'AND'],
      ],
    ],
    ['rain NOT', 'rain', [['dangling', 'NOT']]],
    ['rain - snow', 'rain snow', [['looseMinus', '-']]],
    ['rain ()', 'rain', [['emptyQuotes', '()']]],
    ['rain ""', 'rain', [['emptyQuotes', '""']]],
    ['w*rd', 'w*rd', [['wildcard', 'w*rd']]],
    ['word~2', 'word~2', [['operator', 'word~2']]],
    ['!!!', '"!!!"', [['noWord', '!!!']]],
    ['rain "..."', 'rain "..."', [['noWord', '"..."']]],
    ['-sort:kudos', 'sort:kudos', [['orderInside', '-sort:kudos'.slice(1)]]],
  ];
  for (const [text, canonical, warnings] of cases) {
    test(`${text} is read as “${canonical}”, and said`, () => {
      assert.equal(read(text), canonical);
      assert.deepEqual(warned(text), warnings);
    });
  }

  test('a mistyped field leads to the one that was likely meant', () => {
    const near = (text: string) => parseQuery(text, fields).warnings[0]?.near;
    assert.equal(near('fandon:x'), 'fandom');
    assert.equal(near('author:x'), null);
    assert.equal(near('xyz:x'), null);
  });
});

describe('too much', () => {
  test('a text beyond the bound is read up to a space, and said', () => {
    const text = 'tea '.repeat(30_000);
    const { warnings } = parseQuery(text, fields);
    assert.equal(warnings[0]?.code, 'tooLong');
    assert.equal(text.slice((warnings[0]?.start ?? 0) - 3, warnings[0]?.start), 'tea');
  });

  test('clauses beyond the bound are left out, and said', () => {
    const many = Array.from({ length: 500 }, (_, at) => `w${at}`).join(' ');
    const parsed = parseQuery(many, fields);
    assert.equal(parsed.where.kind === 'all' && parsed.where.of.length, queryClausesMax);
    assert.deepEqual(
      warned(many).map(([code]) => code),
      ['tooMany'],
    );
    const list = Array.from({ length: 500 }, (_, at) => `n${at}`).join(',');
    assert.deepEqual(
      warned(`fandom:${list}`).map(([code]) => code),
      ['tooMany'],
    );
  });

  test('parentheses beyond the bound are passed over, and said', () => {
    const deep = `${'('.repeat(3000)}tea${')'.repeat(3000)} cake`;
    assert.equal(read(deep), 'tea cake');
    assert.deepEqual(
      warned(deep).map(([code]) => code),
      ['tooDeep'],
    );
  });
});
