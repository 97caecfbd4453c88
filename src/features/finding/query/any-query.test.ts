// Whatever conditions are joined, the answer is what sets of works would give.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeApp, type TestApp } from '../../../../test/kit/app.ts';
import { postWork } from '../../../../test/kit/post-work.ts';
import { metatag, parent, synonym } from '../../../../test/kit/wrangling.ts';
import { createFinding, type Finding } from '../finding.ts';
import type { OwnWorks } from '../index.ts';
import { lookUpFor } from '../look-up.ts';
import { readFilter } from '../parameters/read-filter.ts';

const leaves = [
  ...['tea', 'storm', '"of tea"', 'harb*', 'pining', 'ben', 'title:tea', 'fandom:Tide'],
  ...['fandom:Marsh,Tide', 'character:Oda', 'rating:teen', 'tag:Longing', 'medium:Books'],
  ...['freeform:Lo*', 'words>4', 'words:..4', 'kudos:0', 'updated:<36h', 'posted:2026', 'otp:yes'],
  ...['complete:yes', 'crossover:yes', 'series:no', 'language:de', 'creator:ada', 'fandom:Nope'],
  ...['state:read', 'state:read,reading', 'state:none', 'in:recs'],
] as const;

type Joined =
  | (typeof leaves)[number]
  | { readonly all: readonly Joined[] }
  | { readonly any: readonly Joined[] }
  | { readonly not: Joined };

test('any query finds what its conditions find, joined', async (t) => {
  const app = await makeApp(t);
  await library(app);
  const kept = await app.parts.database.read
    .selectFrom('works')
    .select('id')
    .orderBy('id')
    .execute();
  const own = (field: OwnWorks['field'], words: Readonly<Record<string, number>>): OwnWorks => ({
    field,
    find: async (_reader, _member, word) =>
      kept.flatMap(({ id }, at) => (words[word] === at ? id : [])),
  });
  const finding = createFinding(app.parts, {
    own: [own('state', { read: 0, reading: 3 }), own('in', { recs: 4 })],
  });
  const sets = new Map<string, ReadonlySet<number>>();
  for (const leaf of leaves) sets.set(leaf, await found(app, finding, leaf));
  const everything = await found(app, finding, '');
  assert.equal(everything.size, 6);
  // A leaf that found all or nothing would prove little.
  assert.ok([...sets.values()].filter(({ size }) => size > 0 && size < 6).length > 16);
  const expected = (query: Joined): ReadonlySet<number> => {
    if (typeof query === 'string') return sets.get(query) as ReadonlySet<number>;
    if ('not' in query) return everything.difference(expected(query.not));
    if ('any' in query) {
      return query.any.map(expected).reduce((a, b) => a.union(b), new Set<number>());
    }
    return query.all.map(expected).reduce((a, b) => a.intersection(b), everything);
  };
  await fc.assert(
    fc.asyncProperty(queries, async (query) => {
      const typed = written(query);
      assert.deepEqual(
        [...(await found(app, finding, typed))].sort(),
        [...expected(query)].sort(),
        typed,
      );
    }),
    { numRuns: 300 },
  );
});

const { query: queries } = fc.letrec<{ query: Joined }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...leaves),
    fc.array(tie('query'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('query'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('query').map((not) => ({ not })),
  ),
}));

function written(query: Joined): string {
  if (typeof query === 'string') return query;
  if ('not' in query) return `-(${written(query.not)})`;
  if ('any' in query) return query.any.map((each) => `(${written(each)})`).join(' OR ');
  return query.all.map((each) => `(${written(each)})`).join(' ');
}

async function found(app: TestApp, finding: Finding, typed: string): Promise<Set<number>> {
  const viewer = await app.member('cho');
  const lookUp = lookUpFor(viewer, await finding.index());
  const { filter } = readFilter(new URLSearchParams([['q', typed]]), lookUp, app.clock.now());
  const page = { number: 1, size: 100 };
  return new Set((await finding.find(viewer, filter, { page, facets: 0 })).ids);
}

async function library(app: TestApp): Promise<void> {
  const works = [
    { title: 'A pot of tea', fandoms: ['Tide'], characters: ['Oda'], freeforms: ['Pining'] },
    { title: 'Harbour', summary: 'Of tea and storm.', fandoms: ['Marsh'], language: 'de' },
    { title: 'Tea again', fandoms: ['Tide', 'Marsh'], rating: 'Teen And Up Audiences' },
    { title: 'Storm', fandoms: ['Low Tide'], freeforms: ['Longing'], expectedChapters: null },
    { title: 'Quiet', relationships: ['Oda/Benn'], chapters: ['One two three four five.'] },
    { title: 'Last', fandoms: ['Marsh'], freeforms: ['Yearning'], relationships: ['A/B', 'C/D'] },
  ];
  for (const [at, work] of works.entries()) {
    await postWork(app, at % 2 === 0 ? 'ada' : 'ben', work);
    app.clock.advance(12 * 60 * 60 * 1000);
  }
  await synonym(app, 'freeform:Longing', 'freeform:Pining');
  await metatag(app, 'fandom:Tide', 'fandom:Low Tide');
  await parent(app, 'media:Books', 'fandom:Marsh');
}
