// What is kept between questions: the same few are asked after every edit, so that each finds what
// the ones before it left behind.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, Scan } from '../../test/kit/engine-scan.ts';
import { type Document, Engine } from './engine.ts';
import { hashOf } from './id-table.ts';
import type { Clause, Query } from './query.ts';
import type { Term } from './taxonomy.ts';

const shape = { groups: ['rating', 'freeform'], columns: ['words'], texts: [] };
const documents = 400;
const terms = 12;

// Terms 0 to 2 are on every second document or so, the others on fewer and fewer.
function documentAt(id: number, draft: number): Document {
  const own: number[] = [];
  for (let term = 0; term < terms; term++) {
    if (hashOf(id * terms + term, draft) % (2 + term) === 0) own.push(term);
  }
  const audience = 1 + (hashOf(id, draft) % 3);
  return { id, audience, terms: own, numbers: { words: id % 50 }, texts: {} };
}

function termAt(id: number, synonymOf: number | null, metatags: readonly number[]): Term {
  return { id, group: id < 3 ? 'rating' : 'freeform', synonymOf, metatags, counted: true };
}

const muted: Clause = { kind: 'not', of: { kind: 'anyTerm', terms: [3, 5, 7, 9] } };
const wheres: readonly Clause[] = [
  { kind: 'everything' },
  muted,
  { kind: 'term', term: 0 },
  { kind: 'term', term: 1 },
  { kind: 'all', of: [{ kind: 'term', term: 1 }, muted] },
  { kind: 'anyTerm', terms: [4, 6, 8] },
  {
    kind: 'all',
    of: [
      { kind: 'anyTerm', terms: [4, 6, 8] },
      { kind: 'term', term: 0 },
    ],
  },
];

const questions: readonly Query[] = wheres.flatMap((where) =>
  [1, 3].map((audience) => ({
    audience,
    where,
    sort: { column: 'words', direction: 'descending' },
    page: { number: 1, size: 5 },
    facets: { groups: shape.groups, top: 6 },
  })),
);

function asScan(engine: Engine, scan: Scan, when: string): void {
  for (const [at, query] of questions.entries()) {
    assert.deepEqual(engine.query(query), answerOf(scan, query), `question ${at} ${when}`);
  }
}

test('what is kept between questions follows every document and every term', () => {
  const scan = new Scan();
  const engine = new Engine(shape);
  const put = (document: Document): void => {
    engine.putDocument(document);
    scan.documents.set(document.id, document);
  };
  const mean = (term: Term): void => {
    engine.putTerm(term);
    scan.terms.set(term.id, term);
    scan.known.clear();
  };
  for (let id = 0; id < terms; id++) mean(termAt(id, null, []));
  for (let id = 0; id < documents; id++) put(documentAt(id, 1));
  for (const _ of engine.compaction());
  asScan(engine, scan, 'when packed');
  for (let step = 0; step < 20; step++) {
    put(documentAt((step * 37) % documents, 2));
    put(documentAt(documents + step, 3));
    const gone = (step * 53 + 11) % documents;
    engine.removeDocument(gone);
    scan.documents.delete(gone);
    asScan(engine, scan, `after documents of step ${step}`);
    const id = step % terms;
    const other = (step * 5 + 1) % terms;
    if (step % 3 === 0) mean(termAt(id, null, other === id ? [] : [other]));
    else mean(termAt(id, step % 3 === 1 && other !== id ? other : null, []));
    asScan(engine, scan, `after terms of step ${step}`);
  }
});

test('a tag on no work that is a synonym puts its canonical under its own metatags at once', () => {
  const engine = new Engine(shape);
  for (const id of [3, 4]) engine.putTerm(termAt(id, null, []));
  engine.putTerm(termAt(5, null, [4]));
  engine.putDocument({ ...documentAt(1, 0), audience: 1, terms: [3] });
  const found = (): number => engine.countTerm(4, 1);
  assert.equal(found(), 0);
  engine.putTerm(termAt(5, 3, [4]));
  assert.equal(found(), 1);
  engine.putTerm(termAt(5, 3, []));
  assert.equal(found(), 0);
});
