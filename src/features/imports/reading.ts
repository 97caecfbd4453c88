// Reading what was uploaded: files of some size are read and judged by a process of their own, so
// that pages wait for none of it and all its memory comes back.
import { looksLikeZip, sourceOfBytes, type ZipLimits } from '../../kit/archive/index.ts';
import { Refused } from '../../kit/http/index.ts';
import type { Log } from '../../kit/log/index.ts';
import { runModuleInPieces, waitingLine } from '../../kit/processes/index.ts';
import { minuteMs } from '../../kit/time/index.ts';
import { packWork, pictureBytes } from './brought-pictures.ts';
import type { BroughtWork } from './brought-work.ts';
import { filesOf, type GivenFile, type Met } from './files.ts';
import {
  type AskProcess,
  answerJudging,
  createJudging,
  type Judging,
  type JudgingHead,
} from './judging.ts';
import { picturesOfUploadBytesMax, readHereBytesMax, readHereZipBytesMax } from './limits.ts';
import { text } from './messages.ts';
import { judgeBrought, type Surroundings } from './plan.ts';
import { factsOf, type ReadFacts } from './read-facts.ts';
import { openPackage } from './readers/packages.ts';
import { FileRefused } from './refused-file.ts';

/** A file that was met: a work, packed, or why there is none. */
export type ReadFile = { readonly name: string; readonly digest: string } & (
  | { readonly refusal: string }
  | { readonly refusal: null; readonly packed: Uint8Array; readonly facts: ReadFacts }
);

/** All that is in a file; of more than `most` works the first. */
export type ReadUpload = (
  file: GivenFile,
  surroundings: Surroundings,
  most: number,
) => Promise<Iterable<ReadFile>>;

/** One upload after the other; who comes when so many wait is asked to come back. */
const mostWaiting = 6;
/** 64 MB of prose take a minute or two on a machine with nothing else to do. */
const mostMs = 10 * minuteMs;

/** Reading files, and judging what was read of them. */
export type FileReading = Judging & { readonly readUpload: ReadUpload };

/** Reads small files here and others by the module; so with works that were read and come in. */
export function createReading(module: URL, log: Log): FileReading {
  const line = waitingLine(mostWaiting);
  const ask: AskProcess = async (input, most) => {
    const made = line(() => runModuleInPieces(module, input, { mostMs: most }));
    if (made === null) throw new Refused(503, { detail: text.readingBusy() });
    return made.catch((error: Error) => {
      log.error({ reason: error.message }, 'an uploaded file was not read');
      throw new FileRefused(text.notReadInTime());
    });
  };
  const readUpload: ReadUpload = async (file, surroundings, most) => {
    if (isSmall(file)) return readWithin(file, surroundings, most);
    try {
      return fromOutput(Buffer.concat(await ask(asInput(file, surroundings, most), mostMs)));
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      return [{ name: file.name, digest: `refused ${file.name}`, refusal: error.message }];
    }
  };
  return { readUpload, ...createJudging(ask) };
}

/** Few kilobytes of a zip may be megabytes of text, or hold others that are. */
function isSmall({ source }: GivenFile): boolean {
  if (!looksLikeZip(source)) return source.size <= readHereBytesMax;
  if (source.size > readHereZipBytesMax) return false;
  try {
    const { paths, bytes } = openPackage(source, smallZip);
    return paths.every((path) => !looksLikeZip(sourceOfBytes(bytes(path) ?? new Uint8Array())));
  } catch (error) {
    if (error instanceof FileRefused) return false;
    throw error;
  }
}

const smallZip: ZipLimits = {
  entriesMax: 100,
  entryBytesMax: readHereZipBytesMax * 10,
  totalBytesMax: readHereZipBytesMax * 10,
};

function* readWithin(
  file: GivenFile,
  surroundings: Surroundings,
  most: number,
): Generator<ReadFile> {
  let left = most;
  let room = picturesOfUploadBytesMax;
  const bounded = (work: BroughtWork): BroughtWork => {
    const bytes = pictureBytes(work);
    if (bytes > room) return withoutPictures(work);
    room -= bytes;
    return work;
  };
  for (const met of filesOf(file)) {
    if (met.kind === 'passed-over') continue;
    yield readMet(met, surroundings, bounded);
    left -= 1;
    if (left <= 0) return;
  }
}

function withoutPictures({ pictures: _, ...work }: BroughtWork): BroughtWork {
  const megabytes = Math.floor(picturesOfUploadBytesMax / 1_000_000);
  return { ...work, decisions: [...work.decisions, text.picturesOfUploadOver({ megabytes })] };
}

function readMet(
  met: Met & { kind: 'file' | 'refused' },
  surroundings: Surroundings,
  bounded: (work: BroughtWork) => BroughtWork,
): ReadFile {
  const name = met.kind === 'file' ? met.file.name : met.name;
  let digest = `refused ${name}`;
  if (met.kind === 'refused') return { name, digest, refusal: met.reason };
  try {
    digest = met.file.digest();
    const work = bounded(met.file.read());
    const judged = judgeBrought(surroundings, work);
    if (!judged.ok) return { name, digest, refusal: judged.reason };
    return { name, digest, refusal: null, packed: packWork(work), facts: factsOf(judged.judged) };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { name, digest, refusal: error.message };
  }
}

// Between the processes: a line of JSON, then the file as it is; and back a line for each work.

/** The packed work as base64. */
type SentBack =
  | Extract<ReadFile, { readonly refusal: string }>
  | (Omit<Extract<ReadFile, { readonly refusal: null }>, 'packed'> & { readonly packed: string });

function asInput({ name, source }: GivenFile, surroundings: Surroundings, most: number) {
  const said: ReadingHead = { ask: 'read', name, surroundings, most };
  return [`${JSON.stringify(said)}\n`, source.read(0, source.size)];
}

type ReadingHead = {
  readonly ask: 'read';
  readonly name: string;
  readonly surroundings: Surroundings;
  readonly most: number;
};

/** In the process: what it was given, read or judged, in pieces. */
export function* answerInput(input: Buffer): Generator<string | Uint8Array> {
  const end = input.indexOf('\n');
  const head = JSON.parse(input.toString('utf8', 0, end)) as ReadingHead | JudgingHead;
  const rest = input.subarray(end + 1);
  if (head.ask === 'read') yield* readFileOf(head, rest);
  else yield* answerJudging(head, rest);
}

function* readFileOf(head: ReadingHead, bytes: Buffer): Generator<string> {
  const file = { name: head.name, source: sourceOfBytes(bytes) };
  for (const read of readWithin(file, head.surroundings, head.most)) {
    const sent: SentBack =
      read.refusal === null
        ? { ...read, packed: Buffer.from(read.packed).toString('base64') }
        : read;
    yield `${JSON.stringify(sent)}\n`;
  }
}

function* fromOutput(output: Buffer): Generator<ReadFile> {
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at);
    const read = JSON.parse(output.toString('utf8', at, end)) as SentBack;
    if (read.refusal !== null) yield read;
    else yield { ...read, packed: Buffer.from(read.packed, 'base64') };
    at = end + 1;
  }
}
