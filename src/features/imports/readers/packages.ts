// Books and documents that are zip archives: one text at a time, every refusal a sentence.
import {
  type ByteSource,
  type OpenZip,
  openZip,
  type ZipLimits,
  type ZipProblem,
  ZipRefused,
} from '../../../kit/archive/index.ts';
import { bookLimits } from '../limits.ts';
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { decodeText } from './encodings.ts';

export type Package = {
  readonly paths: readonly string[];
  readonly bytes: (path: string) => Uint8Array | null;
  /** The same, or null where it is damaged or too much: of what a work can do without. */
  readonly bytesOrNone: (path: string) => Uint8Array | null;
  /** What the directory says that it unpacks to; 0: it is not there. */
  readonly size: (path: string) => number;
  /** The words of a text inside, or null when it is not there. */
  readonly text: (path: string) => string | null;
};

/** Opens a zip; throws `FileRefused`. */
export function openPackage(source: ByteSource, limits: ZipLimits = bookLimits): Package {
  const zip = said(() => openZip(source, limits));
  return asPackage(zip);
}

function asPackage(zip: OpenZip): Package {
  const bytes = (path: string) => said(() => zip.read(path));
  const sizes = new Map(zip.members.map(({ path, bytes: size }) => [path, size]));
  return {
    paths: zip.members.map(({ path }) => path),
    bytes,
    bytesOrNone(path) {
      try {
        return bytes(path);
      } catch (error) {
        if (error instanceof FileRefused) return null;
        throw error;
      }
    },
    size: (path) => sizes.get(path) ?? 0,
    text(path) {
      const found = bytes(path);
      return found === null ? null : decodeText(found).text;
    },
  };
}

/** Runs it; what the archive refuses is refused as a sentence. */
function said<Value>(act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    if (error instanceof ZipRefused)
      throw new FileRefused(sentences[error.problem](wordsFor(error)));
    throw error;
  }
}

function wordsFor({ entry }: ZipRefused) {
  return { entry: entry ?? '' };
}

const sentences: Readonly<Record<ZipProblem, (values: { entry: string }) => string>> = {
  'not-zip': text.zipNot,
  truncated: text.zipTruncated,
  damaged: text.zipDamaged,
  encrypted: text.zipEncrypted,
  'packed-otherwise': text.zipPackedOtherwise,
  'too-many-entries': text.zipTooMany,
  'entry-too-large': text.zipEntryTooLarge,
  'total-too-large': text.zipTotalTooLarge,
  bomb: text.zipBomb,
  'bad-name': text.zipBadName,
  'name-twice': text.zipNameTwice,
};
