// About how often each tag is used, kept so that the most used of very many are found without
// counting them all. What is shown is always counted afresh.
import type { Engine } from '../../../engine/index.ts';
import type { TagId } from '../../../shared/ids.ts';
import { grown } from './growing.ts';
import { facetGroups } from './shape.ts';
import type { TagTable } from './tag-table.ts';

// Of each type so many are counted at once: whoever is not among them is counted when met.
const countedMost = 4096;
// So many questions, or an archive that has grown by an eighth, and they are counted again.
const questionsMost = 2000;

type Kept = { scores: Uint8Array; documents: number; questions: number };

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
      kept = { scores: new Uint8Array(), documents: -1, questions: 0 };
      this.#byAudience.set(audience, kept);
    }
    kept.scores = grown(kept.scores, this.#table.end);
    kept.questions += 1;
    const { documentCount } = engine;
    const isOld = Math.abs(documentCount - kept.documents) * 8 > kept.documents;
    if (isOld || kept.questions > questionsMost) {
      kept.documents = documentCount;
      kept.questions = 0;
      this.#count(audience, engine, kept.scores);
    }
    return kept.scores;
  }

  /** Takes what was counted just now. */
  note(audience: number, id: TagId, uses: number): void {
    const place = this.#table.placeOf(id);
    const kept = this.#byAudience.get(audience);
    if (kept !== undefined && place >= 0) kept.scores[place] = scoreOf(uses);
  }

  #count(audience: number, engine: Engine, scores: Uint8Array): void {
    const { facets } = engine.query({
      audience,
      where: { kind: 'everything' },
      sort: { column: 'updated', direction: 'descending' },
      page: { number: 1, size: 0 },
      facets: { groups: facetGroups, top: countedMost },
    });
    for (const { id, count } of Object.values(facets).flat()) {
      const place = this.#table.placeOf(id as TagId);
      // A metatag counts all below it, too, once it has been met.
      if (place >= 0) scores[place] = Math.max(scores[place]!, scoreOf(count));
    }
  }
}

function scoreOf(uses: number): number {
  return Math.min(255, Math.round(8 * Math.log2(1 + uses)));
}
