// A picture of a work: where it lies, what it is called, and how texts find it.
import { createHash } from 'node:crypto';
import type { WorkId } from '../../../shared/ids.ts';
import { type FindPicture, picturesLike } from '../../../text/index.ts';
import { imageUrl } from '../urls.ts';
import type { ImagesTable } from './schema.ts';

export type Image = {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** Empty: decoration, or not written yet. */
  readonly alt: string;
  readonly decorative: boolean;
  /** Readers may see it. */
  readonly shown: boolean;
  readonly cover: boolean;
};

export function asImage(row: ImagesTable): Image {
  const { file, width, height, bytes, alt } = row;
  const flags = { decorative: row.decorative === 1, shown: row.shown === 1 };
  return { file, width, height, bytes, alt, ...flags, cover: row.cover === 1 };
}

/** `0123...cdef.jpg`: the name says what is in it, so that it never changes. */
export const imageFile = /^[0-9a-f]{32}\.(?:jpg|png)$/;

export function fileNameOf(bytes: Uint8Array, type: 'image/jpeg' | 'image/png'): string {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return `${digest}.${type === 'image/png' ? 'png' : 'jpg'}`;
}

export function typeOfFile(file: string): 'image/jpeg' | 'image/png' {
  return file.endsWith('.png') ? 'image/png' : 'image/jpeg';
}

/** Where the pictures of a work lie in the file store. */
export const imagesFolder = (work: WorkId) => `images/${work}/`;

/** Finds the pictures of one work by the addresses that its texts give them. */
export function picturesOf(
  work: WorkId,
  images: readonly Pick<Image, 'file' | 'width' | 'height' | 'alt'>[],
  siteUrl: string,
): FindPicture {
  const byAddress = new Map(
    images.map(({ file, width, height, alt }) => {
      const address = imageUrl({ id: work }, file);
      return [address, { address, size: { width, height }, alt }];
    }),
  );
  return (address) => {
    const path = address.startsWith(`${siteUrl}/`) ? address.slice(siteUrl.length) : address;
    return byAddress.get(path) ?? null;
  };
}

/** Pictures of any work, for texts that are only turned into another form. */
export const anyPicture = picturesLike(/^\/works\/\d+\/images\/[0-9a-f]{32}\.(?:jpg|png)$/, '');

/** The files of a work's pictures that its cleaned texts show. */
export function filesIn(work: WorkId, texts: Iterable<string>): Set<string> {
  const start = ` src="${imageUrl({ id: work }, '')}`;
  const found = new Set<string>();
  for (const text of texts) {
    for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
      const from = at + start.length;
      found.add(text.slice(from, text.indexOf('"', from)));
    }
  }
  return found;
}
