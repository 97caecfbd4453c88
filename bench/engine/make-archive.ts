// Draws a synthetic archive and writes it column by column. Run as a process of its own, so that
// what it takes of memory is no part of what is measured.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SyntheticWork, syntheticWorks } from '../../src/shared/synthetic-archive.ts';
import { normal, type Random, randomFrom } from '../../src/shared/synthetic-draws.ts';
import { none, type Summary, shape } from './packed-archive.ts';

const sources = [
  '../../src/shared/synthetic-archive.ts',
  '../../src/shared/synthetic-draws.ts',
  './make-archive.ts',
  './packed-archive.ts',
  './numbering.ts',
];

/** Where the archive of this size and seed is or will be; another generator, another folder. */
export function archiveFolder(works: number, seed: number): string {
  return join(tmpdir(), 'inkstead-bench-engine', `${works}-${seed}-${marksOf(sources)}`);
}

/** A few letters that change with any of the files. */
export function marksOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(new URL(file, import.meta.url)));
  return hash.digest('hex').slice(0, 12);
}

/** Draws the archive unless it is there already. */
export function makeArchive(works: number, seed: number): void {
  const folder = archiveFolder(works, seed);
  if (existsSync(folder)) return;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    new Making(works, seed).writeTo(unfinished);
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Whole numbers that grow by half, outside the heap. */
class Growing {
  length = 0;
  #cells = new Uint32Array(1024);

  push(value: number): void {
    if (this.length === this.#cells.length) this.#reach(this.length + 1);
    this.#cells[this.length++] = value;
  }

  /** 0 where nothing was set. */
  get(at: number): number {
    return at < this.#cells.length ? this.#cells[at]! : 0;
  }

  set(at: number, value: number): void {
    if (at >= this.#cells.length) this.#reach(at + 1);
    this.length = Math.max(this.length, at + 1);
    this.#cells[at] = value;
  }

  get cells(): Uint32Array {
    return this.#cells.subarray(0, this.length);
  }

  #reach(length: number): void {
    const longer = new Uint32Array(Math.max(length, Math.floor(this.#cells.length * 1.5)));
    longer.set(this.#cells);
    this.#cells = longer;
  }
}

const groupNumbers = new Map(shape.groups.map((group, at) => [group, at]));
const fandom = groupNumbers.get('fandom')!;
const freeform = groupNumbers.get('freeform')!;
const languageShares = [0.88, 0.93, 0.95, 0.965, 0.975, 0.983, 0.99, 0.995, 0.998, 1];
const shares = { restricted: 0.25, anonymous: 0.02, series: 0.25 };

class Making {
  readonly #works: number;
  readonly #seed: number;
  readonly #random: Random;
  readonly #starts: Uint32Array;
  readonly #uses = new Growing();
  readonly #termGroup = new Growing();
  readonly #termUses = new Growing();
  // By group and number: the term's place plus one.
  readonly #placeOf = shape.groups.map(() => new Growing());
  readonly #columns;

  constructor(works: number, seed: number) {
    this.#works = works;
    this.#seed = seed;
    this.#random = randomFrom(seed + 1);
    this.#starts = new Uint32Array(works + 1);
    this.#columns = {
      audience: new Uint8Array(works),
      creator: new Uint32Array(works),
      words: new Uint32Array(works),
      updated: new Uint32Array(works),
      posted: new Uint16Array(works),
      hits: new Uint32Array(works),
      kudos: new Uint32Array(works),
      comments: new Uint32Array(works),
      bookmarks: new Uint32Array(works),
      chapters: new Uint16Array(works),
      flags: new Uint8Array(works),
    };
  }

  writeTo(folder: string): void {
    let place = 0;
    for (const work of syntheticWorks({ count: this.#works, seed: this.#seed })) {
      this.#takeTags(work);
      this.#takeSizes(work, place);
      place += 1;
      this.#starts[place] = this.#uses.length;
    }
    const { synonyms, metatags } = this.#wrangled();
    const files = {
      ...this.#columns,
      starts: this.#starts,
      uses: this.#uses.cells,
      'term-group': Uint8Array.from(this.#termGroup.cells),
      'term-synonym': synonyms,
      'term-metatag': metatags,
      'term-uses': this.#termUses.cells,
    };
    for (const [name, cells] of Object.entries(files)) writeFileSync(join(folder, name), cells);
    const terms = this.#termGroup.length;
    const summary: Summary = { works: this.#works, terms, uses: this.#uses.length };
    writeFileSync(join(folder, 'summary.json'), JSON.stringify(summary));
  }

  #takeTags(work: SyntheticWork): void {
    this.#use(0, work.rating);
    for (const each of work.warnings) this.#use(1, each);
    for (const each of work.categories) this.#use(2, each);
    for (const each of work.fandoms) this.#use(3, each);
    for (const each of work.relationships) this.#use(4, each);
    for (const each of work.characters) this.#use(5, each);
    for (const each of work.freeforms) this.#use(6, each);
  }

  #takeSizes(work: SyntheticWork, place: number): void {
    const random = this.#random;
    const columns = this.#columns;
    // A few write much: the square of an even draw.
    const creator = Math.floor(random() ** 2 * Math.ceil(this.#works / 6));
    const isAnonymous = random() < shares.anonymous;
    if (!isAnonymous) this.#use(7, creator);
    const language = random();
    this.#use(
      8,
      languageShares.findIndex((share) => language < share),
    );
    columns.creator[place] = isAnonymous ? none : creator;
    columns.audience[place] = random() < shares.restricted ? 2 : 3;
    columns.words[place] = work.words;
    // A second of the day, so that few works tie.
    columns.updated[place] = work.updatedDay * 86_400 + Math.floor(random() * 86_400);
    columns.posted[place] = work.postedDay;
    columns.hits[place] = work.hits;
    columns.kudos[place] = work.kudos;
    columns.comments[place] = Math.round(work.kudos * 0.08 * Math.exp(normal(random)));
    columns.bookmarks[place] = Math.round(work.kudos * 0.15 * Math.exp(0.7 * normal(random)));
    columns.chapters[place] = work.chapters;
    const isComplete = work.expected === work.chapters ? 1 : 0;
    columns.flags[place] = isComplete + (random() < shares.series ? 2 : 0);
  }

  #use(group: number, number: number): void {
    const term = this.#termOf(group, number);
    this.#uses.push(term);
    this.#termUses.set(term, this.#termUses.get(term) + 1);
  }

  #termOf(group: number, number: number): number {
    const known = this.#placeOf[group]!.get(number);
    if (known !== 0) return known - 1;
    const term = this.#termGroup.length;
    this.#termGroup.push(group);
    this.#termUses.push(0);
    this.#placeOf[group]!.set(number, term + 1);
    return term;
  }

  // What wranglers do: 20 % of freeforms and 5 % of characters and relationships are synonyms, most
  // of them of what is used most; two fandoms in five and one freeform in fifty stand under others.
  #wrangled(): { synonyms: Uint32Array; metatags: Uint32Array } {
    const random = this.#random;
    const metafandoms = this.#metafandoms();
    const synonyms = new Uint32Array(this.#termGroup.length).fill(none);
    const metatags = new Uint32Array(this.#termGroup.length).fill(none);
    for (const group of [4, 5, freeform]) {
      const terms = this.#ofGroup(group);
      const early = Math.floor(terms.length / 10);
      const synonymShare = group === freeform ? 0.2 : 0.05;
      for (let at = 0; at < terms.length; at++) {
        // Early terms are the used ones: they stay canonical, later ones become their synonyms.
        const isSynonym = at > early && random() < synonymShare;
        if (isSynonym) synonyms[terms[at]!] = terms[Math.floor(random() ** 3 * early)]!;
        else if (group === freeform && at > 0 && random() < 0.02) {
          metatags[terms[at]!] = terms[Math.floor(random() ** 2 * Math.min(at, early))]!;
        }
      }
    }
    for (const [below, above] of metafandoms) metatags[below] = above;
    return { synonyms, metatags };
  }

  /** Two levels of terms that no work bears, each above up to eight. */
  #metafandoms(): Map<number, number> {
    const above = new Map<number, number>();
    let level = this.#ofGroup(fandom);
    let number = this.#placeOf[fandom]!.length;
    for (const share of [0.4, 0.5]) {
      const next: number[] = [];
      for (let at = 0; at < level.length; at += 8) {
        const metatag = this.#termOf(fandom, number++);
        next.push(metatag);
        for (const each of level.slice(at, at + 8)) {
          if (this.#random() < share) above.set(each, metatag);
        }
      }
      level = Uint32Array.from(next);
    }
    return above;
  }

  #ofGroup(group: number): Uint32Array {
    const found = new Growing();
    const groups = this.#termGroup.cells;
    for (let term = 0; term < groups.length; term++) if (groups[term] === group) found.push(term);
    return found.cells;
  }
}
