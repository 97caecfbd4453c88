// What an engine holds, as packing reads it; and the packed part of an engine that holds nothing.
import type { Shape } from '../engine.ts';
import { release } from '../growth.ts';
import type { Packed } from '../packed/arrays.ts';
import { encoded, type PackedTexts } from '../packed/texts.ts';
import type { Parts } from '../parts.ts';
import { inBlocks, plainBlock, scatteredBlock } from './blocks.ts';
import { pack } from './pack.ts';
import { sortInSlices } from './sort-in-slices.ts';
import { noText, type Source, type SourceTexts } from './source.ts';

/** Packs all documents and every term, as `pack` does. Changes meanwhile are to be made again. */
export function* packHeld(parts: Parts, shape: Shape): Generator<void, Packed> {
  return yield* pack(yield* sourceOf(parts), shape);
}

function* sourceOf(parts: Parts): Generator<void, Source> {
  const { documents, columns, taxonomy } = parts;
  const all = new Int32Array(documents.count);
  // A document that goes later has neither any more.
  const audiences = new Int32Array(all.length);
  const ids = new Float64Array(all.length);
  let size = 0;
  yield* inBlocks(documents.span, scatteredBlock, (from, to) => {
    for (let doc = from; doc < to; doc++) {
      if (!documents.exists(doc)) continue;
      audiences[size] = documents.audienceOf(doc);
      ids[size] = documents.idOf(doc);
      all[size++] = doc;
    }
  });
  const places = all.subarray(0, size);
  let docs: Int32Array = places;
  const read = { terms: new Int32Array(64) };
  return {
    size: places.length,
    taxonomy,
    idAt: (place) => ids[place]!,
    audienceAt: (place) => audiences[place]!,
    readTerms: (place) => documents.readTerms(places[place]!, read),
    get terms() {
      return read.terms;
    },
    reorder: function* (order) {
      const settled = order;
      yield* inBlocks(size, scatteredBlock, (from, to) => {
        for (let doc = from; doc < to; doc++) settled[doc] = places[order[doc]!]!;
      });
      release(all);
      docs = settled;
    },
    numbersOf: (name) => {
      const column = columns.of(name);
      return (doc) => column.at(docs[doc]!);
    },
    textsOf: (name) => mergedTexts(parts, name, docs),
    finished: function* (part) {
      const done = part === 'all' ? [docs] : part === 'documents' ? [ids, audiences] : [];
      for (const each of done) {
        release(each);
        yield;
      }
    },
  };
}

/** A text that is not packed; see `keyFor`. */
type Later = { readonly text: string; readonly key: number };

// The packed texts that are still used, and those of later documents, in one order.
function* mergedTexts(
  { texts }: Parts,
  name: string,
  docs: Int32Array,
): Generator<void, SourceTexts> {
  const text = texts.of(name);
  const packed = text.packedTexts;
  const used = new Uint8Array(packed.size);
  const laterRanks = new Map<string, number>();
  const gathered: Later[] = [];
  yield* inBlocks(docs.length, scatteredBlock, (from, to) => {
    for (let doc = from; doc < to; doc++) {
      const key = text.keyOf(docs[doc]!);
      if (Number.isInteger(key)) used[key] = 1;
      else if (!Number.isNaN(key)) {
        const each = text.at(docs[doc]!)!;
        if (!laterRanks.has(each)) gathered.push({ text: each, key });
        laterRanks.set(each, 0);
      }
    }
  });
  const later = yield* sortInSlices(gathered, comparedLater);
  const rankOf = new Int32Array(packed.size);
  let rank = 0;
  let next = 0;
  yield* inBlocks(packed.size + 1, plainBlock, (from, to) => {
    for (let old = from; old < to; old++) {
      while (next < later.length && later[next]!.key < old) {
        laterRanks.set(later[next++]!.text, rank++);
      }
      if (old < packed.size && used[old] === 1) rankOf[old] = rank++;
    }
  });
  const ranks = new Uint32Array(docs.length);
  yield* inBlocks(docs.length, scatteredBlock, (from, to) => {
    for (let doc = from; doc < to; doc++) {
      const key = text.keyOf(docs[doc]!);
      if (Number.isInteger(key)) ranks[doc] = rankOf[key]!;
      else ranks[doc] = Number.isNaN(key) ? noText : laterRanks.get(text.at(docs[doc]!)!)!;
    }
  });
  release(rankOf);
  return { ranks, texts: bothInOrder(packed, used, later) };
}

function comparedLater(one: Later, other: Later): number {
  return one.key - other.key || (one.text < other.text ? -1 : 1);
}

function* bothInOrder(
  packed: PackedTexts,
  used: Uint8Array,
  later: readonly Later[],
): Generator<Uint8Array> {
  let at = 0;
  let old = 0;
  for (const bytes of packed.all()) {
    while (at < later.length && later[at]!.key < old) yield encoded(later[at++]!.text);
    if (used[old] === 1) yield bytes;
    old += 1;
  }
  while (at < later.length) yield encoded(later[at++]!.text);
  release(used);
}

/** A packed part without a term or document. */
export function nothingPacked(shape: Shape): Packed {
  const nothing = new Int32Array(0);
  const slices = pack(
    {
      size: 0,
      taxonomy: noTerms,
      idAt: () => 0,
      audienceAt: () => 0,
      readTerms: () => 0,
      terms: nothing,
      numbersOf: () => () => Number.NaN,
      reorder: function* () {},
      // biome-ignore lint/correctness/useYield: nothing takes any time.
      textsOf: function* () {
        return { ranks: new Uint32Array(0), texts: [] };
      },
      finished: function* () {},
    },
    shape,
  );
  for (;;) {
    const slice = slices.next();
    if (slice.done === true) return slice.value;
  }
}

const noTerms: Source['taxonomy'] = {
  size: 0,
  version: 0,
  canonicalOf: (term) => term,
  idOf: () => 0,
  groupOf: () => 0,
  isHidden: () => false,
  targetOf: () => -1,
  metatagsOf: () => [],
};
