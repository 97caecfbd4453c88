// Addresses as filters.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { knownLookUp as lookUp } from '../../../../test/kit/known-tags.ts';
import { emptyFilter, type WorksFilter } from '../filter.ts';
import { readCall, readFilter } from './read-filter.ts';
import { filterQuery, pageHref, typesOf } from './write-filter.ts';

// 2026-03-01 12:00 UTC.
const now = Date.UTC(2026, 2, 1, 12);

describe('names of tags', () => {
  test('a field of names is read in its own type', () => {
    assert.deepEqual(include('work_search[fandom_names]=tidewater chronicles'), [[501]]);
    assert.deepEqual(
      include('work_search[character_names]=Oda&work_search[freeform_names]=Slow Burn'),
      [[511], [521]],
    );
  });

  test('a name of no certain type means every tag that bears it', () => {
    assert.deepEqual(include('work_search[other_tag_names]=Both,Oda'), [[511], [531, 532]]);
  });

  test('a name is found without its accents where none is spelt so', () => {
    assert.deepEqual(include('work_search[character_names]=cafe'), [[512]]);
    assert.deepEqual(include('work_search[other_tag_names]=cafe'), [[513]]);
    assert.deepEqual(include('work_search[other_tag_names]=CAFÉ'), [[512]]);
  });

  test('a synonym means its canonical', () => {
    assert.deepEqual(include('work_search[freeform_names]=slowburn'), [[521]]);
    assert.deepEqual(include('include_work_search[freeform_ids][]=522'), [[521]]);
  });

  test('a name that no tag bears is kept, and said', () => {
    const { filter, warnings } = read('work_search[other_tag_names]=Oda, Nobody');
    assert.deepEqual(filter.unknown.include, [{ type: null, name: 'Nobody' }]);
    assert.deepEqual(warnings, [{ message: 'There is no tag named “Nobody”.', start: 5, end: 11 }]);
  });

  test('excluded names are excluded, unknown ones too', () => {
    const { filter } = read('work_search[excluded_tag_names]=Both,Nobody');
    assert.deepEqual(filter.exclude, [531, 532]);
    assert.deepEqual(filter.unknown.exclude, [{ type: null, name: 'Nobody' }]);
  });

  test('a name longer than any tag is left out', () => {
    const { filter, warnings } = read(`work_search[other_tag_names]=${'a'.repeat(151)}`);
    assert.deepEqual(filter, emptyFilter);
    assert.equal(warnings.length, 1);
    assert.equal(
      read(`work_search[other_tag_names]=${'a'.repeat(150)}`).filter.unknown.include.length,
      1,
    );
  });
});

describe('numbers of tags', () => {
  test('several ratings mean any of them, several others each', () => {
    const query =
      'include_work_search[rating_ids][]=11&include_work_search[rating_ids][]=10' +
      '&work_search[category_ids][]=22&work_search[archive_warning_ids][]=16';
    assert.deepEqual(include(query), [[10, 11], [16], [22]]);
  });

  test('one rating may stand without brackets, as in the search form', () => {
    assert.deepEqual(include('work_search[rating_ids]=11'), [[11]]);
  });

  test('a number that we do not have is kept: it finds nothing', () => {
    const { filter, warnings } = read('work_search[archive_warning_ids][]=20');
    assert.deepEqual(filter.include, [[20]]);
    assert.equal(warnings.length, 1);
  });

  test('what is no number is left out, and said', () => {
    for (const value of ['abc', '-1', '1.5', '0', '9007199254740992', '1e3']) {
      const { filter, warnings } = read(`include_work_search[fandom_ids][]=${value}`);
      assert.deepEqual(filter, emptyFilter, value);
      assert.equal(warnings.length, 1, value);
    }
  });
});

describe('ranges', () => {
  const cases: readonly (readonly [string, WorksFilter['ranges']])[] = [
    ['word_count]=>1000', { words: { min: 1001 } }],
    ['word_count]=<1,000', { words: { max: 999 } }],
    ['word_count]=1000-5000', { words: { min: 1000, max: 5000 } }],
    ['word_count]=10k', { words: { min: 10_000, max: 10_000 } }],
    ['word_count]=>=1.5k', { words: { min: 1500 } }],
    ['words_from]=1000&work_search[words_to]=5,000', { words: { min: 1000, max: 5000 } }],
    ['words_from]=10&work_search[word_count]=<100', { words: { min: 10, max: 99 } }],
    ['words_from]=0', {}],
    ['hits]=<=5', { hits: { max: 5 } }],
    ['kudos_count]=>5', { kudos: { min: 6 } }],
    ['comments_count]=5', { comments: { min: 5, max: 5 } }],
    ['bookmarks_count]=1-5', { bookmarks: { min: 1, max: 5 } }],
    ['single_chapter]=1', { chapters: { min: 1, max: 1 } }],
    ['date_from]=2024-05-01', { updated: { min: Date.UTC(2024, 4, 1) } }],
    ['date_to]=2024-05', { updated: { max: Date.UTC(2024, 5, 1) - 1 } }],
    ['date_to]=2024', { updated: { max: Date.UTC(2025, 0, 1) - 1 } }],
    ['revised_at]=< 1 week ago', { updated: { min: Date.UTC(2026, 1, 22) } }],
    ['revised_at]=> 1 year ago', { updated: { max: Date.UTC(2025, 2, 2) - 1 } }],
    ['revised_at]=3 days ago', day(2026, 1, 26)],
    [
      'revised_at]=1-2 months',
      { updated: { min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 1, 2) - 1 } },
    ],
  ];
  for (const [parameter, ranges] of cases) {
    test(`${parameter} is understood`, () => {
      const query = `work_search[${parameter}`.replaceAll('>', '%3E').replaceAll('<', '%3C');
      const { filter, warnings } = read(query);
      assert.deepEqual(filter.ranges, ranges);
      assert.deepEqual(warnings, []);
    });
  }

  test('what is not understood is left out, and said', () => {
    const malformed = [
      'word_count]=many',
      'word_count]=1,00',
      'word_count]=>1-5',
      'word_count]=1.5',
      'words_from]=-1',
      'words_from]=5000&work_search[words_to]=1000',
      'hits]=9-3',
      'date_from]=2024-02-30',
      'date_from]=2024-13-01',
      'date_from]=0024-01-01',
      'date_to]=tomorrow',
      'revised_at]=9999 years ago',
      'revised_at]=soon',
    ];
    for (const parameter of malformed) {
      const { filter, warnings } = read(`work_search[${parameter}`);
      assert.deepEqual(filter, emptyFilter, parameter);
      assert.equal(warnings.length, 1, parameter);
    }
  });
});

describe('the rest', () => {
  test('words come from both boxes', () => {
    assert.equal(read('q=tea &work_search[query]= two  sugars').filter.text, 'tea two sugars');
  });

  test('sorting goes by OTW column names, each with its own direction', () => {
    assert.deepEqual(sorted('work_search[sort_column]=kudos_count'), ['kudos', false]);
    assert.deepEqual(
      sorted('work_search[sort_column]=kudos_count&work_search[sort_direction]=asc'),
      ['kudos', true],
    );
    assert.deepEqual(
      sorted('work_search[sort_column]=title_to_sort_on&work_search[sort_direction]=asc'),
      ['title', false],
    );
    assert.deepEqual(sorted('sort=-words'), ['words', true]);
    assert.deepEqual(sorted('work_search[sort_column]=shoe_size'), ['updated', false]);
  });

  test('languages are known by their codes', () => {
    assert.equal(read('work_search[language_id]=DE').filter.language, 'de');
    assert.equal(read('work_search[language_id]=xx').filter.language, 'xx');
    assert.equal(read('work_search[language_id]=xx').warnings.length, 1);
    assert.equal(read('work_search[language_id]=<b>').filter.language, '');
  });

  test('flags are T and F', () => {
    const { filter } = read(
      'work_search[complete]=T&work_search[crossover]=F&work_search[otp]=maybe&q=series:yes',
    );
    assert.deepEqual(
      [filter.complete, filter.crossover, filter.oneRelationship, filter.series, filter.text],
      [true, false, null, true, ''],
    );
  });

  test('of names that stand for hundreds of tags only so many are looked for', () => {
    const starred = Array.from({ length: 40 }, (_, at) => `tag:Slow${at}*`).join(' ');
    const { filter, warnings } = read(`q=${starred}`);
    assert.equal(filter.text.split(' ').length, 30);
    assert.equal(warnings.filter(({ message }) => message.startsWith('More than 30')).length, 1);
  });

  test('unknown parameters and empty fields say nothing', () => {
    const { filter, warnings } = read(
      'utf8=✓&commit=Search&work_search[query]=&page=3&work_search[x]=1',
    );
    assert.deepEqual(filter, emptyFilter);
    assert.deepEqual(warnings, []);
  });

  test('the page number comes first in a link', () => {
    const query = filterQuery(read('q=tea').filter, typesOf(lookUp));
    assert.equal(pageHref('/works', query, 2), '/works?page=2&work_search%5Bquery%5D=tea');
    assert.equal(pageHref('/works', new URLSearchParams(), 1), '/works?page=1');
  });
});

describe('the parameters of the API', () => {
  test('a comma inside one include means or, another include means and', () => {
    const { filter } = call('include=10,rating:teen&include=fandom:Marsh: The Series');
    assert.deepEqual(filter.include, [[10, 11], [502]]);
  });

  test('everything in exclude is excluded', () => {
    assert.deepEqual(
      call('exclude=10,freeform:slowburn&exclude=511').filter.exclude,
      [10, 511, 521],
    );
  });

  test('an unknown name is wanted all the same, and its place is told', () => {
    const { filter, warnings } = call('include=fandom:Tidewater Chronicles,fandom:Nope');
    assert.deepEqual(filter.include, [[501]]);
    assert.deepEqual(warnings, [{ message: 'There is no tag named “Nope”.', start: 28, end: 39 }]);
    assert.deepEqual(call('include=freeform:Nope').filter.unknown.include, [
      { type: 'freeform', name: 'Nope' },
    ]);
  });

  test('a term without a type is left out, and said', () => {
    const { filter, warnings } = call('include=Oda,colour:red,character:');
    assert.deepEqual(filter, emptyFilter);
    assert.equal(warnings.length, 3);
  });

  test('a minus reverses the order', () => {
    const { filter } = call('sort=-kudos');
    assert.deepEqual([filter.sort, filter.reversed], ['kudos', true]);
  });
});

function read(query: string) {
  return readFilter(new URLSearchParams(query), lookUp, now);
}

function call(query: string) {
  return readCall(new URLSearchParams(query), lookUp);
}

function include(query: string) {
  return read(query).filter.include;
}

function sorted(query: string) {
  const { sort, reversed } = read(query).filter;
  return [sort, reversed];
}

function day(year: number, month: number, date: number): WorksFilter['ranges'] {
  return {
    updated: { min: Date.UTC(year, month, date), max: Date.UTC(year, month, date + 1) - 1 },
  };
}
