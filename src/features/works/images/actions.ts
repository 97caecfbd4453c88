// Pictures: added, made the cover, removed. The bytes go into the file store before the
// row says that they are there, and out of it some time after the row has gone.
import { Refused } from '../../../kit/http/index.ts';
import type { ImageProblem, Redrawn } from '../../../kit/images/index.ts';
import { imagePixelsMax } from '../../../kit/images/index.ts';
import { recordChange, type Transaction } from '../../../kit/sql/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { Member } from '../../../shared/viewer.ts';
import { normaliseLine } from '../../../text/index.ts';
import { countDiskUse, takeDiskShare } from '../../accounts/index.ts';
import type { Outcome } from '../actions/outcome.ts';
import { requireOwnWork } from '../actions/own-work.ts';
import { fileNameOf, filesIn, type Image, imagesFolder } from './image.ts';
import { altCharactersMax, imageBytesMax, imagesMax } from './limits.ts';
import { text } from './messages.ts';
import { settleImages } from './settle.ts';
import {
  deleteImage,
  findImage,
  insertImage,
  listImages,
  listPicturedTexts,
  setCover,
} from './store.ts';
import { askToSweep } from './sweep.ts';

export type ImageWords = {
  readonly alt: string;
  /** There is nothing in it to tell. */
  readonly decorative: boolean;
};

/** Adds a picture to one's own work; the same one twice is one. */
export async function addImage(
  parts: Parts,
  member: Member,
  work: WorkId,
  given: ImageWords & { readonly bytes: Uint8Array },
): Promise<Outcome<Image>> {
  const drawn = await drawImage(parts, given.bytes);
  if (!drawn.ok) return { ok: false, errors: [{ field: 'picture', detail: drawn.detail }] };
  const words = checkWords(given);
  if (!words.ok) return words;
  // Before the file is there: whatever ends this half-way, it is looked for.
  await parts.database.write((transaction) => askToSweep(transaction, parts, work));
  const kept = await keepDrawn(parts, work, drawn.redrawn);
  const value = await parts.database.write(async (transaction) => {
    await requireOwnWork(transaction, member, work);
    return placeImage(transaction, parts, { work, kept, words: words.value, by: member.userId });
  });
  return { ok: true, value };
}

type Drawn = Extract<Redrawn, { readonly ok: true }>;

/** A picture as it will be kept, or a sentence that says why there is none. */
export async function drawImage(
  parts: Pick<Parts, 'redrawImage'>,
  bytes: Uint8Array,
): Promise<
  { readonly ok: true; readonly redrawn: Drawn } | { readonly ok: false; readonly detail: string }
> {
  if (bytes.length === 0) return { ok: false, detail: text.pictureMissing() };
  if (bytes.length > imageBytesMax) {
    const detail = text.pictureTooHeavy({ megabytes: imageBytesMax / 1_000_000 });
    return { ok: false, detail };
  }
  const redrawn = await parts.redrawImage(bytes);
  if (redrawn === null) throw new Refused(503, { detail: text.busy() });
  return redrawn.ok ? { ok: true, redrawn } : { ok: false, detail: sentences[redrawn.problem]() };
}

const sentences: Readonly<Record<ImageProblem, () => string>> = {
  'not-an-image': text.notAnImage,
  drawing: text.isDrawing,
  format: text.otherFormat,
  'too-large': () => text.tooManyPixels({ million: imagePixelsMax / 1_000_000 }),
  broken: text.isBroken,
};

/** What is known of a picture whose bytes are in the file store. */
export type KeptImage = Pick<Image, 'file' | 'width' | 'height' | 'bytes'>;

/** Puts the bytes of a picture in their place; `placeImage` says that they are there. */
export async function keepDrawn(
  { files }: Pick<Parts, 'files'>,
  work: WorkId,
  { bytes, type, width, height }: Drawn,
): Promise<KeptImage> {
  const file = fileNameOf(bytes, type);
  await files.put(`${imagesFolder(work)}${file}`, bytes);
  return { file, width, height, bytes: bytes.length };
}

export type PlacedImage = {
  readonly work: WorkId;
  readonly kept: KeptImage;
  readonly words: ImageWords;
  readonly by: Member['userId'];
};

/** Writes the row of a kept picture, counted as the person's share of the disk. */
export async function placeImage(
  transaction: Transaction,
  parts: Pick<Parts, 'clock' | 'settings'>,
  { work, kept, words, by }: PlacedImage,
): Promise<Image> {
  const known = await listImages(transaction, work);
  const same = known.find(({ file }) => file === kept.file);
  if (same !== undefined) return same;
  if (known.length >= imagesMax) {
    throw new Refused(422, { detail: text.tooManyPictures({ most: imagesMax }) });
  }
  const { alt, decorative } = words;
  await insertImage(transaction, {
    work_id: work,
    ...kept,
    alt,
    decorative: decorative ? 1 : 0,
    shown: 0,
    cover: 0,
    added_by: by,
    added_at: parts.clock.now(),
  });
  await takeDiskShare(transaction, parts.settings, by, kept.bytes);
  return { ...kept, ...words, shown: false, cover: false };
}

/** Makes a picture the cover of the work's books; null: the one that is drawn of its title. */
export async function chooseCover(
  parts: Parts,
  member: Member,
  work: WorkId,
  file: string | null,
): Promise<void> {
  const at = parts.clock.now();
  await parts.database.write(async (transaction) => {
    if (file === null) await requireOwnWork(transaction, member, work);
    else await requireImage(transaction, member, work, file);
    await setCover(transaction, work, file);
    await settleImages(transaction, work);
    await recordChange(transaction, 'work', [work], at);
  });
}

/** Removes a picture that no text of the work shows; others are refused with 409. */
export async function removeImage(
  parts: Parts,
  member: Member,
  work: WorkId,
  file: string,
): Promise<void> {
  await parts.database.write(async (transaction) => {
    await requireImage(transaction, member, work, file);
    const texts = await listPicturedTexts(transaction, work);
    if (
      filesIn(
        work,
        texts.map(({ html }) => html),
      ).has(file)
    ) {
      throw new Refused(409, { detail: text.stillShown() });
    }
    for (const { userId, bytes } of await deleteImage(transaction, work, file)) {
      await countDiskUse(transaction, userId, -bytes);
    }
    await askToSweep(transaction, parts, work);
    await recordChange(transaction, 'work', [work], parts.clock.now());
  });
}

/** The picture of one's own work. Throws Refused 404 where there is none. */
export async function requireImage(
  transaction: Transaction,
  member: Member,
  work: WorkId,
  file: string,
): Promise<Image> {
  await requireOwnWork(transaction, member, work);
  const image = await findImage(transaction, work, file);
  if (image === null) throw new Refused(404);
  return image;
}

/** The words as they are kept, or what is wrong with them. */
export function checkWords(given: ImageWords): Outcome<ImageWords> {
  const alt = normaliseLine(given.alt).trim();
  if ([...alt].length > altCharactersMax) {
    const detail = text.altTooLong({ most: altCharactersMax });
    return { ok: false, errors: [{ field: 'alt', detail }] };
  }
  // Words say that there is something to tell, whatever is ticked.
  return { ok: true, value: { alt, decorative: given.decorative && alt === '' } };
}
