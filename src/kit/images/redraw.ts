// One picture, drawn anew: what a camera wrote beside it (place, time, owner) is gone, it stands
// upright, and it is a JPEG or a PNG, which every browser and every e-book reader shows.
import sharp, { type Metadata, type Sharp } from 'sharp';
import { formatOf, type GivenFormat } from './given-format.ts';
import { imagePixelsMax, imageSideMax } from './limits.ts';

/** A picture as it is kept, or why there is none. */
export type Redrawn =
  | {
      readonly ok: true;
      readonly type: 'image/jpeg' | 'image/png';
      readonly width: number;
      readonly height: number;
      readonly bytes: Uint8Array;
    }
  | { readonly ok: false; readonly problem: ImageProblem };

/**
 * - not-an-image: nothing that this knows.
 * - drawing: SVG, which can hold script and load what it likes.
 * - format: a picture of another kind.
 * - too-large: more pixels than are drawn.
 * - broken: it ends too early, or cannot be read.
 */
export type ImageProblem = 'not-an-image' | 'drawing' | 'format' | 'too-large' | 'broken';

/** Bytes that a decoder may keep, so that a process stays under 300 MB. */
const decoderMax = 200_000_000;
const timeoutSeconds = 20;
const jpegQuality = 85;
/** A larger PNG without transparency is a photograph, and becomes a JPEG. */
const pngBytesMax = 1_000_000;

// Each kind of file by the one decoder for it; all the others that the library has stay shut.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});
sharp.cache(false);
sharp.concurrency(1);

/** Draws a picture anew; of one that moves, its first. Never throws for what the file holds. */
export async function redraw(given: Uint8Array): Promise<Redrawn> {
  const format = formatOf(given);
  if (typeof format === 'object') return { ok: false, problem: format.problem };
  try {
    return await draw(given, format);
  } catch {
    return { ok: false, problem: 'broken' };
  }
}

async function draw(given: Uint8Array, format: GivenFormat): Promise<Redrawn> {
  const open = () => sharp(given, { failOn: 'error', limitInputPixels: false, pages: 1 });
  const facts = await open().metadata();
  const pixels = facts.width * facts.height;
  if (pixels > imagePixelsMax || pixels * bytesPerPixel(facts, format) > decoderMax) {
    return { ok: false, problem: 'too-large' };
  }
  const { hasAlpha } = facts;
  const size = { width: imageSideMax, height: imageSideMax };
  const upright = () =>
    open()
      .autoOrient()
      .resize({ ...size, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: timeoutSeconds });
  if (format === 'jpeg' || (!hasAlpha && format !== 'png' && format !== 'gif')) {
    return written(upright().jpeg({ quality: jpegQuality }), 'image/jpeg');
  }
  const png = await written(upright().png({ compressionLevel: 9 }), 'image/png');
  if (png.bytes.length <= pngBytesMax) return png;
  // Of what is drawn already: to decode the file again takes its time and its memory again.
  const drawn = () => sharp(png.bytes).timeout({ seconds: timeoutSeconds });
  // Few pictures that have a channel for it are transparent anywhere.
  if (hasAlpha && !(await drawn().stats()).isOpaque) {
    return written(drawn().png({ palette: true, effort: 4 }), 'image/png');
  }
  return written(drawn().removeAlpha().jpeg({ quality: jpegQuality }), 'image/jpeg');
}

/** What decoders were seen to keep at once of a picture, at most (bench/images). */
function bytesPerPixel(facts: Metadata, format: GivenFormat): number {
  const { channels, depth, isProgressive, chromaSubsampling } = facts;
  if (format === 'avif') return 20;
  if (format === 'jpeg') {
    if (!isProgressive) return 1;
    return chromaSubsampling === '4:2:0' ? 5.5 : channels * 2 + 2;
  }
  // Line by line, where the file is in the order of its lines.
  const whole = format === 'png' && !isProgressive ? 1 : 1.4;
  return channels * (depth === 'uchar' ? 1 : 2) * whole;
}

async function written(drawn: Sharp, type: 'image/jpeg' | 'image/png') {
  const { data, info } = await drawn.toBuffer({ resolveWithObject: true });
  return { ok: true, type, width: info.width, height: info.height, bytes: data } as const;
}
