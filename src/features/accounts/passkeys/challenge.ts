// What a passkey signs: made for one purpose in one session, good for a while, and once. It is
// signed by us, so that a page that only shows it writes nothing.
import { equalText, hashToken, randomToken, sign } from '../../../kit/ids/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { Parts } from '../../../shared/parts.ts';
import { challengeMs } from './limits.ts';
import { useChallenge } from './store.ts';

/** `formToken`: of the session that the challenge is given to. */
export function makeChallenge(parts: Parts, purpose: string, formToken: string): string {
  const said = `${randomToken(parts.random, 128)}.${parts.clock.now() + challengeMs}`;
  return `${said}.${signature(parts, purpose, formToken, said)}`;
}

/** Whether it is one of ours, for that purpose and session, and in time. */
export function isChallenge(
  parts: Parts,
  purpose: string,
  formToken: string,
  given: string,
): boolean {
  const [, said = '', until = '', signed = ''] =
    /^([\w-]{22}\.(\d{1,16}))\.([\w-]{43})$/.exec(given) ?? [];
  if (said === '' || Number(until) < parts.clock.now()) return false;
  return equalText(signature(parts, purpose, formToken, said), signed);
}

/** True for the one call that uses it up. */
export function spendChallenge(
  transaction: Transaction,
  parts: Parts,
  given: string,
): Promise<boolean> {
  const now = parts.clock.now();
  return useChallenge(transaction, hashToken(given), now + challengeMs, now);
}

function signature(parts: Parts, purpose: string, formToken: string, said: string): string {
  return sign(parts.secret, `passkey:${purpose}:${hashToken(formToken)}:${said}`);
}
