// Passwords: kept as Argon2id, 19 MiB, two passes, one lane (a choice of the OWASP sheet),
// about 10 ms of one core each. The work is done off the main thread.
import { argon2Cost, nobodysHash } from './cost.ts';

/** The longest password, in bytes of UTF-8. Longer ones would make hashing a lever. */
export const passwordLimitBytes = 1000;

/** Whether `hashPassword` would refuse the word for its length. */
export function isPasswordTooLong(word: string): boolean {
  return Buffer.byteLength(word) > passwordLimitBytes;
}

/**
 * The hash to keep: a PHC string with its own salt, under 100 characters. The word is normalised
 * (NFKC) first, so that it matches however a keyboard composes it. Throws RangeError over the
 * limit; how short a word may be is for the form to say.
 */
export async function hashPassword(word: string): Promise<string> {
  if (isPasswordTooLong(word)) {
    throw new RangeError(`a password has at most ${passwordLimitBytes} bytes`);
  }
  const { hash } = await loadArgon2();
  return hash(word.normalize('NFKC'), argon2Cost);
}

/**
 * Whether the word is the one that was hashed. Give null for an account that does not exist or
 * has no password: the answer is false, after the same time. A hash that is not ours is false.
 */
export async function verifyPassword(hash: string | null, word: string): Promise<boolean> {
  if (isPasswordTooLong(word)) return false;
  const { verify } = await loadArgon2();
  const normal = word.normalize('NFKC');
  try {
    return (await verify(hash ?? nobodysHash, normal)) && hash !== null;
  } catch {
    return false;
  }
}

// A native module that most commands and most answers never need.
let argon2: Promise<typeof import('@node-rs/argon2')> | undefined;

function loadArgon2() {
  argon2 ??= import('@node-rs/argon2');
  return argon2;
}
