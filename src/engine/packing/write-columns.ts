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

/** Packs one column and its order. */
export function* writeColumn(
  source: Source,
  name: string,
  order: Int32Array,
  byId: Int32Array,
  packing: Packing,
): Generator<void> {
  const values = new Float64Array(order.length);
  const numberAt = source.numbersOf(name);
  yield* inBlocks(order.length, scatteredBlock, (from, to) => {
    for (let doc = from; doc < to; doc++) values[doc] = numberAt(order[doc]!);
  });
  source.finished({ column: name });
  const { offset, scale, most } = yield* spreadOf(values);
  const fits = (bytes: number): boolean => most < 2 ** (8 * bytes) - 1 - beside;
  const kind = fits(1) ? Uint8Array : fits(2) ? Uint16Array : fits(4) ? Uint32Array : Float64Array;
  const cells = packing.add(`column.${name}`, kind as CellsKind<ColumnCells>, order.length);
  const whole = cells instanceof Float64Array ? null : noneOf(cells);
  packing.numbers[`column.${name}.offset`] = whole === null ? 0 : offset;
  packing.numbers[`column.${name}.scale`] = whole === null ? 1 : scale;
  let valued = 0;
  yield* inBlocks(order.length, plainBlock, (from, to) => {
    for (let doc = from; doc < to; doc++) {
      const value = values[doc]!;
      if (!Number.isNaN(value)) valued += 1;
      if (whole === null) cells[doc] = value;
      else cells[doc] = Number.isNaN(value) ? whole : (value - offset) / scale;
    }
  });
  packing.numbers[`column.${name}.valued`] = valued;
  const isOrdered = kind !== Uint8Array || most > orderedFrom || order.length < orderedFrom;
  const docs = isOrdered ? byId.slice() : new Int32Array(0);
  if (cells instanceof Float64Array) yield* radixSortNumbers(docs, cells);
  else yield* radixSort(docs, cells);
  yield;
  yield* writeNumbers(packing, `column.${name}.order`, docs, order.length);
  release(values);
  release(docs);
}

/** Packs one text and its order. */
export function* writeText(
  source: Source,
  name: string,
  order: Int32Array,
  byId: Int32Array,
  packing: Packing,
): Generator<void> {
  const { ranks, texts } = yield* source.textsOf(name);
  yield;
  const writer = new TextWriter();
  for (const text of texts) {
    if ((writer.size & 8191) === 8191) yield;
    writer.add(text);
  }
  const { bytes, blocks } = writer.finish();
  packing.numbers[`text.${name}.size`] = writer.size;
  packing.add(`text.${name}.bytes`, Uint8Array, bytes.length).set(bytes);
  packing.add(`text.${name}.blocks`, Uint32Array, blocks.length).set(blocks);
  yield;
  const own = new Uint32Array(order.length);
  let valued = 0;
  yield* inBlocks(order.length, scatteredBlock, (from, to) => {
    for (let doc = from; doc < to; doc++) {
      // No text is 0, and a place is one more than it is.
      own[doc] = ranks[order[doc]!]! + 1;
      if (own[doc]! > 0) valued += 1;
    }
  });
  yield* writeNumbers(packing, `text.${name}.ranks`, own, writer.size + 1);
  packing.numbers[`text.${name}.valued`] = valued;
  // No text comes last.
  yield* inBlocks(order.length, plainBlock, (from, to) => {
    for (let doc = from; doc < to; doc++) own[doc]! -= 1;
  });
  const docs = byId.slice();
  yield* radixSort(docs, own);
  yield;
  yield* writeNumbers(packing, `text.${name}.order`, docs, order.length);
  for (const each of [ranks, own, docs]) release(each);
}

/** The packed documents in the order of their ids. */
export function* documentsById(packing: Packing): Generator<void, Int32Array> {
  const ids = packing.arrays['documents.ids'] as Float64Array;
  const docs = new Int32Array(ids.length);
  for (let doc = 0; doc < docs.length; doc++) docs[doc] = doc;
  yield;
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
