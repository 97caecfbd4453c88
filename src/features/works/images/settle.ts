// Pictures and texts: which a text may show, and which readers may see because of a text.
import type { Transaction } from '../../../kit/sql/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import type { FindPicture } from '../../../text/index.ts';
import { filesIn, picturesOf } from './image.ts';
import { listImages, listPicturedTexts, updateImage } from './store.ts';

/** Sets which pictures readers may see: those of posted chapters and notes, and the cover. */
export async function settleImages(transaction: Transaction, work: WorkId): Promise<void> {
  const images = await listImages(transaction, work);
  if (images.length === 0) return;
  const texts = await listPicturedTexts(transaction, work);
  const seen = texts.filter(({ chapter }) => chapter === null || chapter.posted);
  const files = filesIn(
    work,
    seen.map(({ html }) => html),
  );
  for (const { file, shown, cover } of images) {
    const now = cover || files.has(file);
    if (now !== shown) await updateImage(transaction, work, file, { shown: now ? 1 : 0 });
  }
}

/** What the sanitiser may show in the texts of a work. */
export async function readPictures(
  { database, settings }: Pick<Parts, 'database' | 'settings'>,
  work: WorkId,
): Promise<FindPicture> {
  return picturesOf(work, await listImages(database.read, work), settings.url);
}
