// The name that a guest gives themself for a word or two.
import type { Reader } from '../../kit/sql/index.ts';
import type { UserId } from '../../shared/ids.ts';
import { emailFault } from './emails.ts';
import { isReservedLook, nameLook, pseudFault, tidyPseud } from './names.ts';
import { isLookOfOthersLogin } from './store/people.ts';
import { isLookOfOthersPseud } from './store/pseuds.ts';

const nobody = 0 as UserId;

/**
 * The name, tidied; `form` when it is none, `taken` when it is, or looks like, the log-in name,
 * present or past, or a pseud of anybody, or a word that is reserved.
 */
export async function checkGuestName(
  reader: Reader,
  typed: string,
): Promise<{ readonly name: string } | 'form' | 'taken'> {
  const name = tidyPseud(typed);
  if (pseudFault(name) !== null) return 'form';
  const look = nameLook(name);
  if (isReservedLook(look)) return 'taken';
  if (await isLookOfOthersLogin(reader, look, nobody)) return 'taken';
  return (await isLookOfOthersPseud(reader, look, nobody)) ? 'taken' : { name };
}

/** Whether the text can be one mail address. */
export function isEmail(typed: string): boolean {
  return emailFault(typed) === null;
}
