// The loops that facet counting lives in: over packed documents, over what each counted under when
// it was packed. One addition each, in an array that stays in the cache.
import type { DocumentList, DocumentSet } from './document-set.ts';
import type { PackedLists } from './packed/lists.ts';
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

function addListed(
  counts: Int32Array,
  { docs, size }: DocumentList,
  lists: PackedLists<Uint16Array>,
  packed: number,
  step: number,
): void {
  const { cells, lengths } = lists;
  const all = firstNotBelow(docs, packed, 0, size);
  for (let from = 0; from < all; from += listsAtOnce) {
    const some = Math.min(listsAtOnce, all - from);
    for (let at = 0; at < some; at++) {
      const doc = docs[from + at]!;
      starts[at] = lists.startOf(doc);
      ends[at] = starts[at]! + lengths[doc]!;
    }
    let read = 0;
    for (let at = 0; at < some; at++) {
      if (starts[at]! < ends[at]!) read ^= cells[starts[at]!]! ^ cells[ends[at]! - 1]!;
    }
    touched[0] = read;
    for (let at = 0; at < some; at++) {
      const last = ends[at]!;
      for (let place = starts[at]!; place < last; place++) counts[cells[place]!]! += step;
    }
  }
}

/** Tells each count above 0 under a cell of the documents' lists, once, and leaves 0 there. */
export function takeHeavy(
  counts: Int32Array,
  docs: Int32Array,
  lists: PackedLists<Uint16Array>,
  packed: number,
  tell: (term: number, count: number) => void,
): void {
  const { cells, lengths } = lists;
  const end = firstNotBelow(docs, packed, 0, docs.length);
  for (let at = 0; at < end; at++) {
    const doc = docs[at]!;
    const start = lists.startOf(doc);
    const last = start + lengths[doc]!;
    for (let place = start; place < last; place++) {
      const term = cells[place]!;
      const count = counts[term]!;
      if (count === 0) continue;
      counts[term] = 0;
      tell(term, count);
    }
  }
}

/** Counts cells below `below` of the lists of the documents below `packed`. */
export function countLight(
  counts: TermCounts,
  docs: Int32Array,
  lists: PackedLists<Int32Array>,
  packed: number,
  below: number,
): void {
  const { cells, lengths } = lists;
  const end = firstNotBelow(docs, packed, 0, docs.length);
  for (let at = 0; at < end; at++) {
    const doc = docs[at]!;
    const start = lists.startOf(doc);
    const last = start + lengths[doc]!;
    for (let place = start; place < last; place++) {
      const term = cells[place]!;
      if (term >= below) break;
      counts.add(term);
    }
  }
}
