// How many documents of an answer count under each canonical, and the highest of each group.
// A document counts once under the canonical of each of its own terms. Packed documents are counted
// by what they counted under when they were packed; canonicals whose synonyms have changed since
// are counted by their documents instead, those only that could still be among the highest.
import { BestFacets } from './best-facets.ts';
import type { Closures } from './closures.ts';
import { addHeavy, addNoted, countLight, type Noted } from './counting.ts';
import {
  countShared,
  type DocumentList,
  type DocumentSet,
  documentsOf,
  subtract,
} from './document-set.ts';
import type { Documents } from './documents.ts';
import { grown } from './growth.ts';
import { LightTerms } from './light-terms.ts';
import type { Packed } from './packed/arrays.ts';
import { bundledTerms } from './packed/bundles.ts';
import type { FacetEntry } from './query.ts';
import { firstNotBelow } from './runs.ts';
import type { Standing, StandingCounts } from './standing-counts.ts';
import type { Taxonomy } from './taxonomy.ts';
import { TermCounts } from './term-counts.ts';

type Asked = { readonly groups: readonly string[]; readonly top: number };
type Bests = readonly (BestFacets | undefined)[];

/** Counts, for the documents of an answer, how many stand under each canonical. Exact. */
export class Facets {
  readonly #documents: Documents;
  readonly #taxonomy: Taxonomy;
  readonly #closures: Closures;
  readonly #standing: StandingCounts;
  readonly #light: LightTerms;
  readonly #moved = new Set<number>();
  #movedByMost: readonly { readonly canonical: number; readonly most: number }[] | null = [];
  readonly #scratch: Int32Array;
  // A term that was taken away keeps its group here.
  readonly #heavyGroups: Uint8Array;
  // All zero between questions.
  readonly #fewHeavy: Int32Array;
  readonly #noted: Noted = { terms: new Int32Array(1024), size: 0 };
  readonly #held = new Int32Array(bundledTerms);
  readonly #later = new TermCounts();
  readonly #few = new TermCounts();
  // By group: a lower count than this cannot enter; where nobody asks for the group, none can.
  readonly #leasts = new Int32Array(256);
  readonly #offered = new Offered();

  constructor(
    packed: Packed,
    documents: Documents,
    taxonomy: Taxonomy,
    closures: Closures,
    standing: StandingCounts,
  ) {
    this.#documents = documents;
    this.#taxonomy = taxonomy;
    this.#closures = closures;
    this.#standing = standing;
    this.#light = new LightTerms(packed);
    this.#heavyGroups = Uint8Array.from({ length: this.#light.heavy }, (_, term) =>
      taxonomy.groupOf(term),
    );
    this.#scratch = new Int32Array(documents.bundles.cells);
    this.#fewHeavy = new Int32Array(documents.bundles.cells);
  }

  /** How many canonicals are counted by their documents until all is packed anew. */
  get movedSize(): number {
    return this.#moved.size;
  }

  /** The synonyms of these have changed. */
  moved(canonicals: Iterable<number>): void {
    for (const canonical of canonicals) this.#moved.add(canonical);
    this.changed();
  }

  /** Something has changed that a document bears, or what it means. */
  changed(): void {
    if (this.#moved.size > 0) this.#movedByMost = null;
  }

  /** The term has come into a group that it was not in when it was packed. */
  regrouped(term: number): void {
    const group = this.#taxonomy.groupOf(term);
    if (term < this.#heavyGroups.length) this.#heavyGroups[term] = group;
    this.#light.regrouped(term, group);
  }

  /**
   * The top of each group over the documents, which are mostly those that the audience finds by the
   * anchor (null: all that it sees). Refuses unknown groups and a top below 0.
   */
  of(
    found: DocumentSet,
    mask: number,
    anchor: number | null,
    asked: Asked,
  ): Record<string, readonly FacetEntry[]> {
    if (!Number.isSafeInteger(asked.top) || asked.top < 0) {
      throw new RangeError(`${asked.top} is not a number of facets`);
    }
    const tops = asked.groups.map((group) => ({
      group,
      number: this.#taxonomy.groupNumber(group),
      best: new BestFacets(asked.top, this.#taxonomy),
    }));
    const bestOf: (BestFacets | undefined)[] = [];
    for (const { number, best } of tops) bestOf[number] = best;
    if (asked.top > 0) this.#count(found, () => this.#standing.near(found, mask, anchor), bestOf);
    return Object.fromEntries(tops.map(({ group, number }) => [group, bestOf[number]!.entries()]));
  }

  #count(found: DocumentSet, near: () => Standing | null, bestOf: Bests): void {
    this.#countLater(found);
    if (found.kind === 'list' && found.size < fewDocuments) this.#countFew(found, bestOf);
    else this.#countMany(found, near(), bestOf);
    this.#countMoved(found, bestOf);
    this.#countLight(found, bestOf);
    this.#later.clear();
  }

  // To walk every heavy term would cost more than the documents themselves.
  #countFew(found: DocumentList, bestOf: Bests): void {
    const { heavy, packed } = this.#documents;
    const counts = this.#fewHeavy;
    const noted = this.#noted;
    addNoted(counts, found.docs, heavy, packed, noted);
    this.#spreadNoted(counts, noted);
    this.#later.each((term, count) => {
      if (term < this.#light.heavy && counts[term] === 0) this.#offer(term, count, bestOf);
    });
    for (let at = 0; at < noted.size; at++) {
      const term = noted.terms[at]!;
      const count = counts[term]! + this.#later.of(term);
      counts[term] = 0;
      this.#offered.push(term, this.#heavyGroups[term]!, count);
    }
    noted.size = 0;
    this.#offerAll(bestOf);
  }

  // What was counted under bundles goes to the canonicals that they hold.
  #spreadNoted(counts: Int32Array, noted: Noted): void {
    const { bundles } = this.#documents;
    noted.terms = grown(noted.terms, noted.size + bundledTerms);
    const { terms } = noted;
    const { size } = noted;
    const held = this.#held;
    let stays = 0;
    let heldSize = 0;
    for (let at = 0; at < size; at++) {
      const cell = terms[at]!;
      if (cell < bundles.first) {
        terms[stays++] = cell;
        continue;
      }
      const count = counts[cell]!;
      counts[cell] = 0;
      for (let mask = bundles.maskOf(cell); mask !== 0; mask &= mask - 1) {
        const term = 31 - Math.clz32(mask & -mask);
        if (counts[term] === 0) held[heldSize++] = term;
        counts[term]! += count;
      }
    }
    for (let at = 0; at < heldSize; at++) terms[stays++] = held[at]!;
    noted.size = stays;
  }

  // Counts of one last: there are many of them, and mostly none can enter by then.
  #offerAll(bestOf: Bests): void {
    const offered = this.#offered;
    const leasts = this.#readLeasts(bestOf);
    for (const one of [false, true]) {
      for (let at = 0; at < offered.size; at++) {
        const count = offered.counts[at]!;
        const group = offered.groups[at]!;
        if ((count === 1) !== one || count < leasts[group]!) continue;
        this.#offer(offered.terms[at]!, count, bestOf);
        leasts[group] = bestOf[group]!.least;
      }
    }
    offered.clear();
  }

  #readLeasts(bestOf: Bests): Int32Array {
    this.#leasts.fill(2 ** 31 - 1);
    for (const [group, best] of bestOf.entries()) {
      if (best !== undefined) this.#leasts[group] = best.least;
    }
    return this.#leasts;
  }

  #countMany(found: DocumentSet, near: Standing | null, bestOf: Bests): void {
    const counts = this.#heavyCounts(found, near);
    this.#later.each((term, count) => {
      if (term < this.#light.heavy) counts[term]! += count;
    });
    const groups = this.#heavyGroups;
    const leasts = this.#readLeasts(bestOf);
    for (let term = 0; term < groups.length; term++) {
      const group = groups[term]!;
      if (counts[term]! < leasts[group]!) continue;
      this.#offer(term, counts[term]!, bestOf);
      leasts[group] = bestOf[group]!.least;
    }
  }

  #heavyCounts(found: DocumentSet, near: Standing | null): Int32Array {
    const { heavy, packed } = this.#documents;
    const counts = this.#scratch;
    if (near !== null) {
      counts.set(near.counts);
      const shared = countShared(found, near.of);
      if (shared < found.size) addHeavy(counts, subtract(found, near.of), heavy, packed, 1);
      if (shared < near.of.size) addHeavy(counts, subtract(near.of, found), heavy, packed, -1);
    } else {
      counts.fill(0);
      addHeavy(counts, found, heavy, packed, 1);
    }
    this.#documents.bundles.spread(counts);
    return counts;
  }

  // Documents that are not packed, under what their terms mean now.
  #countLater(found: DocumentSet): void {
    const { packed, span } = this.#documents;
    if (span === packed) return;
    const docs = laterOf(found, packed);
    for (let at = 0; at < docs.length; at++) this.#countOne(docs[at]!, this.#later, null);
  }

  #countOne(doc: number, counts: TermCounts, only: ReadonlySet<number> | null): void {
    const taxonomy = this.#taxonomy;
    const terms = this.#documents.termsOf(doc);
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at]!;
      const canonical = taxonomy.canonicalOf(term);
      if (only !== null && !only.has(canonical)) continue;
      if (canonical !== term && this.#isRepeat(terms, at, canonical)) continue;
      counts.add(canonical);
    }
  }

  #isRepeat(terms: Int32Array, at: number, canonical: number): boolean {
    for (let other = 0; other < terms.length; other++) {
      if (terms[other] === canonical) return true;
      if (other < at && this.#taxonomy.canonicalOf(terms[other]!) === canonical) return true;
    }
    return false;
  }

  #countMoved(found: DocumentSet, bestOf: Bests): void {
    if (this.#moved.size === 0) return;
    if (found.size < fewDocuments) {
      for (const doc of documentsOf(found)) this.#countOne(doc, this.#few, this.#moved);
      this.#few.each((term, count) => this.#enter(term, count, bestOf));
      this.#few.clear();
      return;
    }
    this.#movedByMost ??= [...this.#moved]
      .filter((canonical) => this.#taxonomy.canonicalOf(canonical) === canonical)
      .map((canonical) => ({ canonical, most: this.#closures.mostMembersOf(canonical) }))
      .sort((a, b) => b.most - a.most);
    for (const { canonical, most } of this.#movedByMost) {
      const best = bestOf[this.#taxonomy.groupOf(canonical)];
      if (best === undefined || most < best.least) continue;
      const count = countShared(this.#closures.membersOf(canonical), found);
      if (count > 0) this.#enter(canonical, count, bestOf);
    }
  }

  // Light canonicals are looked at only where one of them could still enter.
  #countLight(found: DocumentSet, bestOf: Bests): void {
    const light = this.#light;
    let least = Number.POSITIVE_INFINITY;
    for (let group = 0; group < bestOf.length; group++) {
      const best = bestOf[group];
      if (best !== undefined && light.mostOf(group) >= best.least) {
        least = Math.min(least, best.least);
      }
    }
    const below = light.countOn(least);
    if (below > light.heavy) {
      countLight(this.#few, documentsOf(found), this.#documents, below);
      this.#few.each((term, count) => {
        const group = this.#taxonomy.groupOf(term);
        this.#offered.push(term, group, count + this.#later.of(term));
      });
      this.#offerAll(bestOf);
    }
    // Those that later documents bear, and that are below what their packed ones could reach alone.
    this.#later.each((term, count) => {
      if (term < light.heavy || this.#few.of(term) > 0) return;
      const best = bestOf[this.#taxonomy.groupOf(term)];
      if (best === undefined || light.useOf(term) + count < best.least) return;
      const isPacked = light.useOf(term) > 0;
      const exact = isPacked ? countShared(this.#closures.membersOf(term), found) : count;
      this.#offer(term, exact, bestOf);
    });
    this.#few.clear();
  }

  #offer(term: number, count: number, bestOf: Bests): void {
    const best = bestOf[this.#taxonomy.groupOf(term)];
    if (best === undefined || count < best.least || this.#isMoved(term)) return;
    if (this.#taxonomy.isCounted(term)) best.offer(term, count);
  }

  #isMoved(term: number): boolean {
    return this.#moved.size > 0 && this.#moved.has(term);
  }

  #enter(term: number, count: number, bestOf: Bests): void {
    const best = bestOf[this.#taxonomy.groupOf(term)];
    if (best === undefined || count < best.least) return;
    if (this.#taxonomy.isCounted(term)) best.offer(term, count);
  }
}

// For fewer documents, looking at each one's terms is cheaper than at every heavy term or at what
// has moved.
const fewDocuments = 2000;

function laterOf(found: DocumentSet, packed: number): Int32Array {
  if (found.kind === 'list') {
    return found.docs.subarray(firstNotBelow(found.docs, packed, 0, found.size));
  }
  const docs: number[] = [];
  for (let at = packed >>> 5; at < found.words.length; at++) {
    for (let word = found.words[at]!; word !== 0; word &= word - 1) {
      const doc = (at << 5) + 31 - Math.clz32(word & -word);
      if (doc >= packed) docs.push(doc);
    }
  }
  return Int32Array.from(docs);
}

const offeredFewest = 1024;

/** Terms with their groups and counts, side by side: they are read far apart before any is used. */
class Offered {
  terms = new Int32Array(offeredFewest);
  groups = new Int32Array(offeredFewest);
  counts = new Int32Array(offeredFewest);
  size = 0;

  push(term: number, group: number, count: number): void {
    if (this.size === this.terms.length) this.#grow();
    this.terms[this.size] = term;
    this.groups[this.size] = group;
    this.counts[this.size++] = count;
  }

  clear(): void {
    this.size = 0;
    // What one large question took is given back.
    if (this.terms.length < 2 ** 18) return;
    this.terms = new Int32Array(offeredFewest);
    this.groups = new Int32Array(offeredFewest);
    this.counts = new Int32Array(offeredFewest);
  }

  #grow(): void {
    this.terms = grown(this.terms, this.size + 1);
    this.groups = grown(this.groups, this.size + 1);
    this.counts = grown(this.counts, this.size + 1);
  }
}
