// Who creates a work: asked by a creator, named only once they agree, and free to leave unless
// they are the last.
import { type FieldError, Refused } from '../../../../kit/http/index.ts';
import { recordChange, type Transaction } from '../../../../kit/sql/index.ts';
import type { PseudId, UserId, WorkId } from '../../../../shared/ids.ts';
import type { Parts } from '../../../../shared/parts.ts';
import type { Member } from '../../../../shared/viewer.ts';
import { areApart, findPseudCalled } from '../../../accounts/index.ts';
import { leaveNotice } from '../../../notices/index.ts';
import { keepUnlessErrors, type Outcome } from '../../actions/outcome.ts';
import { requireOwnWork } from '../../actions/own-work.ts';
import { askAgain } from '../../actions/schedule.ts';
import { type CreatorIds, findPseudOwners } from '../../store/rows.ts';
import {
  findWorkFacts,
  listWithoutSeenCreators,
  replaceCreators,
  setCreatorsHidden,
  updateWork,
} from '../../store/writes.ts';
import { creatorInvitation } from '../invitation-notices.ts';
import { creatorsMax } from '../limits.ts';
import { text } from '../messages.ts';
import {
  findInvitation,
  listAsked,
  markRefused,
  putInvitation,
  removeInvitation,
} from '../store/invitations.ts';

type Asking = {
  readonly parts: Parts;
  readonly member: Member;
  readonly work: WorkId;
  readonly kind: 'join' | 'transfer';
  /** The field that errors name. */
  readonly field: string;
  readonly at: number;
};

/**
 * Asks the people of these names. Who is asked already, or is a creator, is passed over, so that a
 * form sent twice does no harm; who has refused is not asked again.
 */
export async function askPeople(
  transaction: Transaction,
  asking: Asking,
  names: readonly string[],
): Promise<FieldError[]> {
  const { parts, member, work, kind, field, at } = asking;
  const problems: string[] = [];
  const creators = await findPseudOwners(transaction, work);
  const asked = await listAsked(transaction, work);
  const people = new Set([...creators, ...asked].map(({ userId }) => userId));
  for (const name of names) {
    const found = await findPseudCalled(transaction, member, name);
    const shown = name.slice(0, 60);
    if (found === 'nobody') problems.push(text.personUnknown({ name: shown }));
    else if (found === 'several') problems.push(text.personUnclear({ name: shown }));
    else if (found.userId === member.userId) problems.push(text.inviteYourself());
    else if (asked.some((one) => one.userId === found.userId && one.refused)) {
      problems.push(text.personHasRefused({ name: shown }));
    } else if (await areApart(transaction, member.userId, [found.userId])) {
      problems.push(text.personApart({ name: shown }));
    } else {
      const known = creators.some(({ userId }) => userId === found.userId);
      if (known && kind === 'join') continue;
      const before = asked.find(({ userId }) => userId === found.userId);
      if (before?.kind === kind && before.by === member.login) continue;
      people.add(found.userId);
      await putInvitation(transaction, {
        work_id: work,
        user_id: found.userId,
        kind,
        invited_by: member.userId,
        invited_at: at,
        refused_at: null,
      });
      const notice = { person: found.userId, about: work };
      await leaveNotice(transaction, parts, creatorInvitation, notice);
    }
  }
  if (people.size > creatorsMax) problems.push(text.creatorsTooMany({ most: creatorsMax }));
  return problems.map((detail) => ({ field, detail }));
}

/** Asks people to be co-creators of one's own work. */
export async function inviteCreators(
  parts: Parts,
  member: Member,
  work: WorkId,
  names: readonly string[],
): Promise<Outcome<WorkId>> {
  return ask(parts, member, { work, kind: 'join', field: 'coCreators' }, names);
}

/** Offers one's own work to somebody who, accepting it, is creator in the member's place. */
export async function offerWork(
  parts: Parts,
  member: Member,
  work: WorkId,
  name: string,
): Promise<Outcome<WorkId>> {
  return ask(parts, member, { work, kind: 'transfer', field: 'transferTo' }, [name]);
}

function ask(
  parts: Parts,
  member: Member,
  asking: Pick<Asking, 'work' | 'kind' | 'field'>,
  names: readonly string[],
): Promise<Outcome<WorkId>> {
  const at = parts.clock.now();
  return keepUnlessErrors(parts, async (transaction) => {
    await requireOwnWork(transaction, member, asking.work);
    const errors = await askPeople(transaction, { ...asking, parts, member, at }, names);
    return { value: asking.work, errors };
  });
}

/** Takes a question back, or lets somebody who has refused be asked again. */
export async function withdrawInvitation(
  parts: Parts,
  member: Member,
  work: WorkId,
  user: UserId,
): Promise<void> {
  await parts.database.write(async (transaction) => {
    await requireOwnWork(transaction, member, work);
    const asked = (await listAsked(transaction, work)).find(({ userId }) => userId === user);
    // A refusal stands: else it would be a button to ask until somebody gives in.
    if (asked === undefined || asked.refused) return;
    await removeInvitation(transaction, work, user);
  });
}

/** Takes every open question to be a co-creator back, before those that stay are asked anew. */
export async function withdrawJoins(transaction: Transaction, work: WorkId): Promise<void> {
  for (const { userId, kind, refused } of await listAsked(transaction, work)) {
    if (kind === 'join' && !refused) await removeInvitation(transaction, work, userId);
  }
}

/** Says yes: from now on the member is a creator, under the pseud they choose. */
export async function acceptInvitation(
  parts: Parts,
  member: Member,
  work: WorkId,
  as: PseudId | null,
): Promise<void> {
  const pseud = member.pseuds.find(({ id }) => id === as) ?? member.pseuds[0];
  if (pseud === undefined) throw new Refused(404);
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    await findWorkFacts(transaction, work);
    const invitation = await findInvitation(transaction, work, member.userId);
    const creators = await findPseudOwners(transaction, work);
    if (invitation === null) {
      // A button pressed twice has done what it should.
      if (creators.some(({ userId }) => userId === member.userId)) return;
      throw new Refused(404);
    }
    const own = { pseudId: pseud.id, userId: member.userId };
    const after = creators.flatMap((one) => {
      if (one.userId === member.userId) return [];
      if (invitation.kind === 'transfer' && one.userId === invitation.by) return [own];
      return [one];
    });
    if (!after.includes(own)) after.push(own);
    await setCreators(transaction, work, after, at);
    await removeInvitation(transaction, work, member.userId);
  });
}

/** Says no. Who asked sees that, and cannot ask again. */
export async function refuseInvitation(parts: Parts, member: Member, work: WorkId): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    if ((await findInvitation(transaction, work, member.userId)) === null) throw new Refused(404);
    await markRefused(transaction, work, member.userId, at);
  });
}

/** The member is no longer a creator of the work; the last one stays. */
export async function leaveWork(parts: Parts, member: Member, work: WorkId): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    await requireOwnWork(transaction, member, work);
    const creators = await findPseudOwners(transaction, work);
    const others = creators.filter(({ userId }) => userId !== member.userId);
    if (others.length === 0) throw new Refused(409, { detail: text.lastCreator() });
    await setCreators(transaction, work, others, at);
  });
}

/** Sets who creates a work, and all that follows from it. */
export async function setCreators(
  transaction: Transaction,
  work: WorkId,
  creators: CreatorIds,
  at: number,
): Promise<void> {
  await replaceCreators(transaction, work, creators);
  const without = await listWithoutSeenCreators(transaction, [work]);
  await setCreatorsHidden(transaction, [work], without.length > 0);
  await updateWork(transaction, work, { edited_at: at });
  // A chapter that waited for somebody who is no creator any more waits for nobody now.
  await askAgain(transaction, work);
  await recordChange(transaction, 'work', [work], at);
}
