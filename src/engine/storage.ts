// Saving an engine and loading it again, through a port: the engine itself does no input or output.
// What is saved is what was put; everything derived is made anew. A file that is damaged, cut off
// or of another form or shape is refused, and the index is then rebuilt from the database.
import { Engine, type Shape } from './engine.ts';
import { decoded, encoded } from './saved-form.ts';

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
   * only at the end. The target may lie in shared memory.
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

/** Keeps the engine as it is at the call; changes made while the port writes are not in it. */
export async function saveEngine(engine: Engine, port: StoragePort): Promise<void> {
  await port.write(fileName, [encoded(engine)]);
}

/** The engine last saved with the same shape, or why there is none. Never throws for bad bytes. */
export async function loadEngine(shape: Shape, port: StoragePort): Promise<Loaded> {
  const stored = await port.read(fileName);
  if (stored === null) return { kind: 'absent' };
  const bytes = new Uint8Array(stored.size);
  await stored.readInto(bytes);
  await stored.close();
  const saved = decoded(bytes, shape);
  if (typeof saved === 'string') return { kind: 'refused', reason: saved };
  const engine = new Engine(shape);
  for (const term of saved.terms()) engine.putTerm(term);
  for (const document of saved.documents()) engine.putDocument(document);
  if (engine.compactionDue) for (const _ of engine.compaction());
  engine.position = saved.position;
  return { kind: 'loaded', engine };
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
