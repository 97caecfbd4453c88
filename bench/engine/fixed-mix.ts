// The fixed mix of questions: 40 % one tag, 20 % fandom and one or two tags, 10 % four includes and
// three excludes, 10 % with a word or date range, 5 % a rating or everything, 5 % a text set, 10 %
// with mutes over 5 % of the archive; page 1 85 %, pages 2-20 10 %, page 400 and the last 5 %;
// sorted by updated 60 %, kudos 20 %, others 20 %. Tags are drawn by their use.
import type { Clause, Query, Sort } from '../../src/engine/index.ts';
import { type Random, randomFrom } from '../../src/shared/synthetic-draws.ts';
import { drawAt } from './numbering.ts';
import {
  audiences,
  facetGroups,
  type PackedArchive,
  shape,
  termIdAt,
  workIdAt,
} from './packed-archive.ts';

type PlainClause =
  | Extract<Clause, { kind: 'term' | 'anyTerm' | 'range' }>
  | { readonly kind: 'not'; readonly of: PlainClause };
/** What the mix narrows by; a set of documents is kept as what draws it. */
export type Part = PlainClause | Sample;
/** The ids that full text might return, by chance. */
export type Sample = { readonly kind: 'sample'; readonly seed: number; readonly size: number };
/** A question as it is kept on disk. */
export type Asked = {
  readonly kind: string;
  readonly audience: number;
  readonly parts: readonly Part[];
  readonly sort: Exclude<Sort, { scores: unknown }>;
  /** From 1; what asks for the last page holds it from a plain scan's total. */
  readonly page: number;
};

const seed = 20_260_101;
export const pageSize = 20;
/** One work in so many is in a text set. */
const textSetEvery = 50;
const newestDay = 20_454;

/** The same archive and count give the same questions. `totalOf` finds the last page. */
export function fixedMix(
  archive: PackedArchive,
  count: number,
  totalOf: (asked: Asked) => number,
): Asked[] {
  const mix = new Mix(archive, randomFrom(seed));
  return Array.from({ length: count }, () => mix.next(totalOf));
}

/** The question as an engine takes it, with sets of documents of its own. */
export function queryOf(asked: Asked, works: number): Query {
  const of = asked.parts.map(
    (part): Clause => (part.kind === 'sample' ? documentsOf(part, works) : part),
  );
  return {
    audience: asked.audience,
    where: of.length === 0 ? { kind: 'everything' } : { kind: 'all', of },
    sort: asked.sort,
    page: { number: asked.page, size: pageSize },
    facets: { groups: facetGroups, top: 10 },
  };
}

/** The places of the works in a sample; some may come twice. */
export function* placesOf(sample: Sample, works: number): Generator<number> {
  for (let at = 0; at < sample.size; at++) yield Math.floor(drawAt(at, sample.seed) * works);
}

// As full text hands over what it found.
function documentsOf(sample: Sample, works: number): Clause {
  const ids = new Set<number>();
  for (const place of placesOf(sample, works)) ids.add(workIdAt(place));
  return { kind: 'documents', ids: Float64Array.from(ids) };
}

class Mix {
  readonly #archive: PackedArchive;
  readonly #random: Random;
  readonly #groups: Uint8Array;
  readonly #uses: Uint32Array;

  constructor(archive: PackedArchive, random: Random) {
    this.#archive = archive;
    this.#random = random;
    this.#groups = archive.column('term-group');
    this.#uses = archive.column('term-uses');
  }

  next(totalOf: (asked: Asked) => number): Asked {
    const [kind, parts] = this.#where(this.#random() * 100);
    const audience = this.#random() < 0.5 ? audiences.guest : audiences.member;
    const first: Asked = { kind, audience, parts, sort: this.#sort(), page: 1 };
    return { ...first, page: this.#page(first, totalOf) };
  }

  #where(draw: number): [string, Part[]] {
    const tags = this.#tagsOfSomeWork();
    if (draw < 40) return ['one tag', terms([this.#any(tags)])];
    if (draw < 60) {
      return ['fandom + 1-2 tags', this.#fandomAnd(tags, this.#random() < 0.5 ? 1 : 2)];
    }
    if (draw < 70) {
      const others = Array.from({ length: 3 }, () => this.#any(this.#tagsOfSomeWork()));
      const excluded = terms(others).map((of) => ({ kind: 'not', of }) as const);
      return ['4 in, 3 out', [...terms(tags.slice(0, 4)), ...excluded]];
    }
    if (draw < 80) return ['tag + range', [...terms([this.#any(tags)]), this.#range()]];
    if (draw < 82.5) return ['everything', []];
    // The first term of every work is its rating.
    if (draw < 85) return ['a rating', terms([this.#termsOfSomeWork()[0]!])];
    if (draw < 90) return ['text set', [this.#textSet()]];
    return ['tag + mutes', [...terms([this.#any(tags)]), this.#mutes()]];
  }

  #sort(): Asked['sort'] {
    const draw = this.#random();
    const direction = 'descending';
    if (draw < 0.6) return { column: 'updated', direction };
    if (draw < 0.8) return { column: 'kudos', direction };
    if (draw < 0.87) return { column: 'words', direction };
    if (draw < 0.93) return { column: 'hits', direction };
    return { text: 'title', direction: 'ascending' };
  }

  #page(first: Asked, totalOf: (asked: Asked) => number): number {
    const draw = this.#random();
    if (draw < 0.85) return 1;
    if (draw < 0.95) return 2 + Math.floor(this.#random() * 19);
    const last = Math.max(1, Math.ceil(totalOf(first) / pageSize));
    return draw < 0.975 ? Math.min(400, last) : last;
  }

  #termsOfSomeWork(): Uint32Array {
    return this.#archive.termsOf(Math.floor(this.#random() * this.#archive.works));
  }

  /** Fandoms, relationships, characters and freeforms of a work, shuffled. */
  #tagsOfSomeWork(): number[] {
    const isListed = (term: number): boolean => {
      const group = this.#groups[term]!;
      return group >= 3 && group <= 6;
    };
    return Array.from(this.#termsOfSomeWork())
      .filter(isListed)
      .map((term) => ({ term, at: this.#random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ term }) => term);
  }

  #any(tags: readonly number[]): number {
    return tags[Math.floor(this.#random() * tags.length)]!;
  }

  #fandomAnd(tags: readonly number[], more: number): Part[] {
    const fandom = tags.find((term) => shape.groups[this.#groups[term]!] === 'fandom')!;
    return terms([fandom, ...tags.filter((term) => term !== fandom).slice(0, more)]);
  }

  #range(): Part {
    if (this.#random() < 0.5) return { kind: 'range', column: 'words', min: 1000, max: 5000 };
    return { kind: 'range', column: 'updated', min: (newestDay - 365) * 86_400_000 };
  }

  // Full text returns whatever it returns.
  #textSet(): Part {
    const size = Math.ceil(this.#archive.works / textSetEvery);
    return { kind: 'sample', seed: Math.floor(this.#random() * 2 ** 30), size };
  }

  // Tags of middling use until their uses come to 5 % of the works, and forty creators.
  #mutes(): Part {
    const muted = new Set<number>();
    const { works } = this.#archive;
    for (let covered = 0; covered < works / 20; ) {
      const term = this.#any(this.#tagsOfSomeWork());
      const uses = this.#uses[term]!;
      if (muted.has(term) || uses > works / 50 || uses < works / 5000) continue;
      muted.add(term);
      covered += uses;
    }
    for (let creators = 0; creators < 40; ) {
      const term = this.#termsOfSomeWork().at(-2)!;
      if (shape.groups[this.#groups[term]!] !== 'creator' || muted.has(term)) continue;
      muted.add(term);
      creators += 1;
    }
    return { kind: 'not', of: { kind: 'anyTerm', terms: Array.from(muted, termIdAt) } };
  }
}

function terms(places: readonly number[]): PlainClause[] {
  return places.map((place) => ({ kind: 'term', term: termIdAt(place) }));
}
