// The loops that facet counting lives in: over packed documents, over what each counted under when
// it was packed. One addition each, in an array that stays in the cache.
import { type DocumentList, type DocumentSet, hasBit } from './document-set.ts';
import type { Documents } from './documents.ts';
import { grown } from './growth.ts';
import { type PackedLists, wideCell } from './packed/lists.ts';
import { firstNotBelow } from './runs.ts';
import type { TermCounts } from './term-counts.ts';

/** Adds `step` under each cell of the lists of the documents below `packed`. */
export function addHeavy(
  counts: Int32Array,
  found: DocumentSet,
  lists: PackedLists<Uint16Array>,
  packed: number,
  step: number,
): void {
  if (found.kind === 'list') {
    addListed(counts, found, lists, packed, step);
    return;
  }
  const { cells, lengths, blocks } = lists;
  const { words } = found;
  const blocksOfAll = Math.min(blocks.length, words.length * 4);
  for (let block = 0; block < blocksOfAll; block++) {
    let byte = (words[block >>> 2]! >>> ((block & 3) * 8)) & 255;
    if (byte === 0) continue;
    let start = blocks[block]!;
    // A later document may share the last byte: it has no length here.
    for (let doc = block * 8; byte !== 0 && doc < packed; doc++, byte >>>= 1) {
      const last = start + lengths[doc]!;
      if ((byte & 1) === 1) for (let at = start; at < last; at++) counts[cells[at]!]! += step;
      start = last;
    }
  }
}

// Documents far apart lie far apart in memory. So many at a time, the ends of their lists are read
// before any is counted: those reads go side by side, where counting would wait for each.
const listsAtOnce = 256;
const starts = new Int32Array(listsAtOnce);
const ends = new Int32Array(listsAtOnce);
// Read by nobody: it keeps reads that are made for their own sake from being left out.
const touched = new Int32Array(1);

/** Sets `starts` and `ends` of the lists of some documents, and returns how many cells they are. */
function reach(
  docs: Int32Array,
  from: number,
  some: number,
  lists: PackedLists<Uint16Array> | PackedLists<Uint8Array>,
  width = 1,
): number {
  const { cells, lengths } = lists;
  let total = 0;
  for (let at = 0; at < some; at++) {
    const doc = docs[from + at]!;
    const length = lengths[doc]!;
    starts[at] = lists.startOf(doc);
    ends[at] = starts[at]! + length;
    total += length;
  }
  let read = 0;
  for (let at = 0; at < some; at++) {
    if (starts[at]! < ends[at]!)
      read ^= cells[starts[at]! * width]! ^ cells[ends[at]! * width - 1]!;
  }
  touched[0] = read;
  return total;
}

function addListed(
  counts: Int32Array,
  { docs, size }: DocumentList,
  lists: PackedLists<Uint16Array>,
  packed: number,
  step: number,
): void {
  const { cells } = lists;
  const all = firstNotBelow(docs, packed, 0, size);
  for (let from = 0; from < all; from += listsAtOnce) {
    const some = Math.min(listsAtOnce, all - from);
    reach(docs, from, some, lists);
    for (let at = 0; at < some; at++) {
      const last = ends[at]!;
      for (let place = starts[at]!; place < last; place++) counts[cells[place]!]! += step;
    }
  }
}

/** Terms, each once, in an array that grows. */
export type Noted = { terms: Int32Array; size: number };

/** Counts each cell of the documents' lists, and notes those that were 0. */
export function addNoted(
  counts: Int32Array,
  docs: Int32Array,
  lists: PackedLists<Uint16Array>,
  packed: number,
  noted: Noted,
): void {
  const { cells } = lists;
  const all = firstNotBelow(docs, packed, 0, docs.length);
  for (let from = 0; from < all; from += listsAtOnce) {
    const some = Math.min(listsAtOnce, all - from);
    noted.terms = grown(noted.terms, noted.size + reach(docs, from, some, lists));
    const { terms } = noted;
    let { size } = noted;
    for (let at = 0; at < some; at++) {
      const last = ends[at]!;
      for (let place = starts[at]!; place < last; place++) {
        const term = cells[place]!;
        if (counts[term] === 0) terms[size++] = term;
        counts[term]! += 1;
      }
    }
    noted.size = size;
  }
}

/** Those of the documents below `packed` whose lists hold no cell with its bit in `marks`. */
export function withoutMarked(
  docs: Int32Array,
  lists: PackedLists<Uint16Array>,
  packed: number,
  marks: Int32Array,
): Int32Array {
  const { cells } = lists;
  const all = firstNotBelow(docs, packed, 0, docs.length);
  const stays = new Int32Array(all);
  let size = 0;
  for (let from = 0; from < all; from += listsAtOnce) {
    const some = Math.min(listsAtOnce, all - from);
    reach(docs, from, some, lists);
    for (let at = 0; at < some; at++) {
      const last = ends[at]!;
      let place = starts[at]!;
      while (place < last && !hasBit(marks, cells[place]!)) place += 1;
      if (place === last) stays[size++] = docs[from + at]!;
    }
  }
  return stays.subarray(0, size);
}

/** Counts cells below `below` of the lists of the documents below `packed`. */
export function countLight(
  counts: TermCounts,
  docs: Int32Array,
  { light: lists, lightWidth: width, packed }: Pick<Documents, 'light' | 'lightWidth' | 'packed'>,
  below: number,
): void {
  const { cells } = lists;
  const all = firstNotBelow(docs, packed, 0, docs.length);
  for (let from = 0; from < all; from += listsAtOnce) {
    const some = Math.min(listsAtOnce, all - from);
    reach(docs, from, some, lists, width);
    for (let at = 0; at < some; at++) {
      const last = ends[at]!;
      for (let place = starts[at]!; place < last; place++) {
        const term = wideCell(cells, place, width);
        if (term >= below) break;
        counts.add(term);
      }
    }
  }
}
