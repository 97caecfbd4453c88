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
  namePictures,
  placeBroughtCompany,
  placeInSeries,
  placePictures,
  placeWork,
  postWork,
  setWorkHidden,
  showPictures,
} from '../works/index.ts';
import { withTexts } from './brought-pictures.ts';
import type { BroughtRevision } from './brought-work.ts';
import { text } from './messages.ts';
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

/** Pictures that did not come along: none that can be drawn, and over the share of the disk. */
export type PicturesLeft = Pick<DrawnPictures, 'unshown' | 'overShare'>;

export const noneLeft: PicturesLeft = { unshown: 0, overShare: 0 };

export type BroughtIn = {
  readonly id: WorkId;
  /** It was there before, of the same file or address. */
  readonly already: boolean;
  readonly posted: boolean;
  readonly left: PicturesLeft;
};

/**
 * Brings one work in as a draft of its owner. What the policy forbids is hidden until a moderator
 * has decided. Throws Refused 422 where a tag cannot be; then nothing is kept. Pictures that are
 * over the owner's share of the disk stay away, and the work comes in.
 */
export async function bringIn(parts: Parts, given: BringingIn): Promise<BroughtIn> {
  const pictures = await drawPlanned(parts, given);
  const { drawn } = pictures;
  const placed = await placeWith(parts, given, pictures).catch(async (error: unknown) => {
    if (drawn.length > 0) await dropPictures(parts, pictures.work);
    if (drawn.length === 0 || !(error instanceof Refused && error.status === 413)) throw error;
    const overShare = pictures.overShare + drawn.length;
    return placeWith(parts, given, { ...pictures, drawn: [], overShare });
  });
  if (placed.already && drawn.length > 0) await dropPictures(parts, pictures.work);
  const { plan } = given;
  const mayPost = plan.holds.length === 0 && plan.marks.length === 0;
  const posted = given.publish === true && !placed.already && mayPost;
  if (posted) await postWork(parts, given.owner, placed.id);
  return { ...placed, posted };
}

/** The pictures of a work that is not here yet, in the place that they will have. */
async function drawPlanned(parts: Parts, given: BringingIn): Promise<DrawnPictures> {
  const { plan, owner, digest } = given;
  const work = parts.ids.next() as WorkId;
  const { pictures = [], sourceAddress } = plan.brought;
  if (pictures.length === 0) return { work, drawn: [], ...noneLeft };
  const { read } = parts.database;
  const there = await findBrought(read, owner.userId, digest, sourceAddress);
  return drawBrought(parts, owner.userId, work, there === null ? pictures : []);
}

/** Sentences about the pictures that did not come. */
export function sayLeft({ unshown, overShare }: PicturesLeft): string[] {
  return [
    ...(unshown > 0 ? [text.picturesUnshown({ count: unshown })] : []),
    ...(overShare > 0 ? [text.picturesOverShare({ count: overShare })] : []),
  ];
}

async function placeWith(
  parts: Parts,
  given: BringingIn,
  pictures: DrawnPictures,
): Promise<Omit<BroughtIn, 'posted'>> {
  const { plan, owner, digest } = given;
  const at = parts.clock.now();
  const { gifts = [], related = [] } = plan.brought;
  const company = await checkBroughtCompany(parts, owner, { gifts, related });
  const { unshown, overShare } = pictures;
  const pictured = withDrawn(parts, given, pictures);
  return parts.database.write(async (transaction) => {
    const address = plan.brought.sourceAddress;
    const there = await findBrought(transaction, owner.userId, digest, address);
    if (there !== null) return { id: there, already: true, left: noneLeft };
    const id = await placePlanned(transaction, parts, pictured, { at, id: pictures.work });
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
      await insertHeldWork(transaction, id, plan.holds, at);
      await setWorkHidden(transaction, id, true, at);
    }
    return { id, already: false, left: { unshown, overShare } };
  });
}

/** The plan with the texts as they show the pictures that came. */
function withDrawn({ settings }: Parts, given: BringingIn, pictures: DrawnPictures): BringingIn {
  if (pictures.drawn.length === 0) return given;
  const { plan } = given;
  const brought = withTexts(plan.brought, namePictures(pictures));
  return { ...given, plan: { ...plan, brought, ...showPictures(pictures, settings.url, plan) } };
}

async function placePlanned(
  transaction: Transaction,
  parts: Parts,
  { plan, owner, creators }: BringingIn,
  { at, id: chosen }: { readonly at: number; readonly id: WorkId },
): Promise<WorkId> {
  const [pseud] = owner.pseuds;
  if (pseud === undefined) throw new Refused(422);
  const errors: FieldError[] = [];
  const { skin: style } = plan.brought;
  const skin = style === undefined ? null : await placeSkin(transaction, parts, owner, style);
  const id = await placeWork(transaction, parts, errors, {
    id: chosen,
    imported: {
      work: before(plan.brought.revisions),
      chapters: plan.brought.chapters.map(({ revisions }) => before(revisions)),
    },
    work: { ...plan.work, skin },
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
