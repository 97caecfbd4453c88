// In which order: the value each document is sorted by, and who comes before whom.
import type { Columns, Texts } from './columns.ts';
import type { Documents } from './documents.ts';
import { hashOf } from './id-table.ts';
import type { Orders, SortedOrder } from './orders.ts';
import type { PageKey, Sort } from './query.ts';

/** What one document is sorted by; null comes last in either direction. */
export type SortValue = number | string | null;

/** A sort made ready for one query; good until the next change. */
export type Ordering = {
  readonly descending: boolean;
  valueOf(doc: number): SortValue;
  /** The whole archive in ascending order, where one is kept for this value. */
  readonly whole: (() => SortedOrder) | null;
};

/** Refuses unknown columns and texts, and a seed that is not a whole number. */
export function orderingOf(
  sort: Sort,
  documents: Documents,
  columns: Columns,
  texts: Texts,
  orders: Orders,
): Ordering {
  const { ids } = documents;
  if ('column' in sort) {
    const values = columns.valuesOf(sort.column);
    return {
      descending: sort.direction === 'descending',
      valueOf: (doc) => (Number.isNaN(values[doc]!) ? null : values[doc]!),
      whole: () => orders.byColumn(sort.column),
    };
  }
  if ('text' in sort) {
    const values = texts.valuesOf(sort.text);
    return {
      descending: sort.direction === 'descending',
      valueOf: (doc) => values[doc] ?? null,
      whole: () => orders.byText(sort.text),
    };
  }
  if ('random' in sort) {
    if (!Number.isSafeInteger(sort.random)) throw new RangeError(`${sort.random} is not a seed`);
    const seed = sort.random | 0;
    return { descending: false, valueOf: (doc) => hashOf(ids[doc]!, seed), whole: null };
  }
  const { scores } = sort;
  return { descending: true, valueOf: (doc) => scoreOf(scores.get(ids[doc]!)), whole: null };
}

function scoreOf(score: number | undefined): number | null {
  return score !== undefined && Number.isFinite(score) ? score : null;
}

/** Below 0 if the first comes before the second; null values last, ties by id. */
export function comparePlaces(first: PageKey, second: PageKey, descending: boolean): number {
  if (first.value !== second.value) {
    if (first.value === null) return 1;
    if (second.value === null) return -1;
    const order = first.value < second.value ? -1 : 1;
    return descending ? -order : order;
  }
  return descending ? second.id - first.id : first.id - second.id;
}
