// Bringing a planned work in: one transaction writes all of it and says which file it came from,
// so that an import that was stopped can be run again and doubles nothing.
import { type FieldError, Refused } from '../../kit/http/index.ts';
import type { Transaction } from '../../kit/sql/index.ts';
import type { PseudId, UserId, WorkId } from '../../shared/ids.ts';
import type { Parts } from '../../shared/parts.ts';
import type { Member } from '../../shared/viewer.ts';
import { placeSkin } from '../skins/index.ts';
import {
  checkBroughtCompany,
  type DrawnPictures,
  drawBrought,
  dropPictures,
  holdWork,
  isHeld,
  placeBroughtCompany,
  placeInSeries,
  placePictures,
  placeWork,
  postWork,
} from '../works/index.ts';
import type { BroughtRevision } from './brought-work.ts';
import { type ComingWork, comingOf } from './coming.ts';
import { text } from './messages.ts';
import type { JudgedWork } from './plan.ts';
import { normaliseAddress } from './readers/addresses.ts';
import { findBrought, insertImport } from './store/imports.ts';

export type BringingIn = {
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
  /** For members only, whatever its file says. */
  readonly restricted?: boolean;
};

/** Pictures that did not come along: none that can be drawn, and over the share of the disk. */
export type PicturesLeft = Pick<DrawnPictures, 'unshown' | 'overShare'>;

export const noneLeft: PicturesLeft = { unshown: 0, overShare: 0 };

export type BroughtIn = {
  readonly id: WorkId;
  /** It was there before, of the same file or address. */
  readonly already: boolean;
  readonly posted: boolean;
  /** It was posted, and a moderator has to let it in: its account is young. */
  readonly held: boolean;
  readonly left: PicturesLeft;
};

/** Of what is there already. */
export const notNew = { already: true, posted: false, held: false, left: noneLeft } as const;

/**
 * Brings one work in as a draft of its owner. What the policy forbids is hidden until a moderator
 * has decided. Throws Refused 422 where a tag cannot be; then nothing is kept. Pictures that are
 * over the owner's share of the disk stay away, and the work comes in.
 */
export async function bringIn(
  parts: Parts,
  { plan, ...given }: BringingIn & { readonly plan: JudgedWork },
): Promise<BroughtIn> {
  return bringComing(parts, comingOf(plan, parts.settings.url), given);
}

/** `bringIn` of a work that is judged when its turn comes. Throws `FileRefused` besides. */
export async function bringComing(
  parts: Parts,
  coming: ComingWork,
  given: BringingIn,
): Promise<BroughtIn> {
  const { owner, digest } = given;
  const there = await findBrought(parts.database.read, owner.userId, digest, coming.sourceAddress);
  if (there !== null) return { id: there, ...notNew };
  const work = parts.ids.next() as WorkId;
  const pictures = await drawBrought(parts, owner.userId, work, await coming.pictures());
  const { drawn } = pictures;
  const placed = await judgeAndPlace(parts, coming, given, pictures).catch(
    async (error: unknown) => {
      if (drawn.length > 0) await dropPictures(parts, work);
      if (drawn.length === 0 || !(error instanceof Refused && error.status === 413)) throw error;
      const overShare = pictures.overShare + drawn.length;
      return judgeAndPlace(parts, coming, given, { ...pictures, drawn: [], overShare });
    },
  );
  if (placed.already && drawn.length > 0) await dropPictures(parts, work);
  const { mayPost, ...brought } = placed;
  const posted = given.publish === true && !placed.already && mayPost;
  // Who brings it answers for it: an author's account is as young as the import.
  if (posted) await postWork(parts, { ...owner, roles: given.by.roles }, placed.id);
  const held = posted && (await isHeld(parts.database.read, placed.id));
  return { ...brought, posted: posted && !held, held };
}

/** Sentences about the pictures that did not come. */
export function sayLeft({ unshown, overShare }: PicturesLeft): string[] {
  return [
    ...(unshown > 0 ? [text.picturesUnshown({ count: unshown })] : []),
    ...(overShare > 0 ? [text.picturesOverShare({ count: overShare })] : []),
  ];
}

type Placed = Omit<BroughtIn, 'posted' | 'held'>;

async function judgeAndPlace(
  parts: Parts,
  coming: ComingWork,
  given: BringingIn,
  pictures: DrawnPictures,
): Promise<Placed & { readonly mayPost: boolean }> {
  const plan = await coming.judged(pictures);
  const mayPost = plan.holds.length === 0 && plan.marks.length === 0;
  return { ...(await placePlan(parts, plan, given, pictures)), mayPost };
}

async function placePlan(
  parts: Parts,
  plan: JudgedWork,
  given: BringingIn,
  pictures: DrawnPictures,
): Promise<Placed> {
  const { owner, digest } = given;
  const at = parts.clock.now();
  const { gifts = [], related = [] } = plan.brought;
  const company = await checkBroughtCompany(parts, owner, { gifts, related });
  const { unshown, overShare } = pictures;
  return parts.database.write(async (transaction) => {
    const address = plan.brought.sourceAddress;
    const there = await findBrought(transaction, owner.userId, digest, address);
    if (there !== null) return { id: there, already: true, left: noneLeft };
    const placing = { ...given, at, id: pictures.work };
    const id = await placeJudged(transaction, parts, plan, placing);
    if (pictures.drawn.length > 0) {
      await placePictures(transaction, parts, pictures, owner.userId);
    }
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
      decisions: JSON.stringify([...plan.decisions, ...sayLeft(pictures)]),
      brought_at: at,
    });
    if (plan.holds.length > 0) {
      await holdWork(transaction, id, plan.holds, at);
    }
    return { id, already: false, left: { unshown, overShare } };
  });
}

async function placeJudged(
  transaction: Transaction,
  parts: Parts,
  plan: JudgedWork,
  given: BringingIn & { readonly at: number; readonly id: WorkId },
): Promise<WorkId> {
  const { owner, creators, at } = given;
  const [pseud] = owner.pseuds;
  if (pseud === undefined) throw new Refused(422);
  const errors: FieldError[] = [];
  const { skin: style } = plan.brought;
  const skin = style === undefined ? null : await placeSkin(transaction, parts, owner, style);
  const id = await placeWork(transaction, parts, errors, {
    id: given.id,
    imported: {
      work: before(plan.brought.revisions),
      chapters: plan.brought.chapters.map(({ revisions }) => before(revisions)),
      ...(plan.packed === undefined ? {} : { packed: plan.packed }),
    },
    work: { ...plan.work, skin, restricted: given.restricted ?? plan.work.restricted },
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
