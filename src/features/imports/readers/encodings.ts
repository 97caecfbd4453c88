// Which letters the bytes of a text are. Only what can be told is believed: a guess that is wrong
// would spoil every letter of a work, so the unknown is refused.
import { text } from '../messages.ts';
import { FileRefused } from '../refused-file.ts';
import { lettersSay } from './letters.ts';

export type DecodedText = {
  readonly text: string;
  /** Sentences for people: what was supposed. */
  readonly decisions: readonly string[];
};

/** Decodes the bytes of a text or of a page. Throws `FileRefused` for an unknown encoding. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byteOrderMark(bytes) ?? zeroPattern(bytes);
  if (marked !== null) return decoded(bytes, marked);
  if (strictly(bytes, 'utf-8') !== null) return decoded(bytes, 'utf-8');
  const declared = declaredEncoding(bytes);
  if (declared !== null) {
    const words = strictly(bytes, declared);
    if (words !== null) return { text: words, decisions: [text.encoding({ name: declared })] };
  }
  const proven = lettersSay(bytes);
  if (proven !== null) return { text: proven.words, decisions: [text.encodingProven(proven)] };
  if (!looksWestern(bytes)) throw new FileRefused(text.encodingUnknown());
  const { text: words, decisions } = decoded(bytes, ofOldMac(bytes) ? 'macintosh' : 'windows-1252');
  return { text: words, decisions: [text.encodingSupposed(), ...decisions] };
}

function decoded(bytes: Uint8Array, encoding: string): DecodedText {
  const words = strictly(bytes, encoding);
  if (words === null) throw new FileRefused(text.encodingUnknown());
  if (controls(words) > words.length / 100) throw new FileRefused(text.notText());
  return { text: words, decisions: twiceEncoded(words) ? [text.twiceEncoded()] : [] };
}

function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

const sampleBytes = 4_000;

/** Western letters in UTF-16 have a zero in every second byte. */
function zeroPattern(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, sampleBytes);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 4;
  if (odd > many && even < many / 10) return 'utf-16le';
  return even > many && odd < many / 10 ? 'utf-16be' : null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2_000)).toString('latin1');
  const name = /(?:charset|encoding)\s*=\s*["']?([\w-]{3,30})/i.exec(head)?.[1];
  if (name === undefined) return null;
  try {
    const { encoding } = new TextDecoder(name);
    // In that the name itself could not have been read so.
    return encoding.startsWith('utf-16') ? null : encoding;
  } catch {
    return null;
  }
}

/** Lines end so in texts of the Macs of before 2001; letters and quotes prove it. */
function ofOldMac(bytes: Uint8Array): boolean {
  if (!bytes.includes(0x0d) || bytes.includes(0x0a)) return false;
  const words = Buffer.from(bytes).toString('latin1');
  const count = (pattern: RegExp) => words.match(pattern)?.length ?? 0;
  return count(/[\x87\x88\x8a\x8e\x9a\x9c\x9f\xc9\xd0-\xd5]/g) > count(/[\x85\x93\x94\xe0-\xfc]/g);
}

/** Windows-1252 of a Western language: few letters beyond ASCII, none of them undefined. */
function looksWestern(bytes: Uint8Array): boolean {
  let high = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) {
      return false;
    }
    high += 1;
  }
  return high < bytes.length / 5;
}

function controls(words: string): number {
  return words.match(/[\0-\u0008\u000e-\u001f]/g)?.length ?? 0;
}

/** Letters and quotes as they look when UTF-8 was once taken for Windows-1252. */
function twiceEncoded(words: string): boolean {
  const found = words.match(
    /\u00e2\u20ac[\u0153\u009d\u2122\u02dc\u201c\u201d]|\u00c3[\u00a0-\u00bf]/g,
  );
  return (found?.length ?? 0) >= 3;
}
