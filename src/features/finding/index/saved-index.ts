// The saved index: three files that are there whole or not at all. `current` is written last and
// names the two others, so a crash at any moment leaves the index that was saved before.
import { crc32 } from 'node:zlib';
import { loadEngine, type StoragePort, saveEngine } from '../../../engine/index.ts';
import type { LargeFile, LargeFiles } from '../../../kit/files/index.ts';
import { randomToken } from '../../../kit/ids/index.ts';
import { headPosition, type Reader } from '../../../kit/sql/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { findNewestCountAt } from '../../works/index.ts';
import { IndexCopy } from './index-copy.ts';
import {
  type Cell,
  CellBytes,
  type CellsInOrder,
  decodedCells,
  type SavedCells,
} from './saved-cells.ts';
import { indexContents, worksShape } from './shape.ts';
import { type Life, logPrintAt } from './store.ts';

// Of the three files' own form.
const form = 5;
const currentName = 'current';

type Kept = { readonly file: string; readonly bytes: number };

/** What `current` says of a saved index. */
export type SavedIndex = {
  readonly form: number;
  readonly contents: number;
  /** Of the database that it was saved from. */
  readonly identity: string;
  readonly generation: number;
  readonly position: number;
  /** `logPrintAt` the position. */
  readonly logPrint: string;
  readonly countedAt: number;
  /** When a counter had last moved: an older database is not the one it was saved from. */
  readonly newestCountAt: number;
  readonly savedAt: number;
  readonly works: number;
  readonly terms: number;
  readonly engine: Kept;
  readonly beside: Kept & { readonly checksum: number };
};

export type LoadedIndex =
  | { readonly kind: 'loaded'; readonly copy: IndexCopy; readonly saved: SavedIndex }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly reason: string };

/** What the files need of the process. */
export type SavingParts = Pick<Parts, 'database' | 'indexFiles' | 'clock' | 'random'>;

/** Keeps the copy as it is at the call. The lock of the files is held by the caller. */
export async function saveIndex(
  parts: SavingParts,
  copy: IndexCopy,
  life: Life,
): Promise<SavedIndex> {
  const { indexFiles, clock, random, database } = parts;
  const { engine } = copy;
  const stamp = randomToken(random, 64).replaceAll(/[^A-Za-z0-9]/g, 'x');
  const names = { engine: `engine.${stamp}`, beside: `beside.${stamp}` };
  const { position, documentCount: works } = engine;
  const { countedAt, generation } = copy;
  // Up to the first await nothing changes the copy: both files say the same.
  const beside = new CellBytes(inTurn(copy.tags.saved(), copy.works.cells()));
  const engineBytes = { count: 0 };
  await saveEngine(engine, storageIn(indexFiles, names.engine, engineBytes));
  const { bytes: besideBytes } = await indexFiles.write(names.beside, beside.pieces());
  const saved: SavedIndex = {
    form,
    contents: indexContents,
    identity: life.identity,
    generation,
    position,
    logPrint: await logPrintAt(database.read, position),
    countedAt,
    newestCountAt: await findNewestCountAt(database.read),
    savedAt: clock.now(),
    works,
    terms: copy.tags.byId.size,
    engine: { file: names.engine, bytes: engineBytes.count },
    beside: { file: names.beside, bytes: besideBytes, checksum: beside.checksum },
  };
  await indexFiles.write(currentName, [sealed(JSON.stringify(saved))]);
  await indexFiles.keepOnly([currentName, names.engine, names.beside]);
  return saved;
}

/**
 * The index that was saved from this very database, at a position that its log still has; or why
 * there is none. It is not at the log's end yet. Never throws for bytes that are wrong.
 */
export async function loadIndex(
  indexFiles: LargeFiles,
  reader: Reader,
  life: Life | null,
): Promise<LoadedIndex> {
  const saved = await readSaved(indexFiles);
  if (saved === 'absent') return { kind: 'absent' };
  if (typeof saved === 'string') return { kind: 'refused', reason: saved };
  const reason = await whyStranger(saved, reader, life);
  if (reason !== null) return { kind: 'refused', reason };
  const beside = await readBeside(indexFiles, saved.beside);
  if (typeof beside === 'string') return { kind: 'refused', reason: beside };
  const loaded = await loadEngine(worksShape, storageIn(indexFiles, saved.engine.file));
  if (loaded.kind === 'absent') return { kind: 'refused', reason: 'the engine file is missing' };
  if (loaded.kind === 'refused') return { kind: 'refused', reason: loaded.reason };
  const { engine } = loaded;
  if (engine.position !== saved.position || engine.documentCount !== saved.works) {
    return { kind: 'refused', reason: 'its files are not of one moment' };
  }
  const copy = new IndexCopy(saved.generation, engine);
  copy.countedAt = saved.countedAt;
  await copy.works.restore(beside);
  await copy.tags.restore(beside, reader);
  return { kind: 'loaded', copy, saved };
}

/** What `current` says; `absent`, or in a few words why it cannot be used. */
export async function readSaved(indexFiles: LargeFiles): Promise<SavedIndex | string> {
  const bytes = await readWhole(indexFiles, currentName);
  if (bytes === null) return 'absent';
  const [line = ''] = Buffer.from(bytes).toString().split('\n');
  if (!Buffer.from(sealed(line)).equals(bytes)) return 'it is damaged or cut off';
  const saved = JSON.parse(line) as SavedIndex;
  if (saved.form !== form) return `its form is version ${saved.form}, not ${form}`;
  if (saved.contents !== indexContents) {
    return `its contents are version ${saved.contents}, not ${indexContents}`;
  }
  return saved;
}

function* inTurn(...parts: readonly CellsInOrder[]): Generator<readonly [string, Cell]> {
  for (const part of parts) yield* part;
}

function sealed(line: string): Uint8Array {
  return new TextEncoder().encode(`${line}\n${crc32(line)}\n`);
}

/** Why the index is not of this database as it is now; null if it is. */
async function whyStranger(
  saved: SavedIndex,
  reader: Reader,
  life: Life | null,
): Promise<string | null> {
  if (saved.identity !== life?.identity) return 'it was saved from another database';
  if (saved.generation < life.generation) return 'a newer one was asked for since';
  if (saved.position > (await headPosition(reader))) return 'it is ahead of the database';
  if (saved.newestCountAt > (await findNewestCountAt(reader))) return 'it is ahead of the counters';
  if (saved.logPrint !== (await logPrintAt(reader, saved.position))) {
    return 'it was saved from another history of the database';
  }
  return null;
}

async function readBeside(
  indexFiles: LargeFiles,
  { file, bytes, checksum }: SavedIndex['beside'],
): Promise<SavedCells | string> {
  const read = await readWhole(indexFiles, file);
  if (read === null) return 'the file beside the engine is missing';
  const isSound = read.length === bytes && crc32(read) === checksum;
  return isSound ? decodedCells(read) : 'the file beside the engine is damaged';
}

async function readWhole(indexFiles: LargeFiles, name: string) {
  const file = await indexFiles.open(name);
  if (file === null) return null;
  const bytes = new Uint8Array(file.size);
  await file.read(bytes, 0).finally(() => file.close());
  return bytes;
}

/** One file as the engine asks for it. */
function storageIn(indexFiles: LargeFiles, name: string, written = { count: 0 }): StoragePort {
  return {
    async write(_, pieces) {
      written.count = (await indexFiles.write(name, pieces)).bytes;
    },
    async read() {
      const file = await indexFiles.open(name);
      return file === null ? null : readingOf(file);
    },
  };
}

function readingOf(file: LargeFile) {
  let at = 0;
  return {
    size: file.size,
    async readInto(target: Uint8Array) {
      const part = target.subarray(0, Math.min(target.length, file.size - at));
      await file.read(part, at);
      at += part.length;
      return part.length;
    },
    close: () => file.close(),
  };
}
