// The archive as a database takes it: works and tags numbered densely in the order of their
// outside ids, so that ties go as the engine's do, and what finds each work and counts it.
import {
  facetGroups,
  none,
  type PackedArchive,
  shape,
  termIdAt,
  termPlaceOf,
  titleAt,
  workIdAt,
  workPlaceOf,
} from '../packed-archive.ts';

/** A tag's number holds its group: its rank within the group plus the group times this. */
export const groupStep = 2 ** 25;
/** Numbers below this belong to the groups that are counted. */
export const countedBelow = facetGroups.length * groupStep;

/** One work. Numbers only; `updated` in seconds. */
export type PeerWork = {
  readonly work: number;
  readonly audience: number;
  readonly words: number;
  readonly updated: number;
  readonly kudos: number;
  readonly hits: number;
  readonly title: string;
  /** The canonicals it counts under, of the counted groups. */
  readonly counted: readonly number[];
  /** All that finds it: the canonicals of every group and all above them. */
  readonly found: readonly number[];
};

/** Numbers of works and tags, and the rows. Holds some 150 bytes a work. */
export class PeerRows {
  readonly #archive: PackedArchive;
  readonly #synonyms: Uint32Array;
  readonly #metatags: Uint32Array;
  readonly #numberOf: Uint32Array;
  readonly #tags: Float64Array[];
  readonly #works: Float64Array;

  constructor(archive: PackedArchive) {
    this.#archive = archive;
    this.#synonyms = archive.column('term-synonym');
    this.#metatags = archive.column('term-metatag');
    const groups = archive.column('term-group');
    this.#numberOf = new Uint32Array(groups.length);
    this.#tags = shape.groups.map((_, group) => {
      const ids: number[] = [];
      for (let term = 0; term < groups.length; term++) {
        if (groups[term] === group) ids.push(termIdAt(term));
      }
      if (ids.length > groupStep) throw new Error('too many tags of one group for the peers');
      const sorted = Float64Array.from(ids).sort();
      for (let at = 0; at < sorted.length; at++) {
        this.#numberOf[termPlaceOf(sorted[at]!)] = group * groupStep + at;
      }
      return sorted;
    });
    this.#works = Float64Array.from({ length: archive.works }, (_, place) =>
      workIdAt(place),
    ).sort();
  }

  get count(): number {
    return this.#works.length;
  }

  /** The number of the tag that an outside id means: of its canonical. */
  tagOf(id: number): number {
    return this.#numberOf[this.#canonical(termPlaceOf(id))]!;
  }

  /** The outside id of a tag's number. */
  tagIdOf(number: number): number {
    return this.#tags[Math.floor(number / groupStep)]![number % groupStep]!;
  }

  /** The outside id of a work's number. */
  workIdOf(number: number): number {
    return this.#works[number]!;
  }

  /** The numbers of works by their outside ids, ascending, each once. */
  worksOf(ids: Iterable<number>): number[] {
    const found: number[] = [];
    const wanted = Float64Array.from(ids).sort();
    let at = 0;
    for (const id of wanted) {
      while (this.#works[at]! < id) at += 1;
      if (this.#works[at] === id && found.at(-1) !== at) found.push(at);
    }
    return found;
  }

  /** Every work, by number. */
  *works(): Generator<PeerWork> {
    const archive = this.#archive;
    const [starts, uses] = [archive.column('starts'), archive.column('uses')];
    const audience = archive.column('audience');
    const [words, updated] = [archive.column('words'), archive.column('updated')];
    const [kudos, hits] = [archive.column('kudos'), archive.column('hits')];
    for (let work = 0; work < this.#works.length; work++) {
      const place = workPlaceOf(this.#works[work]!);
      const tags = this.#tagsOf(uses.subarray(starts[place]!, starts[place + 1]!));
      yield {
        work,
        audience: audience[place]!,
        words: words[place]!,
        updated: updated[place]!,
        kudos: kudos[place]!,
        hits: hits[place]!,
        title: titleAt(place),
        ...tags,
      };
    }
  }

  #tagsOf(uses: Uint32Array): Pick<PeerWork, 'counted' | 'found'> {
    const counted = new Set<number>();
    const found = new Set<number>();
    for (const use of uses) {
      const canonical = this.#canonical(use);
      const number = this.#numberOf[canonical]!;
      if (number < countedBelow) counted.add(number);
      for (let up = canonical; ; up = this.#canonical(this.#metatags[up]!)) {
        found.add(this.#numberOf[up]!);
        if (this.#metatags[up] === none) break;
      }
    }
    return { counted: [...counted].sort(byNumber), found: [...found].sort(byNumber) };
  }

  #canonical(term: number): number {
    const target = this.#synonyms[term]!;
    return target === none ? term : target;
  }
}

function byNumber(a: number, b: number): number {
  return a - b;
}
