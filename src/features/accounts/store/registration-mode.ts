// What the host has chosen about registering: a row of the site's settings.
import { preparedRead, type Reader } from '../../../kit/sql/index.ts';

/** The word that is kept; null while the host has chosen nothing. */
export async function readChosenRegistration(reader: Reader): Promise<string | null> {
  const [row] = await readChosen(reader);
  return row?.value ?? null;
}

const readChosen = preparedRead((reader) =>
  reader.selectFrom('site_settings').select('value').where('name', '=', 'registration'),
);
