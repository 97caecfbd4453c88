// A synthetic archive on disk: one file of cells for each column, so that ten million works are
// never objects at once. Read work by work, or in runs from the first to the last.
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, Shape, Term } from '../../src/engine/index.ts';
import { drawAt, idAt, placeOf } from './numbering.ts';

/** The product's own shape: see `src/features/finding/index/shape.ts`. */
export const shape: Shape = {
  groups: [
    'rating',
    'warning',
    'category',
    'fandom',
    'relationship',
    'character',
    'freeform',
    'creator',
    'language',
  ],
  columns: [
    'words',
    'updated',
    'posted',
    'hits',
    'kudos',
    'comments',
    'bookmarks',
    'chapters',
    'complete',
    'series',
  ],
  texts: ['title', 'creator'],
};

/** The seven groups whose top ten every question asks for. */
export const facetGroups = shape.groups.slice(0, 7);

/** Guests see three works in four; members see all. */
export const audiences = { guest: 1, member: 2 } as const;

/** No term: a work without a creator's name, a term without a synonym or metatag. */
export const none = 0xffffffff;

/** What is written beside the cells. */
export type Summary = { readonly works: number; readonly terms: number; readonly uses: number };

const cellKinds = {
  starts: Uint32Array,
  uses: Uint32Array,
  audience: Uint8Array,
  creator: Uint32Array,
  words: Uint32Array,
  updated: Uint32Array,
  posted: Uint16Array,
  hits: Uint32Array,
  kudos: Uint32Array,
  comments: Uint32Array,
  bookmarks: Uint32Array,
  chapters: Uint16Array,
  flags: Uint8Array,
  'term-group': Uint8Array,
  'term-synonym': Uint32Array,
  'term-metatag': Uint32Array,
  'term-uses': Uint32Array,
} as const;

type CellsOf<Name extends keyof typeof cellKinds> = InstanceType<(typeof cellKinds)[Name]>;
type ColumnName = keyof typeof cellKinds;

/** The files of an archive by name. */
export const columnNames = Object.keys(cellKinds) as ColumnName[];

const workKey = 0x1f3d;
const termKey = 0x7a51;

/** The id of the work at a place, from 0. */
export const workIdAt = (place: number): number => idAt(place, workKey);
/** The place of the work with an id. */
export const workPlaceOf = (id: number): number => placeOf(id, workKey);
/** The id of the term at a place, from 0. */
export const termIdAt = (place: number): number => idAt(place, termKey);
/** The place of the term with an id. */
export const termPlaceOf = (id: number): number => placeOf(id, termKey);

/** Cells of every column for the works from one place up to another. */
export type Run = {
  readonly from: number;
  readonly to: number;
  readonly cells: { readonly [Name in ColumnName]: CellsOf<Name> };
};

const workColumns = columnNames.filter((name) => name !== 'uses' && !name.startsWith('term-'));
const runWorks = 32_768;
const runTerms = 262_144;

/** An archive that was written by `make-archive.ts`. Holds files open until it is closed. */
export class PackedArchive {
  readonly summary: Summary;
  readonly #files: ReadonlyMap<ColumnName, number>;

  constructor(folder: string) {
    this.summary = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')) as Summary;
    this.#files = new Map(columnNames.map((name) => [name, openSync(join(folder, name), 'r')]));
  }

  get works(): number {
    return this.summary.works;
  }

  close(): void {
    for (const file of this.#files.values()) closeSync(file);
  }

  /** A whole column in memory. */
  column<Name extends ColumnName>(name: Name): CellsOf<Name> {
    const bytes = fstatSync(this.#files.get(name)!).size;
    return this.#read(name, 0, bytes / cellKinds[name].BYTES_PER_ELEMENT);
  }

  /** The dense numbers of a work's terms; its creator's among them unless it is anonymous. */
  termsOf(place: number): Uint32Array {
    const [from = 0, to = 0] = this.#read('starts', place, 2);
    return this.#read('uses', from, to - from);
  }

  /** All works in order, some ten thousand at a time. */
  *runs(): Generator<Run> {
    for (let from = 0; from < this.works; from += runWorks) {
      const to = Math.min(this.works, from + runWorks);
      const cells = Object.fromEntries(
        workColumns.map((name) => [name, this.#read(name, from, to - from)]),
      ) as { -readonly [Name in ColumnName]: CellsOf<Name> };
      cells.starts = this.#read('starts', from, to - from + 1);
      const first = cells.starts[0]!;
      cells.uses = this.#read('uses', first, cells.starts.at(-1)! - first);
      yield { from, to, cells };
    }
  }

  /** Every document as the engine takes it. */
  *documents(): Generator<Document> {
    for (const run of this.runs()) {
      for (let place = run.from; place < run.to; place++) yield documentAt(run, place);
    }
  }

  /** Every term as the engine takes it, in the order in which works first bear them. */
  *terms(): Generator<Term> {
    const { terms } = this.summary;
    for (let from = 0; from < terms; from += runTerms) {
      const length = Math.min(runTerms, terms - from);
      const groups = this.#read('term-group', from, length);
      const synonyms = this.#read('term-synonym', from, length);
      const metatags = this.#read('term-metatag', from, length);
      for (let at = 0; at < length; at++) {
        yield {
          id: termIdAt(from + at),
          group: shape.groups[groups[at]!]!,
          synonymOf: synonyms[at] === none ? null : termIdAt(synonyms[at]!),
          metatags: metatags[at] === none ? [] : [termIdAt(metatags[at]!)],
        };
      }
    }
  }

  #read<Name extends ColumnName>(name: Name, from: number, length: number): CellsOf<Name> {
    const cells = new cellKinds[name](length);
    const size = cells.BYTES_PER_ELEMENT;
    // One call reads less than 2 GB.
    for (let done = 0; done < cells.byteLength; ) {
      const wanted = Math.min(cells.byteLength - done, 2 ** 30);
      const into = new Uint8Array(cells.buffer, done, wanted);
      const got = readSync(this.#files.get(name)!, into, 0, wanted, from * size + done);
      if (got === 0) throw new Error(`the archive's ${name} is cut off`);
      done += got;
    }
    return cells as CellsOf<Name>;
  }
}

/** A work of a run as the engine takes it. */
export function documentAt(run: Run, place: number): Document {
  const { cells } = run;
  const at = place - run.from;
  const from = cells.starts[at]! - cells.starts[0]!;
  const to = cells.starts[at + 1]! - cells.starts[0]!;
  const terms = new Array<number>(to - from);
  for (let use = from; use < to; use++) terms[use - from] = termIdAt(cells.uses[use]!);
  return {
    id: workIdAt(place),
    audience: cells.audience[at]!,
    terms,
    numbers: {
      words: cells.words[at]!,
      updated: cells.updated[at]! * 1000,
      posted: cells.posted[at]! * 86_400_000,
      hits: cells.hits[at]!,
      kudos: cells.kudos[at]!,
      comments: cells.comments[at]!,
      bookmarks: cells.bookmarks[at]!,
      chapters: cells.chapters[at]!,
      complete: cells.flags[at]! & 1,
      series: cells.flags[at]! >>> 1,
    },
    texts: { title: titleAt(place), creator: creatorName(cells.creator[at]!) },
  };
}

const titleWords = 4000;
const consonants = 'bcdfghklmnprstvw';
const vowels = 'aeiou';

/** The title key of the work at a place: one to seven words, some of them often the same. */
export function titleAt(place: number): string {
  const words = 1 + Math.floor(drawAt(place, 1) ** 1.5 * 7);
  let title = '';
  for (let at = 0; at < words; at++) {
    const rank = Math.floor(drawAt(place, 2 + at) ** 3 * titleWords);
    title += at === 0 ? wordOf(rank) : ` ${wordOf(rank)}`;
  }
  return title;
}

/** The sort key of a creator's name, by their number; `none` is anonymous. */
export function creatorName(creator: number): string {
  return creator === none ? 'anonymous' : wordOf(100 + creator);
}

function wordOf(rank: number): string {
  let rest = rank + 1;
  let word = '';
  while (rest > 0) {
    word += consonants[rest % consonants.length]!;
    rest = Math.floor(rest / consonants.length);
    word += vowels[(rest + word.length) % vowels.length]!;
    rest = Math.floor(rest / vowels.length);
  }
  return word;
}
