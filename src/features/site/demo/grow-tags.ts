// The tags of a synthetic archive: which number is which tag, and how wranglers have left it.
import type { SyntheticWork } from '../../../shared/synthetic-archive.ts';
import { type BroughtTag, type OpenTagType, openTagTypes } from '../../tags/index.ts';
import {
  characterName,
  fandomName,
  freeformName,
  freeformVariant,
  metafandomName,
  relationshipName,
} from './grow-names.ts';

// One fandom in three is a part of a wider one; a wider one has at most this many.
const fandomsUnderOneMetatag = 8;
// Freeforms of smaller numbers are the early and common ones: canonical, and targets of synonyms.
const canonicalFreeforms = 500;
// Shares of those with higher numbers.
const shares = { canonicalCharacters: 0.7, canonicalRelationships: 0.6, synonyms: 0.2 };

const numbersOf = {
  fandom: 'fandoms',
  relationship: 'relationships',
  character: 'characters',
  freeform: 'freeforms',
} as const satisfies Record<OpenTagType, keyof SyntheticWork>;

/** The names of a work's tags by type. */
export type GrownNames = Readonly<Record<OpenTagType, readonly { readonly name: string }[]>>;

/** Names the tags of works in the order in which they come. */
export class GrownTags {
  readonly #media: readonly string[];
  /** By type and number, those that works have used. */
  readonly #names: Record<OpenTagType, string[]> = {
    fandom: [],
    relationship: [],
    character: [],
    freeform: [],
  };
  readonly #metafandoms = new Set<number>();
  /** Relationships of a pair so far: the next one needs another name. */
  readonly #pairs = new Map<string, number>();

  /** `media`: the names of the archive's media; every fandom stands in one. */
  constructor(media: readonly string[]) {
    this.#media = media;
  }

  /** The names of a work's tags. Those that no work has used before are added to `brought`. */
  namesOf(work: SyntheticWork, brought: BroughtTag[]): GrownNames {
    // Parents before children.
    for (const type of ['fandom', 'character', 'relationship', 'freeform'] as const) {
      for (const number of work[numbersOf[type]]) {
        if (this.#names[type][number] !== undefined) continue;
        const tags = this.#bring(type, number, work);
        brought.push(...tags);
        this.#names[type][number] = tags.at(-1)?.name ?? '';
      }
    }
    const named = openTagTypes.map((type) => [
      type,
      work[numbersOf[type]].map((number) => ({ name: this.#names[type][number] })),
    ]);
    return Object.fromEntries(named) as GrownNames;
  }

  /** The tag, after those that it needs. */
  #bring(type: OpenTagType, number: number, work: SyntheticWork): BroughtTag[] {
    switch (type) {
      case 'fandom':
        return this.#fandom(number);
      case 'character':
        return [this.#character(number, work)];
      case 'relationship':
        return [this.#relationship(number, work)];
      case 'freeform':
        return freeform(number);
    }
  }

  #fandom(number: number): BroughtTag[] {
    const medium = this.#media[number % this.#media.length];
    const parents = medium === undefined ? [] : [{ type: 'media', name: medium } as const];
    const tag = { type: 'fandom', name: fandomName(number), status: 'canonical', parents } as const;
    if (number % 3 !== 0) return [tag];
    const group = Math.floor(number / (3 * fandomsUnderOneMetatag));
    const name = metafandomName(group);
    const narrow = { ...tag, metatags: [name] };
    if (this.#metafandoms.has(group)) return [narrow];
    this.#metafandoms.add(group);
    return [{ type: 'fandom', name, status: 'canonical', parents }, narrow];
  }

  #character(number: number, work: SyntheticWork): BroughtTag {
    const tag = { type: 'character', name: characterName(number) } as const;
    if (shareOf(number) > shares.canonicalCharacters) return { ...tag, status: 'unwrangled' };
    return { ...tag, status: 'canonical', parents: this.#fandomOf(work) };
  }

  #relationship(number: number, work: SyntheticWork): BroughtTag {
    const pair = pairOf(number, work);
    const key = pair.toSorted((a, b) => a - b).join(' ');
    const form = this.#pairs.get(key) ?? 0;
    this.#pairs.set(key, form + 1);
    const [a, b] = [characterName(pair[0]), characterName(pair[1])];
    const tag = { type: 'relationship', name: relationshipName(a, b, form) } as const;
    if (shareOf(number) > shares.canonicalRelationships) return { ...tag, status: 'unwrangled' };
    const characters = [a, b].map((name) => ({ type: 'character', name }) as const);
    return { ...tag, status: 'canonical', parents: [...this.#fandomOf(work), ...characters] };
  }

  /** What a work brings belongs to its first fandom. */
  #fandomOf(work: SyntheticWork) {
    const name = this.#names.fandom[work.fandoms[0] ?? 0];
    return name === undefined ? [] : [{ type: 'fandom', name } as const];
  }
}

function freeform(number: number): BroughtTag[] {
  const type = 'freeform';
  const name = freeformName(number);
  if (number < canonicalFreeforms) return [{ type, name, status: 'canonical' }];
  if (shareOf(number) > shares.synonyms) return [{ type, name, status: 'unwrangled' }];
  const target = freeformName(number % canonicalFreeforms);
  const variant = freeformVariant(target, number);
  return [
    { type, name: target, status: 'canonical' },
    { type, name: variant, status: { synonymOf: target } },
  ];
}

/** A share from 0 up to 1 that a number always has. */
function shareOf(number: number): number {
  return ((number * 16_180_349) % 1_000_003) / 1_000_003;
}

/** The two characters of a relationship: those that stand at its place on its first work. */
function pairOf(number: number, { relationships, characters }: SyntheticWork): [number, number] {
  const place = relationships.indexOf(number) * 2;
  const a = characters[place] ?? characters[0] ?? number;
  const b = characters[place + 1] ?? characters.find((each) => each !== a) ?? number + 1;
  return a === b ? [a, a + 1] : [a, b];
}
