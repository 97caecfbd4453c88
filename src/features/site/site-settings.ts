// What the host may set in the archive itself, with what stands until then.
import type { Reader } from '../../kit/sql/index.ts';
import { readSiteSettings } from './store.ts';

export const defaultSiteName = 'Inkstead';

/** Name and notice, as every page shows them. */
export async function readSiteFrame(
  reader: Reader,
): Promise<{ readonly name: string; readonly notice: string | null }> {
  const settings = await readSiteSettings(reader);
  return { name: settings.get('name') ?? defaultSiteName, notice: settings.get('notice') ?? null };
}
