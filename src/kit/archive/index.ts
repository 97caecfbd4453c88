// Zip archives whose bytes depend on nothing but what is in them: same entries, same bytes, on
// every machine, in every time zone, each time (for one version of zlib, which Node carries).
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export {
  type ByteSource,
  looksLikeZip,
  type OpenZip,
  openZip,
  sourceOfBytes,
  type ZipLimits,
  type ZipProblem,
  ZipRefused,
} from './read-zip.ts';

/** One file of an archive: its path inside, and its bytes or its text (kept as UTF-8). */
export type ZipEntry = {
  /** Relative, with `/` between names; no `..`, no `\`, no drive, no leading `/`. */
  readonly path: string;
  /** Not compressed: for what is so already, or must be readable at a fixed place. */
  readonly stored?: boolean;
} & ({ readonly bytes: Uint8Array } | { readonly text: string });

/** What all entries share. */
export type ZipOptions = {
  /** Epoch milliseconds; kept in UTC, to two seconds, from 1980 to 2107. */
  readonly modified: number;
};

/**
 * The whole archive, made in memory. Entries keep their order and have no extra fields, and their
 * sizes stand before them. A path that leads outside or is given twice throws RangeError; an entry
 * is at most 1 GiB.
 */
export async function writeZip(
  entries: Iterable<ZipEntry>,
  options: ZipOptions,
): Promise<Uint8Array> {
  const zip = new ZipFile();
  const checkPath = pathChecker();
  for (const entry of entries) {
    checkPath(entry.path);
    zip.addBuffer(contents(entry), entry.path, entryOptions(entry, options));
  }
  zip.end();
  const parts: Uint8Array[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/**
 * An archive that is too large for memory: an entry is asked for once the one before it has been
 * read by the receiver. Deterministic too, but sizes stand after the entries, so the bytes are not
 * those of `writeZip` and the first entry is no place for an EPUB's `mimetype`. What goes wrong
 * ends the stream with that error; a receiver that stops reading ends the entries.
 */
export function streamZip(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  options: ZipOptions,
): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  addOneByOne(zip, output, entries, options).then(
    () => zip.end(),
    (error: Error) => output.destroy(error),
  );
  return output;
}

async function addOneByOne(
  zip: ZipFile,
  output: Readable,
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  options: ZipOptions,
): Promise<void> {
  const checkPath = pathChecker();
  for await (const entry of entries) {
    checkPath(entry.path);
    if (output.destroyed) throw new Error(stoppedReading);
    // The archive keeps what it was given until its end: a function that has let go of the bytes.
    let source: Readable | null = Readable.from([contents(entry)]);
    const done = finished(source);
    const stop = () => source?.destroy(new Error(stoppedReading));
    output.once('close', stop);
    zip.addReadStreamLazy(entry.path, entryOptions(entry, options), (take) => take(null, source!));
    await done;
    output.off('close', stop);
    source = null;
  }
}

const stoppedReading = 'the receiver of the archive stopped reading';

function contents(entry: ZipEntry): Buffer {
  if ('text' in entry) return Buffer.from(entry.text);
  const { buffer, byteOffset, byteLength } = entry.bytes;
  return Buffer.from(buffer, byteOffset, byteLength);
}

function entryOptions(entry: ZipEntry, { modified }: ZipOptions) {
  const mode = 0o100644;
  const compress = entry.stored !== true;
  return { mtime: new UtcDate(modified), mode, compress, forceDosTimestamp: true };
}

// A zip's times have no zone, and yazl writes them in the machine's.
class UtcDate extends Date {
  override getFullYear = this.getUTCFullYear;
  override getMonth = this.getUTCMonth;
  override getDate = this.getUTCDate;
  override getHours = this.getUTCHours;
  override getMinutes = this.getUTCMinutes;
  override getSeconds = this.getUTCSeconds;
}

function pathChecker(): (path: string) => void {
  const given = new Set<string>();
  return (path) => {
    const names = path.split('/');
    const outside = names.some((name) => name === '' || name === '.' || name === '..');
    if (outside || /^[A-Za-z]:|[\\\0]/.test(path) || given.has(path)) {
      throw new RangeError(`${JSON.stringify(path)} cannot be an entry of this archive`);
    }
    given.add(path);
  };
}
