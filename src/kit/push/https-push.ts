// Sends through the services that browsers name. The address is a stranger's word: only https, only
// machines of the public internet, looked up once and spoken to at the address that was looked at;
// no redirect is followed and no answer read.
import { lookup } from 'node:dns';
import { type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { Random } from '../ids/index.ts';
import type { Log } from '../log/index.ts';
import { type Clock, secondMs } from '../time/index.ts';
import { authBytes, encryptPush, pointBytes } from './encrypt.ts';
import type { Push, PushOutcome, PushTarget } from './index.ts';
import { isPublicAddress, publicLookup } from './public-address.ts';
import { type PushKeys, vapidHeader } from './vapid.ts';

export type PushWishes = {
  /** An https or mailto address under which the services reach who runs the archive. */
  readonly contact: string;
  readonly keys: PushKeys;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** The one service that is spoken to, wherever it is; absent: any public one. */
  readonly only?: string;
};

/** A service that does not answer by then is tried again later. */
const timeoutMs = 10 * secondMs;
/** What a browser that was off for longer has missed is on the page of notices. */
const keptSeconds = 3 * 24 * 3600;
/** Longer than any service's; a bound for what is kept. */
const endpointLettersMax = 1000;

/** Push by HTTP. */
export function httpsPush(wishes: PushWishes): Push {
  const { keys, log, only } = wishes;
  return {
    publicKey: keys.publicKey,
    accepts: (target) => readTarget(target, only) !== null,
    async send(target, message) {
      const read = readTarget(target, only);
      if (read === null) return 'gone';
      try {
        return outcomeOf(await post(read, sealed(wishes, read, message), wishes));
      } catch (error) {
        const reason = (error as Error).message;
        log.warn({ service: read.url.host, reason }, 'a push service was not reached');
        return 'failed';
      }
    },
  };
}

type ReadTarget = {
  readonly url: URL;
  readonly publicKey: Uint8Array;
  readonly auth: Uint8Array;
};

/** Null: nothing is ever sent there. */
function readTarget(target: PushTarget, only: string | undefined): ReadTarget | null {
  const { endpoint } = target;
  const url = endpoint.length <= endpointLettersMax ? URL.parse(endpoint) : null;
  if (url === null || !(only === undefined ? isPublicUrl(url) : url.origin === only)) return null;
  const publicKey = Buffer.from(target.publicKey, 'base64url');
  const auth = Buffer.from(target.auth, 'base64url');
  const isPoint = publicKey.length === pointBytes && publicKey[0] === 4;
  return isPoint && auth.length === authBytes ? { url, publicKey, auth } : null;
}

function isPublicUrl({ protocol, hostname, port, username, password }: URL): boolean {
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false;
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  // A name is looked up when something is sent; one without a dot is of this network.
  return isIP(bare) === 0 ? hostname.includes('.') : isPublicAddress(bare);
}

function sealed({ random }: PushWishes, target: ReadTarget, message: string): Uint8Array {
  const secrets = { salt: random.bytes(16), privateKey: random.bytes(32) };
  return encryptPush(target, Buffer.from(message), secrets);
}

function post(
  { url }: ReadTarget,
  body: Uint8Array,
  { keys, contact, clock, only }: PushWishes,
): Promise<number> {
  const headers = {
    authorization: vapidHeader(keys, url, contact, clock.now()),
    'content-encoding': 'aes128gcm',
    'content-type': 'application/octet-stream',
    'content-length': body.length,
    ttl: keptSeconds,
    urgency: 'normal',
    // A newer one takes the place of one that still waits for the browser.
    topic: 'notices',
  };
  const options: RequestOptions = {
    method: 'POST',
    headers,
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
    ...(only === undefined ? { lookup: publicLookup(lookup) } : {}),
  };
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const sent = request(url, options, (answer) => {
    resolve(answer.statusCode ?? 0);
    answer.destroy();
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return 'sent';
  // 403: made with another key pair of ours. 413 and 400 will be said of every message.
  return [400, 401, 403, 404, 410, 413].includes(status) ? 'gone' : 'failed';
}
