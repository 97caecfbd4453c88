// The bytes of a saved engine. A head (8 cells of 32 bits: mark, version, bytes of the header,
// checksum of the header, then zeros) and a header in JSON (shape, position, numbers and arrays of
// what is packed). Then frames: the arrays as they lie, one after the other; changes since they
// were packed; what leads from there back to the moment of saving; an end. A frame has a head of
// its own (kind, bytes, checksum, zero) and holds a multiple of 8 bytes. Its checksum knows the
// header and how many frames came before. Numbers are little-endian, as on every machine that runs
// this.
import type { Change } from './changes.ts';
import type { Shape } from './engine.ts';
import type { Cells, CellsKind } from './growth.ts';
import type { Moment } from './moment.ts';
import { encodedChanges } from './saved-changes.ts';

/** To be raised too when what the arrays of a packed part hold becomes another thing. */
export const savedVersion = 6;
/** By which a saved engine is known: its first cell. */
export const mark = 0x494e4b45;
/** Of the head of the file. */
export const headBytes = 32;
/** Of the head of each frame. */
export const frameHeadBytes = 16;
/** Of an array, at most so much is in a frame: to copy and to sum it takes a millisecond or two. */
export const frameBytes = 4 * 1024 * 1024;
/** What a frame holds. */
export const frameKinds = { array: 1, changes: 2, end: 3 } as const;

// To make so many again takes some milliseconds.
const changesOfFrame = 256;
// Fills the header up to a multiple of 8 bytes; JSON allows it.
const space = 0x20;

/** The kinds of array by the name that the header gives them. */
export const cellKinds: Readonly<Record<string, CellsKind>> = {
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Int32Array,
  Float64Array,
};

/** What the header says. */
export type Header = {
  readonly shape: Shape;
  readonly position: number;
  readonly documents: number;
  readonly numbers: Readonly<Record<string, number>>;
  readonly arrays: readonly {
    readonly name: string;
    readonly kind: string;
    readonly length: number;
  }[];
};

/**
 * The moment as bytes; each piece is good until the next is asked for. `read` is called when all
 * that still changes has been read.
 */
export function* savedPieces(
  moment: Moment,
  shape: Shape,
  read: () => void,
): Generator<Uint8Array> {
  const header = headerOf(moment, shape);
  const sum = checksumOf(header, 0);
  const head = Int32Array.of(mark, savedVersion, header.length, sum, 0, 0, 0, 0);
  yield new Uint8Array(head.buffer);
  yield header;
  const frames = new FrameWriter(sum);
  for (const cells of Object.values(moment.packed.arrays)) {
    const bytes = new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength);
    for (let at = 0; at < bytes.length; at += frameBytes) {
      yield frames.next(frameKinds.array, bytes.subarray(at, at + frameBytes));
    }
  }
  for (const some of inSome(moment.since())) {
    yield frames.next(frameKinds.changes, encodedChanges(some, shape));
  }
  read();
  for (const some of inSome(moment.former())) {
    yield frames.next(frameKinds.changes, encodedChanges(some, shape));
  }
  yield frames.next(frameKinds.end, new Uint8Array(0));
}

function headerOf({ packed, position, documentCount }: Moment, shape: Shape): Uint8Array {
  const header: Header = {
    shape,
    position,
    documents: documentCount,
    numbers: packed.numbers,
    arrays: Object.entries(packed.arrays).map(([name, cells]) => {
      return { name, kind: kindOf(cells), length: cells.length };
    }),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(rounded(text.length)).fill(space);
  bytes.set(text);
  return bytes;
}

function kindOf(cells: Cells): string {
  const [kind] = Object.entries(cellKinds).find(([, Kind]) => cells instanceof Kind)!;
  return kind;
}

function* inSome(changes: Iterable<Change>): Generator<Change[]> {
  let some: Change[] = [];
  for (const change of changes) {
    some.push(change);
    if (some.length < changesOfFrame) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

// Bytes are copied before they are summed: what is written is what was summed, whatever changes.
class FrameWriter {
  readonly #seed: number;
  #written = 0;
  #bytes = new Uint8Array(0);

  constructor(seed: number) {
    this.#seed = seed;
  }

  next(kind: number, payload: Uint8Array): Uint8Array {
    const size = rounded(payload.length);
    const whole = frameHeadBytes + size;
    if (this.#bytes.length < whole) this.#bytes = new Uint8Array(whole);
    const frame = this.#bytes.subarray(0, whole);
    frame.set(payload, frameHeadBytes);
    frame.fill(0, frameHeadBytes + payload.length);
    const seed = frameSeed(this.#seed, this.#written++, kind, size);
    const sum = checksumOf(frame.subarray(frameHeadBytes), seed);
    new Int32Array(frame.buffer, 0, frameHeadBytes / 4).set([kind, size, sum, 0]);
    return frame;
  }
}

/** Where the checksum of a frame starts. */
export function frameSeed(header: number, frame: number, kind: number, bytes: number): number {
  return checksumOf(new Uint8Array(Int32Array.of(header, frame, kind, bytes).buffer), 1);
}

/** Up to a multiple of 8. */
export function rounded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

/**
 * Of bytes that start at and are a multiple of 4. Each step is a bijection of the sum before it, so
 * any one changed cell changes the checksum. Four sums at once are three times as fast as one:
 * 7 GB a second.
 */
export function checksumOf(bytes: Uint8Array, seed: number): number {
  const cells = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  let first = seed ^ cells.length;
  let second = first ^ 0x3c6ef372;
  let third = first ^ 0x78dde6e5;
  let fourth = first ^ 0x2545f491;
  const fours = cells.length & ~3;
  for (let at = 0; at < fours; at += 4) {
    first = Math.imul(first ^ cells[at]!, 0x9e3779b1);
    first = (first << 13) | (first >>> 19);
    second = Math.imul(second ^ cells[at + 1]!, 0x9e3779b1);
    second = (second << 13) | (second >>> 19);
    third = Math.imul(third ^ cells[at + 2]!, 0x9e3779b1);
    third = (third << 13) | (third >>> 19);
    fourth = Math.imul(fourth ^ cells[at + 3]!, 0x9e3779b1);
    fourth = (fourth << 13) | (fourth >>> 19);
  }
  for (let at = fours; at < cells.length; at++) {
    first = Math.imul(first ^ cells[at]!, 0x9e3779b1);
    first = (first << 13) | (first >>> 19);
  }
  return first ^ Math.imul(second, 3) ^ Math.imul(third, 5) ^ Math.imul(fourth, 7);
}
