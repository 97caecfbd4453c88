// Typed arrays and plain data under names, as the bytes of one file: a line of JSON that says what
// there is, then each array from a multiple of 8 bytes on. Whoever keeps the bytes keeps their
// checksum too.
import { crc32 } from 'node:zlib';

/** One array of what is kept. */
export type Cell = Uint8Array | Uint32Array | Float64Array;

/** What a part of the index keeps, by name. Arrays are taken as they are at the call. */
export type SavedCells = ReadonlyMap<string, Cell>;

const kinds = { bytes: Uint8Array, whole: Uint32Array, double: Float64Array } as const;
type Kind = keyof typeof kinds;
type Entry = { readonly name: string; readonly kind: Kind; readonly bytes: number };

/** The bytes, and their checksum. */
export function encodedCells(cells: SavedCells): { pieces: Uint8Array[]; checksum: number } {
  const entries: Entry[] = [];
  const pieces: Uint8Array[] = [];
  for (const [name, array] of cells) {
    const bytes = new Uint8Array(rounded(array.byteLength));
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    entries.push({ name, kind: kindOf(array), bytes: array.byteLength });
    pieces.push(bytes);
  }
  const line = new TextEncoder().encode(`${JSON.stringify(entries)}\n`);
  const header = new Uint8Array(rounded(line.length)).fill(newLine);
  header.set(line);
  pieces.unshift(header);
  return { pieces, checksum: checksumOf(pieces) };
}

/** The arrays again, over the memory of the bytes; null if the checksum is another. */
export function decodedCells(bytes: Uint8Array<ArrayBuffer>, checksum: number): SavedCells | null {
  if (crc32(bytes) !== checksum) return null;
  const end = bytes.indexOf(newLine);
  const entries = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString()) as Entry[];
  const cells = new Map<string, Cell>();
  let at = rounded(end + 1);
  for (const { name, kind, bytes: size } of entries) {
    const Kind = kinds[kind];
    cells.set(name, new Kind(bytes.buffer, bytes.byteOffset + at, size / Kind.BYTES_PER_ELEMENT));
    at += rounded(size);
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

const newLine = 10;

function rounded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

function kindOf(array: Cell): Kind {
  if (array instanceof Float64Array) return 'double';
  return array instanceof Uint32Array ? 'whole' : 'bytes';
}

function checksumOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, piece) => crc32(piece, sum), 0);
}
