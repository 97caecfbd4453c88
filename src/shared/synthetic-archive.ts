// Archives of any size with the shape of a real one: numbers only, no names. The curves are fitted
// to 10,324 public works of one large fandom (per work 1.46 fandoms, 1.44 relationships, 3.82
// characters, 6.18 freeforms; 78 % of freeforms used once; words 10/50/90/99 % = 296 / 1,914 /
// 14,114 / 73,015); fandom sizes follow Zipf 1.0 with a flattened head, the largest on
// 4 % of works. `npm run bench -- engine --fit` prints how close it comes.

import {
  alongLog,
  alongTable,
  distinct,
  lengthOf,
  normal,
  pick,
  placeIn,
  type Random,
  randomFrom,
  type Table,
  Tail,
  zipf,
} from './synthetic-draws.ts';

/** A work's tags as numbers and its sizes. */
export type SyntheticWork = {
  /** 0-4: Not Rated, General, Teen, Mature, Explicit. */
  readonly rating: number;
  /** 0: chose not to warn, 1: none apply, 2-4: the specific ones. At least one. */
  readonly warnings: readonly number[];
  /** 0-5, as many as six, none on one work in twenty-five. */
  readonly categories: readonly number[];
  /** Numbers of each type are its own; fandom 0 is the largest. At most 75 tags of these four. */
  readonly fandoms: readonly number[];
  readonly relationships: readonly number[];
  readonly characters: readonly number[];
  readonly freeforms: readonly number[];
  readonly words: number;
  readonly chapters: number;
  /** Null: the writer does not know. The work is complete when it equals `chapters`. */
  readonly expected: number | null;
  readonly kudos: number;
  readonly hits: number;
  /** Days since 1970-01-01; works come in the order they were posted. */
  readonly postedDay: number;
  readonly updatedDay: number;
};

/** What decides the archive. */
export type SyntheticShape = {
  readonly count: number;
  readonly seed: number;
  /** The day of the newest work, in days since 1970-01-01; 2026-01-01 when absent. */
  readonly lastDay?: number;
};

/** The same count and seed give the same works. Holds 4 bytes a tag use, at most. */
export function* syntheticWorks(shape: SyntheticShape): Generator<SyntheticWork> {
  const random = randomFrom(shape.seed);
  const world = new World(shape.count, random);
  const lastDay = shape.lastDay ?? 20_454;
  for (let at = 0; at < shape.count; at++) {
    const tags = tagsOf(world, random);
    const postedDay = lastDay - Math.round(alongTable(age, (at + 0.5) / shape.count) * 365.25);
    yield { ...tags, ...vocabularyOf(random), ...sizesOf(random, postedDay, lastDay) };
  }
}

// Quantiles at standard deviations of a normal, so that correlated normals can drive them.
const words: Table = [
  [-3, 20],
  [-2, 60],
  [-1.5, 150],
  [-1.28, 296],
  [-1, 505],
  [-0.5, 1041],
  [0, 1914],
  [0.5, 3793],
  [1, 8662],
  [1.28, 14_114],
  [1.5, 19_859],
  [2, 44_132],
  [2.33, 73_015],
  [3, 152_249],
  [3.5, 315_797],
  [4.5, 900_000],
];
const hits: Table = [
  [-3, 10],
  [-2, 40],
  [-1.28, 103],
  [-0.5, 271],
  [0, 493],
  [0.5, 865],
  [1.28, 2089],
  [2, 5235],
  [2.5, 9625],
  [3, 20_044],
  [3.5, 44_790],
  [4.5, 200_000],
];
const kudos: Table = [
  [-2.5, 1],
  [-2, 2],
  [-1.5, 5],
  [-1.28, 7],
  [-1, 11],
  [0, 45],
  [0.5, 83],
  [1.28, 198],
  [2, 439],
  [2.33, 643],
  [3, 1557],
  [3.5, 2674],
  [4.5, 10_000],
];
const chapters: Table = [
  [0.6745, 1],
  [0.68, 2],
  [1, 3],
  [1.25, 6],
  [1.5, 8],
  [2, 16],
  [2.5, 31],
  [3, 71],
  [3.5, 161],
  [4.5, 400],
];
// Years before the last day, by share of the works posted until then.
const age: Table = [
  [0, 17],
  [0.037, 11.4],
  [0.0585, 10.4],
  [0.086, 9.4],
  [0.121, 8.4],
  [0.196, 6.4],
  [0.243, 5.4],
  [0.326, 4.4],
  [0.436, 3.4],
  [0.532, 2.4],
  [0.704, 1.4],
  [0.907, 0.4],
  [1, 0],
];

// Shares of works with at most 0, 1, 2 ... tags of a type; the last stretch is drawn out evenly.
const howMany = {
  fandoms: [0, 0.7798, 0.9387, 0.9665, 0.9764, 0.9835, 0.9877, 0.992, 0.9934, 0.9946],
  relationships: [0.1589, 0.7259, 0.8812, 0.9379, 0.9646, 0.9771, 0.9848, 0.9891, 0.9921, 0.9941],
  characters: [
    0.0504, 0.0949, 0.5047, 0.6674, 0.7609, 0.8218, 0.8658, 0.9, 0.9237, 0.9426, 0.9541, 0.9628,
    0.9701, 0.9763, 0.9803, 0.983, 0.9856, 0.988, 0.9892, 0.9902,
  ],
  freeforms: [
    0.0937, 0.1689, 0.2621, 0.3711, 0.4722, 0.5654, 0.6482, 0.7137, 0.7657, 0.8086, 0.8431, 0.8706,
    0.8891, 0.9077, 0.9252, 0.9371, 0.946, 0.9532, 0.96, 0.9664, 0.9714, 0.9755, 0.9792, 0.9814,
    0.984, 0.9851, 0.9861, 0.9885, 0.9897, 0.9909,
  ],
  categories: [0.0407, 0.8652, 0.9663, 0.9875, 0.9957, 0.9983, 1],
} as const;
const most = { fandoms: 26, relationships: 24, characters: 46, freeforms: 45 } as const;
const mostTags = 75;

// Shares of a fandom's uses that go to its first few; the rest follows the growing tail.
const heads = {
  relationships: [0.36, 0.045, 0.03, 0.02, 0.018, 0.0116, 0.0114, 0.011, 0.0106, 0.0095],
  characters: [0.12, 0.12, 0.07, 0.06, 0.048, 0.045, 0.04, 0.038, 0.02, 0.017],
  companions: [0.28, 0.1, 0.07, 0.034, 0.02, 0.013],
} as const;

type Tags = Pick<SyntheticWork, 'fandoms' | 'relationships' | 'characters' | 'freeforms'>;

function tagsOf(world: World, random: Random): Tags {
  const first = world.fandom(random);
  const fandoms = distinct(lengthOf(howMany.fandoms, most.fandoms, random), [first], () =>
    world.companion(first, random),
  );
  // Most tags of a work that crosses fandoms still belong to its first.
  const place = (): Place =>
    world.place(random() < 0.8 ? first : fandoms[Math.floor(random() * fandoms.length)]!);
  const ships = lengthOf(howMany.relationships, most.relationships, random);
  const relationships = distinct(ships, [], () => place().relationships.draw(random));
  const people = lengthOf(howMany.characters, most.characters, random);
  const paired = people === 0 ? [] : relationships.flatMap((ship) => world.pairOf(ship));
  const characters = distinct(people, paired.slice(0, Math.max(2, people)), () =>
    place().characters.draw(random),
  );
  const room = mostTags - fandoms.length - relationships.length - characters.length;
  const wanted = lengthOf(howMany.freeforms, most.freeforms, random);
  const freeforms = distinct(Math.min(room, wanted), [], () =>
    random() < 0.25 ? world.common(random) : place().freeforms.draw(random),
  );
  return { fandoms, relationships, characters, freeforms };
}

function vocabularyOf(random: Random): Pick<SyntheticWork, 'rating' | 'warnings' | 'categories'> {
  const rating = pick([0.045, 0.342, 0.319, 0.136, 0.158], random);
  const warnings = [pick([0.28, 0.6, 0.07, 0.035, 0.015], random)];
  if (warnings[0]! > 1 && random() < 0.2) warnings.push(warnings[0] === 4 ? 2 : warnings[0]! + 1);
  const kinds = lengthOf(howMany.categories, 6, random);
  const drawn = (): number => pick([0.12, 0.22, 0.22, 0.38, 0.04, 0.02], random);
  return { rating, warnings, categories: distinct(kinds, [], drawn) };
}

type Sizes = Omit<SyntheticWork, keyof Tags | 'rating' | 'warnings' | 'categories'>;

// Correlations of the logarithms: words-chapters 0.51, words-hits 0.27, hits-kudos 0.85.
function sizesOf(random: Random, postedDay: number, lastDay: number): Sizes {
  const z = normal(random);
  const zHits = 0.27 * z + 0.963 * normal(random);
  const zKudos = 0.86 * zHits - 0.048 * z + 0.53 * normal(random);
  const zChapters = 0.65 * z + 0.76 * normal(random);
  const posted = zChapters < 0.6745 ? 1 : Math.max(2, Math.round(alongLog(chapters, zChapters)));
  const months = posted === 1 ? 0 : -Math.log(1 - random()) * posted * 0.5;
  return {
    words: Math.round(alongLog(words, z)),
    chapters: posted,
    expected: expectedOf(posted, random),
    hits: Math.round(alongLog(hits, zHits)),
    kudos: Math.round(alongLog(kudos, zKudos)),
    postedDay,
    updatedDay: Math.min(lastDay, postedDay + Math.round(months * 30)),
  };
}

function expectedOf(posted: number, random: Random): number | null {
  const [unknown, more] = posted === 1 ? [0.021, 0.006] : [0.287, 0.066];
  const draw = random();
  if (draw < unknown) return null;
  return draw < unknown + more ? posted + 1 + Math.floor(random() * (posted + 3)) : posted;
}

type Place = {
  readonly relationships: Tail;
  readonly characters: Tail;
  readonly freeforms: Tail;
  readonly kin: readonly number[];
};

class World {
  readonly #fandoms: Float64Array;
  readonly #common: Float64Array;
  readonly #commonNumbers = new Map<number, number>();
  readonly #places = new Map<number, Place>();
  // By relationship: its two characters.
  readonly #pairs: number[] = [];
  readonly #shared: Tail;
  readonly #random: Random;
  #characters = 0;
  #freeforms = 0;

  constructor(count: number, random: Random) {
    this.#random = random;
    // The largest archive has about 17 million works in 70,000 fandoms.
    const fandoms = Math.max(30, Math.round(6 * count ** 0.56));
    // Companions bring the largest from this share of first fandoms to 4 % of works.
    this.#fandoms = zipf(fandoms, 0.0295);
    // Puts the most used freeform on one work in eleven, as the measured works have it.
    this.#common = zipf(5000, 0.0625);
    this.#shared = new Tail([], 0.74, 400, () => this.#freeforms++);
  }

  fandom(random: Random): number {
    return placeIn(this.#fandoms, random());
  }

  companion(fandom: number, random: Random): number {
    const { kin } = this.place(fandom);
    const near = pick(heads.companions, random);
    return near < kin.length ? kin[near]! : this.fandom(random);
  }

  common(random: Random): number {
    const rank = placeIn(this.#common, random());
    let number = this.#commonNumbers.get(rank);
    if (number === undefined) {
      number = this.#freeforms++;
      this.#commonNumbers.set(rank, number);
    }
    return number;
  }

  pairOf(relationship: number): readonly number[] {
    return this.#pairs.slice(relationship * 2, relationship * 2 + 2);
  }

  place(fandom: number): Place {
    let place = this.#places.get(fandom);
    if (place === undefined) {
      place = this.#founded();
      this.#places.set(fandom, place);
    }
    return place;
  }

  // Discounts are the shares used once within a fandom; strengths fit how many different ones
  // 10,000 works use.
  #founded(): Place {
    const random = this.#random;
    const characters = new Tail(heads.characters, 0.71, 25, () => this.#characters++);
    const relationships = new Tail(heads.relationships, 0.73, 64, (rank) => {
      const relationship = this.#pairs.length / 2;
      // The fandom's first pair is its first two characters.
      const given = rank === 0 ? [characters.leading(0), characters.leading(1)] : [];
      this.#pairs.push(...distinct(2, given, () => characters.draw(random)));
      return relationship;
    });
    // What is new to a fandom is often known elsewhere: without this, an archive of many small
    // fandoms would use nearly every freeform once.
    const freeforms = new Tail([], 0.78, 100, () =>
      random() < 0.7 ? this.#shared.draw(random) : this.#freeforms++,
    );
    const kin = heads.companions.map(() => this.fandom(random));
    return { relationships, characters, freeforms, kin };
  }
}
