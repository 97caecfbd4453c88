// The fixed mix of questions: 40 % one tag, 20 % fandom and one or two tags, 10 % four includes and
// three excludes, 10 % with a word or date range, 5 % a rating or everything, 5 % a text set, 10 %
// with mutes over 5 % of the archive; page 1 85 %, pages 2-20 10 %, page 400 and the last 5 %;
// sorted by updated 60 %, kudos 20 %, others 20 %.
import type { Clause, Query, Sort } from '../../src/engine/index.ts';
import { type Random, randomFrom } from '../../src/shared/synthetic-draws.ts';
import { audiences, type SyntheticDocuments } from './synthetic-documents.ts';

export type Asked = { readonly kind: string; readonly query: Query };

const seed = 20_260_101;
const pageSize = 20;
const listed = ['rating', 'warning', 'category', 'fandom', 'relationship', 'character', 'freeform'];

/** The same archive and count give the same questions. `totalOf` finds the last page. */
export function fixedMix(
  archive: SyntheticDocuments,
  count: number,
  totalOf: (query: Query) => number,
): Asked[] {
  const mix = new Mix(archive, randomFrom(seed));
  return Array.from({ length: count }, () => mix.next(totalOf));
}

class Mix {
  readonly #archive: SyntheticDocuments;
  readonly #random: Random;
  readonly #groups: ReadonlyMap<number, string>;

  constructor(archive: SyntheticDocuments, random: Random) {
    this.#archive = archive;
    this.#random = random;
    this.#groups = new Map(archive.terms.map((term) => [term.id, term.group]));
  }

  next(totalOf: (query: Query) => number): Asked {
    const [kind, of] = this.#where(this.#random() * 100);
    const where: Clause = of.length === 0 ? { kind: 'everything' } : { kind: 'all', of };
    const first: Query = {
      audience: this.#random() < 0.5 ? audiences.guest : audiences.member,
      where,
      sort: this.#sort(),
      page: { number: 1, size: pageSize },
      facets: { groups: listed, top: 10 },
    };
    return { kind, query: { ...first, page: { number: this.#page(first, totalOf), size: 20 } } };
  }

  #where(draw: number): [string, Clause[]] {
    const tags = this.#tagsOfSomeWork();
    if (draw < 40) return ['one tag', this.#terms([this.#any(tags)])];
    if (draw < 60)
      return ['fandom + 1-2 tags', this.#fandomAnd(tags, this.#random() < 0.5 ? 1 : 2)];
    if (draw < 70) {
      const others = Array.from({ length: 3 }, () => this.#any(this.#tagsOfSomeWork()));
      const excluded = this.#terms(others).map((of): Clause => ({ kind: 'not', of }));
      return ['4 in, 3 out', [...this.#terms(tags.slice(0, 4)), ...excluded]];
    }
    if (draw < 80) return ['tag + range', [...this.#terms([this.#any(tags)]), this.#range()]];
    if (draw < 82.5) return ['everything', []];
    if (draw < 85) return ['a rating', this.#terms([this.#someDocument().terms[0]!])];
    if (draw < 90) return ['text set', [this.#textSet()]];
    return ['tag + mutes', [...this.#terms([this.#any(tags)]), this.#mutes()]];
  }

  #sort(): Sort {
    const draw = this.#random();
    const direction = 'descending';
    if (draw < 0.6) return { column: 'updated', direction };
    if (draw < 0.8) return { column: 'kudos', direction };
    if (draw < 0.87) return { column: 'words', direction };
    if (draw < 0.93) return { column: 'hits', direction };
    return { text: 'title', direction: 'ascending' };
  }

  #page(first: Query, totalOf: (query: Query) => number): number {
    const draw = this.#random();
    if (draw < 0.85) return 1;
    if (draw < 0.95) return 2 + Math.floor(this.#random() * 19);
    const last = Math.max(1, Math.ceil(totalOf(first) / pageSize));
    return draw < 0.975 ? Math.min(400, last) : last;
  }

  #someDocument(): SyntheticDocuments['documents'][number] {
    const { documents } = this.#archive;
    return documents[Math.floor(this.#random() * documents.length)]!;
  }

  // Tags are drawn by their use: readers look for what there is much of.
  #tagsOfSomeWork(): number[] {
    const kinds = new Set(['fandom', 'relationship', 'character', 'freeform']);
    const tags = this.#someDocument().terms.filter((id) => kinds.has(this.#groups.get(id)!));
    return tags
      .map((id) => ({ id, at: this.#random() }))
      .sort((a, b) => a.at - b.at)
      .map((e) => e.id);
  }

  #any(tags: readonly number[]): number {
    return tags[Math.floor(this.#random() * tags.length)]!;
  }

  #terms(ids: readonly number[]): Clause[] {
    return ids.map((term) => ({ kind: 'term', term }));
  }

  #fandomAnd(tags: readonly number[], more: number): Clause[] {
    const fandom = tags.find((id) => this.#groups.get(id) === 'fandom')!;
    const others = tags.filter((id) => id !== fandom).slice(0, more);
    return this.#terms([fandom, ...others]);
  }

  #range(): Clause {
    if (this.#random() < 0.5) return { kind: 'range', column: 'words', min: 1000, max: 5000 };
    const newest = 20_454 * 86_400_000;
    return { kind: 'range', column: 'updated', min: newest - 365 * 86_400_000 };
  }

  // Full text returns whatever it returns: two in a hundred, at least some.
  #textSet(): Clause {
    const size = Math.ceil(this.#archive.documents.length / 50);
    return {
      kind: 'documents',
      ids: new Set(Array.from({ length: size }, () => this.#someDocument().id)),
    };
  }

  #mutes(): Clause {
    const muted = new Set<number>();
    const works = new Map<number, number>();
    for (const { terms } of this.#archive.documents) {
      works.set(terms.at(-1)!, (works.get(terms.at(-1)!) ?? 0) + 1);
    }
    for (let covered = 0; covered < this.#archive.documents.length / 20; ) {
      const creator = this.#someDocument().terms.at(-1)!;
      if (muted.has(creator)) continue;
      muted.add(creator);
      covered += works.get(creator)!;
    }
    return { kind: 'not', of: { kind: 'anyTerm', terms: [...muted] } };
  }
}
