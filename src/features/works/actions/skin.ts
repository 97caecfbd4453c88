import type { FieldError } from '../../../kit/http/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { SkinId } from '../../../shared/ids.ts';
import type { Member } from '../../../shared/viewer.ts';
import { findSkin, mayUse } from '../../skins/index.ts';
import { text } from '../messages.ts';

/** What stands against the member giving a work that skin. */
export async function skinProblems(
  transaction: Transaction,
  member: Member,
  id: SkinId | null | undefined,
): Promise<FieldError[]> {
  if (id === null || id === undefined) return [];
  const skin = await findSkin(transaction, id);
  if (skin !== null && mayUse(member, skin)) return [];
  return [{ field: 'skin', detail: text.skinNotYours() }];
}
