// The account that holds what people have orphaned. Nobody can log in with it.
import type { Ids } from '../../../kit/ids/index.ts';
import { type Milliseconds, recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { PseudId, UserId } from '../../../shared/ids.ts';
import { findUserByLogin } from '../store/people.ts';
import { insertPerson } from './people.ts';
import { findOrInsertPseud } from './pseuds.ts';

// Reserved, so that it is nobody's.
const orphanLogin = 'orphan_account';

/**
 * The orphan account's pseud of that name, or its plain one for null, made on first use. Call it
 * before anything else in the transaction that takes a lock.
 */
export async function orphanPseud(
  transaction: Transaction,
  wanted: { readonly name: string | null; readonly ids: Ids; readonly now: Milliseconds },
): Promise<{ readonly pseudId: PseudId; readonly userId: UserId }> {
  const { ids, now } = wanted;
  let userId = (await findUserByLogin(transaction, orphanLogin))?.id;
  if (userId === undefined) {
    userId = ids.next() as UserId;
    // Its lock makes a second one wait, and fail on the unique name.
    await recordChange(transaction, 'user', [userId], now);
    const account = { login: orphanLogin, email: null, passwordHash: null, ids, now };
    await insertPerson(transaction, userId, account);
    await findOrInsertPseud(transaction, { userId, name: orphanLogin, first: true, ids, now });
  }
  const name = wanted.name ?? orphanLogin;
  const pseud = await findOrInsertPseud(transaction, { userId, name, first: false, ids, now });
  return { pseudId: pseud.id, userId };
}
