// Words of titles, summaries, creators and tags. This memory form holds an archive of some hundred
// thousand works; the port is what full text in the database takes its place behind.

/** Finds works by words; who may see them is the plan's affair, so every work may be in it. */
export type WordIndex = {
  put(id: number, words: Iterable<string>): void;
  remove(id: number): void;
  /** Works that bear every one of the words, whole; none for no words. */
  find(words: readonly string[]): ReadonlySet<number>;
};

/** An empty index. */
export function memoryWordIndex(): WordIndex {
  return new MemoryWordIndex();
}

// Rewriting a few lists of places costs less than watching over them.
const staleMin = 10_000;

/**
 * Words and works go by small numbers. A word's list of places only grows: whether a work still
 * bears the word is asked of the work, and lists are written anew when half of them is stale.
 */
class MemoryWordIndex implements WordIndex {
  readonly #numbers = new Map<string, number>();
  /** By word: places of works that bear it, or once did. */
  #places: number[][] = [];
  readonly #placeOf = new Map<number, number>();
  /** By place: the work's id. */
  readonly #ids: number[] = [];
  /** By place: the words of the work, ascending; empty once it is gone. */
  readonly #words: Int32Array[] = [];
  readonly #free: number[] = [];
  #listed = 0;
  #live = 0;

  put(id: number, words: Iterable<string>): void {
    const place = this.#placeFor(id);
    const before = this.#words[place] ?? none;
    const own = this.#numbered(words);
    this.#words[place] = own;
    this.#live += own.length - before.length;
    for (const word of own) {
      if (holds(before, word)) continue;
      this.#places[word]?.push(place);
      this.#listed += 1;
    }
    this.#tidy();
  }

  remove(id: number): void {
    const place = this.#placeOf.get(id);
    if (place === undefined) return;
    this.#live -= (this.#words[place] ?? none).length;
    this.#words[place] = none;
    this.#placeOf.delete(id);
    this.#free.push(place);
    this.#tidy();
  }

  find(words: readonly string[]): ReadonlySet<number> {
    const found = new Set<number>();
    const numbers = words.map((word) => this.#numbers.get(word) ?? -1);
    const lists = numbers.map((word) => this.#places[word] ?? []);
    const [first] = lists.sort((a, b) => a.length - b.length);
    for (const place of first ?? []) {
      const own = this.#words[place] ?? none;
      if (numbers.every((word) => holds(own, word))) found.add(this.#ids[place] as number);
    }
    return found;
  }

  #placeFor(id: number): number {
    const known = this.#placeOf.get(id);
    if (known !== undefined) return known;
    const place = this.#free.pop() ?? this.#ids.length;
    this.#ids[place] = id;
    this.#placeOf.set(id, place);
    return place;
  }

  #numbered(words: Iterable<string>): Int32Array {
    const numbers = new Set<number>();
    for (const word of words) {
      let number = this.#numbers.get(word);
      if (number === undefined) {
        number = this.#places.length;
        this.#numbers.set(word, number);
        this.#places.push([]);
      }
      numbers.add(number);
    }
    return Int32Array.from(numbers).sort();
  }

  #tidy(): void {
    const stale = this.#listed - this.#live;
    if (stale < staleMin || stale < this.#live) return;
    this.#places = this.#places.map(() => []);
    this.#words.forEach((own, place) => {
      for (const word of own) this.#places[word]?.push(place);
    });
    this.#listed = this.#live;
  }
}

const none = new Int32Array();

function holds(words: Int32Array, word: number): boolean {
  let low = 0;
  let high = words.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const here = words[middle] as number;
    if (here === word) return true;
    if (here < word) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
