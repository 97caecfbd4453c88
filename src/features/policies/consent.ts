// Who has agreed to the content policy as it is now. It is asked before a work is posted by a form:
// the first time, and again after the policy has become another.
import type { Reader } from '../../kit/sql/index.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { findConsent, insertConsent, newestVersion } from './store.ts';

export type ConsentStanding = {
  /** Of the policy that is in force. */
  readonly version: number;
  /** When the person agreed to it; null: they have to be asked. */
  readonly agreedAt: number | null;
};

/** The policy's version in force, and whether the member has agreed to it. */
export async function readConsent(reader: Reader, member: Member): Promise<ConsentStanding> {
  const version = Math.max(1, await newestVersion(reader, 'policy'));
  return { version, agreedAt: await findConsent(reader, member.userId, version) };
}

/**
 * Whether the member may post: they have agreed before, or do so now to the version in force, which
 * is then kept with the time. `ticked`: the version whose box was ticked, empty if none was.
 */
export async function takeConsent(parts: Parts, member: Member, ticked: string): Promise<boolean> {
  const { version, agreedAt } = await readConsent(parts.database.read, member);
  if (agreedAt !== null) return true;
  // A box that was ticked under an older policy says nothing of the new one.
  if (ticked !== String(version)) return false;
  const row = { user_id: member.userId, version, agreed_at: parts.clock.now() };
  await parts.database.write((transaction) => insertConsent(transaction, row));
  return true;
}
