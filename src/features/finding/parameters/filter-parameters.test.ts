// Addresses as filters, and filters as addresses.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { TagId } from '../../../shared/ids.ts';
import { caseKey, lookKey } from '../../../text/index.ts';
import type { Tag } from '../../tags/index.ts';
import { emptyFilter, type WorksFilter } from '../filter.ts';
import type { KnownTag } from '../index/works-index.ts';
import type { LookUp } from '../look-up.ts';
import { textByNames, textOfFilter } from '../query/text-of-filter.ts';
import { readCall, readFilter } from './read-filter.ts';
import { filterQuery, pageHref, typesOf } from './write-filter.ts';

// 2026-03-01 12:00 UTC.
const now = Date.UTC(2026, 2, 1, 12);

const tags = [
  tag(9, 'rating', 'Not Rated', 'unrated'),
  tag(10, 'rating', 'General Audiences', 'general'),
  tag(11, 'rating', 'Teen And Up Audiences', 'teen'),
  tag(16, 'warning', 'No Archive Warnings Apply', 'none'),
  tag(22, 'category', 'F/M', 'fm'),
  tag(501, 'fandom', 'Tidewater Chronicles'),
  tag(502, 'fandom', 'Marsh: The Series'),
  tag(511, 'character', 'Oda'),
  tag(512, 'character', 'Café'),
  tag(513, 'freeform', 'Cafe'),
  tag(521, 'freeform', 'Slow Burn'),
  { ...tag(522, 'freeform', 'Slowburn'), status: 'synonym', synonymOf: 521 as TagId },
  tag(531, 'character', 'Both'),
  tag(532, 'freeform', 'Both'),
  tag(541, 'media', 'Books', 'book'),
] as const satisfies readonly KnownTag[];

const lookUp: LookUp = {
  tag: meant,
  tagsNamed(name, types) {
    const alike = tags.filter(
      (one) => types.includes(one.type) && lookKey(one.name) === lookKey(name),
    );
    const same = alike.filter((one) => caseKey(one.name) === caseKey(name));
    return (same.length > 0 ? same : alike).flatMap((one) => meant(one.id) ?? []);
  },
  tagOfWord: (type, word) =>
    tags.find((one) => one.type === type && one.shortWord === word.toLowerCase()) ?? null,
  tagsBeginning(start, types) {
    const found = tags.filter(
      (one) => types.includes(one.type) && lookKey(one.name).startsWith(lookKey(start)),
    );
    return { tags: found.flatMap((one) => meant(one.id) ?? []), isWhole: true };
  },
  namesakes: () => [],
  namesNear: () => [],
  isBelow: () => false,
  hasCreator: (name) => ['ada', 'ben'].includes(lookKey(name)),
};

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

const names = fc.constantFrom(
  ...['query', 'title', 'creators', 'fandom_names', 'character_names', 'relationship_names'],
  ...['freeform_names', 'other_tag_names', 'excluded_tag_names', 'language_id', 'word_count'],
  ...['words_from', 'words_to', 'hits', 'kudos_count', 'comments_count', 'bookmarks_count'],
  ...[
    'revised_at',
    'date_from',
    'date_to',
    'single_chapter',
    'complete',
    'crossover',
    'otp',
    'series',
  ],
  ...['rating_ids', 'archive_warning_ids][', 'category_ids][', 'sort_direction', 'sort_column'],
  'seed',
);
const ids = fc.constantFrom('rating_ids', 'category_ids', 'fandom_ids', 'freeform_ids');
const parameter = fc.oneof(
  names.map((name) => `work_search[${name}]`),
  ids.map((name) => `include_work_search[${name}][]`),
  ids.map((name) => `exclude_work_search[${name}][]`),
  fc.constantFrom('q', 'q', 'q', 'include', 'exclude', 'sort', 'page'),
);
const known = fc.constantFrom(
  ...tags.flatMap((one) => [one.name, String(one.id), `${one.type}:${one.name}`]),
  ...['20', '777', 'Nope', 'freeform:Nope', 'rating:Nope', 'media:Nope', 'ada', 'ada, Zoe', 'de'],
  ...['>5', '<5', '<0', '5-9', '9-5', '10k', '0', '2024-05-01', '2024', '2 weeks ago', 'T', 'F'],
  ...['desc', 'asc', 'kudos_count', 'title_to_sort_on', '_score', 'random', '-words', '42', ''],
);
const box = fc.constantFrom(
  ...['fandom:"Tidewater Chronicles"', '-character:Oda', 'words:5-9', 'kudos>5 OR tea', 'a OR b'],
  ...['sort:-kudos', 'sort:title desc', 'updated:<7d', 'updated:2024-05', 'posted:2024', '"a b"'],
  ...['title:tea', 'title:"a b"', 'language:de', 'language:klingon', 'creator:ada', 'medium:book'],
  ...['rating:teen,general', '-rating:teen,Nope', 'fandom:Nope', 'fandom:"A, B"', 'tag:Both'],
  ...[
    'complete:yes',
    '-complete:yes',
    'otp:no',
    'series:yes',
    '-series:yes',
    'chapters:1',
    'chapters>2',
    '-tea',
  ],
  ...['fandom:#501', 'tag:#999', 'words>=0', 'words<0', 'freeform:Slow*', '(tea coffee) OR x:y'],
);
const value = fc.oneof(
  known,
  box,
  fc.array(box, { maxLength: 6 }).map((all) => all.join(' ')),
  fc.array(known, { maxLength: 4 }).map((all) => all.join(',')),
  fc.string(),
);
const queries = fc.array(fc.tuple(parameter, value), { maxLength: 12 });

test('parameters, filter, parameters, filter: the second filter is the first', () => {
  fc.assert(
    fc.property(queries, (pairs) => {
      const { filter } = readFilter(new URLSearchParams(pairs), lookUp, now);
      const query = filterQuery(filter, typesOf(lookUp));
      const again = readFilter(query, lookUp, now).filter;
      assert.deepEqual(again, filter);
      assert.equal(filterQuery(again, typesOf(lookUp)).toString(), query.toString());
    }),
    { numRuns: 1000 },
  );
});

test('a filter as text is read as the same filter, by names and by numbers', () => {
  fc.assert(
    fc.property(queries, (pairs) => {
      // Signs in a title say nothing, and its words come back without them.
      const plain = pairs.filter(([name]) => !name.includes('title') && !name.includes('revised'));
      const { filter } = readFilter(new URLSearchParams(plain), lookUp, now);
      for (const by of ['name', 'number'] as const) {
        const typed = textOfFilter(filter, lookUp, by);
        const again = readFilter(new URLSearchParams([['q', typed]]), lookUp, now).filter;
        assert.deepEqual({ ...again, text: '' }, { ...filter, text: '' }, typed);
        const numbers = textOfFilter(filter, lookUp, 'number');
        assert.equal(textOfFilter(again, lookUp, 'number'), numbers, typed);
        const shown = textByNames(numbers, lookUp);
        const seen = readFilter(new URLSearchParams([['q', shown]]), lookUp, now).filter;
        assert.equal(textOfFilter(seen, lookUp, 'number'), numbers, shown);
      }
    }),
    { numRuns: 1000 },
  );
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

function meant(id: TagId): KnownTag | null {
  const found: KnownTag | undefined = tags.find((one) => one.id === id);
  return found === undefined || found.synonymOf === null ? (found ?? null) : meant(found.synonymOf);
}

function tag(
  id: number,
  type: Tag['type'],
  name: string,
  shortWord: string | null = null,
): KnownTag {
  return {
    id: id as TagId,
    type,
    name,
    shortWord,
    status: 'canonical',
    synonymOf: null,
    adult: false,
    sortOrder: 0,
    lookKey: lookKey(name),
  };
}
