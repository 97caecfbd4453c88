// Saving an engine and loading it again, through a port: the engine itself does no input or output.
// What is saved is what is packed, as it lies, and what has changed since. A file that is damaged,
// cut off or of another form or shape is refused, and the index is then rebuilt from the database.
import type { Change } from './changes.ts';
import { Engine, type Shape } from './engine.ts';
import { savedPieces } from './saved-form.ts';
import { RefusedBytes, SavedReading } from './saved-reading.ts';

/** Where bytes are kept between runs. Saved engines have up to some gigabytes. */
export type StoragePort = {
  /**
   * Replaces what is kept under the name, whole or not at all. Each piece is good until the next
   * is asked for. If asking throws, nothing is replaced and the promise is rejected with the same.
   */
  write(name: string, pieces: Iterable<Uint8Array>): Promise<void>;
  /** Null if nothing is kept under the name. */
  read(name: string): Promise<StoredBytes | null>;
};

/** What is kept under a name, read from its start on. */
export type StoredBytes = {
  /** In bytes. */
  readonly size: number;
  /**
   * Fills the target with the bytes that come next. Says how many there were: fewer than asked for
   * only at the end. The target may lie in shared memory. Asked for one at a time.
   */
  readInto(target: Uint8Array): Promise<number>;
  close(): Promise<void>;
};

/** An engine, or why the saved form cannot be used. */
export type Loaded =
  | { readonly kind: 'loaded'; readonly engine: Engine }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly reason: string };

const fileName = 'engine';

/**
 * Keeps the engine as it is at the call; changes made while the port writes are not in it. Between
 * two pieces of some milliseconds the port decides who goes first.
 */
export async function saveEngine(engine: Engine, port: StoragePort): Promise<void> {
  const moment = engine.beginMoment();
  const end = () => engine.endMoment(moment);
  await port.write(fileName, savedPieces(moment, engine.shape, end)).finally(end);
}

/**
 * The engine last saved with the same shape, or why there is none. Never throws for bad bytes. Each
 * reading of the port lets others go first; what is packed goes where it will lie, without a copy.
 */
export async function loadEngine(shape: Shape, port: StoragePort): Promise<Loaded> {
  const stored = await port.read(fileName);
  if (stored === null) return { kind: 'absent' };
  try {
    return { kind: 'loaded', engine: await engineFrom(stored, shape) };
  } catch (error) {
    if (!(error instanceof RefusedBytes)) throw error;
    return { kind: 'refused', reason: error.message };
  } finally {
    await stored.close();
  }
}

async function engineFrom(stored: StoredBytes, shape: Shape): Promise<Engine> {
  const reading = await SavedReading.open(stored, shape);
  const engine = new Engine(shape, undefined, await reading.packed());
  for await (const changes of reading.changes()) {
    for (const change of changes) makeAgain(engine, change);
  }
  const { position, documents } = reading.header;
  if (engine.documentCount !== documents) throw new RefusedBytes('it counts other documents');
  engine.position = position;
  return engine;
}

// A number that changed since packing stands in its cell already, and orders are told of numbers
// that change only: it becomes another one first.
function makeAgain(engine: Engine, change: Change): void {
  if (change.kind === 'setNumber') {
    engine.setNumber(change.id, change.column, change.value === null ? 0 : null);
  }
  engine.apply(change);
}

/** A port that keeps bytes in memory: for tests, and where nothing need outlive the process. */
export function memoryStorage(): StoragePort {
  const kept = new Map<string, Uint8Array>();
  return {
    write: async (name, pieces) => {
      kept.set(name, joined(pieces));
    },
    read: async (name) => {
      const bytes = kept.get(name);
      return bytes === undefined ? null : readingFrom(bytes);
    },
  };
}

function joined(pieces: Iterable<Uint8Array>): Uint8Array {
  const copies = Array.from(pieces, (piece) => piece.slice());
  const whole = new Uint8Array(copies.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of copies) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function readingFrom(bytes: Uint8Array): StoredBytes {
  let at = 0;
  return {
    size: bytes.length,
    readInto: async (target) => {
      const part = bytes.subarray(at, at + target.length);
      target.set(part);
      at += part.length;
      return part.length;
    },
    close: async () => {},
  };
}
