// Typed arrays and plain data under names, as the bytes of one file. Before each array stands a
// line of JSON that says what it is; both start at a multiple of 8 bytes. Whoever keeps the bytes
// keeps their checksum too.
import { crc32 } from 'node:zlib';

/** One array of what is kept. */
export type Cell = Uint8Array | Uint32Array | Float64Array;

/** What a part of the index keeps, by name. */
export type SavedCells = ReadonlyMap<string, Cell>;

/** Cells one after the other. Nothing may write to one that has been given. */
export type CellsInOrder = Iterable<readonly [name: string, cell: Cell]>;

const kinds = { bytes: Uint8Array, whole: Uint32Array, double: Float64Array } as const;
type Kind = keyof typeof kinds;
type Entry = { readonly name: string; readonly kind: Kind; readonly bytes: number };

const newLine = 10;
// To sum so many takes a millisecond.
const pieceBytes = 4 * 1024 * 1024;

/** The bytes of cells, piece by piece, and the checksum of those that were taken. */
export class CellBytes {
  checksum = 0;
  readonly #cells: CellsInOrder;

  constructor(cells: CellsInOrder) {
    this.#cells = cells;
  }

  /** To be read once. */
  *pieces(): Generator<Uint8Array> {
    for (const piece of this.#unsummed()) {
      this.checksum = crc32(piece, this.checksum);
      yield piece;
    }
  }

  *#unsummed(): Generator<Uint8Array> {
    for (const [name, cell] of this.#cells) {
      const entry: Entry = { name, kind: kindOf(cell), bytes: cell.byteLength };
      const line = new TextEncoder().encode(`${JSON.stringify(entry)}\n`);
      const head = new Uint8Array(rounded(line.length)).fill(newLine);
      head.set(line);
      yield head;
      const bytes = new Uint8Array(cell.buffer, cell.byteOffset, cell.byteLength);
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        yield bytes.subarray(at, at + pieceBytes);
      }
      yield new Uint8Array(rounded(bytes.length) - bytes.length);
    }
  }
}

/** The arrays again, over the memory of the bytes, which are sound. */
export function decodedCells(bytes: Uint8Array<ArrayBuffer>): SavedCells {
  const cells = new Map<string, Cell>();
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(newLine, at);
    const entry = JSON.parse(Buffer.from(bytes.subarray(at, end)).toString()) as Entry;
    const Kind = kinds[entry.kind];
    at += rounded(end + 1 - at);
    const length = entry.bytes / Kind.BYTES_PER_ELEMENT;
    cells.set(entry.name, new Kind(bytes.buffer, bytes.byteOffset + at, length));
    at += rounded(entry.bytes);
  }
  return cells;
}

/** Plain data as a cell. */
export function jsonCell(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** What `jsonCell` was given. */
export function valueOfCell(cell: Cell | undefined): unknown {
  if (!(cell instanceof Uint8Array)) throw new Error('a saved cell is missing');
  return JSON.parse(Buffer.from(cell.buffer, cell.byteOffset, cell.length).toString());
}

function rounded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

function kindOf(array: Cell): Kind {
  if (array instanceof Float64Array) return 'double';
  return array instanceof Uint32Array ? 'whole' : 'bytes';
}
