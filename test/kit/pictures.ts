// Pictures made for tests, and sent as a browser without script sends them.
import sharp from 'sharp';
import type { Visit, Visitor } from './visitor.ts';

export type PictureWishes = {
  readonly width?: number;
  readonly height?: number;
  readonly format?: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'tiff';
  /** Another picture for each number. */
  readonly shade?: number;
  /** Half seen through. */
  readonly clear?: boolean;
  /** Where a camera says it was: Exif with a place, lying on its side. */
  readonly asFromCamera?: boolean;
};

/** A picture of one colour. */
export async function drawPicture(wishes: PictureWishes = {}): Promise<Buffer> {
  const { width = 40, height = 30, format = 'jpeg', shade = 0, clear = false } = wishes;
  const background = { r: 90, g: 120, b: shade % 256, alpha: clear ? 0.5 : 1 };
  const drawn = sharp({ create: { width, height, channels: clear ? 4 : 3, background } });
  if (!wishes.asFromCamera) return drawn[format]().toBuffer();
  const exif = { IFD0: { Copyright: 'The Keeper' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } };
  return drawn.withMetadata({ orientation: 6 }).withExifMerge(exif)[format]().toBuffer();
}

/** Sends a picture of a work through the form of its page. */
export async function sendPicture(
  visitor: Visitor,
  work: { readonly id: number },
  picture: Uint8Array | string,
  fields: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Visit> {
  const address = `/works/${work.id}/images`;
  const page = await visitor.get(address);
  const token = page.form(address).all('input')[0]?.attribute('value') ?? '';
  const data = new FormData();
  data.append('authenticity_token', token);
  data.append('picture', new File([picture as BlobPart], 'picture.jpg'));
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  const body = new Response(data);
  const type = body.headers.get('content-type') ?? '';
  const sent = { headers: { ...headers, 'content-type': type } };
  return visitor.send('POST', address, await body.arrayBuffer(), sent);
}
