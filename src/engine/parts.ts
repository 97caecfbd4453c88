// All parts of an engine over one packed part: what is put together anew when that is replaced.
import { Audiences } from './audiences.ts';
import { Closures } from './closures.ts';
import { Columns } from './columns.ts';
import { Derived } from './derived.ts';
import { Documents, type Follower } from './documents.ts';
import type { Document, Shape, Tuning } from './engine.ts';
import { Facets } from './facets.ts';
import { JointUnions } from './joint-unions.ts';
import { KeptCounts } from './kept-counts.ts';
import { Orders } from './orders.ts';
import type { Packed } from './packed/arrays.ts';
import type { Archive } from './plan.ts';
import { Postings } from './postings.ts';
import type { Sort } from './query.ts';
import { type Ordering, orderingOf, type Place, placeOf } from './sort.ts';
import { requireSound } from './sound-document.ts';
import { StandingCounts } from './standing-counts.ts';
import { Taxonomy } from './taxonomy.ts';
import { Texts } from './texts.ts';

// Packing anew is worth it once so many, or one in so many, stand beside the packed part.
const besideLeast = 20_000;
const besideShare = 1 / 32;

/** The parts, each knowing the others that it needs. */
export class Parts {
  readonly packed: Packed;
  readonly taxonomy: Taxonomy;
  readonly documents: Documents;
  readonly postings: Postings;
  readonly columns: Columns;
  readonly texts: Texts;
  readonly closures: Closures;
  readonly joint: JointUnions;
  readonly audiences: Audiences;
  readonly derived: Derived;
  readonly standing: StandingCounts;
  readonly counts: KeptCounts;
  readonly facets: Facets;
  readonly orders: Orders;
  readonly followers: readonly Follower[];
  readonly archive: Archive;

  constructor(shape: Shape, packed: Packed, tuning: Tuning) {
    this.packed = packed;
    this.taxonomy = new Taxonomy(shape.groups, packed);
    this.documents = new Documents(packed);
    this.postings = new Postings(packed);
    this.columns = new Columns(packed, shape.columns);
    this.texts = new Texts(packed, shape.texts);
    const { taxonomy, documents, postings, columns } = this;
    // One half for unions of one canonical each, one for those of several.
    const unionBytes = tuning.unionBytes / 2;
    this.closures = new Closures(taxonomy, postings, documents, unionBytes);
    const { closures } = this;
    this.joint = new JointUnions(closures, documents, taxonomy, unionBytes);
    this.audiences = new Audiences(documents);
    this.derived = new Derived(documents, taxonomy);
    const { audiences, joint, derived } = this;
    this.standing = new StandingCounts(documents, taxonomy, audiences, closures);
    this.counts = new KeptCounts(documents, taxonomy, audiences, closures);
    this.facets = new Facets(packed, documents, taxonomy, closures, this.standing);
    this.orders = new Orders(packed, documents, shape.columns, shape.texts, (column, text) =>
      this.#placeBy(column, text),
    );
    this.followers = [audiences, closures, joint, derived, this.standing, this.counts];
    const columnOf = columns.of.bind(columns);
    this.archive = { taxonomy, documents, postings, closures, joint, derived, columnOf };
  }

  /** So much that packing all anew is worth it. */
  get muchIsBeside(): boolean {
    const { documents, facets, orders } = this;
    const beside = Math.max(documents.span - documents.packed, orders.changedMost);
    return (
      beside > Math.max(besideLeast, documents.packed * besideShare) ||
      facets.movedSize > besideLeast
    );
  }

  /** Refuses a malformed document. */
  requireSound(document: Document): void {
    requireSound(document, this.columns, this.texts);
  }

  /** Whether the document has this audience, these terms and the given one's texts already. */
  isDescribedBy(doc: number, audience: number, own: Int32Array, given: Document): boolean {
    if (this.documents.audienceOf(doc) !== audience) return false;
    const had = this.documents.termsOf(doc);
    if (had.length !== own.length || !had.every((term, at) => term === own[at])) return false;
    const { texts } = this;
    return texts.names.every((name) => texts.of(name).at(doc) === (given.texts[name] ?? null));
  }

  orderingOf(sort: Sort): Ordering {
    return orderingOf(sort, this.documents, this.columns, this.texts, this.orders);
  }

  #placeBy(column: string | null, text: string | null): (doc: number) => Place {
    let ordering: Ordering | null = null;
    return (doc) => {
      ordering ??= this.orderingOf(
        column === null
          ? { text: text!, direction: 'ascending' }
          : { column, direction: 'ascending' },
      );
      return placeOf(doc, ordering, this.documents);
    };
  }
}
