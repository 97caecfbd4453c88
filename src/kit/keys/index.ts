// The key that lies beside the database and not in it, and what is locked with it: who takes the
// database alone, or a back-up, has no use of it.
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flushFolder } from '../files/index.ts';
import { type Random, randomToken } from '../ids/index.ts';

const keyBytes = 32;
const keyFileName = 'seal.key';
// As NIST SP 800-38D recommends for AES-GCM.
const nonceBytes = 12;
const tagBytes = 16;

/** What the key file holds is no key: 64 hexadecimal digits and a line break. */
export class UnreadableKey extends Error {
  override name = 'UnreadableKey';
}

/**
 * The folder's key, 256 bits, made when there is none: mode 600, on disk when this resolves, and
 * the same for two processes that start at once. Throws `UnreadableKey`.
 */
export async function findOrMakeKey(folder: string, random: Random): Promise<Uint8Array> {
  const path = join(folder, keyFileName);
  const known = await readKey(path);
  if (known !== null) return known;
  const unfinished = join(folder, `.${keyFileName}.${randomToken(random, 64)}`);
  const file = await open(unfinished, 'wx', 0o600);
  try {
    await file.writeFile(`${Buffer.from(random.bytes(keyBytes)).toString('hex')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await keepFirst(unfinished, path);
  await flushFolder(folder);
  const made = await readKey(path);
  if (made === null) throw new UnreadableKey(`${path} was made and is gone`);
  return made;
}

/** Locks bytes away under a purpose; the same bytes give another text each time. */
export function lockAway(
  key: Uint8Array,
  random: Random,
  purpose: string,
  bytes: Uint8Array,
): string {
  const nonce = random.bytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(key, purpose), nonce);
  const locked = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, locked, cipher.getAuthTag()]).toString('base64url');
}

/** The bytes, or null: locked with another key, for another purpose, or changed since. */
export function unlock(key: Uint8Array, purpose: string, locked: string): Uint8Array | null {
  const all = Buffer.from(locked, 'base64url');
  if (all.length < nonceBytes + tagBytes) return null;
  const nonce = all.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', keyFor(key, purpose), nonce);
  decipher.setAuthTag(all.subarray(-tagBytes));
  try {
    const open = decipher.update(all.subarray(nonceBytes, -tagBytes));
    return Buffer.concat([open, decipher.final()]);
  } catch {
    return null;
  }
}

// A key of its own for each purpose: what is locked for one cannot be passed off as another's.
function keyFor(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `inkstead ${purpose}`, keyBytes));
}

async function readKey(path: string): Promise<Uint8Array | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  if (!/^[0-9a-f]{64}\n?$/i.test(text)) throw new UnreadableKey(`${path} holds no key`);
  return Buffer.from(text.trim(), 'hex');
}

// A link fails where the name is taken, so the first process wins; some mounts know no links.
async function keepFirst(unfinished: string, path: string): Promise<void> {
  try {
    await link(unfinished, path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EEXIST') return rename(unfinished, path);
  }
  await rm(unfinished, { force: true });
}
