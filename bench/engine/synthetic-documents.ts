// The synthetic archive as the engine's documents and terms: one answer for every bench.
import type { Document, Shape, Term } from '../../src/engine/index.ts';
import { type SyntheticWork, syntheticWorks } from '../../src/shared/synthetic-archive.ts';
import { type Random, randomFrom } from '../../src/shared/synthetic-draws.ts';

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
  ],
  columns: ['words', 'updated', 'posted', 'kudos', 'hits', 'chapters', 'complete'],
  texts: ['title'],
};

/** Guests see three works in four; members see all. */
export const audiences = { guest: 1, member: 2 } as const;

export type SyntheticDocuments = {
  readonly documents: readonly Document[];
  readonly terms: readonly Term[];
};

// What wranglers do to an archive, as shares of the terms of a group.
const synonymShares = { freeform: 0.2, character: 0.05, relationship: 0.05 } as const;
const fandomsUnderOneMetatag = 8;

/** Ids are random decimals below 2^53, as the archive's are. */
export function syntheticDocuments(count: number, seed: number): SyntheticDocuments {
  const random = randomFrom(seed + 1);
  const names = new Names(random);
  const creators = Math.ceil(count / 6);
  const documents: Document[] = [];
  for (const work of syntheticWorks({ count, seed })) {
    documents.push(documentOf(work, creators, names, random));
  }
  return { documents, terms: wrangled(names, random) };
}

function documentOf(work: SyntheticWork, creators: number, names: Names, random: Random): Document {
  const terms = [
    names.id('rating', work.rating),
    ...work.warnings.map((each) => names.id('warning', each)),
    ...work.categories.map((each) => names.id('category', each)),
    ...work.fandoms.map((each) => names.id('fandom', each)),
    ...work.relationships.map((each) => names.id('relationship', each)),
    ...work.characters.map((each) => names.id('character', each)),
    ...work.freeforms.map((each) => names.id('freeform', each)),
    // A few write much: the square of an even draw.
    names.id('creator', Math.floor(random() ** 2 * creators)),
  ];
  const numbers = {
    words: work.words,
    // A second of the day, so that few works tie.
    updated: (work.updatedDay * 86_400 + Math.floor(random() * 86_400)) * 1000,
    posted: work.postedDay * 86_400_000,
    kudos: work.kudos,
    hits: work.hits,
    chapters: work.chapters,
    complete: work.expected === work.chapters ? 1 : 0,
  };
  const audience = random() < 0.75 ? audiences.guest | audiences.member : audiences.member;
  const texts = { title: Math.floor(random() * 2 ** 40).toString(36) };
  return { id: randomId(random), audience, terms, numbers, texts };
}

// One draw has 32 bits: too few for a million ids without two alike.
function randomId(random: Random): number {
  return Math.floor(random() * 2 ** 21) * 2 ** 32 + Math.floor(random() * 2 ** 32);
}

class Names {
  readonly groups = new Map<string, number[]>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  id(group: string, number: number): number {
    const ids = this.groups.get(group) ?? [];
    this.groups.set(group, ids);
    ids[number] ??= randomId(this.#random);
    return ids[number];
  }

  made(group: string): number {
    return this.id(group, this.groups.get(group)?.length ?? 0);
  }
}

function wrangled(names: Names, random: Random): Term[] {
  const terms: Term[] = [];
  const metatagOf = new Map<number, number>();
  const fandoms = (names.groups.get('fandom') ?? []).filter((id) => id !== undefined);
  for (let at = 0; at < fandoms.length; at += fandomsUnderOneMetatag) {
    const metatag = names.made('fandom');
    for (const fandom of fandoms.slice(at, at + fandomsUnderOneMetatag)) {
      // Two in three stand under no metatag.
      if (random() < 1 / 3) metatagOf.set(fandom, metatag);
    }
  }
  for (const [group, ids] of names.groups) {
    const share = group in synonymShares ? synonymShares[group as keyof typeof synonymShares] : 0;
    const known = ids.filter((id) => id !== undefined);
    for (const [at, id] of known.entries()) {
      // Early numbers are the used ones: they stay canonical, the later ones become their synonyms.
      const isSynonym = at > known.length / 10 && random() < share;
      const target = known[Math.floor((random() * known.length) / 10)]!;
      const metatag = metatagOf.get(id);
      terms.push({
        id,
        group,
        synonymOf: isSynonym ? target : null,
        metatags: metatag === undefined ? [] : [metatag],
      });
    }
  }
  return terms;
}
