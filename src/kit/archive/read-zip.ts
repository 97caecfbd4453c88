// Reads zip archives that strangers made: nothing is believed that a bound does not hold. Entries
// are inflated one at a time, never beyond the size that the directory says.
import { crc32, inflateRawSync } from 'node:zlib';

/** Bytes that are read in pieces: a buffer, or a file that is too large for memory. */
export type ByteSource = {
  readonly size: number;
  /** Exactly so many bytes; the caller asks for none beyond `size`. */
  readonly read: (offset: number, length: number) => Uint8Array;
};

/** What an archive may cost. */
export type ZipLimits = {
  readonly entriesMax: number;
  /** Of one entry, inflated. */
  readonly entryBytesMax: number;
  /** Of all entries that are read, together. */
  readonly totalBytesMax: number;
};

export type ZipProblem =
  | 'not-zip'
  | 'truncated'
  | 'damaged'
  | 'encrypted'
  | 'packed-otherwise'
  | 'too-many-entries'
  | 'entry-too-large'
  | 'total-too-large'
  | 'bomb'
  | 'bad-name'
  | 'name-twice';

/** Why an archive, or one entry of it, is not read. */
export class ZipRefused extends Error {
  override name = 'ZipRefused';
  readonly problem: ZipProblem;
  /** The entry it is about; null: the archive. */
  readonly entry: string | null;

  constructor(problem: ZipProblem, entry: string | null = null) {
    super(entry === null ? problem : `${problem}: ${entry}`);
    this.problem = problem;
    this.entry = entry;
  }
}

export type ZipMember = {
  readonly path: string;
  /** Inflated, as the directory says; reading fails where it lies. */
  readonly bytes: number;
};

export type OpenZip = {
  /** Files in the directory's order; folders are left out. */
  readonly members: readonly ZipMember[];
  /** The member's bytes, or null when there is none of that path. */
  readonly read: (path: string) => Uint8Array | null;
};

// Prose packs to a tenth; only what was made to do harm packs a megabyte to less than a 200th.
const ratioMax = 200;
const ratioFromBytes = 1_000_000;
const pathCharactersMax = 1_000;
/** Nothing needs a longer directory entry: name, extra fields and comment. */
const directoryBytesPerEntryMax = 70_000;

/** `Buffer`s and the like as a source. */
export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.byteLength,
    read: (offset, length) => bytes.subarray(offset, offset + length),
  };
}

/** Whether the bytes begin as zip archives do, those that hold nothing too. */
export function looksLikeZip(source: ByteSource): boolean {
  if (source.size < 22) return false;
  const sign = asBuffer(source.read(0, 4)).readUInt32LE(0);
  return sign === localSign || sign === endSign;
}

/** Reads the directory. Throws `ZipRefused`; nothing is inflated before it is asked for. */
export function openZip(source: ByteSource, limits: ZipLimits): OpenZip {
  const entries = readDirectory(source, limits);
  const byPath = new Map<string, Entry>();
  for (const entry of entries) {
    if (byPath.has(entry.path)) throw new ZipRefused('name-twice', entry.path);
    byPath.set(entry.path, entry);
  }
  refuseOverlaps(entries);
  let total = 0;
  return {
    members: entries,
    read(path) {
      const entry = byPath.get(path);
      if (entry === undefined) return null;
      refuseCost(entry, limits);
      total += entry.bytes;
      if (total > limits.totalBytesMax) throw new ZipRefused('total-too-large', path);
      return inflate(source, entry);
    },
  };
}

type Entry = ZipMember & {
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedBytes: number;
  readonly offset: number;
  readonly crc: number;
};

const localSign = 0x04034b50;
const directorySign = 0x02014b50;
const endSign = 0x06054b50;
const end64Sign = 0x06064b50;
const end64LocatorSign = 0x07064b50;
const full32 = 0xffffffff;

function readDirectory(source: ByteSource, limits: ZipLimits): Entry[] {
  const { count, offset, length } = findEnd(source);
  if (count > limits.entriesMax) throw new ZipRefused('too-many-entries');
  if (offset + length > source.size) throw new ZipRefused('truncated');
  if (length > count * directoryBytesPerEntryMax + 100) throw new ZipRefused('damaged');
  const bytes = asBuffer(source.read(offset, length));
  const entries: Entry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directorySign) {
      throw new ZipRefused('damaged');
    }
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const next = at + 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) throw new ZipRefused('damaged');
    const entry = readEntry(bytes, at, nameLength, extraLength);
    if (!entry.path.endsWith('/')) entries.push(entry);
    at = next;
  }
  return entries;
}

function readEntry(bytes: Buffer, at: number, nameLength: number, extraLength: number): Entry {
  const flags = bytes.readUInt16LE(at + 8);
  const name = bytes.subarray(at + 46, at + 46 + nameLength);
  const path = entryPath(name);
  const sizes = {
    bytes: bytes.readUInt32LE(at + 24),
    packedBytes: bytes.readUInt32LE(at + 20),
    offset: bytes.readUInt32LE(at + 42),
  };
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  return {
    path,
    encrypted: (flags & 1) === 1,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    ...largeSizes(sizes, extra),
  };
}

type Sizes = { bytes: number; packedBytes: number; offset: number };

/** Sizes that do not fit 32 bits stand in an extra field, in this order. */
function largeSizes(sizes: Sizes, extra: Buffer): Sizes {
  const { bytes, packedBytes, offset } = sizes;
  if (bytes !== full32 && packedBytes !== full32 && offset !== full32) return sizes;
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let from = at + 4;
      const take = (small: number) => {
        if (small !== full32) return small;
        if (from + 8 > extra.length) throw new ZipRefused('damaged');
        from += 8;
        return Number(extra.readBigUInt64LE(from - 8));
      };
      return { bytes: take(bytes), packedBytes: take(packedBytes), offset: take(offset) };
    }
    at += 4 + length;
  }
  throw new ZipRefused('damaged');
}

function entryPath(name: Buffer): string {
  const text = decodeName(name).replaceAll('\\', '/');
  const outside = text.split('/').some((part) => part === '..') || /^\/|^[A-Za-z]:|\0/.test(text);
  if (outside || text === '' || text.length > pathCharactersMax) {
    throw new ZipRefused('bad-name', text.slice(0, 100));
  }
  return text;
}

function decodeName(name: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    // Older tools wrote the machine's own letters; which, nothing says.
    return name.toString('latin1');
  }
}

function findEnd(source: ByteSource): { count: number; offset: number; length: number } {
  const tailLength = Math.min(source.size, 22 + 0xffff);
  const tailAt = source.size - tailLength;
  const tail = asBuffer(source.read(tailAt, tailLength));
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endSign) continue;
    const found = {
      count: tail.readUInt16LE(at + 10),
      length: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    };
    const isLarge = found.count === 0xffff || found.length === full32 || found.offset === full32;
    return isLarge ? (findLargeEnd(source, tailAt + at) ?? found) : found;
  }
  const starts = source.size >= 4 && asBuffer(source.read(0, 4)).readUInt32LE(0) === localSign;
  throw new ZipRefused(starts ? 'truncated' : 'not-zip');
}

function findLargeEnd(source: ByteSource, endAt: number) {
  if (endAt < 20) return null;
  const locator = asBuffer(source.read(endAt - 20, 20));
  if (locator.readUInt32LE(0) !== end64LocatorSign) return null;
  const at = Number(locator.readBigUInt64LE(8));
  if (at + 56 > source.size) throw new ZipRefused('truncated');
  const end = asBuffer(source.read(at, 56));
  if (end.readUInt32LE(0) !== end64Sign) throw new ZipRefused('damaged');
  return {
    count: Number(end.readBigUInt64LE(32)),
    length: Number(end.readBigUInt64LE(40)),
    offset: Number(end.readBigUInt64LE(48)),
  };
}

/** Entries that share bytes make petabytes of kilobytes: each must have its own. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const ordered = entries.toSorted((a, b) => a.offset - b.offset);
  let free = 0;
  for (const entry of ordered) {
    if (entry.offset < free) throw new ZipRefused('bomb', entry.path);
    free = entry.offset + 30 + entry.packedBytes;
  }
}

function refuseCost(entry: Entry, limits: ZipLimits): void {
  if (entry.encrypted) throw new ZipRefused('encrypted', entry.path);
  if (entry.method !== 0 && entry.method !== 8) {
    throw new ZipRefused('packed-otherwise', entry.path);
  }
  const ratio = entry.bytes / Math.max(entry.packedBytes, 1);
  if (entry.bytes >= ratioFromBytes && ratio > ratioMax) throw new ZipRefused('bomb', entry.path);
  if (entry.bytes > limits.entryBytesMax) throw new ZipRefused('entry-too-large', entry.path);
}

function inflate(source: ByteSource, entry: Entry): Uint8Array {
  const { path, offset, packedBytes, bytes } = entry;
  if (offset + 30 > source.size) throw new ZipRefused('truncated', path);
  const head = asBuffer(source.read(offset, 30));
  if (head.readUInt32LE(0) !== localSign) throw new ZipRefused('damaged', path);
  const from = offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (from + packedBytes > source.size) throw new ZipRefused('truncated', path);
  const packed = source.read(from, packedBytes);
  const inflated = entry.method === 0 ? packed : unpack(packed, bytes, path);
  if (inflated.byteLength !== bytes || crc32(inflated) !== entry.crc) {
    throw new ZipRefused('damaged', path);
  }
  return inflated;
}

function unpack(packed: Uint8Array, bytes: number, path: string): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(bytes, 1) });
  } catch {
    throw new ZipRefused('damaged', path);
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
