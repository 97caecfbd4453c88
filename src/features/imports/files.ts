// From what somebody gave (a file, a zip of files) to the files that hold works, one at a time.
import { createHash } from 'node:crypto';
import { type ByteSource, looksLikeZip, sourceOfBytes } from '../../kit/archive/index.ts';
import { releaseGarbage } from '../../kit/memory/index.ts';
import type { BroughtWork } from './brought-work.ts';
import { archiveLimits, fileBytesMax, largeFileBytes, zipDepthMax } from './limits.ts';
import { text } from './messages.ts';
import { openPackage, type Package } from './readers/packages.ts';
import { readWorkOfFile, zipKind } from './readers/read-file.ts';
import { isTakeoutWork } from './readers/takeout.ts';
import { isTakeoutPicture } from './readers/takeout-pictures.ts';
import { type Beside, isTakeoutRevision } from './readers/takeout-revisions.ts';
import { FileRefused } from './refused-file.ts';

export type GivenFile = { readonly name: string; readonly source: ByteSource };

/** One file that should hold a work; read only when it is asked for. */
export type FoundFile = {
  readonly name: string;
  /** SHA-256 of its bytes; throws `FileRefused` when they cannot be had. */
  readonly digest: () => string;
  /** Throws `FileRefused`. */
  readonly read: () => BroughtWork;
};

/** What is met on the way: a file, or why there is none. */
export type Met =
  | { readonly kind: 'file'; readonly file: FoundFile }
  | { readonly kind: 'refused'; readonly name: string; readonly reason: string }
  /** It stands beside works and is none: a picture, a style sheet. */
  | { readonly kind: 'passed-over'; readonly name: string };

/** The files of what was given. `isChosen`: it was named itself, not met in a folder. */
export function* filesOf(given: GivenFile, isChosen = true, depth = 0): Generator<Met> {
  const { name, source } = given;
  if (!isChosen && isAside(name)) {
    yield { kind: 'passed-over', name };
    return;
  }
  try {
    if (looksLikeZip(source) && zipKind(source) === 'files') {
      if (depth > zipDepthMax) throw new FileRefused(text.zipNested());
      yield* filesOfZip(given, isChosen, depth);
      return;
    }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    yield { kind: 'refused', name, reason: error.message };
    return;
  }
  yield { kind: 'file', file: lazily(name, () => source) };
}

function* filesOfZip(
  { name, source }: GivenFile,
  isChosen: boolean,
  depth: number,
): Generator<Met> {
  const zip = openPackage(source, archiveLimits);
  if (zip.paths.length === 0) throw new FileRefused(text.zipEmpty());
  const isTakeout = zip.paths.some(isTakeoutWork);
  if (isChosen && !isTakeout && zip.paths.every(isAside)) {
    throw new FileRefused(text.zipNoWorks());
  }
  for (const path of zip.paths) {
    const inside = `${name}/${path}`;
    // Read with the work that it is of.
    if (isTakeout && (isTakeoutRevision(path) || isTakeoutPicture(path))) continue;
    if (isTakeout ? !isTakeoutWork(path) : isAside(path)) {
      yield { kind: 'passed-over', name: inside };
    } else if (/\.zip$/i.test(path)) {
      yield* filesOfInnerZip(inside, () => zip.bytes(path), depth);
    } else {
      const open = () => sourceOfBytes(zip.bytes(path) ?? new Uint8Array());
      const beside = isTakeout ? besideOf(zip, path) : undefined;
      yield { kind: 'file', file: lazily(inside, open, beside) };
    }
  }
}

function besideOf(zip: Package, path: string): Beside {
  return {
    folder: path.slice(0, path.lastIndexOf('/') + 1),
    paths: zip.paths,
    bytes: zip.bytesOrNone,
    size: zip.size,
    open(entry) {
      const bytes = zip.bytes(entry);
      return bytes === null ? null : Buffer.from(bytes).toString('utf8');
    },
  };
}

function* filesOfInnerZip(
  name: string,
  read: () => Uint8Array | null,
  depth: number,
): Generator<Met> {
  let bytes: Uint8Array | null = null;
  try {
    if (depth >= zipDepthMax) throw new FileRefused(text.zipNested());
    bytes = read();
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    yield { kind: 'refused', name, reason: error.message };
    return;
  }
  yield* filesOf({ name, source: sourceOfBytes(bytes ?? new Uint8Array()) }, true, depth + 1);
}

/** A file is not held whole to be told from others. */
const digestBytes = 1_000_000;

function lazily(name: string, inflate: () => ByteSource, beside?: Beside): FoundFile {
  // Kept while the file is: its digest and its work are asked for one after the other.
  let opened: ByteSource | null = null;
  const open = () => {
    opened ??= inflate();
    return opened;
  };
  return {
    name,
    digest() {
      const source = open();
      if (source.size > fileBytesMax) {
        const megabytes = Math.floor(fileBytesMax / 1_000_000);
        throw new FileRefused(text.fileTooLarge({ megabytes }));
      }
      const hash = createHash('sha256');
      for (let at = 0; at < source.size; at += digestBytes) {
        hash.update(source.read(at, Math.min(digestBytes, source.size - at)));
      }
      return hash.digest('hex');
    },
    read() {
      const source = open();
      // What is left of the file before, once its work has come in.
      if (source.size > largeFileBytes) releaseGarbage();
      try {
        return readWorkOfFile(name, source, beside);
      } catch (error) {
        if (error instanceof FileRefused) throw error;
        // One file that is unlike all that were thought of keeps none of the others out.
        throw new FileRefused(text.notUnderstood({ said: String(error) }), { cause: error });
      } finally {
        // The file is not asked for again; what a large one left behind goes at once.
        opened = null;
        if (source.size > largeFileBytes) releaseGarbage();
      }
    },
  };
}

const works =
  /\.(?:x?html?|epub|md|markdown|mdown|te?xt|asc|docx|odt|rtf|zip|pdf|docx?|mobi|azw3?)$/i;

/** Hidden files, what systems put beside files, and kinds that stand beside works. */
function isAside(path: string): boolean {
  const names = path.split('/');
  const isHidden = names.some((name) => name.startsWith('.') || name === '__MACOSX');
  return isHidden || !works.test(path);
}
