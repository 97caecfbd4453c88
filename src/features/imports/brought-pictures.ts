// The pictures of a brought work: which of its texts name them, and how they go between processes.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate, deflateSync, inflateSync } from 'node:zlib';
import type { BroughtPicture } from '../works/index.ts';
import type { BroughtRevision, BroughtWork } from './brought-work.ts';
import { pictureBroughtBytesMax, picturesBroughtBytesMax, picturesBroughtMax } from './limits.ts';
import { text } from './messages.ts';

/** JPEG, PNG, GIF, WebP: what is none of these is not brought. */
const pictureSign = /^(?:\xff\xd8\xff|\x89PNG\r\n\x1a\n|GIF8[79]a|RIFF[\s\S]{4}WEBP)/;

/** Takes pictures of one work, as many as may be. */
export type PictureTaking = {
  readonly pictures: readonly BroughtPicture[];
  /** `open`: null where it cannot be had. Answers the picture's name; null: it is left out. */
  readonly take: (
    size: number,
    open: () => Uint8Array | null,
    said: Pick<BroughtPicture, 'alt' | 'decorative' | 'cover'>,
  ) => string | null;
};

export function takePictures(): PictureTaking {
  const pictures: BroughtPicture[] = [];
  let left = picturesBroughtBytesMax;
  return {
    pictures,
    take(size, open, said) {
      if (size > Math.min(left, pictureBroughtBytesMax)) return null;
      if (pictures.length >= picturesBroughtMax) return null;
      const bytes = open();
      if (bytes === null) return null;
      // What is inflated counts, whatever it is.
      left -= bytes.length;
      if (!pictureSign.test(Buffer.from(bytes.subarray(0, 20)).toString('latin1'))) return null;
      const name = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
      if (!pictures.some((one) => one.name === name)) pictures.push({ name, bytes, ...said });
      return name;
    },
  };
}

/** The work with those pictures that its texts show, and what is said of the `met` in its file. */
export function withTaken(
  work: BroughtWork,
  taken: readonly BroughtPicture[],
  met: number,
): BroughtWork {
  const names = shownNames(work);
  const pictures = taken.filter(({ name }) => names.includes(name));
  const shown = names.filter((name) => pictures.some((one) => one.name === name)).length;
  const decisions = [...work.decisions];
  if (pictures.length > 0) decisions.push(text.picturesCome({ count: pictures.length }));
  if (met > shown) decisions.push(text.picturesLeftOut({ count: met - shown }));
  return pictures.length > 0 ? { ...work, pictures, decisions } : { ...work, decisions };
}

/** The work with every text that may show pictures changed, those of earlier versions too. */
export function withTexts(work: BroughtWork, change: (text: string) => string): BroughtWork {
  const noted = <Noted extends { notes: string; endNotes: string }>(one: Noted): Noted => ({
    ...one,
    notes: change(one.notes),
    endNotes: change(one.endNotes),
  });
  const written = <Written extends { notes: string; endNotes: string; source: string }>(
    one: Written,
  ): Written => ({ ...noted(one), source: change(one.source) });
  const earlier = <Version>(
    revisions: readonly BroughtRevision<Version>[] | undefined,
    changed: (version: Version) => Version,
  ) =>
    revisions === undefined
      ? {}
      : { revisions: revisions.map((one) => ({ ...one, version: changed(one.version) })) };
  return {
    ...noted(work),
    ...earlier(work.revisions, noted),
    chapters: work.chapters.map((chapter) => ({
      ...written(chapter),
      ...earlier(chapter.revisions, written),
    })),
  };
}

/** Names of pictures as often as the texts of the work show them, earlier versions aside. */
export function shownNames({ notes, endNotes, chapters }: BroughtWork): string[] {
  const texts = [
    notes,
    endNotes,
    ...chapters.flatMap((one) => [one.notes, one.source, one.endNotes]),
  ];
  return texts.flatMap((text) =>
    [...text.matchAll(/picture:([0-9a-f]{32})/g)].map(([, name]) => name ?? ''),
  );
}

/** How many bytes the pictures of a work have. */
export function pictureBytes({ pictures = [] }: BroughtWork): number {
  return pictures.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** A line of JSON and the bytes of the pictures, deflated together. */
export function packWork(work: BroughtWork): Uint8Array {
  return deflateSync(wholeOf(work), deflating);
}

/** `packWork`, beside the thread that asks. */
export async function packWorkBeside(work: BroughtWork): Promise<Uint8Array> {
  return promisify<Buffer, typeof deflating, Buffer>(deflate)(wholeOf(work), deflating);
}

const deflating = { level: 4 };

function wholeOf({ pictures, ...work }: BroughtWork): Buffer {
  if (pictures === undefined) return Buffer.from(JSON.stringify(work));
  const said = pictures.map(({ bytes, ...one }) => ({ ...one, size: bytes.length }));
  const head = Buffer.from(`${JSON.stringify({ ...work, pictures: said })}\n`);
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)]);
}

type SaidPicture = Omit<BroughtPicture, 'bytes'> & { readonly size: number };

/** The pictures of a packed work by themselves, as `splitPictures` takes them. */
export function packPictures(packed: Uint8Array): Uint8Array {
  const { pictures = [] } = unpackWork(packed);
  const said = pictures.map(({ bytes, ...one }) => ({ ...one, size: bytes.length }));
  const head = Buffer.from(`${JSON.stringify(said)}\n`);
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)]);
}

export function splitPictures(whole: Buffer): BroughtPicture[] {
  const end = whole.indexOf('\n');
  const said = JSON.parse(whole.toString('utf8', 0, end)) as readonly SaidPicture[];
  return partsOf(whole, end + 1, said);
}

function partsOf(whole: Buffer, from: number, said: readonly SaidPicture[]): BroughtPicture[] {
  let at = from;
  return said.map(({ size, ...one }) => {
    at += size;
    return { ...one, bytes: whole.subarray(at - size, at) };
  });
}

/** What `packWork` packed. */
export function unpackWork(packed: Uint8Array): BroughtWork {
  const whole = inflateSync(packed);
  const end = whole.indexOf('\n');
  if (end < 0) return JSON.parse(whole.toString('utf8')) as BroughtWork;
  const work = JSON.parse(whole.toString('utf8', 0, end)) as Omit<BroughtWork, 'pictures'> & {
    readonly pictures: readonly SaidPicture[];
  };
  return { ...work, pictures: partsOf(whole, end + 1, work.pictures) };
}
