// The rule for new passwords, and the one way to check a current one.
import { isPasswordTooLong } from '../../kit/passwords/index.ts';
import { countCharacters } from '../../text/index.ts';
import { passwordLeast } from './limits.ts';
import { text } from './messages.ts';

/** Why a new password may not be, as a sentence; null when it may. No rule asks for digits. */
export function passwordProblem(
  password: string,
  owner: { readonly login: string; readonly email: string | null },
): string | null {
  if (countCharacters(password) < passwordLeast) return text.passwordShort();
  if (isPasswordTooLong(password)) return text.passwordLong();
  const same = (name: string | null) => name?.toLowerCase() === password.toLowerCase();
  return same(owner.login) || same(owner.email) ? text.passwordLikeName() : null;
}
