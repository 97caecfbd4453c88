// Codes that change every 30 seconds (RFC 6238 over RFC 4226) and codes for when the app is lost.
import { createHmac } from 'node:crypto';
import { equalText, type Random } from '../../../kit/ids/index.ts';
import { secondMs } from '../../../kit/time/index.ts';
import { driftSteps, recoveryCodeBytes, recoveryCodeCount } from './limits.ts';

const stepSeconds = 30;
const digits = 6;

/** The number of the half minute: T of RFC 6238. */
export function stepAt(now: number): number {
  return Math.floor(now / secondMs / stepSeconds);
}

/** The code of a step, six digits. */
export function codeOf(seed: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  // Apps for codes know SHA-1 only, whatever their addresses say; as HMAC it still holds.
  const mac = createHmac('sha1', seed).update(counter).digest();
  const at = mac.readUInt8(mac.length - 1) & 0xf;
  const number = (mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

/** Whether this has the form of a code; spaces that apps show in the middle do not count. */
export function tidyCode(typed: string): string | null {
  const tidy = typed.replace(/\s/g, '');
  return /^\d{6}$/.test(tidy) ? tidy : null;
}

/** The step whose code that is: near now and after `lastStep`, which was taken before; or null. */
export function matchStep(
  seed: Uint8Array,
  code: string,
  now: number,
  lastStep: number,
): number | null {
  const present = stepAt(now);
  let match: number | null = null;
  for (let step = present - driftSteps; step <= present + driftSteps; step++) {
    if (equalText(codeOf(seed, step), code) && step > lastStep) match = step;
  }
  return match;
}

// Of RFC 4648, which apps for codes read.
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 without padding. */
export function base32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** What the QR code says: apps show the issuer and the account beside the code. */
export function otpAddress(seed: Uint8Array, issuer: string, account: string): string {
  // A colon parts the two.
  const plain = (name: string) => encodeURIComponent(name.replaceAll(':', ' '));
  const asked = `secret=${base32(seed)}&issuer=${plain(issuer)}`;
  return `otpauth://totp/${plain(issuer)}:${plain(account)}?${asked}`;
}

/** New recovery codes: 16 letters and digits in groups of four. */
export function makeRecoveryCodes(random: Random): string[] {
  return Array.from({ length: recoveryCodeCount }, () =>
    (base32(random.bytes(recoveryCodeBytes)).toLowerCase().match(/.{4}/g) ?? []).join('-'),
  );
}

/** The bare code, as hashed; null for what cannot be one. 0, 1 and 8 are slips for o, l, b. */
export function tidyRecoveryCode(typed: string): string | null {
  const bare = typed
    .toLowerCase()
    .replace(/[\s-]/g, '')
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replaceAll('8', 'b');
  return /^[a-z2-7]{16}$/.test(bare) ? bare : null;
}
