// The lines of a gzip file, a few at a time, with a digest of everything that came before.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

export type Lines = {
  /** The number of the first of them; lines are counted from 1. */
  readonly first: number;
  /** Without their ends. */
  readonly texts: readonly string[];
  /** SHA-256 of every byte before the line at this place, in hex. Ask in rising order. */
  digestBefore(at: number): string;
};

/** Why the lines end early. */
export type Damage = 'cut' | 'garbled' | 'not-gzip' | 'line-too-long';

/** The lines end early, or cannot be read. */
export class DamagedLines extends Error {
  override name = 'DamagedLines';
  readonly damage: Damage;

  constructor(damage: Damage) {
    super(damage);
    this.damage = damage;
  }
}

/** Reads with bounded memory; throws DamagedLines, or the system's own error for the file. */
export async function* compressedLines(
  path: string,
  longest: number,
  signal?: AbortSignal,
): AsyncGenerator<Lines> {
  const hash = createHash('sha256');
  let rest: Buffer = Buffer.alloc(0);
  let first = 1;
  for await (const chunk of unzipped(path, signal)) {
    const data: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const starts: number[] = [];
    const texts: string[] = [];
    let start = 0;
    for (let end = data.indexOf(10); end >= 0; end = data.indexOf(10, start)) {
      starts.push(start);
      texts.push(data.toString('utf8', start, end));
      start = end + 1;
    }
    let done = 0;
    const digestTo = (offset: number) => {
      hash.update(data.subarray(done, offset));
      done = offset;
      return hash;
    };
    if (texts.length > 0) {
      yield {
        first,
        texts,
        digestBefore: (at) =>
          digestTo(starts[at] as number)
            .copy()
            .digest('hex'),
      };
    }
    digestTo(start);
    first += texts.length;
    rest = data.subarray(start);
    if (rest.length > longest) throw new DamagedLines('line-too-long');
  }
  if (rest.length > 0) throw new DamagedLines('cut');
}

async function* unzipped(path: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: 262_144, ...(signal ? { signal } : {}) });
  const gunzip = createGunzip({ chunkSize: 262_144 });
  file.on('error', (error) => gunzip.destroy(error));
  let begun = false;
  try {
    for await (const chunk of file.pipe(gunzip)) {
      begun = true;
      yield chunk as Buffer;
    }
    if (!begun) throw new DamagedLines('not-gzip');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw new DamagedLines('cut');
    if (code === 'Z_DATA_ERROR') {
      const isOther = (error as Error).message === 'incorrect header check' && !begun;
      throw new DamagedLines(isOther ? 'not-gzip' : 'garbled');
    }
    throw error;
  } finally {
    file.destroy();
    gunzip.destroy();
  }
}
