// Saving an engine and loading it again, through a port: the engine itself does no input or output.
// What is saved is what was put; everything derived is made anew. A file that is damaged, cut off
// or of another form or shape is refused, and the index is then rebuilt from the database.
import { Engine, type Shape } from './engine.ts';
import { decoded, encoded } from './saved-form.ts';

/** Where bytes are kept between runs. */
export type StoragePort = {
  /** Replaces what is kept under the name, whole or not at all. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Null if nothing is kept under the name. */
  read(name: string): Promise<Uint8Array | null>;
};

/** An engine, or why the saved form cannot be used. */
export type Loaded =
  | { readonly kind: 'loaded'; readonly engine: Engine }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly reason: string };

const fileName = 'engine';

/** Keeps the engine as it is at the call; changes made while the port writes are not in it. */
export async function saveEngine(engine: Engine, port: StoragePort): Promise<void> {
  await port.write(fileName, encoded(engine));
}

/** The engine last saved with the same shape, or why there is none. Never throws for bad bytes. */
export async function loadEngine(shape: Shape, port: StoragePort): Promise<Loaded> {
  const bytes = await port.read(fileName);
  if (bytes === null) return { kind: 'absent' };
  const saved = decoded(bytes, shape);
  if (typeof saved === 'string') return { kind: 'refused', reason: saved };
  const engine = new Engine(shape);
  for (const term of saved.terms()) engine.putTerm(term);
  for (const document of saved.documents()) engine.putDocument(document);
  engine.position = saved.position;
  return { kind: 'loaded', engine };
}

/** A port that keeps bytes in memory: for tests, and where nothing need outlive the process. */
export function memoryStorage(): StoragePort {
  const kept = new Map<string, Uint8Array>();
  return {
    write: async (name, bytes) => {
      kept.set(name, bytes.slice());
    },
    read: async (name) => kept.get(name)?.slice() ?? null,
  };
}
