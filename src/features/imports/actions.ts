// Bringing a planned work in: one transaction writes all of it and says which file it came from,
// so that an import that was stopped can be run again and doubles nothing.
import { type FieldError, Refused } from '../../kit/http/index.ts';
import type { Transaction } from '../../kit/sql/index.ts';
import type { PseudId, UserId, WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import {
  checkBroughtCompany,
  placeBroughtCompany,
  placeInSeries,
  placeWork,
  postWork,
  setWorkHidden,
} from '../works/index.ts';
import type { BroughtRevision } from './brought-work.ts';
import type { ImportPlan } from './plan.ts';
import { normaliseAddress } from './readers/addresses.ts';
import { findBrought, insertHeldWork, insertImport } from './store/imports.ts';

export type BringingIn = {
  readonly plan: ImportPlan;
  /** Whose the work will be. */
  readonly owner: Member;
  /** Who brings it. */
  readonly by: Member;
  readonly fileName: string;
  /** SHA-256 of the file, in hexadecimal. */
  readonly digest: string;
  /** Under which pseuds it stands; absent: the owner's first. */
  readonly creators?: readonly { readonly userId: UserId; readonly pseudId: PseudId }[];
  /** Posts it at once, if nothing stands against that. */
  readonly publish?: boolean;
};

export type BroughtIn = {
  readonly id: WorkId;
  /** It was there before, of the same file or address. */
  readonly already: boolean;
  readonly posted: boolean;
};

/**
 * Brings one work in as a draft of its owner. What the policy forbids is hidden until a moderator
 * has decided. Throws Refused 422 where a tag cannot be; then nothing is kept.
 */
export async function bringIn(parts: Parts, given: BringingIn): Promise<BroughtIn> {
  const { plan, owner, digest } = given;
  const at = parts.clock.now();
  const { gifts = [], related = [] } = plan.brought;
  const company = await checkBroughtCompany(parts, owner, { gifts, related });
  const placed = await parts.database.write(async (transaction) => {
    const address = plan.brought.sourceAddress;
    const there = await findBrought(transaction, owner.userId, digest, address);
    if (there !== null) return { id: there, already: true };
    const id = await placePlanned(transaction, parts, given, at);
    const elsewhere = !address?.startsWith(`${normaliseAddress(parts.settings.url)}/`);
    const settling = { member: owner, work: id, at };
    await placeBroughtCompany(transaction, parts, settling, { ...company, elsewhere });
    await insertImport(transaction, {
      id: parts.ids.next(),
      owner_id: owner.userId,
      brought_by: given.by.userId,
      work_id: id,
      digest,
      source_address: address,
      file_name: given.fileName,
      kind: plan.brought.kind,
      decisions: JSON.stringify(plan.decisions),
      brought_at: at,
    });
    if (plan.holds.length > 0) {
      await insertHeldWork(transaction, id, plan.holds, at);
      await setWorkHidden(transaction, id, true, at);
    }
    return { id, already: false };
  });
  const mayPost = plan.holds.length === 0 && plan.marks.length === 0;
  const posted = given.publish === true && !placed.already && mayPost;
  if (posted) await postWork(parts, owner, placed.id);
  return { ...placed, posted };
}

async function placePlanned(
  transaction: Transaction,
  parts: Parts,
  { plan, owner, creators }: BringingIn,
  at: number,
): Promise<WorkId> {
  const [pseud] = owner.pseuds;
  if (pseud === undefined) throw new Refused(422);
  const errors: FieldError[] = [];
  const id = await placeWork(transaction, parts, errors, {
    imported: {
      work: before(plan.brought.revisions),
      chapters: plan.brought.chapters.map(({ revisions }) => before(revisions)),
    },
    work: plan.work,
    chapters: plan.chapters,
    creators: creators ?? [{ pseudId: pseud.id, userId: owner.userId }],
    by: owner.userId,
    createdAt: at,
    chapterTimes: plan.chapters.map(() => null),
    chapterDates: plan.dates,
  });
  if (errors.length > 0) {
    throw new Refused(422, { detail: errors.map(({ detail }) => detail).join(' '), errors });
  }
  for (const series of plan.brought.series) {
    const { title, position } = series;
    const wanted = { title, position, owner: owner.userId, work: id, at };
    if (title.trim() !== '') await placeInSeries(transaction, parts.ids, wanted);
  }
  return id;
}

function before<Version>(revisions: readonly BroughtRevision<Version>[] = []) {
  return revisions.map(({ madeAt, reason, version }) => {
    return { at: Date.parse(madeAt), reason, version };
  });
}
