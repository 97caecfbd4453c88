// In which order: the key each document is sorted by, and who comes before whom.
import type { Columns } from './columns.ts';
import type { Documents } from './documents.ts';
import { hashOf } from './id-table.ts';
import type { Orders, WholeOrder } from './orders.ts';
import type { PageKey, Sort } from './query.ts';
import type { Texts } from './texts.ts';

/** What one document is sorted by; null comes last in either direction. */
export type SortValue = number | string | null;

/** Where something stands: NaN comes last. Equal keys that are not whole are told by their text. */
export type Place = { readonly key: number; readonly text: string | null; readonly id: number };

/** A sort made ready for one query; good until the next change. */
export type Ordering = {
  readonly descending: boolean;
  keyOf(doc: number): number;
  /** Null where keys say all. */
  readonly textOf: ((doc: number) => string | null) | null;
  valueOf(doc: number): SortValue;
  /** Where a document of this value stands or would. */
  keyFor(value: SortValue): number;
  /** The whole archive in ascending order, where one is kept for this value. */
  readonly whole: (() => WholeOrder | null) | null;
};

/** Refuses unknown columns and texts, and a seed that is not a whole number. */
export function orderingOf(
  sort: Sort,
  documents: Documents,
  columns: Columns,
  texts: Texts,
  orders: Orders,
): Ordering {
  if ('column' in sort) {
    const column = columns.of(sort.column);
    return {
      ...byNumber((doc) => column.at(doc)),
      descending: sort.direction === 'descending',
      whole: () => orders.byColumn(sort.column),
    };
  }
  if ('text' in sort) {
    const text = texts.of(sort.text);
    return {
      descending: sort.direction === 'descending',
      keyOf: (doc) => text.keyOf(doc),
      textOf: (doc) => text.at(doc),
      valueOf: (doc) => text.at(doc),
      keyFor: (value) => (typeof value === 'string' ? text.keyFor(value) : Number.NaN),
      whole: () => orders.byText(sort.text),
    };
  }
  if ('random' in sort) {
    if (!Number.isSafeInteger(sort.random)) throw new RangeError(`${sort.random} is not a seed`);
    const seed = sort.random | 0;
    const keyOf = (doc: number): number => hashOf(documents.idOf(doc), seed);
    return { ...byNumber(keyOf), descending: false, whole: null };
  }
  const { scores } = sort;
  const keyOf = (doc: number): number => scoreOf(scores.get(documents.idOf(doc)));
  return { ...byNumber(keyOf), descending: true, whole: null };
}

/** Below 0 if the first comes before the second. */
export function comparePlaces(first: Place, second: Place, descending: boolean): number {
  const sign = descending ? -1 : 1;
  if (first.key !== second.key) {
    if (!Number.isNaN(first.key) && !Number.isNaN(second.key)) {
      return first.key < second.key ? -sign : sign;
    }
    if (!Number.isNaN(first.key)) return -1;
    if (!Number.isNaN(second.key)) return 1;
  } else if (first.text !== second.text && !Number.isInteger(first.key)) {
    return (first.text ?? '') < (second.text ?? '') ? -sign : sign;
  }
  return sign * (first.id - second.id);
}

/** Where a document stands in the order. */
export function placeOf(doc: number, ordering: Ordering, documents: Documents): Place {
  const key = ordering.keyOf(doc);
  const isBetween = ordering.textOf !== null && !Number.isInteger(key) && !Number.isNaN(key);
  return { key, text: isBetween ? ordering.textOf!(doc) : null, id: documents.idOf(doc) };
}

/** Where a page ended, as a place. */
export function placeOfKey(key: PageKey, ordering: Ordering): Place {
  const text = ordering.textOf !== null && typeof key.value === 'string' ? key.value : null;
  const number = ordering.keyFor(key.value);
  return { key: number, text: Number.isInteger(number) ? null : text, id: key.id };
}

function byNumber(
  keyOf: (doc: number) => number,
): Pick<Ordering, 'keyOf' | 'textOf' | 'valueOf' | 'keyFor'> {
  return {
    keyOf,
    textOf: null,
    valueOf: (doc) => {
      const key = keyOf(doc);
      return Number.isNaN(key) ? null : key;
    },
    keyFor: (value) => (typeof value === 'number' ? value : Number.NaN),
  };
}

function scoreOf(score: number | undefined): number {
  return score !== undefined && Number.isFinite(score) ? score : Number.NaN;
}
