// Finished answers for guests without cookies. An answer is good as long as nothing in the archive
// has changed since it was made: the change log's newest position says so, and every change that
// a guest could see, of a work, a tag, a person or the site's settings, moves it.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { publicCaching } from './headers.ts';

export type GuestCache = {
  /** The kept answer, if it was made at this position. */
  find(address: string, position: number, request: Request): Promise<Response | null>;
  /** Makes an answer public, keeps it, and gives it back. */
  keep(address: string, position: number, answer: Response, request: Request): Promise<Response>;
};

export type GuestCacheBounds = { readonly bytesMax: number; readonly answerBytesMax: number };

// Enough for the pages that guests ask for most; one of 100,000 words is some 600 kB.
const usualBounds: GuestCacheBounds = { bytesMax: 64_000_000, answerBytesMax: 2_000_000 };

type Kept = {
  readonly position: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  zipped: Uint8Array | null;
};

const compress = promisify(gzip);

export function createGuestCache(bounds: GuestCacheBounds = usualBounds): GuestCache {
  // A Map keeps the order of insertion: the first is the one longest unused.
  const answers = new Map<string, Kept>();
  let bytes = 0;

  const drop = (address: string) => {
    const kept = answers.get(address);
    if (kept === undefined) return;
    bytes -= kept.body.byteLength + (kept.zipped?.byteLength ?? 0);
    answers.delete(address);
  };

  const add = (address: string, kept: Kept) => {
    drop(address);
    answers.set(address, kept);
    bytes += kept.body.byteLength + (kept.zipped?.byteLength ?? 0);
    for (const oldest of answers.keys()) {
      if (bytes <= bounds.bytesMax) break;
      drop(oldest);
    }
  };

  return {
    async find(address, position, request) {
      const kept = answers.get(address);
      if (kept === undefined) return null;
      if (kept.position !== position) {
        drop(address);
        return null;
      }
      add(address, kept);
      return answerWith(kept, request);
    },
    async keep(address, position, answer, request) {
      const body = new Uint8Array(await answer.arrayBuffer());
      const headers = new Headers(answer.headers);
      headers.set('cache-control', publicCaching);
      headers.set('etag', `W/"${createHash('sha256').update(body).digest('base64url')}"`);
      // Only what holds no secret is compressed here: a member's page holds a form token beside
      // words from the address, whose lengths would give it away.
      const zipped = body.byteLength > 1000 ? await compress(body, { level: 6 }) : null;
      const kept = { position, headers, body, zipped };
      if (body.byteLength <= bounds.answerBytesMax) add(address, kept);
      return answerWith(kept, request);
    },
  };
}

function answerWith(kept: Kept, request: Request): Response {
  const headers = new Headers(kept.headers);
  headers.append('vary', 'Accept-Encoding');
  const etag = headers.get('etag') as string;
  const seen = request.headers.get('if-none-match');
  if (seen?.split(/\s*,\s*/).includes(etag)) return new Response(null, { status: 304, headers });
  const accepts = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  if (!accepts || kept.zipped === null) return new Response(kept.body as BodyInit, { headers });
  headers.set('content-encoding', 'gzip');
  return new Response(kept.zipped as BodyInit, { headers });
}
