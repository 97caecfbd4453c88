// All SQL of skins.
import type { Reader, Transaction } from '../../kit/sql/index.ts';
import type { SkinId, UserId } from '../../shared/ids.ts';
import { caseKey } from '../../text/index.ts';
import type { ListedSkin, Skin } from './skin.ts';

/** What a person may give a work: their own skins, then those of the archive, by title. */
export async function listSkinsFor(
  reader: Reader | Transaction,
  user: UserId,
): Promise<(ListedSkin & { readonly own: boolean })[]> {
  const rows = await reader
    .selectFrom('skins')
    .select(['id', 'title', 'offered', 'user_id'])
    .where((eb) => eb.or([eb('user_id', '=', user), eb('offered', '=', 1)]))
    .orderBy('title_key')
    .orderBy('id')
    .execute();
  const listed = rows.map(({ id, title, offered, user_id }) => {
    return { id, title, offered: offered === 1, own: user_id === user };
  });
  return [...listed.filter(({ own }) => own), ...listed.filter(({ own }) => !own)];
}

/** For rules and for works that have it: whoever shows it asks first who may see it. */
export async function findSkin(reader: Reader | Transaction, id: SkinId): Promise<Skin | null> {
  const row = await reader.selectFrom('skins').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const { user_id: owner, title, source, css, offered, edited_at: editedAt } = row;
  return { id, owner, title, source, css, offered: offered === 1, editedAt };
}

/** The person's own one of that title. */
export async function findSkinByTitle(
  reader: Reader | Transaction,
  user: UserId,
  title: string,
): Promise<Skin | null> {
  const row = await reader
    .selectFrom('skins')
    .select('id')
    .where('user_id', '=', user)
    .where('title_key', '=', caseKey(title))
    .executeTakeFirst();
  return row === undefined ? null : findSkin(reader, row.id);
}

export async function countSkins(reader: Reader | Transaction, user: UserId): Promise<number> {
  const row = await reader
    .selectFrom('skins')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('user_id', '=', user)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function insertSkin(transaction: Transaction, skin: Skin): Promise<void> {
  await transaction
    .insertInto('skins')
    .values({
      id: skin.id,
      user_id: skin.owner,
      ...columnsOf(skin),
      created_at: skin.editedAt,
    })
    .execute();
}

export async function updateSkin(transaction: Transaction, skin: Skin): Promise<void> {
  await transaction.updateTable('skins').set(columnsOf(skin)).where('id', '=', skin.id).execute();
}

function columnsOf({ title, source, css, offered, editedAt }: Skin) {
  return {
    title,
    title_key: caseKey(title),
    source,
    css,
    offered: offered ? (1 as const) : (0 as const),
    edited_at: editedAt,
  };
}

/** Works that have it are without one then, by the foreign key. */
export async function removeSkin(transaction: Transaction, id: SkinId): Promise<void> {
  await transaction.deleteFrom('skins').where('id', '=', id).execute();
}
