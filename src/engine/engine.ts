// The engine: puts the parts together and keeps them true to one another through every change.
import { Audiences, type Sight } from './audiences.ts';
import type { Change } from './changes.ts';
import { Closures } from './closures.ts';
import { Columns, requireValue, Texts } from './columns.ts';
import { Derived } from './derived.ts';
import { countShared, type DocumentSet, documentsOf } from './document-set.ts';
import { Documents, type Follower } from './documents.ts';
import { narrow } from './execute.ts';
import { absenceOf } from './explain.ts';
import { Facets } from './facets.ts';
import { requireId } from './id-table.ts';
import { Orders } from './orders.ts';
import { keyOf, pageOf } from './paging.ts';
import { type Archive, planOf } from './plan.ts';
import { Postings } from './postings.ts';
import type { Absence, Answer, Query, Question } from './query.ts';
import { orderingOf } from './sort.ts';
import { StandingCounts } from './standing-counts.ts';
import { Taxonomy, type TaxonomyChange, type Term } from './taxonomy.ts';

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

/**
 * An engine as other threads may have it: its packed part in shared memory, and what has changed
 * since that was packed. May be sent in a message; `attachEngine` opens it there.
 */
export type SharedEngine = {
  readonly packed: Packed;
  readonly since: readonly Change[];
  readonly position: number;
};

/** The packed part: arrays over shared memory by name, and numbers that say how to read them. */
export type Packed = {
  readonly numbers: Readonly<Record<string, number>>;
  readonly arrays: Readonly<Record<string, ArrayBufferView>>;
};

/** Where memory is traded for time; the answers do not depend on it. */
export type Tuning = {
  /** Terms on fewer documents than this are never kept as bits. */
  readonly denseFrom: number;
  /** Bytes of unions of documents kept between questions. */
  readonly unionBytes: number;
};

const usualTuning: Tuning = { denseFrom: 64, unionBytes: 64 * 1024 * 1024 };

/**
 * A search engine over documents that it knows as numbers with terms, columns and an audience.
 * Exact; deterministic; each change is true for the next question. Malformed input is refused with
 * a RangeError and changes nothing.
 */
export class Engine {
  readonly shape: Shape;
  /** How far the change log has been followed. The engine keeps it and never reads it. */
  position = 0;
  readonly #taxonomy: Taxonomy;
  readonly #documents = new Documents();
  readonly #postings: Postings;
  readonly #columns: Columns;
  readonly #texts: Texts;
  readonly #closures: Closures;
  readonly #audiences: Audiences;
  readonly #derived: Derived;
  readonly #standing: StandingCounts;
  readonly #facets: Facets;
  readonly #orders: Orders;
  readonly #followers: readonly Follower[];
  readonly #archive: Archive;

  constructor(shape: Shape, tuning: Tuning = usualTuning) {
    const documents = this.#documents;
    this.shape = shape;
    this.#taxonomy = new Taxonomy(shape.groups);
    this.#postings = new Postings(tuning.denseFrom);
    this.#columns = new Columns(shape.columns);
    this.#texts = new Texts(shape.texts);
    this.#closures = new Closures(this.#taxonomy, this.#postings, documents, tuning.unionBytes);
    this.#audiences = new Audiences(documents);
    this.#derived = new Derived(documents, this.#taxonomy);
    this.#standing = new StandingCounts(documents, this.#taxonomy, this.#audiences);
    this.#facets = new Facets(documents, this.#taxonomy, this.#audiences, this.#standing);
    this.#orders = new Orders(documents, this.#columns, this.#texts);
    this.#followers = [this.#audiences, this.#closures, this.#derived, this.#standing];
    this.#archive = {
      taxonomy: this.#taxonomy,
      documents,
      postings: this.#postings,
      closures: this.#closures,
      derived: this.#derived,
      valuesOf: (column) => this.#columns.valuesOf(column),
    };
  }

  get documentCount(): number {
    return this.#documents.count;
  }

  /**
   * Puts or replaces a term. Terms may come in any order, before or after the documents that bear
   * them; an edge counts while both its ends are put. Refuses groups not named at creation.
   */
  putTerm(term: Term): void {
    const change = this.#taxonomy.put(term);
    this.#taxonomyChanged(this.#taxonomy.numberOf(term.id), change);
  }

  /**
   * Forgets what a term means. Documents that bear it keep it and are still found by it; facets
   * no longer list it. Harmless for an id that is not put.
   */
  removeTerm(id: number): void {
    const term = this.#taxonomy.numberOf(id);
    if (term >= 0) this.#taxonomyChanged(term, this.#taxonomy.remove(id));
  }

  /** Every term that is put, by their order of arrival. */
  terms(): Iterable<Required<Term>> {
    return this.#taxonomy.terms();
  }

  /** Puts or replaces a document. Terms nobody has put yet are taken, and listed once they are. */
  putDocument(document: Document): void {
    this.#requireSound(document);
    const own = this.#ownTerms(document.terms);
    const audience = document.audience | 0;
    let doc = this.#documents.find(document.id);
    const isNew = doc < 0;
    if (isNew) doc = this.#documents.claim(document.id);
    if (isNew || !this.#isDescribedBy(doc, audience, own)) {
      if (!isNew) this.#leave(doc);
      this.#documents.describe(doc, audience, own);
      this.#join(doc);
    }
    for (const name of this.#columns.names) {
      const changed = this.#columns.set(name, doc, document.numbers[name] ?? null);
      if (changed) this.#orders.columnChanged(name, doc);
    }
    for (const name of this.#texts.names) {
      const changed = this.#texts.set(name, doc, document.texts[name] ?? null);
      if (changed) this.#orders.textChanged(name, doc);
    }
    if (isNew) this.#orders.documentChanged(doc);
  }

  /** False if there is no such document. */
  removeDocument(id: number): boolean {
    const doc = this.#documents.find(id);
    if (doc < 0) return false;
    this.#leave(doc);
    this.#documents.release(doc);
    this.#orders.documentChanged(doc);
    return true;
  }

  hasDocument(id: number): boolean {
    return this.#documents.find(id) >= 0;
  }

  /** The document as it was put, null columns and absent texts left out; null if there is none. */
  document(id: number): Document | null {
    const doc = this.#documents.find(id);
    return doc < 0 ? null : this.#documentAt(doc);
  }

  /** The document's mask of who may see it; 0 if there is none. */
  audienceOf(id: number): number {
    const doc = this.#documents.find(id);
    return doc < 0 ? 0 : this.#documents.audiences[doc]! >>> 0;
  }

  /** Every document as it was put, null columns and absent texts left out; by inside number. */
  *documents(): Iterable<Document> {
    for (let doc = 0; doc < this.#documents.span; doc++) {
      if (this.#documents.exists(doc)) yield this.#documentAt(doc);
    }
  }

  /** Sets one number of a document, at the cost of an assignment; false if there is none. */
  setNumber(id: number, column: string, value: number | null): boolean {
    requireValue(column, value);
    this.#columns.valuesOf(column);
    const doc = this.#documents.find(id);
    if (doc < 0) return false;
    if (this.#columns.set(column, doc, value)) this.#orders.columnChanged(column, doc);
    return true;
  }

  /** Makes the change; the same as calling the method it is named for. */
  apply(change: Change): void {
    if (change.kind === 'putTerm') this.putTerm(change.term);
    else if (change.kind === 'removeTerm') this.removeTerm(change.id);
    else if (change.kind === 'putDocument') this.putDocument(change.document);
    else if (change.kind === 'removeDocument') this.removeDocument(change.id);
    else this.setNumber(change.id, change.column, change.value);
  }

  /** What another thread needs to hold the same engine over the same memory; see `attachEngine`. */
  share(): SharedEngine {
    return {
      packed: { numbers: {}, arrays: {} },
      since: [...this.#since()],
      position: this.position,
    };
  }

  /** So many changes have gathered beside the packed part that packing anew is worth it. */
  get compactionDue(): boolean {
    return false;
  }

  /**
   * Packs all that is held into a new packed part, in slices: each `next()` works for a few
   * milliseconds. Changes may be made meanwhile: they are kept and made again at the end. The
   * engine takes the new part when the last slice is done. One at a time; drop it to give up.
   */
  *compaction(): Generator<void, void> {}

  /**
   * From here on changes are kept, for `adopt`. Call it where the engine that packs for this one
   * (in another thread, told the same changes) has been told all that this one has.
   */
  keepChanges(): void {}

  /** Takes what the other engine packed (its `share().packed` afterwards), and changes kept since. */
  adopt(packed: Packed): void {
    void packed;
  }

  /** How many documents the question finds at most, roughly; touches no document. */
  estimate(question: Question): number {
    return Math.min(planOf(question.where, this.#archive).estimate, this.documentCount);
  }

  *#since(): Generator<Change> {
    for (const term of this.terms()) yield { kind: 'putTerm', term };
    for (const document of this.documents()) yield { kind: 'putDocument', document };
  }

  /** The page asked for, the exact total and exact facets. */
  query(query: Query): Answer {
    const documents = this.#documents;
    const found = this.#found(query);
    const ordering = orderingOf(query.sort, documents, this.#columns, this.#texts, this.#orders);
    const { docs, more } = pageOf(found, query.page, ordering, documents);
    const last = docs.at(-1);
    return {
      total: found.size,
      ids: docs.map((doc) => documents.ids[doc]!),
      facets: query.facets ? this.#facets.of(found, query.audience, query.facets) : {},
      next: more && last !== undefined ? keyOf(last, ordering, documents) : null,
    };
  }

  /** How many documents the question finds. */
  count(question: Question): number {
    return this.#found(question).size;
  }

  /** How many documents the audience finds by the term: its canonical, synonyms, all below. */
  countTerm(id: number, audience: number): number {
    const term = this.#taxonomy.numberOf(id);
    if (term < 0) return 0;
    const canonical = this.#taxonomy.canonicalOf[term]!;
    return countShared(this.#closures.setOf(canonical), this.#audiences.seenBy(audience));
  }

  /** `countTerm` of each, in the order given. */
  countTerms(ids: readonly number[], audience: number): number[] {
    return ids.map((id) => this.countTerm(id, audience));
  }

  /** How many documents of the audience bear the term itself, whatever it means. */
  usesOf(id: number, audience: number): number {
    const term = this.#taxonomy.numberOf(id);
    if (term < 0) return 0;
    return countShared(this.#postings.setOf(term), this.#audiences.seenBy(audience));
  }

  /** The id whose name the term counts under: its canonical, or itself. */
  canonicalOf(id: number): number {
    const term = this.#taxonomy.numberOf(id);
    return term < 0 ? id : this.#taxonomy.ids[this.#taxonomy.canonicalOf[term]!]!;
  }

  /** The ids, ascending, of all documents that bear the term itself, whoever may see them. */
  documentsWith(id: number): number[] {
    const term = this.#taxonomy.numberOf(id);
    if (term < 0) return [];
    const docs = documentsOf(this.#postings.setOf(term));
    return Array.from(docs, (doc) => this.#documents.ids[doc]!).sort((a, b) => a - b);
  }

  /** What keeps the document out of the question's answer; null if it is in. */
  explain(question: Question, documentId: number): Absence | null {
    // Planned first, so that what a query refuses is refused here too.
    planOf(question.where, this.#archive);
    return absenceOf(question, documentId, this.#archive);
  }

  #found(question: Sight & Pick<Question, 'where'>): DocumentSet {
    const plan = planOf(question.where, this.#archive);
    return narrow(plan, this.#audiences.seen(question), this.#archive);
  }

  #requireSound(document: Document): void {
    requireId(document.id, 'document');
    if (!Number.isInteger(document.audience)) {
      throw new RangeError(`${document.audience} is not an audience`);
    }
    for (const term of document.terms) requireId(term, 'term');
    for (const name in document.numbers) {
      this.#columns.valuesOf(name);
      requireValue(name, document.numbers[name]!);
    }
    for (const name in document.texts) this.#texts.valuesOf(name);
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

  #isDescribedBy(doc: number, audience: number, own: Int32Array): boolean {
    if (this.#documents.audiences[doc] !== audience) return false;
    const had = this.#documents.terms.view(doc);
    return had.length === own.length && had.every((term, at) => term === own[at]);
  }

  #leave(doc: number): void {
    for (const follower of this.#followers) follower.leaving(doc);
    for (const term of this.#documents.terms.view(doc)) this.#postings.remove(term, doc);
  }

  #join(doc: number): void {
    for (const term of this.#documents.terms.view(doc)) this.#postings.add(term, doc);
    for (const follower of this.#followers) follower.joined(doc);
  }

  #taxonomyChanged(term: number, change: TaxonomyChange): void {
    // No document stands on it or below it, so nothing that is kept about documents can be wrong.
    const isBare = this.#taxonomy.standsAlone(term) && this.#postings.sizeOf(term) === 0;
    if (isBare || change.canonicals.size === 0) return;
    this.#closures.forget(change.reaches);
    this.#derived.forget(change.groups);
    this.#standing.recount(change.canonicals, this.#closures);
  }

  #documentAt(doc: number): Document {
    const numbers: Record<string, number> = {};
    for (const name of this.#columns.names) {
      const value = this.#columns.valuesOf(name)[doc]!;
      if (!Number.isNaN(value)) numbers[name] = value;
    }
    const texts: Record<string, string> = {};
    for (const name of this.#texts.names) {
      const text = this.#texts.valuesOf(name)[doc];
      if (typeof text === 'string') texts[name] = text;
    }
    return {
      id: this.#documents.ids[doc]!,
      audience: this.#documents.audiences[doc]! >>> 0,
      terms: Array.from(this.#documents.terms.view(doc), (term) => this.#taxonomy.ids[term]!),
      numbers,
      texts,
    };
  }
}
