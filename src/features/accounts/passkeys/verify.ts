// What a browser sends of a passkey, held against the standard (W3C Web Authentication, level 2).
// We ask for no attestation, and browsers give the key itself as SubjectPublicKeyInfo, so that
// nothing here reads CBOR; that the same key stands in the authenticator's own data is looked at.
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { isIP } from 'node:net';
import {
  authenticatorDataBytesMost,
  clientDataBytesMost,
  credentialIdBytesMost,
  publicKeyBytesMost,
  rsaBitsLeast,
  rsaBitsMost,
  signatureBytesMost,
} from './limits.ts';

/** Whom passkeys are made for: a key of one site is of no use at another. */
export type PasskeySite = { readonly origin: string; readonly id: string };

/**
 * Null where browsers make no passkeys: at an address that is a number, or without encryption
 * anywhere but on this very machine.
 */
export function passkeySite(url: string): PasskeySite | null {
  const { protocol, hostname, origin } = new URL(url);
  if (hostname === 'localhost') return { origin, id: hostname };
  const isNumber = isIP(hostname) !== 0 || hostname.startsWith('[');
  return protocol === 'https:' && !isNumber ? { origin, id: hostname } : null;
}

/** The challenge that was answered; null for what was made for another site or purpose. */
export function readClientData(
  sent: string,
  type: 'webauthn.create' | 'webauthn.get',
  { origin }: PasskeySite,
): string | null {
  const bytes = readBytes(sent, clientDataBytesMost);
  const said = bytes === null ? null : parseObject(bytes.toString());
  if (said === null || said['type'] !== type || said['origin'] !== origin) return null;
  // In a frame of another site.
  if (said['crossOrigin'] === true || said['topOrigin'] !== undefined) return null;
  const { challenge } = said;
  return typeof challenge === 'string' ? Buffer.from(challenge, 'base64url').toString() : null;
}

export type AuthenticatorData = {
  readonly bytes: Buffer;
  readonly signCount: number;
  /** Of a new key: its id, and the bytes that hold it. */
  readonly made: { readonly credentialId: string; readonly key: Buffer } | null;
};

const userPresent = 0x01;
const userVerified = 0x04;
const keyIncluded = 0x40;
/** The site's hash, the flags, the counter. */
const headBytes = 37;
/** The kind of device, the length of the id. */
const madeHeadBytes = 18;

/** Null for another site, and where the device did not make sure whose hand it is in. */
export function readAuthenticatorData(sent: string, site: PasskeySite): AuthenticatorData | null {
  const bytes = readBytes(sent, authenticatorDataBytesMost);
  if (bytes === null || bytes.length < headBytes) return null;
  const siteHash = createHash('sha256').update(site.id).digest();
  if (!bytes.subarray(0, siteHash.length).equals(siteHash)) return null;
  const flags = bytes.readUInt8(32);
  if ((flags & userPresent) === 0 || (flags & userVerified) === 0) return null;
  const signCount = bytes.readUInt32BE(33);
  if ((flags & keyIncluded) === 0) return { bytes, signCount, made: null };
  const at = headBytes + madeHeadBytes;
  if (bytes.length < at) return null;
  const length = bytes.readUInt16BE(at - 2);
  if (length === 0 || length > credentialIdBytesMost || bytes.length <= at + length) return null;
  const credentialId = bytes.subarray(at, at + length).toString('base64url');
  return { bytes, signCount, made: { credentialId, key: bytes.subarray(at + length) } };
}

/** The new key as it is kept; null for kinds we do not take, and when the two places differ. */
export function readPublicKey(sent: string, inData: Buffer): string | null {
  const bytes = readBytes(sent, publicKeyBytesMost);
  const key = bytes === null ? null : importKey(bytes);
  if (key === null) return null;
  const { x, y, n } = key.export({ format: 'jwk' });
  const numbers = key.asymmetricKeyType === 'rsa' ? [n] : [x, y];
  const isSame = numbers.every((one) => inData.includes(Buffer.from(one ?? '', 'base64url')));
  return isSame ? sent : null;
}

/** Whether the key has signed what the browser says of this log-in. */
export function isSigned(
  publicKey: string,
  sent: {
    readonly data: AuthenticatorData;
    readonly clientData: string;
    readonly signature: string;
  },
): boolean {
  const key = importKey(Buffer.from(publicKey, 'base64url'));
  const signature = readBytes(sent.signature, signatureBytesMost);
  if (key === null || signature === null) return false;
  const clientData = Buffer.from(sent.clientData, 'base64url');
  const clientHash = createHash('sha256').update(clientData).digest();
  try {
    return verify('sha256', Buffer.concat([sent.data.bytes, clientHash]), key, signature);
  } catch {
    return false;
  }
}

/** ES256 or RS256: between them every device there is. */
function importKey(bytes: Buffer): KeyObject | null {
  try {
    const key = createPublicKey({ key: bytes, format: 'der', type: 'spki' });
    const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
    const isEllipse = key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1';
    const isRsa = key.asymmetricKeyType === 'rsa';
    return isEllipse || (isRsa && modulusLength >= rsaBitsLeast && modulusLength <= rsaBitsMost)
      ? key
      : null;
  } catch {
    return null;
  }
}

function readBytes(sent: string, most: number): Buffer | null {
  if (!/^[A-Za-z0-9_-]+$/.test(sent) || sent.length > Math.ceil((most * 4) / 3)) return null;
  return Buffer.from(sent, 'base64url');
}

function parseObject(json: string): Record<string, unknown> | null {
  try {
    const said: unknown = JSON.parse(json);
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
