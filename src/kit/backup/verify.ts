// Proves a back-up without restoring it.
import type { BackupHeader, Counts } from './format.ts';
import { readBackup } from './read.ts';
import { withReferences } from './references.ts';
import { BackupRefused } from './refused.ts';

/** What a sound back-up holds. */
export type Verified = Counts & { readonly header: BackupHeader };

/**
 * Reads the whole file: form, counts, checksums, the files' digests, and that every foreign key
 * finds its row. Throws BackupRefused naming the first line and table where something is wrong.
 */
export async function verifyBackup(
  path: string,
  options: { progress?: (counts: Counts) => void; signal?: AbortSignal } = {},
): Promise<Verified> {
  let header: BackupHeader | null = null;
  const counts = { tables: {} as Record<string, number>, files: 0 };
  for await (const event of withReferences(path, readBackup(path, options.signal))) {
    if (event.kind === 'header') header = event.header;
    if (event.kind === 'table') counts.tables[event.table.name] = 0;
    if (event.kind === 'rows') {
      counts.tables[event.table.name] = (counts.tables[event.table.name] ?? 0) + event.rows.length;
    }
    if (event.kind === 'file') counts.files += 1;
    if (event.kind === 'rows' || event.kind === 'file') options.progress?.(counts);
  }
  // The events go on after the closing line: what follows it must be nothing.
  if (header !== null) return { header, ...counts };
  throw new BackupRefused(`${path} is not an Inkstead back-up`);
}
