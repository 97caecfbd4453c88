// Giving and taking roles, each written down.
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Role } from '../../../shared/viewer.ts';
import { text } from '../messages.ts';
import { done, fault, type Outcome, writeUnlessFault } from '../outcome.ts';
import { writeAudit } from '../store/audit.ts';
import { deleteRole, insertRole, listActingAdmins, listRoles } from '../store/people.ts';

/** Whose role, which, by whom and why. */
export type RoleChange = {
  readonly userId: UserId;
  readonly role: Role;
  /** Null: a command of the operator. Whether this person may give roles is the caller's check. */
  readonly actorId: UserId | null;
  readonly reason?: string;
};

/** Gives a role; nothing happens if the person has it. */
export async function giveRole(parts: Parts, change: RoleChange): Promise<void> {
  await parts.database.write(async (transaction) => {
    await grantRole(transaction, parts, change);
  });
}

/** The same inside a transaction that does more. */
export async function grantRole(
  transaction: Transaction,
  parts: Parts,
  change: RoleChange,
): Promise<void> {
  const now = parts.clock.now();
  const held = await listRoles(transaction, change.userId);
  if (held.includes(change.role)) return;
  await insertRole(transaction, change.userId, change.role, now);
  await auditRole(transaction, parts, 'give role', change);
  await recordChange(transaction, 'user', [change.userId], now);
}

/** Takes a role away; a fault when that would leave the archive without an admin. */
export async function takeRole(parts: Parts, change: RoleChange): Promise<Outcome<null>> {
  return writeUnlessFault(parts.database, async (transaction) => {
    // First, for its lock: two admins who take each other's role at once must not both succeed.
    await recordChange(transaction, 'user', [change.userId], parts.clock.now());
    const held = await listRoles(transaction, change.userId);
    if (!held.includes(change.role)) return done(null);
    if (change.role === 'admin') {
      const admins = await listActingAdmins(transaction);
      if (!admins.some((id) => id !== change.userId)) return fault('role', text.lastAdmin());
    }
    await deleteRole(transaction, change.userId, change.role);
    await auditRole(transaction, parts, 'take role', change);
    return done(null);
  });
}

async function auditRole(
  transaction: Transaction,
  parts: Parts,
  act: string,
  { userId, role, actorId, reason }: RoleChange,
): Promise<void> {
  await writeAudit(transaction, {
    id: parts.ids.next(),
    at: parts.clock.now(),
    actorId,
    act,
    subjectKind: 'user',
    subjectId: userId,
    reason,
    detail: { role },
  });
}
