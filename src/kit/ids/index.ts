// Random numbers, ids and tokens, and the seals that show a text came from us.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A source of random bytes. Everything that needs chance is given one of these. */
export type Random = { bytes(count: number): Uint8Array };

/** The operating system's randomness, fit for secrets. */
export const systemRandom: Random = { bytes: (count) => randomBytes(count) };

/** The same bytes for the same seed on every machine: for tests and demos, never for secrets. */
export function seededRandom(seed: number | string): Random {
  let block = Buffer.alloc(0);
  let used = 0;
  let counter = 0;
  const nextByte = () => {
    if (used === block.length) {
      block = createHash('sha512').update(`${seed}:${counter++}`).digest();
      used = 0;
    }
    return block[used++] as number;
  };
  return { bytes: (count) => Uint8Array.from({ length: count }, nextByte) };
}

/** Gives ids for new things. */
export type Ids = { next(): number };

/** The smallest id that is given out: fixed vocabularies live below 1,000,000. */
export const smallestId = 2 ** 32;

/**
 * Random ids, whole numbers from 2^32 to 2^53 - 1, so that an id says nothing of when or how many.
 * Two are alike once in 2^53 pairs: the caller's unique index is what refuses a double.
 */
export function randomIds(random: Random): Ids {
  return {
    next: () => {
      for (;;) {
        const bytes = Buffer.from(random.bytes(7));
        // 48 bits, and 5 more above them: 53 in all.
        const id = ((bytes[0] as number) & 0x1f) * 2 ** 48 + bytes.readUIntBE(1, 6);
        if (id >= smallestId) return id;
      }
    },
  };
}

/** `start`, `start + 1`, ...: ids that a test can name. */
export function sequentialIdsForTests(start: number = smallestId): Ids {
  let next = start;
  return { next: () => next++ };
}

/** A secret for an address, a cookie or a header: base64url, `bits` rounded up to whole bytes. */
export function randomToken(random: Random, bits = 128): string {
  return Buffer.from(random.bytes(Math.ceil(bits / 8))).toString('base64url');
}

/**
 * What is kept in place of a token: SHA-256, 64 hexadecimal digits. For random tokens only; a
 * word that a person chose needs kit/passwords.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** HMAC-SHA-256 of the text, 43 characters of base64url. */
export function sign(secret: Uint8Array, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

/** Whether two texts are the same, in a time that does not tell how much of them agrees. */
export function equalText(a: string, b: string): boolean {
  // Hashing first makes the lengths equal, which timingSafeEqual demands.
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b)) && a === b;
}

/**
 * A text that goes out and comes back unchanged (a cursor, a form's state): readable by anyone,
 * made only by who holds the secret. Safe in an address. Put a purpose into the text, so that a
 * seal made for one thing does not open another.
 */
export function sealToken(secret: Uint8Array, text: string): string {
  const body = Buffer.from(text).toString('base64url');
  return `${body}.${sign(secret, body)}`;
}

/** The text that was sealed, or null if this is not our seal. */
export function openToken(secret: Uint8Array, sealed: string): string | null {
  const dot = sealed.indexOf('.');
  if (dot < 0) return null;
  const body = sealed.slice(0, dot);
  if (!equalText(sealed.slice(dot + 1), sign(secret, body))) return null;
  return Buffer.from(body, 'base64url').toString();
}
