// RFC 8292: who sends, in a word that the push service can check and nobody else can make.
import { createECDH, createPrivateKey, hkdfSync, type KeyObject, sign } from 'node:crypto';
import { hourMs, secondMs } from '../time/index.ts';

export type PushKeys = {
  /** An uncompressed point of P-256, base64url: browsers keep it with their subscription. */
  readonly publicKey: string;
  readonly privateKey: KeyObject;
};

/** The RFC allows a day; a word that is stolen on the way is of use for less. */
const lastsMs = 12 * hourMs;

/** The archive's key pair, made from the key that lies beside the database: the same each time. */
export function pushKeysOf(sealKey: Uint8Array): PushKeys {
  const pair = createECDH('prime256v1');
  const scalar = new Uint8Array(hkdfSync('sha256', sealKey, '', 'web push', 32));
  // Throws for a scalar beyond the curve's order, which is as likely as guessing the key.
  pair.setPrivateKey(scalar);
  const point = pair.getPublicKey();
  const word = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
  const [x, y] = [word(point.subarray(1, 33)), word(point.subarray(33))];
  const jwk = { kty: 'EC', crv: 'P-256', d: word(scalar), x, y };
  return { publicKey: word(point), privateKey: createPrivateKey({ key: jwk, format: 'jwk' }) };
}

/** The `Authorization` for a service; `contact`: an https or mailto address of the archive. */
export function vapidHeader(
  { publicKey, privateKey }: PushKeys,
  endpoint: URL,
  contact: string,
  now: number,
): string {
  const expires = Math.floor((now + lastsMs) / secondMs);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { aud: endpoint.origin, exp: expires, sub: contact };
  const said = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`;
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
  const signature = sign('sha256', Buffer.from(said), key).toString('base64url');
  return `vapid t=${said}.${signature}, k=${publicKey}`;
}
