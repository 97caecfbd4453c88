// What an engine holds, as packing reads it; and the packed part of an engine that holds nothing.
import type { Shape } from '../engine.ts';
import { release } from '../growth.ts';
import type { Packed } from '../packed/arrays.ts';
import { encoded, type PackedTexts } from '../packed/texts.ts';
import type { Parts } from '../parts.ts';
import { inBlocks, plainBlock, scatteredBlock } from './blocks.ts';
import { pack } from './pack.ts';
import type { Source, SourceTexts } from './source.ts';

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
    numbersOf: (name) => {
      const column = columns.of(name);
      return (place) => column.at(places[place]!);
    },
    textsOf: (name) => mergedTexts(parts, name, places),
    finished: (part) => {
      // All else is still asked.
      if (part !== 'documents') return;
      release(ids);
      release(audiences);
    },
  };
}

// The packed texts that are still used, and those of later documents, in one order.
function* mergedTexts(
  { texts }: Parts,
  name: string,
  places: Int32Array,
): Generator<void, SourceTexts> {
  const text = texts.of(name);
  const packed = text.packedTexts;
  const later = new Set<string>();
  const used = new Uint8Array(packed.size);
  yield* inBlocks(places.length, scatteredBlock, (from, to) => {
    for (let place = from; place < to; place++) {
      const key = text.keyOf(places[place]!);
      if (Number.isInteger(key)) used[key] = 1;
      else if (!Number.isNaN(key)) later.add(text.at(places[place]!)!);
    }
  });
  const come = [...later]
    .map((each) => ({ each, key: text.keyFor(each) }))
    .sort((a, b) => a.key - b.key || (a.each < b.each ? -1 : 1));
  yield;
  const rankOf = new Int32Array(packed.size);
  const comeRanks = new Map<string, number>();
  let rank = 0;
  let next = 0;
  yield* inBlocks(packed.size + 1, plainBlock, (from, to) => {
    for (let old = from; old < to; old++) {
      while (next < come.length && come[next]!.key < old) comeRanks.set(come[next++]!.each, rank++);
      if (old < packed.size && used[old] === 1) rankOf[old] = rank++;
    }
  });
  const ranks = new Int32Array(places.length);
  yield* inBlocks(places.length, scatteredBlock, (from, to) => {
    for (let place = from; place < to; place++) {
      const key = text.keyOf(places[place]!);
      if (Number.isInteger(key)) ranks[place] = rankOf[key]!;
      else ranks[place] = Number.isNaN(key) ? -1 : comeRanks.get(text.at(places[place]!)!)!;
    }
  });
  return { ranks, texts: bothInOrder(packed, used, come) };
}

function* bothInOrder(
  packed: PackedTexts,
  used: Uint8Array,
  come: readonly { readonly each: string; readonly key: number }[],
): Generator<Uint8Array> {
  let at = 0;
  let old = 0;
  for (const bytes of packed.all()) {
    while (at < come.length && come[at]!.key < old) yield encoded(come[at++]!.each);
    if (used[old] === 1) yield bytes;
    old += 1;
  }
  while (at < come.length) yield encoded(come[at++]!.each);
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
      // biome-ignore lint/correctness/useYield: nothing takes any time.
      textsOf: function* () {
        return { ranks: nothing, texts: [] };
      },
      finished: () => {},
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
