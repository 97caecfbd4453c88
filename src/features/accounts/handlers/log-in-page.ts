// The page that logs in, with what a try before it has left.
import type { Parts } from '../../../shared/parts.ts';
import type { Ask } from '../../../web/ask.ts';
import type { Page } from '../../../web/document.ts';
import { logInPage } from '../pages/log-in.ts';
import { askForPasskey } from '../passkeys/actions.ts';
import { readRegistration } from '../registration-mode.ts';

export type LogInTyped = {
  readonly login?: string;
  readonly remember?: boolean;
  readonly returnTo: string | null;
  /** Why the last try failed, as a sentence. */
  readonly problem?: string | undefined;
};

export async function logInPageOf(ask: Ask, parts: Parts, typed: LogInTyped): Promise<Page> {
  const { returnTo, problem, ...rest } = typed;
  const formToken = ask.session.formToken();
  return logInPage({
    ...rest,
    formToken,
    registration: await readRegistration(parts.database.read, parts.settings),
    passkey: askForPasskey(parts, formToken),
    ...(returnTo !== null && { returnTo }),
    ...(problem !== undefined && { problem }),
  });
}
