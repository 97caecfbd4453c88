// What a back-up consists of, as bytes in order.
import { createHash, type Hash } from 'node:crypto';
import type { Files } from '../files/index.ts';
import { appliedMigrations, type Milliseconds, type Snapshot } from '../sql/index.ts';
import { isoTime } from '../time/index.ts';
import { type BackupHeader, type Counts, formatName, formatVersion, pieceBytes } from './format.ts';
import { rowWriter } from './rows.ts';
import type { BackupSource } from './write.ts';

/** The first line: what was taken, when, and how its tables look. */
export async function makeHeader(
  snapshot: Snapshot,
  source: BackupSource,
  at: Milliseconds,
): Promise<BackupHeader> {
  const tables = [...source.leftOutTables].sort();
  return {
    format: formatName,
    version: formatVersion,
    createdAt: isoTime(at),
    product: source.product,
    migrations: await appliedMigrations({ read: snapshot.reader }),
    leftOut: { tables, things: [...source.leftOutThings] },
    files: source.files !== null,
    tables: await snapshot.tables(new Set(tables)),
  };
}

/** Every byte of the back-up before compression; returns what it held. */
export async function* backupText(
  snapshot: Snapshot,
  files: Files | null,
  header: BackupHeader,
  progress: (counts: Counts) => void = () => {},
): AsyncGenerator<Buffer, Counts> {
  const hash = createHash('sha256');
  const counts = { tables: {} as Record<string, number>, files: 0 };
  yield hashed(hash, [JSON.stringify(header)]);
  for (const table of header.tables) {
    yield hashed(hash, [JSON.stringify({ table: table.name })]);
    let rows = 0;
    const encode = rowWriter(table);
    for await (const batch of snapshot.rows(table)) {
      yield hashed(hash, batch.map(encode));
      rows += batch.length;
      counts.tables[table.name] = rows;
      progress(counts);
    }
    counts.tables[table.name] = rows;
    yield hashed(hash, [JSON.stringify({ end: 'table', rows, sha256: soFar(hash) })]);
  }
  for (const path of (await files?.list('')) ?? []) {
    const bytes = await files?.get(path);
    // A file that was removed since it was listed belongs to no row of this moment.
    if (!bytes) continue;
    yield* fileText(hash, path, bytes);
    counts.files += 1;
    progress(counts);
  }
  yield hashed(hash, [JSON.stringify({ end: 'backup', ...counts, sha256: soFar(hash) })]);
  return counts;
}

function* fileText(hash: Hash, path: string, bytes: Uint8Array): Generator<Buffer> {
  yield hashed(hash, [JSON.stringify({ file: path, bytes: bytes.length })]);
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const piece = Buffer.from(bytes.subarray(from, from + pieceBytes));
    yield hashed(hash, [JSON.stringify(piece.toString('base64'))]);
  }
  const contentSha256 = createHash('sha256').update(bytes).digest('hex');
  yield hashed(hash, [JSON.stringify({ end: 'file', contentSha256 })]);
}

function hashed(hash: Hash, lines: readonly string[]): Buffer {
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  hash.update(bytes);
  return bytes;
}

function soFar(hash: Hash): string {
  return hash.copy().digest('hex');
}
