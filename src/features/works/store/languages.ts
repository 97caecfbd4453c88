// SQL of the languages that works may be in.
import { preparedRead, type Reader, type Transaction } from '../../../kit/sql/index.ts';
import { type Language, type Languages, languagesOf } from '../languages.ts';

/** As they are now. */
export async function readLanguages(reader: Reader | Transaction): Promise<Languages> {
  const rows = await readAll(reader);
  return languagesOf(
    rows.map(({ tag, name, direction, offered, formerly }) => ({
      tag,
      name,
      direction,
      offered: offered === 1,
      formerly: formerly === '' ? [] : formerly.split('\n'),
    })),
  );
}

const readAll = preparedRead((reader) =>
  reader
    .selectFrom('languages')
    .select(['tag', 'name', 'direction', 'offered', 'formerly'])
    .orderBy('place')
    .orderBy('tag'),
);

/** A new one, or what stands there as it shall be. */
export async function putLanguage(
  transaction: Transaction,
  { tag, name, direction, offered, formerly }: Language,
  place: number,
): Promise<void> {
  const values = {
    name,
    direction,
    place,
    offered: offered ? (1 as const) : (0 as const),
    formerly: formerly.join('\n'),
  };
  await transaction
    .insertInto('languages')
    .values({ tag, ...values })
    .onConflict((conflict) => conflict.column('tag').doUpdateSet(values))
    .execute();
}
