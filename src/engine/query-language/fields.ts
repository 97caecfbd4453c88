// Which fields a query may name, as its caller knows them.

/** What stands after a field: names in a list, words, a number, a day, yes or no, an order. */
export type FieldKind = 'names' | 'words' | 'number' | 'date' | 'flag' | 'order';

/** A field, and other words for it. Names are compared without letter case. */
export type Field = {
  readonly name: string;
  readonly kind: FieldKind;
  readonly also?: readonly string[];
};

/** An order to ask for, and other words for it; `seeded`: takes a number, `random(7)`. */
export type Order = {
  readonly name: string;
  readonly also?: readonly string[];
  readonly seeded?: boolean;
};

/** The words of one language. */
export type QueryFields = {
  field(word: string): Field | null;
  order(word: string): Order | null;
  /** The field that a mistyped word is likely to mean. */
  near(word: string): string | null;
};

/** Fields by all their words; a word that means two things means the first. */
export function queryFields(fields: readonly Field[], orders: readonly Order[]): QueryFields {
  const byWord = mapped(fields);
  const orderByWord = mapped(orders);
  return {
    field: (word) => byWord.get(word.toLowerCase()) ?? null,
    order: (word) => orderByWord.get(word.toLowerCase()) ?? null,
    near: (word) => nearest(word.toLowerCase(), byWord),
  };
}

type Worded = { readonly name: string; readonly also?: readonly string[] };

function mapped<Entry extends Worded>(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const byWord = new Map<string, Entry>();
  for (const entry of entries) {
    for (const word of [entry.name, ...(entry.also ?? [])]) {
      if (!byWord.has(word.toLowerCase())) byWord.set(word.toLowerCase(), entry);
    }
  }
  return byWord;
}

// Two slips make another word of a short one.
const slipsMax = (word: string) => (word.length < 5 ? 1 : 2);
const wordCharactersMax = 24;

function nearest(word: string, byWord: ReadonlyMap<string, Worded>): string | null {
  if (word.length < 3 || word.length > wordCharactersMax) return null;
  let best: { readonly name: string; readonly slips: number } | null = null;
  for (const [known, { name }] of byWord) {
    if (Math.abs(known.length - word.length) > 2) continue;
    const slips = slipsBetween(known, word);
    if (slips <= slipsMax(word) && (best === null || slips < best.slips)) best = { name, slips };
  }
  return best?.name ?? null;
}

/** Letters to add, drop or change. */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
