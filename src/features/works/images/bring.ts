// Pictures that come in with a work from a file: drawn anew as any other, and shown by its texts.
import type { Transaction } from '../../../kit/sql/index.ts';
import type { UserId, WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { cleanText, normaliseLine, normaliseText } from '../../../text/index.ts';
import { readDiskShare } from '../../accounts/index.ts';
import type { CheckedChapter, CheckedWork, CleanedText } from '../input.ts';
import { imageUrl } from '../urls.ts';
import { drawImage, type ImageWords, type KeptImage, keepDrawn, placeImage } from './actions.ts';
import { picturesOf } from './image.ts';
import { altCharactersMax } from './limits.ts';
import { settleImages } from './settle.ts';
import { setCover } from './store.ts';
import { askToSweep } from './sweep.ts';

/** A picture as a file brought it; texts show it by the address `picture:NAME`. */
export type BroughtPicture = ImageWords & {
  /** 32 hexadecimal digits. */
  readonly name: string;
  readonly cover: boolean;
  readonly bytes: Uint8Array;
};

type DrawnPicture = Omit<BroughtPicture, 'bytes'> & { readonly kept: KeptImage };

/** Pictures whose bytes are in the place of a work that need not be there yet. */
export type DrawnPictures = {
  readonly work: WorkId;
  readonly drawn: readonly DrawnPicture[];
  /** How many are none that can be shown. */
  readonly unshown: number;
  /** How many were over the person's share of the disk. */
  readonly overShare: number;
};

/**
 * Draws pictures anew for a work to come; what is none, and what is over the person's share, is
 * left out. Throws Refused 503 while too many others are being drawn.
 */
export async function drawBrought(
  parts: Parts,
  owner: UserId,
  work: WorkId,
  pictures: readonly BroughtPicture[],
): Promise<DrawnPictures> {
  const { used, most } = await readDiskShare(parts.database.read, parts.settings, owner);
  let room = most === null ? Number.POSITIVE_INFINITY : most - used;
  const drawn: DrawnPicture[] = [];
  let unshown = 0;
  let overShare = 0;
  // Before the first file is there: whatever ends this half-way, they are looked for.
  if (pictures.length > 0) {
    await parts.database.write((transaction) => askToSweep(transaction, parts, work));
  }
  for (const { bytes, ...said } of pictures) {
    const found = await drawImage(parts, bytes);
    if (!found.ok) {
      unshown += 1;
    } else if (found.redrawn.bytes.length > room) {
      overShare += 1;
    } else {
      room -= found.redrawn.bytes.length;
      drawn.push({ ...said, kept: await keepDrawn(parts, work, found.redrawn) });
    }
  }
  return { work, drawn, unshown, overShare };
}

/** Names in a text the pictures as the archive does; those that were left out keep their name. */
export function namePictures({ work, drawn }: DrawnPictures): (text: string) => string {
  const files = new Map(drawn.map(({ name, kept }) => [name, kept.file]));
  return (text) =>
    text.replace(/picture:([0-9a-f]{32})/g, (all, name: string) => {
      const file = files.get(name);
      return file === undefined ? all : imageUrl({ id: work }, file);
    });
}

/** A checked work and its chapters, once more with the pictures that their texts show. */
export function showPictures(
  pictures: DrawnPictures,
  siteUrl: string,
  given: { readonly work: CheckedWork; readonly chapters: readonly CheckedChapter[] },
): { readonly work: CheckedWork; readonly chapters: readonly CheckedChapter[] } {
  const name = namePictures(pictures);
  const images = pictures.drawn.map(({ kept, alt }) => ({ ...kept, alt }));
  const find = picturesOf(pictures.work, images, siteUrl);
  const shown = (
    text: CleanedText,
    kind: 'notes' | 'chapter',
    format: CheckedChapter['format'] = 'html',
  ): CleanedText => {
    const source = normaliseText(name(text.source));
    if (source === text.source) return text;
    const cleaned = cleanText(source, format, kind, find);
    return cleaned.ok ? { source, html: cleaned.html } : text;
  };
  const withNotes = <Noted extends Pick<CheckedWork, 'notes' | 'endNotes'>>(noted: Noted) => ({
    ...noted,
    notes: shown(noted.notes, 'notes'),
    endNotes: shown(noted.endNotes, 'notes'),
  });
  const chapters = given.chapters.map((chapter) => ({
    ...withNotes(chapter),
    text: shown(chapter.text, 'chapter', chapter.format),
  }));
  return { work: withNotes(given.work), chapters };
}

/** Says in the work's own transaction that its pictures are there, and takes the person's share. */
export async function placePictures(
  transaction: Transaction,
  parts: Parts,
  { work, drawn }: DrawnPictures,
  by: UserId,
): Promise<void> {
  for (const { kept, cover, decorative, alt: said } of drawn) {
    const alt = [...normaliseLine(said).trim()].slice(0, altCharactersMax).join('');
    const words = { alt, decorative: decorative && alt === '' };
    await placeImage(transaction, parts, { work, kept, words, by });
    if (cover) await setCover(transaction, work, kept.file);
  }
  await settleImages(transaction, work);
}

/** Asks that what was kept for a work that did not come be removed. */
export async function dropPictures(parts: Parts, work: WorkId): Promise<void> {
  await parts.database.write((transaction) => askToSweep(transaction, parts, work));
}
