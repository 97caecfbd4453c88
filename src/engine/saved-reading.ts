// Reads the bytes of a saved engine straight into the memory that it will stand on. Each frame is
// summed while the next is read.
import type { Change } from './changes.ts';
import type { Shape } from './engine.ts';
import type { Cells } from './growth.ts';
import type { Packed } from './packed/arrays.ts';
import { decodedChanges } from './saved-changes.ts';
import {
  cellKinds,
  checksumOf,
  frameBytes,
  frameHeadBytes,
  frameKinds,
  frameSeed,
  type Header,
  headBytes,
  mark,
  rounded,
  savedVersion,
} from './saved-form.ts';
import type { StoredBytes } from './storage.ts';

/** The bytes are not what an engine can be read from; the message says why in a few words. */
export class RefusedBytes extends Error {}

type Frame = {
  readonly name: string;
  readonly payload: Uint8Array;
  readonly sum: number;
  readonly seed: number;
};

/** A saved engine from first byte to last, in order. Whatever is wrong is `RefusedBytes`. */
export class SavedReading {
  readonly header: Header;
  readonly #stored: StoredBytes;
  readonly #seed: number;
  // Bytes that have not been read.
  #left: number;
  #frames = 0;

  private constructor(stored: StoredBytes, header: Header, seed: number, left: number) {
    this.header = header;
    this.#stored = stored;
    this.#seed = seed;
    this.#left = left;
  }

  static async open(stored: StoredBytes, shape: Shape): Promise<SavedReading> {
    if (stored.size < headBytes) throw new RefusedBytes('too short');
    const head = new Int32Array(headBytes / 4);
    await fill(stored, new Uint8Array(head.buffer), 'the head');
    if (head[0] !== mark) throw new RefusedBytes('not a saved engine');
    if (head[1] !== savedVersion) throw new RefusedBytes(`version ${head[1]}, not ${savedVersion}`);
    const [length = 0, sum = 0] = head.subarray(2);
    if (length < 0 || length !== rounded(length) || head.subarray(4).some((cell) => cell !== 0)) {
      throw new RefusedBytes('the head is damaged');
    }
    const left = stored.size - headBytes - length;
    if (left < 0) throw new RefusedBytes('the header is cut off');
    const bytes = new Uint8Array(length);
    await fill(stored, bytes, 'the header');
    if (checksumOf(bytes, 0) !== sum) throw new RefusedBytes('the header is damaged');
    const header = JSON.parse(new TextDecoder().decode(bytes)) as Header;
    if (JSON.stringify(header.shape) !== JSON.stringify(shape)) {
      throw new RefusedBytes('saved with another shape');
    }
    return new SavedReading(stored, header, sum, left);
  }

  /** First. */
  async packed(): Promise<Packed> {
    const arrays: Record<string, Cells> = {};
    let needed = 0;
    for (const { kind, length } of this.header.arrays) {
      const bytes = rounded(length * cellKinds[kind]!.BYTES_PER_ELEMENT);
      needed += bytes + Math.ceil(bytes / frameBytes) * frameHeadBytes;
    }
    if (needed > this.#left) throw new RefusedBytes('its arrays are cut off');
    let last: Frame | null = null;
    for (const { name, kind, length } of this.header.arrays) {
      const Kind = cellKinds[kind]!;
      const bytes = new SharedArrayBuffer(rounded(length * Kind.BYTES_PER_ELEMENT));
      arrays[name] = new Kind(bytes, 0, length);
      for (let at = 0; at < bytes.byteLength; at += frameBytes) {
        const size = Math.min(frameBytes, bytes.byteLength - at);
        const reading = this.#array(`array ${name}`, new Uint8Array(bytes, at, size));
        const isSound = last === null || soundness(last);
        const next: Frame = await reading;
        if (!isSound) throw new RefusedBytes(`${last!.name} is damaged`);
        last = next;
      }
    }
    requireSound(last);
    return { numbers: this.header.numbers, arrays };
  }

  /** Second: in the order in which they are to be made. */
  async *changes(): AsyncGenerator<Change[]> {
    for (;;) {
      const { kind, size, sum, seed } = await this.#head('the changes');
      if (kind === frameKinds.array || size > this.#left) {
        throw new RefusedBytes('the changes are cut off or damaged');
      }
      const payload = new Uint8Array(size);
      await this.#fill(payload, 'the changes');
      requireSound({
        name: kind === frameKinds.end ? 'the end' : 'the changes',
        payload,
        sum,
        seed,
      });
      if (kind === frameKinds.end) break;
      yield decodedChanges(payload, this.header.shape);
    }
    if (this.#left > 0) throw new RefusedBytes('longer than it says');
  }

  async #array(name: string, payload: Uint8Array): Promise<Frame> {
    const { kind, size, sum, seed } = await this.#head(name);
    if (kind !== frameKinds.array || size !== payload.length) {
      throw new RefusedBytes(`${name} is damaged`);
    }
    await this.#fill(payload, name);
    return { name, payload, sum, seed };
  }

  async #head(name: string) {
    const head = new Int32Array(frameHeadBytes / 4);
    await this.#fill(new Uint8Array(head.buffer), name);
    const [kind = 0, size = 0, sum = 0, zero = 0] = head;
    if (zero !== 0 || size < 0 || size !== rounded(size)) {
      throw new RefusedBytes(`${name} is damaged`);
    }
    return { kind, size, sum, seed: frameSeed(this.#seed, this.#frames++, kind, size) };
  }

  async #fill(target: Uint8Array, name: string): Promise<void> {
    await fill(this.#stored, target, name);
    this.#left -= target.length;
  }
}

function soundness({ payload, sum, seed }: Frame): boolean {
  return checksumOf(payload, seed) === sum;
}

function requireSound(frame: Frame | null): void {
  if (frame !== null && !soundness(frame)) throw new RefusedBytes(`${frame.name} is damaged`);
}

async function fill(stored: StoredBytes, target: Uint8Array, name: string): Promise<void> {
  if (target.length === 0) return;
  const read = await stored.readInto(target);
  if (read < target.length) throw new RefusedBytes(`${name} is cut off`);
}
