// What registering asks of invitations.
import { Refused } from '../../../kit/http/index.ts';
import { hashToken } from '../../../kit/ids/index.ts';
import type { Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { text } from './messages.ts';
import { isInvitationGood, useInvitation } from './store.ts';

/** Whether the code may still open an account. */
export async function isInvited({ database, clock }: Parts, code: string): Promise<boolean> {
  return isInvitationGood(database.read, hashToken(code), clock.now());
}

/** Uses the code up for a new person; Refused 422 when somebody else was faster. */
export async function useUpInvitation(
  transaction: Transaction,
  { clock }: Parts,
  code: string | undefined,
  newcomer: UserId,
): Promise<void> {
  if (code === undefined) return;
  if (await useInvitation(transaction, hashToken(code), newcomer, clock.now())) return;
  const detail = text.codeGone();
  throw new Refused(422, { detail, errors: [{ field: 'login', detail }] });
}
