// The bytes of pictures, for files in which a work is taken home.
import type { Reader } from '../../../kit/sql/index.ts';
import type { WorkId } from '../../../shared/ids.ts';
import type { Parts } from '../../../shared/parts.ts';
import { imageUrl } from '../urls.ts';
import { filesIn, type Image, imagesFolder, typeOfFile } from './image.ts';
import { listImages } from './store.ts';

/** A picture as a file shows it. */
export type PictureFile = Pick<Image, 'file' | 'width' | 'height' | 'alt' | 'cover'> & {
  /** By which texts name it: a path of the archive. */
  readonly address: string;
  readonly type: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
};

/**
 * The cover and the pictures that texts of a work show, which the asker has been shown; as many as
 * `bytesMax` holds, and the rest of them are left to be links.
 */
export async function readPictureFiles(
  { files, reader }: Pick<Parts, 'files'> & { readonly reader: Reader },
  work: WorkId,
  texts: readonly string[],
  bytesMax: number,
): Promise<PictureFile[]> {
  const wanted = filesIn(work, texts);
  const found: PictureFile[] = [];
  let left = bytesMax;
  for (const { file, width, height, bytes: size, alt, cover } of await listImages(reader, work)) {
    if ((!cover && !wanted.has(file)) || size > left) continue;
    const bytes = await files.get(`${imagesFolder(work)}${file}`);
    if (bytes === null) continue;
    left -= size;
    const address = imageUrl({ id: work }, file);
    found.push({ file, address, type: typeOfFile(file), width, height, alt, cover, bytes });
  }
  return found;
}

/** Every picture of one's own work, one after the other. */
export async function* ownPictureFiles(
  { files, reader }: Pick<Parts, 'files'> & { readonly reader: Reader },
  work: WorkId,
): AsyncGenerator<Image & { readonly content: Uint8Array }> {
  for (const image of await listImages(reader, work)) {
    const content = await files.get(`${imagesFolder(work)}${image.file}`);
    if (content !== null) yield { ...image, content };
  }
}
