// Whether a question is worth a thread is told from what it goes through, before it is asked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Clause, createEngine, type Query } from './index.ts';

const engine = createEngine({ groups: ['fandom'], columns: ['words'], texts: [] });
engine.putTerm({ id: 1, group: 'fandom', synonymOf: null, metatags: [] });
engine.putTerm({ id: 2, group: 'fandom', synonymOf: 1, metatags: [] });
engine.putTerm({ id: 3, group: 'fandom', synonymOf: null, metatags: [] });
for (let id = 1; id <= 1000; id++) {
  const terms = id <= 500 ? [1] : id <= 520 ? [2, 3] : [];
  engine.putDocument({ id, audience: 1, terms, numbers: { words: id }, texts: {} });
}

const term = (id: number): Clause => ({ kind: 'term', term: id });
const bears = (id: number): Clause => ({ kind: 'bears', term: id });
const range: Clause = { kind: 'range', column: 'words', min: 3 };

function costOf(where: Clause, isCounted = true): number {
  const facets = { groups: ['fandom'], top: 10 };
  const sort = { column: 'words', direction: 'descending' } as const;
  const query: Query = { audience: 1, where, sort, page: { number: 1, size: 20 } };
  return engine.cost(isCounted ? { ...query, facets } : query);
}

test('what finds more costs more, and counting facets costs more than finding', () => {
  assert.ok(costOf(bears(3)) < costOf(bears(1)));
  assert.ok(costOf(bears(1)) < costOf(range));
  assert.ok(costOf(bears(1), false) < costOf(bears(1)));
  assert.equal(costOf(bears(999)), 0);
});

test('a meaning of several tags costs what is gathered for it', () => {
  assert.ok(costOf(term(1)) > 520);
  assert.equal(costOf(term(3)), costOf(bears(3)));
});

test('what nothing narrows costs the whole archive and what it goes through', () => {
  assert.equal(costOf({ kind: 'everything' }), 1000);
  assert.ok(costOf({ kind: 'not', of: bears(3) }) > 1000);
  assert.ok(costOf({ kind: 'crossover', group: 'fandom' }) > 1000);
});

test('few documents are narrowed by much at the cost of the few', () => {
  const few = costOf({ kind: 'all', of: [bears(3), bears(1), range] });
  assert.ok(few > costOf(bears(3)) && few < costOf(bears(1)));
});

test('documents named by their ids cost as many look-ups', () => {
  const ids = new Set(Array.from({ length: 400 }, (_, at) => at));
  assert.ok(costOf({ kind: 'documents', ids }) > 400);
  assert.equal(
    costOf({ kind: 'documents', ids: [...ids] }),
    costOf({ kind: 'documents', ids: Float64Array.from(ids) }),
  );
});
