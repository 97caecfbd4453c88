// About how often each tag is used, kept so that the most used of very many are found without
// counting them all. What is shown is always counted afresh.
import type { Engine } from '../../../engine/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import { grown } from './growing.ts';
import { facetGroups } from './shape.ts';
import { latelyMost, type TagTable } from './tag-table.ts';

// Of each type so many are counted at once: whoever is not among them is counted when met.
const countedMost = 4096;
// Of all tags, so many are kept in order: enough of them begin with any letter that is common.
const leadingMost = 32_768;
// So many questions, or an archive that has grown by an eighth, and they are counted again.
const questionsMost = 2000;

type Kept = {
  scores: Uint8Array;
  documents: number;
  questions: number;
  /** Of those not counted none scores as high. */
  floor: number;
  leading: Leading | null;
};

/** The most used of all tags. */
export type Leading = {
  /** Places by the score of what they mean, the highest first. */
  readonly places: Uint32Array;
  /** None that is missing scores higher; but for names put lately. */
  readonly floor: number;
  /** How many names had been put when they were brought in order. */
  readonly puts: number;
};

/** One byte a tag and audience. */
export class KeptUses {
  readonly #table: TagTable;
  readonly #byAudience = new Map<number, Kept>();

  constructor(table: TagTable) {
    this.#table = table;
  }

  /** By place: eight steps for each doubling of uses; 0: few or not known. */
  seenBy(audience: number, engine: Engine): Uint8Array {
    let kept = this.#byAudience.get(audience);
    if (kept === undefined) {
      kept = { scores: new Uint8Array(), documents: -1, questions: 0, floor: 1, leading: null };
      this.#byAudience.set(audience, kept);
    }
    kept.scores = grown(kept.scores, this.#table.end);
    kept.questions += 1;
    const { documentCount } = engine;
    const isOld = Math.abs(documentCount - kept.documents) * 8 > kept.documents;
    if (isOld || kept.questions > questionsMost) {
      kept.documents = documentCount;
      kept.questions = 0;
      this.#count(audience, engine, kept);
    }
    return kept.scores;
  }

  /** What leads for an audience of which `seenBy` was asked. */
  leadingFor(audience: number): Leading {
    const kept = this.#byAudience.get(audience);
    if (kept === undefined) throw new Error('the uses of an audience are counted before they lead');
    const { puts } = this.#table;
    if (kept.leading === null || puts - kept.leading.puts > latelyMost) {
      kept.leading = { ...this.#inOrder(kept.scores, kept.floor), puts };
    }
    return kept.leading;
  }

  /** A tag that was renamed stands at another place, as much used as before. */
  move(from: number, to: number): void {
    for (const kept of this.#byAudience.values()) {
      kept.scores = grown(kept.scores, this.#table.end);
      kept.scores[to] = kept.scores[from]!;
    }
  }

  /** Takes what was counted just now. */
  note(audience: number, id: TagId, uses: number): void {
    const place = this.#table.placeOf(id);
    const kept = this.#byAudience.get(audience);
    if (kept === undefined || place < 0) return;
    const score = scoreOf(uses);
    const before = kept.scores[place]!;
    kept.scores[place] = score;
    const { leading } = kept;
    // Whatever comes among those that lead, and what goes far down or up there.
    if (leading === null || Math.max(before, score) < leading.floor) return;
    if (before < leading.floor || Math.abs(before - score) > scoreStepsIgnored) kept.leading = null;
  }

  #count(audience: number, engine: Engine, kept: Kept): void {
    const { facets } = engine.query({
      audience,
      where: { kind: 'everything' },
      sort: { column: 'updated', direction: 'descending' },
      page: { number: 1, size: 0 },
      facets: { groups: facetGroups, top: countedMost },
    });
    kept.floor = 1;
    kept.leading = null;
    for (const counted of Object.values(facets)) {
      for (const { id, count } of counted) {
        const place = this.#table.placeOf(id as TagId);
        // A metatag counts all below it, too, once it has been met.
        if (place >= 0) kept.scores[place] = Math.max(kept.scores[place]!, scoreOf(count));
      }
      const last = counted[countedMost - 1];
      if (last !== undefined) kept.floor = Math.max(kept.floor, scoreOf(last.count));
    }
  }

  /** By counting how many have each score. */
  #inOrder(scores: Uint8Array, floor: number): Omit<Leading, 'puts'> {
    const table = this.#table;
    const scored = new Uint32Array(257);
    const scoreAt = (place: number) => {
      const meant = table.meantAt(place);
      return table.typeAt(place) < 0 ? 0 : scores[meant < 0 ? place : meant]!;
    };
    for (let place = 0; place < table.end; place++) scored[scoreAt(place)]! += 1;
    const starts = new Uint32Array(257);
    let lowest = 256;
    for (; lowest > floor; lowest--) {
      const end = starts[lowest]! + scored[lowest]!;
      if (end + scored[lowest - 1]! > leadingMost) break;
      starts[lowest - 1] = end;
    }
    const places = new Uint32Array(starts[lowest]! + scored[lowest]!);
    for (let place = 0; place < table.end; place++) {
      const score = scoreAt(place);
      if (score < lowest) continue;
      places[starts[score]!] = place;
      starts[score]! += 1;
    }
    return { places, floor: lowest };
  }
}

// Half of a doubling: exact counts decide among those that are offered.
const scoreStepsIgnored = 4;

function scoreOf(uses: number): number {
  return Math.min(255, Math.round(8 * Math.log2(1 + uses)));
}
