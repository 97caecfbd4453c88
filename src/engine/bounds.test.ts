// What the engine refuses, and that a refusal changes nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Clause, createEngine, deepestClause, type Engine, type Query } from './index.ts';

const shape = { groups: ['fandom'], columns: ['words'], texts: ['title'] };

function one(): Engine {
  const engine = createEngine(shape);
  engine.putTerm({ id: 1, group: 'fandom', synonymOf: null, metatags: [] });
  engine.putDocument({ id: 7, audience: 1, terms: [1], numbers: { words: 3 }, texts: {} });
  return engine;
}

const query: Query = {
  audience: 1,
  where: { kind: 'everything' },
  sort: { column: 'words', direction: 'ascending' },
  page: { number: 1, size: 10 },
};

test('an engine refuses a group named twice and more than 250 groups', () => {
  assert.throws(() => createEngine({ ...shape, groups: ['a', 'a'] }), RangeError);
  const groups = Array.from({ length: 251 }, (_, at) => `group ${at}`);
  assert.throws(() => createEngine({ ...shape, groups }), RangeError);
  createEngine({ ...shape, groups: groups.slice(1) });
});

test('malformed terms are refused and change nothing', () => {
  const engine = one();
  const term = { id: 1, group: 'fandom', synonymOf: null, metatags: [] };
  for (const id of [-1, 0.5, Number.NaN, 2 ** 53]) {
    assert.throws(() => engine.putTerm({ ...term, id }), RangeError);
    assert.throws(() => engine.putTerm({ ...term, synonymOf: id }), RangeError);
    assert.throws(() => engine.putTerm({ ...term, metatags: [2, id] }), RangeError);
  }
  assert.throws(() => engine.putTerm({ ...term, group: 'medium' }), RangeError);
  assert.deepEqual([...engine.terms()], [{ ...term, counted: true }]);
});

test('malformed documents are refused and change nothing', () => {
  const engine = one();
  const [before] = [...engine.documents()];
  const document = { id: 7, audience: 1, terms: [2], numbers: { words: 9 }, texts: { title: 'a' } };
  const bad = [
    { ...document, id: -1 },
    { ...document, id: 2 ** 53 },
    { ...document, audience: 0.5 },
    { ...document, terms: [2, -1] },
    { ...document, numbers: { words: Number.NaN } },
    { ...document, numbers: { words: Number.POSITIVE_INFINITY } },
    { ...document, numbers: { kudos: 1 } },
    { ...document, texts: { summary: 'a' } },
  ];
  for (const each of bad) assert.throws(() => engine.putDocument(each), RangeError);
  assert.deepEqual([...engine.documents()], [before]);
});

test('a number set refuses unknown columns and values, and needs no document', () => {
  const engine = one();
  assert.throws(() => engine.setNumber(7, 'kudos', 1), RangeError);
  assert.throws(() => engine.setNumber(7, 'words', Number.NaN), RangeError);
  assert.equal(engine.setNumber(8, 'words', 1), false);
  assert.equal(engine.removeDocument(8), false);
  assert.equal(engine.setNumber(7, 'words', null), true);
  assert.deepEqual([...engine.documents()][0]!.numbers, {});
});

test('questions about unknown columns, groups and texts are refused', () => {
  const engine = one();
  const ask = (part: Partial<Query>) => () => engine.query({ ...query, ...part });
  assert.throws(ask({ where: { kind: 'range', column: 'kudos' } }), RangeError);
  assert.throws(ask({ where: { kind: 'otp', group: 'medium' } }), RangeError);
  assert.throws(ask({ where: { kind: 'range', column: 'words', min: Number.NaN } }), RangeError);
  assert.throws(ask({ sort: { column: 'kudos', direction: 'ascending' } }), RangeError);
  assert.throws(ask({ sort: { text: 'summary', direction: 'ascending' } }), RangeError);
  assert.throws(ask({ sort: { random: 0.5 } }), RangeError);
  assert.throws(ask({ facets: { groups: ['medium'], top: 1 } }), RangeError);
  assert.throws(ask({ facets: { groups: ['fandom'], top: -1 } }), RangeError);
  const where: Clause = { kind: 'all', of: [{ kind: 'range', column: 'kudos' }] };
  assert.throws(() => engine.explain({ audience: 1, where }, 7), RangeError);
});

test('pages start at 1 and have a size of 0 or more', () => {
  const engine = one();
  const ask = (page: Query['page']) => engine.query({ ...query, page });
  for (const number of [0, -1, 0.5, Number.NaN]) {
    assert.throws(() => ask({ number, size: 10 }), RangeError);
  }
  for (const size of [-1, 0.5]) assert.throws(() => ask({ number: 1, size }), RangeError);
  assert.deepEqual(ask({ number: 2 ** 40, size: 100 }), {
    total: 1,
    ids: [],
    facets: {},
    next: null,
  });
  assert.equal(ask({ after: null, size: 0 }).total, 1);
});

test('clauses may be nested to the bound and no deeper', () => {
  const engine = one();
  const nested = (depth: number): Clause => {
    let clause: Clause = { kind: 'term', term: 1 };
    for (let at = 0; at < depth; at++) clause = { kind: 'any', of: [clause, clause] };
    return clause;
  };
  // Each level asks twice for the same, so depth alone is tried with one child.
  const deep = (depth: number): Clause => {
    let clause: Clause = { kind: 'term', term: 1 };
    for (let at = 0; at < depth; at++) clause = { kind: 'not', of: clause };
    return clause;
  };
  assert.equal(engine.count({ audience: 1, where: nested(8) }), 1);
  assert.equal(engine.count({ audience: 1, where: deep(deepestClause) }), 1);
  assert.throws(() => engine.count({ audience: 1, where: deep(deepestClause + 1) }), RangeError);
});

test('a score that is no number sorts last, like no score', () => {
  const engine = one();
  for (const id of [8, 9]) {
    engine.putDocument({ id, audience: 1, terms: [], numbers: {}, texts: {} });
  }
  const scores = new Map([
    [7, Number.NaN],
    [8, -5],
  ]);
  assert.deepEqual(engine.query({ ...query, sort: { scores } }).ids, [8, 9, 7]);
});
