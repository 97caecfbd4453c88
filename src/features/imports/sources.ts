// Works by the addresses that they were brought in from.
import type { Reader } from '../../kit/sql/index.ts';
import type { WorkId } from '../../shared/ids.ts';
import { normaliseAddress } from './readers/addresses.ts';
import { listBySources } from './store/imports.ts';

/** Addresses of one question. */
const atOnce = 500;

/** Of each address the work that came from there first; whoever asks may see it or not. */
export async function worksOfSources(
  reader: Reader,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, WorkId>> {
  const works = new Map<string, WorkId>();
  for (let from = 0; from < addresses.length; from += atOnce) {
    const typed = addresses.slice(from, from + atOnce);
    const known = new Map(typed.map((address) => [address, normaliseAddress(address)]));
    const sources = [...new Set(known.values())].filter((source) => source !== null);
    const found = await listBySources(reader, sources);
    for (const [address, source] of known) {
      const work = source === null ? undefined : found.get(source);
      if (work !== undefined) works.set(address, work);
    }
  }
  return works;
}
