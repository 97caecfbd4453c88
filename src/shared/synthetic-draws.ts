// Drawing numbers along curves from a seed: what the synthetic archive is made of.

/** From 0 up to 1. */
export type Random = () => number;
/** Ascending places with their values; between two of them a straight line. */
export type Table = readonly (readonly [at: number, value: number])[];

// Uses remembered for each tail; beyond them a new one takes the place of an old one by chance.
const mostRemembered = 65_536;

/** A vocabulary that grows as it is used: a few heads, then a Pitman-Yor process. */
export class Tail {
  readonly #head: readonly number[];
  readonly #heads: number[] = [];
  readonly #discount: number;
  readonly #strength: number;
  readonly #fresh: (rank: number) => number;
  readonly #known: number[] = [];
  readonly #repeats: number[] = [];
  #uses = 0;

  /**
   * `discount` tends to the share of words used once; `strength` to how early new ones come.
   * `fresh` makes the number of a new word, told its place in the head or -1.
   */
  constructor(
    head: readonly number[],
    discount: number,
    strength: number,
    fresh: (rank: number) => number,
  ) {
    this.#head = head;
    this.#discount = discount;
    this.#strength = strength;
    this.#fresh = fresh;
  }

  draw(random: Random): number {
    const at = pick(this.#head, random);
    if (at >= this.#head.length) return this.#fromTail(random);
    return this.leading(at);
  }

  /** The word at a place of the head. */
  leading(at: number): number {
    while (this.#heads.length <= at) this.#heads.push(this.#fresh(this.#heads.length));
    return this.#heads[at]!;
  }

  #fromTail(random: Random): number {
    const known = this.#known.length;
    const uses = this.#uses;
    this.#uses += 1;
    const place = random() * (this.#strength + uses);
    if (place < this.#strength + this.#discount * known) {
      const word = this.#fresh(-1);
      this.#known.push(word);
      return word;
    }
    // A word used c times weighs c minus the discount: c - 1 repeats and what its first use leaves.
    const repeated = random() * (uses - this.#discount * known) < uses - known;
    const list = repeated ? this.#repeats : this.#known;
    const word = list[Math.floor(random() * list.length)]!;
    if (this.#repeats.length < mostRemembered) this.#repeats.push(word);
    else this.#repeats[Math.floor(random() * mostRemembered)] = word;
    return word;
  }
}

/** Cumulative shares of `size` ranks, 1 / (rank + shift), shifted so that the first has `top`. */
export function zipf(size: number, top: number): Float64Array {
  let low = -0.9;
  let high = 1e6;
  for (let step = 0; step < 60; step++) {
    const shift = (low + high) / 2;
    let sum = 0;
    for (let rank = 1; rank <= size; rank++) sum += 1 / (rank + shift);
    if (1 / (1 + shift) / sum > top) low = shift;
    else high = shift;
  }
  const cumulative = new Float64Array(size);
  let sum = 0;
  for (let rank = 1; rank <= size; rank++) {
    sum += 1 / (rank + low);
    cumulative[rank - 1] = sum;
  }
  return cumulative.map((each) => each / sum);
}

/** The place whose share a draw from 0 up to 1 falls into. */
export function placeIn(cumulative: Float64Array, draw: number): number {
  let from = 0;
  let to = cumulative.length - 1;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (cumulative[middle]! <= draw) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The place of a share by chance; the number of shares when the draw falls beyond their sum. */
export function pick(shares: readonly number[], random: Random): number {
  let left = random();
  for (let at = 0; at < shares.length; at++) {
    left -= shares[at]!;
    if (left < 0) return at;
  }
  return shares.length;
}

/** A length by cumulative shares of 0, 1, 2 ...; beyond them at most `longest`, mostly less. */
export function lengthOf(cumulative: readonly number[], longest: number, random: Random): number {
  const draw = random();
  const length = cumulative.findIndex((share) => draw < share);
  if (length >= 0) return length;
  const beyond = random() ** 2 * (longest - cumulative.length + 1);
  return cumulative.length + Math.floor(beyond);
}

/** The value at a place; outside the table that of the nearest end. */
export function alongTable(table: Table, at: number): number {
  const next = table.findIndex(([place]) => at <= place);
  if (next === 0) return table[0]![1];
  if (next < 0) return table.at(-1)![1];
  const [from, low] = table[next - 1]!;
  const [to, high] = table[next]!;
  return low + ((high - low) * (at - from)) / (to - from);
}

/** The same along the logarithms of the values, which must be above 0. */
export function alongLog(table: Table, at: number): number {
  return Math.exp(alongTable(logarithms(table), at));
}

const logarithmsOf = new Map<Table, Table>();

function logarithms(table: Table): Table {
  let logs = logarithmsOf.get(table);
  if (logs === undefined) {
    logs = table.map(([at, value]) => [at, Math.log(value)] as const);
    logarithmsOf.set(table, logs);
  }
  return logs;
}

/** A draw from the normal distribution of mean 0 and deviation 1. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Numbers from 0 up to 1 from a seed: the small fast counter generator, 128 bits of state. */
export function randomFrom(seed: number): Random {
  let a = 0x9e3779b9 | 0;
  let b = seed | 0;
  let c = (seed / 4294967296) | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 20; round++) next();
  return next;
}

/** `size` different numbers, the given first; fewer when the source keeps repeating itself. */
export function distinct(size: number, given: readonly number[], draw: () => number): number[] {
  const found = new Set(given);
  for (let tries = size * 4; found.size < size && tries > 0; tries--) found.add(draw());
  return [...found];
}
