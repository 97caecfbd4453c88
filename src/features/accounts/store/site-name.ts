// What the host calls the archive: a row of the site's settings.
import { preparedRead, type Reader } from '../../../kit/sql/index.ts';

/** Null while the host has chosen nothing. */
export async function readSiteName(reader: Reader): Promise<string | null> {
  const [row] = await readName(reader);
  return row?.value ?? null;
}

const readName = preparedRead((reader) =>
  reader.selectFrom('site_settings').select('value').where('name', '=', 'name'),
);
