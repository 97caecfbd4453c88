// Who may register: the stricter of what the installation was started with and what the host has
// chosen in the archive.
import { type Registration, registrations, type Settings } from '../../kit/config/index.ts';
import type { Reader } from '../../kit/sql/index.ts';
import { readChosenRegistration } from './store/registration-mode.ts';

/** Who may register now. */
export async function readRegistration(
  reader: Reader,
  { registration }: Pick<Settings, 'registration'>,
): Promise<Registration> {
  const chosen = registrations.indexOf((await readChosenRegistration(reader)) as Registration);
  // What nobody has chosen is at -1, before the most open.
  return registrations[Math.max(chosen, registrations.indexOf(registration))] ?? registration;
}
