// Reads a back-up from its start to its end and believes nothing: every line has the form it
// must have, counts and checksums agree, and nothing is missing.

import { compressedLines, type Damage, DamagedLines } from './compressed-lines.ts';
import { longestLine } from './format.ts';
import { type BackupEvent, BackupParser } from './parse.ts';
import { BackupRefused } from './refused.ts';
import { UnfitLine } from './unfit-line.ts';

/**
 * What is in the file, in order. Throws BackupRefused, naming line and table, as soon as something
 * is wrong; only after the event 'closing' is the whole known to be right.
 */
export async function* readBackup(path: string, signal?: AbortSignal): AsyncGenerator<BackupEvent> {
  const parser = new BackupParser();
  try {
    for await (const lines of compressedLines(path, longestLine, signal)) {
      for (let at = 0; at < lines.texts.length; at += 1) {
        yield* parser.take(lines.texts[at] as string, () => lines.digestBefore(at));
      }
      yield* parser.flush();
    }
    if (!parser.closed) throw new DamagedLines('cut');
  } catch (error) {
    if (signal?.aborted) throw new BackupRefused('stopped');
    throw inPlace(error, path, parser);
  }
}

function inPlace(error: unknown, path: string, parser: BackupParser): unknown {
  if (error instanceof UnfitLine) {
    if (parser.header === null) return new BackupRefused(`${path} ${error.message}`);
    return new BackupRefused(`${path} is altered in ${parser.place()}: ${error.message}`);
  }
  if (error instanceof DamagedLines) {
    return new BackupRefused(`${path} ${damageWords(error.damage, parser)}`);
  }
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new BackupRefused(`${path} is not there`);
  if (code === 'EISDIR') return new BackupRefused(`${path} is a folder, not a back-up`);
  if (code === 'EACCES') return new BackupRefused(`${path} cannot be read by this user`);
  return error;
}

function damageWords(damage: Damage, parser: BackupParser): string {
  if (damage === 'not-gzip') return 'is not an Inkstead back-up: it is not compressed with gzip';
  if (damage === 'garbled') {
    return `is damaged: it cannot be decompressed any further than ${parser.place()}`;
  }
  if (parser.header === null) return 'is not an Inkstead back-up, or ends in its first line';
  if (damage === 'cut') return `is cut short: it ends after ${parser.place()}`;
  return `is altered after ${parser.place()}: the next line is longer than any of ours`;
}
