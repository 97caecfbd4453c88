// What a filter means, in examples: the rules of the tag model, one test each.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Clause, createEngine, type Engine } from './index.ts';

const everyone = 1;
const members = 2;

// Ids of the cast: a small archive of harbours and lighthouses.
const harbour = 10;
const harbourFilm = 11;
const harbourFilmSequel = 12;
const lighthouse = 13;
const theHarbour = 14;
const slowBurn = 30;
const burningSlowly = 31;
const slooow = 32;
const adaBen = 20;
const benAda = 21;

function archive(): Engine {
  const engine = createEngine({
    groups: ['fandom', 'relationship', 'freeform'],
    columns: ['words'],
    texts: ['title'],
  });
  const put = (id: number, group: string, synonymOf: number | null, ...metatags: number[]): void =>
    engine.putTerm({ id, group, synonymOf, metatags });
  put(harbour, 'fandom', null);
  put(harbourFilm, 'fandom', null, harbour);
  put(harbourFilmSequel, 'fandom', null, harbourFilm);
  put(theHarbour, 'fandom', harbour);
  put(lighthouse, 'fandom', null);
  put(slowBurn, 'freeform', null);
  put(burningSlowly, 'freeform', slowBurn);
  put(slooow, 'freeform', slowBurn);
  put(adaBen, 'relationship', null);
  put(benAda, 'relationship', adaBen);
  return engine;
}

function post(engine: Engine, id: number, ...terms: number[]): void {
  const audience = everyone | members;
  engine.putDocument({ id, audience, terms, numbers: { words: id }, texts: {} });
}

function found(engine: Engine, where: Clause, audience = everyone): readonly number[] {
  const sort = { column: 'words', direction: 'ascending' } as const;
  return engine.query({ audience, where, sort, page: { after: null, size: 100 } }).ids;
}

function facet(engine: Engine, group: string): readonly { id: number; count: number }[] {
  const sort = { random: 1 };
  const facets = { groups: [group], top: 10 };
  const page = { number: 1, size: 0 };
  const where: Clause = { kind: 'everything' };
  return engine.query({ audience: everyone, where, sort, page, facets }).facets[group]!;
}

const by = (term: number): Clause => ({ kind: 'term', term });

test('a canonical finds itself, its synonyms and subtags at any depth', () => {
  const engine = archive();
  post(engine, 1, harbour);
  post(engine, 2, theHarbour);
  post(engine, 3, harbourFilm);
  post(engine, 4, harbourFilmSequel);
  post(engine, 5, lighthouse);
  assert.deepEqual(found(engine, by(harbour)), [1, 2, 3, 4]);
  assert.deepEqual(found(engine, by(harbourFilm)), [3, 4]);
  assert.equal(engine.countTerm(harbour, everyone), 4);
});

test('a synonym finds what its canonical finds', () => {
  const engine = archive();
  post(engine, 1, slowBurn);
  post(engine, 2, slooow);
  assert.deepEqual(found(engine, by(burningSlowly)), [1, 2]);
});

test('a synonym of a subtag is found under the metatag', () => {
  const engine = archive();
  engine.putTerm({ id: 40, group: 'fandom', synonymOf: harbourFilmSequel, metatags: [] });
  post(engine, 1, 40);
  assert.deepEqual(found(engine, by(harbour)), [1]);
});

test('excluding takes away the same set', () => {
  const engine = archive();
  post(engine, 1, harbourFilmSequel);
  post(engine, 2, lighthouse);
  assert.deepEqual(found(engine, { kind: 'not', of: by(harbour) }), [2]);
});

test('what a document bears itself can be asked for, whatever it means', () => {
  const engine = archive();
  post(engine, 1, slowBurn);
  post(engine, 2, slooow);
  assert.deepEqual(found(engine, { kind: 'bears', term: slooow }), [2]);
  assert.equal(engine.usesOf(slowBurn, everyone), 1);
  assert.deepEqual(engine.documentsWith(slooow), [2]);
});

test('facets count the canonical of each own term, each document once', () => {
  const engine = archive();
  post(engine, 1, slowBurn, slooow, burningSlowly);
  post(engine, 2, slooow, burningSlowly);
  assert.deepEqual(facet(engine, 'freeform'), [{ id: slowBurn, count: 2 }]);
});

test('facets do not count metatags above', () => {
  const engine = archive();
  post(engine, 1, harbourFilm);
  assert.deepEqual(facet(engine, 'fandom'), [{ id: harbourFilm, count: 1 }]);
});

test('an unwrangled term counts under itself', () => {
  const engine = archive();
  engine.putTerm({ id: 50, group: 'freeform', synonymOf: null, metatags: [] });
  post(engine, 1, 50);
  assert.deepEqual(facet(engine, 'freeform'), [{ id: 50, count: 1 }]);
});

test('a term put as not counted is found and never listed', () => {
  const engine = archive();
  engine.putTerm({ id: 50, group: 'freeform', synonymOf: null, metatags: [], counted: false });
  post(engine, 1, 50);
  assert.deepEqual(found(engine, by(50)), [1]);
  assert.deepEqual(facet(engine, 'freeform'), []);
});

test('a change of the taxonomy is true for the next question, with no document put again', () => {
  const engine = archive();
  post(engine, 1, lighthouse);
  post(engine, 2, harbour);
  assert.deepEqual(found(engine, by(harbour)), [2]);
  assert.equal(facet(engine, 'fandom').length, 2);
  engine.putTerm({ id: lighthouse, group: 'fandom', synonymOf: harbour, metatags: [] });
  assert.deepEqual(found(engine, by(harbour)), [1, 2]);
  assert.deepEqual(facet(engine, 'fandom'), [{ id: harbour, count: 2 }]);
  engine.putTerm({ id: lighthouse, group: 'fandom', synonymOf: null, metatags: [harbour] });
  assert.deepEqual(found(engine, by(harbour)), [1, 2]);
  assert.equal(facet(engine, 'fandom').length, 2);
  engine.removeTerm(harbour);
  assert.deepEqual(found(engine, by(harbour)), [2]);
  assert.deepEqual(facet(engine, 'fandom'), [{ id: lighthouse, count: 1 }]);
});

test('metatags in a circle do no harm: each finds what all find', () => {
  const engine = archive();
  engine.putTerm({ id: harbour, group: 'fandom', synonymOf: null, metatags: [harbourFilmSequel] });
  post(engine, 1, harbour);
  post(engine, 2, harbourFilm);
  for (const id of [harbour, harbourFilm, harbourFilmSequel]) {
    assert.deepEqual(found(engine, by(id)), [1, 2]);
  }
});

test('synonyms in a circle do no harm: the least id is their canonical', () => {
  const engine = archive();
  engine.putTerm({ id: slowBurn, group: 'freeform', synonymOf: slooow, metatags: [] });
  post(engine, 1, slowBurn);
  post(engine, 2, burningSlowly);
  assert.deepEqual(facet(engine, 'freeform'), [{ id: slowBurn, count: 2 }]);
  assert.deepEqual(found(engine, by(slooow)), [1, 2]);
});

test('a document may name a term before it is put', () => {
  const engine = archive();
  post(engine, 1, 60);
  assert.deepEqual(found(engine, by(60)), [1]);
  assert.deepEqual(facet(engine, 'freeform'), []);
  engine.putTerm({ id: 60, group: 'freeform', synonymOf: null, metatags: [] });
  assert.deepEqual(facet(engine, 'freeform'), [{ id: 60, count: 1 }]);
});

test('a crossover has fandoms of which none is kin to all the others', () => {
  const engine = archive();
  post(engine, 1, harbour);
  post(engine, 2, harbour, theHarbour);
  post(engine, 3, harbour, harbourFilmSequel);
  post(engine, 4, harbourFilm, lighthouse);
  post(engine, 5, harbourFilm, harbourFilmSequel, lighthouse);
  const crossover: Clause = { kind: 'crossover', group: 'fandom' };
  assert.deepEqual(found(engine, crossover), [4, 5]);
  // A metatag over all of them makes kin of them, at once.
  engine.putTerm({ id: lighthouse, group: 'fandom', synonymOf: null, metatags: [harbour] });
  assert.deepEqual(found(engine, crossover), []);
});

test('a one true pairing has exactly one relationship after synonyms', () => {
  const engine = archive();
  engine.putTerm({ id: 22, group: 'relationship', synonymOf: null, metatags: [] });
  post(engine, 1, adaBen, benAda);
  post(engine, 2, adaBen, 22);
  post(engine, 3, harbour);
  const otp: Clause = { kind: 'otp', group: 'relationship' };
  assert.deepEqual(found(engine, otp), [1]);
  engine.putTerm({ id: 22, group: 'relationship', synonymOf: adaBen, metatags: [] });
  assert.deepEqual(found(engine, otp), [1, 2]);
});

test('derived answers that were asked before stay true as documents come and go', () => {
  const engine = archive();
  const crossover: Clause = { kind: 'crossover', group: 'fandom' };
  post(engine, 1, harbour, lighthouse);
  assert.deepEqual(found(engine, crossover), [1]);
  post(engine, 2, harbour);
  post(engine, 3, harbourFilm, lighthouse);
  assert.deepEqual(found(engine, crossover), [1, 3]);
  post(engine, 1, lighthouse);
  engine.removeDocument(3);
  assert.deepEqual(found(engine, crossover), []);
});

test('kinship through metatags of another group is noticed at once', () => {
  const engine = archive();
  const crossover: Clause = { kind: 'crossover', group: 'fandom' };
  engine.putTerm({ id: 70, group: 'freeform', synonymOf: null, metatags: [] });
  engine.putTerm({ id: 71, group: 'freeform', synonymOf: null, metatags: [] });
  engine.putTerm({ id: harbour, group: 'fandom', synonymOf: null, metatags: [70] });
  engine.putTerm({ id: lighthouse, group: 'fandom', synonymOf: null, metatags: [71] });
  post(engine, 1, harbour, lighthouse);
  assert.deepEqual(found(engine, crossover), [1]);
  engine.putTerm({ id: 70, group: 'freeform', synonymOf: null, metatags: [71] });
  assert.deepEqual(found(engine, crossover), []);
});

test('a metatag that stands on no document passes its changes up all the same', () => {
  const engine = archive();
  engine.putTerm({ id: 80, group: 'fandom', synonymOf: null, metatags: [] });
  engine.putTerm({ id: harbour, group: 'fandom', synonymOf: null, metatags: [80] });
  post(engine, 1, harbourFilm);
  post(engine, 2, harbourFilmSequel);
  assert.deepEqual(found(engine, by(80)), [1, 2]);
  engine.putTerm({ id: harbour, group: 'fandom', synonymOf: null, metatags: [] });
  assert.deepEqual(found(engine, by(80)), []);
});

test('a set of documents may be given in any order', () => {
  const engine = archive();
  for (const id of [5, 1, 4, 2, 3]) post(engine, id, id % 2 === 0 ? harbour : lighthouse);
  const ids = new Set([4, 5, 2, 99, 1]);
  const where: Clause = { kind: 'all', of: [{ kind: 'documents', ids }, by(harbour)] };
  assert.deepEqual(found(engine, where), [2, 4]);
});

test('ids of nothing find nothing, and their exclusion takes nothing away', () => {
  const engine = archive();
  post(engine, 1, harbour);
  assert.deepEqual(found(engine, by(999)), []);
  assert.deepEqual(found(engine, { kind: 'not', of: by(999) }), [1]);
  assert.deepEqual([engine.countTerm(999, 1), engine.usesOf(999, 1)], [0, 0]);
  assert.deepEqual(engine.documentsWith(999), []);
  assert.equal(engine.canonicalOf(999), 999);
  engine.removeTerm(999);
});

test('a document is seen by masks that share a bit with its own', () => {
  const engine = archive();
  const rest = { terms: [harbour], numbers: {}, texts: {} };
  engine.putDocument({ ...rest, id: 1, audience: everyone | members });
  engine.putDocument({ ...rest, id: 2, audience: members });
  engine.putDocument({ ...rest, id: 3, audience: 0 });
  assert.deepEqual(found(engine, by(harbour), everyone), [1]);
  assert.deepEqual(found(engine, by(harbour), members), [1, 2]);
  assert.deepEqual([engine.countTerm(harbour, everyone), engine.usesOf(harbour, members)], [1, 2]);
});

test('a viewer sees what is added for them and not what is taken away, in facets too', () => {
  const engine = archive();
  post(engine, 1, harbour);
  post(engine, 2, harbour);
  engine.putDocument({ id: 3, audience: 0, terms: [harbour], numbers: {}, texts: {} });
  const answer = engine.query({
    audience: everyone,
    added: new Set([3, 2, 404]),
    removed: new Set([2, 404]),
    where: { kind: 'everything' },
    sort: { column: 'words', direction: 'ascending' },
    page: { number: 1, size: 10 },
    facets: { groups: ['fandom'], top: 5 },
  });
  assert.deepEqual(answer.ids, [1, 3]);
  assert.deepEqual(answer.facets, { fandom: [{ id: harbour, count: 2 }] });
});

test('an absence is explained by the innermost clause that fails', () => {
  const engine = archive();
  post(engine, 1, harbour);
  engine.putDocument({ id: 2, audience: 0, terms: [], numbers: {}, texts: {} });
  const range: Clause = { kind: 'range', column: 'words', min: 5 };
  const inner: Clause = { kind: 'all', of: [by(harbour), range] };
  const where: Clause = { kind: 'all', of: [{ kind: 'everything' }, inner] };
  const ask = (id: number, removed: number[] = []): unknown =>
    engine.explain({ audience: everyone, removed: new Set(removed), where }, id);
  assert.deepEqual(ask(1), { because: 'clause', clause: range, path: [1, 1] });
  assert.deepEqual(ask(1, [1]), { because: 'removed' });
  assert.deepEqual(ask(2), { because: 'audience' });
  assert.deepEqual(ask(3), { because: 'unknown' });
  engine.setNumber(1, 'words', 5);
  assert.equal(ask(1), null);
});
