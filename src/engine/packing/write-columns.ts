// Numbers and sort keys of documents in their new order, and who comes before whom by each.
import { beside, type ColumnCells, noneOf } from '../columns.ts';
import { type CellsKind, release } from '../growth.ts';
import type { Packing } from '../packed/arrays.ts';
import { TextWriter } from '../packed/texts.ts';
import { inBlocks, plainBlock, scatteredBlock } from './blocks.ts';
import { radixSort, radixSortNumbers, radixSortWhole } from './radix.ts';
import type { Source } from './source.ts';
import { writeNumbers } from './write-numbers.ts';

// Columns of fewer different values are sorted when they are asked for.
const orderedFrom = 250;

/** What columns and texts are written with, one after the other: the system gives it once. */
export type Workspace = {
  /** The packed documents in the order of their ids. */
  readonly byId: Int32Array;
  readonly docs: Int32Array;
  readonly room: Int32Array;
  /** Released before texts are written. */
  readonly values: Float64Array;
};

/** A workspace over the packed documents. */
export function* workspaceFor(packing: Packing): Generator<void, Workspace> {
  const byId = yield* documentsById(packing);
  const { length } = byId;
  const [docs, room] = [new Int32Array(length), new Int32Array(length)];
  return { byId, docs, room, values: new Float64Array(length) };
}

/** Packs one column and its order. */
export function* writeColumn(
  source: Source,
  name: string,
  { byId, docs: all, room, values }: Workspace,
  packing: Packing,
): Generator<void> {
  const { size } = source;
  const numberAt = source.numbersOf(name);
  yield* inBlocks(size, scatteredBlock, (from, to) => {
    for (let doc = from; doc < to; doc++) values[doc] = numberAt(doc);
  });
  yield* source.finished({ column: name });
  const { offset, scale, most } = yield* spreadOf(values);
  const fits = (bytes: number): boolean => most < 2 ** (8 * bytes) - 1 - beside;
  const isThree = !fits(2) && fits(3);
  const kind = fits(1)
    ? Uint8Array
    : fits(2) || isThree
      ? Uint16Array
      : fits(4)
        ? Uint32Array
        : Float64Array;
  const cells = packing.add(`column.${name}`, kind as CellsKind<ColumnCells>, size);
  const high = packing.add(`column.${name}.high`, Uint8Array, isThree ? size : 0);
  const none = noneOf(cells, high);
  const isWhole = Number.isFinite(none);
  packing.numbers[`column.${name}.offset`] = isWhole ? offset : 0;
  packing.numbers[`column.${name}.scale`] = isWhole ? scale : 1;
  let valued = 0;
  yield* inBlocks(size, plainBlock, (from, to) => {
    for (let doc = from; doc < to; doc++) {
      const value = values[doc]!;
      if (!Number.isNaN(value)) valued += 1;
      if (isWhole) values[doc] = Number.isNaN(value) ? none : (value - offset) / scale;
      cells[doc] = values[doc]!;
      if (isThree) high[doc] = values[doc]! / 2 ** 16;
    }
  });
  packing.numbers[`column.${name}.valued`] = valued;
  const isOrdered = kind !== Uint8Array || most > orderedFrom || size < orderedFrom;
  const docs = isOrdered ? all : new Int32Array(0);
  yield* copyTo(docs, byId);
  if (isWhole) yield* radixSort(docs, isThree ? values : cells, room);
  else yield* radixSortNumbers(docs, values, room);
  yield;
  yield* writeNumbers(packing, `column.${name}.order`, docs, size);
}

function* copyTo(docs: Int32Array, from: Int32Array): Generator<void> {
  yield* inBlocks(docs.length, plainBlock, (start, end) => {
    docs.set(from.subarray(start, end), start);
  });
}

/** Packs one text and its order. */
export function* writeText(
  source: Source,
  name: string,
  { byId, docs, room }: Workspace,
  packing: Packing,
): Generator<void> {
  const { ranks, texts } = yield* source.textsOf(name);
  yield;
  const writer = new TextWriter();
  for (const text of texts) {
    if ((writer.size & 2047) === 2047) yield;
    writer.add(text);
  }
  packing.numbers[`text.${name}.size`] = writer.size;
  yield* writer.finish(packing, `text.${name}`);
  let valued = 0;
  yield* inBlocks(ranks.length, plainBlock, (from, to) => {
    for (let doc = from; doc < to; doc++) {
      // No text is 0, and a place is one more than it is.
      ranks[doc]! += 1;
      if (ranks[doc]! > 0) valued += 1;
    }
  });
  yield* writeNumbers(packing, `text.${name}.ranks`, ranks, writer.size + 1);
  packing.numbers[`text.${name}.valued`] = valued;
  // No text comes last.
  yield* inBlocks(ranks.length, plainBlock, (from, to) => {
    for (let doc = from; doc < to; doc++) ranks[doc]! -= 1;
  });
  yield* copyTo(docs, byId);
  yield* radixSort(docs, ranks, room);
  release(ranks);
  yield;
  yield* writeNumbers(packing, `text.${name}.order`, docs, docs.length);
}

function* documentsById(packing: Packing): Generator<void, Int32Array> {
  const ids = packing.arrays['documents.ids'] as Float64Array;
  const docs = new Int32Array(ids.length);
  yield* inBlocks(docs.length, plainBlock, (from, to) => {
    for (let doc = from; doc < to; doc++) docs[doc] = doc;
  });
  yield* radixSortWhole(docs, ids, ids.length);
  return docs;
}

type Spread = { readonly offset: number; readonly scale: number; readonly most: number };

/** The least value, the greatest step that all values are away from it by, and steps at most. */
function* spreadOf(values: Float64Array): Generator<void, Spread> {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let isWhole = true;
  yield* inBlocks(values.length, plainBlock, (from, to) => {
    for (let at = from; at < to; at++) {
      const value = values[at]!;
      if (Number.isNaN(value)) continue;
      if (value < least) least = value;
      if (value > most) most = value;
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) isWhole = false;
    }
  });
  if (least > most) return { offset: 0, scale: 1, most: 0 };
  if (!isWhole || !Number.isSafeInteger(most - least)) {
    return { offset: 0, scale: 1, most: Number.POSITIVE_INFINITY };
  }
  // A column from 0 or 1 counts things: it stays open for the numbers in between.
  const offset = least < 0 || least > 1000 ? least : 0;
  let scale = 0;
  yield* inBlocks(values.length, plainBlock, (from, to) => {
    for (let at = from; at < to && scale !== 1; at++) {
      const value = values[at]!;
      if (!Number.isNaN(value)) scale = divisorOf(value - offset, scale);
    }
  });
  scale = scale < 1000 ? 1 : scale;
  return { offset, scale, most: (most - offset) / scale };
}

function divisorOf(first: number, second: number): number {
  while (second !== 0) [first, second] = [second, first % second];
  return first;
}
