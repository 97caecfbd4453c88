// The engine: puts the parts together and keeps them true to one another through every change.
import type { Sight } from './audiences.ts';
import { type Change, changesSince, documentAt, makeChange } from './changes.ts';
import { requireValue } from './columns.ts';
import { costOf } from './cost.ts';
import { countShared, type DocumentSet, documentsOf } from './document-set.ts';
import { narrow } from './execute.ts';
import { absenceOf } from './explain.ts';
import type { KeptCounts } from './kept-counts.ts';
import { Moment } from './moment.ts';
import type { Packed } from './packed/arrays.ts';
import { nothingPacked, packHeld } from './packing/held.ts';
import { keyOf, pageOf } from './paging.ts';
import { Parts } from './parts.ts';
import { anchorOf, type Plan, planOf } from './plan.ts';
import type { Absence, Answer, Query, Question } from './query.ts';
import type { TaxonomyChange, Term } from './taxonomy.ts';

export type { Packed } from './packed/arrays.ts';

/** What an engine is made for; none of it can change later. */
export type Shape = {
  /** Groups of terms; at most 250. */
  readonly groups: readonly string[];
  /** Numeric columns, for ranges and sorting. */
  readonly columns: readonly string[];
  /** Sort keys in words. */
  readonly texts: readonly string[];
};

/** A document as it is put: whole, in the place of any of the same id. */
export type Document = {
  readonly id: number;
  /** Who may see it: a mask of up to 32 bits; 0 is nobody but viewers who name it in `added`. */
  readonly audience: number;
  /** Its own terms, by id; one that is named twice counts once. */
  readonly terms: readonly number[];
  /** By column; absent is null. Finite. */
  readonly numbers: Readonly<Record<string, number | null>>;
  /** By text; absent sorts last. Compared by UTF-16 code unit, so fold and order it before. */
  readonly texts: Readonly<Record<string, string>>;
};

/** Where memory is traded for time; the answers do not depend on it. */
export type Tuning = {
  /** Bytes of unions of documents kept between questions. */
  readonly unionBytes: number;
};

const usualTuning: Tuning = { unionBytes: 64 * 1024 * 1024 };
// Some 20 microseconds each.
const changesOfSlice = 64;

/**
 * A search engine over documents that it knows as numbers with terms, columns and an audience.
 * Exact; deterministic; each change is true for the next question. Malformed input is refused with
 * a RangeError and changes nothing.
 */
export class Engine {
  readonly shape: Shape;
  /** How far the change log has been followed. The engine keeps it and never reads it. */
  position = 0;
  readonly #tuning: Tuning;
  // False where another engine writes the packed numbers, which this one shares.
  readonly #writes: boolean;
  #parts: Parts;
  // Changes made while all is packed anew.
  #kept: Change[] | null = null;
  // Those that are being read.
  #moments: Moment[] = [];

  constructor(
    shape: Shape,
    tuning: Tuning = usualTuning,
    packed: Packed | null = null,
    writes = true,
  ) {
    this.shape = shape;
    this.#tuning = tuning;
    this.#writes = writes;
    this.#parts = new Parts(shape, packed ?? nothingPacked(shape), tuning);
  }

  get #taxonomy(): Parts['taxonomy'] {
    return this.#parts.taxonomy;
  }

  get #documents(): Parts['documents'] {
    return this.#parts.documents;
  }

  get documentCount(): number {
    return this.#documents.count;
  }

  /**
   * Puts or replaces a term. Terms may come in any order, before or after the documents that bear
   * them; an edge counts while both its ends are put. Refuses groups not named at creation.
   */
  putTerm(term: Term): void {
    this.#note({ kind: 'putTerm', term });
    const change = this.#taxonomy.put(term);
    this.#kept?.push({ kind: 'putTerm', term });
    const number = this.#taxonomy.numberOf(term.id);
    this.#parts.facets.regrouped(number);
    this.#taxonomyChanged(number, change);
  }

  /**
   * Forgets what a term means. Documents that bear it keep it and are still found by it; facets
   * no longer list it. Harmless for an id that is not put.
   */
  removeTerm(id: number): void {
    const term = this.#taxonomy.numberOf(id);
    this.#keep({ kind: 'removeTerm', id });
    if (term >= 0) this.#taxonomyChanged(term, this.#taxonomy.remove(id));
  }

  /** Every term that is put, by their order of arrival. */
  terms(): Iterable<Required<Term>> {
    return this.#taxonomy.terms();
  }

  /** Puts or replaces a document. Terms nobody has put yet are taken, and listed once they are. */
  putDocument(document: Document): void {
    this.#parts.requireSound(document);
    const own = this.#ownTerms(document.terms);
    const audience = document.audience | 0;
    this.#keep({ kind: 'putDocument', document });
    const doc = this.#documents.find(document.id);
    if (doc >= 0 && this.#parts.isDescribedBy(doc, audience, own, document)) {
      for (const name of this.shape.columns) {
        this.#setNumber(doc, name, document.numbers[name] ?? null);
      }
      return;
    }
    if (doc >= 0) this.#leave(doc);
    this.#join(document, audience, own);
  }

  /** False if there is no such document. */
  removeDocument(id: number): boolean {
    this.#keep({ kind: 'removeDocument', id });
    const doc = this.#documents.find(id);
    if (doc >= 0) this.#leave(doc);
    return doc >= 0;
  }

  hasDocument(id: number): boolean {
    return this.#documents.find(id) >= 0;
  }

  /** The document as it was put, null columns and absent texts left out; null if there is none. */
  document(id: number): Document | null {
    const doc = this.#documents.find(id);
    return doc < 0 ? null : documentAt(doc, this.#parts);
  }

  /** The document's mask of who may see it; 0 if there is none. */
  audienceOf(id: number): number {
    const doc = this.#documents.find(id);
    return doc < 0 ? 0 : this.#documents.audienceOf(doc) >>> 0;
  }

  /** Every document as it was put, null columns and absent texts left out; by inside number. */
  *documents(): Iterable<Document> {
    for (let doc = 0; doc < this.#documents.span; doc++) {
      if (this.#documents.exists(doc)) yield documentAt(doc, this.#parts);
    }
  }

  /** Sets one number of a document, at the cost of an assignment; false if there is none. */
  setNumber(id: number, column: string, value: number | null): boolean {
    requireValue(column, value);
    this.#parts.columns.of(column);
    this.#keep({ kind: 'setNumber', id, column, value });
    const doc = this.#documents.find(id);
    if (doc >= 0) this.#setNumber(doc, column, value);
    return doc >= 0;
  }

  /** Makes the change; the same as calling the method it is named for. */
  apply(change: Change): void {
    makeChange(this, change);
  }

  /** What threads share; `attachEngine` holds the same engine over it once it is told `since`. */
  get packed(): Packed {
    return this.#parts.packed;
  }

  /** What was changed since. Read bit by bit, changes made meanwhile must be told after it. */
  since(): Iterable<Change> {
    return changesSince(this.#parts, this.shape);
  }

  /** So many changes have gathered beside the packed part that packing anew is worth it. */
  get compactionDue(): boolean {
    return this.#parts.muchIsBeside;
  }

  /**
   * Packs all that is held anew, in slices, between which changes may be made. One at a time; drop
   * it to give up. Changes of terms while terms are numbered begin it again.
   */
  *compaction(): Generator<void, void> {
    this.keepChanges();
    yield* this.adopting(yield* this.packing());
  }

  /** All that is held as a new packed part, in slices; this engine stays as it is. */
  packing(): Generator<void, Packed> {
    return packHeld(this.#parts, this.shape);
  }

  /**
   * From here on changes are kept, for `adopting`; or no longer. Call it when the engine that packs
   * for this one, told the same changes, begins to be told what this one holds.
   */
  keepChanges(kept = true): void {
    this.#kept = kept ? [] : null;
  }

  /**
   * Takes what the other engine packed and makes the changes kept since, in slices: until the last
   * is done this one goes on as before. One at a time; drop it to give up.
   */
  *adopting(packed: Packed): Generator<void, void> {
    const next = new Engine(this.shape, this.#tuning, packed);
    try {
      yield* next.#parts.audiences.prepare(this.#parts.audiences.masks);
      let made = 0;
      // Changes that come between two slices are kept at the end of the same list.
      for (const change of this.#kept ?? []) {
        next.apply(change);
        made += 1;
        if (made % changesOfSlice === 0) yield;
      }
      this.#parts = next.#parts;
    } finally {
      this.#kept = null;
    }
  }

  /** What the question costs, in documents looked at; see `costOf`. Touches no document. */
  cost(question: Question | Query): number {
    return costOf(question, this.#parts.archive);
  }

  /** The page asked for, the exact total and exact facets. */
  query(query: Query): Answer {
    const documents = this.#documents;
    const plan = planOf(query.where, this.#parts.archive);
    const found = this.#seen(plan, query);
    const facets = (asked: NonNullable<Query['facets']>): Answer['facets'] =>
      this.#parts.facets.of(found, query.audience, anchorOf(plan), asked);
    const ordering = this.#parts.orderingOf(query.sort);
    const { docs, more } = pageOf(found, query.page, ordering, documents);
    const last = docs.at(-1);
    return {
      total: found.size,
      ids: docs.map((doc) => documents.idOf(doc)),
      facets: query.facets ? facets(query.facets) : {},
      next: more && last !== undefined ? keyOf(last, ordering, documents) : null,
    };
  }

  /** How many documents the question finds. */
  count(question: Question): number {
    return this.#seen(planOf(question.where, this.#parts.archive), question).size;
  }

  /** How many documents the audience finds by the term: its canonical, synonyms, all below. */
  countTerm(id: number, audience: number): number {
    return this.#parts.counts.of(id, audience);
  }

  /** `countTerm` of each, in the order given. */
  countTerms(ids: readonly number[], audience: number): number[] {
    return ids.map((id) => this.countTerm(id, audience));
  }

  /** What is kept of such counts. */
  get termCounts(): KeptCounts {
    return this.#parts.counts;
  }

  /** How many documents of the audience bear the term itself, whatever it means. */
  usesOf(id: number, audience: number): number {
    const term = this.#taxonomy.numberOf(id);
    if (term < 0) return 0;
    return countShared(this.#parts.postings.setOf(term), this.#parts.audiences.seenBy(audience));
  }

  /** The id whose name the term counts under: its canonical, or itself. */
  canonicalOf(id: number): number {
    const term = this.#taxonomy.numberOf(id);
    return term < 0 ? id : this.#taxonomy.idOf(this.#taxonomy.canonicalOf(term));
  }

  /** The ids, ascending, of all documents that bear the term itself, whoever may see them. */
  documentsWith(id: number): number[] {
    const term = this.#taxonomy.numberOf(id);
    if (term < 0) return [];
    const docs = documentsOf(this.#parts.postings.setOf(term));
    const there = Array.from(docs.filter((doc) => this.#documents.exists(doc)));
    return there.map((doc) => this.#documents.idOf(doc)).sort((a, b) => a - b);
  }

  /** What keeps the document out of the question's answer; null if it is in. */
  explain(question: Question, documentId: number): Absence | null {
    // Planned first, so that what a query refuses is refused here too.
    planOf(question.where, this.#parts.archive);
    return absenceOf(question, documentId, this.#parts.archive);
  }

  /** What is held now, to be read while changes go on. `endMoment` when it has been. */
  beginMoment(): Moment {
    const moment = new Moment(this.#parts, this.shape, this.position);
    this.#moments.push(moment);
    return moment;
  }

  endMoment(moment: Moment): void {
    this.#moments = this.#moments.filter((each) => each !== moment);
  }

  // Before the change is made.
  #note(change: Change): void {
    for (const moment of this.#moments) moment.changing(change, this.#parts);
  }

  #keep(change: Change): void {
    this.#note(change);
    this.#kept?.push(change);
  }

  #seen(plan: Plan, sight: Sight): DocumentSet {
    return narrow(plan, this.#parts.audiences.seen(sight), this.#parts.archive);
  }

  /** Inside numbers, ascending, each once. */
  #ownTerms(ids: readonly number[]): Int32Array {
    const terms = new Int32Array(ids.length);
    for (let at = 0; at < ids.length; at++) terms[at] = this.#taxonomy.numberFor(ids[at]!);
    terms.sort();
    let size = 0;
    for (let at = 0; at < terms.length; at++) {
      if (at === 0 || terms[at] !== terms[at - 1]) terms[size++] = terms[at]!;
    }
    return terms.subarray(0, size);
  }

  #leave(doc: number): void {
    for (const follower of this.#parts.followers) follower.leaving(doc);
    this.#documents.release(doc);
  }

  #join(document: Document, audience: number, own: Int32Array): void {
    const { documents, postings, columns, texts, followers, facets } = this.#parts;
    const doc = documents.append(document.id, audience, own);
    for (const term of own) postings.add(term, doc);
    for (const name of columns.names) {
      columns.of(name).setFresh(doc, document.numbers[name] ?? Number.NaN);
    }
    for (const name of texts.names) texts.of(name).append(doc, document.texts[name] ?? null);
    facets.changed();
    for (const follower of followers) follower.joined(doc);
  }

  #setNumber(doc: number, name: string, value: number | null): void {
    const { columns, documents, orders } = this.#parts;
    const column = columns.of(name);
    const number = value ?? Number.NaN;
    const isPacked = doc < documents.packed;
    // What another engine writes may stand there already; the order must be told all the same.
    if (Object.is(column.at(doc), number) && (this.#writes || !isPacked)) {
      return;
    }
    if (isPacked) column.setPacked(doc, number, this.#writes);
    else column.setFresh(doc, number);
    orders.columnChanged(name, doc);
  }

  #taxonomyChanged(term: number, change: TaxonomyChange): void {
    const { closures, counts, joint, standing, derived } = this.#parts;
    const { facets, postings, documents } = this.#parts;
    // No document stands on it or below it, so nothing that is kept about documents can be wrong.
    const isAlone = !change.lifts && this.#taxonomy.standsAlone(term);
    const isBare = isAlone && postings.sizeOf(term) === 0;
    if (isBare || change.found.size === 0) return;
    closures.forget(change.reaches, change.canonicals);
    for (const kept of [joint, standing, counts]) kept.forget(change.reaches);
    if (!derived.isEmpty) {
      const borne = [...change.found].filter((each) => postings.sizeOf(each) > 0);
      derived.changed(closures.unionOf(borne));
    }
    if (documents.packed > 0) facets.moved(change.canonicals);
  }
}
