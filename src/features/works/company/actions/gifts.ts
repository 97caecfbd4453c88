// Giving works, and refusing them.
import { type FieldError, Refused } from '../../../../kit/http/index.ts';
import { recordChange, type Transaction } from '../../../../kit/sql/index.ts';
import type { WorkId } from '../../../../shared/ids.ts';
import type { Parts } from '../../../../shared/parts.ts';
import type { Member } from '../../../../shared/viewer.ts';
import { caseKey, countCharacters } from '../../../../text/index.ts';
import { areApart, findPseudCalled } from '../../../accounts/index.ts';
import type { WorkGiftsTable } from '../../schema.ts';
import { findWork } from '../../store/reads.ts';
import { updateWork } from '../../store/writes.ts';
import { giftNameCharactersMax, giftsMax } from '../limits.ts';
import { text } from '../messages.ts';
import { listGiftRows, replaceGifts, setRefused } from '../store/gifts.ts';

type Giving = { readonly member: Member; readonly work: WorkId; readonly at: number };

/** Names from elsewhere are of people elsewhere, also where a member here is called the same. */
type GiftNames = { readonly elsewhere?: boolean };

/**
 * Makes the gifts of a work those of these names: of members where a name means one, else of
 * somebody who is not here. Who has refused the work is not given it again.
 */
export async function settleGifts(
  transaction: Transaction,
  { member, work, at }: Giving,
  names: readonly string[],
  { elsewhere = false }: GiftNames = {},
): Promise<FieldError[]> {
  const problems: string[] = [];
  if (names.length > giftsMax) problems.push(text.giftsTooMany({ most: giftsMax }));
  const before = await listGiftRows(transaction, work);
  const rows = new Map<string, WorkGiftsTable>();
  for (const name of names.slice(0, giftsMax)) {
    const found = elsewhere ? 'nobody' : await findPseudCalled(transaction, member, name);
    const person = typeof found === 'string' ? null : found;
    const shown = person?.name ?? name;
    // A member and a mere name that is spelt like theirs are not the same.
    const key = person === null ? caseKey(name) : `@${caseKey(person.login)}`;
    const known = before.find((row) => row.name_key === key);
    if (countCharacters(name) > giftNameCharactersMax) {
      problems.push(text.giftNameTooLong({ most: giftNameCharactersMax }));
    } else if (person?.userId === member.userId) problems.push(text.giftToYourself());
    else if (known !== undefined && known.refused_at !== null) {
      problems.push(text.giftRefused({ name: shown }));
    } else if (
      person !== null &&
      known === undefined &&
      (await areApart(transaction, member.userId, [person.userId]))
    ) {
      problems.push(text.giftApart({ name: shown }));
    } else {
      rows.set(key, {
        work_id: work,
        name_key: key,
        name: shown,
        user_id: person?.userId ?? null,
        position: rows.size + 1,
        given_at: known?.given_at ?? at,
        refused_at: null,
        told_at: known?.told_at ?? null,
      });
    }
  }
  if (problems.length === 0) await replaceGifts(transaction, work, [...rows.values()]);
  return problems.map((detail) => ({ field: 'gifts', detail }));
}

/** The recipient does not want the work shown as a gift to them, or wants it again after all. */
export async function answerGift(
  parts: Parts,
  member: Member,
  work: WorkId,
  said: 'refuse' | 'accept',
): Promise<void> {
  const { standing } = await findWork(parts.database.read, member, work);
  if (standing !== 'seen') throw new Refused(404);
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    const known = await setRefused(transaction, work, member.userId, said === 'refuse' ? at : null);
    if (!known) throw new Refused(404);
    await updateWork(transaction, work, { edited_at: at });
    await recordChange(transaction, 'work', [work], at);
  });
}
