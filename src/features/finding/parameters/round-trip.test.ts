// Filters as addresses and as text, and back: nothing is lost on the way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { knownLookUp as lookUp, knownTags as tags } from '../../../../test/kit/known-tags.ts';
import { textByNames, textOfFilter } from '../query/text-of-filter.ts';
import { readFilter } from './read-filter.ts';
import { filterQuery, typesOf } from './write-filter.ts';

// 2026-03-01 12:00 UTC.
const now = Date.UTC(2026, 2, 1, 12);

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
  'state',
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
  ...['read', 'to-read', 'later', 'none'],
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
  ...['state:read', 'state:none,later', '-state:read', 'in:bookmarks', '-in:rec', 'state:odd'],
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
