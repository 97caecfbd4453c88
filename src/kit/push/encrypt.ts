// RFC 8291: a message that only the browser reads, in one record of RFC 8188.
import { createCipheriv, createECDH, hkdfSync } from 'node:crypto';

/** The RFC's bound for one message, which push services hold to. */
export const recordBytes = 4096;
const tagBytes = 16;
/** One more byte says that the record is the last. */
export const messageBytesMax = recordBytes - tagBytes - 1;
/** An uncompressed point of P-256. */
export const pointBytes = 65;
/** The secret that a browser makes with its keys. */
export const authBytes = 16;
const lastRecord = 2;

export type PushSecrets = {
  /** 16 bytes, and a private key of P-256: both new for each message. */
  readonly salt: Uint8Array;
  readonly privateKey: Uint8Array;
};

/** Throws where the browser's key is no point of the curve, or the message too long. */
export function encryptPush(
  browser: { readonly publicKey: Uint8Array; readonly auth: Uint8Array },
  message: Uint8Array,
  { salt, privateKey }: PushSecrets,
): Uint8Array {
  if (message.length > messageBytesMax) throw new RangeError('a push message is too long');
  const own = createECDH('prime256v1');
  own.setPrivateKey(privateKey);
  const point = own.getPublicKey();
  const shared = own.computeSecret(browser.publicKey);
  const keyInfo = Buffer.concat([Buffer.from('WebPush: info\0'), browser.publicKey, point]);
  const secret = derive(shared, browser.auth, keyInfo, 32);
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const record = [cipher.update(message), cipher.update(Uint8Array.of(lastRecord)), cipher.final()];
  const head = Buffer.alloc(5);
  head.writeUInt32BE(recordBytes, 0);
  head.writeUInt8(point.length, 4);
  return Buffer.concat([salt, head, point, ...record, cipher.getAuthTag()]);
}

function derive(key: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, salt, info, length));
}
