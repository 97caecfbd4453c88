// About how often each tag is used, kept so that the most used of very many are found without
// counting them all. What is shown is always counted afresh.
import type { Answer, Engine, Query } from '../../../engine/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import { grown } from './growing.ts';
import { facetGroups } from './shape.ts';
import { latelyMost, type TagTable } from './tag-table.ts';

// Of each type so many are counted at once: whoever is not among them is counted when met.
const countedMost = 4096;
// Of all tags, so many are kept in order: enough of them begin with any letter that is common.
const leadingMost = 32_768;
// An archive that has grown by an eighth, or changed at all in so many questions, is counted again.
const questionsMost = 2000;
// After so many all are brought in order again, at some 5 ns a tag.
const risenMost = 256;

type Kept = {
  scores: Uint8Array;
  /** Of the index when it was counted; -1: not yet. */
  documents: number;
  position: number;
  questions: number;
  /** Of those not counted none scores as high. */
  floor: number;
  leading: Leading | null;
  counting: Promise<void> | null;
};

/** The most used of all tags. */
export type Leading = {
  /** Places by the score of what they mean, the highest first. */
  readonly places: Uint32Array;
  /** What each scored when they were brought in order. */
  readonly scores: Uint8Array;
  /** None that is missing scored higher; but for names put lately, and those that rose since. */
  readonly floor: number;
  /** How many names had been put then. */
  readonly puts: number;
  /** Places of canonicals that were met since, used more than was known. */
  readonly risen: number[];
};

/** Whom the uses are asked of. */
export type Counting = {
  readonly engine: Pick<Engine, 'documentCount' | 'position'>;
  readonly life: { query(query: Query): Promise<Answer> };
};

/** One byte a tag and audience. */
export class KeptUses {
  readonly #table: TagTable;
  readonly #byAudience = new Map<number, Kept>();

  constructor(table: TagTable) {
    this.#table = table;
  }

  /**
   * By place: eight steps for each doubling of uses; 0: few or not known. Only the first question
   * of an audience waits for the counting.
   */
  async seenBy(audience: number, index: Counting): Promise<Uint8Array> {
    const kept = this.#keptFor(audience);
    kept.questions += 1;
    const { documentCount, position } = index.engine;
    const isGrown = Math.abs(documentCount - kept.documents) * 8 > kept.documents;
    const isOld = kept.questions > questionsMost && position !== kept.position;
    const isFirst = kept.documents < 0;
    if (isFirst || isGrown || isOld) {
      kept.counting ??= this.#count(audience, index, kept).finally(() => {
        kept.counting = null;
      });
      // Others are answered by what was counted before; a failure is met at the next question.
      if (isFirst) await kept.counting;
      else kept.counting.catch(() => {});
    }
    kept.scores = grown(kept.scores, this.#table.end);
    return kept.scores;
  }

  /** What leads for an audience of which `seenBy` was asked. */
  leadingFor(audience: number): Leading {
    const kept = this.#byAudience.get(audience);
    if (kept === undefined) throw new Error('the uses of an audience are counted before they lead');
    const { puts } = this.#table;
    const { leading } = kept;
    const isOld = leading === null || puts - leading.puts > latelyMost;
    if (!isOld && leading.risen.length <= risenMost) return leading;
    kept.leading = { ...this.#inOrder(kept.scores, kept.floor), puts, risen: [] };
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
    // Whatever falls is still looked at where it stood.
    if (leading === null || score < leading.floor || score <= before + scoreStepsIgnored) return;
    leading.risen.push(place);
  }

  #keptFor(audience: number): Kept {
    let kept = this.#byAudience.get(audience);
    if (kept === undefined) {
      const never = { documents: -1, position: -1, questions: 0, counting: null };
      kept = { ...never, scores: new Uint8Array(), floor: 1, leading: null };
      this.#byAudience.set(audience, kept);
    }
    return kept;
  }

  async #count(audience: number, { engine, life }: Counting, kept: Kept): Promise<void> {
    const { documentCount, position } = engine;
    const { facets } = await life.query({
      audience,
      where: { kind: 'everything' },
      sort: { column: 'updated', direction: 'descending' },
      page: { number: 1, size: 0 },
      facets: { groups: facetGroups, top: countedMost },
    });
    Object.assign(kept, { documents: documentCount, position, questions: 0, leading: null });
    kept.scores = grown(kept.scores, this.#table.end);
    kept.floor = 1;
    for (const counted of Object.values(facets)) {
      for (const { id, count } of counted) {
        const place = this.#table.placeOf(id as TagId);
        // A metatag counts all below it, too, once it has been met.
        if (place >= 0) kept.scores[place] = Math.max(kept.scores[place]!, scoreOf(count));
      }
      // As many uses as the last that is counted, others may have, too.
      const last = counted[countedMost - 1];
      if (last !== undefined) kept.floor = Math.max(kept.floor, scoreOf(last.count) + 1);
    }
  }

  /** Those that score enough, then by counting how many have each score. */
  #inOrder(scores: Uint8Array, floor: number): Pick<Leading, 'places' | 'scores' | 'floor'> {
    const table = this.#table;
    const scored = new Uint32Array(257);
    const found: number[] = [];
    const scoreAt = (place: number) => {
      const meant = table.meantAt(place);
      return scores[meant < 0 ? place : meant]!;
    };
    for (let place = 0; place < table.end; place++) {
      const score = scoreAt(place);
      if (score < floor || table.typeAt(place) < 0) continue;
      scored[score]! += 1;
      found.push(place);
    }
    const starts = new Uint32Array(257);
    let lowest = 256;
    for (; lowest > floor; lowest--) {
      const end = starts[lowest]! + scored[lowest]!;
      if (end + scored[lowest - 1]! > leadingMost) break;
      starts[lowest - 1] = end;
    }
    const places = new Uint32Array(starts[lowest]! + scored[lowest]!);
    for (const place of found) {
      const score = scoreAt(place);
      if (score < lowest) continue;
      places[starts[score]!] = place;
      starts[score]! += 1;
    }
    return { places, scores: Uint8Array.from(places, scoreAt), floor: lowest };
  }
}

// Half of a doubling: exact counts decide among those that are offered.
const scoreStepsIgnored = 4;

function scoreOf(uses: number): number {
  return Math.min(255, Math.round(8 * Math.log2(1 + uses)));
}
