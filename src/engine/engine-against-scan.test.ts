// The engine against a plain scan: the same random archives, edits and questions, asked of both.
// The scan keeps what it was given and works every answer out anew.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerOf, Scan } from '../../test/kit/engine-scan.ts';
import { type Document, Engine, type Tuning } from './engine.ts';
import type { Answer, Clause, PageKey, Query, Question, Sort } from './query.ts';
import type { Term } from './taxonomy.ts';

const shape = {
  groups: ['fandom', 'relationship', 'freeform'],
  columns: ['words', 'updated'],
  texts: ['title'],
};

// Small bounds, so that small archives reach the ways of large ones.
const tunings: readonly Tuning[] = [{ unionBytes: 40 }, { unionBytes: 1_000_000 }];

// Few ids, so that edits meet; far apart, so that all 53 bits are used.
const termId = fc.integer({ min: 0, max: 13 }).map((n) => (n % 2 === 0 ? n : n * 2 ** 48 + 7));
const documentId = fc.integer({ min: 1, max: 40 }).map((n) => (n % 3 === 0 ? n : n * 2 ** 46 + 3));
const number = fc.option(fc.integer({ min: -3, max: 6 }), { nil: null });

const someTerm: fc.Arbitrary<Term> = fc.record({
  id: termId,
  group: fc.constantFrom(...shape.groups),
  synonymOf: fc.option(termId, { nil: null, freq: 2 }),
  metatags: fc.array(termId, { maxLength: 2 }),
  counted: fc.boolean(),
});

const someDocument: fc.Arbitrary<Document> = fc.record({
  id: documentId,
  audience: fc.integer({ min: 0, max: 3 }),
  terms: fc.array(termId, { maxLength: 6, size: 'max' }),
  numbers: fc.record({ words: number, updated: number }),
  texts: fc.oneof(fc.constant({}), fc.record({ title: fc.constantFrom('', 'a', 'b', 'é') })),
});

type Edit = (engine: Engine, scan: Scan) => void;

const someEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: someDocument.map(putDocument) },
  { weight: 4, arbitrary: someTerm.map(putTerm) },
  { weight: 1, arbitrary: termId.map(removeTerm) },
  { weight: 2, arbitrary: documentId.map(removeDocument) },
  { weight: 2, arbitrary: fc.tuple(documentId, number).map(setWords) },
  { weight: 1, arbitrary: fc.tuple(someDocument, fc.nat({ max: 7 })).map(putCrowd) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.array(fc.nat({ max: 20 }), { maxLength: 3 }), someTerm).map(packAnew),
  },
);

// Many alike, so that lists, bits and pages have something to be long with.
function putCrowd([document, of]: [Document, number]): Edit {
  return (engine, scan) => {
    for (let at = 0; at < 20; at++) {
      const id = (of * 20 + ((at * 7) % 20)) * 2 ** 33 + 9;
      const numbers = { words: at % 6, updated: document.numbers['updated']! };
      putDocument({ ...document, id, numbers })(engine, scan);
    }
  };
}

function putDocument(document: Document): Edit {
  return (engine, scan) => {
    engine.putDocument(document);
    scan.documents.set(document.id, document);
  };
}

function putTerm(term: Term): Edit {
  return (engine, scan) => {
    engine.putTerm(term);
    scan.terms.set(term.id, term);
    scan.known.clear();
  };
}

function removeTerm(id: number): Edit {
  return (engine, scan) => {
    engine.removeTerm(id);
    scan.terms.delete(id);
    scan.known.clear();
  };
}

function removeDocument(id: number): Edit {
  return (engine, scan) => {
    assert.equal(engine.removeDocument(id), scan.documents.delete(id));
  };
}

// With changes between its slices, as a server makes them.
function packAnew([between, term]: [readonly number[], Term]): Edit {
  return (engine, scan) => {
    let slice = 0;
    for (const _ of engine.compaction()) {
      if (between.includes(slice)) setWords([slice + 1, slice])(engine, scan);
      if (between.includes(slice + 1)) removeDocument(slice * 3)(engine, scan);
      if (between.includes(slice)) putTerm({ ...term, id: slice })(engine, scan);
      slice += 1;
      between = slice > 100 ? [] : between;
    }
  };
}

function setWords([id, words]: [number, number | null]): Edit {
  return (engine, scan) => {
    const document = scan.documents.get(id);
    assert.equal(engine.setNumber(id, 'words', words), document !== undefined);
    if (document === undefined) return;
    scan.documents.set(id, { ...document, numbers: { ...document.numbers, words } });
  };
}

const someIds = fc
  .uniqueArray(documentId, { maxLength: 12, size: 'max' })
  .map((ids) => new Set(ids));
const bound = fc.option(fc.integer({ min: -4, max: 7 }), { nil: undefined });

const { someClause } = fc.letrec<{ someClause: Clause }>((tie) => ({
  someClause: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ kind: fc.constant('term' as const), term: termId }),
    fc.record({ kind: fc.constant('bears' as const), term: termId }),
    fc.record({
      kind: fc.constant('anyTerm' as const),
      terms: fc.array(termId, { maxLength: 4 }),
    }),
    fc.constant({ kind: 'everything' as const }),
    fc.record({ kind: fc.constant('documents' as const), ids: someIds }),
    fc.record({
      kind: fc.constant('range' as const),
      column: fc.constantFrom(...shape.columns),
      min: bound as fc.Arbitrary<number>,
      max: bound as fc.Arbitrary<number>,
    }),
    fc.record({
      kind: fc.constantFrom('crossover' as const, 'otp' as const),
      group: fc.constantFrom(...shape.groups),
    }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('someClause'), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('someClause') }),
  ),
}));

const direction = fc.constantFrom('ascending' as const, 'descending' as const);
const knownSort: fc.Arbitrary<Sort> = fc.oneof(
  fc.record({ column: fc.constantFrom(...shape.columns), direction }),
  fc.record({ text: fc.constant('title'), direction }),
  fc
    .array(fc.tuple(documentId, fc.integer({ min: 0, max: 5 })))
    .map((pairs) => ({ scores: new Map(pairs) })),
);
const someSort = fc.oneof(
  { weight: 4, arbitrary: knownSort },
  { weight: 1, arbitrary: fc.record({ random: fc.integer() }) },
);

const someQuestion: fc.Arbitrary<Question> = fc.record({
  audience: fc.integer({ min: 0, max: 3 }),
  added: someIds,
  removed: someIds,
  where: someClause,
});

const someQuery: fc.Arbitrary<Query> = fc
  .record({
    question: fc.oneof(
      someQuestion,
      fc.record({ audience: fc.constant(3), where: someClause }),
      fc.constant<Question>({ audience: 3, where: { kind: 'everything' } }),
    ),
    sort: knownSort,
    page: fc.record({
      number: fc.integer({ min: 1, max: 5 }),
      size: fc.integer({ min: 0, max: 9 }),
    }),
    groups: fc.subarray([...shape.groups]),
    top: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ question, sort, page, groups, top }) => {
    return { ...question, sort, page, facets: { groups, top } };
  });

// The same questions after each batch of edits: what is kept between them must not go stale.
const someHistory = fc.record({
  tuning: fc.constantFrom(...tunings),
  first: fc.array(someEdit, { minLength: 20, maxLength: 120, size: 'max' }),
  queries: fc.array(someQuery, { minLength: 1, maxLength: 4, size: 'max' }),
  rounds: fc.array(fc.array(someEdit, { minLength: 1, maxLength: 3 }), {
    maxLength: 6,
    size: 'max',
  }),
});

test('totals, pages and facets are those of a plain scan, through every edit', () => {
  fc.assert(
    fc.property(someHistory, ({ tuning, first, queries, rounds }) => {
      const engine = new Engine(shape, tuning);
      const scan = new Scan();
      for (const edits of [first, ...rounds]) {
        for (const edit of edits) edit(engine, scan);
        for (const query of queries) {
          assert.deepEqual(engine.query(query), answerOf(scan, query));
          assert.equal(engine.count(query), scan.found(query).length);
        }
      }
      assert.equal(engine.documentCount, scan.documents.size);
    }),
    { numRuns: 200 },
  );
});

test('counts of terms and their bearers are those of a plain scan', () => {
  const history = fc.array(someEdit, { minLength: 10, maxLength: 80, size: 'max' });
  const later = fc.array(someEdit, { maxLength: 10, size: 'max' });
  fc.assert(
    fc.property(history, later, termId, fc.integer({ min: 0, max: 3 }), (edits, more, id, mask) => {
      const engine = new Engine(shape, tunings[0]);
      const scan = new Scan();
      for (const batch of [edits, ...more.map((edit) => [edit])]) {
        for (const edit of batch) edit(engine, scan);
        const all: Question = { audience: mask, where: { kind: 'everything' } };
        const seen = scan.found(all);
        const bearing = [...scan.documents.values()].filter((each) => each.terms.includes(id));
        const bearers = bearing.map((each) => each.id).sort((a, b) => a - b);
        const ids = [id, 1, 2, 3];
        const counts = ids.map((one) => seen.filter((each) => scan.means(each, one)).length);
        assert.deepEqual(engine.countTerms(ids, mask), counts);
        for (const { id: found } of scan.documents.values()) {
          const finders = engine.termCounts.findersOf(found);
          const isFound = scan.means(scan.documents.get(found)!, id);
          assert.equal(finders.includes(engine.canonicalOf(id)), isFound);
        }
        assert.equal(engine.usesOf(id, mask), seen.filter((e) => e.terms.includes(id)).length);
        assert.deepEqual(engine.documentsWith(id), bearers);
        assert.equal(engine.canonicalOf(id), scan.canonical(id));
      }
    }),
  );
});

test('what is explained as absent is absent, and the clause named does fail', () => {
  const history = fc.array(someEdit, { minLength: 10, maxLength: 80, size: 'max' });
  fc.assert(
    fc.property(history, someQuestion, (edits, question) => {
      const engine = new Engine(shape);
      const scan = new Scan();
      for (const edit of edits) edit(engine, scan);
      const found = new Set(scan.found(question).map((document) => document.id));
      for (const document of scan.documents.values()) {
        const absence = engine.explain(question, document.id);
        assert.equal(absence === null, found.has(document.id));
        if (absence?.because !== 'clause') continue;
        assert.equal(scan.matches(absence.clause, document), false);
        let clause = question.where;
        for (const at of absence.path) clause = clause.kind === 'all' ? clause.of[at]! : clause;
        assert.equal(clause, absence.clause);
      }
    }),
  );
});

test('paging by number and by key visits every document once, in the same order', () => {
  const history = fc.array(someEdit, { minLength: 20, maxLength: 150, size: 'max' });
  const size = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(history, someQuestion, someSort, size, (edits, question, sort, each) => {
      const engine = new Engine(shape, tunings[0]);
      const scan = new Scan();
      for (const edit of edits) edit(engine, scan);
      const expected = scan.found(question).map((document) => document.id);
      const numbered: number[] = [];
      for (let at = 1; at <= Math.ceil(expected.length / each); at++) {
        const page = { number: at, size: each };
        numbered.push(...engine.query({ ...question, sort, page }).ids);
      }
      const followed: number[] = [];
      let pages = 0;
      for (let after: PageKey | null = null; ; ) {
        const page = { after, size: each };
        const { ids, next }: Answer = engine.query({ ...question, sort, page });
        followed.push(...ids);
        pages += 1;
        if (next === null) break;
        // A key must outlive a trip through an address.
        after = JSON.parse(JSON.stringify(next)) as PageKey;
      }
      assert.deepEqual(followed, numbered);
      assert.equal(pages, Math.max(1, Math.ceil(expected.length / each)));
      assert.deepEqual(new Set(numbered), new Set(expected));
      assert.equal(numbered.length, expected.length);
    }),
  );
});

test('the same history and question give the same answer, whatever the memory bounds', () => {
  fc.assert(
    fc.property(
      fc.array(someEdit, { maxLength: 80, size: 'max' }),
      someQuestion,
      someSort,
      (edits, question, sort) => {
        const answers = [tunings[0], tunings[1], tunings[0]].map((tuning) => {
          const engine = new Engine(shape, tuning);
          const scan = new Scan();
          for (const edit of edits) edit(engine, scan);
          const facets = { groups: shape.groups, top: 5 };
          return engine.query({ ...question, sort, page: { number: 1, size: 10 }, facets });
        });
        assert.equal(JSON.stringify(answers[0]), JSON.stringify(answers[1]));
        assert.equal(JSON.stringify(answers[0]), JSON.stringify(answers[2]));
      },
    ),
  );
});
