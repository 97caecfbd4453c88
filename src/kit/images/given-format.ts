// What kind of picture a file is, by its first bytes: its name and what a browser calls it are
// nobody's word.
import type { ImageProblem } from './redraw.ts';

export type GivenFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif';

/** The kind, or why it is none that is taken. */
export function formatOf(
  bytes: Uint8Array,
):
  | GivenFormat
  | { readonly problem: Extract<ImageProblem, 'not-an-image' | 'drawing' | 'format'> } {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_000));
  const head = start.toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'webp';
  if (head.slice(4, 8) === 'ftyp') {
    return /^avi[fs]/.test(head.slice(8)) ? 'avif' : { problem: 'format' };
  }
  // In either order of bytes; gzip is how drawings are packed.
  if (/<svg[\s>]/i.test(head) || /^(?:\xef\xbb\xbf)?\s*<\?xml/.test(head)) {
    return { problem: 'drawing' };
  }
  const others = /^(?:II\*\0|MM\0\*|BM|\0\0[\x01\x02]\0|8BPS|\xff\x0a|\0\0\0\x0cJXL |gimp xcf)/;
  return { problem: others.test(head) ? 'format' : 'not-an-image' };
}
