// Pseuds: the names that works are posted under.
import { Refused } from '../../../kit/http/index.ts';
import type { Ids } from '../../../kit/ids/index.ts';
import { type Milliseconds, recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { PseudId, UserId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { pseudsPerPersonMost } from '../limits.ts';
import { text } from '../messages.ts';
import { nameLook, pseudFault, pseudKey, tidyPseud } from '../names.ts';
import { done, fault, type Outcome, writeUnlessFault } from '../outcome.ts';
import { isLookOfOthersLogin } from '../store/people.ts';
import * as store from '../store/pseuds.ts';

/** Gives the member one more pseud. Faults name the field `pseud[name]`. */
export async function addPseud(
  parts: Parts,
  member: Member,
  name: string,
): Promise<Outcome<{ readonly id: PseudId; readonly name: string }>> {
  const { ids } = parts;
  const now = parts.clock.now();
  return writeUnlessFault(parts.database, async (transaction) => {
    await recordChange(transaction, 'user', [member.userId], now);
    const owned = await store.listPseuds(transaction, member.userId);
    if (owned.length >= pseudsPerPersonMost) return fault('pseud[name]', text.pseudsTooMany());
    const problem = await pseudProblem(transaction, member.userId, tidyPseud(name), null);
    if (problem !== null) return fault('pseud[name]', problem);
    const wanted = { userId: member.userId, name, first: owned.length === 0, ids, now };
    return done(await insert(transaction, wanted));
  });
}

/** Renames one of the member's own pseuds; bylines and addresses follow. */
export async function renamePseud(
  parts: Parts,
  member: Member,
  pseudId: PseudId,
  name: string,
): Promise<Outcome<null>> {
  const tidy = tidyPseud(name);
  return writeUnlessFault(parts.database, async (transaction) => {
    await recordChange(transaction, 'user', [member.userId], parts.clock.now());
    await ownPseud(transaction, member, pseudId);
    const problem = await pseudProblem(transaction, member.userId, tidy, pseudId);
    if (problem !== null) return fault('pseud[name]', problem);
    const change = { name: tidy, name_key: pseudKey(tidy), look_key: nameLook(tidy) };
    await store.updatePseud(transaction, pseudId, change);
    return done(null);
  });
}

/** Makes one of the member's own pseuds the one that new works are posted under. */
export async function makeDefaultPseud(
  parts: Parts,
  member: Member,
  pseudId: PseudId,
): Promise<void> {
  await parts.database.write(async (transaction) => {
    await ownPseud(transaction, member, pseudId);
    await store.setDefaultPseud(transaction, member.userId, pseudId);
    await recordChange(transaction, 'user', [member.userId], parts.clock.now());
  });
}

/** A pseud for a person who is being made. Throws Refused 422 with the field `pseud`. */
export async function putPseud(
  transaction: Transaction,
  wanted: NewPseud,
): Promise<{ readonly id: PseudId; readonly name: string }> {
  const problem = await pseudProblem(transaction, wanted.userId, tidyPseud(wanted.name), null);
  if (problem !== null) {
    throw new Refused(422, { detail: problem, errors: [{ field: 'pseud', detail: problem }] });
  }
  return insert(transaction, wanted);
}

/**
 * The pseud of that name, made if there is none: for names that people leave behind with what they
 * orphan. They were theirs, so that nothing is judged again.
 */
export async function findOrInsertPseud(
  transaction: Transaction,
  wanted: NewPseud,
): Promise<{ readonly id: PseudId; readonly name: string }> {
  const key = pseudKey(tidyPseud(wanted.name));
  const known = await store.findOwnPseud(transaction, wanted.userId, key);
  return known ?? insert(transaction, wanted);
}

type NewPseud = {
  readonly userId: UserId;
  readonly name: string;
  /** The first of the person: the default until they choose another. */
  readonly first: boolean;
  readonly ids: Ids;
  readonly now: Milliseconds;
};

async function insert(
  transaction: Transaction,
  wanted: NewPseud,
): Promise<{ readonly id: PseudId; readonly name: string }> {
  const id = wanted.ids.next() as PseudId;
  const name = tidyPseud(wanted.name);
  await store.insertPseud(transaction, {
    id,
    user_id: wanted.userId,
    name,
    name_key: pseudKey(name),
    look_key: nameLook(name),
    description: '',
    is_default: wanted.first ? 1 : 0,
    created_at: wanted.now,
  });
  return { id, name };
}

/** `self`: the pseud that is being renamed, which may keep its own name in another case. */
async function pseudProblem(
  transaction: Transaction,
  owner: UserId,
  name: string,
  self: PseudId | null,
): Promise<string | null> {
  const found = pseudFault(name);
  if (found !== null) {
    return { empty: text.pseudEmpty, long: text.pseudLong, characters: text.pseudCharacters }[
      found
    ]();
  }
  const owned = await store.listPseuds(transaction, owner);
  const key = pseudKey(name);
  if (owned.some((pseud) => pseud.id !== self && pseudKey(pseud.name) === key)) {
    return text.pseudDouble();
  }
  const alike = await isLookOfOthersLogin(transaction, nameLook(name), owner);
  return alike ? text.pseudLooksTaken() : null;
}

/** Refused 404 when the pseud is not the member's: whose else it is, is nobody's business. */
async function ownPseud(transaction: Transaction, member: Member, pseudId: PseudId): Promise<void> {
  const owned = await store.listPseuds(transaction, member.userId);
  if (!owned.some((pseud) => pseud.id === pseudId)) throw new Refused(404);
}
