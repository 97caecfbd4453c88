// The site's own settings: name and value, a row each.
import {
  type Milliseconds,
  preparedRead,
  type Reader,
  type Transaction,
} from '../../kit/sql/index.ts';

export async function readSiteSettings(
  reader: Reader | Transaction,
): Promise<ReadonlyMap<string, string>> {
  const rows = await readAll(reader);
  return new Map(rows.map((row) => [row.name, row.value]));
}

const readAll = preparedRead((reader) =>
  reader.selectFrom('site_settings').select(['name', 'value']),
);

export async function writeSiteSetting(
  transaction: Transaction,
  name: string,
  value: string,
  at: Milliseconds,
): Promise<void> {
  await transaction
    .insertInto('site_settings')
    .values({ name, value, changed_at: at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, changed_at: at }))
    .execute();
}
