// Few documents less what mutes cover, after every edit, against the plain scan: no union is kept,
// so that each of them is asked for what it bears.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Scan } from '../../test/kit/engine-scan.ts';
import { type Document, Engine } from './engine.ts';
import { hashOf } from './id-table.ts';
import type { Clause, Question } from './query.ts';
import type { Term } from './taxonomy.ts';

const shape = { groups: ['freeform'], columns: [], texts: [] };
const documents = 400;
const terms = 12;
const asked = 4;

function documentAt(id: number, draft: number): Document {
  const own: number[] = [];
  for (let term = 0; term < terms; term++) {
    if (hashOf(id * terms + term, draft) % 4 === 0) own.push(term);
  }
  return { id, audience: 1, terms: own, numbers: {}, texts: {} };
}

function termAt(id: number, synonymOf: number | null, metatags: readonly number[]): Term {
  return { id, group: 'freeform', synonymOf, metatags, counted: true };
}

const muted: Clause = { kind: 'not', of: { kind: 'anyTerm', terms: [0, 3, 4, 7, 9] } };

/** A few documents of all in turn: far fewer than the mutes cover. */
function* questions(): Generator<Question> {
  for (let from = 0; from < documents + 20; from += asked) {
    const ids = Array.from({ length: asked }, (_, at) => from + at);
    yield { audience: 1, where: { kind: 'all', of: [{ kind: 'documents', ids }, muted] } };
  }
}

test('few documents are rid of what mutes cover as a plain scan is, through every change', () => {
  const scan = new Scan();
  const engine = new Engine(shape, { unionBytes: 0 });
  const put = (document: Document): void => {
    engine.putDocument(document);
    scan.documents.set(document.id, document);
  };
  const mean = (term: Term): void => {
    engine.putTerm(term);
    scan.terms.set(term.id, term);
    scan.known.clear();
  };
  const holds = (when: string): void => {
    for (const question of questions()) {
      assert.equal(engine.count(question), scan.found(question).length, when);
    }
  };
  for (let id = 0; id < terms; id++) mean(termAt(id, id % 5 === 1 ? id - 1 : null, []));
  for (let id = 0; id < documents; id++) put(documentAt(id, 1));
  for (const _ of engine.compaction());
  holds('when packed');
  for (let step = 0; step < 10; step++) {
    put(documentAt((step * 37) % documents, 2));
    put(documentAt(documents + step, 3));
    holds(`after documents of step ${step}`);
    const id = (step * 7 + 1) % terms;
    const other = (step * 5 + 2) % terms;
    const points = other !== id && step % 4 !== 3;
    if (step % 2 === 0) mean(termAt(id, points ? other : null, []));
    else mean(termAt(id, null, points ? [other] : []));
    holds(`after terms of step ${step}`);
  }
});
