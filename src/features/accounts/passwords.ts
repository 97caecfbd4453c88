// The rule for new passwords. None asks for digits or signs: a password is long enough, not among
// the commonest, and more than the names that everybody can read beside it.
import { isPasswordTooLong } from '../../kit/passwords/index.ts';
import type { Parts } from '../../shared/parts.ts';
import { countCharacters } from '../../text/index.ts';
import { isGuessedFirst } from './guessed-first.ts';
import { knownNameLeast, passwordLeast } from './limits.ts';
import { text } from './messages.ts';
import { readSiteName } from './store/site-name.ts';

/** Why a new password may not be, as a sentence; null when it may. */
export async function passwordProblem(
  parts: Pick<Parts, 'database' | 'settings'>,
  password: string,
  owner: { readonly login: string; readonly email: string | null },
): Promise<string | null> {
  if (countCharacters(password) < passwordLeast) return text.passwordShort();
  if (isPasswordTooLong(password)) return text.passwordLong();
  const siteName = await readSiteName(parts.database.read);
  const { hostname } = new URL(parts.settings.url);
  const names = [owner.email, owner.login, siteName, hostname, 'inkstead'];
  if (countCharacters(withoutNames(password, names)) < passwordLeast)
    return text.passwordLikeName();
  return (await isGuessedFirst(password)) ? text.passwordCommon() : null;
}

/** What is left of the password when names are taken out; all of it when there are none in it. */
function withoutNames(password: string, names: readonly (string | null)[]): string {
  const plain = (word: string) => word.normalize('NFKC').toLowerCase();
  let left = plain(password);
  for (const name of names) {
    // A whole address first, then what stands before its sign; a title with and without spaces.
    const [local = ''] = name?.split('@') ?? [];
    for (const form of [name ?? '', local, local.replace(/\s+/g, '')].map(plain)) {
      if (countCharacters(form) >= knownNameLeast) left = left.replaceAll(form, '');
    }
  }
  return left;
}
